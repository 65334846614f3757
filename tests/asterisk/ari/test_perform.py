"""Each command on a real Asterisk: what it does, and what is told of it when it cannot be done."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.door import AriAccess, Body, Query, Response
from acd.asterisk.ari.errors import AriUnknownOutcome, AriUnreadable
from acd.asterisk.ari.generated import ChannelStateChange
from acd.asterisk.ari.perform import AriPerformer
from acd.model.command import (
    AnswerLeg,
    Command,
    CreateLeg,
    EndBridge,
    EndLeg,
    Join,
    Play,
    Ring,
    StartMusic,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import BridgeId, LegId, OfferId, PhoneId, PlaybackId
from acd.model.message import (
    CallArrived,
    FromAsterisk,
    JoinRefused,
    LegAnswered,
    LegJoined,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    PlaybackEnded,
)
from acd.runtime.loop import InboxFull
from acd.testing.phone import Phone
from tests.asterisk.ari.stage import Stage, staged
from tests.asterisk.ari.told import Told
from tests.asterisk.render.switch import MUSIC_HZ

BRIDGE, NOBODY = BridgeId("o1-bridge"), LegId("o99-leg")


@pytest.fixture
async def stage(pbx_access: AriAccess) -> AsyncIterator[Stage]:
    async with staged(pbx_access) as ready:
        yield ready


def create(leg: str, phone: str, *, display: str = "Queue", caller: str | None = "123") -> CreateLeg:
    return CreateLeg(
        leg=LegId(leg),
        phone=PhoneId(phone),
        offer=OfferId("o1"),
        originator=LegId("-"),
        display=display,
        caller=caller,
    )


def play(leg: LegId, name: str, sound: str = "agent-alreadyon") -> Play:
    return Play(leg=leg, playback=PlaybackId(name), media=f"sound:{sound}")


async def settled(stage: Stage) -> None:
    """Wait until everything performed is answered, and every event of it has been heard: a reply overtakes no
    event that Asterisk sent before, and the second reply none that the first request brought about.
    """
    await stage.performer.aclose()
    for _ in range(2):
        await calls.ping(stage.client)


# One talk from its beginning to its end


async def test_the_commands_of_a_talk_and_what_is_told_of_each(
    stage: Stage, outside: Phone, alice: Phone
) -> None:
    call, caller = await stage.call(outside, answer=False)
    stage.perform(AnswerLeg(leg=caller))
    await stage.told.this(LegAnswered(leg=caller))
    stage.perform(play(caller, "c1-p1", "activated"))
    await stage.told.this(PlaybackEnded(playback=PlaybackId("c1-p1")))
    stage.perform(create("o1-leg", "alice"))
    await stage.told.this(LegSeen(leg=LegId("o1-leg")))
    stage.perform(Ring(leg=LegId("o1-leg"), give_up_s=20.0))
    ringing = await asyncio.to_thread(alice.wait_for_ring)
    await stage.told.this(LegRang(leg=LegId("o1-leg")))
    await stage.answer(ringing, LegId("o1-leg"))
    stage.perform(StopMusic(leg=caller), Join(bridge=BRIDGE, legs=(caller, LegId("o1-leg"))))
    await stage.told.this(LegJoined(leg=caller, bridge=BRIDGE))
    await stage.told.this(LegJoined(leg=LegId("o1-leg"), bridge=BRIDGE))
    stage.perform(EndLeg(leg=LegId("o1-leg")), EndBridge(bridge=BRIDGE), EndLeg(leg=caller))
    await stage.gone(LegId("o1-leg"))
    await stage.gone(caller)
    await asyncio.to_thread(call.wait_ended)
    await asyncio.to_thread(ringing.wait_ended)
    await settled(stage)
    refusals = (LegRefused, JoinRefused)
    assert [message for message in stage.told.messages if isinstance(message, refusals)] == []
    assert await calls.get_bridge(stage.client, bridge_id=BRIDGE) is None
    assert stage.doubts == []


async def test_on_answer_the_music_ends_and_the_two_hear_nothing_but_each_other(
    stage: Stage, outside: Phone, alice: Phone
) -> None:
    call, caller = await stage.call(outside)
    stage.perform(StartMusic(leg=caller, music="default"))
    assert await asyncio.to_thread(call.hears_tone, MUSIC_HZ)
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    assert await asyncio.to_thread(call.hears_only, MUSIC_HZ, for_s=0.3)
    await stage.answer(ringing, leg)
    stage.perform(StopMusic(leg=caller), Join(bridge=BRIDGE, legs=(caller, leg)))
    await stage.told.first(LegJoined, nth=2)
    assert await asyncio.to_thread(call.hears_only, alice.tone_hz)
    assert await asyncio.to_thread(ringing.hears_only, outside.tone_hz)


async def test_an_answer_in_the_middle_of_a_prompt_joins_at_once(
    stage: Stage, outside: Phone, alice: Phone
) -> None:
    call, caller = await stage.call(outside)
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    stage.perform(play(caller, "c1-p1"), StartMusic(leg=caller, music="default"))
    await stage.answer(ringing, leg)
    stage.perform(
        StopPlayback(playback=PlaybackId("c1-p1")),
        StopMusic(leg=caller),
        Join(bridge=BRIDGE, legs=(caller, leg)),
    )
    await stage.told.first(LegJoined, nth=2, within_s=2.0)  # the prompt lasts 5.5 s
    assert await asyncio.to_thread(call.hears_only, alice.tone_hz)
    assert await asyncio.to_thread(ringing.hears_only, outside.tone_hz)


async def test_music_after_the_talk_is_heard_again(stage: Stage, outside: Phone, alice: Phone) -> None:
    call, caller = await stage.call(outside)
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    await stage.answer(ringing, leg)
    stage.perform(Join(bridge=BRIDGE, legs=(caller, leg)))
    await stage.told.first(LegJoined, nth=2)
    stage.perform(EndLeg(leg=leg), EndBridge(bridge=BRIDGE), StartMusic(leg=caller, music="default"))
    assert await asyncio.to_thread(call.hears_only, MUSIC_HZ)


# What the agent sees


@pytest.mark.parametrize(
    ("display", "caller", "number"),
    [
        ("Störung Größe & Maß", "+4930123456", "+4930123456"),
        ('He said "A, B", (x); <y> \\ 50 % ${EXTEN}', "123", "123"),
        ("停电和维修", "1" * 40, "1" * 40),
        ("Queue", '"><b,c', "%22%3e%3cb,c"),
        ("Queue", None, "anonymous"),
    ],
)
async def test_the_phone_shows_the_queue_and_the_number(
    stage: Stage, alice: Phone, display: str, caller: str | None, number: str
) -> None:
    ringing, _ = await stage.ring(alice, "o1", display=display, caller=caller)
    assert ringing.display_name == display
    assert ringing.caller_number == number


async def test_both_legs_have_one_linked_id(stage: Stage, outside: Phone, alice: Phone) -> None:
    _, caller = await stage.call(outside)
    _, leg = await stage.ring(alice, "o1", originator=caller)
    linked = [
        await calls.get_variable(stage.client, channel_id=each, name="CHANNEL(linkedid)")
        for each in (caller, leg)
    ]
    assert linked == [caller, caller]


# Refusals


async def test_a_phone_that_is_not_registered_is_a_refusal(stage: Stage, pbx_access: AriAccess) -> None:
    stage.perform(create("o1-leg", "bob"))
    refused = await stage.told.first(LegRefused)
    assert refused.leg == "o1-leg"
    assert "Allocation failed" in refused.reason
    await settled(stage)
    assert len(stage.told.messages) == 1


async def test_a_phone_nobody_knows_is_a_refusal(stage: Stage) -> None:
    stage.perform(create("o1-leg", "no such phone"))
    assert (await stage.told.first(LegRefused)).leg == "o1-leg"


async def test_a_leg_for_a_caller_who_has_just_left_is_made_all_the_same(
    stage: Stage, outside: Phone, alice: Phone
) -> None:
    call, caller = await stage.call(outside)
    await asyncio.to_thread(call.hang_up)
    await stage.gone(caller)
    ringing, leg = await stage.ring(alice, "o1", originator=caller)
    stage.perform(EndLeg(leg=leg))
    await asyncio.to_thread(ringing.wait_ended)


async def test_ringing_a_leg_that_is_gone_is_a_refusal(stage: Stage) -> None:
    stage.perform(Ring(leg=NOBODY, give_up_s=20.0))
    assert (await stage.told.first(LegRefused)).leg == NOBODY


async def test_a_leg_that_rings_already_is_left_alone(stage: Stage, alice: Phone) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    # Not LegRang, which may come a moment earlier: until then Asterisk hangs up what is asked to ring twice.
    await stage.ear.first(ChannelStateChange, lambda event: event.channel.state == "Ringing")
    stage.perform(Ring(leg=leg, give_up_s=20.0))
    await settled(stage)
    assert stage.told.all(LegRefused) + stage.told.all(LegVanished) == []
    await stage.answer(ringing, leg)


async def test_asterisk_ends_the_ringing_when_nobody_else_does(stage: Stage, alice: Phone) -> None:
    stage.perform(create("o1-leg", "alice"))
    await stage.told.first(LegSeen)
    stage.perform(Ring(leg=LegId("o1-leg"), give_up_s=0.3))  # whole seconds only: never none at all
    await stage.gone(LegId("o1-leg"))


@pytest.mark.parametrize("missing", [0, 1])
async def test_joining_a_leg_that_is_gone_is_a_refusal(stage: Stage, outside: Phone, missing: int) -> None:
    _, caller = await stage.call(outside)
    legs = (NOBODY, caller) if missing == 0 else (caller, NOBODY)
    stage.perform(Join(bridge=BRIDGE, legs=legs))
    refused = await stage.told.first(JoinRefused)
    assert refused.bridge == BRIDGE
    await stage.told.this(LegJoined(leg=caller, bridge=BRIDGE))
    assert len(stage.told.all(JoinRefused)) == 1


async def test_joining_twice_is_no_refusal(stage: Stage, outside: Phone) -> None:
    _, caller = await stage.call(outside)
    stage.perform(*[Join(bridge=BRIDGE, legs=(caller,))] * 2)
    await stage.told.first(LegJoined, nth=2)
    await settled(stage)
    assert stage.told.all(JoinRefused) == []


async def test_ending_a_leg_that_nobody_knows_is_its_end(stage: Stage) -> None:
    stage.perform(EndLeg(leg=NOBODY, reason="no_answer"))
    await stage.told.this(LegVanished(leg=NOBODY, cause=None))


async def test_a_missing_sound_is_a_failed_playback(stage: Stage, outside: Phone) -> None:
    _, caller = await stage.call(outside)
    stage.perform(play(caller, "c1-p1", "no-such-sound"))
    await stage.told.this(PlaybackEnded(playback=PlaybackId("c1-p1"), failed=True))


@pytest.mark.parametrize("command", [AnswerLeg(leg=NOBODY), play(NOBODY, "c1-p1")])
async def test_a_caller_who_turns_out_to_be_gone_is_told_as_gone(stage: Stage, command: Command) -> None:
    stage.perform(command)
    await settled(stage)
    assert stage.told.messages == [LegVanished(leg=NOBODY, cause=None)]


@pytest.mark.parametrize(
    "command",
    [
        StartMusic(leg=NOBODY, music="default"),
        StopMusic(leg=NOBODY),
        StopPlayback(playback=PlaybackId("c1-p1")),
        EndBridge(bridge=BRIDGE),
    ],
)
async def test_what_has_lost_its_meaning_is_told_to_nobody(stage: Stage, command: Command) -> None:
    stage.perform(command)
    await settled(stage)
    assert (stage.told.messages, stage.doubts) == ([], [])


async def test_an_unanswered_caller_is_told_that_the_number_does_not_exist(
    stage: Stage, outside: Phone
) -> None:
    call, caller = await stage.call(outside, answer=False)
    stage.perform(EndLeg(leg=caller, reason="unallocated"))
    await asyncio.to_thread(call.wait_ended)
    assert call.sip_code == 404


# Order


async def test_commands_reach_asterisk_in_the_order_they_were_given(stage: Stage, outside: Phone) -> None:
    _, caller = await stage.call(outside)
    names = [PlaybackId(f"c1-p{number}") for number in range(50)]
    stage.perform(*(play(caller, name, "no-such-sound") for name in names))
    await stage.told.first(PlaybackEnded, nth=50)
    assert [ended.playback for ended in stage.told.all(PlaybackEnded)] == names


async def test_a_leg_ended_right_after_it_was_asked_for_never_rings(stage: Stage, alice: Phone) -> None:
    stage.perform(create("o1-leg", "alice"), EndLeg(leg=LegId("o1-leg")))
    await stage.gone(LegId("o1-leg"))
    await settled(stage)
    assert alice.calls == []
    assert stage.told.all(LegRang) == []


# Nobody knows


def lose(wanted: str) -> Callable[[str], None]:
    """Lose the answers to requests whose method and path contain this."""

    def fate(request: str) -> None:
        if wanted in request:
            raise AriUnknownOutcome(f"no answer to {request}")

    return fate


async def test_a_doubt_about_ringing_rings_once_and_leaves_the_phone_ringing(
    stage: Stage, alice: Phone
) -> None:
    stage.door.fate = lose("/dial")
    ringing, leg = await stage.ring(alice, "o1")
    await stage.told.first(LegRang)
    await settled(stage)
    assert stage.doubts == ["look"]
    assert [request for request in stage.door.asked if "dial" in request] == [f"POST channels/{leg}/dial"]
    assert stage.told.all(LegRefused) + stage.told.all(LegVanished) == []
    await stage.answer(ringing, leg)


@pytest.mark.parametrize(
    "command",
    [
        AnswerLeg(leg=NOBODY),
        play(NOBODY, "c1-p1"),
        StartMusic(leg=NOBODY, music="default"),
        StopMusic(leg=NOBODY),
        create("o99-leg", "alice"),
        Ring(leg=NOBODY, give_up_s=20.0),
        StopPlayback(playback=PlaybackId("c1-p1")),
        EndLeg(leg=NOBODY),
        EndBridge(bridge=BRIDGE),
    ],
    ids=lambda command: type(command).__name__,
)
async def test_of_an_unknown_outcome_nothing_is_told_and_nothing_is_asked_again(command: Command) -> None:
    performer, told, doubts, asked = on_a_door_that(AriUnknownOutcome("no answer"))
    performer.perform(command)
    await performer.aclose()
    assert (len(asked), told.messages, doubts) == (1, [], ["look"])


# Whatever happens, it does not raise


@pytest.mark.parametrize("error", [RuntimeError("a bug"), AriUnreadable("no JSON")])
async def test_an_error_nobody_thought_of_is_a_doubt(error: Exception) -> None:
    performer, told, doubts, _ = on_a_door_that(error)
    performer.perform(EndLeg(leg=NOBODY))
    await performer.aclose()
    assert (told.messages, doubts) == ([], ["look"])


async def test_a_name_that_cannot_be_sent_is_a_doubt_and_stops_nobody_else(
    stage: Stage, alice: Phone
) -> None:
    stage.perform(create("o1-leg", "alice", display="half a character: \ud83d"), create("o2-leg", "alice"))
    await stage.told.this(LegSeen(leg=LegId("o2-leg")))
    await settled(stage)
    assert stage.doubts == ["look"]
    assert len(stage.told.all(LegSeen)) == 1


async def test_an_inbox_that_is_full_is_a_doubt(stage: Stage, outside: Phone) -> None:
    def full(message: FromAsterisk) -> None:
        raise InboxFull("100000 messages wait already")

    _, caller = await stage.call(outside, answer=False)
    performer = AriPerformer(stage.client, "acd", full, lambda: stage.doubts.append("look"))
    performer.perform(AnswerLeg(leg=caller))
    await performer.aclose()
    assert stage.doubts == ["look"]


async def test_without_a_connection_commands_are_dropped(stage: Stage, outside: Phone) -> None:
    _, caller = await stage.call(outside)
    known = list(stage.told.messages)
    await stage.client.aclose()
    stage.perform(EndLeg(leg=caller), create("o1-leg", "alice"), Join(bridge=BRIDGE, legs=(caller,)))
    await stage.performer.aclose()
    assert (stage.told.messages, stage.doubts) == (known, [])
    assert isinstance(known[0], CallArrived)


class _Failing:
    """A door behind which every request ends in the same error."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.asked: list[str] = []

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        self.asked.append(f"{method} {path}")
        raise self._error


def on_a_door_that(error: Exception) -> tuple[AriPerformer, Told, list[str], list[str]]:
    door, told = _Failing(error), Told()
    doubts: list[str] = []
    return AriPerformer(door, "acd", told, lambda: doubts.append("look")), told, doubts, door.asked
