"""Whose turn it is, who is free, and which of the free comes first."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import inf

from acd.core.traffic import Full
from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, PhoneState, Ready, Reserved, WrapUp
from acd.model.callback import Dialled, Due, OnTheLine, PickedUp, Reached
from acd.model.contact import Contact, Live, Queued, Served
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, ContactId
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Choosing
from tests.core.oracle.fitness import clauses_left, stand_ins, unfit, unfit_replacing, who_may_take
from tests.core.small_company import MONDAY_TEN

STANDING_IN = 1_000.0
"""The rank of whoever stands in for others: after everybody else."""
MOMENTARY = {
    *("being rung", "on a call", "in wrap-up", "last call has not ended", "resting after a failed offer"),
    *("phone is in use", "phone is ringing", "phone is ring in use", "phone is busy", "phone is on hold"),
}
"""What keeps somebody who is at work from the next call."""
SOMEWHEN = MONDAY_TEN + 3600.0
"""The order of agents by their occupancy is the same at every moment at which all of them are at rest."""


def pairs_expected(view: View, opened: Iterable[OfferOpened]) -> list[tuple[ContactId, AgentId]]:
    """The pairs to be named on the floor as it was just before the offers in `opened` were made."""
    offered = {fact.contact: fact.agent for fact in opened}
    if not view.connected:
        return []
    waiting = sorted(
        (contact for contact in view.contacts() if _is_in_line(contact, view) or contact.id in offered),
        key=turn_of,
    )
    free = {
        agent.id: agent for agent in view.agents() if is_free(agent, view) or agent.id in offered.values()
    }
    pairs: list[tuple[ContactId, AgentId]] = []
    room = room_for_callbacks(view, but=offered)
    while (pair := _first_pair(_with_room(waiting, room), free, view)) is not None:
        contact, agent = pair
        room -= isinstance(contact.callback, Due)
        pairs.append((contact.id, agent.id))
        waiting.remove(contact)
        del free[agent.id]
    return pairs


def _with_room(waiting: list[Contact], room: float) -> list[Contact]:
    return [contact for contact in waiting if room > 0 or not isinstance(contact.callback, Due)]


def _first_pair(
    waiting: list[Contact], free: dict[AgentId, Agent], view: View
) -> tuple[Contact, Agent] | None:
    for contact in waiting:
        suitable = [agent for agent in free.values() if _may_have(agent, contact, list(free), view)]
        if suitable:
            return contact, min(suitable, key=lambda agent, contact=contact: rank_of(agent, contact, view))  # type: ignore[misc]
    return None


def unfairness(view: View, opened: Sequence[OfferOpened], cap_s: float) -> Iterator[str]:
    """Whoever was overtaken by somebody who came later than any head start explains: of two contacts that the
    agent could have had, the one that came first gives way only to one whose head start is greater by more
    than the time between them. So nobody gives way to who came later by more than the cap.
    """
    for n, fact in enumerate(opened):
        served = view.contact(fact.contact)
        assert served is not None
        assert isinstance(served.place, Queued)
        to_come = opened[n:]
        coming, to_be_offered = {each.agent for each in to_come}, {each.contact for each in to_come}
        free = [agent.id for agent in view.agents() if agent.id in coming or is_free(agent, view)]
        agent = view.agent(fact.agent)
        assert agent is not None
        for other in view.contacts():
            if not waits(other, view, before=to_be_offered) and other.id not in to_be_offered - {
                fact.contact
            }:
                continue
            assert isinstance(other.place, Queued)
            lead_s = served.place.since - other.place.since
            gain_s = _credit_s(served.place) - _credit_s(other.place)
            if lead_s > min(gain_s, cap_s) + 1e-6 and _may_have(agent, other, free, view):
                yield f"{other.id} was overtaken by {served.id}, which came {lead_s} s later"


def _credit_s(place: Queued) -> float:
    return place.since - place.order_key


def turn_of(contact: Contact) -> tuple[float, ContactId]:
    assert isinstance(contact.place, Queued)
    return contact.place.order_key, contact.id


def room_for_callbacks(view: View, but: Collection[ContactId] = ()) -> float:
    """How many more customers may be called back at once. Who is on a line of ours has it already, whatever
    has been offered just now.
    """
    if view.full is Full.TRUNK:  # whether that is so the referee asks; there is room for one who tries it
        offered = [contact for contact in map(view.contact, but) if contact is not None]
        return float(any(isinstance(contact.callback, Due) for contact in offered))
    dialling = view.policy.dialling
    if dialling is None or dialling.lines is None:
        return inf
    rung = {offer.contact for offer in view.offers() if offer.is_open}
    calls = [
        contact
        for contact in view.contacts()
        if isinstance(contact.life, Live)
        and (
            isinstance(contact.callback, Dialled | PickedUp | Reached)
            or (
                isinstance(contact.callback, Due)
                and (contact.id in rung or isinstance(contact.place, Served))
            )
        )
    ]
    return dialling.lines - sum(
        contact.id not in but or isinstance(contact.callback, Dialled | Reached) for contact in calls
    )


def waits(contact: Contact, view: View, *, before: Collection[ContactId] = ()) -> bool:
    """Whether it stands in a line now; or stood in one before some others were offered."""
    stands_aside = isinstance(contact.callback, Due) and room_for_callbacks(view, but=before) <= 0
    return not stands_aside and _is_in_line(contact, view)


def _is_in_line(contact: Contact, view: View) -> bool:
    rung = any(offer.contact == contact.id and offer.is_open for offer in view.offers())
    there = isinstance(contact.callback, OnTheLine | Due | Reached) and not is_called_first(contact, view)
    return isinstance(contact.life, Live) and isinstance(contact.place, Queued) and there and not rung


def is_called_first(contact: Contact, view: View) -> bool:
    """Whether no agent may be rung for it before its customer is there."""
    place = contact.place
    if not isinstance(contact.callback, Due) or not isinstance(place, Queued):
        return False
    queues = view.policy.queues
    rules = queues[place.queue].callback if place.queue in queues else None
    return rules is not None and rules.mode == "customer_first"


def is_free(agent: Agent, view: View) -> bool:
    match agent:
        case Agent(presence=Ready(phone=phone), activity=Idle(rests_until=None)):
            can_ring = view.phone_state(phone) in (PhoneState.NOT_IN_USE, PhoneState.UNKNOWN)
            is_rung = any(leg.phone == phone for leg in view.legs())
            return can_ring and not is_rung and agent.id in view.policy.agents
        case _:
            return False


def idle_from(agent: Agent) -> float:
    match agent.activity:
        case Reserved(idle_since=since):
            return max(since, agent.presence.since)
        case _:
            return max(agent.activity.since, agent.presence.since)


def may_have(agent: Agent, contact: Contact, view: View) -> bool:
    """Whether this agent is free, and may be offered this contact."""
    free = [other.id for other in view.agents() if is_free(other, view)]
    return agent.id in free and _may_have(agent, contact, free, view)


def fits(agent: Agent, contact: Contact, view: View) -> bool:
    """Whether this agent could serve the contact, were he or she free."""
    person, place = view.policy.agents.get(agent.id), contact.place
    is_known = person is not None and isinstance(place, Queued) and place.queue in view.policy.queues
    return is_known and person is not None and unfit(person, contact, view) is None


def _may_have(agent: Agent, contact: Contact, free: list[AgentId], view: View) -> bool:
    person = view.policy.agents[agent.id]
    return unfit(person, contact, view) is None and not is_kept_back(agent.id, contact, free, view)


def is_kept_back(agent: AgentId, contact: Contact, free: list[AgentId], view: View) -> bool:
    """Some other queue that the agent serves has no more free agents than it keeps for its own callers, which
    are never all who are at work; and the contact's own queue does not keep the agent as well.
    """
    assert isinstance(contact.place, Queued)
    if contact.place.meant_for is not None:
        return False
    people = view.policy.agents
    keepers = set()
    for queue in view.policy.queues.values():
        if queue.reserve and queue.id in people[agent].queues:
            known = [other for other in view.agents() if other.id in people]
            of_queue = [other for other in known if queue.id in people[other.id].queues]
            rest = [other for other in of_queue if other.id not in free]
            are_free = len(of_queue) - len(rest)
            are_busy = sum(what_keeps(other, view) in MOMENTARY for other in rest)
            if are_free <= min(queue.reserve, are_free + are_busy - 1):
                keepers.add(queue.id)
    return bool(keepers) and contact.place.queue not in keepers


def what_keeps(agent: Agent, view: View) -> str:
    """Why an agent who is not free is not, in the words of explanations."""
    match agent.presence, agent.activity:
        case LoggedOut(), _:
            return "logged out"
        case NotReady(reason=reason), _:
            return f"not ready: {reason}"
        case Ready(), Reserved():
            return "being rung"
        case Ready(), OnCall():
            return "on a call"
        case Ready(), WrapUp():
            return "in wrap-up"
        case Ready(phone=phone), Idle(rests_until=None):
            if view.phone_state(phone) in (PhoneState.NOT_IN_USE, PhoneState.UNKNOWN):
                return "last call has not ended"
            return f"phone is {view.phone_state(phone).value.replace('_', ' ')}"
        case _:
            return "resting after a failed offer"


def proficiency(person: AgentPolicy, contact: Contact, policy: Policy) -> int:
    assert isinstance(contact.place, Queued)
    needed = sum(
        max(
            (person.skills[skill] for skill, level in each.items() if person.skills.get(skill, -1) >= level),
            default=0,
        )
        for each in clauses_left(contact, policy)
    )
    return needed + _liked(person, contact)


def _liked(person: AgentPolicy, contact: Contact) -> int:
    assert isinstance(contact.place, Queued)
    return sum(person.skills.get(wish.skill, 0) * wish.weight for wish in contact.place.preferences)


def rank_of(agent: Agent, contact: Contact, view: View) -> tuple[float, float, float, AgentId]:
    """The smallest is the best."""
    assert isinstance(contact.place, Queued)
    policy = view.policy
    person, queue = policy.agents[agent.id], policy.queues[contact.place.queue]
    idle_since = idle_from(agent)
    if contact.place.meant_for is not None:
        return (who_may_take(contact.place.meant_for, view).index(agent.id), 0.0, idle_since, agent.id)
    if unfit_replacing(set(), person, contact, view) is not None:
        in_order = list(dict.fromkeys(name for names in stand_ins(contact, view).values() for name in names))
        return (STANDING_IN + in_order.index(agent.id), 0.0, idle_since, agent.id)
    match queue.choosing:
        case Choosing.BEST_LEVEL:
            return (-proficiency(person, contact, policy), 0.0, idle_since, agent.id)
        case Choosing.LONGEST_IDLE:
            return (-_liked(person, contact), 0.0, idle_since, agent.id)
        case Choosing.FIXED_ORDER:
            named = queue.order.index(agent.id) if agent.id in queue.order else len(queue.order)
            return (named, 0.0, idle_since, agent.id)
        case Choosing.FEWEST_CONTACTS:
            # Whose day is over has none left: `test_odd_times` goes over midnight.
            return (-_liked(person, contact), agent.load.contacts, idle_since, agent.id)
        case Choosing.LEAST_OCCUPIED:
            return (-_liked(person, contact), agent.load.occupancy_at(SOMEWHEN), idle_since, agent.id)
