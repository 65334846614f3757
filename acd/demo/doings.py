"""Doings: what each agent does at the moment, or why he or she is away, and who stands in meanwhile."""

from collections.abc import Iterator
from datetime import datetime
from math import inf

from acd.demo.picture import Picture
from acd.model.agent import RONA
from acd.model.overlay import Absence
from acd.telling.amounts import words
from acd.web.bodies import AgentStatus, OverlayStatus, Status

STYLES = {
    "menu": "blue",
    "waiting": "yellow",
    "ringing": "cyan",
    "talking": "green",
}
"""Of where a call is; agents who have to do with one have the same colours."""

A_MOMENT_S = 1.0
"""What ends at midnight lasts to the day before."""


def known(picture: Picture) -> Iterator[AgentStatus]:
    """Who has logged in; then who has not, but is absent."""
    agents = picture.status.agents if picture.status else ()
    yield from (agent for agent in agents if agent.presence != "logged_out")
    yield from (
        agent for agent in agents if agent.presence == "logged_out" and absence_of(agent.id, picture.status)
    )


def doing(agent: AgentStatus, picture: Picture) -> tuple[str, str, float]:
    """What the agent does, in which colour, and for how many seconds by now."""
    caller = picture.caller(agent.contact) if agent.contact else ""
    match agent.activity:
        case "reserved":
            return f"is rung for {caller}", STYLES["ringing"], agent.since_s
        case "on_call":
            return f"talks with {caller}", STYLES["talking"], agent.since_s
        case "wrap_up":
            return "wrap-up after the talk", "magenta", agent.since_s
        case _:
            pass
    absence = absence_of(agent.id, picture.status)
    if absence is not None:
        return _told(absence, agent, picture), "dim", max(0.0, picture.at - absence.begins_at)
    return *_waits(agent, picture), agent.since_s


def _waits(agent: AgentStatus, picture: Picture) -> tuple[str, str]:
    """Somebody who is here and has nothing to do with a call."""
    if agent.presence == "ready":
        state, stands_in = agent.phone_state or "idle", _stands_in(agent, picture)
        if state == "not_in_use":
            return f"free{stands_in}", "bold"
        return f"free, phone {words(state)}{stands_in}", "dim"
    if agent.reason == RONA:
        return "missed too many calls", "red"
    return f"not ready: {agent.reason or '-'}", "dim"


def _stands_in(agent: AgentStatus, picture: Picture) -> str:
    """For people. Of skills and regions `acd status` tells."""
    names = picture.signs.names.agents
    people = [names[whom] for whom in agent.stands_in_for if whom in names]
    return f", stands in for {', '.join(people)}" if people else ""


# --- absences -----------------------------------------------------------------------------------------


def absence_of(agent: str, status: Status | None) -> OverlayStatus | None:
    """The absence that is in force, if there is one; of several the one that lasts longest."""
    of_agent = [
        one
        for one in (status.in_force if status else ())
        if isinstance(one.edit, Absence) and one.edit.agent == agent
    ]
    return max(of_agent, key=lambda one: inf if one.ends_at is None else one.ends_at, default=None)


def _told(absence: OverlayStatus, agent: AgentStatus, picture: Picture) -> str:
    """``absent: Ill until 17:00; Ben stands in``."""
    others = picture.status.agents if picture.status else ()
    takers = [other.name for other in others if agent.id in other.stands_in_for]
    stand_in = f"; {', '.join(takers)} stand{'s' if len(takers) == 1 else ''} in" if takers else ""
    return f"absent: {absence.reason}{_until(absence, picture.at)}{stand_in}"


def _until(absence: OverlayStatus, at: float) -> str:
    """The time of day when it ends today, or else the last day: there is little room."""
    if absence.ends_at is None:
        return ""
    today, last, end = (
        datetime.fromtimestamp(moment).astimezone()
        for moment in (at, absence.ends_at - A_MOMENT_S, absence.ends_at)
    )
    return f" until {end:%H:%M}" if last.date() == today.date() else f" until {last:%Y-%m-%d}"
