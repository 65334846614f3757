"""One contract for two journals: the one on PostgreSQL, and the one of the simulator, which stands for it.

Each story is told to both. `House` hides what differs: how the leadership is taken, and how the way breaks.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from random import Random
from typing import Literal, Protocol

import psycopg
import pytest

from acd.model.contact import Contact
from acd.runtime.ports import Journal, JournalAway, LeadershipLost
from acd.sim.journal import SimJournal
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.postgres import SimPostgres
from acd.store.connection import Limits
from acd.store.journal import PostgresJournal
from acd.store.refusal import JournalRefused
from tests.store import books
from tests.store.books import agent, batch, contact, numbered, offer
from tests.store.leading import lead
from tests.store.wire import Wire, wired

LIMITS = Limits(answer_s=0.5)


class House(Protocol):
    """A database with a journal on it."""

    @property
    def journal(self) -> Journal:
        """Of the leader at the beginning."""

    async def be_overtaken(self) -> Journal:
        """Another takes the leadership; returns its journal."""

    def break_next(self, when: Literal["before", "after"]) -> None:
        """The way to the database breaks with the next commit: before it is done, or after."""

    def mend(self) -> None:
        """The way holds again."""

    async def written(self) -> list[str]:
        """The contacts of the facts, in the order in which they were written."""

    async def contacts(self) -> list[str]:
        """The rows of contacts."""


class RealHouse:
    def __init__(self, dsn: str, wire: Wire, journal: PostgresJournal) -> None:
        self._dsn = dsn
        self._wire = wire
        self.journal = journal
        self._others: list[PostgresJournal] = []

    async def be_overtaken(self) -> Journal:
        leadership = await lead(self._dsn)
        await leadership.release()
        other = PostgresJournal(
            self._dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no
        )
        self._others.append(other)
        return other

    def break_next(self, when: Literal["before", "after"]) -> None:
        (self._wire.up if when == "before" else self._wire.down).cut_after(0)

    def mend(self) -> None:
        self._wire.up.mend()
        self._wire.down.mend()

    async def written(self) -> list[str]:
        return await self._column("SELECT contacts[1] FROM fact ORDER BY seq")

    async def contacts(self) -> list[str]:
        return await self._column("SELECT id FROM contact ORDER BY id")

    async def _column(self, query: str) -> list[str]:
        async with await psycopg.AsyncConnection.connect(self._dsn) as connection:
            return [name for (name,) in await (await connection.execute(query.encode())).fetchall()]

    async def close(self) -> None:
        for journal in (self.journal, *self._others):
            assert isinstance(journal, PostgresJournal)
            await journal.close()


class SimulatedHouse:
    def __init__(self, server: SimPostgres, process: SimProcess) -> None:
        self._server = server
        self._process = process
        self.journal: Journal = self._lead()

    def _lead(self) -> SimJournal:
        self._server.lease.epoch += 1
        epoch, commit_no = self._server.read_lease()
        return SimJournal(self._server, self._process, epoch=epoch, commit_no=commit_no)

    async def be_overtaken(self) -> Journal:
        return self._lead()

    def break_next(self, when: Literal["before", "after"]) -> None:
        self._server.break_after(0, done=when == "after")

    def mend(self) -> None:
        """It broke once."""

    async def written(self) -> list[str]:
        return [entry.facts[0].contact for entry in self._server.tables.entries]  # type: ignore[union-attr]

    async def contacts(self) -> list[str]:
        return sorted(row.id for row in self._server.tables.live_records() if isinstance(row, Contact))


Story = Callable[[House], Awaitable[None]]
Told = Callable[[Story], Awaitable[None]]


@asynccontextmanager
async def real_house(dsn: str, directory: Path) -> AsyncIterator[RealHouse]:
    leadership = await lead(dsn)
    await leadership.release()
    async with wired(dsn, directory) as (wire, through):
        journal = PostgresJournal(through, floor="main", epoch=leadership.epoch, commit_no=0, limits=LIMITS)
        house = RealHouse(dsn, wire, journal)
        try:
            yield house
        finally:
            await house.close()


@pytest.fixture(params=["real", "simulated"])
async def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    if request.param == "simulated":
        return tell_simulated
    dsn: str = request.getfixturevalue("dsn")

    async def tell(story: Story) -> None:
        house: AbstractAsyncContextManager[RealHouse] = real_house(dsn, tmp_path_factory.mktemp("wire"))
        async with house as inside:
            await story(inside)

    return tell


async def tell_simulated(story: Story) -> None:
    await asyncio.to_thread(_simulate, story)  # one thread has one loop


def _simulate(story: Story) -> None:
    failures: list[str] = []
    for seed in range(10):
        dice = Random(seed)  # noqa: S311
        loop = SimLoop(dice, failed=failures.append, died=lambda process: None)
        process = SimProcess("journal")

        async def main(loop: SimLoop = loop, dice: Random = dice, process: SimProcess = process) -> None:
            await story(SimulatedHouse(SimPostgres(loop, dice), process))

        task = loop.spawn(process, main())
        loop.run(until=60)
        assert task.done()
        task.result()
        loop.bury()
    assert failures == []


async def test_batches_are_written_once_and_in_order(told: Told) -> None:
    async def story(house: House) -> None:
        for n in range(1, 6):
            await house.journal.commit(numbered(n))
        assert await house.written() == [f"c1-{n}" for n in range(1, 6)]

    await told(story)


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_commit_of_unknown_outcome_is_settled_by_committing_it_again(
    told: Told, when: Literal["before", "after"]
) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(numbered(1))
        house.break_next(when)
        with pytest.raises(JournalAway):
            await house.journal.commit(numbered(2))
        house.mend()
        await house.journal.commit(numbered(2))
        await house.journal.commit(numbered(3))
        assert await house.written() == ["c1-1", "c1-2", "c1-3"]

    await told(story)


async def test_no_other_batch_may_come_before_the_doubt_is_settled(told: Told) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(numbered(1))
        house.break_next("after")
        with pytest.raises(JournalAway):
            await house.journal.commit(numbered(2))
        house.mend()
        with pytest.raises(ValueError, match="commit that one again first"):
            await house.journal.commit(numbered(3))
        await house.journal.commit(numbered(2))
        assert await house.written() == ["c1-1", "c1-2"]

    await told(story)


async def test_who_is_overtaken_writes_nothing_more(told: Told) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(numbered(1))
        successor = await house.be_overtaken()
        for n in (2, 3):
            with pytest.raises(LeadershipLost):
                await house.journal.commit(numbered(n))
        await successor.commit(numbered(4))
        assert await house.written() == ["c1-1", "c1-4"]
        assert await house.contacts() == ["c1-1", "c1-4"]

    await told(story)


@pytest.mark.parametrize("successor_commits", [0, 1])  # 1: then the numbers are those of our own commit
@pytest.mark.parametrize(("when", "count"), [("before", 1), ("after", 2)])
async def test_who_is_overtaken_in_doubt_learns_it_and_writes_nothing_twice(
    told: Told, when: Literal["before", "after"], count: int, successor_commits: int
) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(numbered(1))
        house.break_next(when)
        with pytest.raises(JournalAway):
            await house.journal.commit(numbered(2))
        house.mend()
        successor = await house.be_overtaken()
        for n in range(successor_commits):
            await successor.commit(numbered(10 + n))
        with pytest.raises(LeadershipLost):
            await house.journal.commit(numbered(2))
        assert len(await house.written()) == count + successor_commits

    await told(story)


async def test_one_commit_closes_an_offer_and_opens_the_next(told: Told) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(batch(offer("o1-1", contact="c1-1", agent="anna")))
        opened = offer("o1-2", contact="c1-2", agent="anna")
        closed = offer("o1-1", contact="c1-1", agent="anna", state=books.MISSED)
        await house.journal.commit(batch(opened, closed, offer("o1-3", contact="c1-1", agent="bela")))

    await told(story)


@pytest.mark.parametrize(
    ("rule", "before", "culprit"),
    [
        (
            "offer_one_open_per_agent",
            offer("o1-1", contact="c1-1", agent="anna"),
            offer("o1-3", contact="c1-3", agent="anna"),
        ),
        (
            "offer_one_open_per_contact",
            offer("o1-1", contact="c1-1", agent="anna"),
            offer("o1-3", contact="c1-1", agent="cili"),
        ),
        ("agent_one_per_phone", agent("anna", phone="101"), agent("cili", phone="101")),
    ],
)
async def test_a_row_that_breaks_a_rule_is_named_and_nothing_is_written(
    told: Told, rule: str, before: object, culprit: object
) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(batch(before))  # type: ignore[arg-type]
        with pytest.raises(JournalRefused) as refused:
            await house.journal.commit(batch(contact("c1-9"), culprit))  # type: ignore[arg-type]
        assert (refused.value.record, refused.value.constraint) == (culprit, rule)
        assert await house.contacts() == []
        await house.journal.commit(batch(contact("c1-9")))
        assert await house.contacts() == ["c1-9"]

    await told(story)


async def test_two_agents_swap_desks_in_one_commit(told: Told) -> None:
    async def story(house: House) -> None:
        await house.journal.commit(batch(agent("anna", phone="101"), agent("bela", phone="102")))
        await house.journal.commit(batch(agent("anna", phone="102"), agent("bela", phone="101")))

    await told(story)
