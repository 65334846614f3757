import os
import time
from pathlib import Path

import psycopg
import pytest

from acd.lab.errors import PathTooLongError, StartError
from acd.lab.postgres import PostgresServer
from tests.lab.processes import KilledParent, ended, user_of


def test_data_is_there_after_a_restart_that_takes_less_than_two_seconds(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.conninfo()) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('still here')")
    postgres.stop()
    assert not postgres.running
    begin = time.monotonic()
    postgres.start()
    assert time.monotonic() - begin < 2.0
    with psycopg.connect(postgres.conninfo()) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("still here",)


def test_data_is_there_after_a_crash(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.conninfo()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS number")
    postgres.kill()
    assert not postgres.running
    postgres.start()
    with psycopg.connect(postgres.conninfo()) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (1,)


def test_a_wrong_password_is_refused_and_so_is_none(postgres: PostgresServer) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgres.dsn(), password="a wrong one")
    with pytest.raises(psycopg.OperationalError, match="no password supplied"):
        psycopg.connect(postgres.dsn(), passfile=os.devnull)


def test_it_listens_on_a_private_socket_only(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.conninfo()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW password_encryption").fetchone() == ("scram-sha-256",)
    assert postgres.socket_directory.stat().st_mode & 0o777 == 0o700


def test_it_runs_without_privileges(postgres: PostgresServer) -> None:
    assert user_of(postgres.pid) != 0
    assert user_of(postgres.pid) == postgres.socket_directory.stat().st_uid


def test_the_password_is_in_no_argument_list_and_no_environment(postgres: PostgresServer) -> None:
    for name in ("cmdline", "environ"):
        assert b"a right one" not in Path(f"/proc/{postgres.pid}/{name}").read_bytes()
    assert "a right one" not in postgres.log.read_text()
    assert "a right one" not in postgres.dsn()


def test_each_database_is_made_once_and_can_be_dropped(postgres: PostgresServer) -> None:
    postgres.create_database("one floor")
    with psycopg.connect(postgres.conninfo("one floor"), autocommit=True) as connection:
        connection.execute("CREATE TABLE mine ()")
        postgres.create_database("one floor")
        assert connection.execute("SELECT count(*) FROM mine").fetchone() == (0,)
        postgres.drop_database("one floor")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(postgres.conninfo("one floor"))


def test_frozen_it_answers_nobody_and_goes_on_afterwards(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.conninfo(), autocommit=True) as connection:
        postgres.freeze()
        with pytest.raises(psycopg.OperationalError, match="timeout"):
            psycopg.connect(postgres.conninfo(), connect_timeout=2)
        postgres.thaw()
        assert connection.execute("SELECT 'it goes on'").fetchone() == ("it goes on",)


def test_it_is_gone_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = KilledParent(
        """
        import sys
        from pathlib import Path
        from acd.lab.postgres import PostgresServer
        server = PostgresServer(Path(sys.argv[1]), password="x")
        server.start()
        print(server.pid, flush=True)
        """,
        str(tmp_path / "postgres"),
    )
    assert ended(int(parent.line))


def test_a_broken_data_directory_is_reported_with_the_log(postgres: PostgresServer) -> None:
    postgres.stop()
    (postgres.directory / "data" / "PG_VERSION").unlink()
    with pytest.raises(StartError, match="not a valid data directory"):
        postgres.start()


def test_a_path_too_long_for_a_socket_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path / ("x" * 100), password="x")
    with pytest.raises(PathTooLongError, match="shorter directory"):
        server.start()
    assert not server.directory.exists()
