"""What comes late: a request of unknown outcome that Asterisk gets to long after, an event after its end."""

import asyncio
from collections.abc import Callable

import pytest

from acd.asterisk.ari.client import AriEvent, Hear
from acd.asterisk.ari.door import Body, Query, Response
from acd.asterisk.ari.errors import AriUnknownOutcome
from acd.asterisk.ari.generated import StasisStart
from acd.asterisk.ari.link import AriLink
from acd.model.command import StartMusic
from acd.model.ids import LegId
from acd.model.message import AsteriskSeen, CallArrived, Heard, LegVanished
from acd.runtime.clock import WallClock
from acd.sim.switch import DirectDoor, DirectSocket, Switch


class DeafSocket(DirectSocket):
    """Takes every request, and answers none."""

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Query = (),
        body: Body | None = None,
        timeout_s: float | None = None,
    ) -> Response:
        raise AriUnknownOutcome(f"no answer to {method} {path}")


async def test_a_doubt_is_looked_into_at_once_and_once_more_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acd.asterisk.ari.link.LOOK_AGAIN_S", 0.0)
    monkeypatch.setattr("acd.asterisk.ari.link.LATE_S", 0.2)
    clock = WallClock()
    loop = asyncio.get_running_loop()

    def later(delay_s: float, act: Callable[[], None]) -> None:
        loop.call_later(delay_s, act)

    switch = Switch(later=later, now=clock.now)
    looks: asyncio.Queue[float] = asyncio.Queue()

    def tell(message: Heard) -> None:
        if isinstance(message, AsteriskSeen):
            looks.put_nowait(loop.time())

    link = AriLink(
        "acd",
        clock,
        lambda: None,
        open_socket=lambda hear: DeafSocket(switch, "acd", hear),
        side_door=DirectDoor(switch),
    )
    link.start(tell)
    async with asyncio.timeout(10):
        await looks.get()  # the first, for the connection
        asked_at = loop.time()
        link.perform(StartMusic(leg=LegId("a"), music="default"))
        await looks.get()
        assert await looks.get() - asked_at >= 0.2
    await link.aclose()
    assert looks.empty()


async def test_a_call_whose_end_is_known_does_not_arrive() -> None:
    clock = WallClock()
    switch = Switch(later=lambda delay_s, act: None, now=clock.now)
    told: list[Heard] = []
    late: list[StasisStart] = []

    def open_socket(hear: Hear) -> DirectSocket:
        def hear_out_of_order(event: AriEvent) -> None:
            if isinstance(event, StasisStart):
                late.append(event)
            else:
                hear(event)

        return DirectSocket(switch, "acd", hear_out_of_order)

    link = AriLink("acd", clock, lambda: None, open_socket=open_socket, side_door=DirectDoor(switch))
    link.start(told.append)
    call = switch.call_in("100", "+361")
    call.hang_up()
    link._hear(late[0])
    assert [message for message in told if isinstance(message, LegVanished | CallArrived)] == [
        LegVanished(leg=LegId(call.channel.id), cause=127)
    ]
    await link.aclose()
