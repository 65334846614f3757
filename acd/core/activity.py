"""Activity: what an agent does. Idle, reserved by an offer, on a call, in wrap-up.

It runs beside presence (what the agent wants): somebody who goes not ready during a talk finishes the talk
and the wrap-up first, and is then not ready.
"""

from typing import TypeVar

from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut, OnCall, Reserved, WrapUp
from acd.model.fact import (
    AgentLoggedOut,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    TalkEnded,
    TalkFailed,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.ids import AgentId
from acd.model.message import EndWrapUp, RestTimedOut, WrapUpTimedOut
from acd.model.outcome import Done, Refused

A = TypeVar("A", Idle, Reserved, OnCall)


def be_reserved(_agent: Agent, state: Idle, message: OfferOpened, _view: View, at: float) -> Step[Reserved]:
    """A contact is offered."""
    return Step(Reserved(since=at, offer=message.offer, idle_since=state.since))


def rest(
    _agent: Agent, _state: Reserved | OnCall, _message: OfferFailed | TalkFailed, view: View, at: float
) -> Step[Idle]:
    """It came to nothing: idle again, at the end of the line of idle agents, and left alone for a while."""
    return Step(Idle(since=at, rests_until=at + view.policy.offers.rest_s))


def be_idle_again(
    _agent: Agent, state: Reserved, _message: OfferWithdrawn, _view: View, _at: float
) -> Step[Idle]:
    """The offer was taken back: the agent keeps the place in the line of idle agents."""
    return Step(Idle(since=state.idle_since))


def take_call(_agent: Agent, _state: Reserved, message: OfferAnswered, view: View, at: float) -> Step[OnCall]:
    """The agent has answered."""
    contact, offer = view.contact(message.contact), view.offer(message.offer)
    assert contact is not None
    assert offer is not None
    queue = view.queue(offer.queue, contact.policy_version)
    # Whoever answers outside has no phone of ours at which to end the wrap-up.
    wrap_up_s = queue.wrap_up_s if offer.outside is None else 0.0
    return Step(OnCall(since=at, contact=contact.id, wrap_up_s=wrap_up_s))


def end_call(agent: Agent, state: OnCall, message: TalkEnded, _view: View, at: float) -> Step[Idle | WrapUp]:
    """The talk is over: wrap-up, unless the queue has none or the agent has already left."""
    if state.wrap_up_s <= 0 or isinstance(agent.presence, LoggedOut):
        return Step(Idle(since=at))
    until = at + state.wrap_up_s
    began = WrapUpBegan(agent=agent.id, contact=message.contact, until=until)
    return Step(WrapUp(since=at, until=until, contact=message.contact), facts=(began,))


def end_wrap_up(
    agent: Agent,
    _state: WrapUp,
    message: EndWrapUp | WrapUpTimedOut | AgentLoggedOut,
    _view: View,
    at: float,
) -> Step[Idle]:
    """The after-contact work is done, or its time is up."""
    ended = WrapUpEnded(agent=agent.id, by_limit=isinstance(message, WrapUpTimedOut))
    return Step(Idle(since=at), facts=(ended,), reply=Done() if isinstance(message, EndWrapUp) else None)


def have_no_wrap_up(agent: Agent, state: A, _message: EndWrapUp, _view: View, _at: float) -> Step[A]:
    """There is nothing to end."""
    reason = f"Agent {agent.id} is not in wrap-up, so there is nothing to end."
    return Step(state, reply=Refused(reason=reason))


def end_rest(_agent: Agent, state: Idle, _message: RestTimedOut, _view: View, _at: float) -> Step[Idle]:
    """May be offered a contact again."""
    return Step(Idle(since=state.since))


TABLE: Table = {
    (Idle, OfferOpened): be_reserved,
    (Idle, OfferFailed): impossible,
    (Idle, OfferWithdrawn): impossible,
    (Idle, OfferAnswered): impossible,
    (Idle, TalkFailed): impossible,
    (Idle, TalkEnded): impossible,
    (Idle, EndWrapUp): have_no_wrap_up,
    (Idle, WrapUpTimedOut): impossible,
    (Idle, RestTimedOut): end_rest,
    (Idle, AgentLoggedOut): stay,
    #
    (Reserved, OfferOpened): impossible,
    (Reserved, OfferFailed): rest,
    (Reserved, OfferWithdrawn): be_idle_again,
    (Reserved, OfferAnswered): take_call,
    (Reserved, TalkFailed): impossible,
    (Reserved, TalkEnded): impossible,
    (Reserved, EndWrapUp): have_no_wrap_up,
    (Reserved, WrapUpTimedOut): impossible,
    (Reserved, RestTimedOut): impossible,
    (Reserved, AgentLoggedOut): stay,
    #
    (OnCall, OfferOpened): impossible,
    (OnCall, OfferFailed): impossible,
    (OnCall, OfferWithdrawn): impossible,
    (OnCall, OfferAnswered): impossible,
    (OnCall, TalkFailed): rest,
    (OnCall, TalkEnded): end_call,
    (OnCall, EndWrapUp): have_no_wrap_up,
    (OnCall, WrapUpTimedOut): impossible,
    (OnCall, RestTimedOut): impossible,
    (OnCall, AgentLoggedOut): stay,
    #
    (WrapUp, OfferOpened): impossible,
    (WrapUp, OfferFailed): impossible,
    (WrapUp, OfferWithdrawn): impossible,
    (WrapUp, OfferAnswered): impossible,
    (WrapUp, TalkFailed): impossible,
    (WrapUp, TalkEnded): impossible,
    (WrapUp, EndWrapUp): end_wrap_up,
    (WrapUp, WrapUpTimedOut): end_wrap_up,
    (WrapUp, RestTimedOut): impossible,
    (WrapUp, AgentLoggedOut): end_wrap_up,
}


def _agent(
    message: OfferOpened
    | OfferFailed
    | OfferWithdrawn
    | OfferAnswered
    | TalkFailed
    | TalkEnded
    | EndWrapUp
    | WrapUpTimedOut
    | RestTimedOut
    | AgentLoggedOut,
    _: View,
) -> tuple[AgentId]:
    return (message.agent,)


def _deadline(agent: Agent) -> tuple[float, WrapUpTimedOut | RestTimedOut] | None:
    match agent.activity:
        case WrapUp(until=until):
            return until, WrapUpTimedOut(agent=agent.id)
        case Idle(rests_until=float(until)):
            return until, RestTimedOut(agent=agent.id)
        case _:
            return None


MACHINE = Machine(
    name="activity",
    record=Agent,
    part="activity",
    states=(Idle, Reserved, OnCall, WrapUp),
    routes=dict.fromkeys(
        (
            OfferOpened,
            OfferFailed,
            OfferWithdrawn,
            OfferAnswered,
            TalkFailed,
            TalkEnded,
            EndWrapUp,
            WrapUpTimedOut,
            RestTimedOut,
            AgentLoggedOut,
        ),
        _agent,
    ),
    table=TABLE,
    deadline=_deadline,
)
