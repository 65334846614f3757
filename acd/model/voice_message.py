"""Voice messages: what a caller leaves instead of waiting on the line, and what has become of it.

A part of a contact: the contact, what is known of it and the moment of its arrival stay; only the line is
gone.
"""

import msgspec

from acd.model.about import About
from acd.model.ids import AgentId, LegId, OfferId, PlaybackId, PromptId, QueueId, RecordingId
from acd.model.needs import Needs

CALL = "2"
"""The agent's key: call whoever has left it."""
GIVE_BACK = "3"
"""Somebody else shall do it."""
AGAIN = "4"
"""From its beginning."""
PAUSE = "5"
"""Hold on, or go on."""


class MessageBox(msgspec.Struct, frozen=True, kw_only=True):
    """A voicemail box of which each message is work for a queue. Who has come to it goes by it to the end,
    whatever a later version of the company says.
    """

    box: str
    """Its number. In Asterisk there is a box of this number, too, for when nothing can be recorded."""
    queue: QueueId
    needs: Needs = ()
    """Added to those that were gathered on the way."""
    prompt: PromptId
    """Said to the caller before the tone."""
    briefing: PromptId | None = None
    """Said to the agent before the recording: what the keys mean."""
    longest_s: float = 180.0
    shortest_s: float = 2.0
    """Less than so many seconds of speech are no message."""
    silence_s: float = 6.0
    """So much silence ends it."""
    outcomes: dict[str, str]
    """What the agent's keys mean that close it."""


class NoMessage(msgspec.Struct, frozen=True, kw_only=True, tag="none"):
    """None was left."""


class Invited(msgspec.Struct, frozen=True, kw_only=True, tag="invited"):
    """The caller is told to speak after the tone."""

    rules: MessageBox
    needs: Needs
    """Gathered on the way, as in a queue."""
    about: About
    leg: LegId
    playback: PlaybackId
    turn: int = 1


class Recording(msgspec.Struct, frozen=True, kw_only=True, tag="recording"):
    """The caller speaks, or has hung up and it is not yet known what there is."""

    rules: MessageBox
    needs: Needs
    about: About
    leg: LegId
    recording: RecordingId
    since: float
    until: float
    """If nothing is heard of it by then, it is looked for."""
    gone_at: float | None = None
    """The caller has hung up."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was left."""

    rules: MessageBox
    recording: RecordingId
    left_at: float
    length_s: float
    unclosed: int = 0
    """How often an agent has listened and not said what becomes of it."""
    text: str | None = None
    """What was said, if a program has written it down."""


class Kept(msgspec.Struct, frozen=True, kw_only=True, tag="kept"):
    """It stands in the line."""

    note: Note


class Listened(msgspec.Struct, frozen=True, kw_only=True, tag="listened"):
    """An agent listens to it."""

    note: Note
    agent: AgentId
    offer: OfferId
    agent_leg: LegId
    turn: int
    """Odd: what the keys mean is being said; even: the message."""
    paused: bool = False


class Settled(msgspec.Struct, frozen=True, kw_only=True, tag="settled"):
    """Nobody will listen to it any more."""

    note: Note
    outcome: str | None = None
    """As the agent said who closed it. None: nobody has."""


VoiceMessage = NoMessage | Invited | Recording | Kept | Listened | Settled
