"""Recognising: who calls has a place already, by the number, or is to be called at a moment to come, and may
take it or give it up. Look-ups, no machine.

The number is all that is known, and others may share it: so nothing is done without being asked for.
"""

import msgspec

from acd.core.numbers import international
from acd.core.view import View
from acd.model.again import Awaiting, Recognised
from acd.model.callback import Dialled, Due, GivenUp, PickedUp, Resting, Scheduled
from acd.model.contact import Contact, Ended, Nowhere, Queued
from acd.model.fact import (
    CallbackBroughtForward,
    CallbackGivenUp,
    Fact,
    PlaceAwaited,
    PlaceInherited,
    PlacePassedOn,
    PlaceResumed,
    QueueChosen,
)
from acd.model.ids import ContactId, FlowId
from acd.model.needs import Needs, joined


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Who may be calling, and the flow that asks."""

    earlier: Contact
    flow: FlowId


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A place that is held for whoever rings again."""

    contact: Contact
    place: Queued
    left_at: float | None = None
    """When the line ended. None: it has gone on standing there, to be called back."""


def recognise(caller: str | None, view: View, at: float) -> Known | None:
    """Who has a place and may be the one who calls now. Of several who wait to be called back the one whose
    turn comes first; of several who have left a line, if nobody is to be called back, the last one; of those
    who wait on one still, for after a hole the network may not have noticed, likewise. Then
    whoever is to be called at a moment to come: such a one may ring for something else.
    """
    rules = view.policy.recognition
    if rules.called_back is None and rules.dropped is None:
        return None
    number = international(caller, rules.country)
    if number is None:
        return None
    if rules.called_back is not None:
        away = [each for each in _away(number, view) if not view.is_claimed(each[1])]
        if away:
            return Known(earlier=min(away)[2], flow=rules.called_back)
    if rules.dropped is not None:
        here = (*view.waiting_at(number), *_left(number, view, at))
        left = [each for each in here if not view.is_claimed(each.id)]
        if left:
            return Known(earlier=_wanted(left[-1], left), flow=rules.dropped)
    if rules.called_back is not None:
        to_come = [each for each in _to_come(number, view) if not view.is_claimed(each[1])]
        if to_come:
            return Known(earlier=min(to_come)[2], flow=rules.called_back)
    return None


def _away(number: str, view: View) -> list[tuple[float, ContactId, Contact]]:
    """Who waits to be called back at this number, with the turn of each."""
    return [
        (contact.place.order_key, contact.id, contact)
        for contact in view.at_number(number)
        if isinstance(contact.callback, Resting | Due | Dialled | PickedUp)
        and not isinstance(contact.place, Nowhere)
        and contact.number == number
    ]


def _to_come(number: str, view: View) -> list[tuple[float, ContactId, Contact]]:
    """Who is to be called at this number at a moment that was agreed, with that moment."""
    return [
        (contact.callback.until, contact.id, contact)
        for contact in view.at_number(number)
        if isinstance(contact.callback, Scheduled) and contact.number == number
    ]


def _left(number: str, view: View, at: float) -> list[Contact]:
    """Who has left a line lately and called from this number, the oldest first."""
    rules = view.policy.recognition
    return [
        contact
        for contact in view.dropped_at(number)
        if isinstance(contact.life, Ended) and contact.life.at >= at - rules.within_s
    ]


def _wanted(last: Contact, left: list[Contact]) -> Contact:
    """Who had asked for an earlier place, and whose line ended before it could be had, asks for that."""
    again = last.again
    earlier = again.earlier if isinstance(again, Awaiting) else None
    return next((each for each in left if each.id == earlier), last)


def waiting_elsewhere(contact: Contact, view: View) -> Contact | None:
    """The contact that waits to be called back, and need not any more: nobody is on the way to it."""
    again = contact.again
    earlier = view.contact(again.earlier) if isinstance(again, Recognised) else None
    if earlier is not None and isinstance(earlier.callback, Scheduled):
        return earlier
    if earlier is None or not isinstance(earlier.place, Queued):
        return None
    return earlier if isinstance(earlier.callback, Resting | Due) else None


def place_to_take(contact: Contact, view: View) -> Held | None:
    """The place that can be had now: of somebody who is to be called back, or has left a line. A queue that
    is no more has none.
    """
    again = contact.again
    if not isinstance(again, Recognised):
        return None
    over = view.dropped_as(again.earlier)
    if over is None and waiting_elsewhere(contact, view) is None:
        return None
    held = held_by(again.earlier, view)
    return held if held is not None and held.place.queue in view.policy.queues else None


def line_to_outlast(contact: Contact, view: View) -> Held | None:
    """The place of somebody who waits on a line still, as far as the network says."""
    again = contact.again
    earlier = view.contact(again.earlier) if isinstance(again, Recognised) else None
    if earlier is None or not earlier.waits_on_line:
        return None
    place = earlier.place
    assert isinstance(place, Queued)
    return Held(contact=earlier, place=place) if place.queue in view.policy.queues else None


def place_to_inherit(contact: Contact, earlier: ContactId, view: View, at: float) -> Held | None:
    """The place that was asked for, now that its contact is over: if its line has ended while it waited, and
    so soon after the call that it was this caller's; and if the caller stands behind it still.
    """
    over, here = view.dropped_as(earlier), contact.place
    if over is None or at > contact.arrived_at + view.policy.recognition.within_s:
        return None
    if not isinstance(here, Queued) or contact.has_left:
        return None
    held = held_by(earlier, view)
    if held is None or held.place.queue != here.queue or held.place.order_key >= here.order_key:
        return None
    return held


def appointment_to_take(contact: Contact, view: View) -> Contact | None:
    """Who was to be called at a moment that has not come yet, and can wait on this line instead. A queue that
    is no more has no line; and whoever rings out of hours would wait for nobody, and not be called either.
    """
    earlier, did = waiting_elsewhere(contact, view), view.did(contact.did)
    if earlier is None or not isinstance(earlier.callback, Scheduled):
        return None
    if did is None or not did.open_at(contact.arrived_at):
        return None
    return earlier if earlier.callback.appointment.queue in view.policy.queues else None


def held_by(earlier: ContactId, view: View) -> Held | None:
    """The place of a contact: where it stands, or stood until its line ended."""
    over, contact = view.dropped_as(earlier), view.contact(earlier)
    if over is not None and isinstance(over.life, Ended) and over.life.left is not None:
        return Held(contact=over, place=over.life.left, left_at=over.life.at)
    if contact is not None and isinstance(contact.place, Queued):
        return Held(contact=contact, place=contact.place)
    return None


def taken(contact: Contact, held: Held, needs: Needs) -> tuple[Fact, ...]:
    """What follows from taking a place: the first fact is heard while it is held still."""
    earlier = held.contact.id
    resumed = PlaceResumed(contact=contact.id, earlier=earlier, waits_since=held.place.since, needs=needs)
    if held.left_at is not None:
        return (resumed, PlacePassedOn(contact=earlier, to=contact.id))
    return (resumed, CallbackGivenUp(contact=earlier, because=GivenUp.TAKEN, by=contact.id))


def awaited(contact: Contact, held: Held, needs: Needs) -> tuple[Fact, ...]:
    """What follows from asking for the place of somebody whose line has not ended: a place of now in the
    same line, for the same.
    """
    chosen = QueueChosen(
        contact=contact.id,
        queue=held.place.queue,
        needs=joined(held.place.own_needs, needs),
        about=held.place.about,
        brought_forward=True,
    )
    return (PlaceAwaited(contact=contact.id, earlier=held.contact.id), chosen)


def inherited(contact: Contact, held: Held) -> tuple[Fact, ...]:
    """What follows from the end of that line."""
    earlier = held.contact.id
    moved = PlaceInherited(contact=contact.id, earlier=earlier, waits_since=held.place.since)
    return (moved, PlacePassedOn(contact=earlier, to=contact.id))


def brought_forward(contact: Contact, earlier: Contact, needs: Needs) -> tuple[Fact, ...]:
    """What follows from taking a place now, as it would have been at the moment that was agreed. It counts
    from now: until then nobody has stood there.
    """
    state = earlier.callback
    assert isinstance(state, Scheduled)
    appointment = state.appointment
    chosen = QueueChosen(
        contact=contact.id,
        queue=appointment.queue,
        needs=joined(appointment.needs, needs),
        about=appointment.about,
        brought_forward=True,
    )
    return (
        CallbackBroughtForward(contact=contact.id, earlier=earlier.id),
        chosen,
        CallbackGivenUp(contact=earlier.id, because=GivenUp.TAKEN, by=contact.id),
    )


def declined(contact: Contact, view: View) -> tuple[CallbackGivenUp, ...]:
    """The caller wants to be called back no more: neither the one who was asked about, nor any other who
    waits for it in a line at that number. What somebody of the company has agreed on stays, unless it was
    asked about; and so does what another caller is being asked about. Nothing: it is too late.
    """
    earlier = waiting_elsewhere(contact, view)
    if earlier is None:
        return ()
    wanted = [earlier]
    if not isinstance(earlier.callback, Scheduled) and earlier.number is not None:
        wanted += [each for each in view.at_number(earlier.number) if _is_as_well(each, earlier, view)]
    return tuple(CallbackGivenUp(contact=each.id, because=GivenUp.DECLINED, by=contact.id) for each in wanted)


def _is_as_well(contact: Contact, asked: Contact, view: View) -> bool:
    """Whether it waits to be called at that number, too, wanted that itself, and nobody is on the way."""
    state = contact.callback
    if contact.id == asked.id or contact.number != asked.number or not isinstance(state, Resting | Due):
        return False
    stands = isinstance(contact.place, Queued) and state.order.appointment is None
    return stands and not view.is_claimed(contact.id)
