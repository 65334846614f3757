"""Facts of voice notes: what customers say of what it is about, for whoever calls them back."""

import msgspec

from acd.model.ids import AgentId, ContactId, RecordingId


class NoteBegan(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the caller says for the agent is recorded: committed before it is done."""

    contact: ContactId
    recording: RecordingId


class NoteLeft(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is a note."""

    contact: ContactId
    recording: RecordingId
    length_s: float


class NoteMissed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """There is none: nothing was said, or nothing could be recorded."""

    contact: ContactId
    recording: RecordingId
    failed: bool


class NoteCutShort(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The line has ended while the customer was speaking, who is called back. What there is will be known."""

    contact: ContactId
    recording: RecordingId
    since: float


class NotePlayed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The agent who is about to call hears it."""

    contact: ContactId
    agent: AgentId


class NoteTranscribed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A program has written down what was said."""

    contact: ContactId
    text: str | None
    """None: deleted, as the recording is."""


OfVoiceNote = NoteBegan | NoteLeft | NoteMissed | NoteCutShort | NotePlayed | NoteTranscribed
