"""Talking: agent and caller are brought into one bridge, talk, and part.

When the agent answers, the caller's music is stopped first and the legs are joined then: a leg that joins a
bridge with its music still on goes on hearing the music (docs/decisions/0002).
"""

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.model.command import EndBridge, Join, StopMusic
from acd.model.contact import Contact, Joining, Over, Silent, Talking
from acd.model.fact import ContactEnded, LegEnded, OfferAnswered, TalkBegan, TalkEnded, TalkFailed, TalkJoined
from acd.model.ids import BridgeId, ContactId, OfferId, bridge_of
from acd.model.message import JoinRefused, JoinTimedOut, LegJoined, Resumed

JOIN_S = 5.0
"""Two answered legs that have not met by then are taken apart; the caller waits on in the old place."""


def begin(contact: Contact, _state: Silent, message: OfferAnswered, _view: View, at: float) -> Step:
    """The agent has answered: end the music, join the two."""
    bridge = bridge_of(message.offer)
    joining = Joining(
        agent=message.agent,
        offer=message.offer,
        agent_leg=message.leg,
        bridge=bridge,
        since=at,
        until=at + JOIN_S,
    )
    began = TalkBegan(contact=contact.id, agent=message.agent, offer=message.offer, bridge=bridge)
    join = Join(bridge=bridge, legs=(contact.leg, message.leg))
    return Step(joining, facts=(began,), commands=(StopMusic(leg=contact.leg), join))


def meet(contact: Contact, state: Joining, message: LegJoined, _view: View, _at: float) -> Step:
    """One of the two is in the bridge; with both there the talk is on."""
    met = {*state.joined, message.leg} & {contact.leg, state.agent_leg}
    if message.bridge != state.bridge or len(met) < 2:
        return Step(msgspec.structs.replace(state, joined=tuple(sorted(met))))
    talking = Talking(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
    )
    return Step(talking, facts=(TalkJoined(contact=contact.id, agent=state.agent),))


def fail(
    contact: Contact, state: Joining, _message: JoinRefused | JoinTimedOut, _view: View, _at: float
) -> Step:
    """The two cannot be brought together: the agent's leg ends, the caller waits on."""
    failed = TalkFailed(contact=contact.id, agent=state.agent, leg=state.agent_leg, bridge=state.bridge)
    return Step(Silent(), facts=(failed,), commands=(EndBridge(bridge=state.bridge),))


def part(contact: Contact, state: Joining | Talking, message: LegEnded, _view: View, at: float) -> Step:
    """One of the two has hung up. The end of another leg, of an offer that failed before, means nothing."""
    if message.leg not in (contact.leg, state.agent_leg):
        return Step(state)
    ended = TalkEnded(
        contact=contact.id, agent=state.agent, leg=state.agent_leg, bridge=state.bridge, by=message.side
    )
    over = Over(since=state.since, ended_at=at)
    return Step(over, facts=(ended,), commands=(EndBridge(bridge=state.bridge),))


def join_again(contact: Contact, state: Joining | Talking, message: Resumed, _view: View, at: float) -> Step:
    """After a gap: both legs live, but they may not be together."""
    if message.together and isinstance(state, Talking):
        return Step(state)
    joining = Joining(
        agent=state.agent,
        offer=state.offer,
        agent_leg=state.agent_leg,
        bridge=state.bridge,
        since=state.since,
        until=at + JOIN_S,
    )
    join = Join(bridge=state.bridge, legs=(contact.leg, state.agent_leg))
    return Step(joining, commands=(StopMusic(leg=contact.leg), join))


TABLE: Table = {
    (Silent, OfferAnswered): begin,
    (Silent, LegJoined): late,
    (Silent, JoinRefused): late,
    (Silent, JoinTimedOut): impossible,
    (Silent, LegEnded): stay,
    (Silent, ContactEnded): stay,
    (Silent, Resumed): stay,
    #
    (Joining, OfferAnswered): impossible,
    (Joining, LegJoined): meet,
    (Joining, JoinRefused): fail,
    (Joining, JoinTimedOut): fail,
    (Joining, LegEnded): part,
    (Joining, ContactEnded): impossible,
    (Joining, Resumed): join_again,
    #
    (Talking, OfferAnswered): impossible,
    (Talking, LegJoined): late,
    (Talking, JoinRefused): late,
    (Talking, JoinTimedOut): impossible,
    (Talking, LegEnded): part,
    (Talking, ContactEnded): impossible,
    (Talking, Resumed): join_again,
    #
    (Over, OfferAnswered): impossible,
    (Over, LegJoined): late,
    (Over, JoinRefused): late,
    (Over, JoinTimedOut): impossible,
    (Over, LegEnded): stay,
    (Over, ContactEnded): stay,
    (Over, Resumed): impossible,
}


def _contact(
    message: OfferAnswered | LegEnded | ContactEnded | Resumed | JoinTimedOut, _: View
) -> tuple[ContactId]:
    return (message.contact,)


def _of_bridge(message: LegJoined | JoinRefused, view: View) -> tuple[ContactId, ...]:
    offer = view.offer(OfferId(message.bridge.removesuffix("-bridge")))
    return (offer.contact,) if offer else ()


def _deadline(contact: Contact) -> tuple[float, JoinTimedOut] | None:
    talk = contact.talk
    return (talk.until, JoinTimedOut(contact=contact.id)) if isinstance(talk, Joining) else None


def bridge_in_use(contact: Contact) -> BridgeId | None:
    """The bridge in which the contact's talk takes place, if there is a talk."""
    return contact.talk.bridge if isinstance(contact.talk, Joining | Talking) else None


MACHINE = Machine(
    name="talk",
    record=Contact,
    part="talk",
    states=(Silent, Joining, Talking, Over),
    routes={
        OfferAnswered: _contact,
        LegJoined: _of_bridge,
        JoinRefused: _of_bridge,
        JoinTimedOut: _contact,
        LegEnded: _contact,
        ContactEnded: _contact,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
