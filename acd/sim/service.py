"""One run of the service in a simulated process: put together as by `acd.app.composition`, with other ports.

It takes the leadership, reads the books, and serves until it is told to stop, overtaken or killed.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from random import Random
from typing import Any

from acd.asterisk.ari.link import AriLink
from acd.core.floor import Floor
from acd.model.message import FromAgent, FromSupervisor, PolicyApplied
from acd.model.outcome import Outcome, Reply
from acd.model.policy import Policy
from acd.runtime.lease import Lease
from acd.runtime.ports import JournalAway
from acd.runtime.tenure import Tenure
from acd.sim.company import BEGINNING
from acd.sim.coverage import CountedEngine, Coverage
from acd.sim.doors import SimSideDoor, SimSocket
from acd.sim.journal import SimJournal
from acd.sim.leadership import SimLeadership, SimStandBy
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.network import Network
from acd.sim.phones import PhoneBoard
from acd.sim.postgres import NotLeading, SimPostgres

APP = "acd"
FLOOR = "main"

RETRY_S = 1.0
"""Pause between attempts to reach the database."""

SETTLE_S = 3.0
"""How long an orderly end waits for the last decisions to be committed."""


class SimClock:
    """A `Clock` that tells the loop's time."""

    def __init__(self, loop: SimLoop) -> None:
        self._loop = loop

    def now(self) -> float:
        """See `Clock`."""
        return BEGINNING + self._loop.time()

    def since_boot(self) -> float:
        """See `Clock`."""
        return self._loop.time()


class Surroundings:
    """What a process finds: the loop, the parts it talks to, and who looks on."""

    def __init__(
        self,
        *,
        loop: SimLoop,
        dice: Random,
        postgres: SimPostgres,
        network: Network,
        board: PhoneBoard,
        company: Policy,
        coverage: Coverage,
        observe: "Callable[[Service, Outcome], None]",
        one_machine: bool,
    ) -> None:
        self.loop = loop
        self.dice = dice
        self.postgres = postgres
        self.network = network
        self.board = board
        self.company = company
        """In force at the very first start."""
        self.coverage = coverage
        self.observe = observe
        self.one_machine = one_machine
        """All services run there; else each place, the first letter of their names, is a machine."""


class Service:
    """One process, from its start to its end."""

    def __init__(self, name: str, around: Surroundings) -> None:
        self.process = SimProcess(name, machine="" if around.one_machine else name[0])
        self.tenure: Tenure | None = None
        """While it serves."""
        self.link: AriLink | None = None
        self.floor: Floor | None = None
        self.lease: Lease | None = None
        self.epoch = 0
        self._around = around
        self._clock = SimClock(around.loop)
        self._stop = asyncio.Event()

    @property
    def is_serving(self) -> bool:
        """Whether it leads and its doors are open; it may be frozen."""
        return self.process.alive and self.tenure is not None

    def doubt(self) -> None:
        """It gets an answer that it does not understand, and so looks at Asterisk."""
        if self.link is not None:
            self._around.loop.in_process(self.process, self._around.loop.time(), self.link.look)

    def stop(self) -> None:
        """SIGTERM."""
        self._around.loop.in_process(self.process, self._around.loop.time(), self._stop.set)

    def ask(self, message: FromAgent | FromSupervisor, told: Callable[[Reply | None], object]) -> None:
        """Carry out the wish of an agent or a supervisor; `told` gets None when nobody answers."""
        loop = self._around.loop
        loop.in_process(self.process, loop.time(), self._begin, lambda: self._ask(message, told))

    def apply(self, change: Callable[[Policy, int], Policy]) -> None:
        """Put the next version of the company in force, made from the one before and its number."""
        loop = self._around.loop
        loop.in_process(self.process, loop.time(), self._begin, lambda: self._apply(change))

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._around.loop.create_task(work())

    async def _ask(self, message: FromAgent | FromSupervisor, told: Callable[[Reply | None], object]) -> None:
        reply = await self.tenure.loop.ask(message) if self.tenure is not None else None
        self._around.loop.in_world(0.0, told, reply)

    async def _apply(self, change: Callable[[Policy, int], Policy]) -> None:
        tenure, postgres = self.tenure, self._around.postgres
        if tenure is None:
            return
        policy = change(tenure.loop.view.policy, len(postgres.policies) + 1)
        with suppress(JournalAway, NotLeading):
            session = await postgres.connect(self.process)
            await session.ask(lambda: postgres.save_policy(self.epoch, policy))
            session.close()
            await tenure.loop.ask(PolicyApplied(policy=policy))

    async def main(self) -> None:
        """The process.

        Raises:
            Overtaken, LeadershipLost, JournalAway: it cannot go on; the supervisor starts another.
        """
        around = self._around
        async with AsyncExitStack() as ending:
            leadership = await self._lead()
            ending.push_async_callback(leadership.give_up)
            self.epoch = leadership.epoch
            policy, floor = await self._open_books(leadership)
            journal = SimJournal(
                around.postgres,
                self.process,
                epoch=leadership.epoch,
                commit_no=leadership.commit_no,
            )
            ending.callback(journal.close)
            replaced = asyncio.Event()
            link = self._link_to(replaced)
            tenure = await ending.enter_async_context(
                Tenure(
                    CountedEngine(floor, around.coverage),
                    journal,
                    link,
                    leadership,
                    self._clock,
                    replaced=replaced,
                    observers=(self._observe,),
                )
            )
            self.floor, self.lease = floor, tenure.lease
            await tenure.while_leading(tenure.loop.ask(PolicyApplied(policy=policy)))
            await tenure.wait_alone()
            link.start(tenure.loop.tell)
            ending.push_async_callback(link.aclose)
            ending.callback(around.board.follow(self.process, tenure.loop.tell).close)
            self.link, self.tenure = link, tenure
            ending.callback(self._close)
            await tenure.while_leading(self._stop.wait())
            with suppress(TimeoutError):
                async with asyncio.timeout(SETTLE_S):
                    await tenure.loop.settled()

    def _close(self) -> None:
        self.tenure = None

    def _observe(self, outcome: Outcome) -> None:
        self._around.observe(self, outcome)

    async def _lead(self) -> SimLeadership:
        stand_by = SimStandBy(self._around.postgres, self.process, FLOOR, self._clock)
        while True:
            try:
                return await stand_by.lead()
            except JournalAway:
                await asyncio.sleep(RETRY_S)

    async def _open_books(self, leadership: SimLeadership) -> tuple[Policy, Floor]:
        postgres = self._around.postgres
        session = await postgres.connect(self.process)
        policies = await session.ask(lambda: tuple(postgres.policies))
        if not policies:
            policies = (self._around.company,)
            await session.ask(lambda: postgres.save_policy(leadership.epoch, policies[0]))
        within_s, tables = policies[-1].recognition.within_s, postgres.tables
        records, dropped, dials = await session.ask(
            lambda: (tables.live_records(), tables.dropped(within_s), tables.dials())
        )
        session.close()
        return policies[-1], Floor.of(
            policies[-1],
            leadership.epoch,
            earlier=policies[:-1],
            dropped=dropped,
            dials=dials,
            records=records,
        )

    def _link_to(self, replaced: asyncio.Event) -> AriLink:
        around = self._around
        return AriLink(
            APP,
            self._clock,
            replaced.set,
            open_socket=lambda hear: SimSocket(
                around.network, self.process, APP, hear, jitter=around.dice.random
            ),
            side_door=SimSideDoor(around.network, self.process),
        )
