"""The people who take calls, and what becomes of an offer that is not taken."""

from typing import Annotated, Literal

import msgspec

from acd.company.schema.words import Digits, Name, Needs, Seconds, Title


class Agent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person who takes calls. The agent's number in the file is what he or she dials to log in."""

    name: Title
    """First name."""
    skills: Needs = {}
    """Level 1 to 10 by skill."""
    queues: tuple[Name, ...] | None = None
    """The queues served; unless said, every queue whose own needs the agent meets."""
    regions: tuple[Name, ...] = ()
    """Responsible for the customers there; for all unless said."""
    place: Title | None = None
    """The town where he or she works, with its country if that is another one: "Sopron, HU"; or a point on
    the map: "46.62, 14.31"."""
    substitutes: tuple[Digits, ...] = ()
    """They take what is meant for this agent while he or she is absent or has too much to do; first choice
    first."""


class Miss(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What comes of one kind of untaken offers."""

    most: Annotated[int, msgspec.Meta(ge=0, le=100)]
    """So many of this kind without an answer between them make the agent not ready; 0: never."""
    returns_after_s: Seconds | None = None
    """Then ready again by itself after so long; unless said, the agent dials the code."""
    returns_with_phone: bool = False
    """Then ready again by itself as soon as the phone can be reached."""


class Offers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What becomes of an agent who does not take an offered call."""

    no_answer: Miss = Miss(most=2)
    """It rang, and nobody answered."""
    rejected: Miss = Miss(most=2)
    """Somebody pressed *reject*."""
    busy: Miss = Miss(most=0)
    """The phone was in another call."""
    unreachable: Miss = Miss(most=2, returns_with_phone=True)
    """The phone was switched off, or lost."""
    do_not_disturb: Miss = Miss(most=1)
    """The phone was set to be left in peace."""
    forwarded: Miss = Miss(most=1)
    """The phone was set to send calls elsewhere, which is never followed."""
    rest_s: Annotated[float, msgspec.Meta(ge=0, le=600)] = 5.0
    """How long an agent is left alone after any failed offer, in seconds."""
    temporarily_unavailable: Literal["no_answer", "rejected", "busy", "unreachable", "do_not_disturb"] = (
        "do_not_disturb"
    )
    """What SIP 480 means: many phones send it for do-not-disturb, others when nobody answers."""
    no_ringing_s: Annotated[float, msgspec.Meta(gt=0, le=60)] = 4.0
    """A phone that has not begun to ring by then is unreachable, in seconds."""


class Overload(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When somebody has too much to do, so that the substitutes take what is meant for him or her."""

    occupancy: (
        Annotated[
            float,
            msgspec.Meta(gt=0, lt=1, extra={"remedy": "write a share: 0.9 is nine minutes of ten"}),
        ]
        | None
    ) = None
    """Busy for a larger share of the last half hour than this: 0.9 is nine minutes of ten."""
    waiting_over_s: Seconds | None = None
    """Somebody has waited so long for this agent alone, even if the queue would let callers wait longer."""
