"""The FastAGI server: accepts, bounds, routes. A bad client ends its own session and nothing else.

Every read is bounded in bytes and in time, every session in time, their number altogether. Asterisk itself
has no time limit once it is connected, so a client that cannot be served is closed at once: the dialplan then
goes on and sees that ``ACD_ANSWERED`` is not set.
"""

import asyncio
import contextlib
import ipaddress
from collections.abc import Awaitable, Callable, Mapping

import msgspec
import structlog

from acd.asterisk.agi import wire
from acd.asterisk.agi.errors import AgiError, ChannelGone, Malformed, NotLoopback, PortUnavailable
from acd.asterisk.agi.session import Session
from acd.asterisk.agi.wire import SessionRequest

Handler = Callable[[Session], Awaitable[None]]
"""A script: talks to the channel through the session; an `AgiError` it lets pass ends the session only."""

ERROR_VARIABLE = "ACD_ERROR"
"""Set on the channel when no script answered: ``unknown_script``, or ``failed`` for a fault of ours."""

_LAST_WORD_WAIT_S = 1.0

log = structlog.get_logger(__name__)


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A script and how long one session of it may take."""

    handler: Handler
    limit_s: float


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a client may use up. The defaults are far above what Asterisk sends."""

    sessions: int = 256
    """At the same time; further clients are closed at once."""
    header_wait_s: float = 5.0
    """From connecting until the client is known to be Asterisk and what it asks for."""
    header_bytes: int = 32_768
    line_bytes: int = 8_192


class AgiServer:
    """Serves scripts by name. One `start`, one `aclose`."""

    def __init__(
        self, *, routes: Mapping[str, Route], port: int, host: str = "127.0.0.1", limits: Limits | None = None
    ) -> None:
        """`port` 0 takes a free one. Raises `NotLoopback`."""
        if not ipaddress.ip_address(host).is_loopback:
            raise NotLoopback(f"FastAGI has no password and must not listen on {host}; use 127.0.0.1")
        self._routes = dict(routes)
        self._host = host
        self._wanted_port = port
        self._limits = limits or Limits()
        self._server: asyncio.Server | None = None
        self._sessions: set[asyncio.Task[None]] = set()
        self._turning_away = False

    async def start(self) -> None:
        """Begins to listen. Raises `PortUnavailable`."""
        try:
            self._server = await asyncio.start_server(
                self._accept, self._host, self._wanted_port, limit=self._limits.line_bytes
            )
        except OSError as error:
            raise PortUnavailable(
                f"FastAGI cannot listen on {self._host}:{self._wanted_port} ({error.strerror}); "
                "stop what holds the port, or set another one"
            ) from error

    @property
    def port(self) -> int:
        """The port it listens on."""
        if self._server is None:
            raise RuntimeError("the FastAGI server is not started")
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def aclose(self) -> None:
        """Stops listening and ends every session; nothing is left behind."""
        if self._server is None:
            return
        self._server.close()
        for task in self._sessions:
            task.cancel()
        await asyncio.gather(*self._sessions, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Called by asyncio for every client; not a coroutine, so that no session escapes `aclose`."""
        if len(self._sessions) >= self._limits.sessions:
            if not self._turning_away:
                log.warning("AGI clients are turned away", sessions=len(self._sessions))
            self._turning_away = True
            writer.transport.abort()
            return
        self._turning_away = False
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._sessions.add(task)
        task.add_done_callback(self._sessions.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = _StreamWire(reader, writer)
        try:
            async with asyncio.timeout(self._limits.header_wait_s):
                session = Session(request=await self._request(lines), wire=lines)
                await session.prove_in_step()
            await self._run(session)
        except TimeoutError:
            log.warning("an AGI client did not say what it wants", limit_s=self._limits.header_wait_s)
        except ChannelGone:
            log.debug("an AGI client left")
        except AgiError as error:
            log.warning("an AGI session was ended", reason=str(error), kind=type(error).__name__)
        finally:
            writer.transport.abort()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _request(self, lines: "_StreamWire") -> SessionRequest:
        header: list[str] = []
        left_bytes = self._limits.header_bytes
        while line := await lines.receive():
            left_bytes -= len(line) + 1
            if left_bytes < 0:
                raise Malformed("the header block is too long")
            header.append(line)
        return wire.parse_request(header)

    async def _run(self, session: Session) -> None:
        request = session.request
        spoke = log.bind(script=request.script, channel=request.env.get("agi_uniqueid"))
        route = self._routes.get(request.script)
        if route is None:
            spoke.warning("AGI was asked for an unknown script", known=sorted(self._routes))
            await self._last_word(session, "unknown_script")
            return
        try:
            async with asyncio.timeout(route.limit_s) as limit:
                await route.handler(session)
        except (ChannelGone, Malformed):
            raise
        except AgiError as error:
            spoke.warning("an AGI script gave up", reason=str(error), kind=type(error).__name__)
            await self._last_word(session, "failed")
        except Exception as error:
            if limit.expired():
                spoke.warning("an AGI script took too long", limit_s=route.limit_s)
                return
            spoke.exception("an AGI script failed", error=type(error).__name__)
            await self._last_word(session, "failed")

    async def _last_word(self, session: Session, error: str) -> None:
        """Tells the dialplan why there is no answer, if it still listens."""
        try:
            async with asyncio.timeout(_LAST_WORD_WAIT_S):
                await session.set_variable(ERROR_VARIABLE, error)
        except TimeoutError:
            log.debug("an AGI client did not take the last word")


class _StreamWire:
    """`Wire` over a socket; the reader's limit bounds a line, and it stops reading at twice of it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, line: bytes) -> None:
        try:
            self._writer.write(line)
            await self._writer.drain()
        except ConnectionError as error:
            raise ChannelGone("Asterisk closed the session") from error

    async def receive(self) -> str:
        try:
            line = await self._reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            raise Malformed("a line is too long") from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise ChannelGone("Asterisk closed the session") from error
        return line[:-1].decode(errors="replace")
