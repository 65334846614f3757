"""Recognising: who calls has a place already, by the number, and may take it or give it up. Look-ups,
no machine.

The number is all that is known, and others may share it: so nothing is done without being asked for.
"""

import msgspec

from acd.core.floor import View
from acd.core.numbers import international
from acd.model.again import Recognised
from acd.model.callback import Dialled, Due, GivenUp, Resting
from acd.model.contact import Contact, Nowhere, Queued
from acd.model.fact import CallbackGivenUp, PlaceResumed
from acd.model.ids import FlowId
from acd.model.needs import Needs


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Who may be calling, and the flow that asks."""

    earlier: Contact
    flow: FlowId


def recognise(caller: str | None, view: View) -> Known | None:
    """Who has a place and may be the one who calls now: of several the one whose turn comes first."""
    rules = view.policy.recognition
    number = international(caller, rules.country)
    if number is None or rules.called_back is None:
        return None
    claimed = {
        contact.again.earlier
        for contact in view.contacts()
        if contact.is_live and isinstance(contact.again, Recognised)
    }
    away = [
        (contact.place.order_key, contact.id, contact)
        for contact in view.contacts()
        if isinstance(contact.callback, Resting | Due | Dialled)
        and not isinstance(contact.place, Nowhere)
        and contact.number == number
        and contact.id not in claimed
    ]
    return Known(earlier=min(away)[2], flow=rules.called_back) if away else None


def waiting_elsewhere(contact: Contact, view: View) -> Contact | None:
    """The contact that waits to be called back, and need not any more: nobody is on the way to it."""
    again = contact.again
    earlier = view.contact(again.earlier) if isinstance(again, Recognised) else None
    if earlier is None or not isinstance(earlier.place, Queued):
        return None
    return earlier if isinstance(earlier.callback, Resting | Due) else None


def place_to_take(contact: Contact, view: View) -> Contact | None:
    """The contact whose place can be had now. A queue that is no more has none."""
    earlier = waiting_elsewhere(contact, view)
    if earlier is None or not isinstance(earlier.place, Queued):
        return None
    return earlier if earlier.place.queue in view.policy.queues else None


def taken(contact: Contact, earlier: Contact, needs: Needs) -> tuple[PlaceResumed | CallbackGivenUp, ...]:
    """What follows from taking a place: the first fact is heard while the earlier contact stands there."""
    assert isinstance(earlier.place, Queued)
    return (
        PlaceResumed(contact=contact.id, earlier=earlier.id, waits_since=earlier.place.since, needs=needs),
        CallbackGivenUp(contact=earlier.id, because=GivenUp.TAKEN, by=contact.id),
    )


def declined(contact: Contact, earlier: Contact) -> CallbackGivenUp:
    """The caller wants nobody to be called back."""
    return CallbackGivenUp(contact=earlier.id, because=GivenUp.DECLINED, by=contact.id)
