"""Agenda: the clock of a run, and what is to happen when. The clock stands still between two moments."""

import heapq
from collections.abc import Callable
from itertools import count
from math import inf
from typing import Any


class Agenda:
    """What happens at the same moment happens in the order in which it came about."""

    def __init__(self, begins_at: float) -> None:
        self.now = begins_at
        """Seconds since the epoch."""
        self._later: list[tuple[float, int, Callable[[Any], None], Any]] = []
        self._ticket = count()

    def at(self, at: float, happens: Callable[[Any], None], what: Any) -> None:
        """Let something happen at a moment."""
        heapq.heappush(self._later, (at, next(self._ticket), happens, what))

    @property
    def next_at(self) -> float:
        """The moment at which something happens next; infinite if nothing does."""
        return self._later[0][0] if self._later else inf

    def happen(self) -> None:
        """What is next happens."""
        at, _, happens, what = heapq.heappop(self._later)
        self.turn_to(at)
        happens(what)

    def turn_to(self, at: float) -> None:
        """Turn the clock; never back."""
        self.now = max(self.now, at)
