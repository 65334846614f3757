"""The named formulas, one function each, as the glossary words them. None: there was nothing to measure.

Where sites dispute a formula it is a named policy, never a hidden choice: see `ServiceLevel`.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

import msgspec

from acd.kpi.intervals import AgentBucket, AgentInterval
from acd.kpi.visits import Result, Visit


class ServiceLevelFormula(StrEnum):
    """Of whom the calls answered in time are a share."""

    OF_OFFERED_LESS_SHORT_ABANDONS = "of_offered_less_short_abandons"
    """Of all who entered the queue, less those who left so soon that nobody could have answered."""
    OF_OFFERED = "of_offered"
    """Of all who entered the queue."""
    OF_ANSWERED = "of_answered"
    """Of those who were answered: flatters a queue that many leave."""


class ServiceLevel(msgspec.Struct, frozen=True, kw_only=True):
    """How a queue measures its service level."""

    within_s: float
    """An answer by then is in time; the clock starts at queue entry."""
    short_abandon_s: float = 5.0
    """Leaving before that is a short abandon."""
    formula: ServiceLevelFormula = ServiceLevelFormula.OF_OFFERED_LESS_SHORT_ABANDONS


def abandonment_rate(visits: Collection[Visit]) -> float | None:
    """Abandoned / offered to the queue; 0 to 1.

    Source: `PlaceTaken` is an offer to the queue, `ContactEnded` before an answer an abandonment.
    """
    return _share(_count(visits, Result.ABANDONED), _offered(visits))


def asa_s(visits: Collection[Visit]) -> float | None:
    """Average speed of answer: Σ wait of the answered / answered, in seconds.

    Source: from `PlaceTaken` to the `TalkBegan` that held.
    """
    waits_s = [visit.waited_s for visit in visits if visit.result is Result.ANSWERED]
    return _share(sum(waits_s), len(waits_s))


def aht_s(intervals: Iterable[AgentInterval]) -> float | None:
    """Average handling time: Σ(talk + hold + wrap-up) / handled, in seconds. Hold is part of the talk's time.

    Source: the agents' books; handled are the contacts that an agent talked to or worked on
    afterwards. The moments until the two hear each other are not talk.
    """
    handled = set()
    spent_s = 0.0
    for interval in intervals:
        if interval.bucket in (AgentBucket.TALKING, AgentBucket.WRAP_UP):
            spent_s += interval.length_s
            handled.add(interval.contact)
    return _share(spent_s, len(handled))


def service_level(visits: Collection[Visit], policy: ServiceLevel) -> float | None:
    """The share of calls answered in time, 0 to 1, by the formula that the policy names.

    Source: from `PlaceTaken` to the `TalkBegan` that held, or to `ContactEnded`.
    """
    answered = [visit for visit in visits if visit.result is Result.ANSWERED]
    in_time = sum(1 for visit in answered if visit.waited_s <= policy.within_s)
    match policy.formula:
        case ServiceLevelFormula.OF_OFFERED:
            return _share(in_time, _offered(visits))
        case ServiceLevelFormula.OF_ANSWERED:
            return _share(in_time, len(answered))
        case ServiceLevelFormula.OF_OFFERED_LESS_SHORT_ABANDONS:
            short = sum(
                1
                for visit in visits
                if visit.result is Result.ABANDONED and visit.waited_s < policy.short_abandon_s
            )
            return _share(in_time, _offered(visits) - short)


def _offered(visits: Collection[Visit]) -> int:
    """How many have been offered to the queue. Who has taken the place along to another call came once."""
    return len(visits) - _count(visits, Result.WITHDRAWN)


def _count(visits: Iterable[Visit], result: Result) -> int:
    return sum(1 for visit in visits if visit.result is result)


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
