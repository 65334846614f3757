"""Waiting for something to be so, instead of for some time to pass."""

import asyncio
from collections.abc import Callable


class Changing:
    """What tests watch: `until` returns as soon as a change makes it true. One waiter at a time."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()

    def change(self) -> None:
        """Something is different now."""
        self._changed.set()

    async def until(self, so: Callable[[], bool]) -> None:
        """Return when it is so."""
        while not so():
            self._changed.clear()
            await self._changed.wait()
