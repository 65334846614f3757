"""Estimates: the mean over independent runs, and how far it may be off.

Runs are independent of one another, so the half-width of the 95 % confidence interval of a mean over n of
them is t(n - 1) · s / √n, with Student's t (Law, *Simulation Modeling and Analysis*, on terminating runs
and replications).
"""

from collections.abc import Iterable
from functools import cache
from math import atan, cos, pi, sin, sqrt
from statistics import fmean, stdev

import msgspec

CONFIDENCE = 0.95


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """The mean of a figure over the runs in which there was something to measure."""

    mean: float | None
    """None: there was nothing to measure in any run."""
    half_width: float | None
    """Of its 95 % confidence interval. None: one run says nothing of that."""

    def covers(self, value: float) -> bool:
        """Whether a value lies within the interval."""
        if self.mean is None or self.half_width is None:
            return False
        return abs(value - self.mean) <= self.half_width


def estimate(values: Iterable[float | None]) -> Estimate:
    """The estimate from the figure of each run; None where a run had nothing to measure."""
    known = [value for value in values if value is not None]
    if not known:
        return Estimate(mean=None, half_width=None)
    count = len(known)
    half_width = student_t(count - 1) * stdev(known) / sqrt(count) if count > 1 else None
    return Estimate(mean=fmean(known), half_width=half_width)


@cache
def student_t(freedom: int, confidence: float = CONFIDENCE) -> float:
    """How many standard errors to either side hold a share `confidence` of Student's t distribution.

    By bisection of its exact distribution function.
    """
    low, high = 0.0, 1e4
    for _ in range(100):
        middle = (low + high) / 2.0
        if _within(middle, freedom) < confidence:
            low = middle
        else:
            high = middle
    return high


def _within(t: float, freedom: int) -> float:
    """P(|T| ≤ t) for a whole number of degrees of freedom.

    Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    angle = atan(t / sqrt(freedom))
    cosine, sine = cos(angle), sin(angle)
    odd = freedom % 2 == 1
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for step in range(1 if odd else 0, freedom - 1, 2):
        total += term
        term *= cosine * cosine * (step + 1) / (step + 2)
    return 2.0 / pi * (angle + sine * total) if odd else sine * total
