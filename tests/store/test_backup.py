"""docs/backup.md, done as it says: a dump and a base backup while commits go on, restored and taken over."""

import asyncio
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from acd.lab.postgres import PostgresServer
from acd.model.outcome import Record
from acd.runtime.ports import LeadershipLost
from acd.store import policies
from acd.store.journal import PostgresJournal
from acd.store.load import Books, load
from acd.store.migrate import upgrade
from acd.store.queries import Recorded, facts_between
from tests.store import books
from tests.store.books import agent, batch, contact, ended, gone, leg, numbered, offer
from tests.store.leading import lead
from tests.support import pages

PAGE = "backup.md"
(DUMP,) = pages.commands(PAGE, "A dump")
RESTORE, SWAP = pages.commands(PAGE, "Restoring")
BASE_BACKUP, LEAP = pages.commands(PAGE, "Losing nothing")
(FORGET,) = pages.commands(PAGE, "How long history is kept")

LEAP_OF_EPOCH, LEAP_OF_SEQ = 10**6, 10**9


class Administrator:
    """Types the page's commands, at a server with a database `acd`."""

    def __init__(self, server: PostgresServer, folder: Path) -> None:
        self.server = server
        self.dsn = server.conninfo("acd")
        self.folder = folder
        self.role = "acd"

    def types(self, *commands: str) -> str:
        """What the commands print; they must succeed."""
        ran = self.tries(*commands)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def tries(self, *commands: str) -> CompletedProcess[str]:
        parts = conninfo_to_dict(self.dsn)
        names = {"host": "PGHOST", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
        environment = {variable: str(parts[name]) for name, variable in names.items()} | {"PGUSER": self.role}
        return pages.run("\n".join(commands), self.folder, environment)


@pytest.fixture
def administrator(own_server: PostgresServer, tmp_path: Path) -> Administrator:
    own_server.create_database("acd")
    at_work = Administrator(own_server, tmp_path)
    upgrade(at_work.dsn)
    return at_work


class Writer:
    """A leader that writes the batches `numbered(0)`, `numbered(1)` … until it is stopped."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self.acknowledged = 0

    async def write(self) -> None:
        leadership = await lead(self._dsn)
        journal = PostgresJournal(
            self._dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no
        )
        try:
            while True:
                await journal.commit(numbered(self.acknowledged))
                self.acknowledged += 1
                await asyncio.sleep(0.001)
        finally:
            await journal.close()
            await leadership.release()

    async def during(self, administrator: Administrator, command: str) -> tuple[int, int]:
        """Type a command while commits go on; how many were acknowledged before it, and after."""
        writing = asyncio.create_task(self.write())
        while self.acknowledged < 200:
            await asyncio.sleep(0.005)
            assert not writing.done(), writing.result()
        before = self.acknowledged
        await asyncio.to_thread(administrator.types, command)
        after = self.acknowledged
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        return before, after


async def facts(dsn: str) -> list[Recorded]:
    return await facts_between(dsn, "main", since=0, until=2 * books.NOW, limit=10**6)


def commit_no(dsn: str) -> int:
    with psycopg.connect(dsn) as connection:
        ((number,),) = connection.execute("SELECT commit_no FROM lease").fetchall()
    return int(number)


async def is_of_one_moment(dsn: str) -> int:
    """Assert that a restored database has all of so many commits, and nothing of the next; how many."""
    number = commit_no(dsn)
    expected = [numbered(n) for n in range(number)]
    assert [one.entry for one in await facts(dsn)] == [batch.entries[0] for batch in expected]
    rows = {record.id: record for record in (await load(dsn, "main")).contacts}
    assert rows == {record.id: record for batch in expected for record in batch.rows}
    return number


async def goes_on(dsn: str, *, epoch: int) -> None:
    """Assert that a restored database can be taken over, under this epoch, and written."""
    last = (await facts(dsn))[-1].seq
    leadership = await lead(dsn)
    assert leadership.epoch == epoch
    journal = PostgresJournal(dsn, floor="main", epoch=epoch, commit_no=leadership.commit_no)
    await journal.commit(batch(contact("c9-9"), entries=(books.queued("c9-9"),)))
    await journal.close()
    assert await leadership.still_leading(1.0)
    await leadership.release()
    assert (await facts(dsn))[-1].seq > last + LEAP_OF_SEQ


# --- dumps -------------------------------------------------------------------------------------------------


async def test_a_dump_while_commits_go_on_has_all_that_was_acknowledged_before_it(
    administrator: Administrator,
) -> None:
    writer = Writer(administrator.dsn)
    before, after = await writer.during(administrator, DUMP)
    assert after > before
    (dump,) = administrator.folder.glob("acd-*.dump")
    assert dump.stat().st_mode & 0o077 == 0
    administrator.types(f"DUMP={dump.name}", RESTORE, SWAP)
    assert before <= await is_of_one_moment(administrator.dsn) <= after
    await goes_on(administrator.dsn, epoch=1 + LEAP_OF_EPOCH + 1)


LIVE: list[Record] = [
    contact("c1-1"),
    leg("l1"),
    offer("o1-1", contact="c1-1", agent="anna"),
    agent("anna", phone="101", offer="o1-1"),
    agent("bela"),
]
OVER: list[Record] = [ended("c1-8"), gone("l8"), offer("o1-8", contact="c1-8", state=books.MISSED)]


async def fill(dsn: str) -> tuple[Books, list[Recorded]]:
    """A floor with rows of all kinds, live and over, and facts; what can be read of it."""
    leadership = await lead(dsn)
    journal = PostgresJournal(dsn, floor="main", epoch=1, commit_no=0)
    await policies.save(dsn, "main", epoch=1, company="company: x", author=policies.AT_START)
    await journal.commit(batch(*LIVE, *OVER, entries=(books.queued(), books.ready("anna"))))
    await journal.commit(batch(entries=(books.left("c1-8"),)))
    await journal.close()
    await leadership.release()
    return await load(dsn, "main"), await facts(dsn)


async def test_what_is_restored_is_what_was_there(administrator: Administrator) -> None:
    there = await fill(administrator.dsn)
    administrator.types(DUMP, RESTORE, SWAP)
    assert (await load(administrator.dsn, "main"), await facts(administrator.dsn)) == there
    upgrade(administrator.dsn)
    await goes_on(administrator.dsn, epoch=1 + LEAP_OF_EPOCH + 1)


async def test_what_another_role_restores_is_the_services_own(administrator: Administrator) -> None:
    await fill(administrator.dsn)
    password = conninfo_to_dict(administrator.dsn)["password"]
    with psycopg.connect(administrator.dsn) as connection:
        connection.execute(f"CREATE ROLE boss SUPERUSER LOGIN PASSWORD '{password}'".encode())
    administrator.role = "boss"
    administrator.types(DUMP, RESTORE, SWAP)
    with psycopg.connect(administrator.dsn) as connection:
        owners = connection.execute(
            """SELECT DISTINCT pg_get_userbyid(owner) FROM (
                 SELECT datdba AS owner FROM pg_database WHERE datname = 'acd'
                 UNION SELECT relowner FROM pg_class WHERE relnamespace = 'public'::regnamespace
                 UNION SELECT proowner FROM pg_proc WHERE proname = 'lease_commit') AS all_of_it"""
        ).fetchall()
    assert owners == [("acd",)]


async def test_a_service_that_was_forgotten_keeps_the_swap_from_happening(
    administrator: Administrator,
) -> None:
    await fill(administrator.dsn)
    forgotten = await lead(administrator.dsn)
    administrator.types(DUMP, RESTORE)
    refused = administrator.tries(SWAP)
    assert refused.returncode != 0
    assert 'database "acd" is being accessed by other users' in refused.stderr
    assert await forgotten.still_leading(1.0)
    await forgotten.release()
    administrator.types(SWAP)


async def test_a_leader_of_the_lost_time_commits_nothing_whatever_its_numbers(
    administrator: Administrator,
) -> None:
    """The dump is of epoch 1. Afterwards the service is started again, so epoch 2 is of the lost time; and
    who takes over what was restored would be under epoch 2 as well, but for the leap.
    """
    dsn = administrator.dsn
    await fill(dsn)
    administrator.types(DUMP)
    stale = await lead(dsn)
    assert (stale.epoch, stale.commit_no) == (2, 2)
    await stale.release()
    administrator.types("DUMP=$(echo acd-*.dump)", RESTORE, SWAP)
    successor = await lead(dsn)
    journal = PostgresJournal(dsn, floor="main", epoch=successor.epoch, commit_no=successor.commit_no)
    for _ in range(3):
        late = PostgresJournal(dsn, floor="main", epoch=stale.epoch, commit_no=commit_no(dsn))
        with pytest.raises(LeadershipLost):
            await late.commit(batch(contact("stale")))
        await late.close()
        await journal.commit(batch(entries=(books.queued(),)))
    assert not await stale.still_leading(1.0)
    assert await successor.still_leading(1.0)
    await journal.close()
    await successor.release()


# --- base backups ------------------------------------------------------------------------------------------


async def test_a_base_backup_while_commits_go_on_has_all_that_was_acknowledged(
    administrator: Administrator,
) -> None:
    server = administrator.server
    with (server.directory / "data" / "pg_hba.conf").open("a", encoding="ascii") as access:
        access.write("local replication acd scram-sha-256\n")
    server.restart()
    before, after = await Writer(administrator.dsn).during(administrator, BASE_BACKUP)
    assert after > before
    server.stop()
    data = server.directory / "data"
    data.rename(server.directory / "lost")
    (administrator.folder / "acd-base").rename(data)
    server.start()
    administrator.types(LEAP)
    assert before <= await is_of_one_moment(administrator.dsn) <= after + 1
    await goes_on(administrator.dsn, epoch=1 + LEAP_OF_EPOCH + 1)


# --- keeping -----------------------------------------------------------------------------------------------


async def test_history_is_forgotten_while_the_service_runs_and_what_lives_stays(
    administrator: Administrator,
) -> None:
    live, told = await fill(administrator.dsn)
    administrator.types(FORGET.replace("400 days", "9999 days"))
    assert await facts(administrator.dsn) == told
    before, after = await Writer(administrator.dsn).during(administrator, FORGET.replace("400 days", "1 day"))
    assert after > before
    assert not {one.seq for one in told} & {one.seq for one in await facts(administrator.dsn)}
    with psycopg.connect(administrator.dsn) as connection:
        over = connection.execute("SELECT id FROM contact WHERE ended_at IS NOT NULL").fetchall()
    assert over == []
    found = await load(administrator.dsn, "main")
    assert {record.id for record in live.records()} <= {record.id for record in found.records()}
