"""`acd run`, `migrate` and `lab`, and commands as processes of their own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from acd.lab.ports import HOST, Ports, free_ports
from acd.lab.postgres import PostgresServer
from acd.runtime.secret_file import ensure_secrets
from acd.store.migrate import newest
from tests.cli.conftest import Ran, run_acd
from tests.support.rehearsal import COMPANY, Rehearsal

ROOT = Path(__file__).parents[2]


def process(*words: str, env: dict[str, str] | None = None) -> Ran:
    """Run `acd` as a shell would."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ACD_")}
    done = subprocess.run(
        [sys.executable, "-m", "acd", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**inherited, **(env or {})},
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def ports() -> Ports:
    """Nobody else's as long as the test runs."""
    return free_ports()


@pytest.fixture
def settings(tmp_path: Path, ports: Ports) -> dict[str, str]:
    """What a service needs, in a world where nothing answers."""
    ensure_secrets(tmp_path / "secrets.json", ["ari", "ami", "postgres"])
    return {
        "ACD_COMPANY": str(COMPANY),
        "ACD_DSN": f"host={tmp_path} dbname=acd user=acd",
        "ACD_SECRETS": str(tmp_path / "secrets.json"),
        "ACD_ARI_URL": f"http://{HOST}:{ports.ari}",
        "ACD_AMI_PORT": str(ports.ami),
        "ACD_AGI_PORT": str(ports.agi),
        "ACD_HTTP_PORT": str(ports.http),
        "ACD_CONTROL_SOCKET": str(tmp_path / "control.sock"),
        "ACD_SOUNDS_DIR": str(tmp_path),
    }


# --- run ---------------------------------------------------------------------------------------------------


def test_the_service_without_settings_names_all_that_are_missing() -> None:
    ran = process("run")
    assert (ran.code, ran.out) == (2, "")
    needed = "ACD_COMPANY ACD_DSN ACD_ARI_URL ACD_SECRETS ACD_CONTROL_SOCKET ACD_SOUNDS_DIR"
    *missing, hint = ran.err.splitlines()
    assert missing == [f"{name} is not set." for name in needed.split()]
    assert "/etc/acd/acd.env" in hint
    assert "make run" in hint


def test_why_the_service_has_ended_is_told_to_systemd(settings: dict[str, str], tmp_path: Path) -> None:
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(address))
        systemd.settimeout(10)
        process("run", env={**settings, "ACD_HTTP_PORT": "http", "NOTIFY_SOCKET": str(address)})
        assert systemd.recv(1000) == b"STATUS=ACD_HTTP_PORT=http: a port is a number from 1 to 65535."
        process("run", env={"NOTIFY_SOCKET": str(address)})
        assert systemd.recv(1000) == b"STATUS=ACD_COMPANY is not set. (and 6 more lines in the journal)"


def test_a_company_with_mistakes_is_not_run(settings: dict[str, str], tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    company.write_text(COMPANY.read_text().replace("queue: sales", "queue: slaes"))
    ran = process("run", env={**settings, "ACD_COMPANY": str(company)})
    assert ran.code == 2
    assert 'there is no queue "slaes"; did you mean "sales"?' in ran.err
    assert "Traceback" not in ran.err


def test_secrets_that_others_can_read_are_refused(settings: dict[str, str]) -> None:
    Path(settings["ACD_SECRETS"]).chmod(0o644)
    ran = process("run", env=settings)
    assert ran.code == 2
    assert "chmod 600" in ran.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_while_it_waits_for_the_database_it_says_so_and_ends_at_once_when_asked(
    settings: dict[str, str], number: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "acd", "run"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **settings, "ACD_LOG": "info"},
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if "waiting for it" in line:
                break
        running.send_signal(number)
        assert running.wait(timeout=6.0) == 0
        assert "Traceback" not in running.stderr.read()


# --- migrate -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    server = PostgresServer(tmp_path_factory.mktemp("pg"), password="not-a-secret")
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def database(server: PostgresServer, tmp_path: Path) -> dict[str, str]:
    """An empty database, and what `acd migrate` needs to reach it."""
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier("migrated")))
    server.create_database("migrated")
    parts = conninfo_to_dict(server.conninfo("migrated"))
    secrets = tmp_path / "secrets.json"
    secrets.touch(mode=0o600)
    secrets.write_text(f'{{"postgres": "{parts.pop("password")}"}}')
    return {"ACD_DSN": make_conninfo("", **parts), "ACD_SECRETS": str(secrets)}


def test_migrating_says_from_where_to_where(database: dict[str, str]) -> None:
    first = process("migrate", env=database)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[0] == f"The schema is at {newest()} now; it was empty."
    assert run_acd("migrate", env={**database}).out == f"The schema is at {newest()} already, the newest.\n"
    assert run_acd("migrate", "--json", env={**database}).json == {
        "from": newest(),
        "to": newest(),
        "steps": [],
    }


def test_a_schema_from_the_future_is_the_users_to_mend(
    server: PostgresServer, database: dict[str, str]
) -> None:
    run_acd("migrate", env={**database})
    with psycopg.connect(server.conninfo("migrated"), autocommit=True) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    ran = run_acd("migrate", env={**database})
    assert ran.code == 2
    assert "9999" in ran.err
    assert "install the version" in ran.err


def test_a_database_that_is_away_is_not(settings: dict[str, str]) -> None:
    ran = run_acd("migrate", env={name: settings[name] for name in ("ACD_DSN", "ACD_SECRETS")})
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("PostgreSQL is out of reach: ")


def test_a_wrong_connection_string_is(settings: dict[str, str]) -> None:
    ran = run_acd("migrate", env={"ACD_DSN": "nonsense", "ACD_SECRETS": settings["ACD_SECRETS"]})
    assert ran.code == 2
    assert ran.err.startswith("ACD_DSN: not a PostgreSQL connection string")


# --- lab ---------------------------------------------------------------------------------------------------


def test_the_lab_takes_a_company_and_hands_on_how_it_ended(tmp_path: Path) -> None:
    company = tmp_path / "company.yaml"
    company.write_text(COMPANY.read_text().replace("queue: sales", "queue: slaes"))
    ran = process("lab", str(company), env={"ACD_VAR": str(tmp_path / "var")})
    assert ran.code == 2
    assert 'there is no queue "slaes"' in ran.out + ran.err
    assert process("lab", env={"ACD_SIP_PORT": "none"}).code == 2


# --- commands as processes ---------------------------------------------------------------------------------


def test_commands_work_as_processes(rehearsal: Rehearsal) -> None:
    env = {"ACD_CONTROL_SOCKET": str(rehearsal.control_socket)}
    assert process("agent", "login", "201", "desk1", env=env).code == 0
    assert "Anna" in process("status", env=env).out
    refused = process("agent", "endwrap", "201", env=env)
    assert (refused.code, refused.out) == (2, "")
    assert process("status", env={"ACD_CONTROL_SOCKET": "/nowhere/control.sock"}).code == 2
    assert process("check", str(COMPANY)).code == 0
    assert process("--version").out.startswith("acd ")


def test_the_socket_of_make_run_is_found_below_the_current_directory(
    rehearsal: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere: dict[str, str | None] = {"ACD_CONTROL_SOCKET": None, "ACD_VAR": None}
    service = tmp_path / "var" / "service"
    service.mkdir(parents=True)
    (service / "control.sock").symlink_to(rehearsal.control_socket)
    monkeypatch.chdir(tmp_path)
    assert run_acd("status", env=nowhere).code == 0
    monkeypatch.chdir("/")
    assert run_acd("status", env=nowhere).code == 2
    assert run_acd("status", env={**nowhere, "ACD_VAR": str(tmp_path / "var")}).code == 0
    assert run_acd("status", "--socket", str(rehearsal.control_socket), env=nowhere).code == 0


def test_elsewhere_the_socket_of_the_systemd_unit_is_found(
    rehearsal: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere: dict[str, str | None] = {"ACD_CONTROL_SOCKET": None, "ACD_VAR": None}
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("acd.cli.connection.OF_THE_UNIT", rehearsal.control_socket)
    assert run_acd("status", env=nowhere).code == 0
    (tmp_path / "var" / "service").mkdir(parents=True)
    (tmp_path / "var" / "service" / "control.sock").touch()
    assert run_acd("status", env=nowhere).code == 2


def test_whoever_stops_reading_gets_no_traceback(rehearsal: Rehearsal) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "acd", "status", "--socket", str(rehearsal.control_socket)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""


# --- run, on what a newer version has left ------------------------------------------------------------------


def test_a_schema_that_is_not_for_this_version_is_not_run_on(
    server: PostgresServer, settings: dict[str, str], database: dict[str, str]
) -> None:
    run_acd("migrate", env={**database})
    with psycopg.connect(server.conninfo("migrated"), autocommit=True) as connection:
        connection.execute("INSERT INTO schema_revision (revision, oldest_code) VALUES ('9999', '9999')")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    ran = process("run", env={**settings, **database})
    assert ran.code == 2
    assert "The schema is at 9999, which this version does not know and cannot work on" in ran.err
    assert "Traceback" not in ran.err


def test_a_row_that_this_version_does_not_understand_is_not_passed_over(
    server: PostgresServer, settings: dict[str, str], database: dict[str, str]
) -> None:
    """On a newer schema that is safe, so that it comes as far as the rows."""
    run_acd("migrate", env={**database})
    with psycopg.connect(server.conninfo("migrated"), autocommit=True) as connection:
        connection.execute(
            "INSERT INTO schema_revision (revision, oldest_code) VALUES ('9999', %s)", [newest()]
        )
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("ALTER TABLE agent DROP CONSTRAINT agent_presence_known")
        connection.execute(
            """INSERT INTO agent (floor, record) VALUES ('main', '{
                 "id": "201", "presence": {"type": "teaching", "since": 5},
                 "activity": {"type": "idle", "since": 5}}')"""
        )
    ran = process("run", env={**settings, **database})
    assert ran.code == 2
    assert "Row 201 of table agent, floor 'main', cannot be understood by this version" in ran.err
    assert "'teaching'" in ran.err
    assert "Traceback" not in ran.err
