"""Whether something grows: a straight line through its samples, and how sure we can be of its slope.

Samples that follow one another resemble one another, so that a plain regression is far too sure of itself.
Therefore the samples are put together into a few blocks first, and the line goes through the blocks' medians.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

BLOCKS = 20
LEAST_BLOCKS = 4
_T_95 = {2: 4.30, 3: 3.18, 4: 2.78, 5: 2.57, 6: 2.45, 8: 2.31, 10: 2.23, 14: 2.14, 18: 2.10}
"""Student's t for a 95 % interval, by degrees of freedom; in between the next lower one holds."""


@dataclass(frozen=True, kw_only=True)
class Trend:
    """A slope with its 95 % interval, in units of y for one of x."""

    slope: float
    low: float
    high: float

    def times(self, factor: float) -> "Trend":
        """The same in other units."""
        return Trend(slope=self.slope * factor, low=self.low * factor, high=self.high * factor)

    def __str__(self) -> str:
        return f"{self.slope:+.2f} [{self.low:+.2f}, {self.high:+.2f}]"


def trend(samples: Sequence[tuple[float, float]]) -> Trend:
    """Of samples (x, y) in the order of x.

    Raises:
        ValueError: there are too few of them.
    """
    blocks = min(BLOCKS, len(samples) // 2)
    if blocks < LEAST_BLOCKS:
        raise ValueError(f"{len(samples)} samples are too few for a trend: at least {2 * LEAST_BLOCKS}.")
    size = len(samples) / blocks
    parts = [samples[round(place * size) : round((place + 1) * size)] for place in range(blocks)]
    xs = [statistics.fmean(x for x, _ in part) for part in parts]
    ys = [statistics.median(y for _, y in part) for part in parts]
    slope, intercept = statistics.linear_regression(xs, ys)
    spread = sum((x - statistics.fmean(xs)) ** 2 for x in xs)
    rest = sum((y - intercept - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    error = math.sqrt(rest / (blocks - 2) / spread)
    reach = _T_95[max(free for free in _T_95 if free <= blocks - 2)] * error
    return Trend(slope=slope, low=slope - reach, high=slope + reach)
