"""Reserves: agents whom a queue keeps for its own callers, while few of those who serve it are free.

Never all who are at work: where no more are, callers of other queues would wait for nobody. And whom several
queues keep serves the callers of each of them, or nobody would be served.
"""

from collections.abc import Collection

from acd.core.matching.crew import NOBODY, Crew, Members, members
from acd.model.ids import QueueId
from acd.model.policy import Policy


class Reserves:
    """Which queues keep back whom, as agents become free and busy, come and go."""

    def __init__(self, policy: Policy, crew: Crew) -> None:
        self._reserve = {queue.id: queue.reserve for queue in policy.queues.values() if queue.reserve}
        self._crew = {queue: crew.serving(queue) for queue in self._reserve}
        self._queues_of: list[tuple[QueueId, ...]] = [()] * len(crew.names)
        for queue, serving in self._crew.items():
            for number in members(serving):
                self._queues_of[number] = (*self._queues_of[number], queue)
        self._free: dict[QueueId, dict[int, None]] = {queue: {} for queue in self._reserve}
        """Of those who serve them."""
        self._at_work = dict.fromkeys(self._reserve, 0)
        """So many are free, or busy for a moment only."""
        self._keeping = dict.fromkeys(self._reserve, False)
        self._kept_from: dict[QueueId, Members] = {}
        """What has been asked since a queue began or ceased to keep its agents."""

    def see(self, number: int, *, free: int, at_work: int) -> Collection[int]:
        """One more (1) or less (-1) is free, or at work. Returns the free agents to whom more may be offered
        now, or less.
        """
        concerned: dict[int, None] = {}
        for queue in self._queues_of[number]:
            of_queue = self._free[queue]
            if free > 0:
                of_queue[number] = None
            elif free < 0:
                del of_queue[number]
            self._at_work[queue] += at_work
            keeping = len(of_queue) <= min(self._reserve[queue], self._at_work[queue] - 1)
            if keeping is not self._keeping[queue]:
                self._keeping[queue] = keeping
                self._kept_from.clear()
                concerned |= of_queue
        return concerned

    def keepers(self, number: int) -> tuple[QueueId, ...]:
        """The queues that keep a free agent for their own callers at the moment."""
        queues = self._queues_of[number]
        return tuple(queue for queue in queues if self._keeping[queue]) if queues else ()

    def kept_from(self, queue: QueueId) -> Members:
        """Whom other queues keep from the callers of this one at the moment."""
        kept = self._kept_from.get(queue)
        if kept is None:
            kept = NOBODY
            for other, crew in self._crew.items():
                kept |= crew if self._keeping[other] else NOBODY
            if self._keeping.get(queue):
                kept &= ~self._crew[queue]
            self._kept_from[queue] = kept
        return kept
