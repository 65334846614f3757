"""Offering: one agent's phone rings for one contact, until it is answered, fails or is taken back.

Failures that a plain PBX calls one are told apart: see `acd.model.people.Failure`. An offer that is
interrupted through no fault of the agent is withdrawn, and never counts as a miss.
"""

from typing import TypeVar

import msgspec

from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.view import View
from acd.model.agent import Agent
from acd.model.callback import Due
from acd.model.command import CreateLeg, Play, Ring, StopPlayback
from acd.model.contact import Contact, Ending
from acd.model.fact import (
    AgentBecameNotReady,
    AgentLoggedOut,
    CallbackAgreed,
    CallbackPutOff,
    ContactEnded,
    CustomerMissed,
    LanguageChosen,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    MessageInvited,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferRang,
    OfferWithdrawn,
    QueueChosen,
)
from acd.model.ids import OfferId, agent_leg_of, question_of
from acd.model.message import KeyPressed, OfferTimedOut, PlaybackEnded, Resumed
from acd.model.offer import OPEN_OFFER, Answered, Confirming, Failed, Offer, Opening, RingingOffer, Withdrawn
from acd.model.people import Failure, OfferRules
from acd.model.queue import Queue
from acd.model.why import Why

T = TypeVar("T", Opening, RingingOffer)

DEAD_MAN_S = 5.0
"""Asterisk stops ringing so long after our own deadline, should we be dead by then."""

CAUSES = {17: Failure.BUSY, 21: Failure.REJECTED, 23: Failure.FORWARDED}
"""Q.850 causes of a leg that ended before it was answered. Anything else means unreachable."""

MESSAGE = "Message: "
"""Before the queue's name on the phone of an agent who is to listen."""

TEMPORARILY_UNAVAILABLE = 19
"""What SIP 480 becomes: do-not-disturb on some phones, no answer on others."""

NOT_CALLED = {Ending.WITHDRAWN: "rang_in", Ending.CANCELLED: "cancelled", Ending.UNREACHED: "given_up"}
"""Why a phone stops ringing for a customer who was to be called back: nobody has left a line."""


def failure_of(cause: int | None, rules: OfferRules) -> Failure:
    """What the end of an unanswered leg says about the agent."""
    if cause == TEMPORARILY_UNAVAILABLE:
        return rules.temporarily_unavailable
    return CAUSES.get(cause or 0, Failure.UNREACHABLE)


def open_offer(
    offer: OfferId, contact: Contact, agent: Agent, why: Why, *, view: View, at: float
) -> tuple[Offer, Step[None]]:
    """The record of a new offer to an agent at a desk. The step's state is not used."""
    assert agent.phone is not None
    queue = view.queue(why.queue, contact.policy_version)
    outside = view.policy.agents[agent.id].outside
    no_ringing_s = view.policy.offers.no_ringing_s if outside is None else outside.no_ringing_s
    record = Offer(
        id=offer,
        contact=contact.id,
        agent=agent.id,
        phone=agent.phone,
        leg=agent_leg_of(offer),
        queue=queue.id,
        ring_s=queue.ring_s if outside is None else outside.ring_s,
        opened_at=at,
        outside=outside,
        question=view.policy.sounds[outside.prompt] if outside is not None else "",
        state=Opening(until=at + no_ringing_s),
        why=why,
    )
    return record, Step(None, facts=(_opened(record, why),), commands=(_dial(record, contact, queue, view),))


def _opened(offer: Offer, why: Why) -> OfferOpened:
    return OfferOpened(
        offer=offer.id,
        contact=offer.contact,
        agent=offer.agent,
        phone=offer.phone,
        leg=offer.leg,
        queue=offer.queue,
        why=why,
    )


def _dial(offer: Offer, contact: Contact, queue: Queue, view: View) -> CreateLeg:
    return CreateLeg(
        leg=offer.leg,
        phone=offer.phone,
        endpoint=view.policy.phones[offer.phone].endpoint or offer.phone,
        offer=offer.id,
        originator=None if contact.is_away else contact.customer_leg,
        display=_display(contact, queue),
        # Networks refuse a number that is not ours.
        caller=contact.number if offer.outside is None else contact.did,
    )


def _display(contact: Contact, queue: Queue) -> str:
    """What the agent's phone shows beside the number."""
    if contact.has_left:
        return f"{MESSAGE}{queue.name}"
    state = contact.callback
    appointment = state.order.appointment if isinstance(state, Due) else None
    return queue.name if appointment is None or not appointment.name else f"{queue.name}: {appointment.name}"


def _give_up_s(offer: Offer, view: View) -> float:
    outside = offer.outside
    no_ringing_s = view.policy.offers.no_ringing_s if outside is None else outside.no_ringing_s
    return no_ringing_s + offer.ring_s + DEAD_MAN_S


def _fail(offer: Offer, failure: Failure, at: float, *, unconfirmed: bool = False) -> Step[Failed]:
    fact = OfferFailed(
        offer=offer.id,
        contact=offer.contact,
        agent=offer.agent,
        leg=offer.leg,
        failure=failure,
        unconfirmed=unconfirmed,
    )
    return Step(Failed(at=at, failure=failure), facts=(fact,))


def _withdraw(offer: Offer, reason: str, at: float) -> Step[Withdrawn]:
    fact = OfferWithdrawn(
        offer=offer.id, contact=offer.contact, agent=offer.agent, leg=offer.leg, reason=reason
    )
    return Step(Withdrawn(at=at, reason=reason), facts=(fact,))


def ring(offer: Offer, state: Opening, _message: LegAppeared, view: View, _at: float) -> Step[Opening]:
    """The leg is there: let its phone ring."""
    return Step(state, commands=(Ring(leg=offer.leg, give_up_s=_give_up_s(offer, view)),))


def start_ringing(
    offer: Offer, _state: Opening, _message: LegStartedRinging, _view: View, at: float
) -> Step[RingingOffer]:
    """The phone rings: the agent's time begins."""
    rang = OfferRang(offer=offer.id, contact=offer.contact, agent=offer.agent)
    return Step(RingingOffer(since=at, until=at + offer.ring_s), facts=(rang,))


def be_answered(
    offer: Offer, _state: Opening | RingingOffer, _message: LegCameUp, _view: View, at: float
) -> Step[Answered | Confirming]:
    """The agent takes it; at a line to the outside somebody does, or something."""
    if offer.outside is None:
        return _take(offer, at)
    state = Confirming(since=at, until=at + offer.outside.confirm_s, turn=1)
    return Step(state, commands=(_question(offer, state),))


def _take(offer: Offer, at: float, *, confirmed: bool = False) -> Step[Answered]:
    answered = OfferAnswered(
        offer=offer.id, contact=offer.contact, agent=offer.agent, leg=offer.leg, confirmed=confirmed
    )
    return Step(Answered(at=at), facts=(answered,))


def _question(offer: Offer, state: Confirming) -> Play:
    return Play(leg=offer.leg, playback=question_of(offer.id, state.turn), media=offer.question)


def confirm(
    offer: Offer, state: Confirming, message: KeyPressed, _view: View, at: float
) -> Step[Confirming | Answered]:
    """The right key: a person."""
    if offer.outside is None or message.key != offer.outside.key:
        return Step(state)
    taken = _take(offer, at, confirmed=True)
    stop = StopPlayback(playback=question_of(offer.id, state.turn))
    return Step(taken.state, facts=taken.facts, commands=(stop,))


def ask_again(
    offer: Offer, state: Confirming, message: PlaybackEnded | Resumed, _view: View, _at: float
) -> Step[Confirming]:
    """The question is put again and again until the time is up: people need a moment."""
    is_old = isinstance(message, PlaybackEnded) and message.playback != question_of(offer.id, state.turn)
    if offer.outside is None or is_old:
        return Step(state)
    again = msgspec.structs.replace(state, turn=state.turn + 1)
    stop = (StopPlayback(playback=question_of(offer.id, state.turn)),) if isinstance(message, Resumed) else ()
    return Step(again, commands=(*stop, _question(offer, again)))


def leave_unconfirmed(
    offer: Offer, _state: Confirming, message: LegEnded, _view: View, at: float
) -> Step[Failed | Withdrawn]:
    """Whoever answered has hung up, or was no person."""
    if message.lost:
        return _withdraw(offer, "interrupted", at)
    return _fail(offer, Failure.NO_ANSWER, at, unconfirmed=True)


def stay_unconfirmed(
    offer: Offer, _state: Confirming, _message: OfferTimedOut, _view: View, at: float
) -> Step[Failed]:
    """No key: a machine, or nobody who wants the call."""
    return _fail(offer, Failure.NO_ANSWER, at, unconfirmed=True)


def lose_leg(
    offer: Offer, _state: Opening | RingingOffer, message: LegEnded, view: View, at: float
) -> Step[Failed | Withdrawn]:
    """The leg has ended unanswered: by the phone, by Asterisk, or while nobody watched."""
    if message.lost:
        return _withdraw(offer, "interrupted", at)
    if message.refused:
        return _fail(offer, Failure.UNREACHABLE, at)
    return _fail(offer, failure_of(message.cause, view.policy.offers), at)


def _wait_on(offer: Offer, state: T, view: View, at: float) -> Step[T | Withdrawn]:
    """Time is up while Asterisk does not hear us: somebody may well have answered. The offer stays open until
    the phone has stopped ringing by itself.
    """
    stops_at = offer.opened_at + _give_up_s(offer, view)
    if at < stops_at:
        return Step(msgspec.structs.replace(state, until=stops_at))
    return _withdraw(offer, "interrupted", at)


def never_ring(
    offer: Offer, state: Opening, _message: OfferTimedOut, view: View, at: float
) -> Step[Opening | Failed | Withdrawn]:
    """The phone has not begun to ring, or nobody has heard it."""
    return _fail(offer, Failure.UNREACHABLE, at) if view.connected else _wait_on(offer, state, view, at)


def expire(
    offer: Offer, state: RingingOffer, _message: OfferTimedOut, view: View, at: float
) -> Step[RingingOffer | Failed | Withdrawn]:
    """It rang, and nobody answered, or nobody has heard it."""
    return _fail(offer, Failure.NO_ANSWER, at) if view.connected else _wait_on(offer, state, view, at)


def lose_caller(
    offer: Offer, _state: Opening | RingingOffer | Confirming, message: ContactEnded, _view: View, at: float
) -> Step[Withdrawn]:
    """The caller has left, or need not be called any more: the phone stops ringing."""
    return _withdraw(offer, NOT_CALLED.get(message.ending, "caller_left"), at)


def lose_choice(
    offer: Offer,
    _state: Opening | RingingOffer | Confirming,
    _message: QueueChosen | LanguageChosen | CallbackAgreed | MessageInvited,
    _view: View,
    at: float,
) -> Step[Withdrawn]:
    """The caller asks for something else meanwhile: somebody else may be better at that."""
    return _withdraw(offer, "chosen_anew", at)


def lose_moment(
    offer: Offer,
    _state: Opening | RingingOffer | Confirming,
    _message: CallbackPutOff | CustomerMissed,
    _view: View,
    at: float,
) -> Step[Withdrawn]:
    """The customer's number is in use just now, or the customer is on no line any more."""
    return _withdraw(offer, "put_off", at)


def lose_agent(
    offer: Offer,
    _state: Opening | RingingOffer | Confirming,
    _message: AgentBecameNotReady | AgentLoggedOut,
    _view: View,
    at: float,
) -> Step[Withdrawn]:
    """The agent no longer wants calls."""
    return _withdraw(offer, "agent_left", at)


def interrupt(offer: Offer, _state: Opening, _message: Resumed, _view: View, at: float) -> Step[Withdrawn]:
    """We were away while the leg was being made. Ringing cannot be asked for twice: take it back."""
    return _withdraw(offer, "interrupted", at)


TABLE: Table = {
    (Opening, LegAppeared): ring,
    (Opening, LegStartedRinging): start_ringing,
    (Opening, LegCameUp): be_answered,
    (Opening, LegEnded): lose_leg,
    (Opening, OfferTimedOut): never_ring,
    (Opening, KeyPressed): late,
    (Opening, PlaybackEnded): late,
    (Opening, QueueChosen): lose_choice,
    (Opening, LanguageChosen): lose_choice,
    (Opening, CallbackAgreed): lose_choice,
    (Opening, MessageInvited): lose_choice,
    (Opening, CallbackPutOff): lose_moment,
    (Opening, CustomerMissed): lose_moment,
    (Opening, ContactEnded): lose_caller,
    (Opening, AgentBecameNotReady): lose_agent,
    (Opening, AgentLoggedOut): lose_agent,
    (Opening, Resumed): interrupt,
    #
    (RingingOffer, LegAppeared): impossible,
    (RingingOffer, LegStartedRinging): impossible,
    (RingingOffer, LegCameUp): be_answered,
    (RingingOffer, LegEnded): lose_leg,
    (RingingOffer, OfferTimedOut): expire,
    (RingingOffer, KeyPressed): late,
    (RingingOffer, PlaybackEnded): late,
    (RingingOffer, QueueChosen): lose_choice,
    (RingingOffer, LanguageChosen): lose_choice,
    (RingingOffer, CallbackAgreed): lose_choice,
    (RingingOffer, MessageInvited): lose_choice,
    (RingingOffer, CallbackPutOff): lose_moment,
    (RingingOffer, CustomerMissed): lose_moment,
    (RingingOffer, ContactEnded): lose_caller,
    (RingingOffer, AgentBecameNotReady): lose_agent,
    (RingingOffer, AgentLoggedOut): lose_agent,
    (RingingOffer, Resumed): stay,
    #
    (Confirming, LegAppeared): impossible,
    (Confirming, LegStartedRinging): impossible,
    (Confirming, LegCameUp): impossible,
    (Confirming, LegEnded): leave_unconfirmed,
    (Confirming, OfferTimedOut): stay_unconfirmed,
    (Confirming, KeyPressed): confirm,
    (Confirming, PlaybackEnded): ask_again,
    (Confirming, QueueChosen): lose_choice,
    (Confirming, LanguageChosen): lose_choice,
    (Confirming, CallbackAgreed): lose_choice,
    (Confirming, MessageInvited): lose_choice,
    (Confirming, CallbackPutOff): lose_moment,
    (Confirming, CustomerMissed): lose_moment,
    (Confirming, ContactEnded): lose_caller,
    (Confirming, AgentBecameNotReady): lose_agent,
    (Confirming, AgentLoggedOut): lose_agent,
    (Confirming, Resumed): ask_again,
    #
    (Answered, LegAppeared): impossible,
    (Answered, LegStartedRinging): impossible,
    (Answered, LegCameUp): impossible,
    (Answered, LegEnded): stay,
    (Answered, OfferTimedOut): impossible,
    (Answered, KeyPressed): stay,
    (Answered, PlaybackEnded): late,
    (Answered, QueueChosen): impossible,
    (Answered, LanguageChosen): impossible,
    (Answered, CallbackAgreed): impossible,
    (Answered, MessageInvited): impossible,
    (Answered, CallbackPutOff): impossible,
    (Answered, CustomerMissed): impossible,
    (Answered, ContactEnded): impossible,
    (Answered, AgentBecameNotReady): impossible,
    (Answered, AgentLoggedOut): impossible,
    (Answered, Resumed): impossible,
    #
    (Failed, LegAppeared): impossible,
    (Failed, LegStartedRinging): impossible,
    (Failed, LegCameUp): impossible,
    (Failed, LegEnded): stay,
    (Failed, OfferTimedOut): impossible,
    (Failed, KeyPressed): late,
    (Failed, PlaybackEnded): late,
    (Failed, QueueChosen): impossible,
    (Failed, LanguageChosen): impossible,
    (Failed, CallbackAgreed): impossible,
    (Failed, MessageInvited): impossible,
    (Failed, CallbackPutOff): impossible,
    (Failed, CustomerMissed): impossible,
    (Failed, ContactEnded): impossible,
    (Failed, AgentBecameNotReady): impossible,
    (Failed, AgentLoggedOut): impossible,
    (Failed, Resumed): impossible,
    #
    (Withdrawn, LegAppeared): impossible,
    (Withdrawn, LegStartedRinging): impossible,
    (Withdrawn, LegCameUp): impossible,
    (Withdrawn, LegEnded): stay,
    (Withdrawn, OfferTimedOut): impossible,
    (Withdrawn, KeyPressed): late,
    (Withdrawn, PlaybackEnded): late,
    (Withdrawn, QueueChosen): impossible,
    (Withdrawn, LanguageChosen): impossible,
    (Withdrawn, CallbackAgreed): impossible,
    (Withdrawn, MessageInvited): impossible,
    (Withdrawn, CallbackPutOff): impossible,
    (Withdrawn, CustomerMissed): impossible,
    (Withdrawn, ContactEnded): impossible,
    (Withdrawn, AgentBecameNotReady): impossible,
    (Withdrawn, AgentLoggedOut): impossible,
    (Withdrawn, Resumed): impossible,
}


def _of_leg(fact: LegAppeared | LegStartedRinging | LegCameUp | LegEnded, view: View) -> tuple[OfferId, ...]:
    offer = view.offer(OfferId(fact.leg.removesuffix("-leg")))
    return (offer.id,) if offer else ()


def _of_contact(
    message: QueueChosen | LanguageChosen | ContactEnded | Resumed, view: View
) -> tuple[OfferId, ...]:
    offer = view.offer_of(message.contact)
    return (offer.id,) if offer else ()


def _of_agent(fact: AgentBecameNotReady | AgentLoggedOut, view: View) -> tuple[OfferId, ...]:
    offer = view.offer_to(fact.agent)
    return (offer.id,) if offer else ()


def _of_line(message: KeyPressed, view: View) -> tuple[OfferId, ...]:
    leg = view.leg(message.leg)
    return (leg.offer,) if leg is not None and leg.offer is not None else ()


def _of_question(message: PlaybackEnded, view: View) -> tuple[OfferId, ...]:
    offer = view.offer(OfferId(message.playback.rpartition("-q")[0]))
    return (offer.id,) if offer else ()


def _itself(message: OfferTimedOut, _: View) -> tuple[OfferId]:
    return (message.offer,)


def _deadline(offer: Offer) -> tuple[float, OfferTimedOut] | None:
    state = offer.state
    return (state.until, OfferTimedOut(offer=offer.id)) if isinstance(state, OPEN_OFFER) else None


MACHINE = Machine(
    name="offer",
    record=Offer,
    part="state",
    states=(Opening, RingingOffer, Confirming, Answered, Failed, Withdrawn),
    routes={
        LegAppeared: _of_leg,
        LegStartedRinging: _of_leg,
        LegCameUp: _of_leg,
        LegEnded: _of_leg,
        OfferTimedOut: _itself,
        KeyPressed: _of_line,
        PlaybackEnded: _of_question,
        QueueChosen: _of_contact,
        LanguageChosen: _of_contact,
        CallbackAgreed: _of_contact,
        MessageInvited: _of_contact,
        CallbackPutOff: _of_contact,
        CustomerMissed: _of_contact,
        ContactEnded: _of_contact,
        AgentBecameNotReady: _of_agent,
        AgentLoggedOut: _of_agent,
        Resumed: _of_contact,
    },
    table=TABLE,
    deadline=_deadline,
)
