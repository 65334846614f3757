"""The loop: inbox → engine → commit → perform.

Two tasks share it. One *decides*: it takes messages in the order they were told, lets the engine handle each,
performs at once what lets go or goes on with what is committed, and leaves the rest to the other. That one
*commits*: everything decided since its last commit goes to the journal as one batch, and only when it is
written are the claiming commands sent and the askers answered. So while Postgres is away the engine goes on
listening and letting go, decisions wait, and nothing that was acknowledged is lost.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

import structlog

from acd.core.engine import Engine
from acd.core.view import View
from acd.model.command import Command, DropRecording, EndBridge, EndLeg, StopPlayback
from acd.model.message import Heard, TimePassed
from acd.model.outcome import Done, Outcome, Record, Refused, Reply
from acd.runtime.clock import Clock
from acd.runtime.outbox import Outbox
from acd.runtime.ports import Batch, Entry, Journal, JournalAway, Performer

log = structlog.get_logger(__name__)

INBOX_LIMIT = 100_000
"""Messages told and not handled yet. More than that means we are not keeping up: better to say so."""

COMPANY_S = 0.02
"""How long an outcome whose commit nothing waits for may wait for others to share it.

An agent's next call is found a millisecond after the end of the last, when Asterisk says that the phone is
free: written down together they cost one flush, and the next call does not wait for two.
"""

AWAY_PAUSE_S = 0.2
"""Pause between attempts to commit while the database is away."""

Observer = Callable[[Outcome], None]
"""Told of every outcome as soon as it is decided: logs and metrics. Must be quick and must not raise."""


class InboxFull(Exception):
    """More messages wait than the service can hold; what is told now would be lost."""


class Pending:
    """What has been decided and not been committed."""

    def __init__(self) -> None:
        self.rows: dict[tuple[type, str], Record] = {}
        self.entries: list[Entry] = []
        self.outbox = Outbox()
        self.replies: list[tuple[asyncio.Future[Reply], Reply]] = []

    @property
    def is_urgent(self) -> bool:
        """Whether somebody waits for the commit: a command that it sets free, or an asker."""
        return bool(self.replies) or not self.outbox.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to commit and nobody to answer."""
        return self.outbox.is_empty and not (self.rows or self.entries or self.replies)

    def add(self, outcome: Outcome) -> None:
        """Merge one outcome: each row as it is now, the facts in order."""
        for row in outcome.rows:
            self.rows[type(row), row.id] = row
        if outcome.facts:
            self.entries.append(Entry(at=outcome.at, facts=outcome.facts))


class Loop:
    """Runs one engine. `tell` and `ask` may be called from the same event loop at any time."""

    def __init__(
        self,
        engine: Engine,
        journal: Journal,
        performer: Performer,
        clock: Clock,
        *,
        observers: Sequence[Observer] = (),
    ) -> None:
        self._engine = engine
        self._journal = journal
        self._performer = performer
        self._clock = clock
        self._observers = tuple(observers)
        self._inbox: deque[tuple[Heard, float, asyncio.Future[Reply] | None]] = deque()
        self._told = asyncio.Event()
        self._decided = asyncio.Event()
        self._urgent = asyncio.Event()
        self._pending = Pending()
        self._committing = Pending()
        self._timer: asyncio.TimerHandle | None = None
        self._armed_for: float | None = None
        self.journal_is_away = False

    @property
    def view(self) -> View:
        """The floor, for those who only look."""
        return self._engine.view

    @property
    def backlog(self) -> int:
        """Messages told and not handled yet."""
        return len(self._inbox)

    def now(self) -> float:
        """The moment by the loop's clock."""
        return self._clock.now()

    def tell(self, message: Heard) -> None:
        """Hand over a message; it is stamped with this moment.

        Raises:
            InboxFull: the service does not keep up. What was told is not taken.
        """
        self._take_in(message, None)

    async def ask(self, message: Heard) -> Reply:
        """Hand over a request and wait until it is decided and committed, or refused."""
        reply: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        try:
            self._take_in(message, reply)
        except InboxFull:
            return Refused(reason="The service is overloaded; try again in a moment.")
        return await reply

    def _take_in(self, message: Heard, reply: asyncio.Future[Reply] | None) -> None:
        if len(self._inbox) >= INBOX_LIMIT:
            raise InboxFull(f"{INBOX_LIMIT} messages wait already")
        self._inbox.append((message, self._clock.now(), reply))
        self._told.set()

    async def run(self) -> None:
        """Decide and commit until cancelled, or until one of the two fails.

        Raises:
            LeadershipLost: another process leads the floor now.
        """
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._decide(), name="decide")
                tasks.create_task(self._commit(), name="commit")
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None

    async def settled(self) -> None:
        """Return when everything told so far is handled and committed."""
        await self.ask(TimePassed())

    # --- deciding -------------------------------------------------------------------------------------

    async def _decide(self) -> None:
        self._arm()
        while True:
            await self._told.wait()
            self._told.clear()
            while self._inbox:
                message, at, reply = self._inbox.popleft()
                self._handle(message, at, reply)
            self._arm()

    def _handle(self, message: Heard, at: float, reply: asyncio.Future[Reply] | None) -> None:
        outcome = self._engine.handle(message, at)
        for observe in self._observers:
            observe(outcome)
        if reply is not None:
            self._pending.replies.append((reply, outcome.reply or Done()))
        if not outcome.is_empty:
            self._pending.add(outcome)
            for command in outcome.commands:
                self._dispatch(command)
            for command in self._pending.outbox.take_continuing():
                self._performer.perform(command)
        if not self._pending.is_empty:
            self._decided.set()
        if self._pending.is_urgent:
            self._urgent.set()

    def _dispatch(self, command: Command) -> None:
        """Let go at once; hold the rest."""
        match command:
            case EndLeg() | StopPlayback() | DropRecording() | EndBridge():
                self._committing.outbox.strike(command)
                self._pending.outbox.strike(command)
                self._performer.perform(command)
            case _:
                self._pending.outbox.hold(command)

    def _arm(self) -> None:
        """Keep one timer, for the engine's next deadline."""
        deadline = self._engine.deadline()
        if deadline == self._armed_for:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._armed_for = deadline
        self._timer = None
        if deadline is not None:
            delay_s = max(0.0, deadline - self._clock.now())
            self._timer = asyncio.get_running_loop().call_later(delay_s, self._ring)

    def _ring(self) -> None:
        self._armed_for = None
        self.tell(TimePassed())

    # --- committing -----------------------------------------------------------------------------------

    async def _commit(self) -> None:
        while True:
            await self._decided.wait()
            await self._wait_for_company()
            self._decided.clear()
            self._urgent.clear()
            self._committing, self._pending = self._pending, Pending()
            await self._write(self._committing)
            for command in self._committing.outbox.take():
                self._performer.perform(command)
            await asyncio.sleep(0)  # they leave now, before the next commit is put together
            for future, reply in self._committing.replies:
                if not future.done():
                    future.set_result(reply)
            self._committing = Pending()

    async def _wait_for_company(self) -> None:
        try:
            async with asyncio.timeout(COMPANY_S):
                await self._urgent.wait()
        except TimeoutError:
            pass

    async def _write(self, pending: Pending) -> None:
        """Commit, however long the database is away."""
        batch = Batch(rows=tuple(pending.rows.values()), entries=tuple(pending.entries))
        if not (batch.rows or batch.entries):
            return
        while True:
            try:
                await self._journal.commit(batch)
            except JournalAway as away:
                if not self.journal_is_away:
                    log.warning("database away: decisions wait, calls go on", reason=str(away))
                self.journal_is_away = True
                await asyncio.sleep(AWAY_PAUSE_S)
            else:
                if self.journal_is_away:
                    log.warning("database back: decisions are committed again")
                self.journal_is_away = False
                return
