"""One process's time as the leader of a floor: it decides, commits, performs and proves its leadership."""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import structlog

from acd.core.engine import Engine
from acd.runtime.boundaries import Boundaries
from acd.runtime.clock import Clock
from acd.runtime.lease import TICK_EVERY_S, FencedPerformer, Lease, ProvingJournal
from acd.runtime.loop import Loop, Observer
from acd.runtime.ports import Journal, JournalAway, Leadership, LeadershipLost, Performer

log = structlog.get_logger(__name__)
T = TypeVar("T")

PROOF_EVERY_S = 1.0
"""How often the leadership is proved when nothing is committed."""


class Overtaken(Exception):
    """Another process leads now: in the database, or at Asterisk. Nothing more of ours is sent."""


class Link(Performer, Protocol):
    """The way to Asterisk, as a leader needs it."""

    def look(self) -> None:
        """Look at Asterisk and tell what is there, as soon as possible."""


async def while_proving(leadership: Leadership, clock: Clock, work: Coroutine[Any, Any, T]) -> T:
    """Wait for what `work` returns before a tenure begins, and prove the leadership all the time: a leader
    that asks nothing is taken for dead.

    Raises:
        LeadershipLost: somebody else leads.
    """
    working = asyncio.create_task(work)
    try:
        while not working.done():
            with suppress(JournalAway):
                await _prove(leadership, clock)
            await asyncio.wait({working}, timeout=PROOF_EVERY_S)
        return working.result()
    finally:
        working.cancel()
        await asyncio.wait({working})


async def _prove(leadership: Leadership, clock: Clock) -> float:
    """Prove the leadership; the moment from which the proof counts.

    Raises:
        JournalAway: no answer.
        LeadershipLost: somebody else leads.
    """
    asked_at = clock.since_boot()
    if not await leadership.still_leading(asked_at):
        raise LeadershipLost("Another process leads this floor in the database.")
    return asked_at


class Tenure:
    """An asynchronous context in which `loop` runs; `overtaken` is set by whoever notices a successor."""

    def __init__(
        self,
        engine: Engine,
        journal: Journal,
        link: Link,
        leadership: Leadership,
        clock: Clock,
        *,
        overtaken: asyncio.Event,
        observers: Sequence[Observer] = (),
        boundaries: Boundaries | None = None,
    ) -> None:
        """`boundaries`: where a test may want the process to end."""
        self._link = link
        self._leadership = leadership
        self._clock = clock
        self._overtaken = overtaken
        self.lease = Lease(clock, proved_at=leadership.proved_at)
        self._performer = FencedPerformer(link, self.lease)
        performer: Performer = self._performer
        if boundaries is not None:
            journal, performer = boundaries.journal(journal), boundaries.performer(performer)
        self.loop = Loop(
            engine, ProvingJournal(journal, self.lease, clock), performer, clock, observers=observers
        )
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        self._tasks = {
            asyncio.create_task(self.loop.run(), name="loop"),
            asyncio.create_task(self._keep_proving(), name="proofs"),
            asyncio.create_task(self._keep_ticking(), name="ticks"),
        }
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)  # the first has been told, or none need be

    async def while_leading(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for what `work` returns; it is given up when the tenure ends first.

        Raises:
            Overtaken, LeadershipLost: somebody else leads.
        """
        working = asyncio.create_task(work)
        replaced = asyncio.create_task(self._overtaken.wait())
        try:
            done, _ = await asyncio.wait(
                {*self._tasks, working, replaced}, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            working.cancel()
            replaced.cancel()
            await asyncio.wait({working, replaced})
        if replaced in done:
            raise Overtaken("Another process has taken over our application at Asterisk.")
        for task in done - {working}:
            task.result()
        return working.result()

    async def _keep_proving(self) -> None:
        """Prove the leadership again and again, and make up for what was dropped while there was no proof.

        Raises:
            LeadershipLost: somebody else leads.
        """
        while True:
            with suppress(JournalAway):
                self.lease.prove(await _prove(self._leadership, self._clock))
                if dropped := self._performer.take_dropped():
                    log.warning("leading still, after commands were held back: looking", commands=dropped)
                    self._link.look()
            await asyncio.sleep(PROOF_EVERY_S)

    async def _keep_ticking(self) -> None:
        while True:
            self.lease.tick()
            await asyncio.sleep(TICK_EVERY_S)
