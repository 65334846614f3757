"""The absences and incidents of a past day come again with its callers, at their moments."""

from datetime import date

import msgspec
import pytest

from acd.company.schema import When
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    ContactArrived,
    Fact,
    OfferAnswered,
    OverlayBegan,
    OverlayEnded,
    OverlayEndMoved,
    PlaceTaken,
)
from acd.model.ids import AgentId, PhoneId
from acd.model.overlay import Absence
from acd.runtime.ports import Entry
from acd.simulate import schema
from acd.simulate.history import scenario_of
from acd.simulate.reading import ReadScenario
from acd.simulate.schema import Change, Habits, Poisson, Scenario, Stream, WhatIf
from acd.simulate.what_if import supposing
from acd.simulate.world import Setting
from tests.core.small_company import MONDAY_TEN
from tests.core.story_companies import one_person
from tests.simulate.floors import fixed, lived

HOUR_S = 3600.0
MIDNIGHT = MONDAY_TEN - 10 * HOUR_S
BOB = AgentId("bob")


def hour(at: float | None) -> float | None:
    return None if at is None else (at - MIDNIGHT) / HOUR_S


def day(**changes: object) -> list[Entry]:
    """Mr First, whom Bob looks after, calls every five minutes; Bob and Joe work from eight to six."""
    stream = Stream(number="200", callers=("+361",), arrivals=Poisson(per_hour=12), handle=fixed(20.0))
    shift = Habits(shifts=("08:00-18:00",))
    made = Scenario(
        scenario="test",
        starts="2026-01-05 00:00",
        hours=24.0,
        streams={"c": stream},
        habits={"bob": shift, "joe": shift, "eva": Habits(shifts=())},
    )
    return lived(Setting(policy=one_person(), scenario=msgspec.structs.replace(made, **changes)))[0]


def away(begins: str, until: str | None = None) -> schema.Absence:
    return schema.Absence(begins=f"2026-01-05 {begins}", until=until, agent="bob", reason="ill")


def known_of(entries: list[Entry]) -> ReadScenario:
    return scenario_of(entries, date(2026, 1, 5), one_person())


def again(read: ReadScenario) -> list[Entry]:
    """The facts of the day as it comes again."""
    return lived(
        Setting(
            policy=one_person(),
            scenario=read.scenario,
            values=read.values,
            pasts=read.pasts,
            meanwhile=read.meanwhile,
        )
    )[0]


def hours_of(entries: list[Entry], agent: str) -> set[int]:
    """In which hours of the day the agent answered."""
    return {
        int((entry.at - MIDNIGHT) / HOUR_S)
        for entry in entries
        for fact in entry.facts
        if isinstance(fact, OfferAnswered) and fact.agent == agent and entry.at < MIDNIGHT + 24 * HOUR_S
    }


def without(entries: list[Entry], *kinds: type[Fact]) -> list[Entry]:
    """As if what some facts tell had happened on another day."""
    return [
        Entry(at=entry.at, facts=tuple(fact for fact in entry.facts if not isinstance(fact, kinds)))
        for entry in entries
    ]


def test_the_substitute_answers_while_the_person_was_absent() -> None:
    was = day(absences=(away("11:00", "2026-01-05 13:00"),))
    assert hours_of(was, "bob") == {8, 9, 10, 13, 14, 15, 16, 17}
    read = known_of(was)
    assert [(hour(wish.begins_at), hour(wish.ends_at), wish.reason) for wish in read.meanwhile] == [
        (11.0, 13.0, "ill")
    ]
    assert read.scenario.habits["bob"].breaks == ()
    replayed = again(read)
    assert hours_of(replayed, "bob") == hours_of(was, "bob")
    assert hours_of(replayed, "joe") >= {11, 12}


def test_who_comes_in_by_what_is_different_was_not_ill() -> None:
    read = known_of(day(absences=(away("09:00"),)))
    assert hours_of(again(read), "bob") == {8}
    there = WhatIf(what_if="Bob is well", habits={"bob": Change(shifts=("08:00-18:00",))})
    assert hours_of(again(supposing(read, there)), "bob") == set(range(8, 18))
    breaks = WhatIf(what_if="Bob eats", habits={"bob": Change(breaks=("12:00-12:30",))})
    assert hours_of(again(supposing(read, breaks)), "bob") == {8}


def test_an_incident_comes_again() -> None:
    storm = schema.Incident(
        begins="2026-01-05 10:00",
        until="2026-01-05 12:00",
        reason="storm",
        when=When(number=("200",)),
        head_start_s=30.0,
    )
    replayed = again(known_of(day(incidents=(storm,))))
    hit = {
        int((entry.at - MIDNIGHT) / HOUR_S)
        for entry in replayed
        for fact in entry.facts
        if isinstance(fact, PlaceTaken) and [each.reason for each in fact.head_starts] == ["storm"]
    }
    assert hit == {10, 11}


@pytest.mark.parametrize(
    ("unknown", "began", "ended"),
    [
        ((OverlayBegan,), 0.0, 13.0),
        ((OverlayBegan, OverlayEnded), 11.0, 13.0),
    ],
    ids=["its end is known", "offers to the substitute name it"],
)
def test_an_absence_that_began_on_another_day_is_known(
    unknown: tuple[type[Fact], ...], began: float, ended: float
) -> None:
    was = without(day(absences=(away("11:00", "2026-01-05 13:00"),)), *unknown)
    if began == 0.0:  # nobody was passed over either: only the end tells of it
        was = [entry for entry in was if not 11.0 <= (hour(entry.at) or 0.0) < 13.0]
    (wish,) = known_of(was).meanwhile
    assert wish.edit == Absence(agent=BOB)
    assert (hour(wish.begins_at), hour(wish.ends_at)) == (began, ended)


def test_an_end_that_was_moved_is_the_one_that_counts() -> None:
    was = day(absences=(away("17:00", "2026-01-06 09:00"),))
    (wish,) = known_of(was).meanwhile
    assert hour(wish.ends_at) == 33.0
    began = next(fact for entry in was for fact in entry.facts if isinstance(fact, OverlayBegan))
    moved = OverlayEndMoved(overlay=began.overlay, edit=began.edit, until=MIDNIGHT + 40 * HOUR_S, by="boss")
    at = MIDNIGHT + 18.5 * HOUR_S
    before = [entry for entry in was if entry.at < at]
    (wish,) = known_of([*before, Entry(at=at, facts=(moved,))]).meanwhile
    assert hour(wish.ends_at) == 40.0


def test_who_says_ready_some_time_after_the_absence_has_a_break_until_then() -> None:
    began, ended = (
        next(
            fact
            for entry in day(absences=(away("11:00", "2026-01-05 13:00"),))
            for fact in entry.facts
            if isinstance(fact, kind)
        )
        for kind in (OverlayBegan, OverlayEnded)
    )
    told: dict[float, tuple[Fact, ...]] = {
        8.0: (AgentLoggedIn(agent=BOB, phone=PhoneId("bob")), AgentBecameReady(agent=BOB)),
        11.0: (began, AgentBecameNotReady(agent=BOB, reason="ill")),
        13.0: (ended,),
        13.5: (AgentBecameReady(agent=BOB),),
        16.0: (AgentLoggedOut(agent=BOB, reason="logged out"),),
    }
    calls = [entry for entry in day() if isinstance(entry.facts[0], ContactArrived)]
    bobs = [Entry(at=MIDNIGHT + at * HOUR_S, facts=facts) for at, facts in told.items()]
    habits = known_of(sorted([*calls, *bobs], key=lambda entry: entry.at)).scenario.habits["bob"]
    assert (habits.shifts, habits.breaks) == (("08:00-16:00",), ("13:00-13:30",))
