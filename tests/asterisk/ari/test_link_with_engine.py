"""The link with the real loop and engine behind it: what nobody remembers is ended, who waits is served."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import Limits
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.link import link_to
from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.fact import ContactArrived, ContactEnded, PlaceTaken
from acd.model.message import AsteriskSeen, Heard, LegSeen, LegVanished
from acd.runtime.clock import WallClock
from acd.runtime.loop import Loop
from acd.testing.phone import Phone
from tests.asterisk.ari.conftest import Switch
from tests.asterisk.ari.legs import leave_leg, make_leg
from tests.asterisk.ari.stage import DID, staged
from tests.asterisk.ari.told import Told
from tests.core.small_company import MONDAY_TEN, company
from tests.support.memory_journal import MemoryJournal

IMPATIENT = Limits(answer_s=0.5, first_pause_s=0.05)


@asynccontextmanager
async def service(access: AriAccess, told: Told) -> AsyncIterator[MemoryJournal]:
    """The real engine and loop on a link; all that is heard is in `told` as well."""
    straight = msgspec.structs.replace(company().dids["200"], number=DID)
    floor = Floor(company(dids={DID: straight}), epoch=1)
    for agent in floor.policy.agents:
        floor.put(new_agent(agent, MONDAY_TEN))
    journal, clock = MemoryJournal(), WallClock()
    link = link_to(access, clock, lambda: None, limits=IMPATIENT)
    loop = Loop(Engine(floor), journal, link, clock)
    running = asyncio.create_task(loop.run())

    def tell(message: Heard) -> None:
        loop.tell(message)
        told(message)

    link.start(tell)
    try:
        yield journal
    finally:
        await link.aclose()
        running.cancel()
        await asyncio.wait({running})


async def test_a_leg_that_nobody_remembers_is_ended(switch: Switch, app: str, side_door: AriHttp) -> None:
    told = Told()
    async with service(switch.access(app), told):
        await told.first(AsteriskSeen)
        await make_leg(side_door, switch, app, f"{app}-late")
        await told.first(LegSeen)
        assert (await told.first(LegVanished)).leg == f"{app}-late"


async def test_a_leg_and_a_bridge_that_a_look_finds_and_nobody_remembers_are_ended(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    await leave_leg(side_door, switch, app, f"{app}-late")
    await calls.create_bridge(side_door, bridge_id=f"{app}-bridge", name=app)
    await calls.create_bridge(side_door, bridge_id=f"{app}-foreign", name="a conference")
    async with service(switch.access(app), told):
        assert (await told.first(LegVanished)).leg == f"{app}-late"
    # Asterisk has promised its end, and still shows it for a moment: ask until it is gone.
    async with asyncio.timeout(5.0):
        while await calls.get_bridge(side_door, bridge_id=f"{app}-bridge") is not None:
            pass
    assert await calls.get_bridge(side_door, bridge_id=f"{app}-foreign") is not None


async def test_a_caller_who_came_while_nobody_was_there_is_answered_and_gets_a_place(
    pbx_access: AriAccess, outside: Phone
) -> None:
    told = Told()
    async with staged(pbx_access) as stage:
        call, _ = await stage.call(outside, number="+4930123456", answer=False)
        await stage.client.aclose()
        async with service(pbx_access, told) as journal:
            await asyncio.to_thread(call.wait_answered)
            await journal.until(lambda: any(isinstance(fact, PlaceTaken) for fact in journal.facts))
            (arrived,) = [fact for fact in journal.facts if isinstance(fact, ContactArrived)]
            assert (arrived.did, arrived.caller) == (DID, "+4930123456")
            await asyncio.to_thread(call.hang_up)
            await journal.until(lambda: any(isinstance(fact, ContactEnded) for fact in journal.facts))
