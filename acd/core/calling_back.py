"""Calling back: a customer leaves the line, keeps the place, and is dialled when an agent is there.

Each dial is an attempt that is committed before it is made. One of which nobody knows what came of it counts
as a miss, and is tried again by the ladder like any other: never at once.
"""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from acd.core import scheduling
from acd.core.calling_times import may_call_at, objection, put_off_by
from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.putting_off import (
    NUMBER_BUSY_S,
    REASONS,
    be_passed_on,
    be_refused,
    be_refused_due,
    close_for_now,
    defer,
    give_up,
    opening,
    reconsider,
    rest,
    settle,
)
from acd.model.callback import (
    Agreed,
    Attempt,
    Between,
    CallbackRules,
    Closed,
    Dialled,
    Due,
    GivenUp,
    Miss,
    OnTheLine,
    Order,
    PutOff,
    Reached,
    Resting,
    Scheduled,
)
from acd.model.command import DialOut, Ring
from acd.model.contact import Contact, InQueue, Queued
from acd.model.fact import (
    CallbackAgreed,
    CallbackDeferred,
    CallbackPassedOn,
    ContactArrived,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerParted,
    CustomerReached,
    CustomerWanted,
    FlowEnded,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    OverlayBegan,
    PlaceRestored,
    PolicyChanged,
    SenderWanted,
    TalkFailed,
)
from acd.model.ids import ContactId, LegId, attempt_leg_of
from acd.model.leg import Side
from acd.model.message import CallbackTimedOut, CancelCallback, Resumed
from acd.model.outcome import Done, Refused
from acd.model.overlay import Refusal

DEAD_MAN_S = 5.0
"""Asterisk stops ringing so long after our own deadline, should we be dead by then."""

GRACE_S = 60.0
"""So much longer an agent who has answered at the last moment has for the customer."""

CAUSES = {17: Miss.BUSY, 1: Miss.INVALID, 3: Miss.INVALID, 22: Miss.INVALID, 28: Miss.INVALID}
"""Q.850 causes of a dial that was not answered. Anything else means that nobody answered."""

LAST = {miss: given_up for given_up, miss in REASONS.items()}
"""What the last miss was where no more attempts would help."""

C = TypeVar("C", Resting, Due, Reached)
K = TypeVar("K", OnTheLine, Agreed, Dialled, Reached, Closed)


def agree(
    contact: Contact, state: OnTheLine | Reached, message: CallbackAgreed, view: View, at: float
) -> Step[Agreed]:
    """The customer has chosen to be called back; it may be, once more."""
    order = _order(contact, state, message.number, message.between, view=view, at=at)
    begins_at = max(at, message.not_before or at)
    order = msgspec.structs.replace(
        order, not_before=message.not_before, expires_at=order.expires_at + begins_at - at
    )
    return Step(Agreed(order=order, leg=contact.customer_leg))


def _order(
    contact: Contact,
    state: OnTheLine | Reached,
    number: str,
    between: Between | None,
    *,
    view: View,
    at: float,
) -> Order:
    """The time runs from the first moment at which that is possible: who asks at night for the next afternoon
    has as long as anybody.
    """
    first_at = may_call_at(number, between, view.policy.dialling, at)
    return Order(
        number=number,
        agreed_at=at,
        expires_at=(at if first_at is None else first_at) + _rules(contact, view).expires_s,
        between=between,
        dials=state.order.dials if isinstance(state, Reached) else 0,
        dialled_at=state.order.dialled_at if isinstance(state, Reached) else None,
    )


def take_up(
    contact: Contact, state: OnTheLine | Reached, message: SenderWanted, view: View, at: float
) -> Step[Due]:
    """An agent has listened to a message and wants to speak with whoever left it."""
    return Step(Due(order=_order(contact, state, message.number, None, view=view, at=at)))


def part(
    contact: Contact, state: Agreed, message: LegEnded, view: View, at: float
) -> Step[Agreed | Due | Resting | Closed]:
    """The customer has hung up, or the line was lost: in both cases as agreed."""
    if message.leg != state.leg:
        return Step(state)
    return _part(contact, state, view, at)


def take_leave(
    contact: Contact, state: Agreed, _message: FlowEnded, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """The flow has said good-bye: the line is ended, the contact is not."""
    return _part(contact, state, view, at)


def _part(contact: Contact, state: Agreed, view: View, at: float) -> Step[Due | Resting | Closed]:
    parted = CustomerParted(contact=contact.id, leg=state.leg)
    step = settle(contact, state.order, view, at)
    return Step(step.state, facts=(parted, *step.facts))


def stand_back(
    contact: Contact, state: Due, _message: ContactArrived, _view: View, at: float
) -> Step[Due | Resting]:
    """Somebody rings from that number: whoever it is, it is not the moment to call there. If an agent waits
    already, it is tried, and will be busy.
    """
    if not isinstance(contact.place, Queued):
        return Step(state)
    return rest(contact, state.order, at + NUMBER_BUSY_S, PutOff.IN_USE)


def wake(
    contact: Contact, state: Resting, _message: CallbackTimedOut, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """The rest is over, or the whole time."""
    if at >= state.order.expires_at:
        return give_up(contact, state.order, GivenUp.EXPIRED)
    return settle(contact, state.order, view, at)


def expire(
    contact: Contact, state: Due, _message: CallbackTimedOut, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """Nobody has had time for the customer as long as it was agreed, or as long as it was an hour for it. Who
    is about to be dialled still is.
    """
    if at < state.order.expires_at:
        return close_for_now(contact, state, view, at)
    if isinstance(contact.place, Queued):
        return give_up(contact, state.order, GivenUp.EXPIRED)
    late = msgspec.structs.replace(state.order, expires_at=at + GRACE_S)
    return Step(msgspec.structs.replace(state, order=late))


def cancel(
    contact: Contact, state: Resting | Scheduled, message: CancelCallback, _view: View, _at: float
) -> Step[Closed]:
    """Somebody knows better."""
    return _cancel(contact, state, message)


def cancel_due(
    contact: Contact, state: Due, message: CancelCallback, _view: View, _at: float
) -> Step[Due | Closed]:
    """Likewise, unless an agent has taken it on already."""
    if not isinstance(contact.place, Queued):
        return Step(state, reply=_refused(contact, "an agent is about to call the customer"))
    return _cancel(contact, state, message)


def _cancel(contact: Contact, state: Resting | Scheduled | Due, message: CancelCallback) -> Step[Closed]:
    step = give_up(contact, state.order, GivenUp.CANCELLED, by=message.author)
    return Step(step.state, step.facts, reply=Done())


def keep(contact: Contact, state: K, _message: CancelCallback, _view: View, _at: float) -> Step[K]:
    """There is nothing that could be cancelled."""
    reasons: dict[type, str] = {
        Agreed: "the customer still hears good-bye; cancel it in a moment",
        Dialled: "the customer is being called",
        Reached: "the customer was reached",
        Closed: "the customer is not called any more",
    }
    return Step(state, reply=_refused(contact, reasons.get(type(state), "no callback was agreed for it")))


def _refused(contact: Contact, reason: str) -> Refused:
    return Refused(reason=f"The callback {contact.id} cannot be cancelled: {reason}.")


def dial(
    contact: Contact, state: Due, message: CustomerWanted, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """An agent waits: dial."""
    dialling, order = view.policy.dialling, state.order
    attempt = order.dials + 1
    leg = attempt_leg_of(contact.id, attempt)
    if dialling is None:  # the company calls nobody back any more
        return _miss(contact, state, leg, Miss.INVALID, view=view, at=at)
    against, opens_at = objection(order.number, view), opening(order, view, at)
    if against is not None:
        return _miss(contact, state, leg, REASONS[against], view=view, at=at)
    if opens_at > at:
        return _come_too_late(contact, state, leg, opens_at, view=view, at=at)
    dialled = CustomerDialled(contact=contact.id, leg=leg, number=order.number, attempt=attempt)
    out = DialOut(
        leg=leg,
        contact=contact.id,
        endpoint=f"{order.number}@{dialling.trunk}",
        caller_id=dialling.caller_id,
        originator=message.leg,
    )
    made = msgspec.structs.replace(order, dials=attempt, dialled_at=at)
    now = Dialled(order=made, leg=leg, since=at, until=at + dialling.no_ringing_s)
    return Step(now, facts=(dialled,), commands=(out,))


def _come_too_late(
    contact: Contact, state: Due, leg: LegId, opens_at: float, *, view: View, at: float
) -> Step[Resting]:
    """It was an hour to call when the agent was rung, and is none any more."""
    because = put_off_by(state.order.number, view.policy.dialling, at)
    missed = CustomerMissed(contact=contact.id, leg=leg, miss=Miss.TOO_LATE, again_at=opens_at)
    resting = Resting(order=_tried(state, Miss.TOO_LATE, at), until=opens_at, because=because)
    return Step(resting, facts=(missed,))


def ring(contact: Contact, state: Dialled, _message: LegAppeared, view: View, _at: float) -> Step[Dialled]:
    """The leg is there: let the telephone ring."""
    return Step(state, commands=(Ring(leg=state.leg, give_up_s=_give_up_s(contact, state, view)),))


def _give_up_s(contact: Contact, state: Dialled, view: View) -> float:
    return state.until - state.since + _rules(contact, view).ring_s + DEAD_MAN_S


def start_ringing(
    contact: Contact, state: Dialled, _message: LegStartedRinging, view: View, at: float
) -> Step[Dialled]:
    """The telephone rings: the customer's time begins."""
    until = at + _rules(contact, view).ring_s
    return Step(msgspec.structs.replace(state, until=until, rings=True))


def reach(contact: Contact, state: Dialled, _message: LegCameUp, _view: View, _at: float) -> Step[Reached]:
    """Somebody has answered: the agent will hear who."""
    reached = CustomerReached(contact=contact.id, leg=state.leg)
    return Step(Reached(order=state.order, leg=state.leg), facts=(reached,))


def lose_leg(
    contact: Contact, state: Dialled, message: LegEnded, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """The attempt has failed; of one that was lost nobody knows how it ended. An earlier one may end late."""
    if message.leg != state.leg:
        return Step(state)
    return _miss(contact, state, state.leg, _miss_of(message), view=view, at=at)


def _miss_of(message: LegEnded) -> Miss:
    if message.lost:
        return Miss.UNKNOWN
    if message.refused:
        return Miss.INVALID
    return CAUSES.get(message.cause or 0, Miss.NO_ANSWER)


def ring_in_vain(
    contact: Contact, state: Dialled, _message: CallbackTimedOut, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """Nobody answers. While Asterisk does not hear us, somebody may well have."""
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + DEAD_MAN_S))
    return _miss(contact, state, state.leg, Miss.NO_ANSWER, view=view, at=at)


def break_off(
    contact: Contact, state: Dialled, message: TalkFailed, view: View, at: float
) -> Step[Resting | Closed]:
    """The agent has gone: nobody shall answer and hear nothing. If that was not seen, nobody knows what the
    customer has seen, either.
    """
    if message.lost:
        return _miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)
    again_at = at + _rules(contact, view).broken_off_s
    missed = CustomerMissed(contact=contact.id, leg=state.leg, miss=Miss.AGENT_LEFT, again_at=again_at)
    return Step(Resting(order=_tried(state, Miss.AGENT_LEFT, at), until=again_at), facts=(missed,))


def interrupt(
    contact: Contact, state: Dialled, _message: Resumed, view: View, at: float
) -> Step[Dialled | Resting | Closed]:
    """We were away while the leg was being made. Ringing cannot be asked for twice: give it up."""
    if state.rings:
        return Step(state)
    return _miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)


def _miss(
    contact: Contact, state: Due | Dialled, leg: LegId, miss: Miss, *, view: View, at: float
) -> Step[Resting | Closed]:
    """To be tried again by the ladder of its kind; at its end not any more."""
    tried = _tried(state, miss, at)
    again_at = _again_at(tried, miss, _rules(contact, view), at)
    missed = CustomerMissed(contact=contact.id, leg=leg, miss=miss, again_at=again_at)
    if again_at is not None:
        return Step(Resting(order=tried, until=again_at), facts=(missed,))
    return Step(Closed(order=tried), facts=(missed,))


def admit(contact: Contact, state: Closed, _message: PlaceRestored, _view: View, _at: float) -> Step[Closed]:
    """The agent is free again after the last miss."""
    return give_up(contact, state.order, LAST.get(state.order.attempts[-1].miss, GivenUp.EXHAUSTED))


def _tried(state: Due | Dialled, miss: Miss, at: float) -> Order:
    """With one attempt more."""
    attempts = (*state.order.attempts, Attempt(at=at, miss=miss))
    return msgspec.structs.replace(state.order, attempts=attempts)


def _again_at(tried: Order, miss: Miss, rules: CallbackRules, at: float) -> float | None:
    ladder = rules.retries.get(miss, ())
    times = sum(attempt.miss is miss for attempt in tried.attempts)
    return at + ladder[times - 1] if times <= len(ladder) else None


def close(_contact: Contact, state: C, _message: ContactEnded, _view: View, _at: float) -> Step[Closed]:
    """The contact is over."""
    leg = state.leg if isinstance(state, Reached) else None
    return Step(Closed(order=state.order, leg=leg))


def _rules(contact: Contact, view: View) -> CallbackRules:
    """Of its queue; one that calls nobody back any more has none, and gives up at the first miss."""
    place = contact.place
    assert isinstance(place, InQueue)
    return view.queue(place.queue, contact.policy_version).callback or CallbackRules()


TABLE: Table = {
    (OnTheLine, ContactArrived): impossible,
    (OnTheLine, CallbackAgreed): agree,
    (OnTheLine, FlowEnded): stay,
    (OnTheLine, SenderWanted): take_up,
    (OnTheLine, CallbackDeferred): impossible,
    (OnTheLine, CallbackPassedOn): impossible,
    (OnTheLine, CustomerWanted): impossible,
    (OnTheLine, LegAppeared): impossible,
    (OnTheLine, LegStartedRinging): impossible,
    (OnTheLine, LegCameUp): stay,
    (OnTheLine, LegEnded): stay,
    (OnTheLine, TalkFailed): stay,
    (OnTheLine, PlaceRestored): stay,
    (OnTheLine, CallbackTimedOut): impossible,
    (OnTheLine, CancelCallback): keep,
    (OnTheLine, ContactEnded): stay,
    (OnTheLine, OverlayBegan): impossible,
    (OnTheLine, PolicyChanged): impossible,
    (OnTheLine, Resumed): stay,
    #
    (Agreed, ContactArrived): impossible,
    (Agreed, CallbackAgreed): impossible,
    (Agreed, FlowEnded): take_leave,
    (Agreed, SenderWanted): impossible,
    (Agreed, CallbackDeferred): impossible,
    (Agreed, CallbackPassedOn): impossible,
    (Agreed, CustomerWanted): impossible,
    (Agreed, LegAppeared): impossible,
    (Agreed, LegStartedRinging): impossible,
    (Agreed, LegCameUp): stay,
    (Agreed, LegEnded): part,
    (Agreed, TalkFailed): impossible,
    (Agreed, PlaceRestored): impossible,
    (Agreed, CallbackTimedOut): impossible,
    (Agreed, CancelCallback): keep,
    (Agreed, ContactEnded): impossible,
    (Agreed, OverlayBegan): impossible,
    (Agreed, PolicyChanged): impossible,
    (Agreed, Resumed): stay,
    #
    (Scheduled, ContactArrived): impossible,
    (Scheduled, CallbackAgreed): impossible,
    (Scheduled, FlowEnded): impossible,
    (Scheduled, SenderWanted): impossible,
    (Scheduled, CallbackDeferred): impossible,
    (Scheduled, CallbackPassedOn): impossible,
    (Scheduled, CustomerWanted): impossible,
    (Scheduled, LegAppeared): impossible,
    (Scheduled, LegStartedRinging): impossible,
    (Scheduled, LegCameUp): impossible,
    (Scheduled, LegEnded): impossible,
    (Scheduled, TalkFailed): impossible,
    (Scheduled, PlaceRestored): impossible,
    (Scheduled, CallbackTimedOut): scheduling.begin,
    (Scheduled, CancelCallback): cancel,
    (Scheduled, ContactEnded): impossible,
    (Scheduled, OverlayBegan): be_refused,
    (Scheduled, PolicyChanged): scheduling.reconsider,
    (Scheduled, Resumed): stay,
    #
    (Resting, ContactArrived): impossible,
    (Resting, CallbackAgreed): impossible,
    (Resting, FlowEnded): impossible,
    (Resting, SenderWanted): impossible,
    (Resting, CallbackDeferred): impossible,
    (Resting, CallbackPassedOn): impossible,
    (Resting, CustomerWanted): impossible,
    (Resting, LegAppeared): late,
    (Resting, LegStartedRinging): late,
    (Resting, LegCameUp): late,
    (Resting, LegEnded): stay,
    (Resting, TalkFailed): stay,
    (Resting, PlaceRestored): stay,
    (Resting, CallbackTimedOut): wake,
    (Resting, CancelCallback): cancel,
    (Resting, ContactEnded): close,
    (Resting, OverlayBegan): be_refused,
    (Resting, PolicyChanged): reconsider,
    (Resting, Resumed): stay,
    #
    (Due, ContactArrived): stand_back,
    (Due, CallbackAgreed): impossible,
    (Due, FlowEnded): impossible,
    (Due, SenderWanted): impossible,
    (Due, CallbackDeferred): defer,
    (Due, CallbackPassedOn): be_passed_on,
    (Due, CustomerWanted): dial,
    (Due, LegAppeared): late,
    (Due, LegStartedRinging): late,
    (Due, LegCameUp): late,
    (Due, LegEnded): stay,
    (Due, TalkFailed): stay,
    (Due, PlaceRestored): stay,
    (Due, CallbackTimedOut): expire,
    (Due, CancelCallback): cancel_due,
    (Due, ContactEnded): close,
    (Due, OverlayBegan): be_refused_due,
    (Due, PolicyChanged): reconsider,
    (Due, Resumed): stay,
    #
    (Dialled, ContactArrived): impossible,
    (Dialled, CallbackAgreed): impossible,
    (Dialled, FlowEnded): impossible,
    (Dialled, SenderWanted): impossible,
    (Dialled, CallbackDeferred): impossible,
    (Dialled, CallbackPassedOn): impossible,
    (Dialled, CustomerWanted): impossible,
    (Dialled, LegAppeared): ring,
    (Dialled, LegStartedRinging): start_ringing,
    (Dialled, LegCameUp): reach,
    (Dialled, LegEnded): lose_leg,
    (Dialled, TalkFailed): break_off,
    (Dialled, PlaceRestored): impossible,
    (Dialled, CallbackTimedOut): ring_in_vain,
    (Dialled, CancelCallback): keep,
    (Dialled, ContactEnded): impossible,
    (Dialled, OverlayBegan): impossible,
    (Dialled, PolicyChanged): impossible,
    (Dialled, Resumed): interrupt,
    #
    (Reached, ContactArrived): impossible,
    (Reached, CallbackAgreed): agree,
    (Reached, FlowEnded): stay,
    (Reached, SenderWanted): take_up,
    (Reached, CallbackDeferred): impossible,
    (Reached, CallbackPassedOn): impossible,
    (Reached, CustomerWanted): impossible,
    (Reached, LegAppeared): late,
    (Reached, LegStartedRinging): late,
    (Reached, LegCameUp): late,
    (Reached, LegEnded): stay,
    (Reached, TalkFailed): stay,
    (Reached, PlaceRestored): stay,
    (Reached, CallbackTimedOut): impossible,
    (Reached, CancelCallback): keep,
    (Reached, ContactEnded): close,
    (Reached, OverlayBegan): impossible,
    (Reached, PolicyChanged): impossible,
    (Reached, Resumed): stay,
    #
    (Closed, ContactArrived): impossible,
    (Closed, CallbackAgreed): impossible,
    (Closed, FlowEnded): impossible,
    (Closed, SenderWanted): impossible,
    (Closed, CallbackDeferred): impossible,
    (Closed, CallbackPassedOn): impossible,
    (Closed, CustomerWanted): impossible,
    (Closed, LegAppeared): late,
    (Closed, LegStartedRinging): late,
    (Closed, LegCameUp): late,
    (Closed, LegEnded): stay,
    (Closed, TalkFailed): stay,
    (Closed, PlaceRestored): admit,
    (Closed, CallbackTimedOut): impossible,
    (Closed, CancelCallback): keep,
    (Closed, ContactEnded): stay,
    (Closed, OverlayBegan): impossible,
    (Closed, PolicyChanged): impossible,
    (Closed, Resumed): impossible,
}


def _of_customer(
    fact: LegAppeared | LegStartedRinging | LegCameUp | LegEnded, _: View
) -> tuple[ContactId, ...]:
    return (fact.contact,) if fact.side is Side.CALLER else ()


def _due_there(fact: ContactArrived, view: View) -> list[ContactId]:
    return view.due_at(fact.caller)


def _refused_there(fact: OverlayBegan, view: View) -> list[ContactId]:
    number = fact.edit.number if isinstance(fact.edit, Refusal) else None
    return [contact.id for contact in _to_be_called(view) if contact.number == number]


def _away(_fact: PolicyChanged, view: View) -> list[ContactId]:
    return [contact.id for contact in _to_be_called(view)]


def _to_be_called(view: View) -> Iterator[Contact]:
    return (contact for contact in view.contacts() if isinstance(contact.callback, Due | Resting | Scheduled))


def _contact(
    message: CallbackAgreed
    | FlowEnded
    | SenderWanted
    | CallbackDeferred
    | CallbackPassedOn
    | CustomerWanted
    | TalkFailed
    | PlaceRestored
    | CallbackTimedOut
    | CancelCallback
    | ContactEnded
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _deadline(contact: Contact) -> tuple[float, CallbackTimedOut] | None:
    match contact.callback:
        case Resting(order=order, until=until) | Scheduled(order=order, until=until):
            return min(until, order.expires_at), CallbackTimedOut(contact=contact.id)
        case Due(order=order, until=until):
            moment = order.expires_at if until is None else min(until, order.expires_at)
            return moment, CallbackTimedOut(contact=contact.id)
        case Dialled(until=until):
            return until, CallbackTimedOut(contact=contact.id)
        case _:
            return None


MACHINE = Machine(
    name="callback",
    record=Contact,
    part="callback",
    states=(OnTheLine, Agreed, Scheduled, Resting, Due, Dialled, Reached, Closed),
    routes={
        ContactArrived: _due_there,
        OverlayBegan: _refused_there,
        PolicyChanged: _away,
        **dict.fromkeys((LegAppeared, LegStartedRinging, LegCameUp, LegEnded), _of_customer),
        **dict.fromkeys(
            (
                CallbackAgreed,
                FlowEnded,
                SenderWanted,
                CallbackDeferred,
                CallbackPassedOn,
                CustomerWanted,
                TalkFailed,
                PlaceRestored,
                CallbackTimedOut,
                CancelCallback,
                ContactEnded,
                Resumed,
            ),
            _contact,
        ),
    },
    table=TABLE,
    deadline=_deadline,
)
