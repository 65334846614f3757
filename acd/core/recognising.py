"""Recognising: who calls has a place already, by the number, or is to be called at a moment to come, and may
take it or give it up. Look-ups, no machine.

The number is all that is known, and others may share it: so nothing is done without being asked for.
"""

import msgspec

from acd.core.floor import View
from acd.core.numbers import international
from acd.model.again import Recognised
from acd.model.callback import Dialled, Due, GivenUp, PickedUp, Resting, Scheduled
from acd.model.contact import Contact, Ended, Nowhere, Queued
from acd.model.fact import (
    CallbackBroughtForward,
    CallbackGivenUp,
    Fact,
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
    turn comes first; of several who have left a line, if nobody is to be called back, the last one. Then
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
        left = [each for each in _left(number, view, at) if not view.is_claimed(each.id)]
        if left:
            return Known(earlier=left[-1], flow=rules.dropped)
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


def declined(contact: Contact, earlier: Contact) -> CallbackGivenUp:
    """The caller wants nobody to be called back."""
    return CallbackGivenUp(contact=earlier.id, because=GivenUp.DECLINED, by=contact.id)
