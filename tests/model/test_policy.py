"""The small truths of the policy: needs, levels, hours."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from acd.model.hours import Hours, Span
from acd.model.ids import ContactId, OfferId, SkillId, agent_leg_of, bridge_of, playback_of
from acd.model.needs import Needs, all_of, any_of, implies, joined, meets, proficiency


def need(**levels: int) -> Needs:
    return all_of({SkillId(skill): level for skill, level in levels.items()})


@pytest.mark.parametrize(
    ("others", "implied"),
    [
        (need(german=5), True),
        (need(german=1), True),
        (need(german=6), False),
        (need(german=5, repair=2), True),
        (need(german=5, english=1), False),
        (any_of({SkillId("german"): 9, SkillId("repair"): 1}), True),
        (need(english=1), False),
        (any_of({SkillId("english"): 3, SkillId("french"): 3}), True),
        (any_of({SkillId("english"): 3, SkillId("french"): 4}), False),
        ((), True),
    ],
)
def test_who_needs_something_needs_less_of_it_but_neither_of_two_that_would_do(
    others: Needs, implied: bool
) -> None:
    either = any_of({SkillId("english"): 3, SkillId("french"): 3})
    assert implies(joined(need(german=5, repair=2), either), others) == implied
    assert implies((), others) == (others == ())


def test_needs_are_joined_by_skill_and_the_higher_level_counts() -> None:
    assert joined(need(german=3, repair=2), need(repair=5), (), need(german=1)) == need(german=3, repair=5)
    assert joined() == ()


@pytest.mark.parametrize(
    ("skills", "needs", "met"),
    [
        ({"german": 3}, need(german=3), True),
        ({"german": 2}, need(german=3), False),
        ({"german": 9}, need(german=3, repair=1), False),
        ({}, (), True),
    ],
)
def test_every_need_must_be_met_and_a_missing_skill_is_not_level_0(
    skills: dict[SkillId, int], needs: Needs, met: bool
) -> None:
    assert meets(skills, needs) is met
    assert not meets({}, need(german=0))


def test_proficiency_counts_the_skills_asked_for_and_no_others() -> None:
    skills = {SkillId("german"): 4, SkillId("repair"): 7, SkillId("sales"): 9}
    assert proficiency(skills, need(german=1, repair=1)) == 11
    assert proficiency(skills, ()) == 0


BUDAPEST = ZoneInfo("Europe/Budapest")
HOURS = Hours(
    timezone="Europe/Budapest",
    spans=(Span(weekday=0, opens_min=480, closes_min=720), Span(weekday=6, opens_min=0, closes_min=1440)),
    closed_on=frozenset({date(2026, 1, 12)}),
)


@pytest.mark.parametrize(
    ("local", "is_open"),
    [
        (datetime(2026, 1, 5, 7, 59, 59, tzinfo=BUDAPEST), False),
        (datetime(2026, 1, 5, 8, 0, tzinfo=BUDAPEST), True),
        (datetime(2026, 1, 5, 11, 59, 59, tzinfo=BUDAPEST), True),
        (datetime(2026, 1, 5, 12, 0, tzinfo=BUDAPEST), False),
        (datetime(2026, 1, 6, 9, 0, tzinfo=BUDAPEST), False),
        (datetime(2026, 1, 12, 9, 0, tzinfo=BUDAPEST), False),
        (datetime(2026, 1, 11, 23, 59, 59, tzinfo=BUDAPEST), True),
        # A Monday in summer: the same local hours are two hours off UTC, not one.
        (datetime(2026, 7, 6, 6, 0, tzinfo=UTC), True),
        (datetime(2026, 7, 6, 5, 59, tzinfo=UTC), False),
        # The Sunday on which an hour is skipped, and the one on which it comes twice.
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True),
    ],
)
def test_hours_are_local_and_their_end_is_excluded(local: datetime, is_open: bool) -> None:
    assert HOURS.open_at(local.timestamp()) is is_open


def test_what_belongs_to_an_offer_or_contact_is_named_after_it() -> None:
    assert agent_leg_of(OfferId("o7-31")) == "o7-31-leg"
    assert bridge_of(OfferId("o7-31")) == "o7-31-bridge"
    assert playback_of(ContactId("c7-12"), 3) == "c7-12-p3"
