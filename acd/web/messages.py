"""How things stand with the messages that were left."""

from collections.abc import Iterator

from acd.core.view import View
from acd.model.contact import Contact, InQueue
from acd.model.voice_message import Kept, Listened
from acd.web.bodies import MessageState, MessageStatus


def messages(view: View) -> Iterator[MessageStatus]:
    """All that nobody has closed, in the order in which they are served."""
    kept = [contact for contact in view.contacts() if isinstance(contact.message, Kept | Listened)]
    for contact in sorted(kept, key=_turn):
        yield _status(contact, view)


def _turn(contact: Contact) -> tuple[float, str]:
    assert isinstance(contact.place, InQueue)
    return contact.place.order_key, contact.id


def _status(contact: Contact, view: View) -> MessageStatus:
    message, place, offer = contact.message, contact.place, view.offer_of(contact.id)
    assert isinstance(message, Kept | Listened)
    assert isinstance(place, InQueue)
    listens = message.agent if isinstance(message, Listened) else None
    waits: MessageState = "ringing" if offer is not None else "waiting"
    return MessageStatus(
        contact=contact.id,
        number=contact.number,
        queue=place.queue,
        state="listened to" if listens is not None else waits,
        agent=offer.agent if offer is not None else listens,
        left_at=message.note.left_at,
        length_s=message.note.length_s,
        recording=message.note.recording,
        unclosed=message.note.unclosed,
        text=message.note.text,
    )
