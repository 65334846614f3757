"""The link to one Asterisk: its events to the loop, the loop's commands to it, and a look after every gap."""

import asyncio
import random
from collections.abc import Callable

import structlog

from acd.asterisk.ari.client import AriClient, AriEvent, Connected, Disconnected, Replaced
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.errors import AriError, AriNotConnected
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.lookup import look_up
from acd.asterisk.ari.perform import AriPerformer
from acd.asterisk.ari.translate import Translator
from acd.model.command import Command
from acd.model.message import AsteriskLost
from acd.runtime.clock import Clock
from acd.runtime.ports import Tell

log = structlog.get_logger(__name__)

LOOK_AGAIN_S = 1.0
"""Pause before the next look-up when Asterisk did not answer one, and the least time between two."""


class AriLink:
    """Owns the socket and the side door of one Asterisk. A `Performer`.

    `replaced` is called when another process has connected as our application: it leads now, we must stop.
    """

    def __init__(self, access: AriAccess, clock: Clock, replaced: Callable[[], None]) -> None:
        self._app = access.app
        self._clock = clock
        self._replaced = replaced
        self._tell: Tell | None = None
        self._translator = Translator()
        self._client = AriClient(access, self._hear, jitter=random.random)
        self._side_door = AriHttp(access)
        self._performer: AriPerformer | None = None
        self._look = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self.is_connected = False

    def start(self, tell: Tell) -> None:
        """Connect, and from now on tell the loop everything it should hear."""
        self._tell = tell
        self._performer = AriPerformer(self._client, self._app, tell, self._look.set)
        self._looking = asyncio.create_task(self._keep_looking(), name="ari look-up")
        self._client.start()

    @property
    def trouble(self) -> AriNotConnected | None:
        """What keeps us from Asterisk, with a remedy; None while connected."""
        return self._client.trouble

    def perform(self, command: Command) -> None:
        """Send a command off; see `Performer`."""
        assert self._performer is not None
        self._performer.perform(command)

    async def aclose(self) -> None:
        """See the last requests through and close. Calls live on in Asterisk."""
        if self._performer is not None:
            await self._performer.aclose()
        if self._looking is not None:
            self._looking.cancel()
        await self._client.aclose()
        await self._side_door.aclose()

    def _hear(self, event: AriEvent) -> None:
        assert self._tell is not None
        match event:
            case Connected():
                self.is_connected = True
                self._look.set()
            case Disconnected():
                self.is_connected = False
                self._tell(AsteriskLost())
            case Replaced():
                self.is_connected = False
                self._replaced()
            case _:
                message = self._translator.translate(event)
                if message is not None:
                    self._tell(message)

    async def _keep_looking(self) -> None:
        """Look whenever there is reason to; several reasons at once are one look."""
        assert self._tell is not None
        while True:
            await self._look.wait()
            self._look.clear()
            try:
                seen = await look_up(self._side_door, self._app, self._clock.now())
            except AriError as error:
                log.warning("could not look at asterisk, trying again", reason=str(error))
                self._look.set()
            else:
                if self.is_connected:
                    self._tell(seen)
            await asyncio.sleep(LOOK_AGAIN_S)
