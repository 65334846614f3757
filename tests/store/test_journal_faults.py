"""The journal while the connection breaks, PostgreSQL is killed, or it stalls: every batch exactly once."""

import asyncio
import itertools
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import psycopg
import pytest

from acd.lab.postgres import PostgresServer
from acd.runtime.ports import Batch, JournalAway, LeadershipLost
from acd.store import writing
from acd.store.connection import Limits, connect
from acd.store.journal import PostgresJournal
from tests.store.books import numbered, piled_up
from tests.store.leading import lead
from tests.store.locks import waiting_for_locks
from tests.store.wire import wired

LIMITS = Limits(answer_s=0.5)


async def journal_of(dsn: str, *, through: str | None = None, limits: Limits = LIMITS) -> PostgresJournal:
    """A journal of a floor that is led only by its epoch: the lock is not what is tested here."""
    leadership = await lead(dsn)
    await leadership.release()
    return PostgresJournal(through or dsn, floor="main", epoch=leadership.epoch, commit_no=0, limits=limits)


def written(dsn: str) -> list[tuple[int, str]]:
    """Number of commit and contact of each entry, in order."""
    with psycopg.connect(dsn) as connection:
        found = connection.execute("SELECT commit_no, contacts[1] FROM fact ORDER BY seq").fetchall()
    return [(commit_no, name) for commit_no, name in found]


def all_once(count: int) -> list[tuple[int, str]]:
    return [(n, f"c1-{n}") for n in range(1, count + 1)]


@pytest.fixture(params=["one statement", "in parts"])
def batch_of(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Batch]:
    """Batch number `n`: an ordinary one, and one that is too much for a single statement."""
    if request.param == "one statement":
        return numbered
    monkeypatch.setattr(writing, "MOST_ROWS", 1)
    return piled_up


async def test_one_trip_there_and_back_is_enough(
    dsn: str, tmp_path_factory: pytest.TempPathFactory, batch_of: Callable[[int], Batch]
) -> None:
    async with wired(dsn, tmp_path_factory.mktemp("wire")) as (wire, through):
        journal = await journal_of(dsn, through=through)
        await journal.commit(batch_of(1))
        wire.turns.clear()
        await journal.commit(batch_of(2))
        assert wire.turns == ["up", "down"]
        await journal.close()


@pytest.mark.parametrize("direction", ["up", "down"])
async def test_a_connection_cut_after_any_byte_loses_nothing_and_doubles_nothing(
    dsn: str,
    tmp_path_factory: pytest.TempPathFactory,
    direction: str,
    batch_of: Callable[[int], Batch],
) -> None:
    async with wired(dsn, tmp_path_factory.mktemp("wire")) as (wire, through):
        journal = await journal_of(dsn, through=through)
        way = wire.up if direction == "up" else wire.down
        await journal.commit(batch_of(1))
        before = way.passed
        await journal.commit(batch_of(2))
        length = way.passed - before
        n = 2
        for cut_at in range(0, length, 5):
            n += 1
            way.cut_after(cut_at)
            with pytest.raises(JournalAway):
                await journal.commit(batch_of(n))
            way.mend()
            await journal.commit(batch_of(n))
        await journal.close()
    assert n > 20
    assert written(dsn) == all_once(n)


async def test_the_lost_session_may_finish_while_we_write_again(dsn: str) -> None:
    journal = await journal_of(dsn, limits=Limits(answer_s=1.0, lock_s=30, statement_s=30))
    await journal.commit(numbered(1))
    async with await psycopg.AsyncConnection.connect(dsn) as holder:
        await holder.execute("SELECT * FROM lease FOR UPDATE")
        with pytest.raises(JournalAway):
            await journal.commit(numbered(2))  # its session goes on waiting for the row
        again = asyncio.create_task(journal.commit(numbered(2)))
        await waiting_for_locks(dsn, 2)
    await again
    await journal.commit(numbered(3))
    await journal.close()
    assert written(dsn) == all_once(3)


async def test_another_batch_may_not_take_the_place_of_one_whose_outcome_is_unknown(
    dsn: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async with wired(dsn, tmp_path_factory.mktemp("wire")) as (wire, through):
        journal = await journal_of(dsn, through=through)
        await journal.commit(numbered(1))
        wire.down.cut_after(0)
        with pytest.raises(JournalAway):
            await journal.commit(numbered(2))
        wire.down.mend()
        with pytest.raises(ValueError, match="commit that one again first"):
            await journal.commit(numbered(3))
        await journal.commit(numbered(2))
        await journal.close()
    assert written(dsn) == all_once(2)


async def test_the_leadership_lost_while_the_outcome_was_unknown(
    dsn: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async with wired(dsn, tmp_path_factory.mktemp("wire")) as (wire, through):
        journal = await journal_of(dsn, through=through)
        wire.up.cut_after(0)
        with pytest.raises(JournalAway):
            await journal.commit(numbered(1))
        wire.up.mend()
        await (await lead(dsn, holder="another")).release()
        with pytest.raises(LeadershipLost):
            await journal.commit(numbered(1))
        await journal.close()
    assert written(dsn) == []


async def test_a_session_cut_off_in_its_transaction_does_not_keep_the_row(dsn: str) -> None:
    """The network is gone and PostgreSQL waits for the rest of a pipeline: it must not wait long."""
    limits = Limits(transaction_s=0.3)
    cut_off = await connect(dsn, role="cut off", limits=limits)
    journal = await journal_of(dsn, limits=Limits(lock_s=5))
    await cut_off.execute("BEGIN")
    await cut_off.execute("SELECT * FROM lease FOR UPDATE")
    await journal.commit(numbered(1))
    await journal.close()
    await cut_off.close()
    assert written(dsn) == all_once(1)


async def test_a_lock_that_is_not_given_is_not_waited_for_long(dsn: str) -> None:
    journal = await journal_of(dsn, limits=Limits(lock_s=0.2))
    async with await psycopg.AsyncConnection.connect(dsn) as holder:
        await holder.execute("SELECT * FROM lease FOR UPDATE")
        with pytest.raises(JournalAway, match="lock timeout"):
            await journal.commit(numbered(1))
    await journal.commit(numbered(1))
    await journal.close()
    assert written(dsn) == all_once(1)


async def test_postgres_killed_in_the_middle_of_commits_twenty_times(own_server: PostgresServer) -> None:
    dsn = own_server.conninfo("template")
    journal = await journal_of(dsn)
    chance = random.Random(22)  # noqa: S311 - when to kill
    n = 0
    for _ in range(20):
        n = await commit_until_killed(journal, own_server, since=n, kill_at=n + chance.randint(1, 25))
        own_server.start()
        await journal.commit(numbered(n))
    await journal.close()
    assert written(dsn) == all_once(n)


async def commit_until_killed(
    journal: PostgresJournal, server: PostgresServer, *, since: int, kill_at: int
) -> int:
    """Commit batches, PostgreSQL being killed from number `kill_at` on. Gives the last one tried."""
    killing: asyncio.Task[None] | None = None
    for n in itertools.count(since + 1):
        if n == kill_at:
            killing = asyncio.create_task(asyncio.to_thread(server.kill))
        try:
            await journal.commit(numbered(n))
        except JournalAway:
            break
    assert killing is not None
    await killing
    return n


async def test_a_stalled_postgres_is_away_within_the_limit_and_the_loop_goes_on(
    own_server: PostgresServer,
) -> None:
    dsn = own_server.conninfo("template")
    journal = await journal_of(dsn)
    await journal.commit(numbered(1))
    own_server.freeze()
    try:
        began = time.monotonic()
        async with longest_pause() as pause:
            with pytest.raises(JournalAway):  # on the connection that it has
                await journal.commit(numbered(2))
            with pytest.raises(JournalAway):  # on a new one
                await journal.commit(numbered(2))
        took_s = time.monotonic() - began
    finally:
        own_server.thaw()
    assert took_s < LIMITS.answer_s + LIMITS.connect_s + 1.0
    assert pause.longest_s < 0.3
    await journal.commit(numbered(2))
    await journal.commit(numbered(3))
    await journal.close()
    assert written(dsn) == all_once(3)


class Pause:
    longest_s = 0.0


@asynccontextmanager
async def longest_pause() -> AsyncIterator[Pause]:
    """How long the event loop was ever busy with something else during the block."""
    pause = Pause()

    async def watch() -> None:
        before = time.monotonic()
        while True:
            await asyncio.sleep(0.01)
            now = time.monotonic()
            pause.longest_s = max(pause.longest_s, now - before - 0.01)
            before = now

    watcher = asyncio.create_task(watch())
    try:
        yield pause
    finally:
        watcher.cancel()
