"""Substitution: who takes what is meant for somebody who is absent or has too much to do."""

from collections.abc import Iterator

from acd.core.floor import View
from acd.model.contact import InQueue
from acd.model.ids import AgentId, RegionId, SkillId
from acd.model.people import AgentPolicy
from acd.model.queue import Ring


def takers(agent: AgentId, view: View, *, substitutes: bool = False) -> list[AgentId]:
    """Who takes what is meant for an agent, first choice first.

    The agent; or, while absent or overloaded, the substitutes, and for those of them who are away themselves
    their own. Nobody twice: a circle of substitutes ends where it began. With `substitutes` they are there
    beside the agent, as for a contact that has waited long enough for one person.
    """
    found = {} if is_away(agent, view) or is_overloaded(agent, view) else {agent: None}
    if substitutes or not found:
        found.update(dict.fromkeys(_stand_ins(agent, view, {agent})))
    return list(found)


def _stand_ins(agent: AgentId, view: View, seen: set[AgentId]) -> Iterator[AgentId]:
    person = view.policy.agents.get(agent)
    for substitute in person.substitutes if person else ():
        if substitute in seen:
            continue
        seen.add(substitute)
        if is_away(substitute, view):
            yield from _stand_ins(substitute, view, seen)
        else:
            yield substitute


def deserted(place: InQueue, ring: Ring, view: View) -> frozenset[SkillId | RegionId]:
    """The skills that a contact needs, and its region, whose stand-ins may serve it: nobody is there who has
    the skill, or is responsible for the region; or the ring does not ask whether anybody is.
    """
    asked = {need.skill for clause in place.needs for need in clause} | {place.region}
    named = [group for group in view.policy.stand_ins if group in asked]
    return frozenset(group for group in named if ring.stand_ins or not _is_anybody_there(group, view))


def _is_anybody_there(group: SkillId | RegionId, view: View) -> bool:
    return any(
        agent.phone is not None and not is_away(agent.id, view)
        for agent in view.agents()
        if belongs(view.policy.agents.get(agent.id), group)
    )


def belongs(agent: AgentPolicy | None, group: SkillId | RegionId) -> bool:
    """Whether an agent is one of those whom a group's stand-ins are for."""
    return agent is not None and agent.outside is None and (group in agent.skills or group in agent.regions)


def is_away(agent: AgentId, view: View) -> bool:
    """Whether somebody has entered an absence of the agent that is in force."""
    return bool(view.absences(agent))


def is_overloaded(agent: AgentId, view: View) -> bool:
    """Whether the agent was too busy lately."""
    known = view.agent(agent)
    return known is not None and known.load.overloaded
