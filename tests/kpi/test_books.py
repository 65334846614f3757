"""The books add up, and facts tell the same story as the rows: over whatever a random world brings about."""

import random
from functools import cache

import pytest

from acd.kpi.agent_books import agent_intervals
from acd.kpi.contact_books import contact_intervals
from acd.kpi.intervals import AgentBucket, AgentInterval, ContactBucket, ContactInterval, gaps_and_overlaps
from acd.model.fact import AgentLoggedIn, ContactArrived, ContactEnded
from acd.model.ids import AgentId, ContactId, FlowId, LegId
from acd.runtime.ports import Entry
from tests.core.small_world import World
from tests.kpi import told_by_rows

SEEDS = range(25)


@cache
def day(seed: int) -> World:
    """A day of calls and accidents, over."""
    dice = random.Random(seed)  # noqa: S311
    world = World(("small", "fine")[seed % 2])
    for _ in range(600):
        world.step(dice.randrange(256), dice.randrange(256))
    world.wind_down()
    return world


@pytest.mark.parametrize("seed", SEEDS)
def test_every_second_of_a_contact_is_in_exactly_one_interval(seed: int) -> None:
    world = day(seed)
    intervals = contact_intervals(world.entries)
    assert not gaps_and_overlaps(intervals)
    arrived: dict[ContactId, float] = {}
    for entry in world.entries:
        for fact in entry.facts:
            if isinstance(fact, ContactArrived):
                arrived[fact.contact] = entry.at
            if isinstance(fact, ContactEnded):
                own = [one for one in intervals if one.owner == fact.contact]
                assert sum(one.length_s for one in own) == pytest.approx(entry.at - arrived[fact.contact])
                assert not own or (own[0].began_at, own[-1].ended_at) == (arrived[fact.contact], entry.at)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_second_of_an_agent_is_in_exactly_one_interval(seed: int) -> None:
    world = day(seed)
    intervals = agent_intervals(world.entries, until=world.at)
    assert not gaps_and_overlaps(intervals)
    for agent in {one.owner for one in intervals}:
        own = [one for one in intervals if one.owner == agent]
        begun = [
            entry.at
            for entry in world.entries
            for fact in entry.facts
            if isinstance(fact, AgentLoggedIn) and fact.agent == agent
        ]
        assert own[0].began_at == begun[0]
        assert own[-1].ended_at == world.at


@pytest.mark.parametrize("seed", SEEDS)
def test_the_facts_of_contacts_tell_what_their_rows_tell(seed: int) -> None:
    world = day(seed)
    told = told_by_rows.of_intervals(contact_intervals(world.entries))
    assert told == told_by_rows.of_contacts(world.batches, world.at)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_facts_of_agents_tell_what_their_rows_tell(seed: int) -> None:
    world = day(seed)
    told = told_by_rows.of_intervals(agent_intervals(world.entries, until=world.at))
    begin = {stretch.owner: stretch.began_at for stretch in sorted(told, key=lambda one: -one.began_at)}
    rows = told_by_rows.of_agents(world.batches, world.at)
    assert told == {one for one in rows if one.owner in begin and one.began_at >= begin[one.owner]}


def test_the_days_are_not_empty() -> None:
    """Else the tests above would prove nothing."""
    buckets = {one.bucket for seed in SEEDS for one in contact_intervals(day(seed).entries)}
    assert buckets == set(ContactBucket)
    agents = {one.bucket for seed in SEEDS for one in agent_intervals(day(seed).entries, until=day(seed).at)}
    assert agents == set(AgentBucket)


def test_books_of_the_living_are_closed_when_asked() -> None:
    arrived = ContactArrived(
        contact=ContactId("c1"),
        leg=LegId("call-1"),
        did="100",
        caller=None,
        flow=FlowId("main"),
        open=True,
        policy_version=1,
    )
    entries = [Entry(at=10.0, facts=(arrived,))]
    assert contact_intervals(entries) == []
    menu = ContactInterval(owner=ContactId("c1"), bucket=ContactBucket.MENU, began_at=10.0, ended_at=12.0)
    assert contact_intervals(entries, until=12.0) == [menu]


def test_gaps_overlaps_and_emptiness_are_found() -> None:
    assert gaps_and_overlaps([idle(0, 1), idle(1, 3)]) == []
    assert gaps_and_overlaps([idle(0, 1), idle(2, 3)]) == ["eva: gap between 1 and 2"]
    assert gaps_and_overlaps([idle(0, 2), idle(1, 3)]) == ["eva: overlap between 2 and 1"]
    assert gaps_and_overlaps([idle(1, 1)]) == ["eva: 0 s long"]


def idle(began_at: float, ended_at: float) -> AgentInterval:
    return AgentInterval(owner=AgentId("eva"), bucket=AgentBucket.IDLE, began_at=began_at, ended_at=ended_at)
