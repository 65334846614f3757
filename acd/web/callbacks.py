"""How things stand with those who are to be called back."""

from collections.abc import Iterator

from acd.core.floor import View
from acd.model.callback import Dialled, Due, PickedUp, Resting
from acd.model.contact import Contact, InQueue
from acd.web.bodies import CallbackState, CallbackStatus


def callbacks(view: View) -> Iterator[CallbackStatus]:
    """All of them, in the order in which they are served."""
    waiting = [contact for contact in view.contacts() if contact.is_live and _is_to_be_called(contact)]
    yield from map(callback_status, sorted(waiting, key=_turn))


def _is_to_be_called(contact: Contact) -> bool:
    return isinstance(contact.callback, Resting | Due | Dialled | PickedUp)


def _turn(contact: Contact) -> tuple[float, str]:
    assert isinstance(contact.place, InQueue)
    return contact.place.order_key, contact.id


def callback_status(contact: Contact) -> CallbackStatus:
    """Of somebody who is away."""
    state, place = contact.callback, contact.place
    assert isinstance(state, Resting | Due | Dialled | PickedUp)
    assert isinstance(place, InQueue)
    where: CallbackState = "dialled" if isinstance(state, Dialled | PickedUp) else "due"
    return CallbackStatus(
        contact=contact.id,
        number=state.order.number,
        queue=place.queue,
        state="resting" if isinstance(state, Resting) else where,
        agreed_at=state.order.agreed_at,
        not_before=state.until if isinstance(state, Resting) else None,
        expires_at=state.order.expires_at,
        misses=tuple(attempt.miss for attempt in state.order.attempts),
    )
