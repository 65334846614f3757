"""The link to one Asterisk: its events to the loop, the loop's commands to it, and a look after every gap."""

import asyncio
import random
from collections.abc import Callable

import msgspec
import structlog

from acd.asterisk.ari.calls import filter_events
from acd.asterisk.ari.client import (
    AriClient,
    AriEvent,
    Connected,
    Disconnected,
    EventSocket,
    Hear,
    Limits,
    Replaced,
)
from acd.asterisk.ari.door import AriAccess, SideDoor
from acd.asterisk.ari.errors import AriError, AriNotConnected, AriRefused
from acd.asterisk.ari.generated import ApplicationReplaced, RESTResponse
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.lookup import look_up
from acd.asterisk.ari.perform import AriPerformer
from acd.asterisk.ari.translate import WANTED, Translator
from acd.model.command import Command
from acd.model.ids import LegId
from acd.model.message import (
    AsteriskLost,
    CallArrived,
    FromAsterisk,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
)
from acd.runtime.clock import Clock
from acd.runtime.loop import InboxFull
from acd.runtime.ports import Tell

log = structlog.get_logger(__name__)

LOOK_AGAIN_S = 1.0
"""Pause before the next look-up when Asterisk did not answer one, and the least time between two."""

LATE_S = 8.0
"""Asterisk may come late to a request of unknown outcome: it was stopped, and a socket that we have given up
still holds what we sent. So a doubt is looked into at once, and once more so long after.
"""

TOLD_KEPT = 10_000
"""Legs whose arrival needs no telling any more; beyond that the oldest are forgotten."""


HEARD = tuple(event.__name__ for event in (*WANTED, RESTResponse, ApplicationReplaced))
"""Types of what Asterisk is to send us at all."""


class _Meanwhile:
    """What was told of legs while a look was on; in the order in which it was told."""

    def __init__(self) -> None:
        self.ended: dict[LegId, None] = {}
        self.heard: dict[LegId, None] = {}

    def note(self, message: FromAsterisk) -> None:
        match message:
            case LegVanished(leg=leg):
                self.ended[leg] = None
                self.heard.pop(leg, None)
            case LegSeen(leg=leg) | LegRang(leg=leg) | LegAnswered(leg=leg):
                self.heard[leg] = None
            case _:
                pass


class AriLink:
    """Owns the socket and the side door of one Asterisk. A `GatedPerformer`.

    `replaced` is called when another process has connected as our application: nothing is heard or sent then,
    until `reopen`.
    `open_socket` makes the socket that brings its events to whoever is named.
    Commands before `start`, and whenever there is no connection, are dropped: see `AriPerformer`.
    """

    def __init__(
        self,
        app: str,
        clock: Clock,
        replaced: Callable[[], None],
        *,
        open_socket: Callable[[Hear], EventSocket],
        side_door: SideDoor,
    ) -> None:
        self._app = app
        self._clock = clock
        self._replaced = replaced
        self._tell: Tell | None = None
        self._translator = Translator()
        self._client = open_socket(self._hear)
        self._side_door = side_door
        self._look = asyncio.Event()
        self._performer = AriPerformer(self._client, self._app, self._pass_on, self._doubt)
        self._looking: asyncio.Task[None] | None = None
        self._later_look: asyncio.TimerHandle | None = None
        self._connection: int | None = None
        self._filtered: int | None = None
        """The connection on which Asterisk has been told what not to send."""
        self._meanwhile: _Meanwhile | None = None
        self._told: dict[LegId, None] = {}
        """Legs that a look has shown, or that have ended: the event of their arrival may be yet to come."""

    def start(self, tell: Tell) -> None:
        """Connect, and from now on tell the loop everything it should hear."""
        self._tell = tell
        self._looking = asyncio.create_task(self._keep_looking(), name="ari look-up")
        self._client.start()

    def reopen(self) -> None:
        """Connect again after `replaced`; then everything is looked at, as after every gap."""
        self._client.start()

    @property
    def is_connected(self) -> bool:
        """Whether Asterisk tells us its events and takes our commands."""
        return self._connection is not None

    @property
    def trouble(self) -> AriNotConnected | None:
        """What keeps us from Asterisk, with a remedy; None while connected."""
        return self._client.trouble

    def perform(self, command: Command, may_send: Callable[[], bool] = lambda: True) -> None:
        """Send a command off; see `GatedPerformer`."""
        self._performer.perform(command, may_send)

    def look(self) -> None:
        """Look at Asterisk soon, and tell what is there: something was not sent, or not heard."""
        self._look.set()

    def _doubt(self) -> None:
        """Nobody knows whether a request was carried out, or is yet to be."""
        self.look()
        if self._later_look is not None:
            self._later_look.cancel()
        self._later_look = asyncio.get_running_loop().call_later(LATE_S, self.look)

    async def aclose(self) -> None:
        """See the last requests through and close. Calls live on in Asterisk."""
        await self._performer.aclose()
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait({self._looking})
        self._connection = None
        await self._client.aclose()
        await self._performer.aclose()  # what was sent in the meantime: given up with the socket
        if self._later_look is not None:
            self._later_look.cancel()
        await self._side_door.aclose()

    def _hear(self, event: AriEvent) -> None:
        """Take an event. An InboxFull goes back to the client, which makes it a gap and connects anew."""
        match event:
            case Connected(number=number):
                self._connection = number
                self._look.set()
            case Disconnected():
                self._connection = None
                self._pass_on(AsteriskLost())
            case Replaced():
                self._connection = None
                self._replaced()
            case _:
                message = self._translator.translate(event)
                if message is not None:
                    self._pass_on(message)

    def _pass_on(self, message: FromAsterisk) -> None:
        assert self._tell is not None, "nothing is heard before start()"
        if isinstance(message, CallArrived) and message.leg in self._told:
            return
        if isinstance(message, LegVanished):
            self._remember(message.leg)
        if self._meanwhile is not None:
            self._meanwhile.note(message)
        self._tell(message)

    def _remember(self, leg: LegId) -> None:
        self._told[leg] = None
        if len(self._told) > TOLD_KEPT:
            del self._told[next(iter(self._told))]

    async def _keep_looking(self) -> None:
        """Look whenever there is reason to; several reasons at once are one look."""
        while True:
            await self._look.wait()
            self._look.clear()
            if self.is_connected:  # if not, there will be reason enough as soon as we are
                await self._look_once()
                await asyncio.sleep(LOOK_AGAIN_S)

    async def _look_once(self) -> None:
        """Look, and tell what was seen if it is true still: the legs whose end we heard of while Asterisk was
        counting are left out, or their calls would seem to arrive once more; and those that came to life when
        it had counted are named, or they would seem to have vanished.
        """
        connection = self._connection
        meanwhile = self._meanwhile = _Meanwhile()
        try:
            if self._filtered != connection:
                await self._filter()
                self._filtered = connection
            seen = await look_up(self._side_door, self._app, self._clock.now())
            if self._connection == connection:
                legs = tuple(leg for leg in seen.legs if leg.leg not in meanwhile.ended)
                self._pass_on(msgspec.structs.replace(seen, legs=legs, heard=tuple(meanwhile.heard)))
                for leg in legs:
                    self._remember(leg.leg)
        except (AriError, InboxFull) as error:
            log.warning("could not look at asterisk, trying again", reason=str(error))
            self._look.set()
        except Exception:
            # Without this task nobody would ever look again, and nobody would know.
            log.exception("looking at asterisk went wrong, trying again")
            self._look.set()
        finally:
            self._meanwhile = None

    async def _filter(self) -> None:
        """Spare us what means nothing to us. Whoever was connected before may have wanted something else."""
        try:
            await filter_events(self._side_door, app=self._app, wanted=HEARD)
        except AriRefused as refused:
            log.warning("asterisk sends us everything: it takes no filter", reason=str(refused))


def link_to(
    access: AriAccess, clock: Clock, replaced: Callable[[], None], *, limits: Limits | None = None
) -> AriLink:
    """The link to the Asterisk at `access`; see `AriLink`."""
    return AriLink(
        access.app,
        clock,
        replaced,
        open_socket=lambda hear: AriClient(access, hear, jitter=random.random, limits=limits),
        side_door=AriHttp(access),
    )
