"""Every way in which a call ends, as the engine is told of it: leg by leg, in order, each message once.

Between two legs the real Asterisk promises no order, and none is asked for here. A leg that we made, or made
another for, ends twice: with StasisEnd, which mostly knows no cause, and with ChannelDestroyed.
"""

import asyncio

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import Connected
from acd.asterisk.ari.generated import PlaybackFinished, PlaybackStarted
from acd.model.command import EndBridge, EndLeg, Join, Play
from acd.model.ids import LegId
from acd.model.message import (
    CallArrived,
    FromAsterisk,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
)
from tests.contract.scenery import Desk, Ringing, Talker
from tests.contract.stage import BRIDGE, NUMBER, SPOKEN, Stage


def arrived(stage: Stage, leg: LegId) -> list[FromAsterisk]:
    return [CallArrived(leg=leg, did=stage.scenery.did, caller=NUMBER)]


def talked(stage: Stage, leg: LegId) -> list[FromAsterisk]:
    """The beginning of a caller's story who talked to somebody."""
    return [*arrived(stage, leg), LegAnswered(leg=leg), LegJoined(leg=leg, bridge=BRIDGE)]


def answered(leg: LegId) -> list[FromAsterisk]:
    """The beginning of an agent's."""
    return [LegSeen(leg=leg), LegRang(leg=leg), LegAnswered(leg=leg), LegJoined(leg=leg, bridge=BRIDGE)]


def ended(leg: LegId, *causes: int | None) -> list[FromAsterisk]:
    return [LegVanished(leg=leg, cause=cause) for cause in causes]


async def talk(stage: Stage, alice: Desk, *, follow: bool = True) -> tuple[Talker, LegId, Ringing, LegId]:
    """Two in a bridge; `follow` makes the agent's leg for the caller's, as our service does."""
    call, caller = await stage.call()
    ringing, agent = await stage.talk_to(alice, "o1", originator=caller if follow else "-")
    stage.perform(Join(bridge=BRIDGE, legs=(caller, agent)))
    await stage.told.first(LegJoined, nth=2)
    return call, caller, ringing, agent


# The caller


async def test_a_caller_gives_up_before_the_answer(stage: Stage) -> None:
    call, leg = await stage.call(answer=False)
    await call.hang_up()
    await stage.gone(leg)
    await stage.settled()
    assert stage.story_of(leg) == [*arrived(stage, leg), *ended(leg, 127)]


async def test_a_caller_gives_up_in_the_middle_of_a_prompt(stage: Stage) -> None:
    call, leg = await stage.call()
    stage.perform(Play(leg=leg, playback=SPOKEN, media="sound:agent-alreadyon"))
    await stage.ear.first(PlaybackStarted)
    await call.press("1")
    await stage.told.first(KeyPressed)
    await call.hang_up()
    await stage.gone(leg)
    await stage.settled()
    (finished,) = stage.ear.all(PlaybackFinished)
    assert (finished.playback.id, finished.playback.state) == (SPOKEN, "failed")
    assert stage.told.messages[2:] == [KeyPressed(leg=leg, key="1"), *ended(leg, None)]


async def test_a_caller_with_music_gives_up(stage: Stage) -> None:
    call, leg = await stage.call()
    await calls.start_music(stage.door, channel_id=leg, music_class="default")
    await call.hang_up()
    await stage.gone(leg)
    await stage.settled()
    assert stage.story_of(leg)[2:] == ended(leg, None)


async def test_a_caller_gives_up_while_the_agents_phone_rings(stage: Stage, alice: Desk) -> None:
    call, caller = await stage.call()
    _, agent = await stage.ring(alice, "o1", originator=caller)
    await stage.told.this(LegRang(leg=agent))
    await call.hang_up()
    await stage.destroyed(caller)
    stage.perform(EndLeg(leg=agent))
    await stage.destroyed(agent)
    assert stage.story_of(caller)[2:] == ended(caller, None, 0)
    assert stage.story_of(agent) == [LegSeen(leg=agent), LegRang(leg=agent), *ended(agent, None, 16)]


async def test_a_caller_ends_the_talk(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice)
    await call.hang_up()
    await stage.destroyed(caller)
    assert stage.story_of(caller) == [*talked(stage, caller), *ended(caller, None, 16)]
    assert stage.story_of(agent) == answered(agent)
    stage.perform(EndLeg(leg=agent), EndBridge(bridge=BRIDGE))
    assert await ringing.ended() == 200
    await stage.destroyed(agent)
    assert stage.story_of(agent)[4:] == ended(agent, None, 16)


async def test_of_a_caller_nobody_was_called_for_the_last_event_is_not_told(
    stage: Stage, alice: Desk
) -> None:
    call, caller, _, _ = await talk(stage, alice, follow=False)
    await call.hang_up()
    await stage.gone(caller)
    await stage.settled()
    assert stage.story_of(caller) == [*talked(stage, caller), *ended(caller, None)]


# The agent


async def test_an_agent_ends_the_talk(stage: Stage, alice: Desk) -> None:
    _, caller, ringing, agent = await talk(stage, alice)
    await ringing.hang_up()
    await stage.destroyed(agent)
    assert stage.story_of(agent) == [*answered(agent), *ended(agent, 16)]
    assert stage.story_of(caller) == talked(stage, caller)


async def test_an_agent_answers_and_leaves_before_the_two_meet(stage: Stage, alice: Desk) -> None:
    ringing, agent = await stage.talk_to(alice, "o1")
    await ringing.hang_up()
    await stage.destroyed(agent)
    assert stage.story_of(agent)[3:] == ended(agent, None, 16)


async def test_a_caller_who_is_left_alone_may_leave_as_well(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice)
    await ringing.hang_up()
    await stage.destroyed(agent)
    await call.hang_up()
    await stage.destroyed(caller)
    assert stage.story_of(caller) == [*talked(stage, caller), *ended(caller, None, 16)]


async def test_who_came_out_of_a_bridge_leaves_with_a_cause(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice, follow=False)
    await calls.destroy_bridge(stage.door, bridge_id=BRIDGE)
    await stage.left_bridge(caller)
    await stage.left_bridge(agent)
    await call.hang_up()
    await stage.gone(caller)
    await ringing.hang_up()
    await stage.destroyed(agent)
    assert stage.story_of(caller)[3:] == ended(caller, 16)
    assert stage.story_of(agent)[4:] == ended(agent, 16)


# Both, and ours


async def test_both_hang_up_at_once(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice)
    await asyncio.gather(call.hang_up(), ringing.hang_up())
    await stage.destroyed(caller)
    await stage.destroyed(agent)
    assert stage.story_of(caller) == [*talked(stage, caller), *ended(caller, None, 16)]
    assert stage.story_of(agent) == [*answered(agent), *ended(agent, 16)]
    assert await calls.list_channels(stage.side_door) == ()


async def test_we_end_the_talk(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice)
    stage.perform(EndLeg(leg=agent), EndBridge(bridge=BRIDGE), EndLeg(leg=caller))
    for leg, beginning in ((caller, talked(stage, caller)), (agent, answered(agent))):
        await stage.destroyed(leg)
        assert stage.story_of(leg) == [*beginning, *ended(leg, None, 16)]
    assert [await call.ended(), await ringing.ended()] == [200, 200]


async def test_a_phone_that_vanishes_in_a_talk_is_noticed_by_its_silence(stage: Stage, alice: Desk) -> None:
    _, caller, _, agent = await talk(stage, alice)
    await alice.unplug()
    await stage.told.first(LegVanished, within_s=30.0)
    assert (await stage.destroyed(agent)).cause == 44
    assert stage.story_of(agent) == [*answered(agent), *ended(agent, None, 44)]
    assert stage.story_of(caller) == talked(stage, caller)


# Asterisk


async def test_asterisk_stops(stage: Stage, alice: Desk) -> None:
    call, caller, ringing, agent = await talk(stage, alice)
    waiting, waiter = await stage.call(answer=False)
    await stage.scenery.stop_and_start()
    for leg in (caller, agent, waiter):
        assert await stage.gone(leg) == LegVanished(leg=leg, cause=None, lost=True)
    assert [await call.ended(), await ringing.ended(), await waiting.ended()] == [200, 200, 603]
    await stage.ear.first(Connected, lambda event: event.number == 2, timeout_s=20.0)
    assert await calls.list_channels(stage.side_door) == ()
    assert await calls.list_bridges(stage.side_door) == ()
