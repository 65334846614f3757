"""The small company with numbers that are read out and keyed in, and callbacks before any line."""

import msgspec

from acd.model.flow import Ask, CallBack, Choice, Enqueue, Flow, Hangup, KeepWaiting, Meaning, Menu, Node, Say
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Did, Policy
from acd.model.queue import Overflow, Proposing, ToQueue, ToVoicemail
from acd.model.spoken import number_in
from tests.core.small_company import REPAIR, SALES
from tests.core.story_companies import calling_back

IS_IT, WE_CALL, KEY_IN = (PromptId(name) for name in ("is_it", "we_call", "key_in"))
SOUNDS = {
    IS_IT: "sound:we_call,{number:en},sound:is_it",
    WE_CALL: "sound:we_call,{number:en}",
    KEY_IN: "sound:key_in",
    **{number_in("en", digit): f"sound:{digit}" for digit in range(10)},
}
TYPED = ("06601234599", "06601234510", "1", "133", "00493012345", "0" * 30, "1101", "1103", "1010")
"""What people key in: two numbers of theirs, one of them a customer's, what may not be called, and times."""


def menu(choices: dict[str, str], *, prompt: str = "menu", otherwise: str, without: str = "") -> Menu:
    """A menu in short."""
    return Menu(
        prompt=PromptId(prompt),
        wrong_key=PromptId("wrong_key"),
        no_key=PromptId("no_key"),
        choices={key: Choice(next=NodeId(node)) for key, node in choices.items()},
        wait_s=5.0,
        tries=1,
        otherwise=NodeId(otherwise),
        without_number=NodeId(without) if without else None,
    )


def key_in(*, then: str, otherwise: str) -> Ask:
    """The question for a number."""
    return Ask(
        prompt=KEY_IN,
        unknown=PromptId("unknown"),
        no_key=PromptId("no_key"),
        means=Meaning.PHONE_NUMBER,
        least=3,
        most=20,
        wait_s=5.0,
        tries=2,
        next=NodeId(then),
        otherwise=NodeId(otherwise),
    )


AGREED: dict[NodeId, Node] = {
    NodeId("thanks"): Say(prompt=WE_CALL, next=NodeId("bye"), without_number=NodeId("bye")),
    NodeId("bye"): Hangup(),
}
MEANWHILE = Flow(
    id=FlowId("where_to"),
    start=NodeId("confirm"),
    nodes={
        NodeId("confirm"): menu(
            {"1": "call", "2": "other", "9": "on"}, prompt=IS_IT, otherwise="on", without="other"
        ),
        NodeId("other"): key_in(then="confirm", otherwise="on"),
        NodeId("call"): CallBack(next=NodeId("thanks"), otherwise=NodeId("on")),
        NodeId("on"): KeepWaiting(),
        **AGREED,
    },
)
"""While waiting: the number is read out; 1 for yes, 2 for another one."""
OFFERED = msgspec.structs.replace(
    MEANWHILE,
    id=FlowId("offered"),
    nodes=MEANWHILE.nodes
    | {
        NodeId("confirm"): menu(
            {"1": "call", "2": "other", "9": "on"}, prompt=IS_IT, otherwise="on", without="on"
        )
    },
)
"""The same for those who have not asked; those who show no number hear nothing of it."""
AHEAD = Flow(
    id=FlowId("ahead"),
    start=NodeId("choose"),
    nodes={
        NodeId("choose"): menu({"1": "call", "2": "other", "9": "line"}, otherwise="line"),
        NodeId("other"): key_in(then="call", otherwise="line"),
        NodeId("call"): CallBack(queue=SALES, next=NodeId("thanks"), otherwise=NodeId("other")),
        NodeId("line"): Enqueue(queue=SALES),
        **AGREED,
    },
)
"""Before any line: 1 to be called back, 2 at another number, or else to wait."""


def reading_numbers(base: Policy) -> Policy:
    """With both flows: `MEANWHILE` in all queues, and `AHEAD` for the number 400."""
    number = Did(number="400", name="Ahead", flow=AHEAD.id, closed_flow=AHEAD.id)
    return msgspec.structs.replace(
        base,
        flows=base.flows | {flow.id: flow for flow in (MEANWHILE, OFFERED, AHEAD)},
        dids=base.dids | {number.number: number},
        sounds=base.sounds | SOUNDS,
    )


def calling_elsewhere() -> Policy:
    """As `calling_back`; the menu reads out the number, and another one may be keyed in. 400 is for those who
    may be called back without waiting. More than one who waits for sales is sent to leave a message.
    """
    base = reading_numbers(calling_back())
    crowded = Overflow(longer_than=1, to=ToVoicemail(box="100"))
    sales = msgspec.structs.replace(base.queues[SALES], menu=MEANWHILE.id, overflow=(crowded,))
    return msgspec.structs.replace(base, queues=base.queues | {SALES: sales})


def proposing() -> Policy:
    """As `calling_elsewhere`; those who have waited 10 s are offered a callback, and after 30 s those who
    were not; or when the wait is expected to be longer than a minute. Who has waited 60 s for sales goes to
    repair.
    """
    base = calling_elsewhere()
    sales = base.queues[SALES]
    second = msgspec.structs.replace(sales.rings[1], proposes=OFFERED.id)
    rings = (sales.rings[0], second, msgspec.structs.replace(second, opens_s=30.0))
    sales = msgspec.structs.replace(
        sales,
        rings=rings,
        proposing=Proposing(flow=OFFERED.id, over_s=60.0),
        overflow=(Overflow(waited_s=60.0, to=ToQueue(queue=REPAIR)),),
    )
    return msgspec.structs.replace(base, queues=base.queues | {SALES: sales})


NUMBER_COMPANIES = {"calling_elsewhere": calling_elsewhere, "proposing": proposing}
"""By the name that stories use for them."""
