"""What Asterisk keeps by itself: phones, internal numbers, boxes, trunks, codes, music."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.messages import Messages
from acd.company.schema.words import (
    Account,
    Code,
    Dialled,
    DidNumber,
    Digits,
    Email,
    Host,
    Key,
    Language,
    Name,
    Path,
    RingSeconds,
    Title,
)


class Phone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A desk phone: a SIP account that we make, with a generated password, or one that is there already."""

    extension: Digits
    """What others dial to reach it."""
    foreign: bool = False
    """Its account stands in the administrator's own pjsip.conf, under this same name; none is rendered."""
    name: Title | None = None
    """Shown to those it calls inside the company; the extension unless said."""
    voicemail: Digits | None = None
    """The box that answers internal calls which nobody takes."""


class Extension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An internal number that is not simply one phone: a person, a team, a box."""

    name: Title
    """What people call it."""
    phones: tuple[Account, ...] = ()
    """They ring all at once."""
    ring_s: RingSeconds = 20.0
    """How long they ring, in seconds."""
    voicemail: Digits | None = None
    """The box that answers then, or at once when no phones are named."""


class Mailbox(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A voicemail box; its PIN is generated."""

    name: Title
    """Whose box it is."""
    email: Email | None = None
    """Where a note of each message goes."""
    language: Language | None = None
    """Spoken by the box; the company's first language unless said."""
    messages: Messages | None = None
    """What is left goes into a line, and an agent listens to it. The box itself is for when no service
    answers."""


class Trunk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line to the outside. Its callers reach our numbers and never an outside line."""

    name: Title
    """What people call it."""
    foreign: bool = False
    """It stands in the administrator's own files; none is rendered. Their dialplan sends us its calls, and
    emergency calls leave through the PJSIP endpoint of this name."""
    host: Host | None = None
    """Where the carrier is. Unless said, the other side registers here: the name of the trunk is its user."""
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 5060
    """Of the carrier."""
    transport: Literal["udp", "tcp"] = "udp"
    """How SIP travels."""
    addresses: tuple[Host, ...] = ()
    """Further addresses the carrier's calls come from."""
    numbers: tuple[DidNumber, ...] | None = None
    """Our numbers that may be called through it; all unless said."""


class Fallback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers meet while no service answers: first the phones, then the box. At least one of them."""

    after_s: Annotated[int, msgspec.Meta(ge=0, le=600)] = 20
    """How long a caller waits with music for the service, in seconds."""
    phones: tuple[Account, ...] = ()
    """They ring all at once."""
    ring_s: RingSeconds = 30.0
    """How long they ring, in seconds."""
    voicemail: Digits | None = None
    """The box that answers when no phone does."""


class Emergency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An emergency number, reachable from every desk phone, also while no service runs."""

    name: Title
    """What it is."""
    trunk: Account
    """The trunk the call leaves through; it has a host, or is foreign."""


class Music(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers hear while they wait."""

    folder: Path
    """A folder with sound files, counted from the folder of the company file."""


class FeatureCodes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What agents dial on a desk phone. None may be the beginning of another."""

    login: Code = "*11"
    """Followed by the agent's number: log in at this phone."""
    logout: Code = "*12"
    """Log out."""
    ready: Code = "*13"
    """Take calls."""
    not_ready: Code = "*14"
    """Take no calls; may be followed by the key of a reason."""
    end_wrap_up: Code = "*15"
    """The work after the talk is done."""
    absent: Code = "*16"
    """Be absent until back; may be followed by the key of a reason, and by * and a number of days."""
    call_again: Code = "*17"
    """Have the customer of the last talk called again: the time is keyed in then."""
    voicemail: Code = "*97"
    """Listen to a voicemail box."""


class Outside(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number outside the company that may be called for callers who wait. No other number ever is.

    Whoever answers must press a key: a network answers before anybody does, and so does a voicemail box.
    """

    name: Title
    """What people call it."""
    number: Dialled
    """What is dialled."""
    trunk: Account
    """The trunk the call leaves through. One that registers here, such as a gateway, will do."""
    prompt: Name
    """Said to whoever answers: what it is about, and which key to press."""
    key: Key = "1"
    """The key that says: a person is here, put the caller through."""
    confirm_s: Annotated[float, msgspec.Meta(gt=0, le=120)] = 15.0
    """How long the key is waited for, once the line is answered."""
    ring_s: RingSeconds = 30.0
    """How long it rings, in seconds."""
    no_ringing_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 15.0
    """A line that does not ring by then is unreachable: networks take their time."""
    lines: Annotated[int, msgspec.Meta(ge=1, le=100)] = 1
    """So many calls at once."""
    music: Name = "default"
    """What callers hear whom an overflow has sent here: a name under `music`, or `default`."""
    voicemail: Digits | None = None
    """The box for callers whom an overflow has sent here and nobody takes in `voicemail_after_s`."""
    voicemail_after_s: Annotated[float, msgspec.Meta(gt=0, le=86400)] = 120.0
    """How long they wait for somebody out there, if there is a box."""
