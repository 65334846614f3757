"""Who may serve a contact at all, whatever he or she is doing."""

from collections.abc import Iterable
from math import acos, cos, radians, sin

from acd.core.view import View
from acd.model.agent import LoggedOut
from acd.model.contact import Contact, MeantFor, Queued
from acd.model.ids import AgentId, RegionId, SkillId
from acd.model.overlay import Absence, InForce
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Reach, Ring
from acd.model.region import Position
from tests.core.oracle.asking import ancestors, strictest


def who_may_take(meant: MeantFor, view: View) -> list[AgentId]:
    """The person, unless absent or overloaded; then, or when it has taken too long, the substitutes in their
    order, with those of one who is absent or overloaded, too, in its place. Nobody twice.
    """
    in_place = _in_place_of(meant.agent, [meant.agent], view)
    if is_out(meant.agent, view):
        return in_place
    return [meant.agent, *(in_place if meant.substitutes else [])]


def _in_place_of(agent: AgentId, passed: list[AgentId], view: View) -> list[AgentId]:
    person = view.policy.agents.get(agent)
    return _who_is_not_out(person.substitutes if person is not None else (), passed, view)


def _who_is_not_out(names: Iterable[AgentId], passed: list[AgentId], view: View) -> list[AgentId]:
    found: list[AgentId] = []
    for name in names:
        if name not in passed:
            passed.append(name)
            found += _in_place_of(name, passed, view) if is_out(name, view) else [name]
    return found


def is_out(agent: AgentId, view: View) -> bool:
    """Whether others take what is meant for somebody."""
    known = view.agent(agent)
    return agent in _absent(view) or (known is not None and known.load.overloaded)


def who_is_there(view: View) -> set[AgentId]:
    """Whoever is logged in and not absent."""
    return {agent.id for agent in view.agents() if not isinstance(agent.presence, LoggedOut)} - _absent(view)


def _absent(view: View) -> set[AgentId]:
    return {
        overlay.edit.agent
        for overlay in view.overlays()
        if isinstance(overlay.edit, Absence) and isinstance(overlay.state, InForce)
    }


def unfit(person: AgentPolicy, contact: Contact, view: View) -> str | None:
    """What makes somebody unfit for a contact; None: nothing."""
    assert isinstance(contact.place, Queued)
    queue = view.policy.queues.get(contact.place.queue)
    if queue is None:
        return "serves other queues"
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    return unfit_replacing(replaced_by(person, contact, ring, view), person, contact, view)


def unfit_replacing(replaced: set[str], person: AgentPolicy, contact: Contact, view: View) -> str | None:
    """The same, if the person stands in for these skills and regions."""
    assert isinstance(contact.place, Queued)
    policy = view.policy
    queue = policy.queues[contact.place.queue]
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    meant = contact.place.meant_for
    if meant is not None and person.id not in who_may_take(meant, view):
        return "is not the one it is meant for"
    if meant is None and not replaced and not any(name in person.queues for name in [queue.id, *ring.also]):
        return "serves other queues"
    for alternatives in clauses_left(contact, policy):
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


def replaced_by(person: AgentPolicy, contact: Contact, ring: Ring, view: View) -> set[str]:
    """The skills and regions for which the person stands in now, of those the contact asks for: always, if
    the ring says so; otherwise while nobody who is there could serve the contact without that.
    """
    named: set[str] = {group for group, names in stand_ins(contact, view).items() if person.id in names}
    return named if named and (ring.stand_ins or not _is_anybody_there(contact, view)) else set()


def stand_ins(contact: Contact, view: View) -> dict[SkillId | RegionId, list[AgentId]]:
    """Of what the contact asks for in its ring, who stands in for whom, in order."""
    assert isinstance(contact.place, Queued)
    asked: set[str | None] = {skill for each in clauses_left(contact, view.policy) for skill in each}
    asked.add(contact.place.region)
    return {
        group: _who_is_not_out(names, [], view)
        for group, names in view.policy.stand_ins.items()
        if group in asked
    }


def _is_anybody_there(contact: Contact, view: View) -> bool:
    people = view.policy.agents
    there = who_is_there(view) & people.keys()
    return any(unfit_replacing(set(), people[name], contact, view) is None for name in there)


def clauses_left(contact: Contact, policy: Policy) -> list[dict[SkillId, int]]:
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

    return strictest(asked)


def _is_near(person: AgentPolicy, region: RegionId | None, reach: Reach, policy: Policy) -> bool:
    """Everybody is near whose customer is nobody knows where, and who is bound to no region."""
    if region is None or not person.regions or reach.up is None:
        return True
    above = region
    for _ in range(reach.up):
        above = policy.regions[above].within or above
    for own in person.regions:
        ancestors_of_own, ancestors_of_customer = ancestors(own, policy), ancestors(region, policy)
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
