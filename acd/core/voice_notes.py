"""Voice notes: what is kept of them with the contact, whatever line it is on. They are left on the way
through a flow (`acd.core.dictating`), and heard by whoever calls the customer (`acd.core.briefing`).
"""

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, late, stay
from acd.core.recognising import held_by
from acd.model.contact import Contact
from acd.model.fact import NoteLeft, NoteTranscribed, PlaceInherited, PlaceResumed
from acd.model.ids import ContactId
from acd.model.message import NoteRead
from acd.model.voice_note import NoNote, Noted


def keep(_contact: Contact, _state: NoNote | Noted, message: NoteLeft, _view: View, at: float) -> Step[Noted]:
    """The last one counts."""
    return Step(Noted(recording=message.recording, left_at=at, length_s=message.length_s))


def take_along(
    _contact: Contact, _state: NoNote, message: PlaceResumed | PlaceInherited, view: View, _at: float
) -> Step[NoNote | Noted]:
    """Who goes on in the place of an earlier call has said there what it is about."""
    held = held_by(message.earlier, view)
    assert held is not None
    return Step(held.contact.note)


def read(_contact: Contact, state: Noted, message: NoteRead, _view: View, _at: float) -> Step[Noted]:
    """A program has written it down; perhaps when there was another one already."""
    if message.recording != state.recording:
        return Step(state)
    transcribed = NoteTranscribed(contact=message.contact, text=message.text)
    return Step(msgspec.structs.replace(state, text=message.text), facts=(transcribed,))


TABLE: Table = {
    (NoNote, NoteLeft): keep,
    (NoNote, PlaceResumed): take_along,
    (NoNote, PlaceInherited): take_along,
    (NoNote, NoteRead): late,
    #
    (Noted, NoteLeft): keep,
    (Noted, PlaceResumed): stay,
    (Noted, PlaceInherited): stay,
    (Noted, NoteRead): read,
}


def _contact(message: NoteLeft | PlaceResumed | PlaceInherited | NoteRead, _: View) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="note",
    record=Contact,
    part="note",
    states=(NoNote, Noted),
    routes=dict.fromkeys((NoteLeft, PlaceResumed, PlaceInherited, NoteRead), _contact),
    table=TABLE,
)
