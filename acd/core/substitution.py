"""Substitution: who takes what is meant for somebody who is absent or has too much to do."""

from collections.abc import Iterator

from acd.core.floor import View
from acd.model.ids import AgentId


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


def is_away(agent: AgentId, view: View) -> bool:
    """Whether somebody has entered an absence of the agent that is in force."""
    return bool(view.absences(agent))


def is_overloaded(agent: AgentId, view: View) -> bool:
    """Whether the agent was too busy lately."""
    known = view.agent(agent)
    return known is not None and known.load.overloaded
