"""Reserves: agents whom a queue keeps for its own callers, while few of those who serve it are free."""

from collections.abc import Collection

from acd.core.matching.crew import NOBODY, Crew, Members, members
from acd.model.ids import QueueId
from acd.model.policy import Policy


class Reserves:
    """Which queues keep back whom, as agents become free and busy."""

    def __init__(self, policy: Policy, crew: Crew) -> None:
        self._kept = {queue.id: queue.reserve for queue in policy.queues.values() if queue.reserve}
        self._crew = {queue: crew.serving(queue) for queue in self._kept}
        self._queues_of: list[tuple[QueueId, ...]] = [()] * len(crew.names)
        for queue, serving in self._crew.items():
            for number in members(serving):
                self._queues_of[number] = (*self._queues_of[number], queue)
        self._free: dict[QueueId, dict[int, None]] = {queue: {} for queue in self._kept}
        """Of those who serve them."""
        self._kept_from: dict[QueueId, Members] = {}
        """What has been asked since a queue began or ceased to keep its agents."""

    def put(self, number: int) -> Collection[int]:
        """One more is free. Returns who is not kept back any more because of it."""
        released: dict[int, None] = {}
        for queue in self._queues_of[number]:
            free = self._free[queue]
            free[number] = None
            if len(free) == self._kept[queue] + 1:
                released |= free
                self._kept_from.clear()
        return released

    def discard(self, number: int) -> None:
        """One less is free."""
        for queue in self._queues_of[number]:
            free = self._free[queue]
            if len(free) == self._kept[queue] + 1:
                self._kept_from.clear()
            del free[number]

    def keeping(self, number: int) -> list[QueueId]:
        """The queues that keep a free agent back for their own callers at the moment."""
        queues = self._queues_of[number]
        return [queue for queue in queues if len(self._free[queue]) <= self._kept[queue]] if queues else []

    def kept_from(self, queue: QueueId) -> Members:
        """Whom other queues keep from the callers of this one at the moment."""
        kept = self._kept_from.get(queue)
        if kept is None:
            kept = NOBODY
            for other, crew in self._crew.items():
                if other != queue and len(self._free[other]) <= self._kept[other]:
                    kept |= crew
            self._kept_from[queue] = kept
        return kept
