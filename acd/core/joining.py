"""Joining: the two lines are brought into one bridge. Steps of the machine in `acd.core.talking`.

The music is stopped first and the legs are joined then: a leg that joins a bridge with its music still on
goes on hearing the music (docs/decisions/0002).
"""

from typing import TypeVar

import msgspec

from acd.core.machine import Step
from acd.core.view import View
from acd.model.callback import Reached
from acd.model.command import EndBridge, Join, StopMusic
from acd.model.contact import Briefed, Contact, Deciding, Fetching, Joining, Over, Silent, Talking
from acd.model.fact import Fact, TalkBegan, TalkFailed, TalkJoined
from acd.model.message import JoinRefused, JoinTimedOut, LegJoined, Resumed

JOIN_S = 5.0
"""Two answered legs that have not met by then are asked once more, and after as long again taken apart; the
caller waits on in the old place.
"""

T = TypeVar("T", Silent, Deciding, Fetching, Briefed, Joining, Talking, Over)


def begin(contact: Contact, state: Fetching | Briefed, view: View, at: float) -> Step[Joining]:
    """Both are there."""
    joining = Joining(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=at,
        until=at + JOIN_S,
    )
    began = TalkBegan(contact=contact.id, agent=state.agent, offer=state.offer, bridge=state.bridge)
    return join(contact, joining, view, (began,))


def meet(
    contact: Contact, state: Joining, message: LegJoined, view: View, at: float
) -> Step[Joining | Talking]:
    """One of the two is in the bridge; with both there the talk is on."""
    if message.bridge != state.bridge:
        return clear(contact, state, message, view, at)
    met = {*state.joined, message.leg} & {contact.customer_leg, state.agent_leg}
    if len(met) < 2:
        return Step(msgspec.structs.replace(state, joined=tuple(sorted(met))))
    return talk(contact, state)


def be_refused(
    contact: Contact, state: Joining, message: JoinRefused, view: View, at: float
) -> Step[Silent | Joining]:
    """Asterisk would not bring them together. A refusal that was meant for an earlier talk means nothing."""
    return (
        fail(contact, state) if message.bridge == state.bridge else clear(contact, state, message, view, at)
    )


def run_out(
    contact: Contact, state: Joining, _message: JoinTimedOut, view: View, at: float
) -> Step[Silent | Joining]:
    """They have not met in time. Silence proves little: we may have been stopped, or the connection be dead
    and nobody have noticed. So they are asked to meet once more, which does no harm to two who talk. While
    Asterisk is known not to hear us, they are left in peace.
    """
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + JOIN_S))
    if state.again:
        return fail(contact, state)
    return join(contact, msgspec.structs.replace(state, until=at + JOIN_S, again=True), view)


def clear(_contact: Contact, state: T, message: LegJoined | JoinRefused, _view: View, _at: float) -> Step[T]:
    """Of a bridge in which no talk takes place any more: take it down, should it have come up late."""
    if isinstance(state, Joining | Talking) and message.bridge == state.bridge:
        return Step(state)
    return Step(state, commands=(EndBridge(bridge=message.bridge),))


def join_again(
    contact: Contact, state: Joining | Talking, message: Resumed, view: View, at: float
) -> Step[Joining | Talking]:
    """After a gap: both legs live, but they may not be together. A talk that began just now is on its way.

    Music that was asked for before the gap may have begun late, in the talk: stopping it again does no harm.
    """
    if message.together:
        step: Step[Joining | Talking] = talk(contact, state) if isinstance(state, Joining) else Step(state)
        return Step(step.state, step.facts, silence(contact, state))
    if state.since == at:
        return Step(state)
    once_more = Joining(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
        until=at + JOIN_S,
    )
    return join(contact, once_more, view)


def join(contact: Contact, joining: Joining, view: View, facts: tuple[Fact, ...] = ()) -> Step[Joining]:
    """End the music, and bring the two together."""
    legs = (contact.customer_leg, joining.agent_leg)
    meeting = Join(bridge=joining.bridge, legs=legs, hears_keys=machine_key(contact, view) is not None)
    return Step(joining, facts=facts, commands=(*silence(contact, joining), meeting))


def silence(contact: Contact, state: Joining | Talking) -> tuple[StopMusic, ...]:
    """No music for the customer, nor for an agent who had the customer fetched."""
    customers = StopMusic(leg=contact.customer_leg)
    was_fetched = isinstance(contact.callback, Reached)
    return (StopMusic(leg=state.agent_leg), customers) if was_fetched else (customers,)


def talk(contact: Contact, state: Joining) -> Step[Talking]:
    """They hear each other."""
    talking = Talking(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
    )
    return Step(talking, facts=(TalkJoined(contact=contact.id, agent=state.agent),))


def fail(
    contact: Contact,
    state: Fetching | Briefed | Joining | Talking,
    *,
    lost: bool = False,
    listened: bool = False,
) -> Step[Silent]:
    """The two cannot be brought together: the agent's leg ends, the caller waits on in the old place."""
    failed = TalkFailed(
        contact=contact.id,
        agent=state.agent,
        leg=state.agent_leg,
        bridge=state.bridge,
        lost=lost,
        listened=listened,
    )
    return Step(Silent(), facts=(failed,), commands=(EndBridge(bridge=state.bridge),))


def machine_key(contact: Contact, view: View) -> str | None:
    """The key for it. Who has proved to be a person is no machine, and who waits on the line on which he or
    she came even less.
    """
    reached = contact.callback
    if not isinstance(reached, Reached) or reached.confirmed:
        return None
    return view.callback_rules(contact).machine_key
