"""Rivals of the expected wait: each knows how long those before had to wait, and nothing else.

Each is asked at entry and told of every answer in the same queue, in the order in which they come.
"""

from typing import Protocol


class Estimate(Protocol):
    """Of the wait in one queue."""

    def expected_s(self) -> float:
        """What a caller who comes now would be told."""

    def answered(self, waited_s: float) -> None:
        """A caller was answered after so long."""


class LastEntered:
    """The delay of the last to enter service (Ibrahim & Whitt 2009, Real-time delay estimation based on delay
    history): the best that is known of those that look at delays only.
    """

    def __init__(self) -> None:
        self._last_s = 0.0

    def expected_s(self) -> float:
        """See `Estimate`."""
        return self._last_s

    def answered(self, waited_s: float) -> None:
        """See `Estimate`."""
        self._last_s = waited_s


class MovingAverage:
    """What app_queue calls the hold time and announces: three parts of what it was and one part of the wait
    of whoever was answered last, in whole seconds. The first wait counts whole.
    """

    def __init__(self) -> None:
        self._hold_s: int | None = None

    def expected_s(self) -> float:
        """See `Estimate`."""
        return float(self._hold_s or 0)

    def answered(self, waited_s: float) -> None:
        """See `Estimate`."""
        new = int(waited_s)
        self._hold_s = new if self._hold_s is None else (3 * self._hold_s + new) // 4


RIVALS: dict[str, type[LastEntered | MovingAverage]] = {
    "last entered": LastEntered,
    "app_queue": MovingAverage,
}
