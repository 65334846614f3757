"""What a look-up finds at each stage of a call: ours, all of ours, and nothing of others."""

from acd.asterisk.ari import calls
from acd.asterisk.ari.generated import ChannelStateChange, StasisStart
from acd.asterisk.ari.lookup import look_up
from acd.model.command import EndLeg, Join
from acd.model.ids import LegId
from acd.model.message import AsteriskSeen, CallArrived, LegAnswered, LegJoined, SeenBridge, SeenLeg
from tests.contract.scenery import Desk
from tests.contract.stage import APP, BRIDGE, NUMBER, Stage, listening

ASKED_AT = 1234.5


async def look(stage: Stage, app: str = APP) -> AsteriskSeen:
    return await look_up(stage.side_door, app, ASKED_AT)


async def test_an_application_without_channels_has_nothing(stage: Stage) -> None:
    assert await look(stage) == AsteriskSeen(asked_at=ASKED_AT, legs=(), bridges=())


async def test_an_application_nobody_runs_has_nothing(stage: Stage) -> None:
    await stage.call()
    assert (await look(stage, "nobody")).legs == ()


async def test_callers_who_came_before_us_are_found_with_their_numbers(stage: Stage) -> None:
    _, waiting = await stage.call(answer=False)
    _, answered = await stage.call(number=None)
    told = stage.told.all(CallArrived)
    await stage.listener.socket.aclose()  # the controller dies
    async with listening(stage.scenery) as later:
        seen = await look(stage)
    assert later.ear.all(StasisStart) == []  # nothing but the look-up tells of them
    first = CallArrived(leg=waiting, did=stage.scenery.did, caller=NUMBER)
    second = CallArrived(leg=answered, did=stage.scenery.did, caller=None)
    assert {leg.leg: leg for leg in seen.legs} == {
        waiting: SeenLeg(leg=waiting, up=False, ringing=False, arrived=first),
        answered: SeenLeg(leg=answered, up=True, ringing=False, arrived=second),
    }
    assert told == [first, second]  # word for word what their events had told


async def test_agents_legs_are_found_as_they_are(stage: Stage, alice: Desk) -> None:
    leg = await stage.create(alice, "o1")
    found = [await look(stage)]
    await calls.dial(stage.door, channel_id=leg, ring_s=6000)
    ringing = await alice.rings()
    await stage.ear.first(ChannelStateChange, lambda event: event.channel.state == "Ringing")
    found.append(await look(stage))
    await ringing.answer()
    await stage.told.this(LegAnswered(leg=leg))
    found.append(await look(stage))
    stage.perform(EndLeg(leg=leg))
    await stage.destroyed(leg)
    assert [seen.legs for seen in found] == [
        (SeenLeg(leg=leg, up=up, ringing=rings),)
        for up, rings in ((False, False), (False, True), (True, False))
    ]
    assert (await look(stage)).legs == ()


async def test_a_talk_is_found_with_both_its_legs_and_then_with_the_one_that_is_left(
    stage: Stage, alice: Desk
) -> None:
    call, caller = await stage.call()
    _, agent = await stage.talk_to(alice, "o1", originator=caller)
    stage.perform(Join(bridge=BRIDGE, legs=(caller, agent)))
    await stage.told.first(LegJoined, nth=2)
    (bridge,) = (await look(stage)).bridges
    assert (bridge.bridge, set(bridge.legs)) == (BRIDGE, {caller, agent})
    await call.hang_up()
    await stage.destroyed(caller)
    seen = await look(stage)
    assert [leg.leg for leg in seen.legs] == [agent]
    assert seen.bridges == (SeenBridge(bridge=BRIDGE, legs=(agent,)),)


async def test_a_bridge_of_ours_that_nobody_has_entered_is_found(stage: Stage) -> None:
    stage.perform(Join(bridge=BRIDGE, legs=()))
    await stage.settled()
    assert (await look(stage)).bridges == (SeenBridge(bridge=BRIDGE, legs=()),)


async def test_what_belongs_to_others_is_not_ours(stage: Stage, alice: Desk) -> None:
    ours = await stage.create(alice, "o1")
    async with listening(stage.scenery, "others") as others:
        await calls.create_channel(
            others.socket,
            channel_id="theirs",
            endpoint="PJSIP/alice",
            app="others",
            app_args=("inbound", "1"),
        )
        await others.ear.started("theirs")
        await calls.create_bridge(others.socket, bridge_id="their-bridge", name="a conference")
        await calls.add_to_bridge(others.socket, bridge_id="their-bridge", channel_ids=["theirs"])
        await others.ear.entered("theirs")
        seen = await look(stage)
    assert [leg.leg for leg in seen.legs] == [ours]
    assert seen.bridges == ()


async def test_who_went_to_the_dialplan_is_not_ours_any_more(stage: Stage) -> None:
    _, leg = await stage.call()
    await calls.continue_in_dialplan(stage.door, channel_id=leg, context="acd-box", extension="100")
    await stage.gone(leg)
    assert LegId(leg) not in [seen.leg for seen in (await look(stage)).legs]
