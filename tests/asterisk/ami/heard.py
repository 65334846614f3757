"""What a test's `DeviceStates` has emitted, one after the other."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from structlog.typing import EventDict

from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import FromPhones, PhoneSeen, PhonesLost, PhonesSeen


class Heard:
    """Pass `tell` as `emit`."""

    def __init__(self) -> None:
        self._messages: asyncio.Queue[FromPhones] = asyncio.Queue()

    def tell(self, message: FromPhones) -> None:
        self._messages.put_nowait(message)

    async def next(self) -> FromPhones:
        async with asyncio.timeout(20):
            return await self._messages.get()

    def nothing_more(self) -> bool:
        return self._messages.empty()

    async def snapshot(self) -> PhonesSeen:
        """The next message, which must be a snapshot."""
        message = await self.next()
        assert isinstance(message, PhonesSeen), message
        return message

    async def loss(self) -> PhonesLost:
        """The next message but for changes of state, which must be a loss."""
        while isinstance(message := await self.next(), PhoneSeen):
            pass
        assert isinstance(message, PhonesLost), message
        return message

    async def states(self, phone: str, *, until: str) -> list[PhoneState]:
        """The states that one phone goes through, up to the given one."""
        seen: list[PhoneState] = []
        while not seen or seen[-1] != until:
            message = await self.next()
            assert isinstance(message, PhoneSeen), message
            if message.phone == PhoneId(phone):
                seen.append(message.state)
        return seen


@contextmanager
def log_lines() -> Iterator["asyncio.Queue[EventDict]"]:
    """Like `capture_logs`, for tests that wait for a line."""
    lines: asyncio.Queue[EventDict] = asyncio.Queue()

    def keep(_logger: object, _method: str, line: EventDict) -> EventDict:
        lines.put_nowait(line)
        raise structlog.DropEvent

    processors = structlog.get_config()["processors"]
    usual = processors.copy()
    processors[:] = [keep]
    try:
        yield lines
    finally:
        processors[:] = usual
