"""Asterisk's side of AGI, twice: as a `Wire` without sockets, and as a raw TCP client."""

import asyncio
import shlex
from collections.abc import Iterable

from acd.asterisk.agi.errors import ChannelGone
from acd.asterisk.agi.wire import SessionRequest


class AsteriskSide:
    """Answers commands as the real one was seen to; records what became of the channel."""

    def __init__(self, *, keys: Iterable[str] = (), missing_sounds: Iterable[str] = ()) -> None:
        self.variables: dict[str, str] = {}
        self.heard: list[str] = []
        self.answered = False
        self._keys = iter(keys)
        self._missing = set(missing_sounds)
        self._replies: list[str] = []

    async def send(self, line: bytes) -> None:
        self._replies.append(self._reply(shlex.split(line.decode())))

    async def receive(self) -> str:
        return self._replies.pop(0)

    def _reply(self, words: list[str]) -> str:
        reply = "200 result=0"
        match words:
            case ["SET", "VARIABLE", name, value]:
                self.variables[name] = value
                reply = "200 result=1"
            case ["EXEC", "MSet", assignments]:
                self.variables |= dict(each.split("=") for each in assignments.split(","))
            case ["ANSWER"]:
                self.answered = True
            case ["STREAM", "FILE", sound, _] | ["GET", "DATA", sound, _, _] if sound in self._missing:
                reply = "200 result=-1"
            case ["STREAM", "FILE", sound, _]:
                self.heard.append(sound)
            case ["GET", "DATA", sound, _, _]:
                self.heard.append(sound)
                reply = f"200 result={next(self._keys)}"
            case ["GET", "FULL", "VARIABLE", expression]:
                reply = f"200 result=1 ({expression})"
            case ["CHANNEL", "STATUS"]:
                reply = "200 result=6"
            case _:
                reply = "510 Invalid or unknown command"
        return reply


class Script:
    """A `Wire` that says given lines, whatever it is asked."""

    def __init__(self, *lines: str) -> None:
        self.sent: list[bytes] = []
        self._lines = list(lines)

    async def send(self, line: bytes) -> None:
        self.sent.append(line)

    async def receive(self) -> str:
        if not self._lines:
            raise ChannelGone("the script is over")
        return self._lines.pop(0)


def request(script: str, *arguments: str) -> SessionRequest:
    return SessionRequest(script=script, arguments=arguments, env={"agi_uniqueid": "1.1"})


def header(script: str, *arguments: str) -> bytes:
    """What Asterisk sends first."""
    lines = ["agi_network: yes", f"agi_network_script: {script}", "agi_uniqueid: 1.1"]
    lines += [f"agi_arg_{position}: {argument}" for position, argument in enumerate(arguments, 1)]
    return "".join(f"{line}\n" for line in [*lines, ""]).encode()


class Client:
    """A TCP client that may behave as badly as it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port: int) -> "Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def say(self, what: bytes) -> None:
        self.writer.write(what)
        await self.writer.drain()

    async def ended(self) -> bool:
        """Waits for the server to end the session; whether it said nothing before."""
        try:
            return await self.reader.read() == b""
        except ConnectionResetError:
            return True

    async def begin(self, opening: bytes) -> None:
        """Says the header block and proves to be Asterisk."""
        await self.say(opening)
        asterisk = AsteriskSide()
        await asterisk.send(await self.reader.readline())
        await self.say((await asterisk.receive()).encode() + b"\n")

    async def serve(self) -> dict[str, str]:
        """Obeys like Asterisk until the server ends the session; the variables that were set."""
        asterisk = AsteriskSide()
        while line := await self.reader.readline():
            await asterisk.send(line)
            await self.say((await asterisk.receive()).encode() + b"\n")
        return asterisk.variables

    async def close(self) -> None:
        self.writer.transport.abort()
