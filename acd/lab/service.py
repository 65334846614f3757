"""The service itself as a process of the lab: `python -m acd run`, told everything by `ACD_*` variables."""

import http.client
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import acd
from acd.lab.ports import HOST
from acd.lab.process import LabProcess, Program

_ALONE = ("unshare", "--pid", "--fork", "--kill-child")


def is_ready(host: str, http_port: int) -> bool:
    """Whether the service with this health port says now that it can take calls."""
    connection = http.client.HTTPConnection(host, http_port, timeout=2.0)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class ServiceProcess(Program):
    """One service. Its environment holds no secret, only the path of the secrets file."""

    name = "The service"
    command: tuple[str, ...] = (sys.executable, "-m", "acd", "run")

    def __init__(
        self, environment: Mapping[str, str], *, http_port: int, log: Path, distant: bool = False
    ) -> None:
        """`distant`: it sees no process of ours, as on another machine."""
        # It runs from "/": the package that we are a part of must be found from there as well.
        self.environment = {"PYTHONPATH": str(Path(acd.__path__[0]).parent), **environment}
        self.log = log
        if distant:
            self.command = (*_ALONE, *self.command)
        self._http_port = http_port

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it says that it is ready (`/readyz`)."""
        if self.running:
            return
        self.launch()
        self._started().wait_until(self.ready, timeout_s=timeout_s)

    def launch(self) -> None:
        """Start without waiting; for tests in which it cannot become ready."""
        self._process = LabProcess.start(
            self.name, self.command, log=self.log, environment=self.environment, death_signal=signal.SIGTERM
        )

    def ready(self) -> bool:
        """Whether it says now that it can take calls."""
        return is_ready(HOST, self._http_port)

    def stop(self) -> None:
        """End it properly; calls stay in Asterisk."""
        if self._process is not None:
            self.thaw()
            self._process.end((signal.SIGTERM, 15.0))

    def kill(self) -> None:
        """End it as a crash would (SIGKILL)."""
        self._started().end()

    @property
    def is_stopped(self) -> bool:
        """Whether its process has been stopped by a signal, and not been woken."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii")
        return stat.rpartition(")")[2].split()[0] == "T"

    def freeze(self) -> None:
        """Stall it (SIGSTOP), as a machine under overload would, until `thaw`."""
        self._started().send(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on after `freeze`."""
        self._started().send(signal.SIGCONT)
