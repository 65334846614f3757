"""Chance: one stream of it for each purpose, so that two companies meet the very same callers.

Whoever draws for something has a generator of its own, made of the seed, the number of the run and the
purpose. What is drawn for one purpose changes nothing of what is drawn for another: the fifth caller of a
stream calls at the same moment and talks as long, whatever company answers (common random numbers).
"""

from collections.abc import Callable, Mapping, Sequence
from math import log, sqrt
from random import Random

from acd.simulate.schema import Duration, Empirical, Erlang, Exponential, Fixed, Lognormal

Values = Mapping[str, Sequence[float]]
"""What stands in the files of empirical durations, by the name in the scenario; seconds."""

Draw = Callable[[], float]
"""Seconds, each time others."""


class Chance:
    """The chance of one run."""

    def __init__(self, seed: int, run: int) -> None:
        self._root = f"{seed}/{run}"

    def of(self, *purpose: str | int) -> Random:
        """The generator for a purpose, at its beginning."""
        return Random("/".join([self._root, *map(str, purpose)]))  # noqa: S311 - must be repeatable


def drawing(duration: Duration, chance: Random, values: Values) -> Draw:
    """What draws from a duration."""
    match duration:
        case Fixed(seconds=seconds):
            return lambda: seconds
        case Exponential(mean_s=mean_s):
            rate = 1.0 / mean_s
            return lambda: chance.expovariate(rate)
        case Lognormal(mean_s=mean_s, deviation_s=deviation_s):
            # Of the normal distribution behind it: variance ln(1 + (s/m)²), mean ln m - half of that.
            variance = log(1.0 + (deviation_s / mean_s) ** 2)
            middle, spread = log(mean_s) - variance / 2.0, sqrt(variance)
            return lambda: chance.lognormvariate(middle, spread)
        case Erlang(mean_s=mean_s, steps=steps):
            return lambda: chance.gammavariate(steps, mean_s / steps)
        case Empirical(file=file):
            known = values[file]
            return lambda: chance.choice(known)
