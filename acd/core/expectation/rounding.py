"""What people are told: a range between round numbers of minutes, or nothing where it would be too vague."""

from bisect import bisect_left, bisect_right
from math import sqrt

from acd.model.promise import ROUND_MIN

VAGUE_S = 600.0
"""A range that is wider than this, and wider than the wait itself, is of no use to anybody."""

_STEPS_S = tuple(minutes * 60.0 for minutes in ROUND_MIN)


def around(expected_s: float, *, step_s: float, spread: float) -> tuple[float, float] | None:
    """The rounded range about an expected wait, in seconds; None where it would be too vague.

    Of waits that are sums of exponential times about seven in ten lie within one standard deviation of their
    mean; as both ends are rounded outwards, rather more in what is told.

    Args:
        expected_s: the mean.
        step_s: until one agent is done, on average.
        spread: of the variance that exponential service has.
    """
    deviation_s = sqrt(spread * step_s * max(expected_s, step_s))
    low_s, high_s = max(0.0, expected_s - deviation_s), expected_s + deviation_s
    if high_s - low_s > max(VAGUE_S, expected_s) or high_s > _STEPS_S[-1]:
        return None
    return _STEPS_S[bisect_right(_STEPS_S, low_s) - 1], _STEPS_S[bisect_left(_STEPS_S, high_s)]
