"""An agent's state: what he or she wants (presence) and does (activity), and the desk phone (hot desk)."""

from enum import StrEnum
from math import exp, inf, log

import msgspec

from acd.model.ids import AgentId, ContactId, OfferId, PhoneId
from acd.model.people import Failure

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
    returns_at: float | None = None
    """Ready again by itself then."""
    returns_with_phone: bool = False
    """Ready again by itself when the phone can be reached."""


class Ready(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """At a desk, and wants calls."""

    since: float
    phone: PhoneId
    misses: dict[Failure, int] = {}
    """Failures since the last answer, by kind."""


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
"""Work of so long ago counts 1/e of what work counts now: on average what counts is as old as that of a flat
half hour. The order of agents at rest by such a mean does not change while nothing happens.
"""


class Workload(msgspec.Struct, frozen=True, kw_only=True):
    """How much an agent has had to do: today, and lately."""

    since: float
    """The moment for which `occupancy` holds."""
    occupancy: float = 0.0
    """Share of talk and wrap-up in the time that was not a break, 0 to 1; what was lately counts more."""
    contacts: int = 0
    """Taken on the day that ends at `day_ends_at`."""
    day_ends_at: float = 0.0
    """The company's midnight: from then on nothing of that counts."""
    overloaded: bool = False
    """Too busy lately: substitutes take what is meant for this agent."""
    turns_at: float | None = None
    """When that will change, if the agent goes on like this."""

    def occupancy_at(self, _at: float) -> float:
        """The occupancy at a later moment, if nothing happens until then."""
        return self.occupancy

    def contacts_at(self, at: float) -> int:
        """The contacts taken so far on the day of a later moment, if nothing happens until then."""
        return self.contacts if at < self.day_ends_at else 0

    @property
    def tally(self) -> int:
        """Orders agents at rest by the contacts they have had today: at midnight all of them begin anew."""
        return self.contacts

    @property
    def weariness(self) -> float:
        """Orders agents at rest by occupancy, whenever one looks: that of all falls by the same share."""
        return -inf


class AtHome(Workload, frozen=True, kw_only=True, tag="at_home"):
    """Logged out: time without work, as that at rest."""

    def occupancy_at(self, at: float) -> float:
        """See `Workload`."""
        return _rested(self, at)


class OffDuty(Workload, frozen=True, kw_only=True, tag="off_duty"):
    """Logged in and not ready: this time is nobody's work and nobody's rest."""


class AtRest(Workload, frozen=True, kw_only=True, tag="at_rest"):
    """Ready, and without work."""

    def occupancy_at(self, at: float) -> float:
        """See `Workload`."""
        return _rested(self, at)

    @property
    def weariness(self) -> float:
        """See `Workload`."""
        return log(self.occupancy) + self.since / LATELY_S if self.occupancy > 0 else -inf


class AtWork(Workload, frozen=True, kw_only=True, tag="at_work"):
    """Talk or wrap-up."""

    def occupancy_at(self, at: float) -> float:
        """See `Workload`."""
        return 1.0 - (1.0 - self.occupancy) * exp(-_passed_s(self.since, at) / LATELY_S)


def _rested(load: Workload, at: float) -> float:
    return load.occupancy * exp(-_passed_s(load.since, at) / LATELY_S)


def _passed_s(since: float, at: float) -> float:
    """Not negative, should the clock have been set back while no service ran."""
    return max(0.0, at - since)


Load = AtHome | OffDuty | AtRest | AtWork


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the books for one person."""

    id: AgentId
    presence: Presence
    activity: Activity
    load: Load = AtHome(since=0.0)

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
