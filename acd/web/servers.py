"""Runs the two applications in the service's own event loop: one on a unix socket, one on a port."""

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from litestar import Litestar

from acd.web.control import control_app
from acd.web.health import health_app
from acd.web.metrics import Metrics
from acd.web.service import Service


class SocketInUse(Exception):
    """Another service listens on this control socket."""


class PortInUse(Exception):
    """The port for health and metrics cannot be had."""


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
        """Listen on both.

        Raises:
            SocketInUse, PortInUse: something else does.
        """
        await self._serve(self._control, unix_socket(self._control_socket))
        await self._serve(self._health, _tcp_socket(self._host, self._port))

    async def aclose(self) -> None:
        """Finish the requests in progress and stop."""
        for server, _ in self._running:
            server.should_exit = True
        for _, task in self._running:
            with suppress(asyncio.CancelledError):
                await task
        if self._running:
            self._control_socket.unlink(missing_ok=True)
        self._running = []

    async def _serve(self, app: Litestar, listening: socket.socket) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
            ws="none",
        )
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listening]), name="web")
        self._running.append((server, task))


def unix_socket(path: Path) -> socket.socket:
    """A listening 0600 socket in a 0700 folder. What a dead process left there is replaced.

    Raises:
        SocketInUse: a live one listens there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
        try:
            trial.connect(str(path))
        except OSError:
            path.unlink(missing_ok=True)
        else:
            listening.close()
            raise SocketInUse(f"Another service listens on {path}: stop it, or set ACD_CONTROL_SOCKET.")
    # The mask is the process's, and this is the only thread that makes files at this moment.
    before = os.umask(0o177)
    try:
        listening.bind(str(path))
    finally:
        os.umask(before)
    listening.listen()
    return listening


def _tcp_socket(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortInUse(
            f"{host}:{port} for health and metrics: {error.strerror}. "
            "Stop what listens there, or set ACD_HTTP_PORT."
        ) from None
    listening.listen()
    return listening
