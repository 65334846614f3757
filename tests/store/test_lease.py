"""Who leads a floor, and how the others find out."""

import asyncio

import psycopg
import pytest

from acd.lab.postgres import PostgresServer
from acd.runtime.ports import JournalAway
from acd.runtime.process import NOBODY_KNOWS
from acd.store.connection import AWAY, Limits
from acd.store.lease import connect_candidate, lock_key, take
from tests.store.leading import lead, lead_by_force, one
from tests.store.wire import wired


async def is_free(dsn: str, floor: str = "main") -> bool:
    connection = await connect_candidate(dsn)
    leadership = await take(connection, dsn, floor, "somebody", process=NOBODY_KNOWS, at=0.0)
    await connection.close()
    return leadership is not None


async def test_every_taker_raises_the_epoch_and_commits_go_on_counting(dsn: str) -> None:
    first = await lead(dsn, holder="first")
    assert (first.epoch, first.commit_no) == (1, 0)
    one(dsn, "UPDATE lease SET commit_no = 41 RETURNING 1")
    await first.release()
    second = await lead(dsn, holder="second")
    assert (second.epoch, second.commit_no) == (2, 41)
    assert one(dsn, "SELECT holder FROM lease") == "second"
    await second.release()


async def test_a_floor_that_is_led_is_not_taken(dsn: str) -> None:
    leader = await lead(dsn)
    assert not await is_free(dsn)
    assert await leader.still_leading(1.0)
    assert one(dsn, "SELECT epoch FROM lease") == leader.epoch
    await leader.release()


async def test_floors_are_led_independently(dsn: str) -> None:
    north, south = await lead(dsn, "north"), await lead(dsn, "south")
    assert await north.still_leading(1.0)
    assert await south.still_leading(1.0)
    await north.release()
    await south.release()


async def test_whose_session_was_ended_and_the_floor_taken_leads_no_more(dsn: str) -> None:
    leader = await lead(dsn)
    successor = await lead_by_force(dsn)
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    assert not await leader.still_leading(2.0)
    assert leader.proved_at == 0.0
    assert await successor.still_leading(1.0)
    await successor.release()


async def test_a_proof_counts_from_the_moment_it_was_asked_for(dsn: str) -> None:
    leader = await lead(dsn, at=5.0)
    assert leader.proved_at == 5.0
    assert await leader.still_leading(7.5)
    assert leader.proved_at == 7.5
    one(dsn, "UPDATE lease SET epoch = epoch + 1 RETURNING 1")
    assert not await leader.still_leading(9.0)
    assert leader.proved_at == 7.5


async def test_a_restart_of_postgres_does_not_end_a_leadership(own_server: PostgresServer) -> None:
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    own_server.stop()
    for at in (1.0, 2.0):
        with pytest.raises(JournalAway):
            await leader.still_leading(at)
    own_server.start()
    assert leader.proved_at == 0.0
    assert await leader.still_leading(3.0)
    assert one(dsn, "SELECT epoch FROM lease") == leader.epoch
    assert not await is_free(dsn)
    await leader.release()


async def test_a_restart_of_postgres_ends_a_leadership_if_another_is_quicker(
    own_server: PostgresServer,
) -> None:
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    own_server.restart()
    successor = await lead(dsn)
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    assert not await leader.still_leading(2.0)
    assert await successor.still_leading(2.0)
    await successor.release()
    assert not await leader.still_leading(3.0)


async def test_a_lock_that_somebody_has_and_has_not_led_with_is_asked_for_again(
    own_server: PostgresServer,
) -> None:
    """Another candidate was quicker to the lock: only the epoch says whether it leads."""
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    own_server.restart()
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    with psycopg.connect(dsn, autocommit=True) as quicker:
        quicker.execute("SELECT pg_advisory_lock(%s)", [lock_key("main")])
        with pytest.raises(JournalAway, match="asking again"):
            await leader.still_leading(2.0)
        quicker.execute("SELECT pg_advisory_unlock_all()")
        assert await leader.still_leading(3.0)
    await leader.release()


async def test_a_stalled_postgres_gives_no_proof_and_does_not_hang(own_server: PostgresServer) -> None:
    leader = await lead(own_server.conninfo("template"))
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
        leader = await lead(through)
        wire.abandon()
        with pytest.raises(JournalAway):
            await leader.still_leading(1.0)
        assert one(dsn, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted") == 1
        assert await leader.still_leading(2.0)
        await leader.release()


async def test_a_session_that_only_has_the_process_id_of_our_old_one_is_left_alone(
    own_server: PostgresServer,
) -> None:
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    own_server.restart()
    innocent = await connect_candidate(dsn)
    one(dsn, "UPDATE lease SET backend_pid = %s RETURNING 1", innocent.info.backend_pid)
    with pytest.raises(JournalAway):
        await leader.still_leading(1.0)
    assert await leader.still_leading(2.0)
    assert await (await innocent.execute("SELECT 1")).fetchone() == (1,)
    await innocent.close()
    await leader.release()


async def test_without_postgres_there_is_no_candidate(tmp_path_factory: pytest.TempPathFactory) -> None:
    nobody = tmp_path_factory.mktemp("nobody")
    with pytest.raises(AWAY, match="No such file"):
        await connect_candidate(f"host={nobody} user=acd")
