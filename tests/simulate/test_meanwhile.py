"""Absences and incidents of a scenario begin and end at their moments, and do what they do on a real day."""

import msgspec
import pytest

from acd.company.schema import When
from acd.model.fact import AgentLoggedIn, AgentLoggedOut, OfferAnswered, PlaceTaken
from acd.runtime.ports import Entry
from acd.simulate.figures import RunFigures
from acd.simulate.runs import run_once
from acd.simulate.schema import Absence, Habits, Incident, Poisson, Scenario, Stream
from acd.simulate.tally import Meant
from acd.simulate.world import Setting
from tests.core.small_company import MONDAY_TEN
from tests.core.story_companies import one_person
from tests.simulate.floors import fixed, lived

BOBS = Stream(number="200", callers=("+361",), arrivals=Poisson(per_hour=12), handle=fixed(10.0))
"""Mr First calls every five minutes. Bob looks after him; Joe is Bob's substitute."""


def setting(**changes: object) -> Setting:
    made = Scenario(
        scenario="test", starts="2026-01-05 10:00", hours=4.0, streams={"c": BOBS}, habits={"eva": HOME}
    )
    return Setting(policy=one_person(), scenario=msgspec.structs.replace(made, **changes))


HOME = Habits(shifts=())


def away(begins: str, until: str | None, agent: str = "bob", reason: str = "ill") -> Absence:
    at = f"2026-01-05 {until}" if until is not None else None
    return Absence(begins=f"2026-01-05 {begins}", until=at, agent=agent, reason=reason)


def hours_of(entries: list[Entry], agent: str) -> list[float]:
    """When the agent answered, in hours of the day."""
    return [
        10.0 + (entry.at - MONDAY_TEN) / 3600.0
        for entry in entries
        for fact in entry.facts
        if isinstance(fact, OfferAnswered) and fact.agent == agent
    ]


def figures(**changes: object) -> RunFigures:
    return run_once(setting(**changes), 1, 0)


def test_while_somebody_is_absent_the_substitute_takes_it_at_once_and_afterwards_the_person_again() -> None:
    absent = setting(absences=(away("11:00", "12:30"),))
    entries, _ = lived(absent)
    bobs, joes = hours_of(entries, "bob"), hours_of(entries, "joe")
    assert not [hour for hour in bobs if 11.0 <= hour < 12.5]
    assert {int(hour) for hour in bobs} >= {10, 12, 13}
    assert [hour for hour in joes if 11.0 <= hour < 12.5]
    found = run_once(absent, 1, 0).meant
    assert found["share.substitute"] == pytest.approx(1.5 / 4, rel=0.3)
    assert (found["wait_s.substitute"] or 0.0) < 5.0  # not the ten seconds that are Bob's alone


def test_an_absence_without_an_end_lasts_and_two_end_with_the_later_one() -> None:
    assert (figures(absences=(away("09:00", None),)).meant["share.substitute"] or 0.0) > 0.8
    both = (away("09:00", "11:00"), away("10:30", "13:00", reason="duty"))
    hours = hours_of(lived(setting(absences=both))[0], "bob")
    assert hours
    assert min(hours) >= 13.0


def test_who_is_absent_when_the_shift_begins_comes_afterwards_and_goes_with_its_end() -> None:
    habits = {"bob": Habits(shifts=("10:30-13:30",)), "eva": HOME}
    entries, _ = lived(setting(absences=(away("10:00", "12:00"),), habits=habits))
    told = [
        (type(fact).__name__, (entry.at - MONDAY_TEN) / 3600.0 + 10.0)
        for entry in entries
        for fact in entry.facts
        if isinstance(fact, AgentLoggedIn | AgentLoggedOut) and fact.agent == "bob"
    ]
    assert told[:2] == [("AgentLoggedIn", 12.0), ("AgentLoggedOut", 13.5)]


def test_a_break_and_missed_calls_bring_nobody_back_who_is_absent() -> None:
    habits = {"bob": Habits(breaks=("11:00-11:15",), no_answer=1.0, back_after=fixed(600.0)), "eva": HOME}
    entries, _ = lived(setting(absences=(away("10:10", "13:00"),), habits=habits))
    ids = [fact for entry in entries for fact in entry.facts if type(fact).__name__ == "AgentReturned"]
    assert ids == []


def test_an_incident_gives_those_whom_it_hits_a_head_start_while_it_lasts() -> None:
    hit = Incident(
        begins="2026-01-05 11:00",
        until="2026-01-05 12:00",
        reason="cable cut",
        when=When(number=("200",)),
        head_start_s=60.0,
    )
    other = msgspec.structs.replace(hit, when=When(number=("100",)), reason="elsewhere")
    entries, _ = lived(setting(incidents=(hit, other)))
    hours = {True: set[int](), False: set[int]()}
    for entry in entries:
        for fact in entry.facts:
            if isinstance(fact, PlaceTaken):
                reasons = [head_start.reason for head_start in fact.head_starts]
                assert "elsewhere" not in reasons
                hours["cable cut" in reasons].add(int((entry.at - MONDAY_TEN) / 3600.0) + 10)
    assert hours[True] == {11}
    assert 11 not in hours[False]


def test_without_anything_in_between_the_person_answers() -> None:
    assert figures().meant[f"share.{Meant.PERSON}"] == pytest.approx(1.0, abs=0.2)
