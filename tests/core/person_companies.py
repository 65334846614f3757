"""Companies for stories of customers who have to prove that they are there."""

import msgspec

from acd.model.callback import Miss, Mode, PersonCheck
from acd.model.flow import CallBack, Flow
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Policy
from tests.core.small_company import REPAIR, SALES
from tests.core.story_companies import calling_back
from tests.core.story_times import by_day

CHECK = PersonCheck(prompt=PromptId("menu"), key="1", wait_s=4.0, times=2)


def _with(base: Policy, version: int, **changes: object) -> Policy:
    """With other rules for the callbacks of sales."""
    sales = base.queues[SALES]
    assert sales.callback is not None
    rules = msgspec.structs.replace(sales.callback, **changes)
    sales = msgspec.structs.replace(sales, callback=rules)
    return msgspec.structs.replace(base, version=version, queues=base.queues | {SALES: sales})


def asking_for_a_key() -> Policy:
    """As `calling_back`; whoever takes the call has to press 1, and is asked twice. It is tried again
    100 s after a machine, and 50 s after somebody who hangs up.
    """
    base = calling_back()
    rules = base.queues[SALES].callback
    assert rules is not None
    retries = rules.retries | {Miss.VOICEMAIL: (100.0,), Miss.HUNG_UP: (50.0,)}
    return _with(base, 2, person=CHECK, retries=retries)


def saying_machine() -> Policy:
    """As `calling_back`; nobody has to press a key, but an agent who hears a machine presses the star. It is
    tried again once, after 100 s.
    """
    base = calling_back()
    rules = base.queues[SALES].callback
    assert rules is not None
    return _with(base, 8, machine_key="*", retries=rules.retries | {Miss.VOICEMAIL: (100.0,)})


def asking_wordlessly() -> Policy:
    """As `asking_for_a_key`, but what should be said is given up."""
    base = asking_for_a_key()
    return _with(base, 3, person=msgspec.structs.replace(CHECK, prompt=PromptId("gone")))


def asking_no_more() -> Policy:
    """As `calling_back`, but of the version after `asking_for_a_key`."""
    return msgspec.structs.replace(calling_back(), version=4)


def customer_first() -> Policy:
    """As `asking_for_a_key`, and the customer is called before any agent: when one is expected within 20 s.
    Who is told so by the flow of number 300 waits for sales from the beginning to be called back.
    """
    base = _with(asking_for_a_key(), 5, mode=Mode.CUSTOMER_FIRST, ahead_s=20.0)
    meanwhile = base.flows[FlowId("meanwhile")]
    call = CallBack(queue=SALES, next=NodeId("thanks"), otherwise=NodeId("bye"))
    nodes = {name: meanwhile.nodes[NodeId(name)] for name in (NodeId("thanks"), NodeId("bye"))}
    ahead = Flow(id=FlowId("ahead"), start=NodeId("call"), nodes={NodeId("call"): call, **nodes})
    number = msgspec.structs.replace(base.dids["200"], number="300", flow=ahead.id)
    return msgspec.structs.replace(
        base, flows=base.flows | {ahead.id: ahead}, dids=base.dids | {number.number: number}
    )


def customer_first_by_day() -> Policy:
    """As `customer_first`, from 11:00 to 11:02 and at some other times."""
    return msgspec.structs.replace(by_day(customer_first()), version=9)


def customer_first_no_more() -> Policy:
    """As `customer_first`, but agents are rung first again, and no key is asked for."""
    base = customer_first()
    return _with(base, 6, mode=Mode.AGENT_FIRST, person=None)


def customer_first_without_a_trunk() -> Policy:
    """As `customer_first`, but calls do not go out any more."""
    return msgspec.structs.replace(customer_first(), version=7, dialling=None)


def customer_first_for_repair() -> Policy:
    """As `customer_first`, without a queue for sales."""
    base = customer_first()
    return msgspec.structs.replace(base, version=8, queues={REPAIR: base.queues[REPAIR]})


PERSON_COMPANIES = {
    "asking_for_a_key": asking_for_a_key,
    "saying_machine": saying_machine,
    "asking_wordlessly": asking_wordlessly,
    "asking_no_more": asking_no_more,
    "customer_first": customer_first,
    "customer_first_by_day": customer_first_by_day,
    "customer_first_no_more": customer_first_no_more,
    "customer_first_without_a_trunk": customer_first_without_a_trunk,
    "customer_first_for_repair": customer_first_for_repair,
}
"""By the name that stories use for them."""
