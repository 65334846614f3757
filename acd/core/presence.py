"""Presence: what an agent wants. Logged out, not ready with a reason, or ready, at any desk.

Hot desk: the phone is where the agent logged in. RONA: so many counted misses in a row make a ready agent not
ready, so that calls do not ring at an empty chair; coming back is one feature code away.
"""

from typing import TypeVar

import msgspec

from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.view import View
from acd.model.agent import LOGGED_IN, RONA, Agent, Idle, LoggedOut, NotReady, Ready
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    AgentReturned,
    DeskTaken,
    Fact,
    OfferAnswered,
    OfferFailed,
    OverlayBegan,
)
from acd.model.ids import AgentId, PhoneId
from acd.model.message import GoNotReady, GoReady, LogIn, LogOut, PhoneCameBack, ReturnTimedOut
from acd.model.outcome import Done, Refused
from acd.model.overlay import Absence

P = TypeVar("P", LoggedOut, NotReady, Ready)
AtDesk = TypeVar("AtDesk", NotReady, Ready)


def log_in(agent: Agent, state: P, message: LogIn, view: View, at: float) -> Step[P | NotReady]:
    """Sit down at a desk; whoever sat there is logged out. Neither may be in the middle of something."""
    if agent.id not in view.policy.agents:
        return Step(state, reply=Refused(reason=f"The company has no agent {agent.id} any more."))
    line = view.policy.agents[agent.id].outside
    if line is not None and message.phone != line.phone:
        return Step(state, reply=Refused(reason=f"{agent.id} is a line to the outside: it sits at no desk."))
    if not _may_sit_at(agent, message.phone, view):
        reason = f"The company has no desk phone {message.phone}; its file names them under `phones`."
        return Step(state, reply=Refused(reason=reason))
    if agent.phone == message.phone:
        return Step(state, reply=Done())
    if not isinstance(agent.activity, Idle):
        return Step(
            state, reply=Refused(reason=f"Agent {agent.id} is busy at another phone; finish there first.")
        )
    facts: tuple[Fact, ...] = (AgentLoggedIn(agent=agent.id, phone=message.phone),)
    sitting = view.agent_at(message.phone)
    if sitting is not None:
        if not isinstance(sitting.activity, Idle):
            reason = f"Agent {sitting.id} is busy at this phone; wait until the call is over."
            return Step(state, reply=Refused(reason=reason))
        facts = (DeskTaken(agent=sitting.id, phone=message.phone), *facts)
    if view.absences(agent.id):
        facts = (AgentReturned(agent=agent.id), *facts)
    there = NotReady(since=at, phone=message.phone, reason=LOGGED_IN)
    return Step(there, facts=facts, reply=Done(in_place_of=sitting.id if sitting is not None else None))


def _may_sit_at(agent: Agent, phone: PhoneId, view: View) -> bool:
    """Desks are for people, and a line to the outside is for nobody but itself."""
    line, place = view.policy.agents[agent.id].outside, view.policy.phones.get(phone)
    return place is not None and (line is not None or place.endpoint is None)


def log_out(
    agent: Agent, _state: NotReady | Ready, message: LogOut | DeskTaken, _view: View, at: float
) -> Step[LoggedOut]:
    """Leave the desk. A talk in progress goes on to its end."""
    reason = "desk taken" if isinstance(message, DeskTaken) else "logged out"
    out = AgentLoggedOut(agent=agent.id, reason=reason)
    return Step(LoggedOut(since=at), facts=(out,), reply=Done())


def be_out_already(
    _agent: Agent, state: LoggedOut, _message: LogOut, _view: View, _at: float
) -> Step[LoggedOut]:
    """Nothing to do."""
    return Step(state, reply=Done())


def need_desk(
    agent: Agent, state: LoggedOut, _message: GoReady | GoNotReady, _view: View, _at: float
) -> Step[LoggedOut]:
    """Without a desk there is nothing to be ready at."""
    reason = f"Agent {agent.id} is not logged in; log in at a desk phone first."
    return Step(state, reply=Refused(reason=reason))


def go_ready(agent: Agent, state: NotReady, _message: GoReady, view: View, at: float) -> Step[Ready]:
    """Want calls. Who says so is not away any more."""
    facts: tuple[Fact, ...] = (AgentBecameReady(agent=agent.id),)
    if view.absences(agent.id):
        facts = (AgentReturned(agent=agent.id), *facts)
    return Step(Ready(since=at, phone=state.phone), facts=facts, reply=Done())


def be_ready_already(_agent: Agent, state: Ready, _message: GoReady, _view: View, _at: float) -> Step[Ready]:
    """Nothing to do; the place in the line of idle agents is kept."""
    return Step(state, reply=Done())


def go_not_ready(
    agent: Agent, state: AtDesk, message: GoNotReady, view: View, at: float
) -> Step[AtDesk | NotReady]:
    """Want no calls, for a reason that the company knows."""
    if message.reason not in view.policy.not_ready_reasons.values():
        known = ", ".join(sorted(view.policy.not_ready_reasons.values()))
        reason = (
            f"There is no reason “{message.reason}”; choose of: {known}."
            if known
            else "The company names no reasons for being not ready; add `not_ready_reasons` to its file."
        )
        return Step(state, reply=Refused(reason=reason))
    fact = AgentBecameNotReady(agent=agent.id, reason=message.reason)
    return Step(NotReady(since=at, phone=state.phone, reason=message.reason), facts=(fact,), reply=Done())


def count_miss(
    agent: Agent, state: Ready, message: OfferFailed, view: View, at: float
) -> Step[Ready | NotReady]:
    """A failed offer: after so many of one kind without an answer, the agent is taken out of the line."""
    person = view.policy.agents.get(agent.id)
    if person is not None and person.outside is not None:
        return Step(state)  # nobody there could say ready again; it rests like everybody
    rule = view.policy.offers.rule(message.failure)
    misses = {**state.misses, message.failure: state.misses.get(message.failure, 0) + 1}
    if rule.most is None or misses[message.failure] < rule.most:
        return Step(msgspec.structs.replace(state, misses=misses))
    away = NotReady(
        since=at,
        phone=state.phone,
        reason=RONA,
        returns_at=at + rule.returns_after_s if rule.returns_after_s is not None else None,
        returns_with_phone=rule.returns_with_phone,
    )
    return Step(away, facts=(AgentBecameNotReady(agent=agent.id, reason=RONA),))


def return_by_itself(
    agent: Agent, state: NotReady, _message: ReturnTimedOut, _view: View, at: float
) -> Step[Ready]:
    """Long enough out of the line."""
    return _return(agent, state, at)


def _return(agent: Agent, state: NotReady, at: float) -> Step[Ready]:
    return Step(Ready(since=at, phone=state.phone), facts=(AgentBecameReady(agent=agent.id),))


def return_with_phone(
    agent: Agent, state: NotReady, _message: PhoneCameBack, _view: View, at: float
) -> Step[NotReady | Ready]:
    """The phone is there again: if the agent was out of the line for that, it is over."""
    return _return(agent, state, at) if state.returns_with_phone else Step(state)


def be_away(agent: Agent, state: AtDesk, message: OverlayBegan, _view: View, at: float) -> Step[NotReady]:
    """Somebody has entered an absence: no more calls for now."""
    away = NotReady(since=at, phone=state.phone, reason=message.reason)
    return Step(away, facts=(AgentBecameNotReady(agent=agent.id, reason=message.reason),))


def forget_misses(
    _agent: Agent, state: Ready, _message: OfferAnswered, _view: View, _at: float
) -> Step[Ready]:
    """An answer ends the row of misses."""
    return Step(msgspec.structs.replace(state, misses={}))


TABLE: Table = {
    (LoggedOut, LogIn): log_in,
    (LoggedOut, LogOut): be_out_already,
    (LoggedOut, GoReady): need_desk,
    (LoggedOut, GoNotReady): need_desk,
    (LoggedOut, DeskTaken): impossible,
    (LoggedOut, OfferFailed): impossible,
    (LoggedOut, ReturnTimedOut): impossible,
    (LoggedOut, PhoneCameBack): impossible,
    (LoggedOut, OverlayBegan): stay,
    (LoggedOut, OfferAnswered): impossible,
    #
    (NotReady, LogIn): log_in,
    (NotReady, LogOut): log_out,
    (NotReady, GoReady): go_ready,
    (NotReady, GoNotReady): go_not_ready,
    (NotReady, DeskTaken): log_out,
    (NotReady, OfferFailed): impossible,
    (NotReady, ReturnTimedOut): return_by_itself,
    (NotReady, PhoneCameBack): return_with_phone,
    (NotReady, OverlayBegan): be_away,
    (NotReady, OfferAnswered): impossible,
    #
    (Ready, LogIn): log_in,
    (Ready, LogOut): log_out,
    (Ready, GoReady): be_ready_already,
    (Ready, GoNotReady): go_not_ready,
    (Ready, DeskTaken): log_out,
    (Ready, OfferFailed): count_miss,
    (Ready, ReturnTimedOut): impossible,
    (Ready, PhoneCameBack): stay,
    (Ready, OverlayBegan): be_away,
    (Ready, OfferAnswered): forget_misses,
}


def _agent(
    message: LogIn
    | LogOut
    | GoReady
    | GoNotReady
    | ReturnTimedOut
    | PhoneCameBack
    | DeskTaken
    | OfferFailed
    | OfferAnswered,
    _: View,
) -> tuple[AgentId]:
    return (message.agent,)


def _away(fact: OverlayBegan, _: View) -> tuple[AgentId, ...]:
    return (fact.edit.agent,) if isinstance(fact.edit, Absence) else ()


def _deadline(agent: Agent) -> tuple[float, ReturnTimedOut] | None:
    match agent.presence:
        case NotReady(returns_at=float(returns_at)):
            return returns_at, ReturnTimedOut(agent=agent.id)
        case _:
            return None


MACHINE = Machine(
    name="presence",
    record=Agent,
    part="presence",
    states=(LoggedOut, NotReady, Ready),
    routes={
        **dict.fromkeys(
            (
                LogIn,
                LogOut,
                GoReady,
                GoNotReady,
                ReturnTimedOut,
                PhoneCameBack,
                DeskTaken,
                OfferFailed,
                OfferAnswered,
            ),
            _agent,
        ),
        OverlayBegan: _away,
    },
    table=TABLE,
    deadline=_deadline,
)
