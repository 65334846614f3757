"""Calling back: a customer leaves the line, keeps the place, and is dialled when an agent is there, or
expected. What becomes of a dial: `acd.core.dialling`, `acd.core.proving`.
"""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from acd.core import scheduling
from acd.core.calling_times import given_up_at
from acd.core.dialling import (
    break_off,
    dial,
    dial_ahead,
    interrupt,
    lose_leg,
    ring,
    ring_in_vain,
    start_ringing,
)
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.proving import (
    be_picked_up,
    be_unmasked,
    hear_out,
    lose_customer,
    lose_line,
    prove,
    say_again,
    wait_in_vain,
)
from acd.core.putting_off import (
    NUMBER_BUSY_S,
    REASONS,
    be_passed_on,
    be_refused,
    be_refused_due,
    close_for_now,
    defer,
    give_up,
    look_again,
    reconsider,
    rest,
    settle,
)
from acd.core.view import View
from acd.model.callback import (
    Agreed,
    Between,
    Closed,
    Dialled,
    Due,
    GivenUp,
    OnTheLine,
    Order,
    PickedUp,
    PutOff,
    Reached,
    Resting,
    Scheduled,
)
from acd.model.contact import Contact, Queued
from acd.model.fact import (
    CallbackAgreed,
    CallbackDeferred,
    CallbackPassedOn,
    ContactArrived,
    ContactEnded,
    CustomerParted,
    CustomerWanted,
    FlowEnded,
    LegAppeared,
    LegCameUp,
    LegEnded,
    LegStartedRinging,
    MachineHeard,
    OverlayBegan,
    PlaceRestored,
    PolicyChanged,
    SenderWanted,
    TalkFailed,
)
from acd.model.ids import ContactId, LegId
from acd.model.leg import Side
from acd.model.message import (
    AgentExpected,
    CallbackTimedOut,
    CancelCallback,
    KeyPressed,
    PlaybackEnded,
    Resumed,
)
from acd.model.outcome import Done, Refused
from acd.model.overlay import Refusal

GRACE_S = 60.0
"""So much longer an agent who has answered at the last moment has for the customer."""

LAST = {miss: given_up for given_up, miss in REASONS.items()}
"""What the last miss was where no more attempts would help."""

C = TypeVar("C", Scheduled, Resting, Due, Reached)
K = TypeVar("K", OnTheLine, Agreed, Dialled, PickedUp, Reached, Closed)


def agree(
    contact: Contact, state: OnTheLine | Reached, message: CallbackAgreed, view: View, at: float
) -> Step[Agreed]:
    """The customer has chosen to be called back; it may be, once more."""
    begins_at = max(at, message.not_before or at)
    order = _order(contact, state, message.number, message.between, view=view, at=at, begins_at=begins_at)
    order = msgspec.structs.replace(order, not_before=message.not_before)
    return Step(Agreed(order=order, leg=contact.customer_leg))


def _order(
    contact: Contact,
    state: OnTheLine | Reached,
    number: str,
    between: Between | None,
    *,
    view: View,
    at: float,
    begins_at: float,
) -> Order:
    lasts_s = view.callback_rules(contact).expires_s
    return Order(
        number=number,
        agreed_at=at,
        expires_at=given_up_at(number, between, view.policy.dialling, begins_at, lasts_s),
        between=between,
        dials=state.order.dials if isinstance(state, Reached) else 0,
        dialled_at=state.order.dialled_at if isinstance(state, Reached) else None,
    )


def take_up(
    contact: Contact, state: OnTheLine | Reached, message: SenderWanted, view: View, at: float
) -> Step[Due]:
    """An agent has listened to a message and wants to speak with whoever left it."""
    return Step(Due(order=_order(contact, state, message.number, None, view=view, at=at, begins_at=at)))


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
        PickedUp: "the customer is being called",
        Reached: "the customer was reached",
        Closed: "the customer is not called any more",
    }
    return Step(state, reply=_refused(contact, reasons.get(type(state), "no callback was agreed for it")))


def _refused(contact: Contact, reason: str) -> Refused:
    return Refused(reason=f"The callback {contact.id} cannot be cancelled: {reason}.")


def admit(contact: Contact, state: Closed, _message: PlaceRestored, _view: View, _at: float) -> Step[Closed]:
    """The agent is free again after the last miss."""
    return give_up(contact, state.order, LAST.get(state.order.attempts[-1].miss, GivenUp.EXHAUSTED))


def close(_contact: Contact, state: C, _message: ContactEnded, _view: View, _at: float) -> Step[Closed]:
    """The contact is over."""
    leg = state.leg if isinstance(state, Reached) else None
    return Step(Closed(order=state.order, leg=leg))


TABLE: Table = {
    (OnTheLine, ContactArrived): impossible,
    (OnTheLine, CallbackAgreed): agree,
    (OnTheLine, FlowEnded): stay,
    (OnTheLine, SenderWanted): take_up,
    (OnTheLine, CallbackDeferred): impossible,
    (OnTheLine, CallbackPassedOn): impossible,
    (OnTheLine, CustomerWanted): impossible,
    (OnTheLine, MachineHeard): impossible,
    (OnTheLine, LegAppeared): impossible,
    (OnTheLine, LegStartedRinging): impossible,
    (OnTheLine, LegCameUp): stay,
    (OnTheLine, LegEnded): stay,
    (OnTheLine, TalkFailed): stay,
    (OnTheLine, PlaceRestored): stay,
    (OnTheLine, AgentExpected): impossible,
    (OnTheLine, KeyPressed): impossible,
    (OnTheLine, PlaybackEnded): impossible,
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
    (Agreed, MachineHeard): impossible,
    (Agreed, LegAppeared): impossible,
    (Agreed, LegStartedRinging): impossible,
    (Agreed, LegCameUp): stay,
    (Agreed, LegEnded): part,
    (Agreed, TalkFailed): impossible,
    (Agreed, PlaceRestored): impossible,
    (Agreed, AgentExpected): impossible,
    (Agreed, KeyPressed): impossible,
    (Agreed, PlaybackEnded): impossible,
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
    (Scheduled, MachineHeard): impossible,
    (Scheduled, LegAppeared): impossible,
    (Scheduled, LegStartedRinging): impossible,
    (Scheduled, LegCameUp): impossible,
    (Scheduled, LegEnded): impossible,
    (Scheduled, TalkFailed): impossible,
    (Scheduled, PlaceRestored): impossible,
    (Scheduled, AgentExpected): impossible,
    (Scheduled, KeyPressed): impossible,
    (Scheduled, PlaybackEnded): impossible,
    (Scheduled, CallbackTimedOut): scheduling.begin,
    (Scheduled, CancelCallback): cancel,
    (Scheduled, ContactEnded): close,
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
    (Resting, MachineHeard): impossible,
    (Resting, LegAppeared): late,
    (Resting, LegStartedRinging): late,
    (Resting, LegCameUp): late,
    (Resting, LegEnded): stay,
    (Resting, TalkFailed): stay,
    (Resting, PlaceRestored): stay,
    (Resting, AgentExpected): impossible,
    (Resting, KeyPressed): impossible,
    (Resting, PlaybackEnded): impossible,
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
    (Due, MachineHeard): impossible,
    (Due, LegAppeared): late,
    (Due, LegStartedRinging): late,
    (Due, LegCameUp): late,
    (Due, LegEnded): stay,
    (Due, TalkFailed): stay,
    (Due, PlaceRestored): look_again,
    (Due, AgentExpected): dial_ahead,
    (Due, KeyPressed): impossible,
    (Due, PlaybackEnded): impossible,
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
    (Dialled, MachineHeard): impossible,
    (Dialled, LegAppeared): ring,
    (Dialled, LegStartedRinging): start_ringing,
    (Dialled, LegCameUp): be_picked_up,
    (Dialled, LegEnded): lose_leg,
    (Dialled, TalkFailed): break_off,
    (Dialled, PlaceRestored): impossible,
    (Dialled, AgentExpected): impossible,
    (Dialled, KeyPressed): impossible,
    (Dialled, PlaybackEnded): impossible,
    (Dialled, CallbackTimedOut): ring_in_vain,
    (Dialled, CancelCallback): keep,
    (Dialled, ContactEnded): impossible,
    (Dialled, OverlayBegan): impossible,
    (Dialled, PolicyChanged): impossible,
    (Dialled, Resumed): interrupt,
    #
    (PickedUp, ContactArrived): impossible,
    (PickedUp, CallbackAgreed): impossible,
    (PickedUp, FlowEnded): impossible,
    (PickedUp, SenderWanted): impossible,
    (PickedUp, CallbackDeferred): impossible,
    (PickedUp, CallbackPassedOn): impossible,
    (PickedUp, CustomerWanted): impossible,
    (PickedUp, MachineHeard): impossible,
    (PickedUp, LegAppeared): late,
    (PickedUp, LegStartedRinging): late,
    (PickedUp, LegCameUp): late,
    (PickedUp, LegEnded): lose_line,
    (PickedUp, TalkFailed): stay,
    (PickedUp, PlaceRestored): stay,
    (PickedUp, AgentExpected): impossible,
    (PickedUp, KeyPressed): prove,
    (PickedUp, PlaybackEnded): hear_out,
    (PickedUp, CallbackTimedOut): wait_in_vain,
    (PickedUp, CancelCallback): keep,
    (PickedUp, ContactEnded): impossible,
    (PickedUp, OverlayBegan): impossible,
    (PickedUp, PolicyChanged): impossible,
    (PickedUp, Resumed): say_again,
    #
    (Reached, ContactArrived): impossible,
    (Reached, CallbackAgreed): agree,
    (Reached, FlowEnded): stay,
    (Reached, SenderWanted): take_up,
    (Reached, CallbackDeferred): impossible,
    (Reached, CallbackPassedOn): impossible,
    (Reached, CustomerWanted): impossible,
    (Reached, MachineHeard): be_unmasked,
    (Reached, LegAppeared): late,
    (Reached, LegStartedRinging): late,
    (Reached, LegCameUp): late,
    (Reached, LegEnded): lose_customer,
    (Reached, TalkFailed): stay,
    (Reached, PlaceRestored): stay,
    (Reached, AgentExpected): impossible,
    (Reached, KeyPressed): impossible,
    (Reached, PlaybackEnded): impossible,
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
    (Closed, MachineHeard): impossible,
    (Closed, LegAppeared): late,
    (Closed, LegStartedRinging): late,
    (Closed, LegCameUp): late,
    (Closed, LegEnded): stay,
    (Closed, TalkFailed): stay,
    (Closed, PlaceRestored): admit,
    (Closed, AgentExpected): impossible,
    (Closed, KeyPressed): impossible,
    (Closed, PlaybackEnded): impossible,
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


def _of_line(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    return _asked_on(message.leg, view)


def _of_word(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    return _asked_on(LegId(message.playback.rpartition("-w")[0]), view)


def _asked_on(leg: LegId, view: View) -> tuple[ContactId, ...]:
    """The contact as whose customer somebody is asked for a key on this line."""
    contact = view.caller_of(leg)
    is_asked = contact is not None and isinstance(contact.callback, PickedUp) and contact.callback.leg == leg
    return (contact.id,) if contact is not None and is_asked else ()


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
    | MachineHeard
    | TalkFailed
    | PlaceRestored
    | AgentExpected
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
        case Dialled(until=until) | PickedUp(until=float(until)):
            return until, CallbackTimedOut(contact=contact.id)
        case _:
            return None


MACHINE = Machine(
    name="callback",
    record=Contact,
    part="callback",
    states=(OnTheLine, Agreed, Scheduled, Resting, Due, Dialled, PickedUp, Reached, Closed),
    routes={
        ContactArrived: _due_there,
        OverlayBegan: _refused_there,
        PolicyChanged: _away,
        KeyPressed: _of_line,
        PlaybackEnded: _of_word,
        **dict.fromkeys((LegAppeared, LegStartedRinging, LegCameUp, LegEnded), _of_customer),
        **dict.fromkeys(
            (
                CallbackAgreed,
                FlowEnded,
                SenderWanted,
                CallbackDeferred,
                CallbackPassedOn,
                CustomerWanted,
                MachineHeard,
                TalkFailed,
                PlaceRestored,
                AgentExpected,
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
