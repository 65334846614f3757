"""After a crash everything is held against what was before; each kind of loss is seen."""

import json
from pathlib import Path

from bench.rig.tape import Call, End, Ring, Tape
from bench.scale.crash import LAST_STEP, STEPS, Books, LogFrom, losses, steps_of

WAITING = tuple((f"caller {n}", 100.0 + n) for n in range(5))
TALKS = frozenset({("caller a", "agent 1"), ("caller b", "agent 2")})
BEFORE = Books(waiting=WAITING, talking=TALKS)
AFTER = Books(waiting=WAITING[1:], talking=frozenset({("caller b", "agent 2"), ("caller 0", "agent 1")}))
HUNG_UP = Ring(desk=0, caller="caller a", rang_ns=10, answered_ns=20, over_ns=100, end=End.AGENT_HUNG_UP)
TALKS_ON = Ring(desk=1, caller="caller b", rang_ns=11, answered_ns=21)
RINGS = Ring(desk=0, caller="caller 0", rang_ns=500)
ENDED = Call(caller="caller a", dialled="7300", began_ns=1, answered_ns=2, over_ns=101, status=200)


def tape(*rings: Ring, calls: tuple[Call, ...] = (ENDED,)) -> Tape:
    return Tape(
        began_ns=0, ended_ns=1000, rings=list(rings), calls=list(calls), resent=0, cpu_s=0.0, held_back=0
    )


def test_nothing_is_lost() -> None:
    assert losses(BEFORE, AFTER, tape(HUNG_UP, TALKS_ON, RINGS), hung_up=1) == []


def test_a_lost_place_is_seen() -> None:
    after = Books(waiting=WAITING[2:], talking=AFTER.talking)
    (wrong,) = losses(BEFORE, after, tape(HUNG_UP, TALKS_ON, RINGS), hung_up=1)
    assert "of 4 who waited on, 3 kept their places" in wrong


def test_a_place_that_moved_is_seen() -> None:
    moved = (*WAITING[2:], WAITING[1])
    (wrong,) = losses(BEFORE, Books(waiting=moved, talking=AFTER.talking), tape(HUNG_UP, RINGS), hung_up=1)
    assert "in order" in wrong


def test_whoever_is_served_out_of_turn_is_seen() -> None:
    pushing = Ring(desk=0, caller="caller 3", rang_ns=500)
    after = Books(waiting=(*WAITING[:3], WAITING[4]), talking=AFTER.talking)
    (wrong,) = losses(BEFORE, after, tape(HUNG_UP, pushing), hung_up=1)
    assert "out of turn" in wrong


def test_a_talk_that_ended_is_seen() -> None:
    after = Books(waiting=AFTER.waiting, talking=frozenset({("caller 0", "agent 1")}))
    cut = Call(caller="caller b", dialled="7300", began_ns=1, answered_ns=2, over_ns=300, status=200)
    wrong = losses(BEFORE, after, tape(HUNG_UP, RINGS, calls=(ENDED, cut)), hung_up=1)
    assert any("2 talks are over in the books" in one for one in wrong)
    assert any("2 callers were hung up on" in one for one in wrong)


def test_an_agent_rung_in_a_talk_is_seen() -> None:
    again = Ring(desk=1, caller="caller 1", rang_ns=600, over_ns=600, end=End.BUSY)
    after = Books(waiting=WAITING[2:], talking=AFTER.talking)
    (wrong,) = losses(BEFORE, after, tape(HUNG_UP, RINGS, again), hung_up=1)
    assert wrong == "an agent in a talk was rung: desk 2"


def line(event: str, second: int) -> str:
    return json.dumps({"event": event, "timestamp": f"2026-11-22T10:00:{second:02}Z"})


def test_the_time_is_shared_out_among_the_steps() -> None:
    began = 1_795_341_600.0  # 10:00:00
    events = [event for _, event in STEPS]
    lines = ["not a log line", *(line(event, 2 * place) for place, event in enumerate(events, 1))]
    steps = steps_of(lines, killed_at=began, rang_at=began + 2 * len(events) + 1)
    assert [took_s for _, took_s in steps] == [*([2.0] * len(events)), 1.0]
    assert steps[-1][0] == LAST_STEP


def test_a_stand_by_has_started_already() -> None:
    began = 1_795_341_600.0
    steps = steps_of([line("leading", 1), line("OfferOpened", 2)], killed_at=began, rang_at=began + 3)
    assert [took_s for _, took_s in steps] == [1.0, 1.0, 1.0]


def test_only_what_is_logged_from_now_on_counts(tmp_path: Path) -> None:
    log = tmp_path / "service.log"
    log.write_text("before\n", encoding="utf-8")
    since = LogFrom(log)
    with log.open("a", encoding="utf-8") as file:
        file.write("after\n")
    assert list(since.lines()) == ["after"]
    assert list(LogFrom(tmp_path / "none").lines()) == []
