"""A request of unknown outcome: Asterisk may come to it long after, so there are two looks."""

import asyncio
from collections.abc import Callable

import pytest

from acd.asterisk.ari.door import Body, Query, Response
from acd.asterisk.ari.errors import AriUnknownOutcome
from acd.asterisk.ari.link import AriLink
from acd.model.command import StartMusic
from acd.model.ids import LegId
from acd.model.message import AsteriskSeen, Heard
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
