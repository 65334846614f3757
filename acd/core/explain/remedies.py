"""What would help a contact that nobody who is logged in can serve, in no ring to come."""

import msgspec

from acd.core.excess import without_anybody
from acd.core.obstacles import LACKS_SKILL, Fitting
from acd.core.substitution import is_there
from acd.core.view import View
from acd.model.agent import Agent
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, SkillId
from acd.model.needs import Clause, Need, Needs, meets
from acd.model.people import AgentPolicy

FEW = 3
"""So many are named who would need to learn something."""


class Shortage(msgspec.Struct, frozen=True, kw_only=True):
    """One of the needs, and how many in the company have it."""

    need: Clause
    have: int
    there: int
    """How many of them are logged in."""


class Nearly(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who could serve the contact, if he or she had more of something."""

    agent: AgentId
    lacks: Needs
    """With the first alternative of each, it would be enough."""
    there: bool
    """Logged in."""


class Remedies(msgspec.Struct, frozen=True, kw_only=True):
    """What would help when nobody can."""

    shortages: tuple[Shortage, ...]
    """For each need that is left in the last ring."""
    nearly: tuple[Nearly, ...]
    """Who lacks least of it, and nothing else; those who are there come first."""
    has_way_out: bool
    """The queue sends away those whom nobody can serve; or it never would this one, who is on no line of
    ours: no overflow takes who is to be called back, nor a message.
    """


def remedies(contact: Contact, place: Queued, view: View) -> Remedies:
    """What would help a contact at such a place: the last one it comes to."""
    fitting = Fitting(place, view)
    agents = [(agent, person) for agent in view.agents() if (person := view.policy.agents.get(agent.id))]
    queue = view.queue(place.queue, contact.policy_version)
    return Remedies(
        shortages=tuple(_shortage(clause, agents, view) for clause in fitting.needs),
        nearly=_nearly(fitting, agents, view),
        has_way_out=contact.is_away or without_anybody(queue, place.came_by) is not None,
    )


def _shortage(clause: Clause, agents: list[tuple[Agent, AgentPolicy]], view: View) -> Shortage:
    have = [agent for agent, person in agents if person.outside is None and meets(person.skills, (clause,))]
    return Shortage(need=clause, have=len(have), there=sum(is_there(agent, view) for agent in have))


def _nearly(fitting: Fitting, agents: list[tuple[Agent, AgentPolicy]], view: View) -> tuple[Nearly, ...]:
    found = []
    for agent, person in agents:
        if fitting.misfit(person) != LACKS_SKILL:
            continue
        lacks = tuple(clause for clause in fitting.needs if not meets(person.skills, (clause,)))
        if fitting.misfit(taught(person, lacks)) is None:
            gap = sum(_gap(person, clause) for clause in lacks)
            found.append((not is_there(agent, view), len(lacks), gap, person.id, lacks))
    found.sort()
    return tuple(
        Nearly(
            agent=name,
            lacks=tuple((_easiest(view.policy.agents[name], clause),) for clause in lacks),
            there=not away,
        )
        for away, _, _, name, lacks in found[:FEW]
    )


def taught(person: AgentPolicy, lacks: Needs) -> AgentPolicy:
    """The same person, with the easiest alternative of each of these needs."""
    learnt = {need.skill: need.level for clause in lacks for need in [_easiest(person, clause)]}
    more: dict[SkillId, int] = {
        skill: max(level, person.skills.get(skill, level)) for skill, level in learnt.items()
    }
    return msgspec.structs.replace(person, skills={**person.skills, **more})


def _easiest(person: AgentPolicy, clause: Clause) -> Need:
    return min(clause, key=lambda need: (need.level - person.skills.get(need.skill, 0), need))


def _gap(person: AgentPolicy, clause: Clause) -> int:
    need = _easiest(person, clause)
    return need.level - person.skills.get(need.skill, 0)
