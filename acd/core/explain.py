"""Explain: why a contact is still waiting. (Why one was offered to an agent says the matcher, in the offer.)

Counts and the first few names, never whole lists, so that an explanation stays small on a large floor. Made
for people who ask: it looks at every agent and every contact.
"""

from collections import Counter

import msgspec

from acd.core.floor import View
from acd.core.obstacles import misfit, obstacle
from acd.model.agent import LoggedOut, NotReady, Ready
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.needs import Needs
from acd.model.why import SHOWN

_NEARNESS = {Ready: 0, NotReady: 1, LoggedOut: 2}


class NotYet(msgspec.Struct, frozen=True, kw_only=True):
    """Why a contact still waits."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    waited_s: float
    order_key: float
    ahead: int
    """Contacts of the same queue with a smaller order key."""
    ringing: AgentId | None
    """The agent whose phone rings for it."""
    excluded: dict[str, int]
    """How many agents cannot be offered it, by reason."""
    suitable: tuple[tuple[AgentId, str], ...]
    """Agents who could serve it, each with what keeps him or her from it; those at work come first."""
    suitable_in_all: int
    """How many there are; only the first few are named."""
    policy_version: int
    connected: bool
    """False: Asterisk does not hear us, so nothing is offered to anybody."""


def not_yet(contact: Contact, view: View, at: float) -> NotYet | None:
    """Why the contact still waits; None if it does not wait."""
    place = contact.place
    if not contact.is_live or not isinstance(place, Queued):
        return None
    excluded: Counter[str] = Counter()
    suitable: list[tuple[int, AgentId, str]] = []
    for agent in view.agents():
        unfit = misfit(view.policy.agents.get(agent.id), place, view)
        reason = unfit or obstacle(agent, view)
        excluded[reason or "free"] += 1
        if unfit is None:
            suitable.append((_NEARNESS[type(agent.presence)], agent.id, reason or "free"))
    offer = view.offer_of(contact.id)
    return NotYet(
        contact=contact.id,
        queue=place.queue,
        needs=place.needs,
        waited_s=at - place.since,
        order_key=place.order_key,
        ahead=_ahead(contact, place, view),
        ringing=offer.agent if offer else None,
        excluded=dict(excluded),
        suitable=tuple((agent_id, reason) for _, agent_id, reason in sorted(suitable)[:SHOWN]),
        suitable_in_all=len(suitable),
        policy_version=view.policy.version,
        connected=view.connected,
    )


def _ahead(contact: Contact, place: Queued, view: View) -> int:
    """Contacts of the same queue that come first and are waiting still."""
    return sum(
        1
        for other in view.contacts()
        if other.id != contact.id
        and view.is_waiting(other)
        and isinstance(other.place, Queued)
        and other.place.queue == place.queue
        and (other.place.order_key, other.id) < (place.order_key, contact.id)
    )
