"""A callback before any line takes the place that the way through the flow has led to."""

import msgspec

from acd.core.callback_number import callback_number
from acd.model.about import About, Entered
from acd.model.callback import Order, Reached
from acd.model.contact import Queued
from acd.model.fact import CallbackAgreed, QueueChosen
from acd.model.flow import CallBack, Choice, Flow, Menu
from acd.model.ids import FlowId, NodeId
from acd.model.message import PolicyApplied
from acd.model.policy import Policy
from tests.core.floor_story import FloorStory
from tests.core.small_company import REPAIR, SALES, need
from tests.core.small_numbers import AHEAD, calling_elsewhere
from tests.core.told import facts_of


def with_needs() -> Policy:
    """As `calling_elsewhere`; who presses 1 needs somebody who speaks German."""
    base = calling_elsewhere()
    menu = AHEAD.nodes[NodeId("choose")]
    assert isinstance(menu, Menu)
    german = Choice(next=NodeId("call"), needs=need(german=4))
    nodes = AHEAD.nodes | {NodeId("choose"): msgspec.structs.replace(menu, choices={"1": german})}
    ahead = msgspec.structs.replace(AHEAD, nodes=nodes)
    return msgspec.structs.replace(base, flows=base.flows | {ahead.id: ahead})


def call(policy: Policy, *keys: str, did: str = "400") -> FloorStory:
    story = FloorStory(policy)
    story.hear(0.0, "AsteriskSeen")
    story.hear(0.0, "GoNotReady night break")
    story.hear(1.0, f"CallArrived call-1 {did} +436601234567")
    for second, key in enumerate(keys, start=2):
        story.hear(float(second), f"KeyPressed call-1 {key}")
    return story


def test_what_the_keys_on_the_way_say_is_asked_for() -> None:
    story = call(with_needs(), "1")
    (contact,) = story.floor.contacts()
    assert isinstance(contact.place, Queued)
    assert contact.place.needs == need(german=4, sales=1)


def test_where_the_queue_calls_nobody_back_any_more_the_caller_goes_another_way() -> None:
    base = calling_elsewhere()
    story = call(base)
    sales = msgspec.structs.replace(base.queues[SALES], callback=None)
    story.take(
        1.5,
        PolicyApplied(policy=msgspec.structs.replace(base, version=9, queues=base.queues | {SALES: sales})),
    )
    story.hear(2.0, "GoNotReady night break")
    story.hear(3.0, "KeyPressed call-1 1")
    assert not facts_of(story, CallbackAgreed)
    (contact,) = story.floor.contacts()
    assert contact.is_live


def test_from_one_line_into_the_callbacks_of_another_the_time_waited_is_taken_along() -> None:
    """The menu of sales agrees on a callback by repair."""
    base = calling_elsewhere()
    nodes = AHEAD.nodes | {
        NodeId("call"): CallBack(queue=REPAIR, next=NodeId("thanks"), otherwise=NodeId("line"))
    }
    menu = Flow(id=FlowId("elsewhere"), start=AHEAD.start, nodes=nodes)
    callback = base.queues[SALES].callback
    queues = {
        SALES: msgspec.structs.replace(base.queues[SALES], menu=menu.id),
        REPAIR: msgspec.structs.replace(base.queues[REPAIR], callback=callback),
    }
    policy = msgspec.structs.replace(base, flows=base.flows | {menu.id: menu}, queues=queues)
    story = call(policy, "1", did="200")
    (contact,) = story.floor.contacts()
    place = contact.place
    assert isinstance(place, Queued)
    assert (place.queue, place.since) == (REPAIR, contact.arrived_at)
    assert [fact.queue for fact in facts_of(story, QueueChosen)] == [SALES, REPAIR]
    assert contact.is_held


def test_what_was_agreed_last_counts_more_than_what_was_keyed_in_before_the_line() -> None:
    """A customer who was reached at another number, and asks once more."""
    story = call(calling_elsewhere(), did="200")
    (contact,) = story.floor.contacts()
    place, first = contact.place, Entered(number="+4312222222")
    assert isinstance(place, Queued)
    place = msgspec.structs.replace(place, about=About(entered=first))
    assert callback_number(contact, place.about, story.floor) == first.number
    order = Order(number="+4313333333", agreed_at=0.0, expires_at=1.0)
    reached = msgspec.structs.replace(contact, place=place, callback=Reached(order=order, leg=contact.leg))
    assert callback_number(reached, place.about, story.floor) == order.number
    again = About(entered=Entered(number="+4314444444", times=2))
    assert callback_number(reached, again, story.floor) == "+4314444444"
