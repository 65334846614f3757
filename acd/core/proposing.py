"""Proposing: when somebody who waits is offered a callback without having asked for it. Rows of the waiting
room, which knows whether there is room for it.

Once: because a ring has opened that offers it, or because the rest of the wait is expected to be longer than
the queue's limit. That is looked at on entry, and then again and again. For the limit counts what is expected
now, not the shorter wait that was promised before.
"""

from typing import NamedTuple, TypeVar

import msgspec

from acd.core.machine import Step
from acd.core.view import View
from acd.model.contact import Announcing, Contact, InMenu, Music, Queued, WaitingRoom
from acd.model.fact import CallbackProposed, RingOpened
from acd.model.ids import FlowId
from acd.model.message import ProposalDue
from acd.model.queue import Occasion, Queue

Q = TypeVar("Q", Music, Announcing, InMenu)

LOOK_AGAIN_S = 20.0
"""So much later it is looked at again."""


class Proposal(NamedTuple):
    """What is offered, and why."""

    flow: FlowId
    because: Occasion
    expected_s: float | None = None


def hear_of_ring(contact: Contact, state: Q, message: RingOpened, view: View, at: float) -> Step[Q]:
    """A ring has opened in which a callback is offered: as soon as nothing else is said."""
    flow = view.queue(message.queue, contact.policy_version).rings[message.ring].proposes
    if flow is None or state.proposed:
        return Step(state)
    return Step(msgspec.structs.replace(state, proposal=flow, proposal_at=at))


def propose(contact: Contact, state: Music, _message: ProposalDue, view: View, at: float) -> Step[Music]:
    """Offer a callback, if there is a reason now: the journey speaks. Otherwise look again."""
    place = contact.place
    assert isinstance(place, Queued)
    queue = view.queue(place.queue, contact.policy_version)
    offered = _proposal(contact, state, place, queue, view=view, at=at)
    if offered is None:
        later = first_look(queue, state, state.proposal, at + LOOK_AGAIN_S)
        return Step(msgspec.structs.replace(state, proposal_at=later))
    now = msgspec.structs.replace(state, proposal=None, proposal_at=None, proposed=True)
    proposed = CallbackProposed(
        contact=contact.id,
        queue=queue.id,
        flow=offered.flow,
        because=offered.because,
        expected_s=offered.expected_s,
    )
    return Step(now, facts=(proposed,))


def first_look(queue: Queue, room: WaitingRoom, flow: FlowId | None, at: float) -> float | None:
    """When it is looked whether to offer it; None: nothing will come of that."""
    wanted = queue.proposing is not None or flow is not None
    return at if wanted and not room.proposed else None


def is_offered_in(flow: FlowId, queue: Queue) -> bool:
    """Whether the queue offers a callback in this flow: whoever has heard it need not hear it again."""
    rule = queue.proposing.flow if queue.proposing is not None else None
    return flow == rule or any(flow == ring.proposes for ring in queue.rings)


def _proposal(
    contact: Contact, room: Music, place: Queued, queue: Queue, *, view: View, at: float
) -> Proposal | None:
    """What is to be offered now; None: nothing. Nobody for whom a phone rings is told of a callback."""
    if not view.connected or view.offer_of(contact.id) is not None or queue.callback is None:
        return None
    if room.proposal is not None and _is_known(room.proposal, contact, view):
        return Proposal(room.proposal, Occasion.RING)
    limit = queue.proposing
    expected_s = view.expected_at(contact.id, place, at).expected_s if limit is not None else None
    if limit is None or expected_s is None or expected_s <= limit.over_s:
        return None
    return Proposal(limit.flow, Occasion.EXPECTED, expected_s)


def _is_known(flow: FlowId, contact: Contact, view: View) -> bool:
    """A new version may have given it up."""
    return flow in view.policy.flows or flow in view.policy_at(contact.policy_version).flows
