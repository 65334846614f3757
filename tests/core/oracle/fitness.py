"""Who may serve a contact at all, whatever he or she is doing."""

from math import acos, cos, radians, sin

from acd.core.floor import View
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


def unfit(person: AgentPolicy, contact: Contact, view: View) -> str | None:
    """What makes somebody unfit for a contact; None: nothing."""
    assert isinstance(contact.place, Queued)
    policy = view.policy
    queue = policy.queues.get(contact.place.queue)
    if queue is None:
        return "serves other queues"
    ring = queue.rings[min(contact.place.ring, len(queue.rings) - 1)]
    meant = contact.place.meant_for
    if meant is not None and person.id not in who_may_take(meant, view):
        return "is not the one it is meant for"
    replaced = replaced_by(person, contact, ring, view)
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
