"""A priority queue whose entries can be replaced and discarded by key.

Stale entries stay in the heap until they surface; when they outnumber the live ones the heap is rebuilt, so
memory follows what is live and not what has happened.
"""

from heapq import heapify, heappop, heappush
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=str)


class LazyHeap(Generic[K]):
    """Keys ordered by a sortable rank; equal ranks by key."""

    def __init__(self) -> None:
        self._heap: list[tuple[Any, K]] = []
        self._rank: dict[K, Any] = {}

    def put(self, key: K, rank: Any) -> None:
        """Add the key, or move it to another rank."""
        if self._rank.get(key) == rank:
            return
        self._rank[key] = rank
        heappush(self._heap, (rank, key))
        if len(self._heap) > 2 * len(self._rank) + 32:
            self._heap = [(rank, key) for key, rank in self._rank.items()]
            heapify(self._heap)

    def discard(self, key: K) -> None:
        """Take the key out, if it is in."""
        self._rank.pop(key, None)

    def least(self) -> tuple[Any, K] | None:
        """The rank and key that come first, or None when empty."""
        while self._heap:
            rank, key = self._heap[0]
            if self._rank.get(key) == rank:
                return rank, key
            heappop(self._heap)
        return None

    def first(self, count: int) -> list[tuple[Any, K]]:
        """The first so many, in order."""
        found: list[tuple[Any, K]] = []
        while len(found) < count and (least := self.least()) is not None:
            heappop(self._heap)
            if found[-1:] != [least]:  # a key that has gone back to an earlier rank stands there twice
                found.append(least)
        for entry in found:
            heappush(self._heap, entry)
        return found
