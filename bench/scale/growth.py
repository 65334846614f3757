"""Memory over a million simulated calls: a process of its own that prints one sample a line.

    python -m bench.scale.growth [--calls 1000000] [--every 2000]

A sample is JSON: calls that are over, resident memory in MiB, seconds of processor time so far. The first
tenth of a run warms up: tables, caches and rings of the last ten thousand legs are filled then.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence

import msgspec

from acd.runtime import logs
from bench.numbers import count
from bench.scale.aside import lines_of
from bench.scale.hall import Hall
from bench.scale.trend import Trend, trend
from bench.scale.vitals import vitals_of

CALLS, EVERY = 1_000_000, 2_000
WARM_UP = 0.1
"""Share of the samples that show the filling of what has a fixed size."""
LONG_ENOUGH = 100_000
"""Calls: the warm-up is over by far, and a page more or less does not matter."""
ONE_REFERENCE_B = 8
"""Flat: growth is less than one forgotten reference for each call, with 95 % certainty."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One look at the process."""

    calls: int
    rss_mib: float
    cpu_s: float


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the memory."""

    samples: tuple[Sample, ...]
    trend_b: Trend
    """Bytes for each call, after the warm-up."""

    @property
    def is_long_enough(self) -> bool:
        """Whether it can be told at all."""
        return self.samples[-1].calls >= LONG_ENOUGH

    @property
    def is_flat(self) -> bool:
        """Whether less than one reference a call stays behind."""
        return self.trend_b.high < ONE_REFERENCE_B

    @property
    def calls_per_cpu_s(self) -> float:
        """How many calls one second of processor time carries."""
        return self.samples[-1].calls / self.samples[-1].cpu_s


def growth_of(samples: Sequence[Sample]) -> Growth:
    """The growth of a run.

    Raises:
        ValueError: there are too few samples.
    """
    warm = [sample for sample in samples if sample.calls > samples[-1].calls * WARM_UP]
    found = trend([(float(sample.calls), sample.rss_mib) for sample in warm])
    return Growth(samples=tuple(samples), trend_b=found.times(2**20))


def run_aside(calls: int, *, every: int = EVERY, told: Callable[[Sample], None] = lambda _: None) -> Growth:
    """Run the calls in a process of their own, which ends with this function."""
    samples = []
    for line in lines_of("bench.scale.growth", f"--calls={calls}", f"--every={every}"):
        samples.append(msgspec.json.decode(line, type=Sample))
        told(samples[-1])
    return growth_of(samples)


def main() -> None:
    """Be that process."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale.growth", description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=count, default=CALLS, metavar="N", help="how many (%(default)s)")
    parser.add_argument("--every", type=count, default=EVERY, metavar="N", help="calls between two samples")
    arguments = parser.parse_args()
    logs.set_up("warning", "console")
    hall = Hall()
    due = 0
    for over in hall.run(arguments.calls):
        if over >= due or over >= arguments.calls:
            due = over + arguments.every
            rss_mib = vitals_of(os.getpid()).rss_mib
            sample = Sample(calls=over, rss_mib=round(rss_mib, 3), cpu_s=round(time.process_time(), 2))
            print(msgspec.json.encode(sample).decode(), flush=True)
    hall.close()


if __name__ == "__main__":
    main()
