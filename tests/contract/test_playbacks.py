"""Sounds: one after another on each channel, and what has to wait for their end."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.generated import PlaybackFinished, PlaybackStarted
from acd.model.ids import LegId
from acd.model.message import KeyPressed, PlaybackEnded
from tests.contract.scenery import LONG, MISSING, SHORT, Desk
from tests.contract.stage import BRIDGE, SPOKEN, Stage


async def play(stage: Stage, leg: LegId, name: str, *media: str) -> None:
    await calls.play(stage.door, channel_id=leg, playback_id=name, media=media)


def started(stage: Stage) -> list[str]:
    return [event.playback.id for event in stage.ear.all(PlaybackStarted)]


def finished(stage: Stage) -> list[tuple[str, str]]:
    return [(event.playback.id, event.playback.state) for event in stage.ear.all(PlaybackFinished)]


async def test_a_sound_starts_and_finishes_under_its_id(stage: Stage) -> None:
    _, leg = await stage.call()
    await play(stage, leg, "p1", SHORT)
    await stage.ear.finished("p1")
    assert (started(stage), finished(stage)) == (["p1"], [("p1", "done")])


async def test_an_unanswered_caller_hears_sounds_as_well(stage: Stage) -> None:
    _, leg = await stage.call(answer=False)
    await play(stage, leg, "p1", SHORT)
    await stage.ear.finished("p1")
    assert await stage.state_of(leg) == "Ring"


async def test_a_missing_sound_fails_after_it_has_started(stage: Stage) -> None:
    _, leg = await stage.call()
    await play(stage, leg, SPOKEN, MISSING)
    await stage.told.this(PlaybackEnded(playback=SPOKEN, failed=True))
    assert started(stage) == [SPOKEN]


@pytest.mark.parametrize(("media", "end"), [((SHORT, MISSING), "failed"), ((MISSING, SHORT), "done")])
async def test_of_several_sounds_the_last_decides(stage: Stage, media: tuple[str, ...], end: str) -> None:
    _, leg = await stage.call()
    await play(stage, leg, "p1", *media)
    await stage.ear.finished("p1")
    assert (started(stage), finished(stage)) == (["p1", "p1"], [("p1", end)])


async def test_an_unknown_scheme_never_finishes(stage: Stage) -> None:
    _, leg = await stage.call()
    await play(stage, leg, "unknown", "smoke:signal")
    await play(stage, leg, "after", SHORT)
    await stage.ear.finished("after")
    assert (started(stage), finished(stage)) == (["unknown", "after"], [("after", "done")])
    assert not await calls.stop_playback(stage.door, playback_id="unknown")


async def test_the_same_id_is_heard_twice(stage: Stage) -> None:
    _, leg = await stage.call()
    for name in ("twice", "twice", "after"):
        await play(stage, leg, name, SHORT)
    await stage.ear.finished("after")
    assert [name for name, _ in finished(stage)] == ["twice", "twice", "after"]


async def test_a_second_sound_waits_and_one_that_is_stopped_meanwhile_never_starts(stage: Stage) -> None:
    _, leg = await stage.call()
    await play(stage, leg, "running", LONG)
    await play(stage, leg, "queued", LONG)
    await stage.ear.first(PlaybackStarted)
    assert await calls.stop_playback(stage.door, playback_id="queued")
    await stage.settled()
    assert finished(stage) == []
    assert await calls.stop_playback(stage.door, playback_id="running")
    await stage.ear.finished("queued")
    assert started(stage) == ["running"]
    assert finished(stage) == [("running", "done"), ("queued", "done")]
    assert not await calls.stop_playback(stage.door, playback_id="running")


async def test_keys_are_heard_while_it_plays(stage: Stage) -> None:
    caller, leg = await stage.call()
    await play(stage, leg, "p1", LONG)
    await caller.press("5#")
    await stage.told.this(KeyPressed(leg=leg, key="#"))
    assert [message.key for message in stage.told.all(KeyPressed)] == ["5", "#"]
    assert finished(stage) == []


# What waits, and what does not

Request = Callable[[Stage, LegId], Coroutine[None, None, object]]

WAITING: dict[str, Request] = {
    "add": lambda stage, leg: calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=[leg]),
    "set": lambda stage, leg: calls.set_variable(stage.door, channel_id=leg, name="X", value="1"),
    "answer": lambda stage, leg: calls.answer_channel(stage.door, channel_id=leg),
}
PASSING: dict[str, Request] = {
    "get": lambda stage, leg: calls.get_variable(stage.door, channel_id=leg, name="X"),
    "music": lambda stage, leg: calls.start_music(stage.door, channel_id=leg, music_class="default"),
    "stop music": lambda stage, leg: calls.stop_music(stage.door, channel_id=leg),
    "ringing": lambda stage, leg: calls.start_ringing(stage.door, channel_id=leg),
    "play": lambda stage, leg: calls.play(stage.door, channel_id=leg, playback_id="p2", media=[SHORT]),
    "look": lambda stage, leg: calls.get_channel(stage.door, channel_id=leg),
}


@pytest.mark.parametrize("name", WAITING)
async def test_what_waits_for_the_end_of_a_sound_keeps_its_socket_waiting(stage: Stage, name: str) -> None:
    _, leg = await stage.call()
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    await play(stage, leg, "p1", LONG)
    request = asyncio.ensure_future(WAITING[name](stage, leg))
    behind = asyncio.ensure_future(calls.ping(stage.door))
    await stage.ear.first(PlaybackStarted)
    for _ in range(3):
        await calls.ping(stage.side_door)  # nobody else waits
    assert not request.done()
    assert not behind.done()
    assert await calls.stop_playback(stage.side_door, playback_id="p1")
    await request
    await behind
    await stage.ear.finished("p1")  # told in its own thread: it may come after the replies
    assert finished(stage) == [("p1", "done")]


async def test_leaving_a_bridge_waits_for_the_end_of_a_sound(stage: Stage) -> None:
    _, leg = await stage.call()
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    await calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=[leg])
    await play(stage, leg, "p1", SHORT)
    await calls.remove_from_bridge(stage.door, bridge_id=BRIDGE, channel_id=leg)
    await stage.ear.finished("p1")
    assert finished(stage) == [("p1", "done")]


@pytest.mark.parametrize("name", PASSING)
async def test_what_does_not_wait_is_answered_while_it_plays(stage: Stage, name: str) -> None:
    _, leg = await stage.call()
    await play(stage, leg, "p1", LONG)
    await stage.ear.first(PlaybackStarted)
    await PASSING[name](stage, leg)
    assert finished(stage) == []


# The end of the call


async def test_when_the_caller_leaves_what_plays_has_failed_and_so_has_what_waits(stage: Stage) -> None:
    caller, leg = await stage.call()
    await play(stage, leg, "p1", LONG)
    await play(stage, leg, "p2", LONG)
    await stage.ear.first(PlaybackStarted)
    await caller.hang_up()
    await stage.gone(leg)
    await stage.ear.finished("p2")
    assert started(stage) == ["p1", "p2"]
    assert finished(stage) == [("p1", "failed"), ("p2", "failed")]


async def test_who_waits_to_be_bridged_and_ends_enters_and_leaves(stage: Stage) -> None:
    caller, leg = await stage.call()
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    await play(stage, leg, "p1", LONG)
    await stage.ear.first(PlaybackStarted)
    adding = asyncio.ensure_future(calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=[leg]))
    await calls.ping(stage.side_door)  # by then it is asked
    await caller.hang_up()
    await adding
    await stage.gone(leg)
    await stage.settled()
    bridge = await calls.get_bridge(stage.door, bridge_id=BRIDGE)
    assert bridge is not None
    assert bridge.channels == ()


async def test_an_agent_hears_sounds_as_well(stage: Stage, alice: Desk) -> None:
    ringing, leg = await stage.talk_to(alice, "o1")
    await play(stage, leg, "p1", LONG)
    await stage.ear.first(PlaybackStarted)
    await ringing.hang_up()
    await stage.destroyed(leg)
    await stage.ear.finished("p1")
    assert finished(stage) == [("p1", "failed")]
