"""The ways that callers can take through a company: numbers, keys, and the queue at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from acd.model.flow import (
    Ask,
    CallBack,
    DeclineCallback,
    Enqueue,
    Flow,
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
from acd.model.ids import NodeId, QueueId
from acd.model.needs import Needs, joined, meets
from acd.model.people import AgentPolicy
from acd.model.policy import Policy

_MOST_MENUS = 4
"""A menu that leads back to itself is not gone through for ever."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way: what to dial, what to press, where it ends."""

    did: str
    keys: str = ""
    """Pressed in this order, one in each menu."""
    menus: tuple[str, ...] = ()
    """Menu by menu, all keys that mean something there."""
    queue: QueueId | None = None
    """None: the flow says good-bye."""
    needs: Needs = ()
    """What an agent must be able to do, the queue's own needs included."""


def ways(policy: Policy, at: float) -> tuple[Way, ...]:
    """Every way of every number at this moment; out of hours they are those of the closed flow."""
    flows = {did: policy.flows[about.flow_at(at)] for did, about in policy.dids.items()}
    return tuple(
        way for did, flow in flows.items() for way in _beyond(policy, flow, flow.start, Way(did=did))
    )


def can_serve(agent: AgentPolicy, way: Way) -> bool:
    """Whether an agent serves the queue of a way and meets what it asks for."""
    return way.queue in agent.queues and meets(agent.skills, way.needs)


def _beyond(policy: Policy, flow: Flow, node: NodeId, so_far: Way) -> Iterator[Way]:
    """The ways that lead on from a node."""
    match flow.nodes[node]:
        case Say(next=following) | SwitchLanguage(next=following):
            yield from _beyond(policy, flow, following, so_far)
        case (
            Ask(otherwise=following) | RecordNote(otherwise=following)
        ):  # the callers of the show know no postal codes
            yield from _beyond(policy, flow, following, so_far)
        case (
            Hangup() | Voicemail() | CallBack() | KeepWaiting()
        ):  # the last two are for those who wait already
            yield so_far
        case TakePlace() | DeclineCallback() | StartOver():  # likewise, and no number leads there
            yield so_far
        case Enqueue(queue=queue, needs=needs):
            everything = joined(so_far.needs, needs, policy.queues[queue].needs)
            yield replace(so_far, queue=queue, needs=everything)
        case Menu(choices=choices):
            if len(so_far.menus) == _MOST_MENUS:
                return
            for key, choice in choices.items():
                pressed = replace(
                    so_far,
                    keys=so_far.keys + key,
                    menus=(*so_far.menus, "".join(choices)),
                    needs=joined(so_far.needs, choice.needs),
                )
                yield from _beyond(policy, flow, choice.next, pressed)
