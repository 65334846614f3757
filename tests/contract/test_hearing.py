"""What the two ends hear: measured as tones on the real one, known on the simulated one."""

from acd.asterisk.ari import calls
from acd.model.command import EndBridge, EndLeg, Join, Play, StartMusic, StopMusic, StopPlayback
from acd.model.ids import LegId
from acd.model.message import LegJoined, PlaybackEnded
from tests.contract.scenery import LONG, SHORT, Desk
from tests.contract.stage import BRIDGE, SPOKEN, Stage

MUSIC = "default"


async def test_a_caller_hears_silence_then_music_then_silence(stage: Stage) -> None:
    caller, leg = await stage.call()
    assert await caller.hears_silence()
    stage.perform(StartMusic(leg=leg, music=MUSIC))
    await stage.settled()
    assert await caller.hears_music()
    stage.perform(StopMusic(leg=leg))
    await stage.settled()
    assert await caller.hears_silence()


async def test_instead_of_music_that_does_not_exist_the_default_is_heard(stage: Stage) -> None:
    caller, leg = await stage.call()
    await calls.start_music(stage.door, channel_id=leg, music_class="no such class")
    assert await caller.hears_music()


async def test_music_does_not_come_back_after_a_prompt(stage: Stage) -> None:
    caller, leg = await stage.call()
    stage.perform(StartMusic(leg=leg, music=MUSIC), Play(leg=leg, playback=SPOKEN, media=SHORT))
    await stage.told.this(PlaybackEnded(playback=SPOKEN))
    assert await caller.hears_silence()


async def test_music_that_is_asked_for_after_a_prompt_comes_when_that_is_over(stage: Stage) -> None:
    caller, leg = await stage.call()
    stage.perform(Play(leg=leg, playback=SPOKEN, media=SHORT), StartMusic(leg=leg, music=MUSIC))
    await stage.told.this(PlaybackEnded(playback=SPOKEN))
    assert await caller.hears_music()


async def test_on_answer_the_music_ends_and_the_two_hear_nothing_but_each_other(
    stage: Stage, alice: Desk
) -> None:
    caller, leg = await stage.call()
    stage.perform(StartMusic(leg=leg, music=MUSIC))
    ringing, agent = await stage.ring(alice, "o1", originator=leg)
    assert await caller.hears_music()
    await ringing.answer()
    await stage.ear.dialled(agent, "ANSWER")
    stage.perform(StopMusic(leg=leg), Join(bridge=BRIDGE, legs=(leg, agent)))
    await stage.told.first(LegJoined, nth=2)
    assert await caller.hears(ringing)
    assert await ringing.hears(caller)


async def test_an_answer_in_the_middle_of_a_prompt_joins_at_once(stage: Stage, alice: Desk) -> None:
    caller, leg = await stage.call()
    ringing, agent = await stage.talk_to(alice, "o1", originator=leg)
    stage.perform(Play(leg=leg, playback=SPOKEN, media=LONG), StartMusic(leg=leg, music=MUSIC))
    stage.perform(
        StopPlayback(playback=SPOKEN),
        StopMusic(leg=leg),
        Join(bridge=BRIDGE, legs=(leg, agent)),
    )
    await stage.told.first(LegJoined, nth=2)
    assert stage.told.all(PlaybackEnded) == [PlaybackEnded(playback=SPOKEN)]
    assert await caller.hears(ringing)
    assert await ringing.hears(caller)


async def test_music_that_was_not_stopped_is_all_that_a_bridged_caller_hears(
    stage: Stage, alice: Desk
) -> None:
    # Of legs that agree on a codec, as those with an originator do, the real one forwards the packets as they
    # come: such a caller heard the music, the agent or nothing, from one try to the next.
    caller, leg = await stage.call()
    ringing, agent = await stage.talk_to(alice, "o1")
    stage.perform(StartMusic(leg=leg, music=MUSIC), Join(bridge=BRIDGE, legs=(leg, agent)))
    await stage.told.first(LegJoined, nth=2)
    assert await caller.hears_music()
    assert await ringing.hears(caller)


async def test_left_alone_in_a_bridge_or_after_it_a_caller_hears_nothing_until_there_is_music(
    stage: Stage, alice: Desk
) -> None:
    caller, leg = await stage.call()
    _, agent = await stage.talk_to(alice, "o1", originator=leg)
    stage.perform(Join(bridge=BRIDGE, legs=(leg, agent)))
    await stage.told.first(LegJoined, nth=2)
    stage.perform(EndLeg(leg=agent))
    await stage.destroyed(agent)
    assert await caller.hears_silence()
    stage.perform(EndBridge(bridge=BRIDGE))
    await stage.settled()
    assert await caller.hears_silence()
    stage.perform(StartMusic(leg=LegId(leg), music=MUSIC))
    await stage.settled()
    assert await caller.hears_music()
