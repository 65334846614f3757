"""What is kept with an offer: what decided among equals, and how little room it takes on a large floor."""

from typing import Any

import msgspec

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.about import About, Rule, When
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, Presence, Ready
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, ContactId, LegId, PhoneId, SkillId
from acd.model.message import AsteriskSeen, CallArrived, GoReady
from acd.model.needs import any_of, joined
from acd.model.people import AgentPolicy, Phone
from acd.model.policy import Policy
from acd.model.region import Region
from acd.model.why import Decider
from tests.core.small_company import MONDAY_TEN, NORTH, REPAIR, SALES, SOUTH, agent, company, need, queue

REASONS = [f"Meeting of team {number}" for number in range(9)]


def floor_of(policy: Policy, presences: dict[AgentId, Presence]) -> Engine:
    """The agents as they are, with nobody waiting, Asterisk connected."""
    floor = Floor(policy, 1)
    for name, presence in presences.items():
        floor.put(Agent(id=name, presence=presence, activity=Idle(since=MONDAY_TEN - 60)))
    engine = Engine(floor)
    engine.handle(AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()), MONDAY_TEN)
    return engine


def staffed(*people: AgentPolicy, **changes: Any) -> Policy:
    """The small company with a desk for each of these agents, and nobody else."""
    desks = {PhoneId(f"desk {person.id}"): person for person in people}
    return company(
        agents={person.id: person for person in people},
        phones={desk: Phone(id=desk, extension=person.id) for desk, person in desks.items()},
        **changes,
    )


def ready(name: AgentId) -> Ready:
    return Ready(since=MONDAY_TEN - 60, phone=PhoneId(f"desk {name}"))


def not_ready(name: AgentId, reason: str) -> NotReady:
    return NotReady(since=MONDAY_TEN - 60, phone=PhoneId(f"desk {name}"), reason=reason)


def offers_to(engine: Engine, *messages: CallArrived | GoReady) -> list[OfferOpened]:
    """What is offered, all at one moment."""
    outcomes = [engine.handle(message, MONDAY_TEN + 1) for message in messages]
    return [fact for outcome in outcomes for fact in outcome.facts if isinstance(fact, OfferOpened)]


def call(number: int) -> CallArrived:
    return CallArrived(leg=LegId(f"call-{number}"), did="200", caller="+361")


# --- equals ------------------------------------------------------------------------------------------------


def test_of_agents_who_are_equal_in_everything_the_first_by_text_is_offered() -> None:
    people = [agent(name, SALES, sales=5) for name in ("999", "1000")]
    (offer,) = offers_to(floor_of(staffed(*people), {each.id: ready(each.id) for each in people}), call(1))
    assert [each.agent for each in offer.why.candidates] == ["1000", "999"]
    assert offer.why.decided_by is Decider.ID


def test_of_contacts_with_the_same_order_key_the_first_by_text_is_offered() -> None:
    people = [agent(name, SALES, sales=5) for name in ("201", "202")]
    engine = floor_of(staffed(*people), {each.id: not_ready(each.id, "Break") for each in people})
    assert offers_to(engine, *map(call, range(10))) == []
    offered = offers_to(engine, *(GoReady(agent=each.id) for each in people))
    assert [each.contact for each in offered] == [ContactId("c1-1"), ContactId("c1-10")]


# --- a large floor -----------------------------------------------------------------------------------------


def test_the_reasons_of_an_offer_stay_small_on_a_floor_of_ten_thousand() -> None:
    """With much of all that they can hold of one who waits for the whole queue. They grow with what the
    company says, not with how many agents it has.
    """
    people = [person(number) for number in range(10_000)]
    sales = msgspec.structs.replace(queue(SALES, sales=1), regional=True)
    seven = [Rule(name=f"Head start of customers {n}", when=When(), head_start_s=50.0) for n in range(7)]
    asked = joined(need(german=4, refund=2), any_of({SkillId("modem"): 3, SkillId("power"): 6}))
    base = company()
    policy = staffed(
        *people,
        queues={SALES: sales, REPAIR: base.queues[REPAIR]},
        dids={"200": msgspec.structs.replace(base.dids["200"], about=About(region=NORTH))},
        rules=(*seven, Rule(name="Asked for", when=When(), needs=asked)),
        regions={region: Region(id=region, name=region, within=None) for region in (NORTH, SOUTH)},
    )
    (offer,) = offers_to(
        floor_of(policy, {each.id: presence(n, each.id) for n, each in enumerate(people)}), call(1)
    )
    assert len(offer.why.candidates) == 5
    assert sum(offer.why.excluded.values()) > 8_000
    assert len(offer.why.excluded) >= 9 + 4
    assert len(offer.why.head_starts) == 7
    assert len(msgspec.json.encode(offer.why)) < 1_500


def person(number: int) -> AgentPolicy:
    """One in twenty lacks a skill, serves another queue, or looks after another region."""
    kind = number % 20
    made = agent(
        str(10_000 + number),
        REPAIR if kind == 1 else SALES,
        sales=5,
        german=3 if kind == 0 else 5,
        refund=5,
        modem=5,
    )
    return msgspec.structs.replace(made, regions=frozenset({SOUTH})) if kind == 2 else made


def presence(number: int, name: AgentId) -> Presence:
    """One in seven is ready."""
    kind = number % 21
    if kind < 3:
        return ready(name)
    if kind < 6:
        return LoggedOut(since=MONDAY_TEN)
    return not_ready(name, REASONS[kind % 9])
