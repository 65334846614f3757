"""A phone rings: what it answers, when nobody answers, and what comes of asking twice."""

import asyncio

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.generated import ChannelStateChange, Dial
from acd.model.command import EndLeg, Ring
from acd.model.ids import LegId
from acd.model.message import FromAsterisk, LegAnswered, LegRang, LegSeen, LegVanished
from tests.contract.scenery import Desk
from tests.contract.stage import NOBODY, Stage, status_of


def vanished(leg: LegId, cause: int | None) -> FromAsterisk:
    return LegVanished(leg=leg, cause=cause)


async def rung(stage: Stage, leg: LegId) -> None:
    """Wait for both signs of ringing; the real one promises no order."""
    await stage.ear.dialled(leg, "RINGING")
    await stage.ear.first(ChannelStateChange, lambda event: event.channel.state == "Ringing")


async def test_a_phone_rings_and_is_answered(stage: Stage, alice: Desk) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    await rung(stage, leg)
    assert await stage.state_of(leg) == "Ringing"
    await ringing.answer()
    await stage.ear.dialled(leg, "ANSWER")
    await stage.told.this(LegAnswered(leg=leg))
    assert await stage.state_of(leg) == "Up"
    told = [event.dialstatus for event in stage.ear.all(Dial)]
    assert sorted(told[:2]) == ["", "RINGING"]  # it tells of the dialling once it is under way
    assert told[2:] == ["ANSWER"]
    assert stage.story_of(leg) == [LegSeen(leg=leg), LegRang(leg=leg), LegAnswered(leg=leg)]


async def test_what_rings_or_talks_is_not_dialled_again(stage: Stage, alice: Desk) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    await rung(stage, leg)
    assert await status_of(calls.dial(stage.door, channel_id=leg, ring_s=6000)) == 409
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=leg))
    assert await status_of(calls.dial(stage.door, channel_id=leg, ring_s=6000)) == 409
    await stage.settled()
    assert stage.told.all(LegVanished) == []


async def test_dialled_twice_while_it_is_down_it_is_hung_up(stage: Stage, alice: Desk) -> None:
    alice.keep_quiet()
    leg = await stage.create(alice, "o1")
    await calls.dial(stage.door, channel_id=leg, ring_s=6000)
    await alice.rings()
    await calls.dial(stage.door, channel_id=leg, ring_s=6000)
    await stage.destroyed(leg)
    assert stage.story_of(leg) == [LegSeen(leg=leg), vanished(leg, None), vanished(leg, 16)]


async def test_the_dead_mans_switch_ends_the_ringing(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")
    stage.perform(Ring(leg=leg, give_up_s=0.3))  # whole seconds only: never none at all
    ringing = await alice.rings()
    await ringing.ended()
    assert (await stage.destroyed(leg)).cause == 19
    story = [LegSeen(leg=leg), LegRang(leg=leg), vanished(leg, None), vanished(leg, 19)]
    assert stage.story_of(leg) == story
    assert "NOANSWER" not in [event.dialstatus for event in stage.ear.all(Dial)]


async def test_a_phone_that_says_nothing_never_rings(stage: Stage, alice: Desk) -> None:
    alice.keep_quiet()
    leg = await stage.create(alice, "o1")
    stage.perform(Ring(leg=leg, give_up_s=1.0))
    assert (await stage.destroyed(leg)).cause == 19
    assert stage.story_of(leg) == [LegSeen(leg=leg), vanished(leg, None), vanished(leg, 19)]


async def test_a_phone_that_is_gone_without_a_word_is_called_all_the_same(stage: Stage, alice: Desk) -> None:
    await alice.unplug()
    leg = await stage.create(alice, "o1")
    stage.perform(Ring(leg=leg, give_up_s=1.0))
    assert (await stage.destroyed(leg)).cause == 19
    assert stage.told.all(LegRang) == []


@pytest.mark.parametrize(
    ("code", "cause"),
    [(486, 17), (603, 21), (480, 19), (404, 1), (503, 34), (488, 58), (484, 28), (302, 23), (410, 22)],
)
async def test_a_phone_that_refuses_says_why(stage: Stage, alice: Desk, code: int, cause: int) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    await rung(stage, leg)
    await ringing.reject(code)
    destroyed = await stage.destroyed(leg)
    assert (destroyed.cause, destroyed.tech_cause) == (cause, code)
    # Told with its cause twice: by StasisEnd, after the request that named it, and by ChannelDestroyed.
    assert stage.story_of(leg) == [LegSeen(leg=leg), LegRang(leg=leg), vanished(leg, cause)]


async def test_a_phone_may_refuse_without_ringing(stage: Stage, alice: Desk) -> None:
    alice.refuse(486)
    leg = await stage.create(alice, "o1")
    stage.perform(Ring(leg=leg, give_up_s=6000.0))
    await stage.destroyed(leg)
    assert stage.story_of(leg) == [LegSeen(leg=leg), vanished(leg, 17)]
    assert [event.dialstatus for event in stage.ear.all(Dial)] == [""]


@pytest.mark.parametrize(("reason", "cause"), [("normal", 16), ("no_answer", 19), ("answered_elsewhere", 26)])
async def test_ringing_that_we_end_stops_and_the_phone_knows_why(
    stage: Stage, alice: Desk, reason: calls.HangupReason, cause: int
) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    await rung(stage, leg)  # earlier, and the CANCEL gives no reason now and then
    assert await calls.hang_up(stage.door, channel_id=leg, reason=reason)
    assert await ringing.ended() == 487
    await stage.destroyed(leg)
    assert stage.story_of(leg)[2:] == [vanished(leg, None), vanished(leg, cause)]
    assert ringing.is_taken_elsewhere() == (reason == "answered_elsewhere")


async def test_a_leg_that_never_rang_ends_like_any_other(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")
    stage.perform(EndLeg(leg=leg))
    await stage.destroyed(leg)
    assert stage.story_of(leg) == [LegSeen(leg=leg), vanished(leg, None), vanished(leg, 16)]
    assert alice.calls() == 0


async def test_a_leg_for_a_caller_who_has_just_left_is_made_all_the_same(stage: Stage, alice: Desk) -> None:
    call, caller = await stage.call()
    await call.hang_up()
    await stage.gone(caller)
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    stage.perform(EndLeg(leg=leg))
    await ringing.ended()


async def test_the_callers_end_does_not_stop_the_ringing(stage: Stage, alice: Desk) -> None:
    call, caller = await stage.call()
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    await rung(stage, leg)
    await call.hang_up()
    await stage.gone(caller)
    assert await stage.state_of(leg) == "Ringing"
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=leg))


async def test_one_phone_takes_several_calls(stage: Stage, alice: Desk) -> None:
    await stage.talk_to(alice, "o1")
    second, leg = await stage.ring(alice, "o2")
    await second.reject(486)
    await stage.gone(leg)


async def test_answer_and_our_end_at_once_leave_nothing(stage: Stage, alice: Desk) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    await rung(stage, leg)
    await asyncio.gather(ringing.answer(), calls.hang_up(stage.door, channel_id=leg), return_exceptions=True)
    await stage.destroyed(leg)
    assert await ringing.ended() in {200, 487}
    assert await stage.state_of(leg) is None


async def test_ringing_nobody_is_refused(stage: Stage) -> None:
    assert await status_of(calls.dial(stage.door, channel_id=NOBODY, ring_s=6000)) == 404
