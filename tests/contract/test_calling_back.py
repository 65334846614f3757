"""A customer is called back: a leg through a trunk, made first and then rung by a request of its own."""

import pytest

from acd.model.command import DialOut, EndLeg, Join, Play, Ring, StartMusic, StopMusic
from acd.model.ids import ContactId, LegId, PlaybackId
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
from tests.contract.scenery import SHORT, Desk
from tests.contract.stage import BRIDGE, NOBODY, Stage

CUSTOMER = LegId("c1-d1")


@pytest.fixture
async def customer(stage: Stage) -> Desk:
    """A telephone out in the world."""
    return await stage.scenery.line("43660999")


def dial(leg: LegId = CUSTOMER, endpoint: str = "43660999@outside", originator: LegId = NOBODY) -> DialOut:
    """The command that makes the leg."""
    return DialOut(
        leg=leg, contact=ContactId("c1"), endpoint=endpoint, caller_id="+431200", originator=originator
    )


async def dialled(stage: Stage, *, give_up_s: float = 6000.0) -> None:
    """The leg is there, and its telephone is to ring."""
    stage.perform(dial())
    await stage.told.this(LegSeen(leg=CUSTOMER))
    stage.perform(Ring(leg=CUSTOMER, give_up_s=give_up_s))


async def test_a_customer_who_answers_meets_the_agent_who_waits(
    stage: Stage, alice: Desk, customer: Desk
) -> None:
    agent, waiting = await stage.talk_to(alice, "o1")
    stage.perform(Play(leg=waiting, playback=PlaybackId("o1-b"), media=SHORT))
    await stage.told.this(PlaybackEnded(playback=PlaybackId("o1-b")))
    stage.perform(StartMusic(leg=waiting, music="default"), dial(originator=waiting))
    await stage.told.this(LegSeen(leg=CUSTOMER))
    assert customer.calls() == 0
    stage.perform(Ring(leg=CUSTOMER, give_up_s=6000.0))
    person = await customer.rings()
    await stage.told.this(LegRang(leg=CUSTOMER))
    assert await agent.hears_music()
    await person.answer()
    await stage.told.this(LegAnswered(leg=CUSTOMER))
    await person.press("1")
    await stage.told.this(KeyPressed(leg=CUSTOMER, key="1"))
    stage.perform(StopMusic(leg=waiting), Join(bridge=BRIDGE, legs=(CUSTOMER, waiting)))
    await stage.told.first(LegJoined, nth=2)
    assert await agent.hears(person)
    assert await person.hears(agent)
    await person.press("2")
    await person.hang_up()
    await stage.gone(CUSTOMER)
    assert {message.key for message in stage.told.all(KeyPressed)} == {"1"}, "in a talk keys are not for us"
    seen, rang, answered, *_ = stage.story_of(CUSTOMER)
    assert [seen, rang, answered] == [LegSeen(leg=CUSTOMER), LegRang(leg=CUSTOMER), LegAnswered(leg=CUSTOMER)]


async def test_where_keys_are_to_be_heard_in_a_talk_those_of_both_are_told(
    stage: Stage, alice: Desk, customer: Desk
) -> None:
    agent, waiting = await stage.talk_to(alice, "o1")
    stage.perform(dial(originator=waiting))
    await stage.told.this(LegSeen(leg=CUSTOMER))
    stage.perform(Ring(leg=CUSTOMER, give_up_s=6000.0))
    person = await customer.rings()
    await person.answer()
    await stage.told.this(LegAnswered(leg=CUSTOMER))
    stage.perform(Join(bridge=BRIDGE, legs=(CUSTOMER, waiting), hears_keys=True))
    await stage.told.first(LegJoined, nth=2)
    assert await agent.hears(person)
    assert await person.hears(agent)
    await agent.press("*")
    await stage.told.this(KeyPressed(leg=waiting, key="*"))
    await person.press("2")
    await stage.told.this(KeyPressed(leg=CUSTOMER, key="2"))


@pytest.mark.parametrize(("code", "cause"), [(486, 17), (404, 1), (484, 28), (603, 21), (480, 19), (503, 34)])
async def test_a_telephone_that_does_not_take_the_call_says_why_and_rings_no_more(
    stage: Stage, customer: Desk, code: int, cause: int
) -> None:
    """Busy and invalid numbers are told by these causes; whatever else there is counts as no answer."""
    await dialled(stage)
    ringing = await customer.rings()
    await stage.told.this(LegRang(leg=CUSTOMER))
    await ringing.reject(code)
    assert (await stage.gone(CUSTOMER)).cause == cause
    await stage.destroyed(CUSTOMER)
    assert stage.told.all(LegAnswered) == []


async def test_a_line_that_is_busy_at_once_never_rings(stage: Stage, customer: Desk) -> None:
    customer.refuse(486)
    await dialled(stage)
    assert (await stage.gone(CUSTOMER)).cause == 17
    assert stage.told.all(LegRang) == []


async def test_a_telephone_that_nobody_answers_is_let_go_by_us(stage: Stage, customer: Desk) -> None:
    """Our own deadline has passed: no cause is told but what we know."""
    await dialled(stage)
    ringing = await customer.rings()
    await stage.told.this(LegRang(leg=CUSTOMER))
    stage.perform(EndLeg(leg=CUSTOMER, reason="no_answer"))
    assert await ringing.ended() == 487
    assert await stage.gone(CUSTOMER) == LegVanished(leg=CUSTOMER, cause=None)
    await stage.destroyed(CUSTOMER)


async def test_should_we_be_dead_asterisk_lets_it_go(stage: Stage, customer: Desk) -> None:
    await dialled(stage, give_up_s=1.0)
    ringing = await customer.rings()
    await ringing.ended()
    assert (await stage.destroyed(CUSTOMER)).cause == 19


async def test_a_telephone_that_says_nothing_has_not_rung(stage: Stage, customer: Desk) -> None:
    customer.keep_quiet()
    await dialled(stage)
    await customer.rings()
    stage.perform(EndLeg(leg=CUSTOMER, reason="no_answer"))
    await stage.destroyed(CUSTOMER)
    assert stage.told.all(LegRang) == []


async def test_the_agent_hangs_up_and_the_ringing_goes_on_until_we_end_it(
    stage: Stage, alice: Desk, customer: Desk
) -> None:
    agent, waiting = await stage.talk_to(alice, "o1")
    stage.perform(dial(originator=waiting))
    await stage.told.this(LegSeen(leg=CUSTOMER))
    stage.perform(Ring(leg=CUSTOMER, give_up_s=6000.0))
    ringing = await customer.rings()
    await stage.told.this(LegRang(leg=CUSTOMER))
    await agent.hang_up()
    await stage.gone(waiting)
    assert await stage.state_of(CUSTOMER) == "Ringing"
    stage.perform(EndLeg(leg=CUSTOMER))
    assert await ringing.ended() == 487
    await stage.gone(CUSTOMER)


async def test_what_is_ended_before_it_is_rung_never_rings(stage: Stage, customer: Desk) -> None:
    stage.perform(dial())
    await stage.told.this(LegSeen(leg=CUSTOMER))
    stage.perform(EndLeg(leg=CUSTOMER))
    await stage.destroyed(CUSTOMER)
    stage.perform(Ring(leg=CUSTOMER, give_up_s=6000.0))
    assert (await stage.told.first(LegRefused)).leg == CUSTOMER
    assert customer.calls() == 0


async def test_a_trunk_that_there_is_not_is_a_refusal(stage: Stage) -> None:
    stage.perform(dial(endpoint="43660999@nowhere"))
    assert (await stage.told.first(LegRefused)).leg == CUSTOMER


async def test_the_next_dial_to_the_same_customer_is_a_leg_of_its_own(stage: Stage, customer: Desk) -> None:
    await dialled(stage)
    await (await customer.rings()).reject(486)
    await stage.destroyed(CUSTOMER)
    again = LegId("c1-d2")
    stage.perform(dial(again))
    await stage.told.this(LegSeen(leg=again))
    stage.perform(Ring(leg=again, give_up_s=6000.0))
    person = await customer.rings()
    await person.answer()
    await stage.told.this(LegAnswered(leg=again))
    assert set(stage.told.all(LegAnswered)) == {LegAnswered(leg=again)}
