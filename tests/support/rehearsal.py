"""A service without Asterisk and PostgreSQL: the real engine and loop between a journal in memory and a
performer that notes. What Asterisk would tell is told by the test.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Self, TypeVar

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.diff import diff
from acd.company.prompts import prompts_of
from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.core.view import View
from acd.lab.ports import HOST, free_ports
from acd.model.message import AsteriskSeen, FromAgent, FromSupervisor, Heard, PolicyApplied
from acd.model.outcome import Reply
from acd.model.overlay import Overlay
from acd.model.policy import Policy
from acd.runtime.clock import WallClock
from acd.runtime.loop import Loop
from acd.runtime.ports import Entry, JournalAway
from acd.web.metrics import Metrics
from acd.web.servers import ControlServer, HealthServer
from acd.web.service import Applied, NotApplied, Readiness
from tests.support.memory_journal import MemoryJournal
from tests.support.noting_performer import NotingPerformer

T = TypeVar("T")

COMPANY = Path(__file__).parent / "rehearsal.yaml"


class RehearsalService:
    """The port `acd.web.service.Service`. Made inside the event loop that it is to run in."""

    def __init__(self) -> None:
        checked = check(COMPANY.read_bytes(), COMPANY.parent)
        assert isinstance(checked, CheckedCompany)
        self._in_force = checked
        clock = WallClock()
        policy = _policy(checked, version=1)
        floor = Floor(policy, epoch=1)
        for agent in policy.agents:
            floor.put(new_agent(agent, clock.now()))
        self.journal = MemoryJournal()
        self.performer = NotingPerformer()
        self.metrics = Metrics(self)
        self.loop = Loop(Engine(floor), self.journal, self.performer, clock, observers=(self.metrics.count,))
        self.breaks_down = False
        """While true, reading a story fails as a fault of the program would."""

    @property
    def view(self) -> View:
        """See the port."""
        return self.loop.view

    @property
    def backlog(self) -> int:
        """See the port."""
        return self.loop.backlog

    def now(self) -> float:
        """See the port."""
        return self.loop.now()

    async def ask(self, message: FromAgent | FromSupervisor) -> Reply:
        """See the port."""
        return await self.loop.ask(message)

    async def apply(self, content: bytes, path: str, author: str) -> Applied | NotApplied:
        """See the port."""
        if self.journal.away:
            raise JournalAway("switched off by the test")
        checked = check(content, Path(path).parent)
        if not isinstance(checked, CheckedCompany):
            return NotApplied(reasons=tuple(mistake.told(Path(path).name) for mistake in checked))
        changes = diff(self._in_force.company, checked.company)
        version = self.view.policy.version + bool(changes)
        await self.loop.ask(PolicyApplied(policy=_policy(checked, version=version)))
        self._in_force = checked
        notes = ("heard by the rehearsal",)
        return Applied(version=version, changes=tuple(map(str, changes)), notes=notes)

    async def story(self, contact: str) -> tuple[Entry, ...]:
        """See the port."""
        if self.breaks_down:
            raise RuntimeError("broken by the test")
        if self.journal.away:
            raise JournalAway("switched off by the test")
        return self.journal.story(contact)

    async def past_overlays(self) -> tuple[Overlay, ...]:
        """See the port."""
        if self.journal.away:
            raise JournalAway("switched off by the test")
        rows = {
            row.id: row for batch in self.journal.batches for row in batch.rows if isinstance(row, Overlay)
        }
        return tuple(row for row in reversed(rows.values()) if row.is_over)

    def readiness(self) -> Readiness:
        """See the port."""
        troubles = []
        if not self.view.connected:
            troubles.append("Asterisk: it is not connected.")
        if self.loop.journal_is_away:
            troubles.append("Database: it does not answer.")
        return Readiness(
            leads=True,
            asterisk=self.view.connected,
            database=not self.loop.journal_is_away,
            phones=True,
            company_version=self.view.policy.version,
            troubles=tuple(troubles),
        )


class Rehearsal:
    """A `RehearsalService` with its doors open, in a thread of its own: for tests that stand outside."""

    def __init__(self, directory: Path) -> None:
        self.control_socket = directory / "control.sock"
        self._ports = free_ports()
        self.health = f"http://{HOST}:{self._ports.http}"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="rehearsal")
        self._ending = AsyncExitStack()
        self.service: RehearsalService

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self._await(self._start())
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        self._await(self._ending.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def hear(self, *messages: Heard) -> None:
        """Let the service take messages, and return when all that comes of them is committed."""

        async def tell() -> None:
            for message in messages:
                self.service.loop.tell(message)
            await self.service.loop.settled()

        self._await(tell())

    def do(self, act: Callable[[], T]) -> T:
        """Do something where the service runs."""

        async def done() -> T:
            return act()

        return self._await(done())

    def wait(self, awaited: Callable[[], Awaitable[None]]) -> None:
        """Wait for something where the service runs."""

        async def waited() -> None:
            await awaited()

        self._await(waited())

    def _await(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _start(self) -> None:
        self.service = RehearsalService()
        deciding = asyncio.create_task(self.service.loop.run())
        self._ending.push_async_callback(_end, deciding)
        self.service.loop.tell(AsteriskSeen(asked_at=self.service.now(), legs=(), bridges=()))
        await self.service.loop.settled()
        self.service.metrics.watch(self.service)
        for server in (
            HealthServer(self.service, self.service.metrics, host=HOST, port=self._ports.http),
            ControlServer(self.service, self.control_socket),
        ):
            await server.start()
            self._ending.push_async_callback(server.aclose)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait((task,))


def _policy(checked: CheckedCompany, *, version: int) -> Policy:
    sounds = {name: f"sound:{name}" for name in prompts_of(checked.company)}
    return policy_of(checked.company, version=version, sounds=sounds, year=2026)
