"""Books: stretches of time, so that every second of a contact and of an agent is in exactly one of them.

A contact's books run from its arrival to its end, an agent's from the first fact that names him or her.
Intervals follow one another without gap or overlap (`gaps_and_overlaps` checks it); those of no length are
left out. An offer rings *while* its contact waits; in the books the contact is then ringing, not waiting.
"""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

import msgspec

from acd.model.fact import Fact
from acd.model.ids import AgentId, ContactId, QueueId


class FactsAt(Protocol):
    """Facts concluded together, with their moment: a row of the fact table."""

    @property
    def at(self) -> float:
        """Seconds since the epoch."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """In the order of their conclusion."""


class ContactBucket(StrEnum):
    """What a contact is going through."""

    MENU = "menu"
    WAITING = "waiting"
    """In a queue; nobody is being rung."""
    RINGING = "ringing"
    """In a queue; it is offered to an agent."""
    JOINING = "joining"
    """An agent has answered, and the two do not hear each other yet."""
    TALKING = "talking"


class AgentBucket(StrEnum):
    """What an agent's time goes into."""

    LOGGED_OUT = "logged_out"
    NOT_READY = "not_ready"
    IDLE = "idle"
    """Ready, with nothing to do; also while at rest after a failed offer."""
    RESERVED = "reserved"
    JOINING = "joining"
    """Has answered, and does not hear the caller yet."""
    TALKING = "talking"
    WRAP_UP = "wrap_up"


class ContactInterval(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a contact's time."""

    owner: ContactId
    bucket: ContactBucket
    began_at: float
    ended_at: float
    queue: QueueId | None = None
    """Where it stands or stood; None in the menu."""
    agent: AgentId | None = None
    """Who is rung or talks; None in the menu and when nobody is."""

    @property
    def length_s(self) -> float:
        """Seconds."""
        return self.ended_at - self.began_at


class AgentInterval(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an agent's time."""

    owner: AgentId
    bucket: AgentBucket
    began_at: float
    ended_at: float
    reason: str | None = None
    """Why not ready; None in every other bucket."""
    contact: ContactId | None = None
    """Which one rings, is talked to or is worked on afterwards."""

    @property
    def length_s(self) -> float:
        """Seconds."""
        return self.ended_at - self.began_at


class Interval(Protocol):
    """What both kinds have in common."""

    @property
    def owner(self) -> str:
        """Whose time it is."""

    @property
    def began_at(self) -> float:
        """Seconds since the epoch."""

    @property
    def ended_at(self) -> float:
        """Seconds since the epoch."""


def gaps_and_overlaps(intervals: Iterable[Interval]) -> list[str]:
    """Where the books do not add up, as sentences; empty for sound books."""
    wrong: list[str] = []
    of_owner: defaultdict[str, list[Interval]] = defaultdict(list)
    for interval in intervals:
        of_owner[interval.owner].append(interval)
    for owner, own in of_owner.items():
        own.sort(key=lambda interval: interval.began_at)
        wrong += [
            f"{owner}: {one.ended_at - one.began_at} s long" for one in own if one.ended_at <= one.began_at
        ]
        for before, after in pairwise(own):
            if after.began_at != before.ended_at:
                kind = "gap" if after.began_at > before.ended_at else "overlap"
                wrong.append(f"{owner}: {kind} between {before.ended_at} and {after.began_at}")
    return wrong
