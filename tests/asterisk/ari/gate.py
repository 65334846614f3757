"""A TCP proxy before Asterisk that can keep one kind of request waiting, and count them."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass(kw_only=True)
class _Connection:
    writers: list[asyncio.StreamWriter]
    pumps: list[asyncio.Task[None]] = field(default_factory=list)
    first: bytes = b""


class Gate:
    """Forwards everything to `port`. What a client sends that begins with `held` waits until `open`."""

    def __init__(self, port: int, held: bytes) -> None:
        self._target = port
        self._held = held
        self._opened = asyncio.Event()
        self._opened.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._forwarding: set[asyncio.Task[None]] = set()
        self._connections: list[_Connection] = []
        self.arrived = asyncio.Semaphore(0)
        """One more for each such request."""
        self.count = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._forward, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for forwarding in self._forwarding:
            forwarding.cancel()
        await asyncio.gather(*self._forwarding, return_exceptions=True)
        self.break_off()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def close(self) -> None:
        """From now on they wait."""
        self._opened.clear()

    def open(self) -> None:
        """Let them through."""
        self._opened.set()

    def break_off(self, beginning: bytes = b"") -> None:
        """Cut those connections of now on which this was sent first."""
        for connection in [each for each in self._connections if each.first.startswith(beginning)]:
            self._connections.remove(connection)
            for writer in connection.writers:
                writer.transport.abort()
            for pump in connection.pumps:
                pump.cancel()

    async def _forward(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        forwarding = asyncio.current_task()
        assert forwarding is not None
        self._forwarding.add(forwarding)
        connection = _Connection(writers=[near_out])
        self._connections.append(connection)
        far_in, far_out = await asyncio.open_connection("127.0.0.1", self._target)
        connection.writers.append(far_out)
        for pump in (self._upwards(connection, near_in, far_out), self._downwards(far_in, near_out)):
            task = asyncio.create_task(pump)
            connection.pumps.append(task)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _upwards(
        self, connection: _Connection, source: asyncio.StreamReader, target: asyncio.StreamWriter
    ) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(65_536):
                connection.first = connection.first or piece
                if piece.startswith(self._held):
                    self.count += 1
                    self.arrived.release()
                    await self._opened.wait()
                target.write(piece)
                await target.drain()
        target.transport.abort()

    @staticmethod
    async def _downwards(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(65_536):
                target.write(piece)
                await target.drain()
        target.transport.abort()
