"""The clock: the only place that reads one.

Moments are seconds since the epoch. Within one process they never go back, whatever happens to the clock on
the wall: it is read once, and from then on the monotonic clock counts. Nor do they from one process to the
next: whoever takes over goes on from the last moment in the books, if its own clock is behind. Ages of proofs
are measured by another: the one that goes on while the machine sleeps.
"""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the moment. The simulator has one of its own."""

    def now(self) -> float:
        """The moment, in seconds since the epoch; never smaller than before."""

    def since_boot(self) -> float:
        """Seconds since the machine was started, those it slept included; for ages, never for the books."""


class WallClock:
    """Wall time at the start of the process, moved on by the monotonic clock."""

    def __init__(self) -> None:
        self._offset_s = time.time() - time.monotonic()

    def now(self) -> float:
        """The moment, in seconds since the epoch."""
        return self._offset_s + time.monotonic()

    def not_before(self, moment: float) -> float:
        """Go on from this moment if our own is earlier; by how many seconds it was.

        The books may have been written by a clock that was ahead of ours: another machine's, or this one's
        before it was set back. Whoever compared their moments with earlier ones would take what is over for
        what has yet to begin.
        """
        behind_s = max(0.0, moment - self.now())
        self._offset_s += behind_s
        return behind_s

    def since_boot(self) -> float:
        """Seconds since the machine was started, those it slept included."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)
