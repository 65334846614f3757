"""Voice notes: what customers say of what it is about, before they leave the line to be called back.

A part of a contact: whoever calls the customer hears it first.
"""

import msgspec

from acd.model.ids import RecordingId


class NoNote(msgspec.Struct, frozen=True, kw_only=True, tag="none"):
    """None was left."""


class Noted(msgspec.Struct, frozen=True, kw_only=True, tag="noted"):
    """There is one; the one before it, if there was any, counts no more."""

    recording: RecordingId
    left_at: float
    length_s: float
    text: str | None = None
    """What was said, if a program has written it down."""


class Awaited(msgspec.Struct, frozen=True, kw_only=True, tag="awaited"):
    """The line has ended while the customer was speaking. It is not known yet what there is of it."""

    recording: RecordingId
    since: float
    gone_at: float
    until: float
    """If nothing is heard of it by then, it is looked for."""
    before: NoNote | Noted
    """What was said earlier counts if this comes to nothing."""


VoiceNote = NoNote | Awaited | Noted
