"""Bridges: who enters and leaves, what is refused, and what happens when one of them ends."""

import asyncio

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.generated import (
    BridgeDestroyed,
    ChannelEnteredBridge,
    ChannelLeftBridge,
    PlaybackStarted,
)
from tests.contract.scenery import LONG, Desk
from tests.contract.stage import APP, BRIDGE, NOBODY, Stage, status_of

OTHER = "o2-bridge"


async def make(stage: Stage, *bridges: str) -> None:
    for bridge in bridges:
        await calls.create_bridge(stage.door, bridge_id=bridge, name=APP)


async def add(stage: Stage, *legs: str, bridge: str = BRIDGE) -> None:
    await calls.add_to_bridge(stage.door, bridge_id=bridge, channel_ids=legs)


async def take_out(stage: Stage, leg: str, bridge: str = BRIDGE) -> None:
    await calls.remove_from_bridge(stage.door, bridge_id=bridge, channel_id=leg)


def moves(stage: Stage) -> list[tuple[str, str, tuple[str, ...]]]:
    """What was heard of bridges: the event, the bridge, and who was in it afterwards."""
    return [
        (type(event).__name__, event.bridge.id, event.bridge.channels)
        for event in stage.ear.heard
        if isinstance(event, ChannelEnteredBridge | ChannelLeftBridge | BridgeDestroyed)
    ]


async def moved(stage: Stage, count: int) -> list[tuple[str, str, tuple[str, ...]]]:
    """Wait for so many moves, which may be told after the replies."""
    await stage.ear.first(object, lambda _: len(moves(stage)) >= count)
    return moves(stage)


def entered(stage: Stage) -> list[str]:
    """Who entered a bridge, in order. Whom a bridge names as being in it comes in no order of its own."""
    return [event.channel.id for event in stage.ear.all(ChannelEnteredBridge) if event.channel]


async def members(stage: Stage, bridge: str) -> tuple[str, ...] | None:
    found = await calls.get_bridge(stage.door, bridge_id=bridge)
    return found.channels if found else None


async def test_a_bridge_holds_channels_and_lets_them_go(stage: Stage) -> None:
    _, leg = await stage.call()
    await calls.create_bridge(stage.door, bridge_id=BRIDGE, name="a talk")
    await add(stage, leg)
    await stage.ear.entered(leg)
    found = await calls.get_bridge(stage.door, bridge_id=BRIDGE)
    assert found is not None
    assert (found.name, found.bridge_type, found.creator, found.channels) == (
        "a talk",
        "mixing",
        "Stasis",
        (leg,),
    )
    assert BRIDGE in [each.id for each in await calls.list_bridges(stage.door)]
    await calls.remove_from_bridge(stage.door, bridge_id=BRIDGE, channel_id=leg)
    await stage.left_bridge(leg)
    assert await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    await stage.bridge_gone(BRIDGE)
    assert not await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    assert await stage.state_of(leg) == "Up"


@pytest.mark.parametrize("kind", ["mixing", "holding"])
async def test_an_id_is_refused_while_it_exists_whatever_its_kind(stage: Stage, kind: str) -> None:
    await make(stage, BRIDGE)
    request = stage.door.request("POST", f"bridges/{BRIDGE}", query=[("type", kind)])
    assert await status_of(request) == 409


async def test_a_kind_that_is_none_is_refused(stage: Stage) -> None:
    request = stage.door.request("POST", f"bridges/{BRIDGE}", query=[("type", "suspension")])
    assert await status_of(request) == 500


async def test_a_bridge_that_is_still_ending_is_ended_already(stage: Stage) -> None:
    for number in range(100):  # the second meets the first at work in about one of 25
        bridge = f"o{number}-bridge"
        await make(stage, bridge)
        first, second = await asyncio.gather(
            calls.destroy_bridge(stage.door, bridge_id=bridge),
            calls.destroy_bridge(stage.door, bridge_id=bridge),
        )
        assert (first, second) == (True, False)


async def test_adding_once_more_leaves_and_enters_again(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE)
    await add(stage, leg)
    await add(stage, leg)
    assert await moved(stage, 3) == [
        ("ChannelEnteredBridge", BRIDGE, (leg,)),
        ("ChannelLeftBridge", BRIDGE, ()),
        ("ChannelEnteredBridge", BRIDGE, (leg,)),
    ]


async def test_a_channel_is_in_one_bridge_only(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE, OTHER)
    await add(stage, leg)
    await add(stage, leg, bridge=OTHER)
    heard = await moved(stage, 3)
    assert heard[1:] == [("ChannelLeftBridge", BRIDGE, ()), ("ChannelEnteredBridge", OTHER, (leg,))]
    assert await status_of(take_out(stage, leg)) == 422
    assert await members(stage, OTHER) == (leg,)


async def test_events_of_a_channel_arrive_in_order(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE, OTHER)
    path = [BRIDGE, OTHER] * 10
    await asyncio.gather(*(add(stage, leg, bridge=bridge) for bridge in path))
    heard = await moved(stage, 2 * len(path) - 1)
    assert heard[::2] == [("ChannelEnteredBridge", bridge, (leg,)) for bridge in path]
    assert heard[1::2] == [("ChannelLeftBridge", bridge, ()) for bridge in path[:-1]]


async def test_a_bridge_refuses_what_is_not_there(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE)
    refusals = [
        await status_of(request(stage, channel, bridge=bridge))
        for request in (add, take_out)
        for bridge, channel in ((BRIDGE, NOBODY), (OTHER, leg), (OTHER, NOBODY))
    ]
    assert refusals == [400, 404, 404] * 2
    assert await status_of(take_out(stage, leg)) == 422


async def test_two_enter_by_one_request_one_after_the_other(stage: Stage, alice: Desk) -> None:
    _, caller = await stage.call()
    _, leg = await stage.talk_to(alice, "o1")
    await make(stage, BRIDGE)
    await add(stage, caller, leg)
    assert [len(inside) for _, _, inside in await moved(stage, 2)] == [1, 2]
    assert entered(stage) == [caller, leg]
    assert set(await members(stage, BRIDGE) or ()) == {caller, leg}


async def test_none_of_two_enters_if_one_cannot(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE)
    assert await status_of(add(stage, leg, NOBODY)) == 400
    assert await status_of(add(stage, NOBODY, leg)) == 400
    await stage.settled()
    assert moves(stage) == []
    assert await members(stage, BRIDGE) == ()


@pytest.mark.parametrize("who_listens", ["first", "second"])
async def test_two_wait_for_what_one_of_them_hears(stage: Stage, who_listens: str) -> None:
    _, listener = await stage.call()
    _, other = await stage.call()
    await make(stage, BRIDGE)
    await calls.play(stage.door, channel_id=listener, playback_id="p1", media=[LONG])
    await stage.ear.first(PlaybackStarted)
    legs = (listener, other) if who_listens == "first" else (other, listener)
    adding = asyncio.ensure_future(add(stage, *legs))
    await calls.ping(stage.side_door)  # by then it is asked
    await calls.stop_playback(stage.side_door, playback_id="p1")
    await adding
    assert [len(inside) for _, _, inside in await moved(stage, 2)] == [1, 2]
    assert entered(stage) == list(legs)


async def test_who_ends_while_the_other_listens_does_not_enter(stage: Stage) -> None:
    _, listener = await stage.call()
    caller, other = await stage.call()
    await make(stage, BRIDGE)
    await calls.play(stage.door, channel_id=listener, playback_id="p1", media=[LONG])
    await stage.ear.first(PlaybackStarted)
    adding = asyncio.ensure_future(add(stage, listener, other))
    await calls.ping(stage.side_door)  # by then it is asked
    await caller.hang_up()
    await stage.gone(other)
    await calls.stop_playback(stage.side_door, playback_id="p1")
    await adding
    await stage.ear.entered(listener)
    await stage.settled()
    assert [channels for _, _, channels in moves(stage)] == [(listener,)]
    assert await members(stage, BRIDGE) == (listener,)


async def test_a_leg_may_ring_in_a_bridge(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")
    await make(stage, BRIDGE)
    await add(stage, leg)
    await stage.ear.entered(leg)
    await calls.dial(stage.door, channel_id=leg, ring_s=6000)
    await (await alice.rings()).answer()
    await stage.ear.dialled(leg, "ANSWER")
    assert await members(stage, BRIDGE) == (leg,)


async def test_who_hangs_up_leaves_the_other_alone_in_the_bridge(stage: Stage, alice: Desk) -> None:
    call, caller = await stage.call()
    _, leg = await stage.talk_to(alice, "o1")
    await make(stage, BRIDGE)
    await add(stage, caller)
    await add(stage, leg)
    await call.hang_up()
    await stage.gone(caller)
    assert (await moved(stage, 3))[2:] == [("ChannelLeftBridge", BRIDGE, (leg,))]
    assert await members(stage, BRIDGE) == (leg,)
    assert await stage.state_of(leg) == "Up"


async def test_a_bridge_that_ends_leaves_its_channels_alive(stage: Stage, alice: Desk) -> None:
    _, caller = await stage.call()
    _, leg = await stage.talk_to(alice, "o1")
    await make(stage, BRIDGE)
    await add(stage, caller)
    await add(stage, leg)
    assert await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    await stage.left_bridge(leg)
    await stage.left_bridge(caller)
    assert [await stage.state_of(each) for each in (caller, leg)] == ["Up", "Up"]
    await stage.settled()
    assert stage.ear.all(BridgeDestroyed) == []  # only who ended in it would be told


async def test_a_bridge_in_which_somebody_ended_is_followed_to_its_end(stage: Stage) -> None:
    call, leg = await stage.call()
    await make(stage, BRIDGE)
    await add(stage, leg)
    await call.hang_up()
    await stage.gone(leg)
    found = await calls.get_application(stage.door, app=APP)
    assert found is not None
    assert (found.channel_ids, found.bridge_ids) == ((), (BRIDGE,))
    await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    await stage.ear.first(BridgeDestroyed)


async def test_who_hears_a_sound_in_a_bridge_notices_its_end_afterwards(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE)
    await add(stage, leg)
    await calls.play(stage.door, channel_id=leg, playback_id="p1", media=[LONG])
    await stage.ear.first(PlaybackStarted)
    await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    await stage.settled()
    assert stage.ear.all(ChannelLeftBridge) == []
    await calls.stop_playback(stage.door, playback_id="p1")
    await stage.left_bridge(leg)


async def test_the_application_knows_its_channels_and_bridges(stage: Stage) -> None:
    _, leg = await stage.call()
    await make(stage, BRIDGE)
    await add(stage, leg)
    await stage.ear.entered(leg)
    found = await calls.get_application(stage.door, app=APP)
    assert found is not None
    assert (found.name, found.channel_ids, found.bridge_ids) == (APP, (leg,), (BRIDGE,))
    assert leg in [each.id for each in await calls.list_channels(stage.door)]
    assert await calls.get_application(stage.door, app="nobody") is None
