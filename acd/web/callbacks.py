"""How things stand with those who are to be called back."""

from collections.abc import Iterator

from acd.core.view import View
from acd.model.callback import Dialled, Due, PickedUp, Resting, Scheduled
from acd.model.contact import Contact, InQueue
from acd.model.voice_note import Noted
from acd.web.bodies import CallbackState, CallbackStatus, NoteStatus


def callbacks(view: View) -> Iterator[CallbackStatus]:
    """All of them, in the order in which they are served."""
    waiting = [contact for contact in view.contacts() if contact.is_live and is_to_be_called(contact)]
    yield from map(callback_status, sorted(waiting, key=_turn))


def is_to_be_called(contact: Contact) -> bool:
    """Whether the customer is to be called back, now or later."""
    return isinstance(contact.callback, Scheduled | Resting | Due | Dialled | PickedUp)


def _turn(contact: Contact) -> tuple[float, str]:
    """Who has no place yet will stand there from its moment on."""
    if isinstance(contact.callback, Scheduled):
        return contact.callback.until, contact.id
    assert isinstance(contact.place, InQueue)
    return contact.place.order_key, contact.id


def callback_status(contact: Contact) -> CallbackStatus:
    """Of somebody who is away."""
    state, place = contact.callback, contact.place
    assert isinstance(state, Scheduled | Resting | Due | Dialled | PickedUp)
    appointment = state.order.appointment
    queue = place.queue if isinstance(place, InQueue) else None
    is_later = isinstance(state, Scheduled | Resting)
    states: dict[type, CallbackState] = {
        Scheduled: "scheduled",
        Resting: "resting",
        Dialled: "dialled",
        PickedUp: "dialled",
    }
    return CallbackStatus(
        contact=contact.id,
        number=state.order.number,
        queue=queue or (appointment.queue if appointment is not None else ""),
        state=states.get(type(state), "due"),
        agreed_at=state.order.agreed_at,
        not_before=state.until if is_later else None,
        expires_at=state.order.expires_at,
        voice_note=_voice_note(contact),
        misses=tuple(attempt.miss for attempt in state.order.attempts),
        agent=appointment.about.wanted if appointment is not None else None,
        name=appointment.name if appointment is not None else None,
        note=appointment.note if appointment is not None else None,
        author=appointment.author if appointment is not None else None,
        follows=appointment.follows if appointment is not None else None,
    )


def _voice_note(contact: Contact) -> NoteStatus | None:
    note = contact.note
    if not isinstance(note, Noted):
        return None
    return NoteStatus(recording=note.recording, length_s=note.length_s, text=note.text)
