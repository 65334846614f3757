"""The way to PostgreSQL, which can be cut after any byte."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo


@dataclass
class Direction:
    """One of the two: counts what passes, and ends the connection when no more may."""

    name: str
    turns: list[str]
    """Of the whole wire: which way bytes went, one word for each change of direction."""
    passed: int = 0
    limit: float = float("inf")

    def cut_after(self, more: int) -> None:
        """Let `more` bytes pass, and none after them."""
        self.limit = self.passed + more

    def mend(self) -> None:
        """Let everything pass, in new connections."""
        self.limit = float("inf")

    def pass_on(self, chunk: bytes) -> bytes:
        """What may pass of a chunk."""
        allowed = chunk[: max(0, int(min(self.limit - self.passed, len(chunk))))]
        self.passed += len(allowed)
        if self.turns[-1:] != [self.name]:
            self.turns.append(self.name)
        return allowed


class Wire:
    """A unix socket before PostgreSQL's."""

    def __init__(self, server_socket: str) -> None:
        self.turns: list[str] = []
        self.up = Direction(name="up", turns=self.turns)
        """To PostgreSQL."""
        self.down = Direction(name="down", turns=self.turns)
        """From it."""
        self._server_socket = server_socket
        self._clients: list[asyncio.StreamWriter] = []
        self._abandoned: set[asyncio.StreamWriter] = set()
        self._closing = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()

    def abandon(self) -> None:
        """Drop the clients, and leave PostgreSQL in the belief that they are there."""
        for client in self._clients:
            self._abandoned.add(client)
            client.transport.abort()

    def accept(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        """Serve a new client."""
        self._clients.append(client)
        self._running.add(asyncio.create_task(self._serve(reader, client)))

    async def close(self) -> None:
        """End all connections."""
        self._closing.set()
        await asyncio.gather(*self._running)

    async def _serve(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        """One connection, until either side ends it."""
        from_server, server = await asyncio.open_unix_connection(self._server_socket)
        tasks: set[asyncio.Task[object]] = {
            asyncio.create_task(_pump(reader, server, self.up)),
            asyncio.create_task(_pump(from_server, client, self.down)),
            asyncio.create_task(self._closing.wait()),
        }
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        if client in self._abandoned:
            await self._closing.wait()
        for task in tasks:
            task.cancel()
        client.transport.abort()
        server.transport.abort()


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter, direction: Direction) -> None:
    while direction.passed < direction.limit:
        try:
            chunk = await source.read(65536)
        except ConnectionError:
            return
        if not chunk:
            return
        target.write(direction.pass_on(chunk))


@asynccontextmanager
async def wired(dsn: str, directory: Path) -> AsyncIterator[tuple[Wire, str]]:
    """A wire to the database, and the connection string that goes through it."""
    parts = conninfo_to_dict(dsn)
    wire = Wire(f"{parts['host']}/.s.PGSQL.{parts['port']}")
    server = await asyncio.start_unix_server(wire.accept, directory / ".s.PGSQL.5432")
    try:
        yield wire, make_conninfo(dsn, host=str(directory), port=5432)
    finally:
        server.close()
        await wire.close()
