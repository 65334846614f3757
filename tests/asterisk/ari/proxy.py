"""A TCP proxy between a client and Asterisk that can stop forwarding without closing anything."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self


class Proxy:
    """Forwards connections on a loopback port of its own to `port`, until `freeze`."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._pumps: list[asyncio.Task[None]] = []
        self._writers: list[asyncio.StreamWriter] = []
        self._frozen: list[asyncio.StreamWriter] = []
        self._forwarding: set[asyncio.Task[None]] = set()
        self._connections = asyncio.Semaphore(0)

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
        self.freeze()
        self.cut()
        # An aborted connection is closed in the next turn of the loop, which may be the test's last.
        for writer in self._frozen:
            with suppress(OSError):
                await writer.wait_closed()

    async def connection(self) -> None:
        """Return when there is one more connection than at the last call."""
        await self._connections.acquire()

    def freeze(self) -> None:
        """Let the connections of now hang half open: no byte passes, no side is told. New ones work."""
        for pump in self._pumps:
            pump.cancel()
        self._pumps.clear()
        self._frozen += self._writers
        self._writers.clear()

    def cut(self) -> None:
        """Close all connections of now, frozen ones too, without a word of WebSocket."""
        for writer in (*self._writers, *self._frozen):
            writer.transport.abort()
        self._writers.clear()

    def cut_frozen(self) -> None:
        """Close the connections that hang since `freeze`."""
        for writer in self._frozen:
            writer.transport.abort()

    async def _forward(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        forwarding = asyncio.current_task()
        assert forwarding is not None
        self._forwarding.add(forwarding)
        self._writers.append(near_out)
        far_in, far_out = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers.append(far_out)
        self._pumps += [
            asyncio.create_task(self._pump(near_in, far_out)),
            asyncio.create_task(self._pump(far_in, near_out)),
        ]
        self._connections.release()

    @staticmethod
    async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(65_536):
                target.write(piece)
                await target.drain()
        target.transport.abort()
