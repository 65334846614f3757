"""Doors of which a machine has one: the process that led before may not have let go of them yet."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from acd.asterisk.agi.errors import PortUnavailable
from acd.web.servers import SocketUnusable

log = structlog.get_logger(__name__)

TRY_AGAIN_S = 1.0


class LateDoor:
    """A door that is opened as soon as it can be had, while calls are served already."""

    def __init__(self, name: str, start: Callable[[], Awaitable[None]]) -> None:
        """`name`: for people. `start` raises PortUnavailable or SocketUnusable while somebody holds it."""
        self.name = name
        self.trouble: Exception | None = None
        """Why it is not open yet."""
        self._start = start
        self._trying: asyncio.Task[None] | None = None

    async def open(self, *, patient: bool) -> None:
        """Open it, now or, for who is patient, later.

        Raises:
            PortUnavailable, SocketUnusable: it cannot be had, and nobody was before us who could be blamed.
        """
        try:
            await self._start()
        except (PortUnavailable, SocketUnusable) as held:
            if not patient:
                raise
            self.trouble = held
            log.warning("the process that led before has not let go yet: trying again", reason=str(held))
            self._trying = asyncio.create_task(self._keep_trying(), name=f"late {self.name}")

    async def aclose(self) -> None:
        """Try no more."""
        if self._trying is not None:
            self._trying.cancel()
            await asyncio.wait({self._trying})

    async def _keep_trying(self) -> None:
        while self.trouble is not None:
            await asyncio.sleep(TRY_AGAIN_S)
            try:
                await self._start()
            except (PortUnavailable, SocketUnusable) as held:
                self.trouble = held
            else:
                self.trouble = None
        log.info("open at last", door=self.name)
