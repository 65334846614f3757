"""What the checker of company files does not let through, and the engine must survive all the same."""

import msgspec
import pytest

from acd.core.engine import CascadeOverflow
from acd.model.flow import Enqueue, Flow
from acd.model.ids import FlowId, LegId, NodeId
from acd.model.message import AsteriskSeen, CallArrived
from acd.model.queue import Overflow, ToFlow
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, STRAIGHT_TO_SALES, company


def test_a_circle_without_anybody_ends_with_an_error_and_not_never() -> None:
    """Sales sends on into a flow that leads to repairs, repairs into one that leads to sales."""
    base = company()
    to_repairs = Flow(
        id=FlowId("to repairs"), start=NodeId("go"), nodes={NodeId("go"): Enqueue(queue=REPAIR)}
    )
    on = {SALES: to_repairs.id, REPAIR: STRAIGHT_TO_SALES.id}
    queues = {
        name: msgspec.structs.replace(each, overflow=(Overflow(nobody=True, to=ToFlow(flow=on[name])),))
        for name, each in base.queues.items()
    }
    story = FloorStory(company(queues=queues, flows=base.flows | {to_repairs.id: to_repairs}))
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    with pytest.raises(CascadeOverflow, match="sent on and on"):
        story.take(1.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
