"""A line: keys by rank, of which any can leave, and of which it can be said how many stand before a rank.

A sorted list. Joining and leaving move what stands behind, which for ten thousand is a few microseconds; and
who comes later mostly joins at the end.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=str | int)


class Line(Generic[K]):
    """Keys ordered by a sortable rank; equal ranks by key."""

    def __init__(self) -> None:
        self.rank: dict[K, Any] = {}
        """Of every key in the line. To be read only."""
        self._order: list[tuple[Any, K]] = []

    def __len__(self) -> int:
        """How many there are."""
        return len(self._order)

    def __iter__(self) -> Iterator[K]:
        """The keys, the smallest rank first. Nobody may join or leave meanwhile."""
        return (key for _, key in self._order)

    def put(self, key: K, rank: Any) -> None:
        """Add the key, or move it to another rank."""
        if self.rank.get(key) == rank:
            return
        self.discard(key)
        self.rank[key] = rank
        insort(self._order, (rank, key))

    def discard(self, key: K) -> None:
        """Take the key out, if it is in."""
        if key in self.rank:
            del self._order[self.before(self.rank.pop(key), key)]

    def least(self) -> tuple[Any, K] | None:
        """The rank and key that come first, or None when empty."""
        return self._order[0] if self._order else None

    def before(self, rank: Any, key: K) -> int:
        """How many come before this rank and key, which need not be in the line."""
        return bisect_left(self._order, (rank, key))
