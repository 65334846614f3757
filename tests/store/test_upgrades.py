"""What runs beside what: this version on the schema of a newer one, a newer one beside this version, and this
version on every earlier schema.
"""

import asyncio
import json
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import msgspec
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from acd.model.ids import ContactId
from acd.model.outcome import Record
from acd.runtime.ports import Batch, JournalAway
from acd.store import policies
from acd.store.journal import PostgresJournal
from acd.store.lease import connect_candidate
from acd.store.load import load
from acd.store.migrate import LOCK_S, SchemaMismatch, current, newest, pending, revisions, upgrade
from acd.store.queries import counts, facts_between, story_of
from acd.store.stand_by import holder_of
from tests.store import books
from tests.store.books import agent, batch, contact, gone, leg, numbered, offer
from tests.store.leading import lead
from tests.support.newer_version import ADDS, DROPS, RENAMES, Later, NewerVersion

EARLIER = Path(__file__).parent / "earlier"


class Upgrader:
    """`acd migrate` of newer versions, for one database."""

    def __init__(self, dsn: str, folder: Path) -> None:
        parts = conninfo_to_dict(dsn)
        secrets = folder / "secrets.json"
        secrets.touch(mode=0o600)
        secrets.write_text(json.dumps({"postgres": parts.pop("password")}))
        self._env = {"ACD_DSN": make_conninfo("", **parts), "ACD_SECRETS": str(secrets)}
        self._folder = folder

    def migrate(self, *revisions: Later, plan: bool = False) -> CompletedProcess[str]:
        """Run `acd migrate` of the version with these revisions."""
        with TemporaryDirectory(dir=self._folder) as folder:
            newer = NewerVersion(Path(folder), *revisions)
            return newer.acd("migrate", *(["--plan"] if plan else []), env=self._env)


@pytest.fixture
def upgrader(dsn: str, tmp_path: Path) -> Upgrader:
    return Upgrader(dsn, tmp_path)


# --- the sayings of the revisions --------------------------------------------------------------------------


def test_a_revision_is_for_itself_or_for_earlier_code_and_never_for_older_code_than_the_one_before() -> None:
    names = [revision.name for revision in revisions()]
    oldest = [names.index(revision.oldest_code) for revision in revisions()]
    assert all(at <= own for own, at in enumerate(oldest))
    assert oldest == sorted(oldest)


def test_there_are_rows_of_every_revision_to_be_tried() -> None:
    assert {file.stem for file in EARLIER.iterdir()} == {revision.name for revision in revisions()}


def test_the_database_keeps_what_was_applied_and_for_whom(dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        kept = connection.execute("SELECT revision, oldest_code FROM schema_revision ORDER BY 1").fetchall()
    assert kept == [(revision.name, revision.oldest_code) for revision in revisions()]


# --- this version on a newer schema ------------------------------------------------------------------------


async def works(dsn: str) -> None:
    """Assert that this version can do on the schema all that it does on its own."""
    leadership = await lead(dsn)
    stand_by = await connect_candidate(dsn)
    assert str(await holder_of(stand_by, "main")).startswith("the test since ")
    await stand_by.close()
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no)
    live: list[Record] = [contact("c1-1"), leg("l1"), offer("o1-1"), agent("anna", phone="101", offer="o1-1")]
    await journal.commit(batch(*live, gone("l8"), entries=(books.queued("c1-1"),)))
    await journal.commit(batch(contact("c1-1", at=books.NOW + 1), entries=(books.ready("anna"),)))
    applied = await policies.save(
        dsn, "main", epoch=leadership.epoch, company="company: x", author=policies.AT_START
    )
    assert await leadership.still_leading(1.0)
    await journal.close()
    await leadership.release()

    found = await load(dsn, "main")
    assert [*found.contacts, *found.legs, *found.offers, *found.agents] == [
        contact("c1-1", at=books.NOW + 1),
        *live[1:],
    ]
    assert found.policies == (applied,)
    assert await policies.to_keep(dsn, "main", "company: x") == applied
    assert await story_of(dsn, "main", ContactId("c1-1")) == [books.queued("c1-1")]
    assert (await counts(dsn, "main")).open_offers == 1


async def test_this_version_works_on_a_newer_schema_that_is_safe_for_it(dsn: str, upgrader: Upgrader) -> None:
    assert upgrader.migrate(ADDS).returncode == 0
    assert current(dsn) == ADDS.name
    assert pending(dsn) == ()
    upgrade(dsn)
    assert current(dsn) == ADDS.name
    await works(dsn)


async def commit(journal: PostgresJournal, batch: Batch) -> None:
    """As the loop does: a table that is locked for long is a database that is away, and it tries again."""
    while True:
        try:
            return await journal.commit(batch)
        except JournalAway:
            await asyncio.sleep(0.01)


async def test_a_leader_goes_on_while_the_schema_is_upgraded_under_it(dsn: str, upgrader: Upgrader) -> None:
    leadership = await lead(dsn)
    journal = PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=leadership.commit_no)
    written = 0
    upgrading = asyncio.create_task(asyncio.to_thread(upgrader.migrate, ADDS))
    while not upgrading.done():
        await commit(journal, numbered(written))
        written += 1
        await asyncio.sleep(0.002)
    assert (await upgrading).returncode == 0
    for _ in range(10):  # enough for PostgreSQL to plan prepared statements anew, and to keep a plan
        await commit(journal, numbered(written))
        written += 1
    assert await leadership.still_leading(1.0)
    await journal.close()
    await leadership.release()
    entries = await facts_between(dsn, "main", since=books.NOW, until=books.NOW + written, limit=written + 1)
    assert [one.entry for one in entries] == [numbered(n).entries[0] for n in range(written)]


@pytest.mark.parametrize("revisions", [(RENAMES,), (ADDS, RENAMES), (ADDS, DROPS)])
def test_this_version_does_not_touch_a_schema_that_is_not_for_it(
    dsn: str, upgrader: Upgrader, revisions: tuple[Later, ...]
) -> None:
    assert upgrader.migrate(*revisions).returncode == 0
    for look in (pending, upgrade):
        with pytest.raises(
            SchemaMismatch, match=rf"at {revisions[-1].name}, which this version does not know"
        ):
            look(dsn)


# --- a newer version beside this one -----------------------------------------------------------------------


async def test_a_version_that_older_code_could_not_follow_waits_for_the_leader_to_be_stopped(
    dsn: str, upgrader: Upgrader
) -> None:
    leader = await lead(dsn)
    refused = await asyncio.to_thread(upgrader.migrate, ADDS, RENAMES)
    assert refused.returncode == 2
    assert f"one of {newest()} on this machine (session " in refused.stderr
    assert "Stop them, stand-bys too" in refused.stderr
    assert current(dsn) == newest()
    assert await leader.still_leading(1.0)
    await leader.release()
    assert (await asyncio.to_thread(upgrader.migrate, ADDS, RENAMES)).returncode == 0
    assert current(dsn) == RENAMES.name


async def test_it_waits_for_a_stand_by_as_well(dsn: str, upgrader: Upgrader) -> None:
    """Else nobody would be there when the leader dies, and nobody would know."""
    stand_by = await connect_candidate(dsn)
    refused = await asyncio.to_thread(upgrader.migrate, ADDS, DROPS)
    assert refused.returncode == 2
    assert f"one of {newest()} on this machine (session {stand_by.info.backend_pid})" in refused.stderr
    await stand_by.close()
    assert (await asyncio.to_thread(upgrader.migrate, ADDS, DROPS)).returncode == 0


async def test_the_leader_of_another_database_does_not_matter(
    dsn: str, empty_dsn: str, upgrader: Upgrader
) -> None:
    upgrade(empty_dsn)
    elsewhere = await lead(empty_dsn)
    assert (await asyncio.to_thread(upgrader.migrate, RENAMES)).returncode == 0
    await elsewhere.release()


def test_the_plan_tells_what_may_run_beside_it_and_changes_nothing(dsn: str, upgrader: Upgrader) -> None:
    told = upgrader.migrate(ADDS, RENAMES, plan=True)
    assert told.stdout.splitlines() == [
        f"The schema is at {newest()}. What would be done:",
        f"  9001  {ADDS.what} Safe: services that know revision {newest()} may go on running.",
        f"  9003  {RENAMES.what} Stop every older service first.",
        "Next: acd migrate",
    ]
    assert current(dsn) == newest()


def test_a_table_in_use_is_not_waited_for_for_long(dsn: str, upgrader: Upgrader) -> None:
    """Commits would wait behind it."""
    with psycopg.connect(dsn) as backup:
        backup.execute("LOCK TABLE contact IN ACCESS SHARE MODE")  # as pg_dump does
        refused = upgrader.migrate(ADDS)
    assert refused.returncode == 1
    assert f"in use for {LOCK_S} s, by a backup for example" in refused.stderr
    assert current(dsn) == newest()


# --- this version on an earlier schema ---------------------------------------------------------------------


@pytest.mark.parametrize("revision", [revision.name for revision in revisions()])
async def test_this_version_takes_the_floor_on_an_earlier_schema_and_upgrades_it_then(
    empty_dsn: str, revision: str
) -> None:
    upgrade(empty_dsn, revision)
    with psycopg.connect(empty_dsn) as connection:
        connection.execute((EARLIER / f"{revision}.sql").read_bytes())
    stand_by = await connect_candidate(empty_dsn)
    assert await holder_of(stand_by, "main") is None
    leadership = await lead(empty_dsn)
    assert str(await holder_of(stand_by, "main")).startswith("the test since ")
    await stand_by.close()
    assert (leadership.epoch, leadership.commit_no) == (4, 71)
    upgrade(empty_dsn)
    assert await leadership.still_leading(1.0)
    journal = PostgresJournal(empty_dsn, floor="main", epoch=4, commit_no=71)
    found = await load(empty_dsn, "main")
    await journal.commit(batch(*found.records(), entries=(books.queued("c3-1"),)))
    await journal.close()
    kept = await load(empty_dsn, "main")
    assert msgspec.structs.replace(kept, written_until=found.written_until) == found
    await leadership.release()
