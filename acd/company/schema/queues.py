"""Waiting lines, and how they are served."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.words import Digits, Name, Needs, OneOf, RingSeconds, Seconds, Title, Wishes


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
    music: Name = "default"
    """What callers hear while they wait: a name under `music`, or `default`."""
    ring_s: RingSeconds = 15.0
    """How long an agent's phone rings before the call goes to the next one, in seconds."""
    wrap_up_s: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 10.0
    """Time for the work after a talk, in seconds; 0 means none."""
    service_level_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 20.0
    """Callers should be answered within so many seconds."""
