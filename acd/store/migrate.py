"""The schema's versions: bring a database to the one that this code needs, and say when that must not be.

The revisions are in the top-level folder `migrations`. They are frozen once released, and import neither the
tables nor the model.

Each says in its module which code still runs beside it (`oldest_code`; docs/decisions/0009-upgrades.md says
what that promises). Code is named by the newest revision that it knows. The database keeps the saying in
`schema_revision`, so that older code can tell whether it may work on a schema from its future. Who runs what
code is told by the names of the sessions that hold, or wait for, a leadership: see `working_role`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import msgspec
import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg.conninfo import make_conninfo
from psycopg.errors import LockNotAvailable
from sqlalchemy import Connection, create_engine, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from acd.runtime.shipped import shipped
from acd.store import tables
from acd.store.connection import AWAY, away

LOCK_S = 5
"""How long a revision waits for a table that somebody reads or writes. Whoever uses the table after it waits
behind it, so this is also how long it may hold the leaders of other floors up."""

_ONE_AT_A_TIME = 4_711_022_001
"""Advisory lock of whoever migrates."""

_WORKING = "lease of code "
_AT_WORK = text(
    "SELECT pid, coalesce(host(client_addr), 'this machine'), split_part(application_name, :working, 2) "
    "FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, :working) "
    "ORDER BY pid"
)


class SchemaMismatch(Exception):
    """The schema is not for this code, or must not become so now; the message says what to do."""


class SchemaInUse(Exception):
    """A table that a revision changes was in use for too long, by a backup for example; nothing changed."""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the schema."""

    name: str
    what: str
    """A sentence."""
    oldest_code: str
    """The oldest code that may run on the schema once the step is done; the step's own name: none older."""

    @property
    def is_safe(self) -> bool:
        """Whether some older code may go on running."""
        return self.oldest_code != self.name


@cache
def revisions() -> tuple[Revision, ...]:
    """All that this code knows, oldest first; the last is the one that it needs."""
    oldest_first = [*ScriptDirectory.from_config(_config()).walk_revisions()][::-1]
    return tuple(
        Revision(name=one.revision, what=one.doc, oldest_code=one.module.oldest_code) for one in oldest_first
    )


def newest() -> str:
    """The revision that this code needs: the name of this code."""
    return revisions()[-1].name


def working_role() -> str:
    """What a process calls the session that holds or awaits its leadership, so that others know its code."""
    return _WORKING + newest()


def pending(dsn: str) -> tuple[Revision, ...]:
    """What `upgrade` would do, oldest first. None: this code can work on the schema as it is.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        SchemaMismatch: the schema is newer than this code, and not for it.
    """
    with _transaction(dsn) as connection:
        return _pending(connection)


def upgrade(dsn: str, to: str = "head") -> None:
    """Bring the schema to a revision, all or nothing. Somebody else who is at it is waited for. A newer
    schema on which this code may run is left as it is.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        SchemaMismatch: the schema is newer than this code, and not for it; or a process runs whose code
            could not go on.
        SchemaInUse: a table that changes is in use by somebody else.
    """
    with _transaction(dsn) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        coming = _pending(connection)
        if not coming:
            return
        _refuse_beside_older_code(connection, coming)
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_S}s'"))
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def current(dsn: str) -> str | None:
    """The revision of the schema; None for a database without it.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    with _transaction(dsn) as connection:
        return _current(connection)


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _pending(connection: Connection) -> tuple[Revision, ...]:
    found, known = _current(connection), revisions()
    names = [revision.name for revision in known]
    if found is None:
        return known
    if found in names:
        return known[names.index(found) + 1 :]
    if _oldest_code(connection, found) in names:
        return ()
    raise SchemaMismatch(
        f"The schema is at {found}, which this version does not know and cannot work on (its newest is "
        f"{names[-1]}): install the version of acd that made it, or a newer one; "
        "docs/upgrades.md says how to go back."
    )


def _oldest_code(connection: Connection, revision: str) -> str | None:
    """What the database says of a revision that is newer than this code."""
    table = tables.schema_revision
    if not inspect(connection).has_table(table.name):
        return None
    return connection.scalar(select(table.c.oldest_code).where(table.c.revision == revision))


def _refuse_beside_older_code(connection: Connection, coming: tuple[Revision, ...]) -> None:
    """Whoever leads, or stands by, with code that could not go on must have ended before.

    Nobody slips through: a process is at work, by name, before it looks at the schema, and it looks under the
    lock that is held here.
    """
    names = [revision.name for revision in revisions()]
    for revision in coming:
        too_old = names[: names.index(revision.oldest_code)]
        found = connection.execute(_AT_WORK, {"working": f"acd {_WORKING}"}).fetchall()
        running = [f"one of {code} on {host} (session {pid})" for pid, host, code in found if code in too_old]
        if running:
            raise SchemaMismatch(
                f"Revision {revision.name} ({revision.what.rstrip('.')}) is not for code older than "
                f"{revision.oldest_code}, and such processes are running: {', '.join(running)}. "
                "Stop them, stand-bys too, then try again. Nothing has changed."
            )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def _transaction(dsn: str) -> Iterator[Connection]:
    conninfo = make_conninfo(dsn, application_name="acd migrate", connect_timeout=5)
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(conninfo), poolclass=NullPool
    )
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, LockNotAvailable):
            raise SchemaInUse(
                f"A table that has to change has been in use for {LOCK_S} s, by a backup for example "
                "(pg_stat_activity tells). Nothing has changed: try again when it is free."
            ) from error
        if isinstance(error.orig, AWAY):
            raise away(error.orig) from error
        raise
    except AWAY as error:
        raise away(error) from error
