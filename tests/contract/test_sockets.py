"""One application, its sockets, and what goes on while there is none."""

import asyncio

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import Connected, Replaced
from acd.asterisk.ari.errors import AriStopped
from acd.asterisk.ari.generated import PlaybackFinished
from acd.model.command import Join
from acd.model.ids import LegId
from acd.model.message import CallArrived, KeyPressed, LegJoined, LegVanished
from tests.contract.scenery import LONG, Desk
from tests.contract.stage import APP, BRIDGE, NUMBER, Stage, listening, status_of

HELD_S = 10.0
"""More than it takes a held caller to look for us again."""


async def ended(stage: Stage, leg: LegId) -> None:
    """Ask until the channel is gone."""
    async with asyncio.timeout(10.0):
        while await stage.state_of(leg) is not None:
            pass


# What it is told


async def test_an_application_is_told_what_it_asked_for_and_nothing_else(stage: Stage) -> None:
    wanted = ("RESTResponse", "StasisStart", "StasisEnd")
    await calls.filter_events(stage.door, app=APP, wanted=wanted)
    caller, leg = await stage.call(answer=False)
    await calls.answer_channel(stage.door, channel_id=leg)
    await caller.answered()
    await caller.press("5")
    await caller.hang_up()
    await stage.told.first(LegVanished)
    assert stage.told.all(KeyPressed) == []
    assert {type(event).__name__ for event in stage.ear.heard} <= {*wanted, "Connected"}
    assert await calls.get_application(stage.side_door, app=APP) is not None


async def test_who_does_not_ask_for_it_is_not_told_of_being_replaced(stage: Stage) -> None:
    await calls.filter_events(stage.door, app=APP, wanted=("RESTResponse", "StasisStart"))
    async with listening(stage.scenery) as later:
        await stage.scenery.call(NUMBER)
        await later.told.first(CallArrived)
        assert [event for event in stage.ear.heard if isinstance(event, Replaced | CallArrived)] == []


async def test_the_filter_of_an_application_that_nobody_runs_is_refused(stage: Stage) -> None:
    assert await status_of(calls.filter_events(stage.side_door, app="nobody", wanted=("StasisStart",))) == 404


# Two sockets


async def test_the_later_socket_takes_over_and_the_earlier_hears_that_and_nothing_more(stage: Stage) -> None:
    caller, leg = await stage.call()
    async with listening(stage.scenery) as later:
        await stage.ear.first(Replaced)
        heard = len(stage.ear.heard)
        await caller.press("5")
        await later.told.this(KeyPressed(leg=leg, key="5"))
        await caller.hang_up()
        await later.told.first(LegVanished)
        assert later.told.all(CallArrived) == []  # who was there before is not told of
    assert len(stage.ear.heard) == heard


async def test_who_was_replaced_stops(stage: Stage) -> None:
    async with listening(stage.scenery):
        await stage.ear.first(Replaced)
        assert isinstance(stage.listener.socket.trouble, AriStopped)
        with pytest.raises(AriStopped):
            await calls.ping(stage.listener.socket)


async def test_who_was_replaced_can_take_the_place_back(stage: Stage) -> None:
    caller, leg = await stage.call()
    async with listening(stage.scenery) as later:
        await stage.ear.first(Replaced)
        stage.listener.socket.start()
        await stage.ear.first(Connected, lambda connected: connected.number == 2)
        await later.ear.first(Replaced)
        heard = len(later.ear.heard)
        await caller.press("5")
        await stage.told.this(KeyPressed(leg=leg, key="5"))
        await stage.scenery.call("+3617654321")
        await stage.told.first(CallArrived, nth=2)
        await calls.ping(stage.listener.socket)
        assert len(later.ear.heard) == heard
    await caller.hang_up()
    await stage.gone(leg)


async def test_new_calls_go_to_the_later_socket(stage: Stage) -> None:
    async with listening(stage.scenery) as later:
        await stage.ear.first(Replaced)
        await stage.scenery.call(NUMBER)
        await later.told.first(CallArrived)
    assert stage.told.all(CallArrived) == []


async def test_two_applications_hear_of_their_own_channels_only(stage: Stage, alice: Desk) -> None:
    caller, leg = await stage.call()
    async with listening(stage.scenery, "others") as others:
        await calls.create_channel(others.socket, channel_id="theirs", endpoint="PJSIP/alice", app="others")
        await others.ear.started("theirs")
        await calls.hang_up(others.socket, channel_id="theirs")
        await others.told.first(LegVanished)
        await caller.hang_up()
        await stage.gone(leg)
    assert {getattr(message, "leg", leg) for message in stage.told.messages} == {leg}
    assert {getattr(message, "leg", None) for message in others.told.messages} == {"theirs"}


# No socket


async def test_without_a_socket_calls_live_on_and_the_application_with_them(
    stage: Stage, alice: Desk
) -> None:
    _, caller = await stage.call()
    _, agent = await stage.talk_to(alice, "o1")
    stage.perform(Join(bridge=BRIDGE, legs=(caller, agent)))
    await stage.told.first(LegJoined, nth=2)
    await stage.listener.socket.aclose()
    found = await calls.get_application(stage.side_door, app=APP)
    assert found is not None
    assert set(found.channel_ids) == {caller, agent}
    bridge = await calls.get_bridge(stage.side_door, bridge_id=BRIDGE)
    assert bridge is not None
    assert set(bridge.channels) == {caller, agent}


async def test_without_a_socket_requests_are_performed_all_the_same(stage: Stage) -> None:
    _, leg = await stage.call(answer=False)
    await stage.listener.socket.aclose()
    await calls.answer_channel(stage.side_door, channel_id=leg)
    assert await stage.state_of(leg) == "Up"
    assert await calls.hang_up(stage.side_door, channel_id=leg)
    await ended(stage, leg)


async def test_the_application_is_forgotten_with_its_last_channel(stage: Stage) -> None:
    caller, leg = await stage.call()
    await stage.listener.socket.aclose()
    assert await calls.get_application(stage.side_door, app=APP) is not None
    await caller.hang_up()
    await ended(stage, leg)
    async with asyncio.timeout(10.0):
        while await calls.get_application(stage.side_door, app=APP) is not None:
            pass


async def test_what_happens_in_a_gap_is_never_told(stage: Stage) -> None:
    caller, leg = await stage.call()
    await calls.play(stage.door, channel_id=leg, playback_id="p1", media=[LONG])
    await stage.listener.socket.aclose()
    async with asyncio.timeout(10.0):
        while await calls.stop_playback(stage.side_door, playback_id="p1"):
            pass
    async with listening(stage.scenery) as later:
        await caller.press("5")
        await later.told.first(KeyPressed)
        assert [type(message) for message in later.told.messages] == [KeyPressed]
        assert later.ear.all(PlaybackFinished) == []


async def test_a_leg_made_for_an_application_without_a_socket_ends(stage: Stage, alice: Desk) -> None:
    await stage.call()
    await stage.listener.socket.aclose()
    await calls.create_channel(
        stage.side_door, channel_id="o1-leg", endpoint="PJSIP/alice", app=APP, app_args=("offer", "o1")
    )
    await ended(stage, LegId("o1-leg"))
    assert alice.calls() == 0


@pytest.mark.parametrize("has_calls", [False, True])
async def test_a_call_that_finds_nobody_is_answered_hears_music_and_enters_later(
    stage: Stage, has_calls: bool
) -> None:
    if has_calls:
        await stage.call()
    await stage.listener.socket.aclose()
    held = await stage.scenery.call(NUMBER)
    await held.answered()
    assert await held.hears_music()
    async with listening(stage.scenery) as later:
        arrived = await later.told.first(CallArrived, within_s=HELD_S)
        assert (arrived.did, arrived.caller) == (stage.scenery.did, NUMBER)
        assert await stage.state_of(arrived.leg) == "Up"
        assert await held.hears_music()
        await held.hang_up()
        await later.told.this(LegVanished(leg=arrived.leg, cause=None))


async def test_who_gives_up_before_we_are_there_is_never_told(stage: Stage) -> None:
    await stage.listener.socket.aclose()
    held = await stage.scenery.call(NUMBER)
    await held.answered()
    (channel,) = await calls.list_channels(stage.side_door)
    assert (channel.state, channel.dialplan.context) == ("Up", "acd-holding")
    await held.hang_up()
    await ended(stage, LegId(channel.id))
    async with listening(stage.scenery) as later:
        await stage.scenery.call(None)
        arrived = await later.told.first(CallArrived, within_s=HELD_S)
        assert arrived.leg != channel.id
