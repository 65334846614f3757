"""Workload: how much an agent has had to do. Some queues choose by it, and who has too much
gets a substitute.

Occupancy is what it is in every call centre: talk and wrap-up, of the time that was these or ready and idle.
Here it is that of lately: each moment counts the less the longer it is ago (`LATELY_S`).
"""

from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.model.agent import Agent, AtRest, AtWork, Load, OffDuty, Ready, WrapUp
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    OfferAnswered,
    TalkEnded,
    TalkFailed,
    WrapUpEnded,
)
from acd.model.ids import AgentId

L = TypeVar("L", OffDuty, AtRest, AtWork)


def day_of(timezone: str, at: float) -> int:
    """The day of the moment `at` (seconds since the epoch) in a time zone, as a proleptic ordinal."""
    return datetime.fromtimestamp(at, ZoneInfo(timezone)).toordinal()


def _since(kind: type[L], load: Load, at: float) -> L:
    """From this moment on, another kind of time."""
    return kind(since=at, occupancy=load.occupancy_at(at), day=load.day, contacts=load.contacts)


def _after_work(agent: Agent, load: AtWork, at: float) -> AtRest | OffDuty:
    return _since(AtRest, load, at) if isinstance(agent.presence, Ready) else _since(OffDuty, load, at)


def take(_agent: Agent, load: AtRest, _message: OfferAnswered, view: View, at: float) -> Step[AtWork]:
    """A contact more, today."""
    today = day_of(view.policy.timezone, at)
    so_far = load.contacts if load.day == today else 0
    occupancy = load.occupancy_at(at)
    return Step(AtWork(since=at, occupancy=occupancy, day=today, contacts=so_far + 1))


def finish(
    agent: Agent, load: AtWork, _message: TalkFailed | WrapUpEnded, _view: View, at: float
) -> Step[AtRest | OffDuty]:
    """The work is over."""
    return Step(_after_work(agent, load, at))


def finish_talk(
    agent: Agent, load: AtWork, _message: TalkEnded, _view: View, at: float
) -> Step[AtWork | AtRest | OffDuty]:
    """The work is over, or goes on with the wrap-up."""
    if isinstance(agent.activity, WrapUp):
        return Step(load)
    return Step(_after_work(agent, load, at))


def come(_agent: Agent, load: OffDuty, _message: AgentBecameReady, _view: View, at: float) -> Step[AtRest]:
    """From now on waiting for work counts."""
    return Step(_since(AtRest, load, at))


def go(
    _agent: Agent,
    load: AtRest,
    _message: AgentBecameNotReady | AgentLoggedIn | AgentLoggedOut,
    _view: View,
    at: float,
) -> Step[OffDuty]:
    """From now on nothing counts."""
    return Step(_since(OffDuty, load, at))


TABLE: Table = {
    (OffDuty, AgentBecameReady): come,
    (OffDuty, AgentBecameNotReady): stay,
    (OffDuty, AgentLoggedIn): stay,
    (OffDuty, AgentLoggedOut): stay,
    (OffDuty, OfferAnswered): impossible,
    (OffDuty, TalkFailed): impossible,
    (OffDuty, TalkEnded): impossible,
    (OffDuty, WrapUpEnded): impossible,
    #
    (AtRest, AgentBecameReady): impossible,
    (AtRest, AgentBecameNotReady): go,
    (AtRest, AgentLoggedIn): go,
    (AtRest, AgentLoggedOut): go,
    (AtRest, OfferAnswered): take,
    (AtRest, TalkFailed): impossible,
    (AtRest, TalkEnded): impossible,
    (AtRest, WrapUpEnded): impossible,
    #
    (AtWork, AgentBecameReady): stay,
    (AtWork, AgentBecameNotReady): stay,
    (AtWork, AgentLoggedIn): impossible,
    (AtWork, AgentLoggedOut): stay,
    (AtWork, OfferAnswered): impossible,
    (AtWork, TalkFailed): finish,
    (AtWork, TalkEnded): finish_talk,
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
    | WrapUpEnded,
    _: View,
) -> tuple[AgentId]:
    return (message.agent,)


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
        ),
        _agent,
    ),
    table=TABLE,
)
