"""The engine's commands, carried out: what is told of each, and what when it cannot be done."""

from collections.abc import Callable

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.errors import AriUnknownOutcome
from acd.asterisk.ari.generated import ChannelStateChange
from acd.model.command import (
    AnswerLeg,
    Command,
    EndBridge,
    EndLeg,
    Join,
    Play,
    Ring,
    StartMusic,
    StopMusic,
    StopPlayback,
)
from acd.model.ids import LegId, PlaybackId
from acd.model.message import (
    CallArrived,
    JoinRefused,
    LegAnswered,
    LegJoined,
    LegRang,
    LegRefused,
    LegSeen,
    LegVanished,
    PlaybackEnded,
)
from tests.contract.scenery import Desk
from tests.contract.stage import BRIDGE, NOBODY, SPOKEN, Stage, create


def play(leg: LegId, name: str = SPOKEN, sound: str = "agent-alreadyon") -> Play:
    return Play(leg=leg, playback=PlaybackId(name), media=f"sound:{sound}")


async def test_the_commands_of_a_talk_and_what_is_told_of_each(stage: Stage, alice: Desk) -> None:
    call, caller = await stage.call(answer=False)
    stage.perform(AnswerLeg(leg=caller))
    await stage.told.this(LegAnswered(leg=caller))
    stage.perform(play(caller, sound="activated"))
    await stage.told.this(PlaybackEnded(playback=SPOKEN))
    ringing, agent = await stage.ring(alice, "o1", originator=caller)
    await stage.told.this(LegRang(leg=agent))
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=agent))
    stage.perform(StopMusic(leg=caller), Join(bridge=BRIDGE, legs=(caller, agent)))
    await stage.told.this(LegJoined(leg=caller, bridge=BRIDGE))
    await stage.told.this(LegJoined(leg=agent, bridge=BRIDGE))
    stage.perform(EndLeg(leg=agent), EndBridge(bridge=BRIDGE), EndLeg(leg=caller))
    await stage.gone(agent)
    await stage.gone(caller)
    await call.ended()
    await ringing.ended()
    await stage.settled()
    assert stage.told.all(LegRefused) + stage.told.all(JoinRefused) == []
    await stage.bridge_gone(BRIDGE)
    assert stage.doubts == []


# Refusals


@pytest.mark.parametrize("phone", ["bob", "no such phone"])
async def test_a_phone_that_is_not_registered_or_not_known_is_a_refusal(stage: Stage, phone: str) -> None:
    stage.perform(create("o1-leg", phone))
    refused = await stage.told.first(LegRefused)
    assert refused.leg == "o1-leg"
    assert "Allocation failed" in refused.reason
    await stage.settled()
    assert len(stage.told.messages) == 1


async def test_ringing_a_leg_that_is_gone_is_a_refusal(stage: Stage) -> None:
    stage.perform(Ring(leg=NOBODY, give_up_s=6000.0))
    assert (await stage.told.first(LegRefused)).leg == NOBODY


async def test_a_leg_that_rings_already_is_left_alone(stage: Stage, alice: Desk) -> None:
    ringing, leg = await stage.ring(alice, "o1")
    # Not LegRang, which may come a moment earlier: until then Asterisk hangs up what is asked to ring twice.
    await stage.ear.first(ChannelStateChange, lambda event: event.channel.state == "Ringing")
    stage.perform(Ring(leg=leg, give_up_s=6000.0))
    await stage.settled()
    assert stage.told.all(LegRefused) + stage.told.all(LegVanished) == []
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=leg))


@pytest.mark.parametrize("missing", [0, 1])
async def test_joining_a_leg_that_is_gone_is_a_refusal_and_nobody_is_joined(
    stage: Stage, missing: int
) -> None:
    _, caller = await stage.call()
    legs = (NOBODY, caller) if missing == 0 else (caller, NOBODY)
    stage.perform(Join(bridge=BRIDGE, legs=legs))
    refused = await stage.told.first(JoinRefused)
    assert refused.bridge == BRIDGE
    await stage.settled()
    assert len(stage.told.all(JoinRefused)) == 1
    assert stage.told.all(LegJoined) == []


async def test_joining_twice_is_no_refusal(stage: Stage) -> None:
    _, caller = await stage.call()
    stage.perform(*[Join(bridge=BRIDGE, legs=(caller,))] * 2)
    await stage.told.first(LegJoined, nth=2)
    await stage.settled()
    assert stage.told.all(JoinRefused) == []


async def test_ending_a_leg_that_nobody_knows_is_its_end(stage: Stage) -> None:
    stage.perform(EndLeg(leg=NOBODY, reason="no_answer"))
    await stage.told.this(LegVanished(leg=NOBODY, cause=None))


@pytest.mark.parametrize("command", [AnswerLeg(leg=NOBODY), play(NOBODY)])
async def test_a_caller_who_turns_out_to_be_gone_is_told_as_gone(stage: Stage, command: Command) -> None:
    stage.perform(command)
    await stage.settled()
    assert stage.told.messages == [LegVanished(leg=NOBODY, cause=None)]


@pytest.mark.parametrize(
    "command",
    [
        StartMusic(leg=NOBODY, music="default"),
        StopMusic(leg=NOBODY),
        StopPlayback(playback=SPOKEN),
        EndBridge(bridge=BRIDGE),
    ],
)
async def test_what_has_lost_its_meaning_is_told_to_nobody(stage: Stage, command: Command) -> None:
    stage.perform(command)
    await stage.settled()
    assert (stage.told.messages, stage.doubts) == ([], [])


# Order


async def test_commands_reach_asterisk_in_the_order_they_were_given(stage: Stage) -> None:
    _, caller = await stage.call()
    names = [PlaybackId(f"c1-p{number}") for number in range(50)]
    stage.perform(*(play(caller, name, "no-such-sound") for name in names))
    await stage.told.first(PlaybackEnded, nth=50)
    assert [ended.playback for ended in stage.told.all(PlaybackEnded)] == names


async def test_a_leg_ended_right_after_it_was_asked_for_never_rings(stage: Stage, alice: Desk) -> None:
    stage.perform(create("o1-leg", "alice"), EndLeg(leg=LegId("o1-leg")))
    await stage.destroyed(LegId("o1-leg"))
    await stage.settled()
    assert alice.calls() == 0
    assert stage.told.all(LegRang) == []


# Nobody knows


def lose(wanted: str) -> Callable[[str], None]:
    """Lose the answers to requests whose method and path contain this."""

    def fate(request: str) -> None:
        if wanted in request:
            raise AriUnknownOutcome(f"no answer to {request}")

    return fate


async def test_a_doubt_about_ringing_rings_once_and_leaves_the_phone_ringing(
    stage: Stage, alice: Desk
) -> None:
    stage.door.fate = lose("/dial")
    ringing, leg = await stage.ring(alice, "o1")
    await stage.told.first(LegRang)
    await stage.settled()
    assert stage.doubts == ["look"]
    assert [request for request in stage.door.asked if "dial" in request] == [f"POST channels/{leg}/dial"]
    assert stage.told.all(LegRefused) + stage.told.all(LegVanished) == []
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=leg))


async def test_without_a_connection_commands_are_dropped(stage: Stage, alice: Desk) -> None:
    _, caller = await stage.call()
    known = list(stage.told.messages)
    await stage.listener.socket.aclose()
    stage.perform(EndLeg(leg=caller), create("o1-leg", "alice"), Join(bridge=BRIDGE, legs=(caller,)))
    await stage.performer.aclose()
    assert (stage.told.messages, stage.doubts) == (known, [])
    assert isinstance(known[0], CallArrived)
    assert [channel.id for channel in await calls.list_channels(stage.side_door)] == [caller]


async def test_a_leg_that_was_seen_is_told_once(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")
    stage.perform(create(leg, "alice"))  # refused with 409: it is there already
    await stage.settled()
    assert stage.told.messages == [LegSeen(leg=leg)]
