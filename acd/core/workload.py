"""Workload: how much an agent has had to do. Some queues choose by it, and who has too much
gets a substitute.

Occupancy is what it is in every call centre: talk and wrap-up, of the time that was these or ready and idle.
Here it is that of lately: each moment counts the less the longer it is ago (`LATELY_S`).
"""

from datetime import datetime, time, timedelta
from math import log
from zoneinfo import ZoneInfo

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.model.agent import LATELY_S, Agent, AtRest, AtWork, Load, OffDuty, Ready, WrapUp
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
        turns_at = at + max(0.0, LATELY_S * log((1.0 - occupancy) / (1.0 - limit)))
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
    occupancy = load.occupancy_at(at)
    turns_at = None
    if load.overloaded:
        relief = RELIEF * limit if limit is not None else occupancy
        turns_at = at + max(0.0, LATELY_S * log(occupancy / relief)) if relief > 0 else at
    return AtRest(
        since=at,
        occupancy=occupancy,
        contacts=load.contacts_at(at),
        day_ends_at=load.day_ends_at,
        overloaded=load.overloaded,
        turns_at=turns_at,
    )


def off_duty(load: Load, at: float) -> OffDuty:
    """From this moment on nothing counts."""
    return OffDuty(
        since=at,
        occupancy=load.occupancy_at(at),
        contacts=load.contacts,
        day_ends_at=load.day_ends_at,
    )


def _after_work(agent: Agent, load: AtWork, view: View, at: float) -> AtRest | OffDuty:
    if isinstance(agent.presence, Ready):
        return at_rest(load, view.policy.overload, at)
    return off_duty(load, at)


def take(_agent: Agent, load: AtRest, _message: OfferAnswered, view: View, at: float) -> Step[AtWork]:
    """A contact more, today."""
    policy = view.policy
    contacts, day_ends_at = load.contacts_at(at) + 1, day_end(policy.timezone, at)
    return Step(at_work(load, policy.overload, at, contacts=contacts, day_ends_at=day_ends_at))


def finish(
    agent: Agent, load: AtWork, _message: TalkFailed | WrapUpEnded, view: View, at: float
) -> Step[AtRest | OffDuty]:
    """The work is over."""
    return Step(_after_work(agent, load, view, at))


def finish_talk(
    agent: Agent, load: AtWork, _message: TalkEnded, view: View, at: float
) -> Step[AtWork | AtRest | OffDuty]:
    """The work is over, or goes on with the wrap-up."""
    if isinstance(agent.activity, WrapUp):
        return Step(load)
    return Step(_after_work(agent, load, view, at))


def come(_agent: Agent, load: OffDuty, _message: AgentBecameReady, view: View, at: float) -> Step[AtRest]:
    """From now on waiting for work counts."""
    return Step(at_rest(load, view.policy.overload, at))


def go(
    _agent: Agent,
    load: AtRest,
    _message: AgentBecameNotReady | AgentLoggedIn | AgentLoggedOut,
    _view: View,
    at: float,
) -> Step[OffDuty]:
    """From now on nothing counts."""
    return Step(off_duty(load, at))


def overload(agent: Agent, load: AtWork, _message: LoadTurned, _view: View, _at: float) -> Step[AtWork]:
    """Too busy: others take what is meant for this agent."""
    state = msgspec.structs.replace(load, overloaded=True, turns_at=None)
    return Step(state, facts=(AgentOverloaded(agent=agent.id),))


def relieve(agent: Agent, load: AtRest, _message: LoadTurned, _view: View, at: float) -> Step[AtRest]:
    """Rested enough; or it is midnight, and the contacts of the day that ends count no more."""
    of_today = msgspec.structs.replace(load, contacts=load.contacts_at(at))
    if load.turns_at is None or at < load.turns_at:
        return Step(of_today)
    state = msgspec.structs.replace(of_today, overloaded=False, turns_at=None)
    return Step(state, facts=(AgentRelieved(agent=agent.id),))


TABLE: Table = {
    (OffDuty, AgentBecameReady): come,
    (OffDuty, AgentBecameNotReady): stay,
    (OffDuty, AgentLoggedIn): stay,
    (OffDuty, AgentLoggedOut): stay,
    (OffDuty, OfferAnswered): impossible,
    (OffDuty, TalkFailed): impossible,
    (OffDuty, TalkEnded): impossible,
    (OffDuty, LoadTurned): impossible,
    (OffDuty, WrapUpEnded): impossible,
    #
    (AtRest, AgentBecameReady): impossible,
    (AtRest, AgentBecameNotReady): go,
    (AtRest, AgentLoggedIn): go,
    (AtRest, AgentLoggedOut): go,
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
    states=(OffDuty, AtRest, AtWork),
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
