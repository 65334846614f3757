"""The WebSocket to Asterisk: requests out; answers and events in; opened again whenever it is lost.

Rules this room keeps:

- The reader decodes and hands over, nothing else: an answer wakes who asked, an event goes to the owner's
  `hear` in the order of arrival. Between an event and an answer Asterisk promises no order, nor do we.
- Nothing is ever repeated. A request whose answer did not come has an unknown outcome; who asked decides.
- Events of a gap are lost for good. After each `Connected` the owner compares its books with Asterisk.
- An event that the owner cannot take (`hear` raised) is such a gap too: the socket is opened anew.
- Taken over by another client with our application name, this client stops at once, until it is told to start
  again.

Asterisk works off one socket's requests one after another and answers pings in the same thread, so a request
that waits there behind a playback for longer than `Limits.silence_s` looks like a dead socket.
"""

import asyncio
import itertools
import logging
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, TypeAlias
from urllib.parse import urlencode

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.protocol import State
from websockets.typing import Subprotocol

from acd.asterisk.ari import wire
from acd.asterisk.ari.door import AriAccess, Body, Door, Query, Response, answer
from acd.asterisk.ari.errors import (
    AriNotConnected,
    AriRefused,
    AriStopped,
    AriUnauthorised,
    AriUnknownOutcome,
    unauthorised,
)
from acd.asterisk.ari.generated import ApplicationReplaced, RESTResponse

MAX_FRAME_BYTES = 16 * 1024 * 1024
"""Asterisk answers `GET channels` in one frame: 1 MiB, the library's default, is about 2,000 channels."""

log = logging.getLogger(__name__)
# At debug level the library writes its handshake down, password included: it may not.
_library_log = logging.getLogger(f"{__name__}.websocket")
_library_log.setLevel(logging.INFO)


@dataclass(frozen=True, kw_only=True)
class Connected:
    """The socket is open, for the `number`th time. What happened while it was not was not heard."""

    number: int


@dataclass(frozen=True, kw_only=True)
class Disconnected:
    """The socket was lost, and is being opened again. Calls go on in Asterisk; their events are lost."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """Another client has connected with our application name: this one has stopped."""


AriEvent: TypeAlias = wire.Incoming | Connected | Disconnected | Replaced
"""Everything an owner hears. Never a RESTResponse to a request of its own: those wake who asked."""


Hear: TypeAlias = Callable[[AriEvent], None]
"""Takes one event, in the event loop; must only put it somewhere."""


class EventSocket(Door, Protocol):
    """A door that brings events as well, and finds its way back to Asterisk by itself: `AriClient`."""

    @property
    def trouble(self) -> AriNotConnected | None:
        """What keeps requests from being sent at the moment, None while connected."""

    def start(self) -> None:
        """Begin to connect, in the background. To be called once, and again after each `Replaced`."""

    async def aclose(self) -> None:
        """Close and stop. Requests still waiting for an answer have an unknown outcome."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How long the client waits for what.

    A lost socket is opened again after `first_pause_s`, then after twice as long each time, up to
    `longest_pause_s`; after a refused password always after `unauthorised_pause_s`. Jitter takes up to half
    of each pause off. A socket that is silent for `ping_every_s + silence_s` is dropped; closing a live one
    takes at most `close_s`.
    """

    answer_s: float = 3.0
    open_s: float = 3.0
    ping_every_s: float = 1.0
    silence_s: float = 3.0
    close_s: float = 1.0
    first_pause_s: float = 0.1
    longest_pause_s: float = 5.0
    unauthorised_pause_s: float = 30.0


class AriClient:
    """One connection to one Asterisk as one application, until `aclose`.

    `hear` is called in the event loop for everything that happens, and must only put it somewhere. `jitter`
    gives numbers from 0 to 1, so that many clients do not all come back at once. `surprises` counts what
    Asterisk sent and nobody understood or waited for.
    """

    def __init__(
        self,
        access: AriAccess,
        hear: Hear,
        *,
        jitter: Callable[[], float],
        limits: Limits | None = None,
    ) -> None:
        self._access = access
        self._hear = hear
        self._jitter = jitter
        self._limits = limits or Limits()
        self._ids = itertools.count(1)
        self._waiting: dict[str, asyncio.Future[RESTResponse | None]] = {}
        self._socket: ClientConnection | None = None
        self._trouble = AriNotConnected("not started: call start() first")
        self._changed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._connections = 0
        self.surprises: Counter[str] = Counter()

    @property
    def trouble(self) -> AriNotConnected | None:
        """Return what keeps requests from being sent at the moment, None while connected."""
        return None if self._socket is not None else self._trouble

    def start(self) -> None:
        """Begin to connect, in the background: in a running event loop, once and after each `Replaced`."""
        self._trouble = AriNotConnected("Asterisk has not answered yet")
        # After `Replaced` the task before may still have its socket to close.
        task = asyncio.create_task(self._keep_connected(), name=f"ari {self._access.app}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def wait_connected(self, timeout_s: float) -> None:
        """Return as soon as the socket is open.

        Raises:
            AriUnauthorised: at once, when Asterisk refuses the password.
            AriStopped: at once, after a takeover or `aclose`.
            AriNotConnected: after `timeout_s`, with what stood in the way last.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while self.trouble is not None and not isinstance(self.trouble, AriUnauthorised | AriStopped):
                    await self._changed.wait()
        if self.trouble is not None:
            raise _again(self.trouble)

    async def aclose(self) -> None:
        """Close the socket and stop. Requests still waiting for an answer have an unknown outcome."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._turn(None, AriStopped("this client is closed"))

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        """Send one request over the socket and return its answer; see `Door.request`.

        Many may wait at the same time; Asterisk performs them in the order of the calls.
        """
        what = f"{method} {path}"
        socket = self._socket
        if socket is None or socket.state is not State.OPEN:
            raise _again(self.trouble or AriNotConnected("the socket is closing"))
        request_id = str(next(self._ids))
        frame = wire.encode_request(request_id, method, path, query, body)
        if len(frame) > wire.MAX_REQUEST_BYTES:
            raise AriRefused(
                413, f"{len(frame)} bytes, Asterisk reads at most {wire.MAX_REQUEST_BYTES}", what
            )
        waiting = self._waiting[request_id] = asyncio.get_running_loop().create_future()
        limit_s = self._limits.answer_s if timeout_s is None else timeout_s
        try:
            async with asyncio.timeout(limit_s):
                await socket.send(frame, text=True)
                reply = await waiting
        except TimeoutError:
            raise AriUnknownOutcome(
                f"no answer to {what} within {limit_s} s: look before asking again"
            ) from None
        except ConnectionClosed:
            reply = None
        finally:
            del self._waiting[request_id]
        if reply is None:
            raise AriUnknownOutcome(
                f"the socket was lost before the answer to {what}: look before asking again"
            )
        return answer(what, reply.status_code, reply.reason_phrase, reply.message_body or "")

    async def _keep_connected(self) -> None:
        clock = asyncio.get_running_loop().time
        failures = 0
        while True:
            began_at = clock()
            try:
                socket = await self._open()
            except AriNotConnected as trouble:
                log.warning("no connection to Asterisk: %s", trouble)
                self._turn(None, trouble)
            else:
                if not await self._serve(socket):
                    return
                if clock() - began_at > self._limits.longest_pause_s:
                    failures = 0  # it held for a while: its end is news, not the old trouble
            await asyncio.sleep(self._pause_s(failures))
            failures += 1

    def _pause_s(self, failures: int) -> float:
        limits = self._limits
        if isinstance(self._trouble, AriUnauthorised):
            pause_s = limits.unauthorised_pause_s
        else:
            pause_s = min(limits.first_pause_s * 2 ** min(failures, 30), limits.longest_pause_s)
        return pause_s * (0.5 + 0.5 * self._jitter())

    async def _open(self) -> ClientConnection:
        """Open the socket. Raises AriNotConnected, or AriUnauthorised."""
        access, limits = self._access, self._limits
        try:
            return await connect(
                f"ws{access.url.removeprefix('http')}/events?{urlencode({'app': access.app})}",
                additional_headers={"Authorization": access.authorization()},
                subprotocols=[Subprotocol("ari")],
                compression=None,
                proxy=None,
                max_size=MAX_FRAME_BYTES,
                open_timeout=limits.open_s,
                ping_interval=None,  # _watch does it
                close_timeout=limits.close_s,
                logger=_library_log,
            )
        except InvalidStatus as refused:
            status = refused.response.status_code
            if status in {401, 403}:
                raise unauthorised(access.user) from None
            raise AriNotConnected(f"{access.url} answers HTTP {status}: is ARI enabled there?") from None
        except (OSError, WebSocketException) as error:
            reason = str(error) or type(error).__name__
            raise AriNotConnected(
                f"{access.url}: {reason}; is Asterisk up, with its HTTP server on?"
            ) from None

    async def _serve(self, socket: ClientConnection) -> bool:
        """Read until the socket ends. Return whether it is to be opened again."""
        self._connections += 1
        self._turn(socket, AriNotConnected("the socket is closing"))
        ending: Disconnected | Replaced | None = None
        watch = asyncio.create_task(self._watch(socket))
        try:
            self._hear(Connected(number=self._connections))
            while self._take(await socket.recv(decode=False)):
                pass
            ending = Replaced()
        except ConnectionClosed as closed:
            ending = Disconnected(reason=watch.result() if watch.done() else str(closed))
        except Exception as error:
            log.exception("an event from Asterisk could not be taken: giving up this socket to start afresh")
            ending = Disconnected(reason=f"an event could not be taken: {error!r}")
        finally:
            watch.cancel()
            self._turn(None, self._trouble_after(ending))
            if ending is not None:
                log.warning("the socket to Asterisk has ended: %s", ending)
                self._tell(ending)
            try:
                await socket.close()
            finally:
                # Python 3.11.2 (Debian 12) takes the library's own time-out, in a task that is being
                # cancelled, for the cancelling; and then the library leaves the connection open.
                socket.transport.abort()
        return isinstance(ending, Disconnected)

    async def _watch(self, socket: ClientConnection) -> str:
        """Drop the socket when Asterisk has gone silent; return why it ended.

        Not the library's own keepalive: that times the pong only, and its ping waits without limit until the
        write buffer has room, which a stalled socket never gives it.
        """
        while True:
            await asyncio.sleep(self._limits.ping_every_s)
            try:
                async with asyncio.timeout(self._limits.silence_s):
                    await (await socket.ping())
            except TimeoutError:
                socket.transport.abort()
                return f"no answer to a ping within {self._limits.silence_s} s"
            except ConnectionClosed as closed:
                return str(closed)

    def _trouble_after(self, ending: Disconnected | Replaced | None) -> AriNotConnected:
        match ending:
            case Disconnected(reason=reason):
                return AriNotConnected(f"the socket to Asterisk was lost: {reason}")
            case Replaced():
                return AriStopped(f"another client has connected as the application {self._access.app!r}")
            case None:
                return AriStopped("this client is closed")

    def _take(self, frame: bytes) -> bool:
        """Hand over what one frame holds. Return False when nothing after it is for this client."""
        try:
            incoming = wire.decode_frame(frame)
        except wire.Unreadable as garbage:
            self._surprise("unreadable frame", str(garbage))
            return True
        if isinstance(incoming, RESTResponse):
            waiting = self._waiting.get(incoming.request_id)
            if waiting is None:
                self._surprise("answer nobody waits for", f"{incoming.status_code} {incoming.uri}")
            elif not waiting.done():
                waiting.set_result(incoming)
            return True
        if isinstance(incoming, ApplicationReplaced):
            return False
        if isinstance(incoming, wire.UnknownEvent):
            self._surprise("unknown event", f"{incoming.type}: {incoming.problem}")
        self._hear(incoming)
        return True

    def _turn(self, socket: ClientConnection | None, trouble: AriNotConnected) -> None:
        """Change to this socket, or to none because of `trouble`. The old one answers no more."""
        self._socket, self._trouble = socket, trouble
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_result(None)
        self._changed.set()
        self._changed = asyncio.Event()

    def _tell(self, ending: Disconnected | Replaced) -> None:
        try:
            self._hear(ending)
        except Exception:
            log.exception("the owner could not take %s", ending)

    def _surprise(self, kind: str, what: str) -> None:
        self.surprises[kind] += 1
        count = self.surprises[kind]
        if count & (count - 1) == 0:  # the 1st, 2nd, 4th, 8th …: a flood must not become a flood of lines
            log.warning("%s from Asterisk (%d so far): %s", kind, count, what)


def _again(trouble: AriNotConnected) -> AriNotConnected:
    """Return a fresh copy: an exception raised twice would collect the tracebacks of both."""
    return type(trouble)(str(trouble))
