"""Companies for stories of those who ring again."""

import msgspec

from acd.model.again import Recognition
from acd.model.flow import (
    Choice,
    DeclineCallback,
    Enqueue,
    Flow,
    Hangup,
    Menu,
    Node,
    RecordNote,
    Say,
    StartOver,
    TakePlace,
    Voicemail,
)
from acd.model.ids import FlowId, NodeId, PromptId
from acd.model.policy import Policy
from acd.model.queue import Announcement, Ring
from tests.core.small_company import REPAIR, SALES
from tests.core.story_companies import calling_back, leaving_messages


def ringing_again() -> Policy:
    """As `calling_back`; whoever rings from a number that is to be called back may press 1 for the place, 2
    to be called no more, and 3 to begin anew, as who presses nothing does.
    """
    base = calling_back()
    to = {"1": "take", "2": "cancel", "3": "over"}
    nodes: dict[NodeId, Node] = {
        NodeId("known"): Menu(
            prompt=PromptId("menu"),
            wrong_key=PromptId("wrong_key"),
            no_key=PromptId("no_key"),
            choices={key: Choice(next=NodeId(node)) for key, node in to.items()},
            wait_s=5.0,
            tries=1,
            otherwise=NodeId("over"),
        ),
        NodeId("take"): TakePlace(otherwise=NodeId("sorry")),
        NodeId("cancel"): DeclineCallback(next=NodeId("done"), otherwise=NodeId("sorry")),
        NodeId("over"): StartOver(),
        NodeId("done"): Say(prompt=PromptId("goodbye"), next=NodeId("bye")),
        NodeId("sorry"): Say(prompt=PromptId("closed"), next=NodeId("known")),
        NodeId("bye"): Hangup(),
    }
    again = Flow(id=FlowId("again"), start=NodeId("known"), nodes=nodes)
    return msgspec.structs.replace(
        base,
        version=5,
        flows=base.flows | {again.id: again},
        recognition=Recognition(country="AT", called_back=again.id),
    )


def ringing_again_for_something_else() -> Policy:
    """As `ringing_again`, with 5 for repair, and 4 to leave a message, also while waiting."""
    base, messages = ringing_again(), leaving_messages()
    again = base.flows[FlowId("again")]
    known = again.nodes[NodeId("known")]
    assert isinstance(known, Menu)
    to = {"4": Choice(next=NodeId("leave")), "5": Choice(next=NodeId("repair"))}
    nodes = again.nodes | {
        NodeId("known"): msgspec.structs.replace(known, choices=known.choices | to),
        NodeId("leave"): Voicemail(box="100"),
        NodeId("repair"): Enqueue(queue=REPAIR),
    }
    return msgspec.structs.replace(
        base,
        version=12,
        flows=messages.flows | {again.id: msgspec.structs.replace(again, nodes=nodes)},
        boxes=messages.boxes,
    )


def ringing_again_for_repair() -> Policy:
    """As `ringing_again`, without a queue for sales."""
    base = ringing_again()
    return msgspec.structs.replace(base, version=6, queues={REPAIR: base.queues[REPAIR]})


def ringing_again_uncalled() -> Policy:
    """As `ringing_again`, but nobody is called back any more."""
    return msgspec.structs.replace(ringing_again(), version=7, dialling=None)


def dropping() -> Policy:
    """As `ringing_again`; whoever rings within a minute after leaving a line may press 1 for the place, and 3
    to begin anew.
    """
    base = ringing_again()
    known = base.flows[FlowId("again")].nodes[NodeId("known")]
    assert isinstance(known, Menu)
    nodes: dict[NodeId, Node] = {
        NodeId("known"): msgspec.structs.replace(
            known, choices={key: known.choices[key] for key in ("1", "3")}
        ),
        NodeId("take"): TakePlace(otherwise=NodeId("over")),
        NodeId("over"): StartOver(),
    }
    back = Flow(id=FlowId("back"), start=NodeId("known"), nodes=nodes)
    return msgspec.structs.replace(
        base,
        version=8,
        flows=base.flows | {back.id: back},
        recognition=msgspec.structs.replace(base.recognition, dropped=back.id, within_s=60.0),
    )


def dropping_with_rings() -> Policy:
    """As `dropping`, with a second ring after 5 s and a third one after 500 s."""
    base = dropping()
    sales = msgspec.structs.replace(
        base.queues[SALES], rings=(Ring(opens_s=0.0), Ring(opens_s=5.0), Ring(opens_s=500.0))
    )
    return msgspec.structs.replace(base, version=9, queues=base.queues | {SALES: sales})


def dropping_for_repair() -> Policy:
    """As `dropping`, without a queue for sales."""
    base = dropping()
    return msgspec.structs.replace(base, version=10, queues={REPAIR: base.queues[REPAIR]})


def dropping_by_appointment() -> Policy:
    """As `dropping`, with one flow for all who are recognised: that of `ringing_again`."""
    base = dropping()
    recognition = msgspec.structs.replace(base.recognition, dropped=base.recognition.called_back)
    return msgspec.structs.replace(base, version=11, recognition=recognition)


def dropping_with_more() -> Policy:
    """As `dropping`; who waits may leave a message with 4, and say what it is about with 5; and hears a
    word after 30 s. Who is asked may leave a message instead with 4, and go to repair with 5.
    """
    base, messages = dropping(), leaving_messages()
    menu = messages.flows[FlowId("meanwhile")]
    ask = menu.nodes[NodeId("ask")]
    assert isinstance(ask, Menu)
    note = RecordNote(
        prompt=PromptId("welcome"), longest_s=30.0, silence_s=4.0, next=NodeId("on"), otherwise=NodeId("on")
    )
    ask = msgspec.structs.replace(ask, choices=ask.choices | {"5": Choice(next=NodeId("note"))})
    nodes = menu.nodes | {NodeId("ask"): ask, NodeId("note"): note}
    back = base.flows[FlowId("back")]
    known = back.nodes[NodeId("known")]
    assert isinstance(known, Menu)
    to = {"4": Choice(next=NodeId("leave")), "5": Choice(next=NodeId("repair"))}
    asked = back.nodes | {
        NodeId("known"): msgspec.structs.replace(known, choices=known.choices | to),
        NodeId("leave"): Voicemail(box="100"),
        NodeId("repair"): Enqueue(queue=REPAIR),
    }
    patience = Announcement(prompt=PromptId("welcome"), after_s=30.0)
    sales = msgspec.structs.replace(base.queues[SALES], announcements=(patience,))
    return msgspec.structs.replace(
        base,
        version=13,
        queues=base.queues | {SALES: sales},
        flows=base.flows
        | {
            menu.id: msgspec.structs.replace(menu, nodes=nodes),
            back.id: msgspec.structs.replace(back, nodes=asked),
        },
        boxes=messages.boxes,
    )


AGAIN_COMPANIES = {
    "dropping_with_more": dropping_with_more,
    "dropping_by_appointment": dropping_by_appointment,
    "dropping": dropping,
    "dropping_with_rings": dropping_with_rings,
    "dropping_for_repair": dropping_for_repair,
    "ringing_again_uncalled": ringing_again_uncalled,
    "ringing_again": ringing_again,
    "ringing_again_for_something_else": ringing_again_for_something_else,
    "ringing_again_for_repair": ringing_again_for_repair,
}
"""By the name that stories use for them."""
