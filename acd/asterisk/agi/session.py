"""One AGI conversation as a script sees it: ask Asterisk something, get a typed answer or an `AgiError`.

Asterisk answers one command at a time, so a session is used by one coroutine. After the caller hung up,
Asterisk goes on serving variables; what needs a living channel raises `ChannelGone`.
"""

import secrets
from collections.abc import Mapping
from typing import Protocol

import structlog

from acd.asterisk.agi import wire
from acd.asterisk.agi.errors import ChannelGone, CommandRefused, Malformed, PromptMissing
from acd.asterisk.agi.wire import Reply, SessionRequest, quoted, variable_name

REPLY_LIMIT_LINES = 64
"""A usage text has up to about 20 lines; more is not Asterisk."""

_CHANNEL_IS_DEAD = 511
_CHANNEL_IS_UP = "6"

log = structlog.get_logger(__name__)


class Wire(Protocol):
    """Lines to and from Asterisk, with their limits; the server provides it."""

    async def send(self, line: bytes) -> None:
        """Sends one command line. Raises `ChannelGone` if the connection is closed."""

    async def receive(self) -> str:
        """Waits for one line, without its end. Raises `ChannelGone` at the end, `Malformed` if too long."""


class Session:
    """What a script may ask of the channel that is waiting for it. Waits are bounded by the server."""

    def __init__(self, *, request: SessionRequest, wire: Wire) -> None:
        self.request = request
        self._wire = wire

    async def prove_in_step(self) -> None:
        """Raises `Malformed` unless Asterisk really answers what we ask.

        Asterisk writes line breaks of a dialled number (``%0A`` in SIP) into the header block as they are: a
        caller can end the block early, with arguments and replies of his own. He cannot guess this reply.
        """
        token = secrets.token_hex(8)
        if await self.get_full_variable(token) != token:
            raise Malformed("the header block ended before its end, or replies were not Asterisk's")

    async def set_variable(self, name: str, value: str) -> None:
        """Sets a channel variable; `name` is a plain name, never a dialplan function."""
        await self._ask("SET VARIABLE", variable_name(name), quoted(value))

    async def set_variables(self, values: Mapping[str, str]) -> None:
        """Sets channel variables to plain words, in one round trip: all of them, or none."""
        await self._ask("EXEC MSet", quoted(wire.assignments(values)))

    async def get_variable(self, name: str) -> str | None:
        """The channel variable's value; None if it is not set."""
        reply = await self._ask("GET VARIABLE", variable_name(name))
        return reply.remark if reply.result == "1" else None

    async def get_full_variable(self, expression: str) -> str | None:
        """What a dialplan expression such as ``${CHANNEL(endpoint)}`` comes to; None if nothing.

        Asterisk *carries out* the functions in it: never build it from what a caller sent.
        """
        reply = await self._ask("GET FULL VARIABLE", quoted(expression))
        return reply.remark if reply.result == "1" else None

    async def answer(self) -> None:
        """Answers the call, or does nothing if it is answered."""
        await self._ask_living("ANSWER")

    async def stream_file(self, sound: str, *, escape_digits: str = "") -> str:
        """Plays a sound to its end, or until one of the digits is pressed; returns that digit or nothing.

        Raises `PromptMissing`.
        """
        reply = await self._ask("STREAM FILE", quoted(sound), quoted(escape_digits))
        return _digit(await self._heard(reply, sound))

    async def get_data(self, sound: str, *, wait_s: float, max_digits: int) -> str:
        """Plays a sound and collects digits until ``#``, `max_digits`, or `wait_s` without a key.

        Returns what was pressed, without the ``#``; possibly nothing. Raises `PromptMissing`.
        """
        reply = await self._ask("GET DATA", quoted(sound), str(round(wait_s * 1000)), str(max_digits))
        return (await self._heard(reply, sound)).result

    async def say_digits(self, digits: str, *, escape_digits: str = "") -> str:
        """Speaks digits one by one; returns the key that interrupted it, or nothing."""
        return _digit(await self._ask_living("SAY DIGITS", quoted(digits), quoted(escape_digits)))

    async def verbose(self, message: str, *, level: int = 1) -> None:
        """Shows a line on Asterisk's console at the given verbosity, 1 to 4."""
        await self._ask("VERBOSE", quoted(message), str(level))

    async def hangup(self) -> None:
        """Ends the call."""
        await self._ask("HANGUP")

    async def _ask(self, *words: str) -> Reply:
        await self._wire.send(wire.command_line(*words))
        reply = await self._reply()
        if reply.code == _CHANNEL_IS_DEAD:
            raise ChannelGone(f"{words[0]}: the channel has ended")
        if reply.code != 200:
            raise CommandRefused(f"{words[0]}: Asterisk answered {reply.code}")
        return reply

    async def _ask_living(self, *words: str) -> Reply:
        reply = await self._ask(*words)
        if reply.result == "-1":
            raise ChannelGone(f"{words[0]}: the call ended")
        return reply

    async def _heard(self, reply: Reply, sound: str) -> Reply:
        """The reply, unless the sound failed: hang-ups and missing files look alike."""
        if reply.result != "-1":
            return reply
        status = await self._ask("CHANNEL STATUS")
        if status.result == _CHANNEL_IS_UP:
            raise PromptMissing(f"the sound {sound!r} cannot be played")
        raise ChannelGone("the call ended during a sound")

    async def _reply(self) -> Reply:
        """The next reply; notices that the caller hung up and usage texts are read past."""
        usage = None
        for _ in range(REPLY_LIMIT_LINES):
            line = await self._wire.receive()
            if usage is not None and not line.startswith(f"{usage} "):
                continue
            if line == "HANGUP":
                continue
            reply = wire.parse_reply(line)
            if not reply.more:
                return reply
            usage = reply.code
        raise Malformed("a reply without an end")


def _digit(reply: Reply) -> str:
    """The key that a result names by its character code; nothing for 0."""
    if reply.result == "0":
        return ""
    if not reply.result.isdecimal() or not reply.result.isascii() or int(reply.result) not in range(128):
        raise Malformed("a digit that is no character code")
    return chr(int(reply.result))
