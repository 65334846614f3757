"""What became of a call, judged by what its caller and its agent heard and saw."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from acd.testing.call import Call
from acd.testing.protocol import Moment
from bench.faults.people import Customer, State

JITTER_S = 0.4
"""So long may a tone break off on a busy machine: a jitter buffer that was starved."""

AT_ONCE_S = 1.0
"""What people do not notice when they call, or hang up."""


class Outcome(StrEnum):
    """From the best to the worst."""

    UNTOUCHED = "untouched"
    GAP = "gap"
    ANEW = "anew"
    LATER = "later"
    EARLY = "cut short"
    ENDED = "ended"
    LOST = "LOST"


@dataclass(frozen=True, kw_only=True)
class Fate:
    """One call's, or one agent's."""

    state: State
    who: str
    outcome: Outcome
    seconds: float = 0.0
    """How long the gap was, or how much later it came."""
    reason: str = ""
    """Of a loss, in words."""


def gone_on(customer: Customer, gap_s: float) -> Fate:
    """A call that went on, with or without a gap."""
    if gap_s <= JITTER_S:
        return Fate(state=customer.state, who=customer.name, outcome=Outcome.UNTOUCHED)
    return Fate(state=customer.state, who=customer.name, outcome=Outcome.GAP, seconds=gap_s)


def came(customer: Customer, after_s: float) -> Fate:
    """What should come at once came after so long."""
    if after_s <= AT_ONCE_S:
        return Fate(state=customer.state, who=customer.name, outcome=Outcome.UNTOUCHED)
    return Fate(state=customer.state, who=customer.name, outcome=Outcome.LATER, seconds=after_s)


def lost(customer: Customer, reason: str) -> Fate:
    """What must not be."""
    return Fate(state=customer.state, who=customer.name, outcome=Outcome.LOST, reason=reason)


def ended(customer: Customer) -> Fate:
    """It ended with the Asterisk that carried it."""
    return Fate(state=customer.state, who=customer.name, outcome=Outcome.ENDED)


def brief(error: Exception) -> str:
    """Its first line: phones tell all they did and heard below it."""
    return str(error).partition("\n")[0]


def seconds_between(one: Moment, other: Moment) -> float:
    """How long after the one the other was."""
    return (other.mono_ns - one.mono_ns) / 1e9


def two_at_once(rings: list[Call]) -> bool:
    """Did a second phone ring for the same customer while the first still did?"""
    for one, other in pairwise(rings):
        over = one.reached.get("ended")
        if over is None or over.mono_ns > other.began_at.mono_ns + JITTER_S * 1e9:
            return True
    return False
