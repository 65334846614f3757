"""What a queue keeps for its own callers; and that nobody is kept from everybody."""

import msgspec
import pytest

from acd.model.fact import OfferOpened
from acd.model.flow import Enqueue, Flow
from acd.model.ids import AgentId, FlowId, LegId, NodeId, PhoneId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    GoNotReady,
    GoReady,
    LegAnswered,
    LegSeen,
    LogIn,
    LogOut,
)
from acd.model.people import Phone
from acd.model.policy import Did
from tests.core.floor_story import FloorStory
from tests.core.small_company import CLOSED, MONDAY_TEN, REPAIR, SALES, agent, company, queue
from tests.core.told import facts_of

NAMES = tuple(AgentId(name) for name in ("ann", "bea", "cat"))
NUMBERS = {SALES: "200", REPAIR: "300"}
KEPT = "kept for callers of another queue"


def begun(*, sales: int, repair: int = 0, people: int = 3) -> FloorStory:
    """All serve both queues, which keep so many for their own callers, and are ready."""
    flows = {
        name: Flow(id=FlowId(name), start=NodeId("in"), nodes={NodeId("in"): Enqueue(queue=name)})
        for name in NUMBERS
    }
    policy = company(
        flows={flow.id: flow for flow in (*flows.values(), CLOSED)},
        dids={
            number: Did(number=number, name=name, flow=FlowId(name), closed_flow=CLOSED.id)
            for name, number in NUMBERS.items()
        },
        queues={
            SALES: msgspec.structs.replace(queue(SALES), reserve=sales),
            REPAIR: msgspec.structs.replace(queue(REPAIR), reserve=repair),
        },
        agents={name: agent(name, SALES, REPAIR) for name in NAMES[:people]},
        phones={PhoneId(name): Phone(id=PhoneId(name), extension=name) for name in NAMES},
    )
    story = FloorStory(policy)
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    for at_s, name in enumerate(NAMES[:people]):
        story.take(float(at_s), LogIn(agent=name, phone=PhoneId(name)))
        story.take(float(at_s), GoReady(agent=name))
    return story


def call(story: FloorStory, at_s: float, number: str) -> int:
    """Somebody calls: how many have been rung so far."""
    story.take(at_s, CallArrived(leg=LegId(f"call-{at_s}"), did=number, caller=f"+36{at_s}"))
    return len(facts_of(story, OfferOpened))


def test_the_last_free_ones_are_kept_and_the_queues_own_callers_get_them() -> None:
    story = begun(sales=1)
    assert [call(story, at_s, NUMBERS[REPAIR]) for at_s in (10.0, 11.0, 12.0)] == [1, 2, 2]
    assert call(story, 13.0, NUMBERS[SALES]) == 3
    assert facts_of(story, OfferOpened)[-1].why.excluded.get(KEPT) is None


@pytest.mark.parametrize("reserve", [1, 3, 9])
def test_where_one_works_alone_everybody_is_served(reserve: int) -> None:
    story = begun(sales=reserve, people=1)
    assert call(story, 10.0, NUMBERS[REPAIR]) == 1


def test_who_is_kept_is_kept_no_more_when_the_others_go_home() -> None:
    story = begun(sales=1, people=2)
    assert [call(story, at_s, NUMBERS[REPAIR]) for at_s in (10.0, 11.0)] == [1, 1]
    (rung,) = (fact.agent for fact in facts_of(story, OfferOpened))
    story.take(12.0, LogOut(agent=rung))
    assert len(facts_of(story, OfferOpened)) == 2


def test_who_is_kept_is_kept_no_more_when_the_other_wants_a_break() -> None:
    story = begun(sales=1, people=2)
    assert call(story, 10.0, NUMBERS[SALES]) == 1
    (rung,) = facts_of(story, OfferOpened)
    story.take(11.0, LegSeen(leg=rung.leg))
    story.take(12.0, LegAnswered(leg=rung.leg))
    assert call(story, 13.0, NUMBERS[REPAIR]) == 1
    story.take(14.0, GoNotReady(agent=rung.agent, reason="break"))
    assert [offer.queue for offer in facts_of(story, OfferOpened)] == [SALES, REPAIR]


def test_a_break_is_no_work() -> None:
    story = begun(sales=1, people=2)
    story.take(9.0, GoNotReady(agent=NAMES[0], reason="break"))
    assert call(story, 10.0, NUMBERS[REPAIR]) == 1


def test_whom_two_queues_keep_serves_the_callers_of_both() -> None:
    story = begun(sales=2, repair=2)
    assert [call(story, at_s, NUMBERS[SALES]) for at_s in (10.0, 11.0)] == [1, 2]
    assert call(story, 12.0, NUMBERS[REPAIR]) == 3
