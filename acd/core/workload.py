"""Workload: how much an agent has had to do. Some queues choose by it, and who has too much
gets a substitute.

Occupancy is what it is in every call centre: talk and wrap-up, of the time that was these or ready and idle.
Here it is that of lately: each moment counts the less the longer it is ago (`LATELY_S`). A break counts as
nothing; the time between two shifts as idle, or yesterday's work would be that of lately.
"""

from datetime import datetime, time, timedelta
from math import log
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.view import View
from acd.model.agent import LATELY_S, Agent, AtHome, AtRest, AtWork, Load, LoggedOut, OffDuty, Ready, WrapUp
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    AgentOverloaded,
    AgentRelieved,
    OfferAnswered,
    TalkEnded,
    TalkFailed,
    WrapUpEnded,
)
from acd.model.ids import AgentId
from acd.model.message import LoadTurned

R = TypeVar("R", AtRest, AtHome)

RELIEF = 0.9
"""Too busy is over when the occupancy has fallen to this share of the limit: not at every pause."""


def day_end(timezone: str, at: float) -> float:
    """The midnight at which the day of a moment ends in a time zone, both in seconds since the epoch."""
    zone = ZoneInfo(timezone)
    tomorrow = datetime.fromtimestamp(at, zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone).timestamp()


def at_work(load: Load, limit: float | None, at: float, *, contacts: int, day_ends_at: float) -> AtWork:
    """From this moment on at work. With a `limit`, it is known when the occupancy will exceed it."""
    occupancy = load.occupancy_at(at)
    turns_at = None
    if limit is not None and limit < 1.0 and not load.overloaded:
        is_over = occupancy >= limit
        turns_at = at if is_over else at + LATELY_S * log((1.0 - occupancy) / (1.0 - limit))
    return AtWork(
        since=at,
        occupancy=occupancy,
        contacts=contacts,
        day_ends_at=day_ends_at,
        overloaded=load.overloaded,
        turns_at=turns_at,
    )


def at_rest(load: Load, limit: float | None, at: float) -> AtRest:
    """From this moment on at rest. Who was overloaded is relieved some time later."""
    return AtRest(
        since=at,
        occupancy=load.occupancy_at(at),
        contacts=load.contacts_at(at),
        day_ends_at=load.day_ends_at,
        overloaded=load.overloaded,
        turns_at=_relieved_at(load, limit, at),
    )


def at_home(load: Load, limit: float | None, at: float) -> AtHome:
    """From this moment on logged out, which relieves as rest does."""
    return AtHome(
        since=at,
        occupancy=load.occupancy_at(at),
        contacts=load.contacts,
        day_ends_at=load.day_ends_at,
        overloaded=load.overloaded,
        turns_at=_relieved_at(load, limit, at),
    )


def _relieved_at(load: Load, limit: float | None, at: float) -> float | None:
    """When who is overloaded has rested enough, if there is no work from this moment on."""
    if not load.overloaded:
        return None
    occupancy = load.occupancy_at(at)
    relief = RELIEF * limit if limit is not None else occupancy
    return at + LATELY_S * log(occupancy / relief) if occupancy > relief > 0 else at


def off_duty(load: Load, at: float) -> OffDuty:
    """From this moment on nothing counts; and nobody is relieved by a break that changes nothing."""
    return OffDuty(
        since=at,
        occupancy=load.occupancy_at(at),
        contacts=load.contacts,
        day_ends_at=load.day_ends_at,
        overloaded=load.overloaded,
    )


def _after_work(agent: Agent, load: AtWork, view: View, at: float) -> AtRest | OffDuty | AtHome:
    match agent.presence:
        case Ready():
            return at_rest(load, view.policy.overload, at)
        case LoggedOut():
            return at_home(load, view.policy.overload, at)
        case _:
            return off_duty(load, at)


def take(_agent: Agent, load: AtRest, _message: OfferAnswered, view: View, at: float) -> Step[AtWork]:
    """A contact more, today."""
    policy = view.policy
    contacts, day_ends_at = load.contacts_at(at) + 1, day_end(policy.timezone, at)
    return Step(at_work(load, policy.overload, at, contacts=contacts, day_ends_at=day_ends_at))


def finish(
    agent: Agent, load: AtWork, _message: TalkFailed | WrapUpEnded, view: View, at: float
) -> Step[AtRest | OffDuty | AtHome]:
    """The work is over."""
    return Step(_after_work(agent, load, view, at))


def finish_talk(
    agent: Agent, load: AtWork, _message: TalkEnded, view: View, at: float
) -> Step[AtWork | AtRest | OffDuty | AtHome]:
    """The work is over, or goes on with the wrap-up."""
    if isinstance(agent.activity, WrapUp):
        return Step(load)
    return Step(_after_work(agent, load, view, at))


def come(_agent: Agent, load: OffDuty, _message: AgentBecameReady, view: View, at: float) -> Step[AtRest]:
    """From now on waiting for work counts."""
    return Step(at_rest(load, view.policy.overload, at))


def go(
    _agent: Agent,
    load: AtRest | AtHome,
    _message: AgentBecameNotReady | AgentLoggedIn,
    _view: View,
    at: float,
) -> Step[OffDuty]:
    """From now on nothing counts."""
    return Step(off_duty(load, at))


def go_home(
    _agent: Agent, load: AtRest | OffDuty, _message: AgentLoggedOut, view: View, at: float
) -> Step[AtHome]:
    """From now on there is no work, until the next login."""
    return Step(at_home(load, view.policy.overload, at))


def overload(agent: Agent, load: AtWork, _message: LoadTurned, _view: View, _at: float) -> Step[AtWork]:
    """Too busy: others take what is meant for this agent."""
    state = msgspec.structs.replace(load, overloaded=True, turns_at=None)
    return Step(state, facts=(AgentOverloaded(agent=agent.id),))


def relieve(agent: Agent, load: R, _message: LoadTurned, _view: View, at: float) -> Step[R]:
    """Rested enough; or it is midnight, and the contacts of the day that ends count no more."""
    of_today = msgspec.structs.replace(load, contacts=load.contacts_at(at))
    if load.turns_at is None or at < load.turns_at:
        return Step(of_today)
    state = msgspec.structs.replace(of_today, overloaded=False, turns_at=None)
    return Step(state, facts=(AgentRelieved(agent=agent.id),))


TABLE: Table = {
    (AtHome, AgentBecameReady): impossible,
    (AtHome, AgentBecameNotReady): impossible,
    (AtHome, AgentLoggedIn): go,
    (AtHome, AgentLoggedOut): impossible,
    (AtHome, OfferAnswered): impossible,
    (AtHome, TalkFailed): impossible,
    (AtHome, TalkEnded): impossible,
    (AtHome, LoadTurned): relieve,
    (AtHome, WrapUpEnded): impossible,
    #
    (OffDuty, AgentBecameReady): come,
    (OffDuty, AgentBecameNotReady): stay,
    (OffDuty, AgentLoggedIn): stay,
    (OffDuty, AgentLoggedOut): go_home,
    (OffDuty, OfferAnswered): impossible,
    (OffDuty, TalkFailed): impossible,
    (OffDuty, TalkEnded): impossible,
    (OffDuty, LoadTurned): impossible,
    (OffDuty, WrapUpEnded): impossible,
    #
    (AtRest, AgentBecameReady): impossible,
    (AtRest, AgentBecameNotReady): go,
    (AtRest, AgentLoggedIn): go,
    (AtRest, AgentLoggedOut): go_home,
    (AtRest, OfferAnswered): take,
    (AtRest, TalkFailed): impossible,
    (AtRest, TalkEnded): impossible,
    (AtRest, LoadTurned): relieve,
    (AtRest, WrapUpEnded): impossible,
    #
    (AtWork, AgentBecameReady): stay,
    (AtWork, AgentBecameNotReady): stay,
    (AtWork, AgentLoggedIn): impossible,
    (AtWork, AgentLoggedOut): stay,
    (AtWork, OfferAnswered): impossible,
    (AtWork, TalkFailed): finish,
    (AtWork, TalkEnded): finish_talk,
    (AtWork, LoadTurned): overload,
    (AtWork, WrapUpEnded): finish,
}
"""Who goes not ready in a talk is at work until it ends."""


def _agent(
    message: AgentBecameReady
    | AgentBecameNotReady
    | AgentLoggedIn
    | AgentLoggedOut
    | OfferAnswered
    | TalkFailed
    | TalkEnded
    | WrapUpEnded
    | LoadTurned,
    _: View,
) -> tuple[AgentId]:
    return (message.agent,)


def _deadline(agent: Agent) -> tuple[float, LoadTurned] | None:
    load = agent.load
    forgets_at = load.day_ends_at if isinstance(load, AtRest) and load.contacts else None
    moments = [moment for moment in (load.turns_at, forgets_at) if moment is not None]
    return (min(moments), LoadTurned(agent=agent.id)) if moments else None


MACHINE = Machine(
    name="workload",
    record=Agent,
    part="load",
    states=(AtHome, OffDuty, AtRest, AtWork),
    routes=dict.fromkeys(
        (
            AgentBecameReady,
            AgentBecameNotReady,
            AgentLoggedIn,
            AgentLoggedOut,
            OfferAnswered,
            TalkFailed,
            TalkEnded,
            WrapUpEnded,
            LoadTurned,
        ),
        _agent,
    ),
    table=TABLE,
    deadline=_deadline,
)
