"""What the operations do on an Asterisk, their repeat rules and refusals included."""

import asyncio
from collections.abc import Callable

import pytest

from acd.asterisk.ari import calls
from acd.asterisk.ari.client import AriClient
from acd.asterisk.ari.errors import AriRefused
from acd.asterisk.ari.generated import (
    ChannelDestroyed,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelLeftBridge,
    ChannelVarset,
    Dial,
    PlaybackFinished,
    PlaybackStarted,
    StasisEnd,
)
from acd.asterisk.ari.wire import UnknownEvent
from tests.asterisk.ari.conftest import MakeChannel, Switch
from tests.asterisk.ari.ear import Ear

NewId = Callable[[], str]
SHORT, LONG, MISSING = "sound:activated", "sound:agent-alreadyon", "sound:no-such-sound"


async def test_create_passes_arguments_and_variables(
    client: AriClient, switch: Switch, app: str, ear: Ear, new_id: NewId
) -> None:
    name = new_id()
    await calls.create_channel(
        client,
        channel_id=name,
        endpoint=switch.phone("rings"),
        app=app,
        app_args=("leg", "17"),
        other_channel_id=f"{name}-far",
        variables={"CONNECTEDLINE(name,i)": "Faults & outages", "ACD_LEG": "17"},
    )
    start = await ear.started(name)
    assert start.args == ("leg", "17")
    assert await calls.get_variable(client, channel_id=name, name="ACD_LEG") == "17"
    assert await calls.get_variable(client, channel_id=name, name="CONNECTEDLINE(name)") == "Faults & outages"
    assert await calls.get_channel(client, channel_id=f"{name}-far") is not None


async def test_create_is_refused_while_the_id_lives(
    client: AriClient, switch: Switch, app: str, channel: str
) -> None:
    with pytest.raises(AriRefused) as refused:
        await calls.create_channel(client, channel_id=channel, endpoint=switch.phone("rings"), app=app)
    assert refused.value.status == 409


async def test_create_to_nowhere_is_a_definite_refusal(
    client: AriClient, app: str, ear: Ear, new_id: NewId
) -> None:
    name = new_id()
    with pytest.raises(AriRefused, match="Allocation failed") as refused:
        await calls.create_channel(client, channel_id=name, endpoint="NoSuchTechnology/x", app=app)
    assert refused.value.status == 500
    assert await calls.get_channel(client, channel_id=name) is None


async def test_ids_may_hold_anything(
    client: AriClient, make_channel: MakeChannel, ear: Ear, new_id: NewId
) -> None:
    name = await make_channel("answers", f"{new_id()}/../a b?c=%41&é")
    found = await calls.get_channel(client, channel_id=name)
    assert found is not None
    assert found.id == name
    assert await calls.hang_up(client, channel_id=name)
    await ear.first(ChannelDestroyed, lambda event: event.channel.id == name)


async def test_dial_rings_and_is_refused_afterwards(
    client: AriClient, make_channel: MakeChannel, ear: Ear
) -> None:
    name = await make_channel("rings")
    await calls.dial(client, channel_id=name, ring_s=30)
    await ear.dialled(name, "RINGING")
    with pytest.raises(AriRefused) as refused:
        await calls.dial(client, channel_id=name, ring_s=30)
    assert refused.value.status == 409
    assert await calls.hang_up(client, channel_id=name, reason="answered_elsewhere")
    assert (await ear.first(ChannelDestroyed, lambda event: event.channel.id == name)).cause == 26


async def test_the_dead_mans_switch_ends_the_ringing(
    client: AriClient, make_channel: MakeChannel, ear: Ear
) -> None:
    name = await make_channel("rings")
    await calls.dial(client, channel_id=name, ring_s=1)
    await ear.dialled(name, "RINGING")
    assert (await ear.first(ChannelDestroyed, lambda event: event.channel.id == name)).cause == 19
    assert "NOANSWER" not in [event.dialstatus for event in ear.all(Dial)]


async def test_a_busy_phone_ends_its_channel_with_the_cause(
    client: AriClient, make_channel: MakeChannel, ear: Ear
) -> None:
    name = await make_channel("busy")
    await calls.dial(client, channel_id=name, ring_s=30)
    await ear.first(ChannelDestroyed, lambda event: event.channel.id == name)
    # Not the cause of ChannelDestroyed: on a Local channel that is now and then 16.
    assert (await ear.first(ChannelHangupRequest, lambda event: event.channel.id == name)).cause == 17


async def test_a_playback_starts_and_finishes_under_its_id(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    name = new_id()
    await calls.play(client, channel_id=channel, playback_id=name, media=[SHORT], language="en")
    assert (await ear.finished(name)).playback.state == "done"
    assert [event.playback.id for event in ear.all(PlaybackStarted)] == [name]


async def test_a_missing_sound_fails_after_it_has_started(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    name = new_id()
    await calls.play(client, channel_id=channel, playback_id=name, media=[MISSING])
    assert (await ear.finished(name)).playback.state == "failed"
    assert [event.playback.id for event in ear.all(PlaybackStarted)] == [name]


async def test_an_unknown_scheme_never_finishes(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    unknown, after = new_id(), new_id()
    await calls.play(client, channel_id=channel, playback_id=unknown, media=["smoke:signal"])
    await calls.play(client, channel_id=channel, playback_id=after, media=[SHORT])
    await ear.finished(after)
    assert [event.playback.id for event in ear.all(PlaybackStarted)] == [unknown, after]
    assert [event.playback.id for event in ear.all(PlaybackFinished)] == [after]


async def test_the_same_playback_id_is_heard_twice(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    name, after = new_id(), new_id()
    for playback_id in (name, name, after):
        await calls.play(client, channel_id=channel, playback_id=playback_id, media=[SHORT])
    await ear.finished(after)
    assert [event.playback.id for event in ear.all(PlaybackFinished)] == [name, name, after]


async def test_a_playback_is_stopped_and_stopping_it_again_is_no_error(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    running, queued = new_id(), new_id()
    for name in (running, queued):
        await calls.play(client, channel_id=channel, playback_id=name, media=[LONG])
    await ear.first(PlaybackStarted, lambda event: event.playback.id == running)
    assert await calls.stop_playback(client, playback_id=queued)
    assert await calls.stop_playback(client, playback_id=running)
    await ear.finished(running)
    await ear.finished(queued)
    assert not await calls.stop_playback(client, playback_id=running)


async def test_the_right_order_bridges_a_caller_with_sound_and_music_at_once(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge, sound = new_id(), new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.play(client, channel_id=channel, playback_id=sound, media=[LONG])
    await calls.start_music(client, channel_id=channel, music_class="default")
    await ear.first(PlaybackStarted, lambda event: event.playback.id == sound)
    async with asyncio.timeout(2.0):  # the sound lasts 5.5 s: had addChannel to wait for it, this would fail
        await asyncio.gather(
            calls.stop_playback(client, playback_id=sound),
            calls.stop_music(client, channel_id=channel),
            calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel),
        )
        await ear.entered(channel)


async def test_music_and_ringing_may_be_repeated(client: AriClient, channel: str) -> None:
    for _ in range(2):
        await calls.start_music(client, channel_id=channel, music_class="default")
        await calls.start_ringing(client, channel_id=channel)
    for _ in range(2):
        assert await calls.stop_music(client, channel_id=channel)
        assert await calls.stop_ringing(client, channel_id=channel)
    await calls.start_music(client, channel_id=channel, music_class="no such class")


async def test_answering_may_be_repeated(client: AriClient, channel: str) -> None:
    for _ in range(2):
        await calls.answer_channel(client, channel_id=channel)
    found = await calls.get_channel(client, channel_id=channel)
    assert found is not None
    assert found.state == "Up"


async def test_variables_keep_every_character(client: AriClient, channel: str) -> None:
    value = 'a b&c=d%20 "é" ,;\\'
    await calls.set_variable(client, channel_id=channel, name="ACD_TEXT", value=value)
    assert await calls.get_variable(client, channel_id=channel, name="ACD_TEXT") == value
    await calls.set_variable(client, channel_id=channel, name="ACD_TEXT", value="")
    assert await calls.get_variable(client, channel_id=channel, name="ACD_TEXT") == ""
    assert await calls.get_variable(client, channel_id=channel, name="ACD_NEVER_SET") is None


async def test_an_unknown_function_is_refused(client: AriClient, channel: str) -> None:
    with pytest.raises(AriRefused) as refused:
        await calls.get_variable(client, channel_id=channel, name="NO_SUCH_FUNCTION(x)")
    assert refused.value.status == 500


async def test_events_of_a_channel_arrive_in_order(client: AriClient, channel: str, ear: Ear) -> None:
    values = [str(number) for number in range(50)]
    await asyncio.gather(
        *(calls.set_variable(client, channel_id=channel, name="ACD_N", value=value) for value in values)
    )
    await ear.first(ChannelVarset, lambda event: event.value == values[-1])
    assert [event.value for event in ear.all(ChannelVarset) if event.variable == "ACD_N"] == values


async def test_a_bridge_holds_channels_and_lets_them_go(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge = new_id()
    await calls.create_bridge(client, bridge_id=bridge, name="a talk")
    with pytest.raises(AriRefused) as refused:
        await calls.create_bridge(client, bridge_id=bridge, kind="holding")
    assert refused.value.status == 409
    await calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.entered(channel)
    found = await calls.get_bridge(client, bridge_id=bridge)
    assert found is not None
    assert (found.name, found.bridge_type, found.channels) == ("a talk", "mixing", (channel,))
    assert bridge in [each.id for each in await calls.list_bridges(client)]
    await calls.remove_from_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.first(ChannelLeftBridge)
    assert await calls.destroy_bridge(client, bridge_id=bridge)
    assert not await calls.destroy_bridge(client, bridge_id=bridge)
    assert await calls.get_bridge(client, bridge_id=bridge) is None
    assert await calls.get_channel(client, channel_id=channel) is not None


async def test_a_bridge_that_is_still_ending_is_ended_already(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    for _ in range(100):  # the second meets the first at work in about one of 25
        bridge = new_id()
        await calls.create_bridge(client, bridge_id=bridge)
        first, second = await asyncio.gather(
            calls.destroy_bridge(client, bridge_id=bridge), calls.destroy_bridge(client, bridge_id=bridge)
        )
        assert (first, second) == (True, False)


async def test_adding_once_more_leaves_and_enters_again(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge = new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.entered(channel)
    await calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.first(ChannelLeftBridge)
    await ear.first(ChannelEnteredBridge, lambda _: len(ear.all(ChannelEnteredBridge)) == 2)


async def test_a_bridge_refuses_what_is_not_there(client: AriClient, channel: str, new_id: NewId) -> None:
    bridge, nobody = new_id(), new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    with pytest.raises(AriRefused) as vanished:
        await calls.add_to_bridge(client, bridge_id=bridge, channel_id=nobody)
    assert vanished.value.status == 400
    with pytest.raises(AriRefused) as not_inside:
        await calls.remove_from_bridge(client, bridge_id=bridge, channel_id=channel)
    assert not_inside.value.status == 422
    with pytest.raises(AriRefused) as no_bridge:
        await calls.add_to_bridge(client, bridge_id=nobody, channel_id=channel)
    assert no_bridge.value.status == 404


async def test_a_channel_goes_back_to_the_dialplan(client: AriClient, channel: str, ear: Ear) -> None:
    await calls.continue_in_dialplan(client, channel_id=channel, context="phones", extension="busy")
    await ear.first(StasisEnd, lambda event: event.channel.id == channel)
    assert (await ear.first(ChannelDestroyed, lambda event: event.channel.id == channel)).cause == 17


async def test_a_gone_channel_is_ended_already_and_refuses_the_rest(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    assert await calls.hang_up(client, channel_id=channel)
    await ear.first(ChannelDestroyed, lambda event: event.channel.id == channel)
    assert not await calls.hang_up(client, channel_id=channel, reason="busy")
    assert not await calls.stop_music(client, channel_id=channel)
    assert not await calls.stop_ringing(client, channel_id=channel)
    assert await calls.get_channel(client, channel_id=channel) is None
    assert await calls.get_variable(client, channel_id=channel, name="X") is None
    for refused in (
        calls.answer_channel(client, channel_id=channel),
        calls.dial(client, channel_id=channel, ring_s=1),
        calls.start_music(client, channel_id=channel, music_class="default"),
        calls.start_ringing(client, channel_id=channel),
        calls.play(client, channel_id=channel, playback_id=new_id(), media=[SHORT]),
        calls.set_variable(client, channel_id=channel, name="X", value="1"),
        calls.continue_in_dialplan(client, channel_id=channel, context="phones", extension="busy"),
    ):
        with pytest.raises(AriRefused) as error:
            await refused
        assert error.value.status == 404


async def test_the_application_knows_its_channels_and_bridges(
    client: AriClient, app: str, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge = new_id()
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.entered(channel)
    found = await calls.get_application(client, app=app)
    assert found is not None
    assert (found.name, found.channel_ids, found.bridge_ids) == (app, (channel,), (bridge,))
    assert channel in [each.id for each in await calls.list_channels(client)]
    assert await calls.get_application(client, app=new_id()) is None


async def test_asterisk_tells_who_it_is(client: AriClient) -> None:
    info = await calls.asterisk_info(client)
    assert info.system is not None
    assert info.status is not None
    assert int(info.system.version.partition(".")[0]) >= 20
    assert (await calls.ping(client)).ping == "pong"


async def test_the_structs_fit_every_event_of_a_call(
    client: AriClient, channel: str, ear: Ear, new_id: NewId
) -> None:
    bridge, sound = new_id(), new_id()
    await calls.play(client, channel_id=channel, playback_id=sound, media=[SHORT, SHORT])
    await ear.finished(sound)
    await calls.create_bridge(client, bridge_id=bridge)
    await calls.add_to_bridge(client, bridge_id=bridge, channel_id=channel)
    await ear.entered(channel)
    await calls.hang_up(client, channel_id=channel)
    await ear.first(ChannelDestroyed)
    assert ear.all(UnknownEvent) == []
    assert client.surprises == {}
