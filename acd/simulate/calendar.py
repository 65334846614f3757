"""Calendar: at which moments an agent comes, takes a break and goes."""

from collections.abc import Iterator
from enum import StrEnum

from acd.simulate.arrivals import DAY_S, clock_s
from acd.simulate.schema import Habits


class Duty(StrEnum):
    """What the calendar has an agent do."""

    OUT = "out"
    BREAK = "break"
    WORK = "work"


def duties(habits: Habits, midnight: float, begins_at: float) -> Iterator[tuple[float, Duty]]:
    """What an agent is to do from when on: first at the beginning, then at each change, day after day.

    Args:
        midnight: the local one before the beginning, in seconds since the epoch. Days have 24 hours.
        begins_at: of the run, likewise.
    """
    if habits.shifts is None and not habits.breaks:
        yield begins_at, Duty.WORK
        return
    plan = _plan(habits)
    last: Duty | None = None
    day = midnight
    while True:
        for begin_s, end_s, duty in plan:
            if day + end_s > begins_at and duty is not last:
                yield max(begins_at, day + begin_s), duty
                last = duty
        if all(duty is last for _, _, duty in plan):
            return
        day += DAY_S


def _plan(habits: Habits) -> list[tuple[float, float, Duty]]:
    """The day: from, to (in seconds since midnight) and what is done."""
    clocks = {clock_s(clock) for span in _spans(habits) for clock in span.split("-")}
    changes = sorted({0.0, *clocks} - {DAY_S})
    return [
        (begin_s, end_s, _duty(habits, begin_s))
        for begin_s, end_s in zip(changes, [*changes[1:], DAY_S], strict=True)
    ]


def _spans(habits: Habits) -> tuple[str, ...]:
    return (*(habits.shifts or ()), *habits.breaks)


def _duty(habits: Habits, at_s: float) -> Duty:
    if habits.shifts is not None and not _within(habits.shifts, at_s):
        return Duty.OUT
    return Duty.BREAK if _within(habits.breaks, at_s) else Duty.WORK


def _within(spans: tuple[str, ...], at_s: float) -> bool:
    return any(clock_s(begin) <= at_s < clock_s(end) for begin, end in (span.split("-") for span in spans))
