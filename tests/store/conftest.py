"""A real PostgreSQL for the tests of this room; a new, migrated database for each test."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from acd.lab.postgres import PostgresServer
from acd.store.migrate import upgrade

_PASSWORD = "not-a-secret"
_names = (f"test_{n}" for n in itertools.count())


def _server(directory: Path) -> Iterator[PostgresServer]:
    server = PostgresServer(directory, password=_PASSWORD)
    server.start()
    try:
        server.create_database("template")
        upgrade(server.conninfo("template"))
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """Shared by all: it must be left running."""
    yield from _server(tmp_path_factory.mktemp("pg"))


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """One for the test alone, which may do anything to it. Its database `template` is migrated."""
    yield from _server(tmp_path_factory.mktemp("pg"))


@pytest.fixture
def empty_dsn(server: PostgresServer) -> Iterator[str]:
    """An empty database."""
    name = next(_names)
    server.create_database(name)
    yield server.conninfo(name)
    server.drop_database(name)


@pytest.fixture
def dsn(server: PostgresServer) -> Iterator[str]:
    """A database with the newest schema."""
    name = next(_names)
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template").format(sql.Identifier(name)))
    yield server.conninfo(name)
    server.drop_database(name)
