"""A stage for the translator and the performer: one real Asterisk, and all that is told of it."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient, AriEvent
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.perform import AriPerformer
from acd.asterisk.ari.translate import Translator
from acd.model.command import Command, CreateLeg, Ring
from acd.model.ids import LegId, OfferId, PhoneId, agent_leg_of
from acd.model.message import CallArrived, LegAnswered, LegSeen, LegVanished
from acd.testing.call import Call
from acd.testing.phone import Phone
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.told import Told

DID = "5100"
"""A number of the company that `pbx` is rendered from."""


@dataclass(frozen=True)
class Stage:
    """Commands go in by `perform`; what is told of them, and of everything else, is in `told`."""

    client: AriClient
    performer: AriPerformer
    ear: Ear
    told: Told
    doubts: list[str]

    def perform(self, *commands: Command) -> None:
        for command in commands:
            self.performer.perform(command)

    async def call(
        self, caller: Phone, *, number: str | None = None, answer: bool = True
    ) -> tuple[Call, LegId]:
        """Somebody calls us; the call, and the leg it makes."""
        known = len(self.told.all(CallArrived))
        call = await asyncio.to_thread(caller.call, DID, caller_id=number)
        arrived = await self.told.first(CallArrived, nth=known + 1)
        if answer:
            await calls.answer_channel(self.client, channel_id=arrived.leg)
            await asyncio.to_thread(call.wait_answered)
        return call, arrived.leg

    async def ring(
        self,
        phone: Phone,
        offer: str,
        *,
        display: str = "Queue",
        caller: str | None = "123",
        originator: str = "-",
    ) -> tuple[Call, LegId]:
        """Let a phone ring; the call as the phone has it, and the leg."""
        leg = agent_leg_of(OfferId(offer))
        self.perform(
            CreateLeg(
                leg=leg,
                phone=PhoneId(phone.user),
                endpoint=phone.user,
                offer=OfferId(offer),
                originator=LegId(originator),
                display=display,
                caller=caller,
            )
        )
        await self.told.this(LegSeen(leg=leg))
        self.perform(Ring(leg=leg, give_up_s=20.0))
        return await asyncio.to_thread(phone.wait_for_ring), leg

    async def answer(self, ringing: Call, leg: LegId) -> None:
        """Pick up."""
        await asyncio.to_thread(ringing.answer)
        await self.told.this(LegAnswered(leg=leg))

    async def gone(self, leg: LegId) -> LegVanished:
        """Wait for the end of a leg."""
        return await self.told.first(LegVanished, lambda message: message.leg == leg)


@asynccontextmanager
async def staged(access: AriAccess) -> AsyncIterator[Stage]:
    """Connect; whatever is left at the end is ended."""
    ear, told, translator = Ear(), Told(), Translator()
    doubts: list[str] = []

    def hear(event: AriEvent) -> None:
        ear(event)
        message = translator.translate(event)
        if message is not None:
            told(message)

    async with AriHttp(access) as side_door:
        async with AriClient(access, hear, jitter=random.random) as client:
            await client.wait_connected(5.0)
            performer = AriPerformer(client, access.app, told, lambda: doubts.append("look"))
            yield Stage(client=client, performer=performer, ear=ear, told=told, doubts=doubts)
            await performer.aclose()
        await clear(side_door, access.app)


async def clear(side_door: AriHttp, app: str, bridges: Sequence[str] = ()) -> None:
    """End the channels and the bridges that an application has left."""
    left = await calls.get_application(side_door, app=app)
    for channel_id in left.channel_ids if left else ():
        await calls.hang_up(side_door, channel_id=channel_id)
    for bridge in await calls.list_bridges(side_door):
        await calls.destroy_bridge(side_door, bridge_id=bridge.id)
