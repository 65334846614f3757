"""Substitution: who takes what is meant for somebody who is absent or has too much to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from acd.core.view import View
from acd.model.agent import Agent, LoggedOut
from acd.model.contact import InQueue, LongLine, MeantFor
from acd.model.ids import AgentId, ContactId, RegionId, SkillId
from acd.model.needs import Needs
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.why import Instead, PassedOver

StandIns = tuple[tuple[SkillId | RegionId, tuple[AgentId, ...]], ...]
"""By skill or region, who takes the place of those who have it or are responsible for it, first choice first.
"""


def takers(agent: AgentId, view: View, *, substitutes: bool = False) -> list[AgentId]:
    """Who takes what is meant for an agent, first choice first.

    The agent; or, while absent or overloaded, the substitutes, and for those of them who are so themselves
    their own. Nobody twice: a circle of substitutes ends where it began. With `substitutes` they are there
    beside the agent, as for a contact that has waited long enough for one person.
    """
    found = {} if is_out(agent, view) else {agent: None}
    if substitutes or not found:
        found.update(dict.fromkeys(name for name, _ in _substitutes((agent,), view, {agent})))
    return list(found)


def _substitutes(
    way: tuple[AgentId, ...], view: View, seen: set[AgentId]
) -> Iterator[tuple[AgentId, tuple[AgentId, ...]]]:
    """The substitutes of the last one on the way, each with the way to them: over those who are out."""
    person = view.policy.agents.get(way[-1])
    return _first_there(person.substitutes if person else (), way, view, seen)


def _first_there(
    names: Iterable[AgentId], way: tuple[AgentId, ...], view: View, seen: set[AgentId]
) -> Iterator[tuple[AgentId, tuple[AgentId, ...]]]:
    for name in names:
        if name in seen:
            continue
        seen.add(name)
        if is_out(name, view):
            yield from _substitutes((*way, name), view, seen)
        else:
            yield name, way


def stand_ins(needs: Needs, region: RegionId | None, view: View) -> StandIns:
    """Of the skills and the region that a contact asks for, those for which somebody stands in, and who; for
    those of them who are absent or overloaded their own substitutes.

    They may serve in their order, after all who need no stand-in; and only while nobody who is there could
    serve without one, unless the ring says otherwise: see `Fitting` and the matcher.
    """
    known = view.policy.stand_ins
    if not known:
        return ()
    asked = {need.skill for clause in needs for need in clause} | {region}
    return tuple(
        (group, tuple(name for name, _ in _first_there(names, (), view, set())))
        for group, names in known.items()
        if group in asked
    )


def hand_over(meant: MeantFor, taker: AgentId, view: View) -> tuple[PassedOver, ...]:
    """Whom a contact passes over until it comes to a substitute of the person it is meant for. Empty: it is
    that person.
    """
    if meant.agent == taker:
        return ()
    ways = dict(_substitutes((meant.agent,), view, {meant.agent}))
    known = view.agent(meant.agent)
    there = known is not None and known.phone is not None
    late = PassedOver(agent=meant.agent, because=Instead.TIME_UP if there else Instead.LOGGED_OUT)
    first = not_alone(meant, view) or late
    return tuple(passed_over(each, view) or first for each in ways.get(taker, ()))


def not_alone(meant: MeantFor, view: View) -> PassedOver | None:
    """Why others may take what is meant for one person from the beginning; None: they may not."""
    reason = passed_over(meant.agent, view)
    if reason is None and meant.line is not None:
        return PassedOver(agent=meant.agent, because=Instead.LONG_LINE, line=meant.line)
    return reason


def passed_over(agent: AgentId, view: View) -> PassedOver | None:
    """Why others take what is meant for an agent; None: there is no reason beyond the time that it takes."""
    absences = view.absences(agent)
    if absences:
        longest = max(
            absences, key=lambda absence: (absence.ends_at is None, absence.ends_at or 0.0, absence.id)
        )
        return PassedOver(
            agent=agent,
            because=Instead.ABSENT,
            reason=longest.reason,
            since=min(absence.begins_at for absence in absences),
            until=longest.ends_at,
        )
    return PassedOver(agent=agent, because=Instead.OVERLOADED) if is_overloaded(agent, view) else None


def stands_in_for(
    agent: AgentId, found: StandIns, place: InQueue, policy: Policy
) -> tuple[SkillId | RegionId, ...]:
    """Of these skills and regions, those for which an agent stands in, having not enough of it."""
    own = policy.agents.get(agent)
    return tuple(
        sorted(group for group, names in found if agent in names and not _has_enough(own, group, place))
    )


def _has_enough(agent: AgentPolicy | None, group: SkillId | RegionId, place: InQueue) -> bool:
    if agent is None or agent.outside is not None:
        return False
    levels = (need.level for clause in place.needs for need in clause if need.skill == group)
    own = agent.skills.get(SkillId(group), -1)
    return group in agent.regions or own >= max(levels, default=0)


def standing_in(view: View) -> dict[AgentId, tuple[str, ...]]:
    """For whom and for what agents stand in at the moment: agents who are away or too busy, and skills and
    regions of whom nobody at all is there.
    """
    found: defaultdict[AgentId, list[str]] = defaultdict(list)
    for agent in view.policy.agents:
        if is_out(agent, view):
            for taker in takers(agent, view):
                found[taker].append(agent)
    for group, people in view.policy.stand_ins.items():
        if not _is_anybody_there(group, view):
            for person, _ in _first_there(people, (), view, set()):
                found[person].append(group)
    return {agent: tuple(sorted(groups)) for agent, groups in found.items()}


def _is_anybody_there(group: SkillId | RegionId, view: View) -> bool:
    return any(
        is_there(agent, view) and _belongs(view.policy.agents.get(agent.id), group) for agent in view.agents()
    )


def _belongs(agent: AgentPolicy | None, group: SkillId | RegionId) -> bool:
    """Whether an agent is one of those whom a group's stand-ins are for."""
    return agent is not None and agent.outside is None and (group in agent.skills or group in agent.regions)


def is_there(agent: Agent, view: View) -> bool:
    """Whether an agent is logged in, and nobody has said otherwise."""
    return not isinstance(agent.presence, LoggedOut) and not is_away(agent.id, view)


def is_out(agent: AgentId, view: View) -> bool:
    """Whether others take what is meant for the agent."""
    return is_away(agent, view) or is_overloaded(agent, view)


def is_away(agent: AgentId, view: View) -> bool:
    """Whether somebody has entered an absence of the agent that is in force."""
    return bool(view.absences(agent))


def long_line(agent: AgentId, view: View, at: float, *, but: ContactId) -> LongLine | None:
    """How long somebody, not counting one contact, has waited for the agent, if that is too long."""
    limit_s = view.policy.overload_wait_s
    if limit_s is None:
        return None
    waits = (at - _since(place) for contact, place in view.waiting_for(agent) if contact != but)
    waited_s = max(waits, default=None)
    if waited_s is None or waited_s < limit_s:
        return None
    return LongLine(waited_s=waited_s, limit_s=limit_s)


def _since(place: InQueue) -> float:
    """Since when somebody waits for one person."""
    since = place.meant_for.since if place.meant_for is not None else None
    return place.entered_at if since is None else since


def is_overloaded(agent: AgentId, view: View) -> bool:
    """Whether the agent was too busy lately."""
    known = view.agent(agent)
    return known is not None and known.load.overloaded
