"""The table shows what the control socket and the facts say."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import StringIO

import pytest
from msgspec import structs
from rich.cells import cell_len
from rich.console import Console

from acd.core.explain import Suitable
from acd.demo.board import Board
from acd.demo.camera import svg
from acd.demo.picture import Picture
from acd.model.ids import AgentId, LegId
from acd.model.message import KeyPressed
from acd.model.overlay import Absence
from acd.web.bodies import NewOverlay
from acd.web.client import ControlClient
from tests.demo.conftest import Look, lines
from tests.support.calls import DIRECT, MENU, answered, call, declined, hung_up, ringing
from tests.support.rehearsal import Rehearsal


def at_desk(rehearsal: Rehearsal, agent: str, desk: str, *, ready: bool = True) -> None:
    with ControlClient(rehearsal.control_socket) as client:
        client.log_in(agent, desk)
        if ready:
            client.go_ready(agent)


def line_with(picture: Picture, *words: str) -> str:
    """The only line with these words."""
    (found,) = [line for line in lines(picture, 100, 40) if all(word in line for word in words)]
    return found


def told_why(picture: Picture) -> Sequence[str]:
    """The lines of the narrowest table from the one that asks why somebody waits."""
    shown = [line.rstrip() for line in lines(picture, 80, 24)]
    return tuple(shown[next(n for n, line in enumerate(shown) if line.startswith("Why is ")) :])


def test_an_empty_house_says_that_people_are_coming(look: Look) -> None:
    shown = "\n".join(lines(look()))
    assert "Rehearsal" in shown
    assert "0 calls · 0 served · 0 gave up" in shown
    assert "Agents log in at their desk phones" in shown
    assert "Anna" not in shown  # she is not here


def test_a_call_from_the_menu_to_the_talk(rehearsal: Rehearsal, look: Look) -> None:
    at_desk(rehearsal, "201", "desk1")
    assert "free" in line_with(look(), "Sales ", "Anna ")
    rehearsal.hear(call(MENU))
    assert "hears “For sales, press 1.”" in line_with(look(), "+4366412345678", "5551000 Front")
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"), *ringing("o1-2"))
    ringing_now = look()
    assert "waits in Sales; Anna's phone rings" in line_with(ringing_now, "5551000 Front")
    assert "is rung for +4366412345678" in line_with(ringing_now, "Sales ", "Anna ")
    assert line_with(ringing_now, "Sales ", "▪ 1", "Anna")
    rehearsal.hear(*answered("o1-2"))
    talking = look()
    assert "talks with Anna" in line_with(talking, "5551000 Front")
    assert "talks with +4366412345678" in line_with(talking, "Sales ", "Anna ")
    rehearsal.hear(hung_up(), hung_up("o1-2-leg"))
    after = look()
    assert "wrap-up" in line_with(after, "Sales ", "Anna ")
    assert re.search(r"1 call · 1 served after \d+ s · 0 gave up", lines(after)[0])
    assert not any("5551000" in line for line in lines(after))


def test_every_decision_stands_there_with_its_reasons_the_newest_first(
    rehearsal: Rehearsal, look: Look
) -> None:
    at_desk(rehearsal, "201", "desk1")
    rehearsal.hear(call(MENU), KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(*ringing("o1-2"), declined("o1-2", 17))
    told = "\n".join(line.strip() for line in lines(look(), 100, 40))
    order = [
        told.index(words)
        for words in (
            "Anna (201) was busy.",
            "The caller keeps the place",
            "Offered to Anna (201) at phone desk1.",
            "Candidates, best first: Anna (201) level 8",
            "Takes a place in Sales; an agent needs selling 3 or more.",
            "The caller pressed 1.",
        )
    ]
    assert order == sorted(order)


def test_who_waits_longest_is_told_why(rehearsal: Rehearsal, look: Look) -> None:
    at_desk(rehearsal, "201", "desk1", ready=False)
    rehearsal.hear(call(DIRECT))
    picture = look()
    assert "waits in Repairs" in line_with(picture, "5552000 Direct line")
    assert line_with(picture, "Why is +4366412345678 still waiting?", "Anna: not ready: logged in")
    with ControlClient(rehearsal.control_socket) as client:
        client.log_out("201")
    assert line_with(look(), "Nobody who could take it is logged in.")


def kept(*agents: tuple[str, str]) -> tuple[Suitable, ...]:
    """Agents, each with what keeps him or her."""
    return tuple(Suitable(agent=AgentId(agent), obstacle=obstacle) for agent, obstacle in agents)


def test_on_the_narrowest_terminal_there_are_two_lines_to_say_why(rehearsal: Rehearsal, look: Look) -> None:
    at_desk(rehearsal, "201", "desk1", ready=False)
    rehearsal.hear(call(DIRECT))
    picture = look()
    assert picture.not_yet is not None
    several = kept(("201", "on a call"), ("202", "not ready: Break"), ("203", "on a call"))
    shown = told_why(replace(picture, not_yet=structs.replace(picture.not_yet, suitable=several)))
    assert shown[:2] == (
        "Why is +4366412345678 still waiting? Anna, Cleo: on a call; Ben: not ready:",
        "Break.",
    )
    many = kept(*((f"30{number}", f"kept by reason {number}") for number in range(9)))
    shown = told_why(replace(picture, not_yet=structs.replace(picture.not_yet, suitable=many)))
    assert shown[1].endswith(" …")
    assert shown[2].startswith("WHAT WAS DECIDED") or not shown[2]


def absent(rehearsal: Rehearsal, agent: str, *, ends: str | None = None) -> None:
    with ControlClient(rehearsal.control_socket) as client:
        client.enter(NewOverlay(edit=Absence(agent=AgentId(agent)), reason="Ill", author="Sup", ends=ends))


def test_who_is_absent_is_told_with_the_reason_the_end_and_who_stands_in(
    rehearsal: Rehearsal, look: Look
) -> None:
    at_desk(rehearsal, "201", "desk1")
    absent(rehearsal, "202", ends="+7d")
    absent(rehearsal, "203")
    picture = look()
    ends = datetime.fromtimestamp(picture.at + 7 * 86_400.0).astimezone()
    assert f"absent: Ill until {ends:%Y-%m-%d}  " in line_with(picture, "Ben ")
    assert "absent: Ill  " in line_with(picture, "Cleo ")
    assert picture.status is not None
    agents = tuple(
        structs.replace(agent, stands_in_for=("202", "selling"), phone_state="not_in_use")
        if agent.id == "201"
        else agent
        for agent in picture.status.agents
    )
    taken_over = replace(picture, status=structs.replace(picture.status, agents=agents))
    assert f"Ill until {ends:%Y-%m-%d}; Anna stands in" in "\n".join(lines(taken_over, 160, 40))
    assert "free, stands in for Ben  " in line_with(taken_over, "Anna ")


def test_of_an_absence_that_ends_today_the_time_of_day_is_enough(rehearsal: Rehearsal, look: Look) -> None:
    absent(rehearsal, "202")
    picture = look()
    assert picture.status is not None
    noon = datetime(2026, 1, 7, 12).astimezone().timestamp()
    ends = tuple(structs.replace(one, ends_at=noon + 5 * 3600.0) for one in picture.status.in_force)
    at_noon = replace(picture, at=noon, status=structs.replace(picture.status, in_force=ends))
    assert "absent: Ill until 17:00" in line_with(at_noon, "Ben ")


def test_who_is_absent_in_the_middle_of_a_talk_still_talks(rehearsal: Rehearsal, look: Look) -> None:
    at_desk(rehearsal, "201", "desk1")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), *answered("o1-2"))
    absent(rehearsal, "201")
    assert "talks with +4366412345678" in line_with(look(), "Sales ", "Anna ")


def test_who_gives_up_is_counted(rehearsal: Rehearsal, look: Look) -> None:
    rehearsal.hear(call(DIRECT), hung_up())
    assert "1 call · 0 served · 1 gave up" in lines(look())[0]
    assert line_with(look(), "The caller hung up while waiting: abandoned.")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 60), (132, 24), (200, 50), (81, 25)])
def test_it_fills_the_terminal_and_never_more(
    rehearsal: Rehearsal, look: Look, width: int, height: int
) -> None:
    at_desk(rehearsal, "201", "desk1")
    rehearsal.hear(*(call(MENU, leg=f"call-{n}", caller=f"客户{n:018}") for n in range(30)))
    picture = look()
    shown = lines(picture, width, height)
    assert len(shown) == height
    assert max(map(cell_len, shown)) <= width
    assert any("… and" in line and "more" in line for line in shown)
    console = Console(file=StringIO(), width=width, height=height, force_terminal=True)
    console.print(Board(picture), end="")
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert printed.count("\n") == height


def test_trouble_takes_the_place_of_the_invitation(look: Look) -> None:
    picture = look()
    assert any("Call in: 127.0.0.1:5060" in line for line in lines(picture))
    troubled = lines(replace(picture, trouble="The service does not answer."))
    assert "The service does not answer." in troubled[-1]
    assert not any("Call in" in line for line in troubled)


def test_before_the_first_look_there_is_a_table_all_the_same(look: Look) -> None:
    shown = lines(replace(look(), status=None))
    assert len(shown) == 24
    assert "QUEUE" in "\n".join(shown)


def test_the_picture_for_the_documents_shows_the_same_without_passwords(
    rehearsal: Rehearsal, look: Look
) -> None:
    rehearsal.hear(call(DIRECT))
    picture = look()
    signs = replace(picture.signs, invitation=("Call in: caller / s3cr3t, dial 5551000",))
    drawn = svg(replace(picture, signs=signs), hide=("s3cr3t",)).replace("&#160;", " ")
    assert "waits in Repairs" in drawn
    assert "Call in: caller / ••••••, dial 5551000" in drawn
    assert "make run DEMO=1" in drawn
    assert "s3cr3t" not in drawn
    assert "https://cdn" not in drawn
