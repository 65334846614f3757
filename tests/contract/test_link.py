"""The link, which the service holds to Asterisk: it looks after every gap, and stops when taken over."""

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest

from acd.asterisk.ari.client import AriEvent, Hear
from acd.asterisk.ari.generated import StasisStart
from acd.asterisk.ari.link import AriLink
from acd.model.command import AnswerLeg, EndLeg
from acd.model.message import AsteriskLost, AsteriskSeen, CallArrived, LegAnswered, LegVanished
from acd.runtime.clock import WallClock
from tests.asterisk.ari.told import Told
from tests.contract.scenery import Scenery
from tests.contract.stage import APP, NUMBER, end_everything, listening


class Linked:
    """A link, what it tells, and whether it was replaced."""

    def __init__(self, scenery: Scenery) -> None:
        self.scenery = scenery
        self.told = Told()
        self.replaced = asyncio.Event()
        self.holds_arrivals = False
        self.held: asyncio.Queue[Callable[[], None]] = asyncio.Queue()
        """What tells of an arrival, later."""
        self.link = AriLink(
            APP,
            WallClock(),
            self.replaced.set,
            open_socket=lambda hear: scenery.open_socket(APP, partial(self._hear, hear)),
            side_door=scenery.side_door(APP),
        )

    def _hear(self, hear: Hear, event: AriEvent) -> None:
        if self.holds_arrivals and isinstance(event, StasisStart):
            self.held.put_nowait(partial(hear, event))
        else:
            hear(event)


@pytest.fixture
async def linked(scenery: Scenery, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Linked]:
    monkeypatch.setattr("acd.asterisk.ari.link.LOOK_AGAIN_S", 0.0)
    made = Linked(scenery)
    made.link.start(made.told)
    await made.told.first(AsteriskSeen)
    yield made
    await made.link.aclose()
    door = scenery.side_door(APP)
    await end_everything(door)
    await door.aclose()
    await scenery.clear()


async def test_it_brings_a_call_and_carries_out_what_is_asked_with_it(linked: Linked) -> None:
    caller = await linked.scenery.call(NUMBER)
    leg = (await linked.told.first(CallArrived)).leg
    linked.link.perform(AnswerLeg(leg=leg))
    await caller.answered()
    await linked.told.this(LegAnswered(leg=leg))
    linked.link.perform(EndLeg(leg=leg))
    assert await caller.ended() == 200
    await linked.told.first(LegVanished)


@pytest.mark.parametrize("ends_first", [False, True])
async def test_a_call_that_a_look_has_shown_is_not_told_again_by_its_event(
    linked: Linked, ends_first: bool
) -> None:
    """Or it would arrive twice, when a look has seen its end as well."""
    linked.holds_arrivals = True
    caller = await linked.scenery.call(NUMBER)
    arrive = await linked.held.get()
    linked.link.look()
    (leg,) = (await linked.told.first(AsteriskSeen, nth=2)).legs
    assert leg.arrived is not None
    if ends_first:
        await caller.hang_up()
        await linked.told.first(LegVanished, lambda gone: gone.leg == leg.leg)
    arrive()
    assert linked.told.all(CallArrived) == []


async def test_after_asterisk_was_gone_it_looks_and_finds_nothing(linked: Linked) -> None:
    await linked.scenery.call(NUMBER)
    await linked.told.first(CallArrived)
    await linked.scenery.stop_and_start()
    await linked.told.first(AsteriskLost, within_s=20.0)
    seen = await linked.told.first(AsteriskSeen, nth=2, within_s=20.0)
    assert (seen.legs, seen.bridges) == ((), ())
    assert linked.link.is_connected


async def test_of_a_crash_nothing_is_told_but_that_asterisk_is_lost(linked: Linked) -> None:
    await linked.scenery.call(NUMBER)
    await linked.told.first(CallArrived)
    await linked.scenery.kill_and_start()
    seen = await linked.told.first(AsteriskSeen, nth=2, within_s=20.0)
    assert (seen.legs, seen.bridges) == ((), ())
    story = [type(message) for message in linked.told.messages]
    assert story == [AsteriskSeen, CallArrived, AsteriskLost, AsteriskSeen]


async def test_taken_over_it_says_so_and_tells_nothing_more(linked: Linked) -> None:
    async with listening(linked.scenery) as later:
        await linked.replaced.wait()
        assert not linked.link.is_connected
        await linked.scenery.call(NUMBER)
        await later.told.first(CallArrived)
    assert linked.told.all(CallArrived) == []
