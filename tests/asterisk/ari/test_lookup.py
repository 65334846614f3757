"""What a look-up finds on a real Asterisk: ours, all of ours, and nothing of others."""

import asyncio
import random

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.errors import AriNotConnected
from acd.asterisk.ari.generated import StasisStart
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.lookup import look_up
from acd.model.command import Join
from acd.model.ids import BridgeId, LegId
from acd.model.message import AsteriskSeen, CallArrived, LegJoined, LegRang, SeenBridge, SeenLeg
from acd.testing.phone import Phone
from tests.asterisk.ari.conftest import MakeChannel, Switch
from tests.asterisk.ari.ear import Ear
from tests.asterisk.ari.stage import DID, clear, staged

ASKED_AT = 1234.5
BRIDGE = BridgeId("o1-bridge")


async def test_an_application_without_channels_has_nothing(
    client: AriClient, http: AriHttp, app: str
) -> None:
    seen = await look_up(http, app, ASKED_AT)
    assert seen == AsteriskSeen(asked_at=ASKED_AT, legs=(), bridges=())


async def test_an_application_nobody_runs_has_nothing(http: AriHttp) -> None:
    assert (await look_up(http, "nobody", ASKED_AT)).legs == ()


async def test_without_asterisk_it_says_so(app: str) -> None:
    async with AriHttp(AriAccess(url="http://127.0.0.1:9/ari", user="acd", password="p", app=app)) as nowhere:
        with pytest.raises(AriNotConnected):
            await look_up(nowhere, app, ASKED_AT)


async def test_callers_who_came_before_us_are_found_with_their_numbers(
    pbx_access: AriAccess, outside: Phone
) -> None:
    async with staged(pbx_access) as stage:
        _, waiting = await stage.call(outside, number="+4930123456", answer=False)
        _, answered = await stage.call(outside, number="anonymous")
        told = stage.told.all(CallArrived)
        await stage.client.aclose()  # the controller dies
        ear = Ear()
        async with (
            AriClient(pbx_access, ear, jitter=random.random) as later,
            AriHttp(pbx_access) as side_door,
        ):
            await later.wait_connected(5.0)
            seen = await look_up(side_door, "acd", ASKED_AT)
        assert ear.all(StasisStart) == []  # nothing but the look-up tells of them
    first = CallArrived(leg=waiting, did=DID, caller="+4930123456")
    second = CallArrived(leg=answered, did=DID, caller=None)
    assert {leg.leg: leg for leg in seen.legs} == {
        waiting: SeenLeg(leg=waiting, up=False, ringing=False, arrived=first),
        answered: SeenLeg(leg=answered, up=True, ringing=False, arrived=second),
    }
    assert told == [first, second]  # word for word what their events had told


async def test_agents_legs_are_found_as_they_are(pbx_access: AriAccess, alice: Phone) -> None:
    async with staged(pbx_access) as stage, AriHttp(pbx_access) as side_door:
        await calls.create_channel(
            stage.client, channel_id="o1-leg", endpoint="PJSIP/alice", app="acd", app_args=("offer", "o1")
        )
        await stage.ear.started("o1-leg")
        found = [await look_up(side_door, "acd", ASKED_AT)]
        await calls.dial(stage.client, channel_id="o1-leg", ring_s=20)
        ringing = await asyncio.to_thread(alice.wait_for_ring)
        await stage.told.first(LegRang)
        found.append(await look_up(side_door, "acd", ASKED_AT))
        await stage.answer(ringing, LegId("o1-leg"))
        found.append(await look_up(side_door, "acd", ASKED_AT))
    assert [seen.legs for seen in found] == [
        (SeenLeg(leg=LegId("o1-leg"), up=up, ringing=rings),)
        for up, rings in ((False, False), (False, True), (True, False))
    ]


async def test_a_talk_is_found_with_both_its_legs(
    pbx_access: AriAccess, outside: Phone, alice: Phone
) -> None:
    async with staged(pbx_access) as stage, AriHttp(pbx_access) as side_door:
        _, caller = await stage.call(outside)
        ringing, agent = await stage.ring(alice, "o1", originator=caller)
        await stage.answer(ringing, agent)
        stage.perform(Join(bridge=BRIDGE, legs=(caller, agent)))
        await stage.told.first(LegJoined, nth=2)
        seen = await look_up(side_door, "acd", ASKED_AT)
    (bridge,) = seen.bridges
    assert (bridge.bridge, set(bridge.legs)) == (BRIDGE, {caller, agent})


async def test_a_bridge_of_ours_that_nobody_has_entered_is_found(pbx_access: AriAccess) -> None:
    async with staged(pbx_access) as stage, AriHttp(pbx_access) as side_door:
        stage.perform(Join(bridge=BRIDGE, legs=()))
        await stage.performer.aclose()
        seen = await look_up(side_door, "acd", ASKED_AT)
    assert seen.bridges == (SeenBridge(bridge=BRIDGE, legs=()),)


async def test_what_belongs_to_others_is_not_ours(
    client: AriClient, http: AriHttp, switch: Switch, app: str, make_channel: MakeChannel
) -> None:
    ours = await make_channel("rings")
    ear, theirs = Ear(), f"{app}-of-others"
    async with AriClient(switch.access(theirs), ear, jitter=random.random) as others:
        await others.wait_connected(5.0)
        await calls.create_channel(
            others,
            channel_id=f"{theirs}-leg",
            endpoint=switch.phone("rings"),
            app=theirs,
            app_args=("inbound", "100"),
        )
        await ear.started(f"{theirs}-leg")
        await calls.create_bridge(others, bridge_id=f"{theirs}-bridge", name="a conference")
        await calls.add_to_bridge(others, bridge_id=f"{theirs}-bridge", channel_id=f"{theirs}-leg")
        await ear.entered(f"{theirs}-leg")
        seen = await look_up(http, app, ASKED_AT)
        await clear(http, theirs)
    assert [leg.leg for leg in seen.legs] == [ours]  # not even the far half of our own Local channel
    assert seen.bridges == ()


async def test_hundreds_of_channels_are_all_found(
    client: AriClient, http: AriHttp, app: str, make_channel: MakeChannel
) -> None:
    names = [await make_channel("rings") for _ in range(150)]
    seen = await look_up(http, app, ASKED_AT)
    assert sorted(leg.leg for leg in seen.legs) == sorted(names)
