"""What an explanation says of the future comes true: on floors where anything may have happened, each claim
is tried out on a copy of the floor, with the matcher and the engine themselves.
"""

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from acd.core.engine import Engine
from acd.core.explain import Next, NotYet, not_yet
from acd.core.explain.remedies import taught
from acd.core.explain.suitable import sort_agents
from acd.core.floor import Floor
from acd.core.matching import Matcher
from acd.core.obstacles import Fitting
from acd.core.view import View
from acd.model.agent import Agent, Idle, Ready
from acd.model.contact import Contact, Queued
from acd.model.fact import Fact, Overflowed, PersonGivenUp, RingOpened
from acd.model.ids import AgentId, FlowId, PhoneId
from acd.model.message import TimePassed
from acd.model.needs import Needs
from acd.model.overlay import InForce, Overlay
from acd.model.policy import Policy
from acd.model.queue import Excess, Overflow, ToFlow
from tests.core import oracle
from tests.core.small_variants import VARIANTS
from tests.core.small_world import World

DAYS, STEPS, EVERY = 12, 500, 5
FOREVER_S = 1e9
Steps = RingOpened | PersonGivenUp | Overflowed


def waiting(world: World) -> Iterator[tuple[Contact, Queued]]:
    """Those whom nobody is rung for."""
    floor = world.story.floor
    for contact in floor.contacts():
        if floor.is_waiting(contact) and isinstance(contact.place, Queued):
            yield contact, contact.place


def days(*policies: str, days: int = DAYS) -> Iterator[World]:
    """Worlds at many moments of many days."""
    for policy, seed in itertools.product(policies, range(days)):
        dice = random.Random(f"{policy} {seed}")  # noqa: S311
        world = World(policy)
        for step in range(STEPS):
            world.step(dice.randrange(256), dice.randrange(256))
            if step % EVERY == 0:
                yield world


@pytest.mark.parametrize("policy", sorted(VARIANTS))
def test_who_is_named_as_suitable_is_whom_the_matcher_would_choose_once_free(policy: str) -> None:
    tried: Counter[bool] = Counter()
    for world in days(policy):
        floor = world.story.floor
        for contact, place in waiting(world):
            found = sort_agents(place, Fitting(place, floor), floor, world.at)
            suitable = {one.agent for one in found.suitable}
            assert sum(found.excluded.values()) == sum(1 for _ in floor.agents())
            for agent in floor.agents():
                if agent.id not in floor.policy.agents:
                    continue
                alone = only_free(contact, agent, floor)
                is_kept = oracle.is_kept_back(agent.id, contact, [agent.id], alone)
                chosen = Matcher.of(alone).next_pair()
                assert (chosen == (contact.id, agent.id)) == (agent.id in suitable and not is_kept), (
                    f"{world.story.text}\n{agent.id} for {contact}: {found}"
                )
                tried[agent.id in suitable] += 1
    assert min(tried[True], tried[False]) > 20


def only_free(contact: Contact, agent: Agent, floor: View) -> Floor:
    """A floor on which one contact waits and one agent is free; everybody else stays, and rests."""
    others = [
        msgspec.structs.replace(other, activity=Idle(since=0.0, rests_until=FOREVER_S))
        for other in floor.agents()
        if other.id != agent.id
    ]
    ready = Ready(since=0.0, phone=agent.phone or PhoneId("one more"))
    free = msgspec.structs.replace(agent, presence=ready, activity=Idle(since=0.0))
    earlier = [floor.policy_at(contact.policy_version)]
    return Floor.of(floor.policy, 99, earlier=earlier, records=[contact, free, *others, *floor.overlays()])


@pytest.mark.parametrize("policy", sorted(VARIANTS))
def test_stages_come_when_it_is_said_and_add_exactly_those_who_are_said(policy: str) -> None:
    tried: Counter[Next | None] = Counter()
    for world in days(policy):
        for contact, _ in waiting(world):
            engine = Engine(standstill(contact, world.story.floor))
            engine.handle(TimePassed(), world.at)
            here = engine.view.contact(contact.id)
            if here is None or not isinstance(here.place, Queued):
                continue
            reasons = not_yet(here, engine.view, world.at)
            assert reasons is not None
            tried.update(come_true(here, reasons, engine, world.at))
    assert tried[None] > 20
    if policy == "fine":
        assert all(tried[what] > 5 for what in (Next.SUBSTITUTES, Next.QUEUE, Next.RING, Next.LEAVES)), tried


def standstill(contact: Contact, floor: View) -> Floor:
    """A floor on which one contact waits, nobody comes or goes, and nothing is offered."""
    agents = [
        msgspec.structs.replace(
            agent,
            activity=Idle(since=0.0, rests_until=FOREVER_S * 10),
            load=msgspec.structs.replace(agent.load, turns_at=None),
        )
        for agent in floor.agents()
    ]
    overlays: list[Overlay] = [
        msgspec.structs.replace(overlay, ends_at=None)
        for overlay in floor.overlays()
        if isinstance(overlay.state, InForce)
    ]
    earlier = [floor.policy_at(contact.policy_version)]
    return Floor.of(floor.policy, 99, earlier=earlier, records=[contact, *agents, *overlays])


def come_true(contact: Contact, reasons: NotYet, engine: Engine, at: float) -> Iterator[Next | None]:
    """Let time pass, and compare with what was said; None stands for the time after the last step."""
    known = fit_by_the_words_of_the_policy(contact, engine.view)
    for in_s in sorted({stage.in_s for stage in reasons.stages}):
        said = [stage for stage in reasons.stages if stage.in_s == in_s]
        facts = pass_time(engine, at + in_s)
        steps = list(until_it_leaves(fact for fact in facts if isinstance(fact, Steps)))
        assert len(steps) == len(said), f"{said}\n{steps}"
        if said[-1].what is Next.LEAVES:
            assert isinstance(steps[-1], Overflowed)
            assert (steps[-1].to, steps[-1].because) == (said[-1].to, said[-1].because)
        else:
            now = engine.view.contact(contact.id)
            assert now is not None
            assert isinstance(now.place, Queued)
            assert now.place.ring == said[-1].ring
            fits = fit_by_the_words_of_the_policy(now, engine.view)
            assert {name for stage in said for name in stage.first} >= fits - known
            assert sum(stage.adds for stage in said) >= len(fits - known)
            if len(said) == 1:
                assert said[0].adds == len(fits - known)
                assert said[0].adds_there == len((fits - known) & oracle.who_is_there(engine.view))
            known |= fits | {name for stage in said for name in stage.first}
        yield from (stage.what for stage in said)
    if not reasons.stages or reasons.stages[-1].what is not Next.LEAVES:
        assert not [fact for fact in pass_time(engine, at + 7200.0) if isinstance(fact, Steps)]
        yield None


def until_it_leaves(steps: Iterable[Fact]) -> Iterator[Fact]:
    """What comes in the queue that a contact is sent on to was not asked about."""
    for step in steps:
        yield step
        if isinstance(step, Overflowed):
            return


def pass_time(engine: Engine, until: float) -> list[Fact]:
    """Every deadline up to a moment."""
    facts: list[Fact] = []
    while (due := engine.deadline()) is not None and due <= until:
        facts += engine.handle(TimePassed(), due).facts
    return facts


def fit_by_the_words_of_the_policy(contact: Contact, view: View) -> set[AgentId]:
    """Who could serve a contact, as the oracle reads the policy."""
    return {
        name for name, person in view.policy.agents.items() if oracle.unfit(person, contact, view) is None
    }


def test_what_is_said_to_help_the_hopeless_helps() -> None:
    tried: Counter[str] = Counter()
    for world in days("small", "without_bob", "ordered", days=30):
        floor = world.story.floor
        for contact, place in waiting(world):
            reasons = not_yet(contact, floor, world.at)
            assert reasons is not None
            there = oracle.who_is_there(floor)
            hopes = fit_by_the_words_of_the_policy(contact, floor) & there
            assert (reasons.remedies is None) == bool(hopes), world.story.text
            if reasons.remedies is None:
                continue
            for one in reasons.remedies.nearly:
                assert oracle.unfit(floor.policy.agents[one.agent], contact, floor) is not None
                learnt = with_skills(floor.policy, one.agent, one.lacks)
                assert oracle.unfit(learnt.agents[one.agent], contact, Floor(learnt, 99)) is None
                tried["learn"] += 1
            for shortage in reasons.remedies.shortages:
                have = [
                    name
                    for name, person in floor.policy.agents.items()
                    if any(person.skills.get(need.skill, 0) >= need.level for need in shortage.need)
                ]
                assert (shortage.have, shortage.there) == (len(have), len(there.intersection(have)))
            if not reasons.remedies.has_way_out and place.queue in floor.policy.queues:
                tried["overflow"] += leaves_by_an_overflow(contact, place, floor, world.at)
    assert min(tried["overflow"], tried["learn"]) > 10, tried


def with_skills(policy: Policy, agent: AgentId, lacks: Needs) -> Policy:
    """The company, after somebody has learnt something."""
    return msgspec.structs.replace(
        policy, agents={**policy.agents, agent: taught(policy.agents[agent], lacks)}
    )


def leaves_by_an_overflow(contact: Contact, place: Queued, floor: View, at: float) -> bool:
    """With an overflow for such callers, the engine sends this one away at once."""
    queue = msgspec.structs.replace(
        floor.policy.queues[place.queue],
        overflow=(Overflow(nobody=True, to=ToFlow(flow=FlowId("closed"))),),
    )
    policy = msgspec.structs.replace(floor.policy, queues={**floor.policy.queues, queue.id: queue})
    copy = standstill(contact, floor)
    copy.put_policy(policy)
    outcome = Engine(copy).handle(TimePassed(), at)
    gone = [fact for fact in outcome.facts if isinstance(fact, Overflowed)]
    assert [fact.because for fact in gone] == [Excess.NOBODY]
    return bool(gone)
