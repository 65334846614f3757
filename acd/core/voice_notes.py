"""Voice notes: what is kept of them with the contact, whatever line it is on. They are left on the way
through a flow (`acd.core.dictating`), and heard by whoever calls the customer (`acd.core.briefing`).

Who hangs up while speaking is called back. Asterisk keeps what was said until then, and tells so before or
after the end of the line, or is asked.
"""

import msgspec

from acd.core.dictating import SHORTEST_S
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.recognising import held_by
from acd.core.recording import LOOK_S, looked_for, spoken_s
from acd.core.view import View
from acd.model.contact import Contact
from acd.model.fact import (
    ContactEnded,
    NoteCutShort,
    NoteLeft,
    NoteMissed,
    NoteTranscribed,
    PlaceInherited,
    PlaceResumed,
)
from acd.model.ids import ContactId
from acd.model.message import AwaitedNoteTimedOut, NoteRead, RecordingEnded, Resumed
from acd.model.voice_note import Awaited, NoNote, Noted, VoiceNote


def keep(_contact: Contact, _state: VoiceNote, message: NoteLeft, _view: View, at: float) -> Step[Noted]:
    """The last one counts."""
    return Step(Noted(recording=message.recording, left_at=at, length_s=message.length_s))


def take_along(
    _contact: Contact, _state: NoNote, message: PlaceResumed | PlaceInherited, view: View, _at: float
) -> Step[NoNote | Noted]:
    """Who goes on in the place of an earlier call has said there what it is about."""
    held = held_by(message.earlier, view)
    assert held is not None
    return Step(_known(held.contact.note))


def _known(note: VoiceNote) -> NoNote | Noted:
    return note.before if isinstance(note, Awaited) else note


def read(_contact: Contact, state: Noted, message: NoteRead, _view: View, _at: float) -> Step[Noted]:
    """A program has written it down; perhaps when there was another one already."""
    if message.recording != state.recording:
        return Step(state)
    transcribed = NoteTranscribed(contact=message.contact, text=message.text)
    return Step(msgspec.structs.replace(state, text=message.text), facts=(transcribed,))


def expect(
    _contact: Contact, state: VoiceNote, message: NoteCutShort, _view: View, at: float
) -> Step[Awaited]:
    """The customer has hung up. We are told what there is, or ask."""
    awaited = Awaited(
        recording=message.recording,
        since=message.since,
        gone_at=at,
        until=at + LOOK_S,
        before=_known(state),
    )
    return Step(awaited)


def find(
    contact: Contact, state: Awaited, message: RecordingEnded, _view: View, _at: float
) -> Step[Awaited | NoNote | Noted]:
    """There is a note; or too little was said; or it was not recorded."""
    if message.recording != state.recording:
        return Step(state)
    length_s = spoken_s(message, state.since, state.gone_at)
    if message.failed or length_s < SHORTEST_S:
        missed = NoteMissed(contact=contact.id, recording=state.recording, failed=message.failed)
        return Step(state.before, facts=(missed,))
    left = NoteLeft(contact=contact.id, recording=state.recording, length_s=round(length_s, 3))
    return Step(state.before, facts=(left,))


def look(
    _contact: Contact, state: Awaited, message: AwaitedNoteTimedOut | Resumed, view: View, at: float
) -> Step[Awaited]:
    """Nothing was heard of it, or we were away."""
    return looked_for(state, view, at, is_late=isinstance(message, AwaitedNoteTimedOut))


def forget(
    _contact: Contact, _state: Awaited, _message: ContactEnded, _view: View, _at: float
) -> Step[NoNote]:
    """Nobody will hear it."""
    return Step(NoNote())


TABLE: Table = {
    (NoNote, NoteLeft): keep,
    (NoNote, NoteCutShort): expect,
    (NoNote, RecordingEnded): stay,
    (NoNote, AwaitedNoteTimedOut): impossible,
    (NoNote, PlaceResumed): take_along,
    (NoNote, PlaceInherited): take_along,
    (NoNote, NoteRead): late,
    (NoNote, ContactEnded): stay,
    (NoNote, Resumed): stay,
    #
    (Awaited, NoteLeft): keep,
    (Awaited, NoteCutShort): expect,
    (Awaited, RecordingEnded): find,
    (Awaited, AwaitedNoteTimedOut): look,
    (Awaited, PlaceResumed): impossible,
    (Awaited, PlaceInherited): impossible,
    (Awaited, NoteRead): late,
    (Awaited, ContactEnded): forget,
    (Awaited, Resumed): look,
    #
    (Noted, NoteLeft): keep,
    (Noted, NoteCutShort): expect,
    (Noted, RecordingEnded): stay,
    (Noted, AwaitedNoteTimedOut): impossible,
    (Noted, PlaceResumed): stay,
    (Noted, PlaceInherited): stay,
    (Noted, NoteRead): read,
    (Noted, ContactEnded): stay,
    (Noted, Resumed): stay,
}


def _contact(
    message: NoteLeft
    | NoteCutShort
    | AwaitedNoteTimedOut
    | PlaceResumed
    | PlaceInherited
    | NoteRead
    | ContactEnded
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def of_note(message: RecordingEnded, view: View) -> tuple[ContactId, ...]:
    """A message that is left for a box is recorded under a name without a turn."""
    note, _, _ = message.recording.rpartition("-n")
    contact = view.contact(ContactId(note.split("-", 2)[2])) if note else None
    return (contact.id,) if contact is not None else ()


def _deadline(contact: Contact) -> tuple[float, AwaitedNoteTimedOut] | None:
    state = contact.note
    return (state.until, AwaitedNoteTimedOut(contact=contact.id)) if isinstance(state, Awaited) else None


MACHINE = Machine(
    name="note",
    record=Contact,
    part="note",
    states=(NoNote, Awaited, Noted),
    routes={
        NoteLeft: _contact,
        NoteCutShort: _contact,
        RecordingEnded: of_note,
        AwaitedNoteTimedOut: _contact,
        PlaceResumed: _contact,
        PlaceInherited: _contact,
        NoteRead: _contact,
        ContactEnded: _contact,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
