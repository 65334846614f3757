"""What the matcher ought to do, written from the policy's own words and sharing no code with it.

Of all who wait, whoever came first and can be served by somebody free is served first; by the one with the
highest proficiency, then by the longest idle, then by id. Until nobody who is free can serve anybody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from acd.core.floor import View
from acd.core.obstacles import obstacle
from acd.model.agent import Agent, Idle, PhoneState, Ready, Reserved
from acd.model.contact import Contact, Live, Queued
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, ContactId
from acd.model.people import AgentPolicy
from acd.model.why import Candidate, Why


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


def whys_expected(view: View, opened: Sequence[OfferOpened], at: float) -> list[Why]:
    """The reasons to be kept with each offer, on the floor as it was just before that one was made."""
    return [_why_expected(view, opened[n], opened[n:], at) for n in range(len(opened))]


def _why_expected(view: View, offer: OfferOpened, to_come: Sequence[OfferOpened], at: float) -> Why:
    contact = view.contact(offer.contact)
    assert contact is not None
    assert isinstance(contact.place, Queued)
    coming = {fact.agent for fact in to_come}
    excluded: Counter[str] = Counter()
    candidates: list[tuple[int, float, AgentId]] = []
    for agent in view.agents():
        person = view.policy.agents.get(agent.id)
        if person is None:
            continue
        if contact.place.queue not in person.queues:
            excluded["serves other queues"] += 1
        elif (levels := _levels_that_count(person, contact)) is None:
            excluded["lacks a skill or its level"] += 1
        elif agent.id in coming or (reason := obstacle(agent, view)) is None:
            candidates.append((-sum(levels), _idle_since(agent), agent.id))
        else:
            excluded[reason] += 1
    waiting_then = [
        other
        for other in view.contacts()
        if _waits(other, view) or other.id in {fact.contact for fact in to_come}
    ]
    return Why(
        queue=contact.place.queue,
        needs=contact.place.needs,
        order_key=contact.place.order_key,
        waited_s=at - contact.place.since,
        candidates=tuple(
            Candidate(agent=agent, proficiency=-level, idle_s=at - idle_since)
            for level, idle_since, agent in sorted(candidates)[:5]
        ),
        excluded=dict(excluded),
        ahead=sum(
            isinstance(other.place, Queued)
            and other.place.queue == contact.place.queue
            and _turn(other) < _turn(contact)
            for other in waiting_then
        ),
        policy_version=view.policy.version,
    )


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
    for clause in contact.place.needs:
        enough = [
            person.skills[need.skill]
            for need in clause
            if need.skill in person.skills and person.skills[need.skill] >= need.level
        ]
        if not enough:
            return None
        levels.append(max(enough))
    return levels
