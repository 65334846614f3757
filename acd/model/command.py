"""What the engine asks of Asterisk.

*Claiming* commands take hold of something and wait until the decision is committed. *Continuing* ones go on
with what a committed decision has begun: they are performed at once. *Releasing* ones let go and are
performed at once, too, even when it is not sure that we still lead.
"""

from typing import Literal

import msgspec

from acd.model.ids import BridgeId, ContactId, LegId, OfferId, PhoneId, PlaybackId, RecordingId

EndReason = Literal["normal", "no_answer", "unallocated", "answered_elsewhere"]


class AnswerLeg(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Answer a caller's leg."""

    leg: LegId


class Play(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Speak a prompt to a leg."""

    leg: LegId
    playback: PlaybackId
    media: str


class StartMusic(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Play music to a leg until it is stopped."""

    leg: LegId
    music: str


class StopMusic(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """End the music of a leg. It waits in order with what follows, or a late commit would mean silence."""

    leg: LegId


class CreateLeg(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Make a leg to a desk phone, without ringing it yet."""

    leg: LegId
    phone: PhoneId
    endpoint: str
    """What Asterisk dials for it."""
    offer: OfferId
    originator: LegId | None
    """The caller's leg: both then share one linked id in Asterisk's records. None: there is none now."""
    display: str
    """What the agent's phone shows: the queue's name."""
    caller: str | None
    """The number shown beside it: the caller's; on a line to the outside the one that the caller dialled."""


class DialOut(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Make a leg to a customer's telephone, without ringing it yet."""

    leg: LegId
    contact: ContactId
    endpoint: str
    """What Asterisk dials for it: number and trunk."""
    caller_id: str
    """The number of ours that is shown."""
    originator: LegId | None
    """The agent's leg: both then share one linked id in Asterisk's records. None: no agent waits yet."""


class Ring(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Let the phone of a leg ring: a leg that is there, so the offer that asked for it is committed."""

    leg: LegId
    give_up_s: float
    """Asterisk stops ringing by then, should we be dead."""


class PassOn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Let the dialplan go on with a leg, in a voicemail box. Repeat: safe, a leg that is gone is gone."""

    leg: LegId
    box: str


class Record(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Sound a tone and record what is said on a leg, until it falls silent, ``#`` is pressed or it ends."""

    leg: LegId
    recording: RecordingId
    longest_s: float
    silence_s: float
    had_tone: bool = False
    """The tone has been played already: while Asterisk sounds it by itself, nothing can be dropped."""


class FindRecording(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Say whether a recording is there, unless it goes on still. Repeat: safe."""

    recording: RecordingId


class DeleteRecording(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Delete a recording, if it is there. Repeat: safe."""

    recording: RecordingId


class SteerPlayback(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Hold on to what is being played, or go on with it."""

    playback: PlaybackId
    on: bool


class Join(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Make a bridge and bring the legs into it."""

    bridge: BridgeId
    legs: tuple[LegId, ...]
    hears_keys: bool = False
    """Keys that are pressed in it are told. Otherwise they may be passed on unseen."""


class DropRecording(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """End a recording, and keep nothing of it."""

    recording: RecordingId


class StopPlayback(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """End a prompt."""

    playback: PlaybackId


class EndLeg(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Hang a leg up. An unknown leg counts as ended."""

    leg: LegId
    reason: EndReason = "normal"
    """What a phone or trunk that was not answered yet is told."""


class EndBridge(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Take a bridge down."""

    bridge: BridgeId


Claiming = (
    AnswerLeg
    | Play
    | StartMusic
    | StopMusic
    | CreateLeg
    | DialOut
    | PassOn
    | Record
    | FindRecording
    | DeleteRecording
    | SteerPlayback
    | Join
)
Continuing = Ring
Releasing = StopPlayback | DropRecording | EndLeg | EndBridge
Command = Claiming | Continuing | Releasing
