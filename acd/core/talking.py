"""Talking: agent and caller are brought into one bridge, talk, and part. For a callback the agent comes
first, is told what it is about, and waits until the customer has answered.
"""

from acd.core import joining, note_first, previewing
from acd.core.briefing import brief, fetch_again, hear_out, hurry, want
from acd.core.machine import Machine, Step, Table, compensating, impossible, stay
from acd.core.view import View
from acd.model.command import EndBridge
from acd.model.contact import Briefed, Contact, Deciding, Fetching, Joining, Over, Silent, Talking
from acd.model.fact import (
    ContactEnded,
    CustomerMissed,
    CustomerReached,
    LegEnded,
    MachineHeard,
    OfferAnswered,
    SenderWanted,
    TalkEnded,
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


def begin(
    contact: Contact, state: Silent, message: OfferAnswered, view: View, at: float
) -> Step[Silent | Joining | Briefed | Fetching | Deciding]:
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
    if contact.is_away:
        return brief(contact, fetching, view)
    if note_first.is_heard_first(contact, view):
        return note_first.begin(contact, fetching, view)
    return joining.begin(contact, fetching, view, at)


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


def be_joined(
    contact: Contact, state: Fetching, _message: CustomerReached, view: View, at: float
) -> Step[Joining]:
    """The customer is there."""
    return joining.begin(contact, state, view, at)


def fetch_in_vain(
    contact: Contact,
    state: Fetching | Briefed | Joining | Talking,
    _message: CustomerMissed,
    _view: View,
    _at: float,
) -> Step[Silent]:
    """The customer was not reached, or was and is lost again: the agent is free again."""
    return joining.fail(contact, state, listened=isinstance(state, Talking))


def lose_agent(
    contact: Contact, state: Fetching, message: LegEnded, _view: View, _at: float
) -> Step[Fetching | Silent]:
    """The agent has hung up before the customer was there."""
    ours = message.leg == state.agent_leg
    return joining.fail(contact, state, lost=message.lost) if ours else Step(state)


def hear_machine(
    contact: Contact, state: Talking, message: KeyPressed, view: View, _at: float
) -> Step[Talking]:
    """A key of the agent: a machine has taken the call."""
    if message.leg != state.agent_leg or message.key != joining.machine_key(contact, view):
        return Step(state)
    return Step(state, facts=(MachineHeard(contact=contact.id, agent=state.agent),))


def part_early(
    contact: Contact, state: Joining, message: LegEnded, _view: View, at: float
) -> Step[Joining | Silent | Over]:
    """Somebody has hung up before the two met. When it was the agent, the caller keeps the old place."""
    if message.leg == state.agent_leg:
        return joining.fail(contact, state)
    if message.lost and contact.is_owed_a_talk:  # the customer is missed, as if nobody had answered
        return Step(state)
    return _part(contact, state, message.side, at) if message.leg == contact.customer_leg else Step(state)


def part(contact: Contact, state: Talking, message: LegEnded, _view: View, at: float) -> Step[Talking | Over]:
    """One of the two has hung up. The end of another leg, of an offer that failed before, means nothing."""
    if message.leg not in (contact.customer_leg, state.agent_leg):
        return Step(state)
    return _part(contact, state, message.side, at)


def _part(contact: Contact, state: Joining | Talking, by: Side, at: float) -> Step[Over]:
    ended = TalkEnded(contact=contact.id, agent=state.agent, leg=state.agent_leg, bridge=state.bridge, by=by)
    over = Over(agent=state.agent, since=state.since, ended_at=at)
    return Step(over, facts=(ended,), commands=(EndBridge(bridge=state.bridge),))


TABLE: Table = {
    (Silent, OfferAnswered): begin,
    (Silent, LegJoined): compensating(joining.clear),
    (Silent, JoinRefused): compensating(joining.clear),
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
    (Deciding, LegJoined): compensating(joining.clear),
    (Deciding, JoinRefused): compensating(joining.clear),
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
    (Fetching, LegJoined): compensating(joining.clear),
    (Fetching, JoinRefused): compensating(joining.clear),
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
    (Briefed, OfferAnswered): impossible,
    (Briefed, LegJoined): compensating(joining.clear),
    (Briefed, JoinRefused): compensating(joining.clear),
    (Briefed, JoinTimedOut): impossible,
    (Briefed, LegEnded): note_first.lose_either,
    (Briefed, ContactEnded): impossible,
    (Briefed, SenderWanted): impossible,
    (Briefed, CustomerReached): impossible,
    (Briefed, CustomerMissed): fetch_in_vain,
    (Briefed, PlaybackEnded): note_first.hear_out,
    (Briefed, KeyPressed): note_first.hurry,
    (Briefed, PreviewTimedOut): impossible,
    (Briefed, Resumed): note_first.resume,
    #
    (Joining, OfferAnswered): impossible,
    (Joining, LegJoined): joining.meet,
    (Joining, JoinRefused): joining.be_refused,
    (Joining, JoinTimedOut): joining.run_out,
    (Joining, LegEnded): part_early,
    (Joining, ContactEnded): impossible,
    (Joining, SenderWanted): impossible,
    (Joining, CustomerReached): impossible,
    (Joining, CustomerMissed): fetch_in_vain,
    (Joining, PlaybackEnded): impossible,
    (Joining, KeyPressed): impossible,
    (Joining, PreviewTimedOut): impossible,
    (Joining, Resumed): joining.join_again,
    #
    (Talking, OfferAnswered): impossible,
    (Talking, LegJoined): compensating(joining.clear),
    (Talking, JoinRefused): compensating(joining.clear),
    (Talking, JoinTimedOut): impossible,
    (Talking, LegEnded): part,
    (Talking, ContactEnded): impossible,
    (Talking, SenderWanted): impossible,
    (Talking, CustomerReached): impossible,
    (Talking, CustomerMissed): fetch_in_vain,
    (Talking, PlaybackEnded): impossible,
    (Talking, KeyPressed): hear_machine,
    (Talking, PreviewTimedOut): impossible,
    (Talking, Resumed): joining.join_again,
    #
    (Over, OfferAnswered): impossible,
    (Over, LegJoined): compensating(joining.clear),
    (Over, JoinRefused): compensating(joining.clear),
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
        agent_leg_of(OfferId(message.playback.rpartition("-")[0])), (Fetching, Deciding, Briefed), view
    )


def _of_agent(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    return _contact_of_agent(message.leg, (Fetching, Deciding, Briefed, Talking), view)


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
    states=(Silent, Deciding, Fetching, Briefed, Joining, Talking, Over),
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
