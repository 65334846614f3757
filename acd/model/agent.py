"""An agent's state: what he or she wants (presence) and does (activity), and the desk phone (hot desk)."""

from enum import StrEnum
from math import inf, log

import msgspec

from acd.model.ids import AgentId, ContactId, OfferId, PhoneId

RONA = "RONA"
"""Reason of an agent made not ready because offers rang and nobody answered."""

LOGGED_IN = "logged in"
"""Reason of an agent who has just logged in and has not said ready yet."""


class LoggedOut(msgspec.Struct, frozen=True, kw_only=True, tag="logged_out"):
    """Not at any desk."""

    since: float


class NotReady(msgspec.Struct, frozen=True, kw_only=True, tag="not_ready"):
    """At a desk, and wants no calls."""

    since: float
    phone: PhoneId
    reason: str


class Ready(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """At a desk, and wants calls."""

    since: float
    phone: PhoneId
    misses: int = 0
    """Counted failures in a row."""


Presence = LoggedOut | NotReady | Ready


class Idle(msgspec.Struct, frozen=True, kw_only=True, tag="idle"):
    """Nothing to do."""

    since: float
    rests_until: float | None = None
    """After a failed offer: others come first until then."""


class Reserved(msgspec.Struct, frozen=True, kw_only=True, tag="reserved"):
    """An offer is open."""

    since: float
    offer: OfferId
    idle_since: float
    """Given back when the offer is withdrawn through no act of the agent."""


class OnCall(msgspec.Struct, frozen=True, kw_only=True, tag="on_call"):
    """In a talk."""

    since: float
    contact: ContactId
    wrap_up_s: float


class WrapUp(msgspec.Struct, frozen=True, kw_only=True, tag="wrap_up"):
    """After-contact work."""

    since: float
    until: float
    contact: ContactId


Activity = Idle | Reserved | OnCall | WrapUp

LATELY_S = 900.0
"""Work of so long ago counts 1/e of what it counted then. The mean age of what counts is that of half an hour."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How much an agent has had to do."""

    day: int = 0
    """Days since the epoch, in the company's time zone, to which `contacts` belongs."""
    contacts: int = 0
    """Answered on that day."""
    occupancy: float = 0.0
    """Share of the time on duty, weighted by how lately it was, that was talk and wrap-up, 0 to 1."""
    at: float = 0.0
    """The moment for which `occupancy` holds."""

    @property
    def weariness(self) -> float:
        """Orders idle agents by their occupancy, whatever time it is: that of all falls by the same share."""
        return log(self.occupancy) + self.at / LATELY_S if self.occupancy > 0 else -inf


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books for one person."""

    id: AgentId
    presence: Presence
    activity: Activity
    tally: Tally = Tally()

    @property
    def phone(self) -> PhoneId | None:
        """Where the agent is logged in."""
        return None if isinstance(self.presence, LoggedOut) else self.presence.phone

    @property
    def idle_since(self) -> float:
        """Since when the agent could have had a call; meaningful for a ready and idle agent only."""
        return max(self.presence.since, self.activity.since)


class PhoneState(StrEnum):
    """What Asterisk says of a desk phone; our own calls show in it too."""

    NOT_IN_USE = "not_in_use"
    IN_USE = "in_use"
    RINGING = "ringing"
    RING_IN_USE = "ring_in_use"
    BUSY = "busy"
    ON_HOLD = "on_hold"
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"

    @property
    def may_ring(self) -> bool:
        """Whether a call may be offered to a phone in this state. Unknown may: the attempt will tell."""
        return self in (PhoneState.NOT_IN_USE, PhoneState.UNKNOWN)
