"""Waiting lines, and how they are served."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.callbacks import Callback
from acd.company.schema.words import Digits, LineName, Name, Needs, OneOf, RingSeconds, Seconds, Title, Wishes


class Ring(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What changes for a caller who has waited for so long. It adds to the rings before it."""

    after_s: Annotated[float, msgspec.Meta(gt=0, le=86400)]
    """Seconds in this queue."""
    lower: Needs = {}
    """Of these skills, such a level is enough."""
    drop: tuple[Name, ...] = ()
    """These skills are not needed any more."""
    widen: Literal["one", "all"] | None = None
    """Agents of the region around the caller's, one step up, or of all regions."""
    within_km: Annotated[float, msgspec.Meta(gt=0, le=20000)] | None = None
    """Agents who work within so many kilometres of the caller's region."""
    stand_ins: bool = False
    """Those who stand in for a skill or a region, too."""
    add_queues: tuple[Name, ...] = ()
    """The agents of these queues, too."""
    outside: tuple[LineName, ...] = ()
    """These lines to the outside, too: names under `outside`."""
    offer_callback: Name | None = None
    """The flow in which those who wait are offered a callback when this ring opens; once, and they keep their
    place."""


class Preferred(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether a caller first waits for one person: the one asked for, else the owner of the account, else the
    one last talked with."""

    owner: bool = True
    """Whoever looks after the customer's account."""
    last_agent_within_days: Annotated[float, msgspec.Meta(ge=0, le=365)] = 0.0
    """Whoever the caller last talked with, if that was not longer ago; 0: not at all."""
    wait_s: Seconds = 20.0
    """So long for this person alone."""
    substitutes_s: Seconds = 20.0
    """Then so long for this person and the substitutes; then for everybody in the queue."""


class Overflow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When callers leave the queue, and where they go. One of the conditions is enough."""

    nobody: bool = False
    """Nobody who is logged in could serve the caller, whatever ring opens."""
    waiting_over: Annotated[int, msgspec.Meta(ge=0, le=100000)] | None = None
    """More than so many wait already when the caller comes."""
    expected_wait_over_s: Seconds | None = None
    """The caller would have to wait longer than this, as far as can be told when he or she comes."""
    waited_over_s: Seconds | None = None
    """The caller has waited so long in this queue."""
    to_queue: Name | None = None
    """On to another queue, with the time waited so far."""
    to_flow: Name | None = None
    """Into a flow."""
    to_voicemail: Digits | None = None
    """Into a voicemail box."""
    to_outside: LineName | None = None
    """Out to a line under `outside`, with the time waited so far."""


class OfferCallback(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When those who wait are offered a callback without asking for it: once, and they keep the place."""

    flow: Name
    """What they hear then: a name under `flows`. It goes on with `call_back` or back to the line."""
    expected_wait_over_s: Seconds
    """The rest of the wait is expected to be longer than this, as far as can be told: when the caller comes,
    or later."""


class Announcement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What callers are told while they wait. Its text may have blanks: {position} is the place in the line,
    {low} and {high} are what is expected of the wait, in minutes."""

    say: Name
    """A name under `prompts`; each only once in a queue."""
    after_s: Seconds = 20.0
    """For the first time so many seconds after the caller has come into the queue."""
    every_s: Annotated[float, msgspec.Meta(ge=5, le=86400)] | None = None
    """And again every so many seconds, from one beginning to the next; without it only once."""
    if_soon: Name | None = None
    """What is said instead where the wait may be over at any moment ({low} is 0)."""
    if_unsure: Name | None = None
    """What is said instead where nothing can be said of the wait; without it then nothing is."""


class Queue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A waiting line and how it is served."""

    name: Title
    """Shown in the display of the agent's phone."""
    needs: Needs = {}
    """What everybody in this line asks for: least level by skill."""
    needs_one_of: OneOf = ()
    """Of each entry one skill is enough: [{german: 5, english: 7}]."""
    wishes: Wishes = {}
    """What makes an agent the better choice here, beyond what is needed: weight by skill."""
    choose: Literal["best_level", "longest_idle", "fewest_contacts", "least_occupied", "fixed_order"] = (
        "best_level"
    )
    """Which of the free agents gets the call; of equals the longest idle."""
    order: tuple[Digits, ...] = ()
    """For `fixed_order`: the agents, first choice first."""
    reserve: Annotated[int, msgspec.Meta(ge=0, le=10000)] = 0
    """So many free agents of this queue are kept for its own callers."""
    head_start_s: Seconds = 0.0
    """Its callers are served as if they had come so much earlier."""
    by_region: bool = False
    """Its callers are served by the agents who are responsible for their region."""
    rings: tuple[Ring, ...] = ()
    """What is asked for less, or of more agents, the longer a caller waits."""
    preferred: Preferred = Preferred()
    """Whether a caller first waits for one person."""
    overflow: tuple[Overflow, ...] = ()
    """When callers leave the queue, and where they go; the first one that holds counts."""
    music: Name = "default"
    """What callers hear while they wait: a name under `music`, or `default`."""
    announcements: tuple[Announcement, ...] = ()
    """What callers are told while they wait, each by a clock of its own. Nothing of it delays an answer."""
    menu: Name | None = None
    """What callers may ask for while they wait: a name under `flows`. It begins with a menu; a key of it
    counts at any time, any other key lets it be spoken. Meanwhile callers keep their place."""
    callback: Callback | None = None
    """How its customers are called back who ask for it: {} with the usual times."""
    offer_callback: OfferCallback | None = None
    """When they are offered it without a key."""
    ring_s: RingSeconds = 15.0
    """How long an agent's phone rings before the call goes to the next one, in seconds."""
    wrap_up_s: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 10.0
    """Time for the work after a talk, in seconds; 0 means none."""
    service_level_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 20.0
    """Callers should be answered within so many seconds."""
