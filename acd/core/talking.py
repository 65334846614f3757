"""Talking: agent and caller are brought into one bridge, talk, and part. For a callback the agent comes
first, is told what it is about, and waits until the customer has answered.

When the agent answers, the caller's music is stopped first and the legs are joined then: a leg that joins a
bridge with its music still on goes on hearing the music (docs/decisions/0002).
"""

from typing import TypeVar

import msgspec

from acd.core import previewing
from acd.core.briefing import brief, fetch_again, hear_out, hurry, want
from acd.core.machine import Machine, Step, Table, compensating, impossible, stay
from acd.core.view import View
from acd.model.callback import Reached
from acd.model.command import EndBridge, Join, StopMusic
from acd.model.contact import Contact, Deciding, Fetching, Joining, Over, Silent, Talking
from acd.model.fact import (
    ContactEnded,
    CustomerMissed,
    CustomerReached,
    Fact,
    LegEnded,
    MachineHeard,
    OfferAnswered,
    SenderWanted,
    TalkBegan,
    TalkEnded,
    TalkFailed,
    TalkJoined,
)
from acd.model.ids import BridgeId, ContactId, LegId, OfferId, agent_leg_of, bridge_of
from acd.model.leg import Side
from acd.model.message import (
    JoinRefused,
    JoinTimedOut,
    KeyPressed,
    LegJoined,
    PlaybackEnded,
    PreviewTimedOut,
    Resumed,
)

JOIN_S = 5.0
"""Two answered legs that have not met by then are asked once more, and after as long again taken apart; the
caller waits on in the old place.
"""

T = TypeVar("T", Silent, Deciding, Fetching, Joining, Talking, Over)


def begin(
    contact: Contact, state: Silent, message: OfferAnswered, view: View, at: float
) -> Step[Silent | Joining | Fetching | Deciding]:
    """The agent has answered: end the music, join the two; or fetch the customer first. Who listens to a
    message talks with nobody.
    """
    if contact.has_left:
        return Step(state)
    if previewing.is_previewed(contact, view):
        return previewing.begin(contact, message, view, at)
    fetching = Fetching(
        agent=message.agent,
        offer=message.offer,
        agent_leg=message.leg,
        bridge=bridge_of(message.offer),
        since=at,
    )
    return brief(contact, fetching, view) if contact.is_away else _begin(contact, fetching, view, at)


def fetch_sender(
    contact: Contact, _state: Silent, message: SenderWanted, view: View, at: float
) -> Step[Fetching]:
    """The agent has listened to a message, and wants to speak with whoever has left it."""
    fetching = Fetching(
        agent=message.agent,
        offer=message.offer,
        agent_leg=message.leg,
        bridge=message.bridge,
        since=at,
    )
    return want(contact, fetching, view)


def _begin(contact: Contact, state: Fetching, view: View, at: float) -> Step[Joining]:
    joining = Joining(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=at,
        until=at + JOIN_S,
    )
    began = TalkBegan(contact=contact.id, agent=state.agent, offer=state.offer, bridge=state.bridge)
    return _join(contact, joining, view, (began,))


def be_joined(
    contact: Contact, state: Fetching, _message: CustomerReached, view: View, at: float
) -> Step[Joining]:
    """The customer is there."""
    return _begin(contact, state, view, at)


def fetch_in_vain(
    contact: Contact,
    state: Fetching | Joining | Talking,
    _message: CustomerMissed,
    _view: View,
    _at: float,
) -> Step[Silent]:
    """The customer was not reached, or was and is lost again: the agent is free again."""
    return _fail(contact, state, listened=isinstance(state, Talking))


def lose_agent(
    contact: Contact, state: Fetching, message: LegEnded, _view: View, _at: float
) -> Step[Fetching | Silent]:
    """The agent has hung up before the customer was there."""
    ours = message.leg == state.agent_leg
    return _fail(contact, state, lost=message.lost) if ours else Step(state)


def meet(
    contact: Contact, state: Joining, message: LegJoined, view: View, at: float
) -> Step[Joining | Talking]:
    """One of the two is in the bridge; with both there the talk is on."""
    if message.bridge != state.bridge:
        return clear(contact, state, message, view, at)
    met = {*state.joined, message.leg} & {contact.customer_leg, state.agent_leg}
    if len(met) < 2:
        return Step(msgspec.structs.replace(state, joined=tuple(sorted(met))))
    return _talk(contact, state)


def _join(contact: Contact, joining: Joining, view: View, facts: tuple[Fact, ...] = ()) -> Step[Joining]:
    """End the music, and bring the two together."""
    legs = (contact.customer_leg, joining.agent_leg)
    join = Join(bridge=joining.bridge, legs=legs, hears_keys=_machine_key(contact, view) is not None)
    return Step(joining, facts=facts, commands=(*_silence(contact, joining), join))


def _silence(contact: Contact, state: Joining | Talking) -> tuple[StopMusic, ...]:
    """No music for the customer, nor for an agent who had the customer fetched."""
    customers = StopMusic(leg=contact.customer_leg)
    was_fetched = isinstance(contact.callback, Reached)
    return (StopMusic(leg=state.agent_leg), customers) if was_fetched else (customers,)


def _talk(contact: Contact, state: Joining) -> Step[Talking]:
    talking = Talking(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
    )
    return Step(talking, facts=(TalkJoined(contact=contact.id, agent=state.agent),))


def _fail(
    contact: Contact, state: Joining | Fetching | Talking, *, lost: bool = False, listened: bool = False
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


def be_refused(
    contact: Contact, state: Joining, message: JoinRefused, view: View, at: float
) -> Step[Silent | Joining]:
    """Asterisk would not bring them together. A refusal that was meant for an earlier talk means nothing."""
    return (
        _fail(contact, state) if message.bridge == state.bridge else clear(contact, state, message, view, at)
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
        return _fail(contact, state)
    return _join(contact, msgspec.structs.replace(state, until=at + JOIN_S, again=True), view)


def hear_machine(
    contact: Contact, state: Talking, message: KeyPressed, view: View, _at: float
) -> Step[Talking]:
    """A key of the agent: a machine has taken the call."""
    if message.leg != state.agent_leg or message.key != _machine_key(contact, view):
        return Step(state)
    return Step(state, facts=(MachineHeard(contact=contact.id, agent=state.agent),))


def _machine_key(contact: Contact, view: View) -> str | None:
    """The key for it. Who has proved to be a person is no machine, and who waits on the line on which he or
    she came even less.
    """
    reached = contact.callback
    if not isinstance(reached, Reached) or reached.confirmed:
        return None
    return view.callback_rules(contact).machine_key


def part_early(
    contact: Contact, state: Joining, message: LegEnded, _view: View, at: float
) -> Step[Joining | Silent | Over]:
    """Somebody has hung up before the two met. When it was the agent, the caller keeps the old place."""
    if message.leg == state.agent_leg:
        return _fail(contact, state)
    if message.lost and contact.is_owed_a_talk:  # the customer is missed, as if nobody had answered
        return Step(state)
    return _part(contact, state, message.side, at) if message.leg == contact.customer_leg else Step(state)


def clear(_contact: Contact, state: T, message: LegJoined | JoinRefused, _view: View, _at: float) -> Step[T]:
    """Of a bridge in which no talk takes place any more: take it down, should it have come up late."""
    if isinstance(state, Joining | Talking) and message.bridge == state.bridge:
        return Step(state)
    return Step(state, commands=(EndBridge(bridge=message.bridge),))


def part(contact: Contact, state: Talking, message: LegEnded, _view: View, at: float) -> Step[Talking | Over]:
    """One of the two has hung up. The end of another leg, of an offer that failed before, means nothing."""
    if message.leg not in (contact.customer_leg, state.agent_leg):
        return Step(state)
    return _part(contact, state, message.side, at)


def _part(contact: Contact, state: Joining | Talking, by: Side, at: float) -> Step[Over]:
    ended = TalkEnded(contact=contact.id, agent=state.agent, leg=state.agent_leg, bridge=state.bridge, by=by)
    over = Over(agent=state.agent, since=state.since, ended_at=at)
    return Step(over, facts=(ended,), commands=(EndBridge(bridge=state.bridge),))


def join_again(
    contact: Contact, state: Joining | Talking, message: Resumed, view: View, at: float
) -> Step[Joining | Talking]:
    """After a gap: both legs live, but they may not be together. A talk that began just now is on its way.

    Music that was asked for before the gap may have begun late, in the talk: stopping it again does no harm.
    """
    if message.together:
        step: Step[Joining | Talking] = _talk(contact, state) if isinstance(state, Joining) else Step(state)
        return Step(step.state, step.facts, _silence(contact, state))
    if state.since == at:
        return Step(state)
    joining = Joining(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
        until=at + JOIN_S,
    )
    return _join(contact, joining, view)


TABLE: Table = {
    (Silent, OfferAnswered): begin,
    (Silent, LegJoined): compensating(clear),
    (Silent, JoinRefused): compensating(clear),
    (Silent, JoinTimedOut): impossible,
    (Silent, LegEnded): stay,
    (Silent, ContactEnded): stay,
    (Silent, SenderWanted): fetch_sender,
    (Silent, CustomerReached): stay,
    (Silent, CustomerMissed): stay,
    (Silent, PlaybackEnded): impossible,
    (Silent, KeyPressed): impossible,
    (Silent, PreviewTimedOut): impossible,
    (Silent, Resumed): stay,
    #
    (Deciding, OfferAnswered): impossible,
    (Deciding, LegJoined): compensating(clear),
    (Deciding, JoinRefused): compensating(clear),
    (Deciding, JoinTimedOut): impossible,
    (Deciding, LegEnded): previewing.lose_agent,
    (Deciding, ContactEnded): impossible,
    (Deciding, SenderWanted): impossible,
    (Deciding, CustomerReached): impossible,
    (Deciding, CustomerMissed): impossible,
    (Deciding, PlaybackEnded): previewing.go_on,
    (Deciding, KeyPressed): previewing.press,
    (Deciding, PreviewTimedOut): previewing.run_out,
    (Deciding, Resumed): previewing.say_again,
    #
    (Fetching, OfferAnswered): impossible,
    (Fetching, LegJoined): compensating(clear),
    (Fetching, JoinRefused): compensating(clear),
    (Fetching, JoinTimedOut): impossible,
    (Fetching, LegEnded): lose_agent,
    (Fetching, ContactEnded): impossible,
    (Fetching, SenderWanted): impossible,
    (Fetching, CustomerReached): be_joined,
    (Fetching, CustomerMissed): fetch_in_vain,
    (Fetching, PlaybackEnded): hear_out,
    (Fetching, KeyPressed): hurry,
    (Fetching, PreviewTimedOut): impossible,
    (Fetching, Resumed): fetch_again,
    #
    (Joining, OfferAnswered): impossible,
    (Joining, LegJoined): meet,
    (Joining, JoinRefused): be_refused,
    (Joining, JoinTimedOut): run_out,
    (Joining, LegEnded): part_early,
    (Joining, ContactEnded): impossible,
    (Joining, SenderWanted): impossible,
    (Joining, CustomerReached): impossible,
    (Joining, CustomerMissed): fetch_in_vain,
    (Joining, PlaybackEnded): impossible,
    (Joining, KeyPressed): impossible,
    (Joining, PreviewTimedOut): impossible,
    (Joining, Resumed): join_again,
    #
    (Talking, OfferAnswered): impossible,
    (Talking, LegJoined): compensating(clear),
    (Talking, JoinRefused): compensating(clear),
    (Talking, JoinTimedOut): impossible,
    (Talking, LegEnded): part,
    (Talking, ContactEnded): impossible,
    (Talking, SenderWanted): impossible,
    (Talking, CustomerReached): impossible,
    (Talking, CustomerMissed): fetch_in_vain,
    (Talking, PlaybackEnded): impossible,
    (Talking, KeyPressed): hear_machine,
    (Talking, PreviewTimedOut): impossible,
    (Talking, Resumed): join_again,
    #
    (Over, OfferAnswered): impossible,
    (Over, LegJoined): compensating(clear),
    (Over, JoinRefused): compensating(clear),
    (Over, JoinTimedOut): impossible,
    (Over, LegEnded): stay,
    (Over, ContactEnded): stay,
    (Over, SenderWanted): impossible,
    (Over, CustomerReached): impossible,
    (Over, CustomerMissed): impossible,
    (Over, PlaybackEnded): impossible,
    (Over, KeyPressed): impossible,
    (Over, PreviewTimedOut): impossible,
    (Over, Resumed): impossible,
}


def _contact(
    message: OfferAnswered
    | LegEnded
    | ContactEnded
    | SenderWanted
    | CustomerReached
    | CustomerMissed
    | Resumed
    | PreviewTimedOut
    | JoinTimedOut,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _of_briefing(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    """Whatever else has been said to an agent is not of a talk."""
    return _contact_of_agent(
        agent_leg_of(OfferId(message.playback.rpartition("-")[0])), (Fetching, Deciding), view
    )


def _of_agent(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    return _contact_of_agent(message.leg, (Fetching, Deciding, Talking), view)


def _contact_of_agent(agent_leg: LegId, states: tuple[type, ...], view: View) -> tuple[ContactId, ...]:
    """The contact for which the agent on this leg is there, if its talk is in one of these states."""
    leg = view.leg(agent_leg)
    contact = view.contact(leg.contact) if leg is not None and leg.side is Side.AGENT else None
    return (contact.id,) if contact is not None and isinstance(contact.talk, states) else ()


def _of_bridge(message: LegJoined | JoinRefused, view: View) -> tuple[ContactId, ...]:
    """By the agent's leg: after a restart the offer, long answered, is not on the floor any more."""
    leg = view.leg(agent_leg_of(OfferId(message.bridge.removesuffix("-bridge"))))
    return (leg.contact,) if leg else ()


def _deadline(contact: Contact) -> tuple[float, JoinTimedOut | PreviewTimedOut] | None:
    match contact.talk:
        case Joining(until=until):
            return until, JoinTimedOut(contact=contact.id)
        case Deciding(until=float() as until):
            return until, PreviewTimedOut(contact=contact.id)
        case _:
            return None


def bridge_in_use(contact: Contact) -> BridgeId | None:
    """The bridge in which the contact's talk takes place, if there is a talk."""
    return contact.talk.bridge if isinstance(contact.talk, Joining | Talking) else None


MACHINE = Machine(
    name="talk",
    record=Contact,
    part="talk",
    states=(Silent, Deciding, Fetching, Joining, Talking, Over),
    routes={
        OfferAnswered: _contact,
        LegJoined: _of_bridge,
        JoinRefused: _of_bridge,
        JoinTimedOut: _contact,
        PreviewTimedOut: _contact,
        LegEnded: _contact,
        ContactEnded: _contact,
        SenderWanted: _contact,
        CustomerReached: _contact,
        CustomerMissed: _contact,
        PlaybackEnded: _of_briefing,
        KeyPressed: _of_agent,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
