"""Standing by: who is waited for, who is ousted, and who never is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from acd.lab.postgres import PostgresServer
from acd.runtime.lease import LEASE_S
from acd.runtime.ports import JournalAway
from acd.runtime.process import NOBODY_KNOWS, own_process
from acd.runtime.tenure import PROOF_EVERY_S
from acd.store.connection import Connection
from acd.store.lease import ANSWER_S, Leadership, connect_candidate, lock_key
from acd.store.migrate import upgrade
from acd.store.stand_by import HEAD_START_S, STALE_S, Holder, StandBy, holder_of, oust
from tests.store.leading import execute, lead, one

STEP_S = 0.3
"""How far the clock goes from one reading to the next: two readings are one turn of a stand-by."""


class Boot:
    """A clock that goes on when it is read, so that a busy machine is not taken for a pause."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at

    def since_boot(self) -> float:
        self.at += STEP_S
        return self.at


class Candidate:
    """A stand-by that runs, and what it was told."""

    def __init__(self, dsn: str, floor: str = "main") -> None:
        self.boot = Boot()
        self.seen: list[Holder] = []
        self._looked = asyncio.Event()
        self.stand_by = StandBy(dsn, floor, "the stand-by", self.boot, led_by=self._told)

    def _told(self, holder: Holder) -> None:
        self.seen.append(holder)
        self._looked.set()

    async def looks(self, times: int) -> None:
        """Wait for so many more looks at the leader."""
        wanted = len(self.seen) + times
        while len(self.seen) < wanted:
            self._looked.clear()
            await self._looked.wait()

    async def lead(self) -> Leadership:
        """As the service does: PostgreSQL may be away in between."""
        while True:
            with suppress(JournalAway):
                return await self.stand_by.lead()
            await asyncio.sleep(0.05)


@asynccontextmanager
async def standing_by(dsn: str) -> AsyncIterator[tuple[Candidate, asyncio.Task[Leadership]]]:
    candidate = Candidate(dsn)
    task = asyncio.create_task(candidate.lead())
    yield candidate, task
    if not task.done():
        task.cancel()
    await asyncio.wait({task})
    if not task.cancelled():
        await task.result().release()


async def ask(leader: Leadership) -> None:
    """What a leader does that lives, only more often."""
    while True:
        with suppress(JournalAway):
            assert await leader.still_leading(0.0)
        await asyncio.sleep(0.01)


@asynccontextmanager
async def alive(leader: Leadership) -> AsyncIterator[None]:
    asking = asyncio.create_task(ask(leader))
    yield
    assert not asking.done(), asking.result()
    asking.cancel()
    await asyncio.wait({asking})


def test_nothing_of_an_ousted_leader_is_under_way_any_more() -> None:
    assert STALE_S > LEASE_S + PROOF_EVERY_S
    assert STALE_S > PROOF_EVERY_S + ANSWER_S + PROOF_EVERY_S


async def test_a_floor_that_nobody_leads_is_taken_at_once(dsn: str) -> None:
    candidate = Candidate(dsn)
    leader = await candidate.lead()
    assert (leader.epoch, candidate.seen, candidate.stand_by.has_waited) == (1, [], False)
    assert one(dsn, "SELECT holder FROM lease") == "the stand-by"
    await leader.release()


async def test_the_floor_changes_hands_when_the_leader_lets_go(dsn: str) -> None:
    leader = await lead(dsn, holder="host-a process 17")
    async with standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        assert str(candidate.seen[0]).startswith("host-a process 17 since 20")
        await leader.release()
        successor = await task
        assert successor.epoch == leader.epoch + 1
        assert candidate.stand_by.has_waited
        assert await successor.still_leading(1.0)


async def test_a_stand_by_can_be_told_to_give_up(dsn: str) -> None:
    leader = await lead(dsn)
    async with standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        task.cancel()
    assert await leader.still_leading(1.0)
    await leader.release()


async def test_a_stand_by_keeps_nothing_from_being_cleaned_up(dsn: str) -> None:
    leader = await lead(dsn)
    async with standing_by(dsn) as (candidate, _):
        await candidate.looks(2)
        waiting = (
            "SELECT count(*) FROM pg_stat_activity WHERE starts_with(application_name, 'acd lease') AND "
        )
        assert one(dsn, waiting + "datname = current_database()") == 2
        assert one(dsn, waiting + "datname = current_database() AND backend_xmin IS NOT NULL") == 0
    await leader.release()


async def test_a_leader_that_has_fallen_silent_is_ousted_and_not_before_its_time(dsn: str) -> None:
    leader = await lead(dsn)
    async with standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        seen_at = candidate.boot.at
        successor = await task
        assert candidate.boot.at - seen_at > STALE_S - 4 * STEP_S
        assert len(set(candidate.seen)) == 1
        with pytest.raises(JournalAway):
            await leader.still_leading(1.0)
        assert not await leader.still_leading(2.0)
        assert await successor.still_leading(2.0)


# When a successor may begin


async def followed(dsn: str, leader: Leadership, *, orderly: bool = False) -> float:
    """How long the successor of a leader that has let go waits before it begins."""
    await (leader.give_up() if orderly else leader.release())
    candidate = Candidate(dsn)
    successor = await candidate.lead()
    await successor.release()
    return successor.alone_from - candidate.boot.at


async def test_on_a_new_floor_one_is_alone_at_once(dsn: str) -> None:
    candidate = Candidate(dsn)
    leader = await candidate.lead()
    assert leader.alone_from == candidate.boot.at
    await leader.release()


async def test_who_let_go_in_order_is_not_waited_for(dsn: str) -> None:
    assert await followed(dsn, await lead(dsn, process=own_process()), orderly=True) == 0


async def test_who_has_ended_on_this_machine_is_not_waited_for(dsn: str) -> None:
    place_and_pid, _, started = own_process().rpartition(" ")
    earlier = f"{place_and_pid} {int(started) - 1}"
    assert await followed(dsn, await lead(dsn, process=earlier)) == 0


@pytest.mark.parametrize("process", [NOBODY_KNOWS, own_process()], ids=["elsewhere", "alive"])
async def test_the_lease_of_anybody_else_is_waited_for(dsn: str, process: str) -> None:
    assert await followed(dsn, await lead(dsn, process=process)) == pytest.approx(LEASE_S)


async def test_who_was_ousted_is_not_waited_for_any_more(dsn: str) -> None:
    leader = await lead(dsn)
    async with standing_by(dsn) as (_, task):
        successor = await task
        assert successor.alone_from < successor.proved_at
    await leader.release()


async def test_who_committed_after_it_was_ousted_is_waited_for(dsn: str) -> None:
    leader = await lead(dsn)
    body = "BEGIN NEW.commit_no := OLD.commit_no + 1; RETURN NEW; END"
    for statement in (
        f"CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS '{body}'",
        "CREATE TRIGGER late BEFORE UPDATE ON lease FOR EACH ROW EXECUTE FUNCTION late()",
    ):
        execute(dsn, statement)
    async with standing_by(dsn) as (_, task):
        successor = await task
        assert successor.alone_from >= successor.proved_at + LEASE_S
    await leader.release()


# Who is left alone


async def test_a_leader_that_asks_is_never_ousted(dsn: str) -> None:
    leader = await lead(dsn)
    async with alive(leader), standing_by(dsn) as (candidate, task):
        began_at = candidate.boot.at
        while candidate.boot.at < began_at + 3 * STALE_S:
            await candidate.looks(1)
        assert not task.done()
    await leader.release()


async def test_who_has_slept_has_seen_nothing(dsn: str) -> None:
    leader = await lead(dsn)
    async with standing_by(dsn) as (candidate, task):
        await candidate.looks(2)
        candidate.boot.at += 3600
        woke_at = candidate.boot.at
        await task
        assert candidate.boot.at > woke_at + STALE_S
    await leader.release()


async def test_a_session_that_has_stirred_since_it_was_seen_is_left_alone(dsn: str) -> None:
    leader, connection = await lead(dsn), await connect_candidate(dsn)
    seen = await holder_of(connection, "main")
    assert seen is not None
    assert await leader.still_leading(1.0)
    assert not await oust(connection, "main", seen)
    assert await leader.still_leading(2.0)
    await connection.close()
    await leader.release()


@asynccontextmanager
async def locked(dsn: str) -> AsyncIterator[Connection]:
    """Somebody has the lock and has not raised the epoch."""
    connection = await connect_candidate(dsn)
    await connection.execute("SELECT pg_advisory_lock(%s)", [lock_key("main")])
    yield connection
    await connection.close()


async def test_who_was_stopped_before_it_had_raised_the_epoch_is_ousted_too(dsn: str) -> None:
    await (await lead(dsn, holder="an earlier one")).release()
    async with locked(dsn), standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        assert str(candidate.seen[0]) == "a process that has only just begun"
        assert (await task).epoch == 2


async def test_whose_question_postgres_has_not_answered_is_not_silent(dsn: str) -> None:
    async with locked(dsn) as connection, standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        slow = asyncio.create_task(connection.execute("SELECT pg_sleep(3)"))
        await candidate.looks(1)
        began_at = candidate.boot.at
        while candidate.boot.at < began_at + STALE_S + 1:
            await candidate.looks(1)
        assert not task.done()
        await slow


async def restart(server: PostgresServer) -> None:
    await asyncio.to_thread(server.restart)


async def crash(server: PostgresServer) -> None:
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)


async def stall(server: PostgresServer) -> None:
    """For so long that a leader gives its session up."""
    server.freeze()
    try:
        await asyncio.sleep(ANSWER_S + 1.5)
    finally:
        server.thaw()


@pytest.mark.parametrize("away", [restart, crash, stall])
async def test_a_leader_that_lost_its_session_with_postgres_comes_back(
    own_server: PostgresServer, away: Callable[[PostgresServer], Awaitable[None]]
) -> None:
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    async with alive(leader), standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        await away(own_server)
        await candidate.looks(5)
        assert not task.done()
        assert await leader.still_leading(1.0)
        assert one(dsn, "SELECT epoch FROM lease") == leader.epoch
    await leader.release()


async def test_a_leader_that_ended_while_postgres_was_away_is_not_waited_for_long(
    own_server: PostgresServer,
) -> None:
    dsn = own_server.conninfo("template")
    leader = await lead(dsn)
    async with standing_by(dsn) as (candidate, task):
        await candidate.looks(1)
        own_server.stop()
        with suppress(JournalAway):
            await leader.still_leading(1.0)
        own_server.start()
        back_at = candidate.boot.at
        successor = await task
        assert successor.epoch == leader.epoch + 1
        assert candidate.boot.at > back_at + HEAD_START_S - 2 * STEP_S


async def test_other_floors_and_other_databases_are_none_of_its_business(dsn: str, empty_dsn: str) -> None:
    upgrade(empty_dsn)
    north = await lead(dsn, "north")
    elsewhere = await lead(empty_dsn)
    candidate = Candidate(dsn)
    leader = await candidate.lead()
    assert candidate.seen == []
    for leadership in (north, elsewhere, leader):
        assert await leadership.still_leading(1.0)
        await leadership.release()


async def test_without_postgres_nothing_is_led(tmp_path: object) -> None:
    with pytest.raises(JournalAway, match="No such file"):
        await Candidate(f"host={tmp_path} user=acd").stand_by.lead()


def test_the_session_of_a_leader_is_asked_for_by_its_lock(dsn: str) -> None:
    """Keys are signed, and PostgreSQL shows their halves unsigned."""
    floors = [f"floor-{number}" for number in range(6)]
    assert {lock_key(floor) < 0 for floor in floors} == {True, False}

    async def all_found() -> list[bool]:
        connection, found = await connect_candidate(dsn), []
        for floor in floors:
            leader = await lead(dsn, floor)
            holder = await holder_of(connection, floor)
            found.append(holder is not None and holder.name == "the test")
            await leader.release()
        await connection.close()
        return found

    assert all(asyncio.run(all_found()))
