"""What was told to the engine, and waits for more of it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from acd.model.message import Heard

M = TypeVar("M")


class Told:
    """Give it to a performer or a link as `tell`."""

    def __init__(self) -> None:
        self.messages: list[Heard] = []
        self._news = asyncio.Event()

    def __call__(self, message: Heard) -> None:
        self.messages.append(message)
        self._news.set()
        self._news = asyncio.Event()

    async def first(
        self,
        kind: type[M],
        where: Callable[[M], bool] = lambda _: True,
        *,
        nth: int = 1,
        within_s: float = 10.0,
    ) -> M:
        """The first message of this kind, told already or still to come; or the `nth`."""
        async with asyncio.timeout(within_s):
            while len(found := [message for message in self.all(kind) if where(message)]) < nth:
                await self._news.wait()
        return found[nth - 1]

    async def this(self, message: Heard) -> None:
        """Wait until exactly this was told."""
        await self.first(type(message), lambda told: told == message)

    def all(self, kind: type[M]) -> list[M]:
        """All messages of this kind so far, in order."""
        return [message for message in self.messages if isinstance(message, kind)]
