"""What the matcher ought to do, written from the policy's own words and sharing no code with it.

Of all who wait, whoever came first and can be served by somebody free is served first; by the one with the
highest proficiency, then by the longest idle, then by id. Until nobody who is free can serve anybody.
"""

from collections.abc import Iterable

from acd.core.floor import View
from acd.model.agent import Agent, Idle, PhoneState, Ready, Reserved
from acd.model.contact import Contact, Live, Queued
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, ContactId
from acd.model.policy import AgentPolicy


def pairs_expected(view: View, opened: Iterable[OfferOpened]) -> list[tuple[ContactId, AgentId]]:
    """The pairs to be named on the floor as it was just before the offers in `opened` were made."""
    offered = {fact.contact: fact.agent for fact in opened}
    if not view.connected:
        return []
    waiting = sorted(
        (contact for contact in view.contacts() if _waits(contact, view) or contact.id in offered),
        key=_turn,
    )
    free = {
        agent.id: agent for agent in view.agents() if _is_free(agent, view) or agent.id in offered.values()
    }
    pairs: list[tuple[ContactId, AgentId]] = []
    for contact in waiting:
        best: tuple[int, float, AgentId] | None = None
        for agent in free.values():
            levels = _levels_that_count(view.policy.agents[agent.id], contact)
            if levels is not None:
                rank = (-sum(levels), _idle_since(agent), agent.id)
                best = rank if best is None or rank < best else best
        if best is not None:
            pairs.append((contact.id, best[2]))
            del free[best[2]]
    return pairs


def _turn(contact: Contact) -> tuple[float, ContactId]:
    assert isinstance(contact.place, Queued)
    return contact.place.order_key, contact.id


def _waits(contact: Contact, view: View) -> bool:
    rung = any(offer.contact == contact.id and offer.is_open for offer in view.offers())
    return isinstance(contact.life, Live) and isinstance(contact.place, Queued) and not rung


def _is_free(agent: Agent, view: View) -> bool:
    match agent:
        case Agent(presence=Ready(phone=phone), activity=Idle(rests_until=None)):
            can_ring = view.phone_state(phone) in (PhoneState.NOT_IN_USE, PhoneState.UNKNOWN)
            is_rung = any(leg.phone == phone for leg in view.legs())
            return can_ring and not is_rung and agent.id in view.policy.agents
        case _:
            return False


def _idle_since(agent: Agent) -> float:
    match agent.activity:
        case Reserved(idle_since=since):
            return max(since, agent.presence.since)
        case _:
            return max(agent.activity.since, agent.presence.since)


def _levels_that_count(person: AgentPolicy, contact: Contact) -> list[int] | None:
    """The person's levels of the skills asked for; None: one is missing or too low, or wrong queue."""
    assert isinstance(contact.place, Queued)
    if contact.place.queue not in person.queues:
        return None
    levels: list[int] = []
    for need in contact.place.needs:
        level = person.skills.get(need.skill)
        if level is None or level < need.level:
            return None
        levels.append(level)
    return levels
