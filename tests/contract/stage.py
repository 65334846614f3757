"""Where a contract test plays: an Asterisk, a socket and a performer, and all that is heard and told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriEvent, Connected, EventSocket
from acd.asterisk.ari.door import Body, Door, Query, Response, SideDoor
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import ChannelDestroyed, ChannelLeftBridge
from acd.asterisk.ari.perform import AriPerformer
from acd.asterisk.ari.translate import Translator
from acd.model.command import Command, CreateLeg, Ring
from acd.model.ids import BridgeId, LegId, OfferId, PhoneId, PlaybackId, agent_leg_of
from acd.model.message import CallArrived, FromAsterisk, LegAnswered, LegSeen, LegVanished
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.told import Told
from tests.contract.scenery import Desk, Ringing, Scenery, Talker

APP = "acd"
NUMBER = "+4930123456"


class Recording:
    """A door that notes the method and the path of every request, and lets `fate` decide what comes of it."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.asked: list[str] = []
        self.fate: Callable[[str], None] = lambda _: None
        """Called after Asterisk has performed a request; what it raises is the answer."""

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        self.asked.append(f"{method} {path}")
        response = await self._door.request(method, path, query=query, body=body, timeout_s=timeout_s)
        self.fate(f"{method} {path}")
        return response


@dataclass(frozen=True)
class Listener:
    """A socket, and what came over it."""

    socket: EventSocket
    ear: Ear
    told: Told


@asynccontextmanager
async def listening(scenery: Scenery, app: str = APP) -> AsyncIterator[Listener]:
    """Connect an application."""
    ear, told, translator = Ear(), Told(), Translator()

    def hear(event: AriEvent) -> None:
        ear(event)
        message = translator.translate(event)
        if message is not None:
            told(message)

    socket = scenery.open_socket(app, hear)
    socket.start()
    await ear.first(Connected)
    try:
        yield Listener(socket, ear, told)
    finally:
        await socket.aclose()


@dataclass(frozen=True)
class Stage:
    """Requests go to `door`, commands to `perform`."""

    scenery: Scenery
    listener: Listener
    door: Recording
    side_door: SideDoor
    performer: AriPerformer
    doubts: list[str] = field(default_factory=list)

    @property
    def ear(self) -> Ear:
        return self.listener.ear

    @property
    def told(self) -> Told:
        return self.listener.told

    # People

    async def call(self, *, answer: bool = True, number: str | None = NUMBER) -> tuple[Talker, LegId]:
        """Somebody calls us; the caller, and the leg that makes."""
        known = len(self.told.all(CallArrived))
        caller = await self.scenery.call(number)
        arrived = await self.told.first(CallArrived, nth=known + 1)
        if answer:
            await calls.answer_channel(self.door, channel_id=arrived.leg)
            await caller.answered()
            await self.told.this(LegAnswered(leg=arrived.leg))
        return caller, arrived.leg

    async def create(self, desk: Desk, offer: str, *, originator: str = "-") -> LegId:
        """A leg to a phone, in our application."""
        leg = agent_leg_of(OfferId(offer))
        self.perform(create(leg, desk.name, originator=originator))
        await self.told.this(LegSeen(leg=leg))
        return leg

    async def ring(self, desk: Desk, offer: str, *, originator: str = "-") -> tuple[Ringing, LegId]:
        """Let a phone ring."""
        leg = await self.create(desk, offer, originator=originator)
        self.perform(Ring(leg=leg, give_up_s=6000.0))
        return await desk.rings(), leg

    async def talk_to(self, desk: Desk, offer: str, *, originator: str = "-") -> tuple[Ringing, LegId]:
        """Let it ring, and be answered."""
        ringing, leg = await self.ring(desk, offer, originator=originator)
        await ringing.answer()
        await self.told.this(LegAnswered(leg=leg))
        return ringing, leg

    # Asterisk

    def perform(self, *commands: Command) -> None:
        for command in commands:
            self.performer.perform(command)

    async def settled(self) -> None:
        """Wait until everything performed is answered, and two more questions after it.

        This is for what must *not* come. Inside Asterisk an event goes another way than the reply, and the
        reply may overtake it: what must come is waited for by name.
        """
        await self.performer.aclose()
        for _ in range(2):
            await calls.ping(self.door)

    async def gone(self, leg: LegId) -> LegVanished:
        """Wait for the end of a leg."""
        return await self.told.first(LegVanished, lambda message: message.leg == leg)

    async def destroyed(self, leg: LegId) -> ChannelDestroyed:
        """Wait for its last event, which only those legs have that we made, or made others for."""
        return await self.ear.destroyed(leg)

    def story_of(self, leg: LegId) -> list[FromAsterisk]:
        """What was told of a leg, in order, each message once."""
        told = (message for message in self.told.messages if getattr(message, "leg", None) == leg)
        return list(dict.fromkeys(told))  # type: ignore[arg-type]

    async def left_bridge(self, leg: LegId) -> ChannelLeftBridge:
        """Wait until it has left its bridge, whatever became of the leg or the bridge."""
        return await self.ear.first(ChannelLeftBridge, lambda event: event.channel.id == leg)

    async def bridge_gone(self, bridge: str) -> None:
        """Wait until the bridge is gone: Asterisk promises its end, and shows it a moment longer."""
        async with asyncio.timeout(10.0):
            while await calls.get_bridge(self.side_door, bridge_id=bridge) is not None:
                pass

    async def state_of(self, leg: LegId) -> str | None:
        """The state of a channel as Asterisk has it."""
        found = await calls.get_channel(self.side_door, channel_id=leg)
        return found.state if found else None


def create(leg: str, phone: str, *, originator: str = "-") -> CreateLeg:
    """The command that makes a leg."""
    return CreateLeg(
        leg=LegId(leg),
        phone=PhoneId(phone),
        endpoint=phone,
        offer=OfferId(leg.removesuffix("-leg")),
        originator=LegId(originator),
        display="Queue",
        caller="123",
    )


@asynccontextmanager
async def staged(scenery: Scenery) -> AsyncIterator[Stage]:
    """Connect; whatever is left at the end is ended."""
    side_door = scenery.side_door(APP)
    async with listening(scenery) as listener:
        door = Recording(listener.socket)
        doubts: list[str] = []
        performer = AriPerformer(door, APP, listener.told, lambda: doubts.append("look"))
        yield Stage(scenery, listener, door, side_door, performer, doubts)
        await performer.aclose()
    await end_everything(side_door)
    await scenery.clear()
    await side_door.aclose()


async def end_everything(door: SideDoor) -> None:
    """End all channels and bridges."""
    for channel in await calls.list_channels(door):
        await calls.hang_up(door, channel_id=channel.id)
    for bridge in await calls.list_bridges(door):
        await calls.destroy_bridge(door, bridge_id=bridge.id)
    async with asyncio.timeout(10.0):
        while await calls.list_channels(door):
            pass


async def status_of(request: object) -> int:
    """What a request is refused with, 0 if it is not."""
    try:
        await request  # type: ignore[misc]
    except AriRefused as refused:
        return refused.status
    return 0


BRIDGE = BridgeId("o1-bridge")
NOBODY = LegId("o99-leg")
SPOKEN = PlaybackId("c1-p1")
