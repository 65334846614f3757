"""Workload: how much an agent has had to do. Some queues choose by it, and who has too much
gets a substitute.

Occupancy is what it is in every call centre: talk and wrap-up, of the time that was these or ready and idle.
Here it is that of lately: each moment counts the less the longer it is ago (`LATELY_S`).
"""

from datetime import datetime
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


def day_of(timezone: str, at: float) -> int:
    """The day of the moment `at` (seconds since the epoch) in a time zone, as a proleptic ordinal."""
    return datetime.fromtimestamp(at, ZoneInfo(timezone)).toordinal()


RELIEF = 0.9
"""Too busy is over when the occupancy has fallen to this share of the limit: not at every pause."""


def at_work(load: Load, limit: float | None, at: float, *, day: int, contacts: int) -> AtWork:
    """From this moment on at work. With a `limit`, it is known when the occupancy will exceed it."""
    occupancy = load.occupancy_at(at)
    turns_at = None
    if limit is not None and limit < 1.0 and not load.overloaded:
        turns_at = at + max(0.0, LATELY_S * log((1.0 - occupancy) / (1.0 - limit)))
    return AtWork(
        since=at,
        occupancy=occupancy,
        day=day,
        contacts=contacts,
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
        day=load.day,
        contacts=load.contacts,
        overloaded=load.overloaded,
        turns_at=turns_at,
    )


def off_duty(load: Load, at: float) -> OffDuty:
    """From this moment on nothing counts."""
    return OffDuty(since=at, occupancy=load.occupancy_at(at), day=load.day, contacts=load.contacts)


def _after_work(agent: Agent, load: AtWork, view: View, at: float) -> AtRest | OffDuty:
    if isinstance(agent.presence, Ready):
        return at_rest(load, view.policy.overload, at)
    return off_duty(load, at)


def take(_agent: Agent, load: AtRest, _message: OfferAnswered, view: View, at: float) -> Step[AtWork]:
    """A contact more, today."""
    today, so_far = _today(load, view, at)
    return Step(at_work(load, view.policy.overload, at, day=today, contacts=so_far + 1))


def _today(load: Load, view: View, at: float) -> tuple[int, int]:
    """The day, and the contacts taken on it."""
    today = day_of(view.policy.timezone, at)
    return today, load.contacts if load.day == today else 0


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
    """From now on waiting for work counts; what was done on other days does not."""
    today, so_far = _today(load, view, at)
    of_today = msgspec.structs.replace(load, day=today, contacts=so_far)
    return Step(at_rest(of_today, view.policy.overload, at))


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


def relieve(agent: Agent, load: AtRest, _message: LoadTurned, _view: View, _at: float) -> Step[AtRest]:
    """Rested enough."""
    state = msgspec.structs.replace(load, overloaded=False, turns_at=None)
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
    turns_at = agent.load.turns_at
    return None if turns_at is None else (turns_at, LoadTurned(agent=agent.id))


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
