"""PostgreSQL: whether it keeps what it acknowledges, how fast, and whether its sessions are ours alone."""

import asyncio
import time
from statistics import median

from acd.doctor.finding import Finding, Notes
from acd.runtime.ports import JournalAway
from acd.store.connection import Connection, session
from acd.store.migrate import SchemaMismatch, pending

OLDEST_VERSION = 14
OUR_SESSIONS = 10
"""That one service may have open at the same time."""
COMMITS = 20
SLOW_COMMIT_MS = 20.0
CLOCK_S = 1.0
"""Clocks may differ by so much."""
SHORTEST_IDLE_MS = 60_000
IN_PSQL = "In psql, as PostgreSQL's administrator:"
RELOAD = "SELECT pg_reload_conf();"

_SETTINGS = """
SELECT name, setting FROM pg_settings WHERE name IN (
  'fsync', 'synchronous_commit', 'full_page_writes', 'max_connections', 'server_encoding',
  'idle_session_timeout', 'server_version_num', 'server_version')
"""
# Only the administrator sees whose the other sessions are; how many there are, everybody.
_ROOM = """
SELECT current_setting('max_connections')::int,
       current_setting('max_connections')::int
         - current_setting('superuser_reserved_connections')::int
         - coalesce(current_setting('reserved_connections', true)::int, 0)
         - (SELECT sum(numbackends)::int FROM pg_stat_database) + ours,
       (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user),
       (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database())
FROM (SELECT count(*)::int AS ours FROM pg_stat_activity
      WHERE usename = current_user AND application_name LIKE 'acd %') AS service
"""


async def look_at_database(dsn: str) -> list[Finding]:
    """Everything about the database of this connection string."""
    notes = Notes("PostgreSQL")
    try:
        async with session(dsn, role="doctor") as connection:
            await _look(notes, connection)
        await asyncio.to_thread(_schema, notes, dsn)
    except JournalAway as away:
        notes.problem(
            str(away),
            "Start it, or correct ACD_DSN; `createuser` and `createdb` make the role and the database. If it "
            "refuses the role: run this under the service's account (runuser -u ACCOUNT -- acd doctor), or "
            "put the role's password into the secrets file as `postgres`.",
        )
    return notes.findings


async def _look(notes: Notes, connection: Connection) -> None:
    settings: dict[str, str] = dict(await (await connection.execute(_SETTINGS.encode())).fetchall())
    if int(settings["server_version_num"]) // 10_000 < OLDEST_VERSION:
        notes.problem(
            f"It is version {settings['server_version']}, which is too old.",
            f"Use {OLDEST_VERSION} or later; pg_upgrade, or pg_dump and pg_restore, take the data along.",
        )
    else:
        notes.ok(f"Version {settings['server_version']} answers.")
    if await _is_pooled(connection):
        notes.problem(
            "A pooler that shares sessions (pgbouncer in transaction mode) stands between: the lock of who "
            "leads would be anybody's.",
            "Let ACD_DSN lead to PostgreSQL itself, or set pool_mode = session for this database.",
        )
        return
    await _durability(notes, settings, connection)
    await _room(notes, settings, connection)
    await _clock(notes, connection)
    await _latency(notes, connection)


async def _is_pooled(connection: Connection) -> bool:
    """Whether the session is another than the one that was opened, as a pooler gives it away."""
    row = await (await connection.execute("SELECT pg_backend_pid()")).fetchone()
    assert row is not None
    return bool(row[0] != connection.info.backend_pid)


async def _durability(notes: Notes, settings: dict[str, str], connection: Connection) -> None:
    lost = "What it has acknowledged may be lost when it crashes"
    before = len(notes.findings)
    if settings["fsync"] == "off":
        notes.problem(f"fsync is off. {lost}.", f"{IN_PSQL} ALTER SYSTEM SET fsync = on; {RELOAD}")
    if settings["synchronous_commit"] == "off":
        notes.problem(
            f"synchronous_commit is off for the service. {lost}.",
            f"{IN_PSQL} ALTER ROLE {connection.info.user} SET synchronous_commit = on; "
            "then restart the service.",
        )
    if settings["full_page_writes"] == "off":
        notes.warn(
            "full_page_writes is off: a crash of the machine may leave half-written pages.",
            f"{IN_PSQL} ALTER SYSTEM SET full_page_writes = on; {RELOAD}",
        )
    recovering = await (await connection.execute("SELECT pg_is_in_recovery()")).fetchone()
    if recovering == (True,):
        notes.problem("It is a standby, which takes no writes.", "Let ACD_DSN lead to the primary server.")
    if len(notes.findings) == before:
        notes.ok("It keeps what it has acknowledged: fsync, synchronous_commit and full_page_writes are on.")
    if settings["server_encoding"] != "UTF8":
        notes.problem(
            f"The encoding of the database is {settings['server_encoding']}.",
            f"Make it anew: CREATE DATABASE {connection.info.dbname} ENCODING 'UTF8' TEMPLATE template0;",
        )


async def _room(notes: Notes, settings: dict[str, str], connection: Connection) -> None:
    """Sessions that the service can have, those included that it has already."""
    row = await (await connection.execute(_ROOM.encode())).fetchone()
    assert row is not None
    everybodys, left, of_role, of_database = row
    user, database = connection.info.user, connection.info.dbname
    more = f"ALTER SYSTEM SET max_connections = {everybodys + 5 * OUR_SESSIONS}; then restart PostgreSQL."
    for room, where, remedy in (
        (left, f"Of {everybodys} connections", more),
        (of_role, f"By the limit of the role {user}", f"ALTER ROLE {user} CONNECTION LIMIT -1;"),
        (
            of_database,
            f"By the limit of the database {database}",
            f"ALTER DATABASE {database} CONNECTION LIMIT -1;",
        ),
    ):
        if room is not None and room < OUR_SESSIONS:
            notes.warn(
                f"{where} {max(room, 0)} are left to the service, which opens up to {OUR_SESSIONS}.",
                f"{IN_PSQL} {remedy}",
            )
    idle_ms = int(settings["idle_session_timeout"])
    if 0 < idle_ms < SHORTEST_IDLE_MS:
        notes.warn(
            f"Sessions that are idle for {idle_ms} ms are ended: leaders would change for no reason.",
            f"{IN_PSQL} ALTER ROLE {user} SET idle_session_timeout = 0; then restart the service.",
        )


async def _clock(notes: Notes, connection: Connection) -> None:
    began = time.time()
    row = await (await connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8")).fetchone()
    assert row is not None
    off_s = float(row[0]) - (began + time.time()) / 2
    if abs(off_s) > CLOCK_S:
        notes.warn(
            f"Its clock is {off_s:+.1f} s off ours: moments in the books and in the log do not fit.",
            "Let both machines follow the same time server (`timedatectl set-ntp true`).",
        )
    else:
        notes.ok("Its clock agrees with ours.")


async def _latency(notes: Notes, connection: Connection) -> None:
    """A commit that writes its log and no row, some times: what every decision of the service waits for."""
    took_ms = []
    for _ in range(COMMITS):
        began = time.monotonic()
        await connection.execute("SELECT pg_logical_emit_message(true, 'acd doctor', '')")
        took_ms.append((time.monotonic() - began) * 1000)
    told = (
        f"A commit takes {median(took_ms):.1f} ms (median; the longest of {COMMITS}: {max(took_ms):.1f} ms)"
    )
    if median(took_ms) > SLOW_COMMIT_MS:
        notes.warn(
            f"{told}; every decision waits for one.",
            "Put its data on a faster disk, or nearer to the service.",
        )
    else:
        notes.ok(f"{told}.")


def _schema(notes: Notes, dsn: str) -> None:
    try:
        coming = pending(dsn)
    except SchemaMismatch as mismatch:
        notes.problem(str(mismatch), "docs/upgrades.md says which version may run on which schema.")
        return
    if coming:
        notes.ok(
            f"The schema is made when the service starts (`acd migrate` does it now): {len(coming)} steps."
        )
    else:
        notes.ok("The schema is what this version needs.")
