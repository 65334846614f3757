"""The revisions: from nothing and from every earlier one, with rows in it, to what the tables describe."""

from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine

from acd.runtime.ports import JournalAway
from acd.store.load import load
from acd.store.migrate import SchemaMismatch, current, newest, pending, revisions, upgrade
from acd.store.tables import metadata

EARLIER = Path(__file__).parent / "earlier"
"""What a service of each revision had in its tables: a file for every one of them."""


def shape(dsn: str) -> dict[str, list[tuple[object, ...]]]:
    """Columns, indexes, constraints and comments as PostgreSQL itself describes them."""
    queries = {
        "columns": """
            SELECT table_name, ordinal_position, column_name, data_type, is_nullable, generation_expression,
                identity_generation, column_default
            FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2""",
        "indexes": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
        "constraints": """
            SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2""",
        "comments": """
            SELECT c.relname, d.objsubid, d.description
            FROM pg_description d JOIN pg_class c ON c.oid = d.objoid
            WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2""",
        "storage": """
            SELECT relname, reloptions FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1""",
    }
    with psycopg.connect(dsn) as connection:
        connection.execute("DROP TABLE IF EXISTS alembic_version")
        found = {name: connection.execute(query.encode()).fetchall() for name, query in queries.items()}
        connection.rollback()
    return found


def test_from_nothing_to_what_the_tables_describe(empty_dsn: str, dsn: str) -> None:
    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(empty_dsn))
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()
    assert shape(dsn) == shape(empty_dsn)


@pytest.mark.parametrize("revision", [revision.name for revision in revisions()])
async def test_from_each_revision_with_live_rows_to_the_newest(empty_dsn: str, revision: str) -> None:
    upgrade(empty_dsn, revision)
    assert current(empty_dsn) == revision
    with psycopg.connect(empty_dsn) as connection:
        connection.execute((EARLIER / f"{revision}.sql").read_bytes())
    upgrade(empty_dsn)
    assert pending(empty_dsn) == ()
    found = await load(empty_dsn, "main")
    tables = (found.contacts, found.legs, found.offers, found.agents, found.overlays, found.experiences)
    assert [len(rows) for rows in tables] == [1, 1, 1, 1, 1, 1]
    assert found.policies[0].company == "company: x"


def test_to_migrate_twice_is_to_migrate_once(dsn: str) -> None:
    upgrade(dsn)
    assert current(dsn) == newest()


def test_an_empty_database_needs_every_revision(empty_dsn: str) -> None:
    assert current(empty_dsn) is None
    assert pending(empty_dsn) == revisions()


def test_a_schema_from_the_future_is_neither_used_nor_touched(dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaMismatch, match=r"9999.*newer"):
        pending(dsn)
    with pytest.raises(SchemaMismatch, match=r"9999.*newer"):
        upgrade(dsn)


def test_without_postgres_the_schema_is_away(tmp_path_factory: pytest.TempPathFactory) -> None:
    nobody = f"host={tmp_path_factory.mktemp('nobody')} user=acd"
    with pytest.raises(JournalAway, match="No such file"):
        pending(nobody)


def test_an_administrator_finds_every_table_explained(dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        silent = connection.execute(
            """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
               AND obj_description(oid) IS NULL"""
        ).fetchall()
    assert silent == [("alembic_version",)]


def test_a_failed_migration_leaves_nothing_behind(empty_dsn: str) -> None:
    with psycopg.connect(empty_dsn) as connection:
        connection.execute("CREATE TABLE policy (mine text)")
    with pytest.raises(Exception, match='relation "policy" already exists'):
        upgrade(empty_dsn)
    with psycopg.connect(empty_dsn) as connection:
        tables = connection.execute("SELECT relname FROM pg_stat_user_tables").fetchall()
    assert tables == [("policy",)]
