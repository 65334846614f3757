"""Explain: why this agent was offered this contact, and why another contact is still waiting.

Counts and the first few names, never whole lists, so that an explanation stays small on a large floor.
"""

from collections import Counter

import msgspec

from acd.core.floor import View
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, Ready, Reserved, WrapUp
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, PhoneId, QueueId
from acd.model.policy import Needs, meets, proficiency
from acd.model.why import Candidate, Why

OTHER_QUEUES = "serves other queues"
LACKS_SKILL = "lacks a skill or its level"

_NEARNESS = {Ready: 0, NotReady: 1, LoggedOut: 2}

SHOWN = 5
"""How many candidates or agents are named."""


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


def obstacle(agent: Agent, queue: QueueId, needs: Needs, view: View) -> str | None:
    """What keeps an agent from being offered a contact of this queue and these needs; None: nothing does."""
    policy = view.policy.agents.get(agent.id)
    if policy is None or queue not in policy.queues:
        return OTHER_QUEUES
    if not meets(policy.skills, needs):
        return LACKS_SKILL
    match agent.presence:
        case LoggedOut():
            return "logged out"
        case NotReady(reason=reason):
            return f"not ready: {reason}"
        case Ready(phone=phone):
            return _occupation(agent, phone, view)


def _occupation(agent: Agent, phone: PhoneId, view: View) -> str | None:
    match agent.activity:
        case Reserved():
            return "being rung"
        case OnCall():
            return "on a call"
        case WrapUp():
            return "in wrap-up"
        case Idle(rests_until=None):
            state = view.phone_state(phone)
            if not state.may_ring:
                return f"phone is {state.replace('_', ' ')}"
            return "last call has not ended" if view.has_leg(phone) else None
        case Idle():
            return "resting after a failed offer"


def why(contact: Contact, place: Queued, view: View, at: float) -> Why:
    """The reasons of an offer about to be made: its candidates come best first."""
    excluded: Counter[str] = Counter()
    candidates: list[tuple[int, float, AgentId]] = []
    for agent in view.agents():
        reason = obstacle(agent, place.queue, place.needs, view)
        if reason is None:
            level = proficiency(view.policy.agents[agent.id].skills, place.needs)
            candidates.append((-level, agent.idle_since, agent.id))
        else:
            excluded[reason] += 1
    return Why(
        queue=place.queue,
        needs=place.needs,
        order_key=place.order_key,
        waited_s=at - place.since,
        candidates=tuple(
            Candidate(agent=agent, proficiency=-level, idle_s=at - idle_since)
            for level, idle_since, agent in sorted(candidates)[:SHOWN]
        ),
        excluded=dict(excluded),
        ahead=_ahead(contact, place, view),
        policy_version=view.policy.version,
    )


def not_yet(contact: Contact, view: View, at: float) -> NotYet | None:
    """Why the contact still waits; None if it does not wait."""
    place = contact.place
    if not contact.is_live or not isinstance(place, Queued):
        return None
    excluded: Counter[str] = Counter()
    suitable: list[tuple[int, AgentId, str]] = []
    for agent in view.agents():
        reason = obstacle(agent, place.queue, place.needs, view)
        excluded[reason or "free"] += 1
        if reason not in (OTHER_QUEUES, LACKS_SKILL):
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
