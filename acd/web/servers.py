"""Runs the two applications in the service's own event loop: one on a unix socket, one on a port."""

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
from acd.web.service import Service


class SocketUnusable(Exception):
    """The control socket cannot be had; the message says why and what to do."""


class PortUnusable(Exception):
    """The port for health and metrics cannot be had; the message says why and what to do."""


class _Server(uvicorn.Server):
    """Leaves the process's signals alone: they belong to the service."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class WebServers:
    """The control socket at `control_socket`, health and metrics at `host`:`port`."""

    def __init__(
        self, service: Service, numbers: Metrics, *, control_socket: Path, host: str, port: int
    ) -> None:
        self._control = control_app(service)
        self._health = health_app(service, numbers)
        self._control_socket = control_socket
        self._host = host
        self._port = port
        self._running: list[tuple[_Server, asyncio.Task[None]]] = []

    async def start(self) -> None:
        """Listen on both, or on neither.

        Raises:
            SocketUnusable, PortUnusable: one of the two cannot be had.
        """
        on_port = tcp_socket(self._host, self._port)
        try:
            on_socket = unix_socket(self._control_socket)
        except SocketUnusable:
            on_port.close()
            raise
        self._running = [_serve(self._control, on_socket), _serve(self._health, on_port)]

    async def aclose(self) -> None:
        """Finish the requests in progress and stop."""
        if not self._running:
            return
        # While we still listen, nobody else takes the path for free: what is removed is ours.
        self._control_socket.unlink(missing_ok=True)
        for server, _ in self._running:
            server.should_exit = True
        for _, task in self._running:
            with suppress(asyncio.CancelledError):
                await task
        self._running = []


def _serve(app: Litestar, listening: socket.socket) -> tuple[_Server, asyncio.Task[None]]:
    config = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2, ws="none"
    )
    server = _Server(config)
    return server, asyncio.create_task(server.serve(sockets=[listening]), name="web")


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
