"""What can be asked of a channel, how often, and what it is refused with."""

import asyncio

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.calls import HangupReason
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import ChannelVarset, StasisStart
from acd.asterisk.ari.wire import UnknownEvent
from acd.model.command import EndLeg
from acd.model.ids import LegId
from acd.model.message import LegVanished
from tests.contract.scenery import LONG, SHORT, Desk
from tests.contract.stage import APP, BRIDGE, NOBODY, Stage, status_of

ENDPOINT = "PJSIP/alice"


# Making one


async def test_create_passes_arguments_and_variables(stage: Stage, alice: Desk) -> None:
    await calls.create_channel(
        stage.door,
        channel_id="o1-leg",
        endpoint=ENDPOINT,
        app=APP,
        app_args=("leg", "17"),
        variables={"CONNECTEDLINE(name,i)": "Faults & outages", "ACD_LEG": "17"},
    )
    start = await stage.ear.started("o1-leg")
    assert (start.args, start.channel.state) == (("leg", "17"), "Down")
    assert await calls.get_variable(stage.door, channel_id="o1-leg", name="ACD_LEG") == "17"
    name = await calls.get_variable(stage.door, channel_id="o1-leg", name="CONNECTEDLINE(name)")
    assert name == "Faults & outages"


async def test_an_id_is_refused_while_it_lives_and_makes_another_channel_afterwards(
    stage: Stage, alice: Desk
) -> None:
    leg = await stage.create(alice, "o1")
    again = calls.create_channel(stage.door, channel_id=leg, endpoint=ENDPOINT, app=APP)
    assert await status_of(again) == 409
    await calls.hang_up(stage.door, channel_id=leg)
    await stage.destroyed(leg)
    await calls.create_channel(stage.door, channel_id=leg, endpoint=ENDPOINT, app=APP)
    await stage.ear.first(StasisStart, lambda _: len(stage.ear.all(StasisStart)) == 2)


@pytest.mark.parametrize("endpoint", ["PJSIP/bob", "PJSIP/nobody", "NoSuchTechnology/x"])
async def test_create_to_nowhere_is_a_definite_refusal_without_an_event(stage: Stage, endpoint: str) -> None:
    with pytest.raises(AriRefused, match="Allocation failed") as refused:
        await calls.create_channel(stage.door, channel_id="o1-leg", endpoint=endpoint, app=APP)
    assert refused.value.status == 500
    await stage.settled()
    assert await calls.get_channel(stage.door, channel_id="o1-leg") is None
    assert stage.told.messages == []


async def test_an_endpoint_that_is_none_is_refused(stage: Stage) -> None:
    request = calls.create_channel(stage.door, channel_id="o1-leg", endpoint="alice", app=APP)
    assert await status_of(request) == 400


async def test_before_it_has_entered_it_may_refuse_what_it_takes_afterwards(
    stage: Stage, alice: Desk
) -> None:
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    created, dialled, added = await asyncio.gather(
        status_of(calls.create_channel(stage.door, channel_id="o1-leg", endpoint=ENDPOINT, app=APP)),
        status_of(calls.dial(stage.door, channel_id="o1-leg", ring_s=6000)),
        status_of(calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=["o1-leg"])),
    )
    assert created == 0
    assert (dialled in {0, 409}, added in {0, 422}) == (True, True)
    await stage.ear.started("o1-leg")


async def test_ids_may_hold_anything(stage: Stage, alice: Desk) -> None:
    name = "a/../b c?d=%41&é"
    await calls.create_channel(stage.door, channel_id=name, endpoint=ENDPOINT, app=APP)
    await stage.ear.started(name)
    found = await calls.get_channel(stage.door, channel_id=name)
    assert found is not None
    assert found.id == name
    assert await calls.hang_up(stage.door, channel_id=name)
    await stage.destroyed(LegId(name))


async def test_both_legs_have_one_linked_id(stage: Stage, alice: Desk) -> None:
    _, caller = await stage.call()
    leg = await stage.create(alice, "o1", originator=caller)
    linked = [
        await calls.get_variable(stage.door, channel_id=each, name="CHANNEL(linkedid)")
        for each in (caller, leg)
    ]
    assert linked == [caller, caller]


# A caller's


async def test_a_caller_enters_unanswered_and_may_be_answered_twice(stage: Stage) -> None:
    caller, leg = await stage.call(answer=False)
    assert await stage.state_of(leg) == "Ring"
    for _ in range(2):
        await calls.answer_channel(stage.door, channel_id=leg)
    await caller.answered()
    assert await stage.state_of(leg) == "Up"


@pytest.mark.parametrize(
    ("reason", "code"), [("normal", 603), ("busy", 486), ("no_answer", 480), ("unallocated", 404)]
)
async def test_an_unanswered_caller_is_refused_with_the_reason(
    stage: Stage, reason: HangupReason, code: int
) -> None:
    caller, leg = await stage.call(answer=False)
    assert await calls.hang_up(stage.door, channel_id=leg, reason=reason)
    assert await caller.ended() == code
    await stage.gone(leg)
    await stage.settled()
    assert stage.story_of(leg)[1:] == [LegVanished(leg=leg, cause=None)]


async def test_an_answered_caller_gets_a_goodbye(stage: Stage) -> None:
    caller, leg = await stage.call()
    assert await calls.hang_up(stage.door, channel_id=leg, reason="busy")
    assert await caller.ended() == 200


async def test_a_reason_that_is_none_is_refused(stage: Stage) -> None:
    _, leg = await stage.call()
    path = f"channels/{leg}"
    assert await status_of(stage.door.request("DELETE", path, query=[("reason", "boredom")])) == 400


# Music, ringing, variables


async def test_music_and_ringing_may_be_repeated(stage: Stage) -> None:
    _, leg = await stage.call()
    for _ in range(2):
        await calls.start_music(stage.door, channel_id=leg, music_class="default")
        await calls.start_ringing(stage.door, channel_id=leg)
    for _ in range(2):
        assert await calls.stop_music(stage.door, channel_id=leg)
        assert await calls.stop_ringing(stage.door, channel_id=leg)
    await calls.start_music(stage.door, channel_id=leg, music_class="no such class")


async def test_variables_keep_every_character(stage: Stage) -> None:
    _, leg = await stage.call()
    value = 'a b&c=d%20 "é" ,;\\'
    await calls.set_variable(stage.door, channel_id=leg, name="ACD_TEXT", value=value)
    assert await calls.get_variable(stage.door, channel_id=leg, name="ACD_TEXT") == value
    await calls.set_variable(stage.door, channel_id=leg, name="ACD_TEXT", value="")
    assert await calls.get_variable(stage.door, channel_id=leg, name="ACD_TEXT") == ""
    assert await calls.get_variable(stage.door, channel_id=leg, name="ACD_NEVER_SET") is None


async def test_an_unknown_function_is_refused(stage: Stage) -> None:
    _, leg = await stage.call()
    request = calls.get_variable(stage.door, channel_id=leg, name="NO_SUCH_FUNCTION(x)")
    assert await status_of(request) == 500


async def test_variables_are_not_told(stage: Stage) -> None:
    _, leg = await stage.call()
    await calls.set_variable(stage.door, channel_id=leg, name="ACD_TEXT", value="x")
    await stage.settled()
    assert stage.ear.all(ChannelVarset) == []


# Refusals


async def test_an_undialled_and_a_ringing_leg_hear_nothing(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")

    async def refusals() -> list[int]:
        return [
            await status_of(request)
            for request in (
                calls.answer_channel(stage.door, channel_id=leg),
                calls.play(stage.door, channel_id=leg, playback_id="c1-p1", media=[SHORT]),
                calls.start_music(stage.door, channel_id=leg, music_class="default"),
                calls.stop_music(stage.door, channel_id=leg),
                calls.start_ringing(stage.door, channel_id=leg),
            )
        ]

    assert await refusals() == [412] * 5
    await calls.dial(stage.door, channel_id=leg, ring_s=6000)
    await stage.ear.dialled(leg, "RINGING")
    await stage.settled()
    assert await refusals() == [412] * 5


async def test_a_gone_channel_is_ended_already_and_refuses_the_rest(stage: Stage) -> None:
    door = stage.door
    assert not await calls.hang_up(door, channel_id=NOBODY, reason="busy")
    assert not await calls.stop_music(door, channel_id=NOBODY)
    assert not await calls.stop_ringing(door, channel_id=NOBODY)
    assert await calls.get_channel(door, channel_id=NOBODY) is None
    assert await calls.get_variable(door, channel_id=NOBODY, name="X") is None
    for refused in (
        calls.answer_channel(door, channel_id=NOBODY),
        calls.dial(door, channel_id=NOBODY, ring_s=1),
        calls.start_music(door, channel_id=NOBODY, music_class="default"),
        calls.start_ringing(door, channel_id=NOBODY),
        calls.play(door, channel_id=NOBODY, playback_id="c1-p1", media=[SHORT]),
        calls.set_variable(door, channel_id=NOBODY, name="X", value="1"),
        calls.continue_in_dialplan(door, channel_id=NOBODY, context="acd-holding", extension="s"),
    ):
        assert await status_of(refused) == 404


async def test_while_it_is_ending_it_may_still_be_found_and_in_the_end_is_gone(stage: Stage) -> None:
    _, leg = await stage.call()
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    first, _, added = await asyncio.gather(
        calls.hang_up(stage.door, channel_id=leg),
        calls.hang_up(stage.door, channel_id=leg),
        status_of(calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=[leg])),
    )
    assert first
    assert added in {0, 400, 422}
    await stage.gone(leg)
    await stage.settled()
    bridge = await calls.get_bridge(stage.door, bridge_id=BRIDGE)
    assert bridge is not None
    assert bridge.channels == ()
    assert len([message for message in stage.told.all(LegVanished) if message.leg == leg]) == 1


async def test_a_leg_ended_right_after_it_was_asked_for_never_rings(stage: Stage, alice: Desk) -> None:
    await asyncio.gather(
        calls.create_channel(stage.door, channel_id="o1-leg", endpoint=ENDPOINT, app=APP),
        calls.hang_up(stage.door, channel_id="o1-leg"),
    )
    await stage.destroyed(LegId("o1-leg"))
    assert alice.calls() == 0


async def test_a_channel_that_went_to_the_dialplan_refuses_everything_but_its_end(stage: Stage) -> None:
    caller, leg = await stage.call()
    door = stage.door
    await calls.create_bridge(door, bridge_id=BRIDGE)
    await calls.continue_in_dialplan(door, channel_id=leg, context="acd-fallback-nobody-has", extension="s")
    assert await caller.ended() == 200
    caller, leg = await stage.call()
    await calls.play(door, channel_id=leg, playback_id="c1-p1", media=[LONG])
    await calls.continue_in_dialplan(door, channel_id=leg, context="acd-box", extension="100")
    await stage.settled()
    assert stage.told.all(LegVanished)[1:] == []  # not before the end of what it hears
    await calls.stop_playback(door, playback_id="c1-p1")
    assert (await stage.gone(leg)).cause is None
    refusals = [
        await status_of(request)
        for request in (
            calls.answer_channel(door, channel_id=leg),
            calls.start_music(door, channel_id=leg, music_class="default"),
            calls.play(door, channel_id=leg, playback_id="c1-p1", media=[SHORT]),
            calls.set_variable(door, channel_id=leg, name="X", value="1"),
            calls.dial(door, channel_id=leg, ring_s=1),
            calls.add_to_bridge(door, bridge_id=BRIDGE, channel_ids=[leg]),
            calls.remove_from_bridge(door, bridge_id=BRIDGE, channel_id=leg),
        )
    ]
    assert refusals == [409] * 5 + [422] * 2
    assert await calls.hang_up(door, channel_id=leg)
    assert await caller.ended() == 200


async def test_what_there_is_not_and_what_cannot_be_done_with_it(stage: Stage) -> None:
    assert await status_of(stage.door.request("GET", "nothing")) == 404
    assert await status_of(stage.door.request("POST", f"channels/{NOBODY}/nothing")) == 404
    assert await status_of(stage.door.request("PUT", f"bridges/{BRIDGE}")) == 405
    assert await status_of(stage.door.request("GET", "playbacks/nobody")) == 404


# Asterisk itself


async def test_asterisk_tells_who_it_is(stage: Stage) -> None:
    info = await calls.asterisk_info(stage.door)
    assert info.system is not None
    assert info.status is not None
    assert int(info.system.version.partition(".")[0]) >= 20
    assert (await calls.ping(stage.door)).ping == "pong"


async def test_the_structs_fit_every_event_of_a_call(stage: Stage, alice: Desk) -> None:
    _, caller = await stage.call()
    _, leg = await stage.talk_to(alice, "o1", originator=caller)
    await calls.play(stage.door, channel_id=caller, playback_id="c1-p1", media=[SHORT, SHORT])
    await stage.ear.finished("c1-p1")
    await calls.create_bridge(stage.door, bridge_id=BRIDGE)
    for each in (caller, leg):
        await calls.add_to_bridge(stage.door, bridge_id=BRIDGE, channel_ids=[each])
    stage.perform(EndLeg(leg=leg), EndLeg(leg=caller))
    for each in (caller, leg):
        await stage.destroyed(each)
    assert stage.ear.all(UnknownEvent) == []
