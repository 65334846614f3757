"""`acd agent`: every wish, and every way in which it is refused."""

import pytest

from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import PhoneSeen
from tests.cli.conftest import Acd, run_acd
from tests.support.calls import DIRECT, answered, call, hung_up, ringing
from tests.support.rehearsal import Rehearsal


def test_a_day_of_work(acd: Acd) -> None:
    assert acd("agent", "login", "201", "desk1").out == (
        "Anna (201) is not ready: logged in at phone desk1, idle.\n"
    )
    assert acd("agent", "ready", "201").out == "Anna (201) is ready at phone desk1, idle.\n"
    assert acd("agent", "notready", "201", "Training").out == (
        "Anna (201) is not ready: Training at phone desk1, idle.\n"
    )
    assert acd("agent", "logout", "201").out == "Anna (201) is logged out, idle.\n"


def test_who_is_logged_out_of_a_desk_that_is_taken_is_named(acd: Acd) -> None:
    acd("agent", "login", "202", "desk1")
    assert acd("agent", "login", "201", "desk1").out.splitlines() == [
        "Anna (201) is not ready: logged in at phone desk1, idle.",
        "Ben (202) sat there, and is logged out now.",
    ]
    assert acd("agent", "login", "201", "desk1", "--json").json["in_place_of"] is None
    assert acd("agent", "login", "203", "desk1", "--json").json["in_place_of"]["id"] == "201"


def test_a_reason_may_be_given_by_its_key_or_left_out(acd: Acd) -> None:
    acd("agent", "login", "201", "desk1")
    assert "not ready: Training" in acd("agent", "notready", "201", "2").out
    assert "not ready: Break" in acd("agent", "notready", "201").out


def test_the_work_after_a_talk_is_ended(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"), *answered("o1-2"), hung_up())
    assert "wrap up" in acd("agent", "list").out
    assert acd("agent", "endwrap", "201").out == "Anna (201) is ready at phone desk1, idle.\n"


def test_who_is_ready_at_a_phone_that_cannot_ring_is_told_so(acd: Acd, rehearsal: Rehearsal) -> None:
    told = "Anna (201) is ready, but no call can come: Asterisk does not reach the phone desk1."
    acd("agent", "login", "201", "desk1")
    rehearsal.hear(PhoneSeen(phone=PhoneId("desk1"), state=PhoneState.UNAVAILABLE))
    assert told in acd("agent", "ready", "201").out
    assert told in acd("agent", "list").out
    assert told in acd("status").out
    rehearsal.hear(PhoneSeen(phone=PhoneId("desk1"), state=PhoneState.NOT_IN_USE))
    assert "no call can come" not in acd("status").out


def test_for_scripts_the_agent_after_the_wish(acd: Acd) -> None:
    after = acd("agent", "login", "201", "desk1", "--json").json
    assert (after["id"], after["presence"], after["phone"]) == ("201", "not_ready", "desk1")


def test_the_list_shows_who_is_where(acd: Acd) -> None:
    acd("agent", "login", "202", "desk2")
    lines = [line.split() for line in acd("agent", "list").out.splitlines()]
    assert lines[0] == ["Agent", "Name", "Presence", "Activity", "For", "Phone", "Phone", "state", "Contact"]
    assert [line[:2] for line in lines[1:]] == [["201", "Anna"], ["202", "Ben"], ["203", "Cleo"]]
    assert "desk2" in lines[2]
    assert [one["phone"] for one in acd("agent", "list", "--json").json] == [None, "desk2", None]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ready", "999"), "There is no agent 999; `acd agent list` names them."),
        (("logout", "999"), "There is no agent 999; `acd agent list` names them."),
        (("ready", "201"), "log in at a desk phone first"),
        (("notready", "201"), "log in at a desk phone first"),
        (("endwrap", "201"), "is not in wrap-up"),
        (("login", "201", "desk9"), "no desk phone desk9"),
        (("login", "999", "desk1"), "There is no agent 999; `acd agent list` names them."),
    ],
)
def test_a_wish_that_is_refused_ends_with_2_and_the_reason(
    acd: Acd, words: tuple[str, ...], says: str
) -> None:
    ran = acd("agent", *words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_unknown_reason_is_refused_with_those_that_there_are(acd: Acd) -> None:
    acd("agent", "login", "201", "desk1")
    ran = acd("agent", "notready", "201", "Siesta")
    assert ran.code == 2
    assert "Break, Training" in ran.err


@pytest.mark.parametrize(
    "words",
    [("agent",), ("agent", "ready"), ("agent", "login", "201"), ("agent", "dance", "201"), ("status", "-x")],
)
def test_wrong_usage_ends_with_2_and_shows_the_right_one(words: tuple[str, ...]) -> None:
    ran = run_acd(*words)
    assert ran.code == 2
    assert "Usage: acd" in ran.err
