"""A TCP proxy before Asterisk that can keep one kind of request waiting, and count them."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self


class Gate:
    """Forwards everything to `port`. What a client sends that begins with `held` waits until `open`."""

    def __init__(self, port: int, held: bytes) -> None:
        self._target = port
        self._held = held
        self._opened = asyncio.Event()
        self._opened.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: list[asyncio.StreamWriter] = []
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
        self.break_off()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def close(self) -> None:
        """From now on they wait."""
        self._opened.clear()

    def open(self) -> None:
        """Let them through."""
        self._opened.set()

    def break_off(self) -> None:
        """Cut all connections of now."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        for task in self._tasks:
            task.cancel()

    async def _forward(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        far_in, far_out = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers += [near_out, far_out]
        for source, target, watched in ((near_in, far_out, True), (far_in, near_out, False)):
            task = asyncio.create_task(self._pump(source, target, watched))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, watched: bool) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(65_536):
                if watched and piece.startswith(self._held):
                    self.count += 1
                    self.arrived.release()
                    await self._opened.wait()
                target.write(piece)
                await target.drain()
        target.transport.abort()
