"""The three programs, each in its container: started, ended and frozen as processes of this machine are."""

import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg
from docker.errors import APIError
from docker.models.containers import Container
from psycopg.conninfo import make_conninfo

from acd.lab import console
from acd.lab.errors import StartError
from acd.lab.ports import HOST
from acd.lab.service import is_ready

_BYE_S = 30
"""As `stop_grace_period` in docker-compose.yml."""
_LOOK_AGAIN_S = 0.02
_KILLED_BY = 128
"""Docker tells a signal as a status: this and its number."""


class ContainerProgram:
    """One container. `make` makes it and starts it, the first time."""

    def __init__(self, name: str, make: Callable[[], Container]) -> None:
        self.name = name
        self._make = make
        self._container: Container | None = None
        self._main_pid = 0
        self._pidfd = -1

    @property
    def running(self) -> bool:
        """Whether it lives (also while it is frozen)."""
        return self._container is not None and not self.wait(0)

    @property
    def pid(self) -> int:
        """Its process id, as it knows it itself."""
        status = Path(f"/proc/{self.host_pid}/status").read_text(encoding="utf-8")
        return int(next(line for line in status.splitlines() if line.startswith("NSpid:")).split()[-1])

    @property
    def host_pid(self) -> int:
        """Its process id on this machine: that of the first child, where an init is in between."""
        children = Path(f"/proc/{self._main_pid}/task/{self._main_pid}/children").read_text(encoding="ascii")
        program = Path(f"/proc/{self._main_pid}/comm").read_text(encoding="utf-8").strip()
        return int(children.split()[0]) if program == "tini" else self._main_pid

    @property
    def exit_status(self) -> int | None:
        """How it has ended; minus the number of the signal that ended it. None while it runs."""
        if self.running:
            return None
        code = int(self._made().wait(timeout=_BYE_S)["StatusCode"])
        return -(code - _KILLED_BY) if code > _KILLED_BY else code

    @property
    def container(self) -> Container:
        """The container itself."""
        return self._made()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it has ended, at most `timeout_s`; whether it has."""
        if self._pidfd < 0:
            return True
        poller = select.poll()
        poller.register(self._pidfd, select.POLLIN)
        if not poller.poll(timeout_s * 1000):
            return False
        os.close(self._pidfd)
        self._pidfd = -1
        self._made().wait(timeout=_BYE_S)  # Docker, too, has to notice
        return True

    def adopt(self, container: Container) -> None:
        """Be this container, which somebody has started."""
        container.reload()
        self._container, self._main_pid = container, int(container.attrs["State"]["Pid"])
        with suppress(OSError):  # it has ended already
            self._pidfd = os.pidfd_open(self._main_pid)

    def begin(self) -> None:
        """Start without waiting until it can be used."""
        if self.running:
            return
        if self._container is None:
            self.adopt(self._make())
        else:
            self._container.start()
            self.adopt(self._container)

    def stop(self) -> None:
        """End it properly."""
        if self.running:
            self.thaw()
            self._made().stop(timeout=_BYE_S)
            self.wait(_BYE_S)

    def kill(self) -> None:
        """End it as a crash would (SIGKILL, all its processes)."""
        if self.running:
            self._signal(signal.SIGKILL)
            self._resume()  # the dead thaw to die
            self.wait(_BYE_S)

    def freeze(self) -> None:
        """Stall it, until `thaw`."""
        self._made().pause()

    def thaw(self) -> None:
        """Let it go on after `freeze`, or after it has stopped itself."""
        self._resume()
        with suppress(OSError, IndexError):  # it has ended meanwhile
            os.kill(self.host_pid, signal.SIGCONT)

    @property
    def is_stopped(self) -> bool:
        """Whether its process has been stopped by a signal, and not been woken."""
        stat = Path(f"/proc/{self.host_pid}/stat").read_text(encoding="ascii")
        return stat.rpartition(")")[2].split()[0] == "T"

    def wait_until(self, reached: Callable[[], bool], timeout_s: float) -> None:
        """Wait until `reached()`; raises `StartError` with the end of the log if it ends, or too late."""
        deadline = time.monotonic() + timeout_s
        while not reached():
            ended = self.wait(_LOOK_AGAIN_S)
            if ended or time.monotonic() > deadline:
                how = (
                    f"ended with status {self.exit_status}"
                    if ended
                    else f"was not ready after {timeout_s:g} s"
                )
                raise StartError(f"{self.name} {how}. Its last words:\n{self.said(tail=8)}")

    def said(self, *, tail: int | str = "all") -> str:
        """What it has printed since its container was made."""
        return str(self._made().logs(tail=tail).decode("utf-8", errors="replace"))

    def remove(self) -> None:
        """End it and forget it, where no project does that."""
        if self._container is not None:
            self._container.remove(force=True, v=False)
            self._container = None

    def _signal(self, number: signal.Signals) -> None:
        signal.pidfd_send_signal(self._pidfd, number)

    def _resume(self) -> None:
        with suppress(APIError):  # it was not frozen
            self._made().unpause()

    def _made(self) -> Container:
        if self._container is None:
            raise StartError(f"{self.name} was never started here: call start() first.")
        return self._container


class PostgresContainer(ContainerProgram):
    """PostgreSQL."""

    def __init__(self, make: Callable[[], Container], *, socket_directory: Path, conninfo: str) -> None:
        super().__init__("PostgreSQL", make)
        self.socket_directory = socket_directory
        self._conninfo = make_conninfo(conninfo, connect_timeout=2)

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it takes connections."""
        self.begin()
        self.wait_until(self._answers, timeout_s)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._conninfo).close()
        except psycopg.OperationalError:
            return False
        return True


class AsteriskContainer(ContainerProgram):
    """Asterisk."""

    def __init__(self, make: Callable[[], Container], *, control: Path) -> None:
        super().__init__("Asterisk", make)
        self._control = control

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it has fully booted."""
        self.begin()
        self.wait_until(self._has_booted, timeout_s)

    def rx(self, command: str, *, timeout_s: float = 30.0) -> str:
        """Run one console command; what it printed."""
        return console.ask(self._control, command, timeout_s=timeout_s)

    def _has_booted(self) -> bool:
        try:
            return "fully booted" in self.rx("core waitfullybooted")
        except console.ConsoleError:
            return False


class ServiceContainer(ContainerProgram):
    """The service. `remake` makes its container with this environment in place of the last one."""

    def __init__(
        self,
        make: Callable[[], Container],
        *,
        environment: dict[str, str],
        http_port: int,
        log: Path,
        remake: Callable[[dict[str, str]], Container] | None = None,
    ) -> None:
        super().__init__("The service", make)
        self.environment = environment
        self._made_with = environment
        self._http_port = http_port
        self._log = log
        self._remake = remake
        self._said_before = ""
        """By containers that were replaced."""

    @property
    def log(self) -> Path:
        """A file with what it has printed until now."""
        now = self.said() if self._container is not None else ""
        self._log.write_text(self._said_before + now, encoding="utf-8")
        return self._log

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it says that it is ready (`/readyz`)."""
        self.launch()
        self.wait_until(self.ready, timeout_s)

    def launch(self) -> None:
        """Start without waiting; for tests in which it cannot become ready."""
        if self._remake is not None and self.environment != self._made_with and not self.running:
            if self._container is not None:
                self._said_before += self.said()
            self._made_with = self.environment
            self.adopt(self._remake(self.environment))
        self.begin()

    def ready(self) -> bool:
        """Whether it says now that it can take calls."""
        return is_ready(HOST, self._http_port)
