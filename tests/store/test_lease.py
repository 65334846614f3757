"""Who leads a floor, and how the others find out."""

import asyncio

import psycopg
import pytest

from acd.lab.postgres import PostgresServer
from acd.runtime.ports import JournalAway
from acd.store.connection import Limits, connect
from acd.store.lease import FloorHeld, take
from tests.store.locks import waiting_for_locks
from tests.store.wire import wired


def one(dsn: str, query: str, *values: object) -> object:
    with psycopg.connect(dsn, autocommit=True) as connection:
        row = connection.execute(query.encode(), values).fetchone()
    assert row is not None
    return row[0]


async def test_every_taker_raises_the_epoch_and_commits_go_on_counting(dsn: str) -> None:
    first = await take(dsn, "main", "first", at=0.0)
    assert (first.epoch, first.commit_no) == (1, 0)
    one(dsn, "UPDATE lease SET commit_no = 41 RETURNING 1")
    await first.release()
    second = await take(dsn, "main", "second", at=0.0)
    assert (second.epoch, second.commit_no) == (2, 41)
    assert one(dsn, "SELECT holder FROM lease") == "second"
    await second.release()


async def test_a_floor_that_is_led_is_not_taken_and_the_holder_is_named(dsn: str) -> None:
    leader = await take(dsn, "main", "host-a pid 17", at=0.0)
    with pytest.raises(FloorHeld, match="host-a pid 17"):
        await take(dsn, "main", "host-b pid 9", at=0.0, wait_s=0)
    assert await leader.still_leading(1.0)
    await leader.release()


async def test_floors_are_led_independently(dsn: str) -> None:
    north = await take(dsn, "north", "first", at=0.0, wait_s=0)
    south = await take(dsn, "south", "second", at=0.0, wait_s=0)
    assert await north.still_leading(1.0)
    assert await south.still_leading(1.0)
    await north.release()
    await south.release()


async def test_a_stand_by_gets_the_floor_when_the_leader_lets_go(dsn: str) -> None:
    leader = await take(dsn, "main", "first", at=0.0)
    stand_by = asyncio.create_task(take(dsn, "main", "second", at=0.0, wait_s=None))
    await waiting_for_locks(dsn, 1)
    await leader.release()
    successor = await stand_by
    assert successor.epoch == leader.epoch + 1
    assert await successor.still_leading(1.0)
    await successor.release()


async def test_a_stand_by_can_be_told_to_give_up(dsn: str) -> None:
    leader = await take(dsn, "main", "first", at=0.0)
    stand_by = asyncio.create_task(take(dsn, "main", "second", at=0.0, wait_s=None))
    await waiting_for_locks(dsn, 1)
    stand_by.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stand_by
    await waiting_for_locks(dsn, 0)
    assert await leader.still_leading(1.0)
    await leader.release()


async def test_a_holder_that_does_not_let_go_can_be_ousted(dsn: str) -> None:
    leader = await take(dsn, "main", "first", at=0.0)
    successor = await take(dsn, "main", "second", at=0.0, wait_s=0, oust=True)
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    assert not await leader.still_leading(2.0)
    assert leader.proved_at == 0.0
    assert await successor.still_leading(1.0)
    await successor.release()


async def test_a_session_that_only_has_the_process_id_of_the_holder_is_left_alone(dsn: str) -> None:
    leader = await take(dsn, "main", "first", at=0.0)
    innocent = await connect(dsn, role="innocent", limits=Limits())
    one(dsn, "UPDATE lease SET backend_pid = %s RETURNING 1", innocent.info.backend_pid)
    with pytest.raises(FloorHeld):
        await take(dsn, "main", "second", at=0.0, wait_s=0, oust=True)
    assert await (await innocent.execute("SELECT 1")).fetchone() == (1,)
    await innocent.close()
    await leader.release()


async def test_a_proof_counts_from_the_moment_it_was_asked_for(dsn: str) -> None:
    leader = await take(dsn, "main", "first", at=5.0)
    assert leader.proved_at == 5.0
    assert await leader.still_leading(7.5)
    assert leader.proved_at == 7.5
    one(dsn, "UPDATE lease SET epoch = epoch + 1 RETURNING 1")
    assert not await leader.still_leading(9.0)
    assert leader.proved_at == 7.5


async def test_a_restart_of_postgres_does_not_end_a_leadership(own_server: PostgresServer) -> None:
    dsn = own_server.conninfo("template")
    leader = await take(dsn, "main", "first", at=0.0)
    own_server.stop()
    for at in (1.0, 2.0):
        with pytest.raises(JournalAway):
            await leader.still_leading(at)
    own_server.start()
    assert leader.proved_at == 0.0
    assert await leader.still_leading(3.0)
    assert one(dsn, "SELECT epoch FROM lease") == leader.epoch
    with pytest.raises(FloorHeld):
        await take(dsn, "main", "second", at=0.0, wait_s=0)
    await leader.release()


async def test_a_restart_of_postgres_ends_a_leadership_if_another_is_quicker(
    own_server: PostgresServer,
) -> None:
    dsn = own_server.conninfo("template")
    leader = await take(dsn, "main", "first", at=0.0)
    own_server.restart()
    successor = await take(dsn, "main", "second", at=0.0)
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    assert not await leader.still_leading(2.0)
    assert await successor.still_leading(2.0)
    await successor.release()
    assert not await leader.still_leading(3.0)


async def test_a_stalled_postgres_gives_no_proof_and_does_not_hang(own_server: PostgresServer) -> None:
    leader = await take(own_server.conninfo("template"), "main", "first", at=0.0)
    own_server.freeze()
    try:
        async with asyncio.timeout(Limits().answer_s + 2):
            with pytest.raises(JournalAway):
                await leader.still_leading(1.0)
    finally:
        own_server.thaw()
    assert await leader.still_leading(2.0)
    await leader.release()


async def test_our_own_lost_session_does_not_keep_us_from_leading(
    dsn: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The way to PostgreSQL broke without its noticing: the old session still has the lock."""
    async with wired(dsn, tmp_path_factory.mktemp("wire")) as (wire, through):
        leader = await take(through, "main", "first", at=0.0)
        wire.abandon()
        with pytest.raises(JournalAway):
            await leader.still_leading(1.0)
        assert one(dsn, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted") == 1
        assert await leader.still_leading(2.0)
        await leader.release()


async def test_without_postgres_nothing_is_taken(tmp_path_factory: pytest.TempPathFactory) -> None:
    nobody = tmp_path_factory.mktemp("nobody")
    with pytest.raises(JournalAway, match="No such file"):
        await take(f"host={nobody} user=acd", "main", "first", at=0.0)
