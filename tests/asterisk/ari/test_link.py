"""The link to a real Asterisk: a look after every gap, everything in order, and an end without remains."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import Limits
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.errors import AriNotConnected, AriStopped, AriUnauthorised
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.link import AriLink, link_to
from acd.model.command import CreateLeg, EndLeg, Join, Play
from acd.model.ids import BridgeId, LegId, OfferId, PhoneId, PlaybackId
from acd.model.message import (
    AsteriskLost,
    AsteriskSeen,
    Heard,
    LegAnswered,
    LegJoined,
    LegSeen,
    LegVanished,
    PlaybackEnded,
)
from acd.runtime.clock import WallClock
from acd.runtime.loop import InboxFull
from tests.asterisk.ari.conftest import Switch
from tests.asterisk.ari.gate import Gate
from tests.asterisk.ari.legs import leave_leg, make_leg
from tests.asterisk.ari.told import Told

SOCKET = b"GET /ari/events?"
"""How the socket begins."""
LOOK_UP = b"GET /ari/applications/"
"""How each look-up begins."""
LAST_OF_LOOK_UP = b"GET /ari/bridges "
"""How its last request begins: the channels are counted by then."""
IMPATIENT = Limits(answer_s=0.5, first_pause_s=0.05)
NewId = Callable[[], str]


def through(proxy: Gate, access: AriAccess) -> AriAccess:
    return replace(access, url=f"http://127.0.0.1:{proxy.port}/ari")


def port_of(switch: Switch) -> int:
    return urlsplit(switch.url).port or 0


@asynccontextmanager
async def linked(
    access: AriAccess, tell: Callable[[Heard], None], *, limits: Limits = IMPATIENT
) -> AsyncIterator[AriLink]:
    """A link that has been started; what its test leaves in Asterisk is ended."""
    link = link_to(access, WallClock(), lambda: None, limits=limits)
    link.start(tell)
    try:
        yield link
    finally:
        await link.aclose()


# Looking


async def test_a_new_connection_is_looked_through_once(
    switch: Switch, app: str, side_door: AriHttp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acd.asterisk.ari.link.LOOK_AGAIN_S", 0.0)
    clock, told = WallClock(), Told()
    before = clock.now()
    async with (
        Gate(port_of(switch), LOOK_UP) as gate,
        linked(through(gate, switch.access(app)), told) as link,
    ):
        seen = await told.first(AsteriskSeen)
        assert link.is_connected
        assert link.trouble is None
        assert before <= seen.asked_at <= clock.now()
        # Had there been another look, without a pause, it would stand before the next thing that happens.
        await make_leg(side_door, switch, app, f"{app}-leg")
        await told.this(LegSeen(leg=LegId(f"{app}-leg")))
        assert gate.count == 1
    assert [type(message) for message in told.messages] == [AsteriskSeen, LegSeen]


async def test_what_happens_during_a_look_is_told_at_once_and_in_order(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    gone, came = LegId(f"{app}-gone"), LegId(f"{app}-came")
    async with Gate(port_of(switch), LAST_OF_LOOK_UP) as gate:
        gate.close()
        await leave_leg(side_door, switch, app, gone)
        async with linked(through(gate, switch.access(app)), told):
            await gate.arrived.acquire()  # the leg is counted
            await calls.hang_up(side_door, channel_id=gone)
            await told.first(LegVanished)
            await make_leg(side_door, switch, app, came)
            await told.first(LegSeen, lambda message: message.leg == came)
            assert told.all(AsteriskSeen) == []
            gate.open()
            seen = await told.first(AsteriskSeen)
    # Who was counted and has ended since would seem to arrive now; who has come since was not counted.
    assert seen.legs == ()
    assert seen.heard == (came,)
    order = list(dict.fromkeys(type(message) for message in told.messages))
    assert order == [LegVanished, LegSeen, AsteriskSeen]


async def test_a_look_that_the_connection_did_not_outlive_is_not_told(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    async with Gate(port_of(switch), LAST_OF_LOOK_UP) as gate:
        for leg in ("stays", "goes"):
            await leave_leg(side_door, switch, app, f"{app}-{leg}")
        gate.close()
        async with linked(through(gate, switch.access(app)), told):
            await gate.arrived.acquire()  # the channels are counted
            gate.break_off(SOCKET)
            await told.first(AsteriskLost)
            await calls.hang_up(side_door, channel_id=f"{app}-goes")  # nobody hears it
            gate.open()
            seen = await told.first(AsteriskSeen)
            assert gate.count == 2
    assert [leg.leg for leg in seen.legs] == [f"{app}-stays"]  # so it is the later look


async def test_an_inbox_without_room_for_a_look_makes_another(switch: Switch, app: str) -> None:
    told = Told()
    refused: list[Heard] = []

    def full_once(message: Heard) -> None:
        if not refused:
            refused.append(message)
            raise InboxFull("full")
        told(message)

    async with linked(switch.access(app), full_once):
        later = await told.first(AsteriskSeen)
    assert isinstance(refused[0], AsteriskSeen)
    assert later.asked_at > refused[0].asked_at


async def test_an_inbox_without_room_for_an_event_makes_a_gap(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    refused: list[Heard] = []

    def full_once(message: Heard) -> None:
        if isinstance(message, LegSeen) and not refused:
            refused.append(message)
            raise InboxFull("full")
        told(message)

    async with linked(switch.access(app), full_once):
        await told.first(AsteriskSeen)
        await make_leg(side_door, switch, app, f"{app}-leg")
        seen = await told.first(AsteriskSeen, nth=2)
    assert [type(message) for message in told.messages] == [AsteriskSeen, AsteriskLost, AsteriskSeen]
    assert [leg.leg for leg in seen.legs] == [f"{app}-leg"]


async def test_a_wrong_password_is_said_and_nothing_is_looked_for(switch: Switch, app: str) -> None:
    told = Told()
    limits = Limits(unauthorised_pause_s=0.1)
    async with Gate(port_of(switch), LOOK_UP) as looks, Gate(looks.port, SOCKET) as tries:
        access = through(tries, switch.access(app, password="wrong"))
        async with linked(access, told, limits=limits) as link:
            for _ in range(3):
                await tries.arrived.acquire()
            assert isinstance(link.trouble, AriUnauthorised)
            assert not link.is_connected
    assert looks.count == 0
    assert told.messages == []


# Doubt


async def test_a_request_that_gets_no_answer_is_looked_after_once_and_not_repeated(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    leg, sound, bridge = LegId(f"{app}-leg"), PlaybackId(f"{app}-p1"), BridgeId(f"{app}-bridge")
    async with (
        Gate(port_of(switch), LOOK_UP) as gate,
        linked(through(gate, switch.access(app)), told) as link,
    ):
        await told.first(AsteriskSeen)
        await make_leg(side_door, switch, app, leg, "answers")
        await told.first(LegSeen)
        await calls.dial(side_door, channel_id=leg, ring_s=30)
        await told.first(LegAnswered)
        link.perform(Play(leg=leg, playback=sound, media="sound:agent-alreadyon"))
        link.perform(Join(bridge=bridge, legs=(leg,)))  # waits for the end of the sound: no answer in time
        seen = await told.first(AsteriskSeen, nth=2)
        assert [(found.bridge, found.legs) for found in seen.bridges] == [(bridge, ())]
        assert gate.count == 2
        await calls.stop_playback(side_door, playback_id=sound)
        await told.first(LegJoined)
        await told.this(PlaybackEnded(playback=sound))
        await calls.hang_up(side_door, channel_id=leg)
        await told.first(LegVanished)
        assert len(told.all(LegJoined)) == 1  # a repetition would have it leave and enter again
        assert gate.count == 2


# Gaps


async def test_a_lost_connection_is_told_and_what_is_asked_meanwhile_is_dropped(
    switch: Switch, app: str, side_door: AriHttp
) -> None:
    told = Told()
    leg = LegId(f"{app}-leg")
    async with (
        Gate(port_of(switch), LOOK_UP) as gate,
        linked(through(gate, switch.access(app)), told) as link,
    ):
        await told.first(AsteriskSeen)
        await make_leg(side_door, switch, app, leg)
        await told.first(LegSeen)
        gate.break_off()
        await told.first(AsteriskLost)
        assert not link.is_connected
        assert isinstance(link.trouble, AriNotConnected)
        link.perform(EndLeg(leg=leg))
        seen = await told.first(AsteriskSeen, nth=2)
        assert [found.leg for found in seen.legs] == [leg]  # the command was dropped, and is not made up for
        link.perform(EndLeg(leg=leg))
        await told.first(LegVanished)
        assert gate.count == 2


async def test_a_request_lost_with_the_connection_adds_no_look_of_its_own(
    switch: Switch, app: str, side_door: AriHttp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acd.asterisk.ari.link.LOOK_AGAIN_S", 0.0)
    told = Told()
    leg = LegId(f"{app}-leg")
    async with (
        Gate(port_of(switch), LOOK_UP) as gate,
        linked(through(gate, switch.access(app)), told) as link,
    ):
        await told.first(AsteriskSeen)
        await make_leg(side_door, switch, app, leg, "answers")
        await told.first(LegSeen)
        await calls.dial(side_door, channel_id=leg, ring_s=30)
        await told.first(LegAnswered)
        link.perform(Play(leg=leg, playback=PlaybackId(f"{app}-p1"), media="sound:agent-alreadyon"))
        link.perform(Join(bridge=BridgeId(f"{app}-bridge"), legs=(leg,)))
        await asyncio.sleep(0)  # let them be sent
        gate.break_off(SOCKET)
        seen = await told.first(AsteriskSeen, nth=2)
        assert link.is_connected  # not before: what is seen then may have changed by the time we hear again
        assert [found.leg for found in seen.legs] == [leg]
        assert gate.count == 2


async def test_asterisk_killed_and_started_again_has_nothing_of_ours(mortal_switch: Switch, app: str) -> None:
    told = Told()
    async with AriHttp(mortal_switch.access(app)) as side_door, linked(mortal_switch.access(app), told):
        await told.first(AsteriskSeen)
        await make_leg(side_door, mortal_switch, app, f"{app}-leg")
        await told.first(LegSeen)
        mortal_switch.kill()
        await told.first(AsteriskLost)
        await asyncio.to_thread(mortal_switch.start)
        seen = await told.first(AsteriskSeen, nth=2, within_s=20.0)
    assert (seen.legs, seen.bridges) == ((), ())


async def test_before_the_start_commands_are_dropped(switch: Switch, app: str) -> None:
    told = Told()
    link = link_to(switch.access(app), WallClock(), lambda: None)
    link.perform(EndLeg(leg=LegId("o1-leg")))
    link.start(told)
    await told.first(AsteriskSeen)
    await link.aclose()
    assert len(told.messages) == 1


# The end


async def test_taken_over_by_another_it_stops(switch: Switch, app: str, side_door: AriHttp) -> None:
    told, replaced = Told(), asyncio.Event()
    link = link_to(switch.access(app), WallClock(), replaced.set)
    link.start(told)
    await told.first(AsteriskSeen)
    new = Told()
    async with linked(switch.access(app), new) as second:
        await replaced.wait()
        assert not link.is_connected
        assert isinstance(link.trouble, AriStopped)
        link.perform(
            CreateLeg(
                leg=LegId(f"{app}-old"),
                phone=PhoneId("x"),
                endpoint="x",
                offer=OfferId("o1"),
                originator=LegId("-"),
                display="",
                caller=None,
            )
        )
        await make_leg(side_door, switch, app, f"{app}-leg")
        await new.first(LegSeen)
        assert second.is_connected
        await link.aclose()
    assert [type(message) for message in told.messages] == [AsteriskSeen]


async def test_closing_leaves_nothing_behind(switch: Switch, app: str, side_door: AriHttp) -> None:
    await calls.ping(side_door)
    before, told = asyncio.all_tasks(), Told()
    link = link_to(switch.access(app), WallClock(), lambda: None, limits=IMPATIENT)
    link.start(told)
    await told.first(AsteriskSeen)
    leg = LegId(f"{app}-leg")
    await make_leg(side_door, switch, app, leg, "answers")
    await told.first(LegSeen)
    await calls.dial(side_door, channel_id=leg, ring_s=30)
    await told.first(LegAnswered)
    link.perform(Play(leg=leg, playback=PlaybackId(f"{app}-p1"), media="sound:agent-alreadyon"))
    link.perform(Join(bridge=BridgeId(f"{app}-bridge"), legs=(leg,)))  # is not answered in time
    await link.aclose()
    link.perform(EndLeg(leg=leg))
    await asyncio.sleep(0)
    assert asyncio.all_tasks() - before == set()
    assert not link.is_connected
    assert await calls.get_channel(side_door, channel_id=leg) is not None  # calls live on


async def test_closing_what_was_never_started_is_no_error(switch: Switch, app: str) -> None:
    link = link_to(switch.access(app), WallClock(), lambda: None)
    await link.aclose()
