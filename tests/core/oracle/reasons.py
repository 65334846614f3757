"""The reasons to be kept with each offer."""

from collections import Counter
from collections.abc import Sequence

from acd.core.view import View
from acd.model.agent import Agent, LoggedOut
from acd.model.contact import Contact, MeantFor, Queued
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, RegionId, SkillId
from acd.model.needs import Need
from acd.model.people import AgentPolicy
from acd.model.queue import Choosing
from acd.model.why import Candidate, Decider, Instead, PassedOver, Why
from tests.core.oracle.fitness import clauses_left, is_out, replaced_by, unfit
from tests.core.oracle.turns import (
    STANDING_IN,
    idle_from,
    is_free,
    is_kept_back,
    proficiency,
    rank_of,
    turn_of,
    waits,
    what_keeps,
)


def whys_expected(view: View, opened: Sequence[OfferOpened], at: float) -> list[Why]:
    """The reasons to be kept with each offer, on the floor as it was just before that one was made."""
    return [_why_expected(view, opened[n], opened[n:], at) for n in range(len(opened))]


def _why_expected(view: View, offer: OfferOpened, to_come: Sequence[OfferOpened], at: float) -> Why:
    contact = view.contact(offer.contact)
    assert contact is not None
    assert isinstance(contact.place, Queued)
    coming = {fact.agent for fact in to_come}
    free = [agent.id for agent in view.agents() if agent.id in coming or is_free(agent, view)]
    excluded: Counter[str] = Counter()
    candidates: list[Agent] = []
    for agent in view.agents():
        if agent.id not in view.policy.agents:
            continue
        reason = unfit(view.policy.agents[agent.id], contact, view)
        if reason is not None:
            excluded[reason] += 1
        elif agent.id not in free:
            excluded[what_keeps(agent, view)] += 1
        elif is_kept_back(agent.id, contact, free, view):
            excluded["kept for callers of another queue"] += 1
        else:
            candidates.append(agent)
    candidates.sort(key=lambda agent: rank_of(agent, contact, view))
    to_be_offered = {fact.contact for fact in to_come}
    waiting_then = [
        other
        for other in view.contacts()
        if waits(other, view, before=to_be_offered) or other.id in to_be_offered
    ]
    return Why(
        queue=contact.place.queue,
        needs=tuple(
            sorted(
                tuple(Need(skill=skill, level=level) for skill, level in sorted(each.items()))
                for each in clauses_left(contact, view.policy)
            )
        ),
        ring=contact.place.ring,
        region=contact.place.region,
        decided_by=_decider(candidates, contact, view),
        order_key=contact.place.order_key,
        earlier_s=round(contact.place.since - contact.place.order_key, 3),
        head_starts=contact.place.head_starts,
        meant_for=contact.place.meant_for,
        passed_over=_passed_over(contact.place.meant_for, offer.agent, view),
        stands_in_for=_stands_in_for(view.policy.agents[offer.agent], contact, view),
        waited_s=at - contact.place.since,
        candidates=tuple(
            Candidate(
                agent=agent.id,
                proficiency=proficiency(view.policy.agents[agent.id], contact, view.policy),
                idle_s=at - idle_from(agent),
            )
            for agent in candidates[:5]
        ),
        excluded=dict(excluded),
        ahead=sum(
            isinstance(other.place, Queued)
            and other.place.queue == contact.place.queue
            and turn_of(other) < turn_of(contact)
            for other in waiting_then
        ),
        policy_version=view.policy.version,
    )


def _decider(candidates: list[Agent], contact: Contact, view: View) -> Decider:
    assert isinstance(contact.place, Queued)
    if len(candidates) == 1:
        return Decider.ALONE
    one, other = (rank_of(agent, contact, view) for agent in candidates[:2])
    first_different = next(n for n in range(len(one)) if one[n] != other[n])
    if first_different == 0 and contact.place.meant_for is not None:
        return Decider.ORDER
    if first_different == 0 and other[0] >= STANDING_IN:
        return Decider.STAND_IN
    match first_different, view.policy.queues[contact.place.queue].choosing:
        case 0, Choosing.BEST_LEVEL:
            return Decider.PROFICIENCY
        case 0, Choosing.FIXED_ORDER:
            return Decider.ORDER
        case 0, _:
            return Decider.WISHES
        case 1, Choosing.FEWEST_CONTACTS:
            return Decider.CONTACTS
        case 1, _:
            return Decider.OCCUPANCY
        case 2, _:
            return Decider.IDLE
        case _:
            return Decider.ID


def _passed_over(meant: MeantFor | None, taker: AgentId, view: View) -> tuple[PassedOver, ...]:
    """Who would have had it first: the person, then substitutes who are away, each with the reason."""
    if meant is None or meant.agent == taker:
        return ()
    found = _over_the_absent(meant.agent, taker, [meant.agent], view)
    assert found is not None, f"{taker} has nothing to do with {meant.agent}"
    away = [_kept_away(name, view) for name in found]
    if away[0].because is not Instead.TIME_UP:
        return tuple(away)
    if meant.line is not None:
        away[0] = PassedOver(agent=meant.agent, because=Instead.LONG_LINE, line=meant.line)
    elif isinstance(view.agent(meant.agent).presence, LoggedOut):  # type: ignore[union-attr]
        away[0] = PassedOver(agent=meant.agent, because=Instead.LOGGED_OUT)
    return tuple(away)


def _over_the_absent(
    name: AgentId, taker: AgentId, passed: list[AgentId], view: View
) -> list[AgentId] | None:
    for other in view.policy.agents[name].substitutes:
        if other in passed:
            continue
        passed.append(other)
        if not is_out(other, view):
            if other == taker:
                return [name]
            continue
        beyond = _over_the_absent(other, taker, passed, view)
        if beyond is not None:
            return [name, *beyond]
    return None


def _kept_away(name: AgentId, view: View) -> PassedOver:
    absences = view.absences(name)
    person = view.agent(name)
    if absences:
        ends = [absence.ends_at for absence in absences]
        last = None if None in ends else max(end for end in ends if end is not None)
        return PassedOver(
            agent=name,
            because=Instead.ABSENT,
            reason=next(absence.reason for absence in absences if absence.ends_at == last),
            since=min(absence.begins_at for absence in absences),
            until=last,
        )
    overloaded = person is not None and person.load.overloaded
    return PassedOver(agent=name, because=Instead.OVERLOADED if overloaded else Instead.TIME_UP)


def _stands_in_for(person: AgentPolicy, contact: Contact, view: View) -> tuple[SkillId | RegionId, ...]:
    assert isinstance(contact.place, Queued)
    queue = view.policy.queues[contact.place.queue]
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    own: set[str] = set()
    if person.outside is None:
        asked = [need for each in contact.place.needs for need in each]
        short = {need.skill for need in asked if person.skills.get(need.skill, -1) < need.level}
        own = {*person.skills, *person.regions} - short
    return tuple(SkillId(name) for name in sorted(replaced_by(person, contact, ring, view) - own))
