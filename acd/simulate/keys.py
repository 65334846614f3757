"""Keys: whether what callers press has a meaning in the menus that they come to.

A caller whose key means nothing hears so, tries again and goes where the menu sends everybody who presses
nothing: a simulation goes on, and nobody sees that it answers another question. So the flows are walked
through beforehand, without a clock: by day and by night, and on the ways on which a queue sends callers back
into a flow.
"""

from collections.abc import Iterator

from acd.model.flow import (
    Ask,
    CallBack,
    DeclineCallback,
    Enqueue,
    Hangup,
    KeepWaiting,
    Menu,
    RecordNote,
    Say,
    StartOver,
    SwitchLanguage,
    TakePlace,
    Voicemail,
)
from acd.model.ids import FlowId, QueueId
from acd.model.policy import Policy
from acd.model.queue import ToFlow, ToQueue

END = "#"
"""Ends digits. Where they need no end it is not heard."""


def without_meaning(policy: Policy, number: str, keys: str) -> str | None:
    """What is wrong with the keys of somebody who dials this number; None: each of them means something.

    With opening hours it is enough that they do at one of the two times.
    """
    did = policy.dids[number]
    flows = dict.fromkeys((did.flow, did.closed_flow) if did.hours is not None else (did.flow,))
    troubles = [_trouble(policy, flow, keys, ()) for flow in flows]
    return None if None in troubles else troubles[0]


def _trouble(policy: Policy, name: FlowId, keys: str, came_by: tuple[FlowId, ...]) -> str | None:
    """Of these keys in this flow, and in those that its queues send callers into."""
    flow = policy.flows[name]
    place, pressed = flow.start, 0
    while pressed < len(keys):
        key, node = keys[pressed], flow.nodes[place]
        match node:
            case Say() | SwitchLanguage() | RecordNote():
                place = node.next
            case Menu() if key in node.choices:
                place, pressed = node.choices[key].next, pressed + 1
            case Menu():
                has = ", ".join(sorted(node.choices))
                return f'{key} has no meaning in the menu "{place}" of the flow "{name}", which has {has}'
            case Ask():
                place, pressed = node.next, pressed + _typed(node, keys[pressed:])
            case (
                Enqueue()
                | KeepWaiting()
                | CallBack()
                | TakePlace()
                | DeclineCallback()
                | StartOver()
                | Voicemail()
                | Hangup()
            ):
                left = keys[pressed:]
                there = _sent_into(policy, node.queue, ()) if isinstance(node, Enqueue) else ()
                onward = [flow for flow in there if flow not in (*came_by, name)]
                if any(_trouble(policy, flow, left, (*came_by, name)) is None for flow in onward):
                    return None
                after = f" after {keys[:pressed]}" if pressed else ""
                return f'no menu asks for {left}: the flow "{name}" has none{after} before its "{place}"'
    return None


def _typed(ask: Ask, keys: str) -> int:
    """So many of the keys answer this question."""
    digits, ended, _ = keys.partition(END)
    if len(digits) >= ask.most:
        return ask.most + (keys[ask.most : ask.most + 1] == END)
    return len(digits) + len(ended)


def _sent_into(policy: Policy, queue: QueueId, came_by: tuple[QueueId, ...]) -> Iterator[FlowId]:
    """The flows into which this queue, or one that it sends callers on to, may send them."""
    for overflow in policy.queues[queue].overflow:
        match overflow.to:
            case ToFlow(flow=flow):
                yield flow
            case ToQueue(queue=onward) if onward not in (*came_by, queue):
                yield from _sent_into(policy, onward, (*came_by, queue))
            case _:
                pass
