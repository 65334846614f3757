"""One AMI connection from its first byte to its last: log in, ask, hear events, be closed.

`panoramisk` parses the stream and matches answers to actions. Its `Manager` is left out on purpose: it keeps
its own reconnecting timers, which nothing can cancel, and after a reconnect it sends unanswered actions once
more. Here a connection never comes back, so nothing is ever sent twice; `device_states` makes the next one.
"""

import asyncio
import ipaddress
import re
from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
import structlog
from panoramisk.actions import Action
from panoramisk.ami_protocol import AMIProtocol
from panoramisk.message import Message

from acd.asterisk.ami.errors import AmiClosed, AmiRefused, AmiSilent, AmiUnreachable, UnsafeSetting

MESSAGE_LIMIT_CHARS = 1_048_576
"""Asterisk's messages have a few hundred; a larger one is not from Asterisk."""

log = structlog.get_logger(__name__)

Headers = Mapping[str, str]
"""The headers of an event or a response; names are found in any case."""


class AmiUser(msgspec.Struct, frozen=True, kw_only=True):
    """Where Asterisk listens, and as whom we come."""

    port: int
    username: str
    secret: str
    host: str = "127.0.0.1"

    def __post_init__(self) -> None:
        if not ipaddress.ip_address(self.host).is_loopback:
            raise UnsafeSetting(f"AMI sends its secret in clear and must not leave this host: {self.host}")
        if re.search(r"[\r\n\0]", self.username + self.secret):
            raise UnsafeSetting("the AMI user's name or secret contains a line break or NUL")

    def __repr__(self) -> str:
        return f"AmiUser({self.username} at {self.host}:{self.port})"


class AmiConnection:
    """A logged-in connection. `heard` is called with every event, in order; it must not raise."""

    def __init__(self, heard: Callable[[Headers], None]) -> None:
        self._stream = _Stream(heard)

    @classmethod
    async def open(cls, user: AmiUser, *, heard: Callable[[Headers], None], wait_s: float) -> "AmiConnection":
        """Connects and logs in, each within `wait_s`. Raises `AmiTrouble`."""
        connection = cls(heard)
        try:
            async with asyncio.timeout(wait_s):
                await asyncio.get_running_loop().create_connection(
                    lambda: connection._stream, user.host, user.port
                )
        except TimeoutError as error:
            raise AmiSilent(f"no connection to Asterisk's manager port {user.port} in {wait_s} s") from error
        except OSError as error:
            raise AmiUnreachable(
                f"nothing answers on Asterisk's manager port {user.port}; does Asterisk run there?"
            ) from error
        try:
            await connection._log_in(user, wait_s)
        except BaseException:
            await connection.aclose()
            raise
        return connection

    async def device_states(self, *, wait_s: float) -> list[Headers]:
        """What Asterisk knows of every device, one ``DeviceStateChange`` each. Raises `AmiTrouble`."""
        first, *events = await self._ask({"Action": "DeviceStateList"}, wait_s=wait_s)
        if text(first, "Response") != "Success":
            raise AmiRefused(
                f"Asterisk refuses DeviceStateList ({text(first, 'Message')}); "
                "the AMI user needs write = reporting, Asterisk res_manager_devicestate.so"
            )
        return [event for event in events if text(event, "Event") == "DeviceStateChange"]

    async def dialplan(self, *, wait_s: float) -> list[Headers]:
        """Every step of every context as Asterisk has it, one ``ListDialplan`` each. Raises `AmiTrouble`."""
        first, *events = await self._ask({"Action": "ShowDialPlan"}, wait_s=wait_s)
        if text(first, "Response") != "Success":
            raise AmiRefused(
                f"Asterisk refuses ShowDialPlan ({text(first, 'Message')}); "
                "the AMI user needs write = reporting"
            )
        return [event for event in events if text(event, "Event") == "ListDialplan"]

    async def variable(self, name: str, *, wait_s: float) -> str:
        """The value of a global variable or function; empty if there is none. Raises `AmiTrouble`."""
        (answer,) = await self._ask({"Action": "Getvar", "Variable": name}, wait_s=wait_s)
        return text(answer, "Value")

    async def ping(self, *, wait_s: float) -> None:
        """Returns when Asterisk answered. Raises `AmiTrouble`."""
        await self._ask({"Action": "Ping"}, wait_s=wait_s)

    async def closed(self, *, within_s: float) -> None:
        """Returns when the connection is gone, at the latest after `within_s`."""
        await asyncio.wait({self._stream.closed}, timeout=within_s)

    async def reaches(self, moment: "asyncio.Future[Any]", *, wait_s: float) -> bool:
        """Whether `moment` comes within `wait_s`. Raises `AmiClosed` if the connection ends first."""
        closed = self._stream.closed
        await asyncio.wait({moment, closed}, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        if closed.done() and not moment.done():
            raise AmiClosed("Asterisk closed the AMI connection; is it running?")
        return moment.done()

    async def aclose(self) -> None:
        """Ends the connection at once; nothing is left behind."""
        self._stream.abort()
        await asyncio.wait({self._stream.closed})

    async def _log_in(self, user: AmiUser, wait_s: float) -> None:
        action = {"Action": "Login", "Username": user.username, "Secret": user.secret, "Events": "on"}
        (answer,) = await self._ask(action, wait_s=wait_s)
        if text(answer, "Response") != "Success":
            raise AmiRefused(
                f"Asterisk refuses the AMI user {user.username!r} ({text(answer, 'Message')}); compare name "
                "and secret with manager.conf, then `asterisk -rx 'manager reload'`"
            )

    async def _ask(self, action: Mapping[str, str], *, wait_s: float) -> list[Headers]:
        """Sends one action and waits for all of its answer."""
        answer = self._stream.send(action)
        if not await self.reaches(answer, wait_s=wait_s):
            raise AmiSilent(
                f"Asterisk did not answer the AMI action {action['Action']} in {wait_s} s; is it overloaded?"
            )
        got = answer.result()
        return got if isinstance(got, list) else [got]


def text(headers: Headers, name: str) -> str:
    """A header's value; empty if it is missing or came more than once."""
    value: object = headers.get(name, "")
    return value if isinstance(value, str) else ""


class _Stream(asyncio.Protocol):
    """The socket; feeds `AMIProtocol` and stands in for the `Manager` that it expects behind it."""

    # AMIProtocol keeps unanswered actions for a next connection, except those named here: all of ours.
    forgetable_actions = ("login", "ping", "devicestatelist", "getvar", "showdialplan")
    awaiting_actions = ()

    def __init__(self, heard: Callable[[Headers], None]) -> None:
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._heard = heard
        self._ami = AMIProtocol()
        self._transport: asyncio.Transport | None = None

    def send(self, action: Mapping[str, str]) -> "asyncio.Future[Message | list[Message]]":
        # Without `as_list=None` a list would be taken as answered by its first message.
        answer: asyncio.Future[Message | list[Message]] = self._ami.send(Action(action), as_list=None)
        return answer

    def abort(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._ami.connection_made(transport)
        self._ami.factory = self
        self._ami.encoding = "utf8"

    def data_received(self, data: bytes) -> None:
        self._ami.data_received(data)
        if sum(map(len, self._ami.queue)) > MESSAGE_LIMIT_CHARS:
            log.error("what answers on the AMI port does not speak AMI; the connection is closed")
            self.abort()

    def connection_lost(self, exc: Exception | Message | None) -> None:
        """Called by asyncio when the socket has ended, by `AMIProtocol` when Asterisk says ``Shutdown``."""
        if isinstance(exc, Message):
            return  # AMIProtocol has begun to close the socket; its end is still to come.
        self._ami.close()
        self.closed.set_result(None)

    def dispatch(self, event: Message) -> None:
        """Called by `AMIProtocol` for whatever is no answer."""
        self._heard(event)
