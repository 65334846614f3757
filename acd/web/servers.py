"""Runs the two applications in the service's own event loop: health on a port, from the start of the process
to its end, and control on a unix socket, while it leads.
"""

import asyncio
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from litestar import Litestar

from acd.web.control import control_app
from acd.web.health import health_app
from acd.web.metrics import Metrics
from acd.web.service import Health, Service

SILENT_S = 1.0
"""Who has not begun to answer in so long is silent."""


class SocketUnusable(Exception):
    """The control socket cannot be had; the message says why and what to do."""


class PortUnusable(Exception):
    """The port for health and metrics cannot be had; the message says why and what to do."""


class _Server(uvicorn.Server):
    """Leaves the process's signals alone: they belong to the service."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class HealthServer:
    """Health and metrics at `host`:`port`, for as long as the process lives."""

    def __init__(self, health: Health, numbers: Metrics, *, host: str, port: int) -> None:
        self._app = health_app(health, numbers)
        self._host = host
        self._port = port
        self._running: _Running | None = None

    async def start(self) -> None:
        """Listen.

        Raises:
            PortUnusable: the port cannot be had.
        """
        self._running = _Running(self._app, tcp_socket(self._host, self._port))

    async def aclose(self) -> None:
        """Finish the requests in progress and stop."""
        if self._running is not None:
            await self._running.end()
            self._running = None


class ControlServer:
    """The control socket at `path`: of whoever leads."""

    def __init__(self, service: Service, path: Path) -> None:
        self._app = control_app(service)
        self._path = path
        self._running: _Running | None = None
        self._file: os.stat_result | None = None

    async def start(self, *, replace_silent: bool = False) -> None:
        """Listen. With `replace_silent` also in place of a live process that does not answer: one from which
        the leadership was taken.

        Raises:
            SocketUnusable: the socket cannot be had.
        """
        if replace_silent:
            await asyncio.to_thread(_remove_silent, self._path)
        self._running = _Running(self._app, unix_socket(self._path))
        self._file = self._path.stat()

    async def aclose(self) -> None:
        """Finish the requests in progress and stop."""
        if self._running is None or self._file is None:
            return
        # While we listen nobody takes the path from us, unless we were silent: then it is our successor's.
        with suppress(FileNotFoundError):
            if os.path.samestat(self._path.stat(), self._file):
                self._path.unlink()
        await self._running.end()
        self._running = None


class _Running:
    """An application that is served."""

    def __init__(self, app: Litestar, listening: socket.socket) -> None:
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2, ws="none"
        )
        self._server = _Server(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listening]), name="web")

    async def end(self) -> None:
        self._server.should_exit = True
        with suppress(asyncio.CancelledError):
            await self._task


def unix_socket(path: Path) -> socket.socket:
    """A listening 0600 socket, in a 0700 folder if that has to be made. What a dead process left there is
    replaced; what is no socket is not touched.

    Raises:
        SocketUnusable: a live service listens there, or no socket can be made there.
    """
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(path)
        # Linux gives the file the mode of the descriptor: there is no moment at which others could connect.
        os.fchmod(listening.fileno(), 0o600)
        listening.bind(str(path))
        listening.listen()
    except OSError as error:
        listening.close()
        raise SocketUnusable(
            f"The control socket {path} cannot be made: {error.strerror or error}. "
            "Set ACD_CONTROL_SOCKET to a short path in a folder of the service."
        ) from None
    except SocketUnusable:
        listening.close()
        raise
    return listening


def _clear(path: Path) -> None:
    """Make room for our socket."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(found.st_mode):
        raise SocketUnusable(f"{path} is no socket: set ACD_CONTROL_SOCKET to another path, or remove it.")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        trial.setblocking(False)
        try:
            trial.connect(str(path))
        except (ConnectionRefusedError, FileNotFoundError):
            path.unlink(missing_ok=True)
            return
        except BlockingIOError:
            pass  # somebody listens and is too busy to answer
    raise SocketUnusable(f"Another service listens on {path}: stop it, or set ACD_CONTROL_SOCKET.")


def _remove_silent(path: Path) -> None:
    """Remove the socket of a process that takes connections, as the kernel does for it, and says nothing."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        trial.settimeout(SILENT_S)
        try:
            trial.connect(str(path))
            trial.sendall(b"GET / HTTP/1.1\r\nhost: acd\r\nconnection: close\r\n\r\n")
            trial.recv(1)
        except (TimeoutError, BlockingIOError):  # the second: so many wait there that no more may
            path.unlink(missing_ok=True)
        except OSError:
            pass  # nobody is there; what is left of it is no obstacle


def tcp_socket(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        PortUnusable: something else listens there, or the address is none of this machine's.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise PortUnusable(
            f"{host}:{port} for health and metrics: {error.strerror or error}. "
            "Stop what listens there, or set ACD_HTTP_HOST and ACD_HTTP_PORT."
        ) from None
    return listening
