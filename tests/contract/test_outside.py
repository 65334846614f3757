"""A line to the outside: a leg through a trunk, asked for a key; and a caller passed on to a box."""

import pytest

from acd.asterisk.ari import calls
from acd.model.command import EndLeg, Join, PassOn, Play, Ring, StartMusic, StopMusic, StopPlayback
from acd.model.ids import PlaybackId
from acd.model.message import (
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    PlaybackEnded,
)
from tests.contract.scenery import LONG, SHORT, Desk
from tests.contract.stage import BRIDGE, NOBODY, Stage, create

QUESTION = PlaybackId("o1-q1")
BOX = "100"


@pytest.fixture
async def number(stage: Stage) -> Desk:
    """Somebody out in the world whom we can call."""
    return await stage.scenery.line("43660999")


async def test_who_answers_outside_hears_a_question_and_the_key_is_told(stage: Stage, number: Desk) -> None:
    caller, waiting = await stage.call()
    stage.perform(StartMusic(leg=waiting, music="default"))
    person, leg = await stage.ring(number, "o1", originator=waiting)
    await person.answer()
    await stage.told.this(LegAnswered(leg=leg))
    stage.perform(Play(leg=leg, playback=QUESTION, media=LONG))
    await stage.settled()
    assert await caller.hears_music()
    await person.press("1")
    await stage.told.this(KeyPressed(leg=leg, key="1"))
    stage.perform(
        StopPlayback(playback=QUESTION), StopMusic(leg=waiting), Join(bridge=BRIDGE, legs=(waiting, leg))
    )
    await stage.told.first(LegJoined, nth=2)
    assert await caller.hears(person)
    assert await person.hears(caller)
    seen, rang, answered, *_ = stage.story_of(leg)
    assert [seen, rang, answered] == [LegSeen(leg=leg), LegRang(leg=leg), LegAnswered(leg=leg)]


async def test_the_question_is_put_again_to_who_says_nothing(stage: Stage, number: Desk) -> None:
    _, leg = await stage.talk_to(number, "o1")
    for turn in ("o1-q1", "o1-q2"):
        stage.perform(Play(leg=leg, playback=PlaybackId(turn), media=SHORT))
        await stage.told.this(PlaybackEnded(playback=PlaybackId(turn)))


async def test_a_line_that_we_end_in_the_question_is_gone(stage: Stage, number: Desk) -> None:
    machine, leg = await stage.talk_to(number, "o1")
    stage.perform(Play(leg=leg, playback=QUESTION, media=LONG), EndLeg(leg=leg, reason="no_answer"))
    assert await machine.ended() == 200
    await stage.gone(leg)
    await stage.destroyed(leg)


@pytest.mark.parametrize(("code", "cause"), [(486, 17), (603, 21), (404, 1)])
async def test_a_number_that_does_not_take_the_call_says_why(
    stage: Stage, number: Desk, code: int, cause: int
) -> None:
    ringing, leg = await stage.ring(number, "o1")
    await stage.told.this(LegRang(leg=leg))
    await ringing.reject(code)
    assert (await stage.gone(leg)).cause == cause


async def test_a_trunk_that_there_is_not_is_a_refusal(stage: Stage) -> None:
    stage.perform(create("o1-leg", "43660999@nowhere"))
    assert (await stage.told.first(LegRefused)).leg == "o1-leg"
    stage.perform(Ring(leg=NOBODY, give_up_s=6000.0))
    await stage.told.first(LegRefused, nth=2)


# Voicemail


async def test_a_caller_who_is_passed_on_is_gone_for_us_and_in_the_box(stage: Stage) -> None:
    caller, leg = await stage.call()
    stage.perform(StartMusic(leg=leg, music="default"))
    await stage.settled()
    assert await caller.hears_music()
    stage.perform(StopMusic(leg=leg), PassOn(leg=leg, box=BOX))
    assert await stage.gone(leg) == LegVanished(leg=leg, cause=None)
    stage.perform(PassOn(leg=leg, box=BOX))  # once more, as after a gap
    await stage.settled()
    channel = await calls.get_channel(stage.side_door, channel_id=leg)
    assert channel is not None
    assert (channel.state, channel.dialplan.context, channel.dialplan.app_name) == (
        "Up",
        "acd-box",
        "VoiceMail",
    )
    assert stage.told.all(LegVanished)[1:] == []
    assert stage.doubts == []
    assert not await caller.hears_music()


async def test_passing_on_waits_for_the_end_of_what_is_said(stage: Stage) -> None:
    _, leg = await stage.call()
    stage.perform(Play(leg=leg, playback=PlaybackId("c1-p1"), media=LONG), PassOn(leg=leg, box=BOX))
    await stage.settled()
    assert stage.told.all(LegVanished) == []
    stage.perform(StopPlayback(playback=PlaybackId("c1-p1")))
    assert await stage.gone(leg) == LegVanished(leg=leg, cause=None)


async def test_passing_on_who_has_left_is_told_to_nobody(stage: Stage) -> None:
    stage.perform(PassOn(leg=NOBODY, box=BOX))
    await stage.settled()
    assert (stage.told.messages, stage.doubts) == ([], [])
