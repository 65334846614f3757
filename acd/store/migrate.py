"""The schema's versions: bring a database to the one that this code needs, and say when it is not there.

The revisions are in the top-level folder `migrations`; an installed package has it inside. They are frozen
once released, and import neither the tables nor the model.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg.conninfo import make_conninfo
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from acd.store.connection import AWAY, away

_ONE_AT_A_TIME = 4_711_022_001
"""Advisory lock of whoever migrates."""


class SchemaMismatch(Exception):
    """The database does not have the version of the schema that this code needs."""


def revisions() -> list[str]:
    """All revisions, oldest first; the last is the one that this code needs."""
    return [revision.revision for revision in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def upgrade(dsn: str, to: str = "head") -> None:
    """Bring the schema to a revision, all or nothing. Somebody else who is at it is waited for.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        SchemaMismatch: the schema is newer than this code.
    """
    with _transaction(dsn) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        found = MigrationContext.configure(connection).get_current_revision()
        if found is not None and found not in revisions():
            raise _newer(found)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def current(dsn: str) -> str | None:
    """The revision of the schema; None for a database without it.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    with _transaction(dsn) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check(dsn: str) -> None:
    """Do nothing if the schema is the one that this code needs.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        SchemaMismatch: it is not; the message says what to do.
    """
    found, known = current(dsn), revisions()
    if found == known[-1]:
        return
    if found is not None and found not in known:
        raise _newer(found)
    where = "The database is empty" if found is None else f"The schema is at {found}"
    raise SchemaMismatch(f"{where}, this version needs {known[-1]}: run `acd migrate`.")


def _newer(found: str) -> SchemaMismatch:
    return SchemaMismatch(
        f"The schema is at {found}, which this version does not know (its newest is {revisions()[-1]}): "
        "install the version of acd that made it, or a newer one."
    )


def _config() -> Config:
    inside = Path(str(files("acd"))) / "migrations"
    beside = inside.parent.parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(inside if inside.is_dir() else beside).replace("%", "%%"))
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
        if isinstance(error.orig, AWAY):
            raise away(error.orig) from error
        raise
    except AWAY as error:
        raise away(error) from error
