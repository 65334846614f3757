"""What a phone and its worker process tell each other: commands one way, events the other.

The phone (`phone.py`) lives in the test; the worker (`worker/`) hosts pjsua2. `link.py` carries the messages.
Nothing here may import pjsua2 or numpy: both ends load it.
"""

import time
from typing import Literal

import msgspec

RATE_HZ = 8000
FRAME_MS = 20
FRAME_SAMPLES = RATE_HZ * FRAME_MS // 1000
FRAME_BYTES = FRAME_SAMPLES * 2

CallState = Literal["calling", "progress", "ringing", "answered", "ended"]
MediaState = Literal["none", "active", "held_here", "held_there", "failed"]


class Moment(msgspec.Struct, frozen=True, array_like=True, order=True):
    """One instant on two clocks: CLOCK_MONOTONIC (the same in all processes of the host) and the wall."""

    mono_ns: int
    wall_ns: int

    @classmethod
    def now(cls) -> "Moment":
        """Read both clocks."""
        return cls(time.monotonic_ns(), time.time_ns())


# ── What a phone sends into a call ────────────────────────────────────────────────────────────────


class Tone(msgspec.Struct, frozen=True, tag=True):
    """A sine of `hz`, for as long as nothing else is asked."""

    hz: int


class Pcm(msgspec.Struct, frozen=True, tag=True):
    """16-bit little-endian mono samples at `RATE_HZ`, once; then the phone's own tone again."""

    samples: bytes


class Silence(msgspec.Struct, frozen=True, tag=True):
    """RTP that carries silence."""


Sound = Tone | Pcm | Silence


# ── What a phone does by itself when it is called ─────────────────────────────────────────────────


class Ring(msgspec.Struct, frozen=True, tag=True):
    """Send 180 and wait for the test."""


class PickUp(msgspec.Struct, frozen=True, tag=True):
    """Send 180 and, after `after_s` seconds, 200."""

    after_s: float = 0.0


class Refuse(msgspec.Struct, frozen=True, tag=True):
    """Refuse with a final SIP code, after ringing for `after_s` seconds if that is more than nothing."""

    code: int = 486
    after_s: float = 0.0


class KeepQuiet(msgspec.Struct, frozen=True, tag=True):
    """Send nothing beyond 100: a phone that is there, but whose user interface hangs."""


OnRing = Ring | PickUp | Refuse | KeepQuiet


# ── Commands: phone → worker ──────────────────────────────────────────────────────────────────────


class Setup(msgspec.Struct, frozen=True, tag=True):
    """The account and the media of the one phone that a worker hosts; always the first command."""

    seq: int
    user: str
    password: str
    server: str
    display_name: str
    tone_hz: int
    lines: int
    codecs: tuple[str, ...]
    register_for_s: int


class Register(msgspec.Struct, frozen=True, tag=True):
    """Register the contact, or end the registration."""

    seq: int
    on: bool


class SetOnRing(msgspec.Struct, frozen=True, tag=True):
    """What to do with calls that arrive from now on."""

    seq: int
    policy: OnRing


class Dial(msgspec.Struct, frozen=True, tag=True):
    """Send an INVITE; `call` is the name the phone gives to this call."""

    seq: int
    call: str
    target_uri: str
    from_uri: str
    headers: dict[str, str]


class Answer(msgspec.Struct, frozen=True, tag=True):
    """Respond to a ringing call: 180, 183, 200 or a refusal."""

    seq: int
    call: str
    code: int


class HangUp(msgspec.Struct, frozen=True, tag=True):
    """CANCEL, BYE or 603, whichever the state asks for."""

    seq: int
    call: str


class Press(msgspec.Struct, frozen=True, tag=True):
    """RFC 4733 key presses, one after another, each `tone_ms` long and `gap_ms` apart."""

    seq: int
    call: str
    digits: str
    tone_ms: int
    gap_ms: int


class Hold(msgspec.Struct, frozen=True, tag=True):
    """Re-INVITE with sendonly, or back to sendrecv."""

    seq: int
    call: str
    on: bool


class Send(msgspec.Struct, frozen=True, tag=True):
    """Change what the phone sends into a call."""

    seq: int
    call: str
    sound: Sound


class Quit(msgspec.Struct, frozen=True, tag=True):
    """Hang up, unregister, end the process."""

    seq: int


Command = Setup | Register | SetOnRing | Dial | Answer | HangUp | Press | Hold | Send | Quit


# ── Events: worker → phone ────────────────────────────────────────────────────────────────────────


class Done(msgspec.Struct, frozen=True, tag=True):
    """The command with this number was carried out."""

    seq: int
    sip_port: int = 0


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The command with this number could not be carried out."""

    seq: int
    reason: str


class RegistrationChanged(msgspec.Struct, frozen=True, tag=True):
    """The registrar answered, or did not (408). `expires_s` is 0 when no registration stands any more."""

    at: Moment
    code: int
    reason: str
    expires_s: int


class Incoming(msgspec.Struct, frozen=True, tag=True):
    """A call arrived; `invite` is the whole message."""

    at: Moment
    call: str
    sip_call_id: str
    remote_uri: str
    invite: str


class CallChanged(msgspec.Struct, frozen=True, tag=True):
    """A call reached a state, with the SIP code and reason that brought it there."""

    at: Moment
    call: str
    sip_call_id: str
    state: CallState
    code: int
    reason: str


class MediaChanged(msgspec.Struct, frozen=True, tag=True):
    """Audio of a call was negotiated anew."""

    at: Moment
    call: str
    media: MediaState
    codec: str


class DigitHeard(msgspec.Struct, frozen=True, tag=True):
    """The far end pressed a key (RFC 4733)."""

    at: Moment
    call: str
    digit: str


class Heard(msgspec.Struct, frozen=True, tag=True):
    """Audio from the far end: 16-bit samples at `RATE_HZ`, the first of them played at `at`."""

    at: Moment
    call: str
    samples: bytes


class Played(msgspec.Struct, frozen=True, tag=True):
    """The last sample of a `Pcm` went out."""

    at: Moment
    call: str


class Sip(msgspec.Struct, frozen=True, tag=True):
    """One SIP message as it crossed the phone's socket, retransmissions included."""

    at: Moment
    sent: bool
    peer: str
    text: str


class Note(msgspec.Struct, frozen=True, tag=True):
    """A warning or error line of the SIP stack's own log."""

    at: Moment
    text: str


Event = (
    Done
    | Failed
    | RegistrationChanged
    | Incoming
    | CallChanged
    | MediaChanged
    | DigitHeard
    | Heard
    | Played
    | Sip
    | Note
)
