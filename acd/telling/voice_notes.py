"""Facts of voice notes as sentences."""

from acd.model.fact import (
    NoteBegan,
    NoteCutShort,
    NoteLeft,
    NoteMissed,
    NotePlayed,
    NoteTranscribed,
    OfVoiceNote,
)
from acd.telling.amounts import seconds
from acd.telling.names import Names


def voice_note(fact: OfVoiceNote, names: Names) -> str:
    """What happened, in one plain sentence."""
    match fact:
        case NoteBegan():
            return "What the caller says of it is recorded for the agent."
        case NoteLeft(length_s=length_s):
            return f"The caller has left a note for the agent, of {seconds(length_s)}."
        case NoteMissed(failed=True):
            return "No note could be recorded."
        case NoteMissed():
            return "The caller has said nothing, or hardly a word: there is no note."
        case NoteCutShort():
            return "The line has ended while the caller was speaking."
        case NotePlayed(agent=agent):
            return f"{names.agent(agent)} hears the note."
        case NoteTranscribed(text=None):
            return "A program has written the note down; that was deleted."
        case NoteTranscribed(text=text):
            return f"A program has understood the note so: “{text}”."
