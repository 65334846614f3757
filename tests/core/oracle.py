"""What the matcher ought to do, written from the policy's own words and sharing no code with it.

Of all who wait, whoever has the smallest order key and can be served by somebody free is served first: by the
agent whom the queue's way of choosing puts first, then by the longest idle, then by id. Until nobody who is
free can serve anybody. It goes through everybody each time, and is as slow as it looks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import acos, cos, radians, sin

from acd.core.floor import View
from acd.model.about import Rule, When
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, PhoneState, Ready, Reserved, WrapUp
from acd.model.contact import Contact, Live, LongLine, MeantFor, Queued
from acd.model.fact import OfferOpened
from acd.model.ids import AgentId, ContactId, RegionId, SkillId
from acd.model.needs import Need, Needs
from acd.model.overlay import Absence, Incident, InForce
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Choosing, Reach, Ring
from acd.model.region import Position
from acd.model.why import Candidate, Decider, Instead, PassedOver, Why
from tests.core.small_company import MONDAY_TEN

SOMEWHEN = MONDAY_TEN + 3600.0
"""The order of agents by their occupancy is the same at every moment at which all of them are at rest."""


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
        suitable = [agent for agent in free.values() if _may_have(agent, contact, list(free), view)]
        if suitable:
            best = min(suitable, key=lambda agent, contact=contact: _rank(agent, contact, view))  # type: ignore[misc]
            pairs.append((contact.id, best.id))
            del free[best.id]
    return pairs


def whys_expected(view: View, opened: Sequence[OfferOpened], at: float) -> list[Why]:
    """The reasons to be kept with each offer, on the floor as it was just before that one was made."""
    return [_why_expected(view, opened[n], opened[n:], at) for n in range(len(opened))]


def _why_expected(view: View, offer: OfferOpened, to_come: Sequence[OfferOpened], at: float) -> Why:
    contact = view.contact(offer.contact)
    assert contact is not None
    assert isinstance(contact.place, Queued)
    coming = {fact.agent for fact in to_come}
    free = [agent.id for agent in view.agents() if agent.id in coming or _is_free(agent, view)]
    excluded: Counter[str] = Counter()
    candidates: list[Agent] = []
    for agent in view.agents():
        if agent.id not in view.policy.agents:
            continue
        reason = unfit(view.policy.agents[agent.id], contact, view)
        if reason is not None:
            excluded[reason] += 1
        elif agent.id not in free:
            excluded[_what_keeps(agent, view)] += 1
        elif _is_kept_back(agent.id, contact, free, view.policy):
            excluded["kept for callers of another queue"] += 1
        else:
            candidates.append(agent)
    candidates.sort(key=lambda agent: _rank(agent, contact, view))
    waiting_then = [
        other
        for other in view.contacts()
        if _waits(other, view) or other.id in {fact.contact for fact in to_come}
    ]
    return Why(
        queue=contact.place.queue,
        needs=tuple(
            sorted(
                tuple(Need(skill=skill, level=level) for skill, level in sorted(each.items()))
                for each in _alternatives(contact, view.policy)
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
                proficiency=_proficiency(view.policy.agents[agent.id], contact, view.policy),
                idle_s=at - _idle_since(agent),
            )
            for agent in candidates[:5]
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


def asked_expected(contact: Contact, view: View) -> tuple[set[frozenset[tuple[SkillId, int]]], float]:
    """What is asked for a contact that has just entered its queue, and its order key: all that the journey,
    the queue, the rules that fit and the incidents say; the head starts come to no more than the cap.
    """
    place = contact.place
    assert isinstance(place, Queued)
    queue = view.policy.queues[place.queue]
    clauses: list[dict[SkillId, int]] = []
    for needs in (place.own_needs, queue.needs):
        _add(needs, clauses)
    rules: list[Rule] = []
    while True:  # what one rule adds, another may go by
        others = [rule for rule in view.policy.rules if rule not in rules]
        more = [rule for rule in others if _is_about(rule.when, contact, clauses, view.policy)]
        if not more:
            break
        rules += more
        for rule in more:
            _add(rule.needs, clauses)
    head_start_s = queue.head_start_s + sum(rule.head_start_s for rule in rules)
    for overlay in view.overlays():
        if isinstance(overlay.edit, Incident) and isinstance(overlay.state, InForce):
            is_hit = _is_about(overlay.edit.when, contact, clauses, view.policy)
            head_start_s += overlay.edit.head_start_s if is_hit else 0.0
    order_key = place.since - min(head_start_s, view.policy.head_start_cap_s)
    return {frozenset(each.items()) for each in _strictest(clauses)}, order_key


def patience_expected(contact: Contact, view: View) -> tuple[LongLine | None, float]:
    """Whether the substitutes may help from the beginning a contact that has just entered a queue in which it
    waits for one person, and how long this stage lasts: as the queue says, but nobody waits alone for longer
    than the company allows; and while somebody has, those who come after need not at all.
    """
    place = contact.place
    assert isinstance(place, Queued)
    assert place.meant_for is not None
    allowed_s = view.policy.overload_wait_s
    personal = view.policy.queues[place.queue].personal
    if allowed_s is None:
        return None, personal.wait_s
    waits = []
    for other in view.contacts():
        if other.id == contact.id or not isinstance(other.place, Queued) or other.place.meant_for is None:
            continue
        if other.place.meant_for.agent == place.meant_for.agent:
            waits.append(place.entered_at - other.place.entered_at)
    if waits and max(waits) >= allowed_s:
        return LongLine(waited_s=max(waits), limit_s=allowed_s), personal.substitutes_s
    return None, min(personal.wait_s, allowed_s)


def _add(needs: Needs, clauses: list[dict[SkillId, int]]) -> None:
    for clause in needs:
        levels = {need.skill: need.level for need in clause}
        if levels not in clauses:
            clauses.append(levels)


def _is_about(when: When, contact: Contact, clauses: list[dict[SkillId, int]], policy: Policy) -> bool:
    """Every field that says something must name what is so of the contact."""
    assert isinstance(contact.place, Queued)
    about = contact.place.about
    if when.numbers and contact.did not in when.numbers:
        return False
    if when.languages and contact.language not in when.languages:
        return False
    if when.products and about.product not in when.products:
        return False
    if when.services and about.service not in when.services:
        return False
    if when.customer_classes and about.customer_class not in when.customer_classes:
        return False
    if when.regions and (about.region is None or not _ancestors(about.region, policy) & when.regions):
        return False
    if when.queues and contact.place.queue not in when.queues:
        return False
    # Nobody could serve the contact and not what the condition asks for: not even who has only what it needs.
    for just_enough in product(*(each.items() for each in clauses)):
        levels = {skill: 0 for skill, _ in just_enough}
        for skill, level in just_enough:
            levels[skill] = max(level, levels[skill])
        if not all(any(levels.get(need.skill, 0) >= need.level for need in each) for each in when.needs):
            return False
    return True


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
        coming = {each.agent for each in to_come}
        free = [agent.id for agent in view.agents() if agent.id in coming or _is_free(agent, view)]
        agent = view.agent(fact.agent)
        assert agent is not None
        for other in view.contacts():
            if not _waits(other, view) and other.id not in {each.contact for each in to_come[1:]}:
                continue
            assert isinstance(other.place, Queued)
            lead_s = served.place.since - other.place.since
            gain_s = _credit_s(served.place) - _credit_s(other.place)
            if lead_s > min(gain_s, cap_s) + 1e-6 and _may_have(agent, other, free, view):
                yield f"{other.id} was overtaken by {served.id}, which came {lead_s} s later"


def _credit_s(place: Queued) -> float:
    return place.since - place.order_key


def _decider(candidates: list[Agent], contact: Contact, view: View) -> Decider:
    assert isinstance(contact.place, Queued)
    if len(candidates) == 1:
        return Decider.ALONE
    one, other = (_rank(agent, contact, view) for agent in candidates[:2])
    first_different = next(n for n in range(len(one)) if one[n] != other[n])
    if first_different == 0 and contact.place.meant_for is not None:
        return Decider.ORDER
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


def _what_keeps(agent: Agent, view: View) -> str:
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


def _idle_since(agent: Agent) -> float:
    match agent.activity:
        case Reserved(idle_since=since):
            return max(since, agent.presence.since)
        case _:
            return max(agent.activity.since, agent.presence.since)


def _may_have(agent: Agent, contact: Contact, free: list[AgentId], view: View) -> bool:
    person = view.policy.agents[agent.id]
    return unfit(person, contact, view) is None and not _is_kept_back(agent.id, contact, free, view.policy)


def _who_may_take(meant: MeantFor, view: View) -> list[AgentId]:
    """The person, unless absent or overloaded; then, or when it has taken too long, the substitutes in their
    order, with those of an absent one in its place. Nobody twice.
    """
    absent = _absent(view)

    def after(agent: AgentId, passed: list[AgentId]) -> list[AgentId]:
        found: list[AgentId] = []
        for name in view.policy.agents[agent].substitutes if agent in view.policy.agents else ():
            if name not in passed:
                passed.append(name)
                found += after(name, passed) if name in absent else [name]
        return found

    person = view.agent(meant.agent)
    overloaded = person is not None and person.load.overloaded
    if meant.agent in absent or overloaded:
        return after(meant.agent, [meant.agent])
    return [meant.agent, *(after(meant.agent, [meant.agent]) if meant.substitutes else [])]


def _absent(view: View) -> set[AgentId]:
    return {
        overlay.edit.agent
        for overlay in view.overlays()
        if isinstance(overlay.edit, Absence) and isinstance(overlay.state, InForce)
    }


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
        if not view.absences(other):
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
    own = {*person.skills, *person.regions} if person.outside is None else set()
    return tuple(SkillId(name) for name in sorted(_replaced_by(person, contact, ring, view) - own))


def unfit(person: AgentPolicy, contact: Contact, view: View) -> str | None:
    """What makes somebody unfit for a contact; None: nothing."""
    assert isinstance(contact.place, Queued)
    policy = view.policy
    queue = policy.queues.get(contact.place.queue)
    if queue is None:
        return "serves other queues"
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    meant = contact.place.meant_for
    if meant is not None and person.id not in _who_may_take(meant, view):
        return "is not the one it is meant for"
    replaced = _replaced_by(person, contact, ring, view)
    if meant is None and not replaced and not any(name in person.queues for name in [queue.id, *ring.also]):
        return "serves other queues"
    for alternatives in _alternatives(contact, policy):
        if any(skill in replaced for skill in alternatives):
            continue
        if person.outside is None and not any(
            person.skills.get(skill, -1) >= level for skill, level in alternatives.items()
        ):
            return "lacks a skill or its level"
    if meant is not None or contact.place.region in replaced:
        return None  # whoever takes somebody's place does so wherever the customer is
    near = _is_near(person, contact.place.region, ring.reach, policy)
    return None if near else "is responsible for other regions"


def _replaced_by(person: AgentPolicy, contact: Contact, ring: Ring, view: View) -> set[str]:
    """The skills and regions for which the person stands in now, of those the contact asks for."""
    assert isinstance(contact.place, Queued)
    place = contact.place
    replaced: set[str] = set()
    absent = _absent(view)
    for group, stand_ins in view.policy.stand_ins.items():
        is_asked = group == place.region or any(need.skill == group for each in place.needs for need in each)
        if not is_asked or person.id not in stand_ins:
            continue
        there = [
            name
            for name, other in view.policy.agents.items()
            if (group in other.skills or group in other.regions)
            and other.outside is None
            and not isinstance(view.agent(name).presence, LoggedOut)  # type: ignore[union-attr]
            and name not in absent
        ]
        if ring.stand_ins or not there:
            replaced.add(group)
    return replaced


def _alternatives(contact: Contact, policy: Policy) -> list[dict[SkillId, int]]:
    """What the ring still asks for, each met by any one of its skills; none says less than another."""
    assert isinstance(contact.place, Queued)
    queue = policy.queues[contact.place.queue]
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    asked: list[dict[SkillId, int]] = []
    for clause in contact.place.needs:
        if not any(need.skill in ring.give_up for need in clause):
            levels = {need.skill: min(need.level, ring.lower.get(need.skill, 10)) for need in clause}
            if levels not in asked:
                asked.append(levels)

    return _strictest(asked)


def _strictest(asked: list[dict[SkillId, int]]) -> list[dict[SkillId, int]]:
    """Those from which no other follows: whoever meets one of them may not meet the rest."""

    def is_implied(weak: dict[SkillId, int], strong: dict[SkillId, int]) -> bool:
        return all(skill in weak and weak[skill] <= level for skill, level in strong.items())

    return [one for one in asked if not any(other != one and is_implied(one, other) for other in asked)]


def _is_near(person: AgentPolicy, region: RegionId | None, reach: Reach, policy: Policy) -> bool:
    """Everybody is near whose customer is nobody knows where, and who is bound to no region."""
    if region is None or not person.regions or reach.up is None:
        return True
    above = region
    for _ in range(reach.up):
        above = policy.regions[above].within or above
    for own in person.regions:
        ancestors_of_own, ancestors_of_customer = _ancestors(own, policy), _ancestors(region, policy)
        if own in ancestors_of_customer or above in ancestors_of_own:
            return True
    here, there = policy.regions[region].position, person.position
    if reach.within_km is None or here is None or there is None:
        return False
    return _distance_km(here, there) <= reach.within_km


def _distance_km(here: Position, there: Position) -> float:
    """On a sphere, by the law of cosines."""
    north, south = radians(here.latitude_deg), radians(there.latitude_deg)
    apart = radians(here.longitude_deg - there.longitude_deg)
    return 6371.0088 * acos(min(1.0, sin(north) * sin(south) + cos(north) * cos(south) * cos(apart)))


def _ancestors(region: RegionId, policy: Policy) -> set[RegionId]:
    found = {region}
    above = policy.regions[region].within
    return found if above is None else found | _ancestors(above, policy)


def _is_kept_back(agent: AgentId, contact: Contact, free: list[AgentId], policy: Policy) -> bool:
    """Some other queue that the agent serves has no more free agents than it keeps for its own callers."""
    assert isinstance(contact.place, Queued)
    if contact.place.meant_for is not None:
        return False
    for queue in policy.queues.values():
        if queue.id != contact.place.queue and queue.reserve and queue.id in policy.agents[agent].queues:
            of_queue = [other for other in free if queue.id in policy.agents[other].queues]
            if len(of_queue) <= queue.reserve:
                return True
    return False


def _proficiency(person: AgentPolicy, contact: Contact, policy: Policy) -> int:
    assert isinstance(contact.place, Queued)
    needed = sum(
        max(
            (person.skills[skill] for skill, level in each.items() if person.skills.get(skill, -1) >= level),
            default=0,
        )
        for each in _alternatives(contact, policy)
    )
    return needed + _liked(person, contact)


def _liked(person: AgentPolicy, contact: Contact) -> int:
    assert isinstance(contact.place, Queued)
    return sum(person.skills.get(wish.skill, 0) * wish.weight for wish in contact.place.preferences)


def _rank(agent: Agent, contact: Contact, view: View) -> tuple[float, float, float, AgentId]:
    """The smallest is the best."""
    assert isinstance(contact.place, Queued)
    policy = view.policy
    person, queue = policy.agents[agent.id], policy.queues[contact.place.queue]
    idle_since = _idle_since(agent)
    if contact.place.meant_for is not None:
        return (_who_may_take(contact.place.meant_for, view).index(agent.id), 0.0, idle_since, agent.id)
    match queue.choosing:
        case Choosing.BEST_LEVEL:
            return (-_proficiency(person, contact, policy), 0.0, idle_since, agent.id)
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
