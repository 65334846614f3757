"""Messages in variants of the small company that calls back: who waits may leave one, or has to."""

import msgspec

from acd.model.flow import Choice, Menu, Voicemail
from acd.model.ids import NodeId, PromptId
from acd.model.policy import Policy
from acd.model.queue import Overflow, ToVoicemail
from acd.model.voice_message import MessageBox
from tests.core.small_callbacks import MENU, calls_back
from tests.core.small_company import SALES, need


def takes_messages() -> Policy:
    """Key 3 leaves a message, for sales, and so does a long wait; the agent is told what the keys mean."""
    base = calls_back()
    ask = MENU.nodes[NodeId("ask")]
    assert isinstance(ask, Menu)
    choices = ask.choices | {"3": Choice(next=NodeId("leave"), needs=need(german=4))}
    nodes = MENU.nodes | {
        NodeId("ask"): msgspec.structs.replace(ask, choices=choices),
        NodeId("leave"): Voicemail(box="100"),
    }
    box = MessageBox(
        box="100",
        queue=SALES,
        prompt=PromptId("goodbye"),
        briefing=PromptId("welcome"),
        longest_s=20.0,
        outcomes={"1": "done", "9": "nothing to do"},
    )
    ways = (Overflow(waited_s=25.0, to=ToVoicemail(box="100")),)
    return msgspec.structs.replace(
        base,
        version=13,
        flows=base.flows | {MENU.id: msgspec.structs.replace(MENU, nodes=nodes)},
        queues={name: msgspec.structs.replace(queue, overflow=ways) for name, queue in base.queues.items()},
        boxes={"100": box},
    )


def takes_messages_tersely() -> Policy:
    """The agent is told nothing, and nobody is called back."""
    base = takes_messages()
    boxes = {name: msgspec.structs.replace(box, briefing=None) for name, box in base.boxes.items()}
    return msgspec.structs.replace(base, version=14, boxes=boxes, dialling=None)


def takes_no_messages() -> Policy:
    """Asterisk's own box takes them."""
    return msgspec.structs.replace(takes_messages(), version=15, boxes={})


def is_closed_down() -> Policy:
    """Nobody works here any more, and there is nothing to wait for."""
    return msgspec.structs.replace(takes_no_messages(), version=16, queues={}, agents={})
