"""What a call centre for tests runs on: its programs, whether they are processes or containers.

The embedded stack is `acd.lab.stack.Stack`, the one in containers `acd.testing.docker.stack.DockerStack`. A
test sees the same of both, and breaks both in the same way.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Protocol

from acd.lab.asterisk import AsteriskFiles
from acd.lab.ports import Ports
from acd.runtime.secret_file import Secrets

On = Literal["embedded", "docker"]
"""Programs of this machine, or containers of its Docker engine."""


class Program(Protocol):
    """One of the programs, whether it runs now or not."""

    @property
    def running(self) -> bool:
        """Whether it lives (also while it is frozen)."""

    @property
    def pid(self) -> int:
        """Its process id, as it knows it itself."""

    @property
    def exit_status(self) -> int | None:
        """How it has ended; minus the number of the signal that ended it. None while it runs."""

    def wait(self, timeout_s: float) -> bool:
        """Wait until it has ended, at most `timeout_s`; whether it has."""

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start, and wait until it can be used."""

    def stop(self) -> None:
        """End it properly."""

    def kill(self) -> None:
        """End it as a crash would (SIGKILL)."""


class Postgres(Program, Protocol):
    """PostgreSQL."""

    @property
    def socket_directory(self) -> Path:
        """Where its socket is."""

    def freeze(self) -> None:
        """Stall it: connections stay open, nothing answers, until `thaw`."""

    def thaw(self) -> None:
        """Let it go on after `freeze`."""


class Asterisk(Program, Protocol):
    """Asterisk."""

    def rx(self, command: str, *, timeout_s: float = 30.0) -> str:
        """Run one console command; what it printed."""


class Service(Program, Protocol):
    """The service. Its log is complete, from its first start on."""

    environment: dict[str, str]
    """Of a process of this machine that would be this service; a change counts from the next start."""

    @property
    def log(self) -> Path:
        """A file with what it has printed until now."""

    @property
    def is_stopped(self) -> bool:
        """Whether its process has been stopped by a signal, and not been woken."""

    def launch(self) -> None:
        """Start without waiting; for tests in which it cannot become ready."""

    def ready(self) -> bool:
        """Whether it says now that it can take calls."""

    def freeze(self) -> None:
        """Stall it, as a machine under overload would, until `thaw`."""

    def thaw(self) -> None:
        """Let it go on after `freeze`, or after it has stopped itself."""


class AnyStack(Protocol):
    """One call centre's programs, and where their files are."""

    @property
    def directory(self) -> Path:
        """With the files as `acd.lab.stack` describes them."""

    @property
    def files(self) -> AsteriskFiles:
        """Asterisk's."""

    @property
    def ports(self) -> Ports:
        """All on loopback."""

    @property
    def secrets(self) -> Secrets:
        """Passwords and PINs."""

    @property
    def secrets_path(self) -> Path:
        """The file with them."""

    @property
    def control_socket(self) -> Path:
        """Where the service takes orders."""

    @property
    def dsn(self) -> str:
        """The service's database, without the password."""

    @property
    def postgres(self) -> Postgres:
        """The database."""

    @property
    def asterisk(self) -> Asterisk:
        """The switch."""

    @property
    def service(self) -> Service:
        """The service."""

    def start(self) -> None:
        """Start everything, each when what it needs is ready."""

    def start_postgres(self) -> None:
        """Start PostgreSQL and see that the service's database is there."""

    def start_asterisk(self) -> None:
        """Render the configuration and start Asterisk with it."""

    def render(self) -> None:
        """Fill Asterisk's configuration anew."""

    def another_service(
        self, log: Path, *, readable: Iterable[Path] = (), distant: bool = False, **settings: str
    ) -> Service:
        """A further service for the same floor, not started: with `settings` of its own, an ``ACD_HTTP_PORT``
        among them, and `readable` folders of this machine. `distant`: it sees no process of the first.
        """

    def acd(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Run a command of `acd` where the service runs; its exit status, what it wrote, and what it
        complained of. A path is that of a file in the company's folder.
        """

    def close(self) -> None:
        """End everything."""
