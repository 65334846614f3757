"""Hears a client's events and waits for one of them."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from acd.asterisk.ari.client import AriEvent
from acd.asterisk.ari.generated import (
    ChannelDestroyed,
    ChannelEnteredBridge,
    Dial,
    PlaybackFinished,
    StasisStart,
)

E = TypeVar("E")


class Ear:
    """Give it to a client as `hear`."""

    def __init__(self) -> None:
        self.heard: list[AriEvent] = []
        self._news = asyncio.Event()

    def __call__(self, event: AriEvent) -> None:
        self.heard.append(event)
        self._news.set()
        self._news = asyncio.Event()

    async def first(
        self, kind: type[E], where: Callable[[E], bool] = lambda _: True, *, timeout_s: float = 10.0
    ) -> E:
        """Return the first event of this kind, heard already or still to come."""
        async with asyncio.timeout(timeout_s):
            while True:
                for event in self.heard:
                    if isinstance(event, kind) and where(event):
                        return event
                await self._news.wait()

    def all(self, kind: type[E]) -> list[E]:
        """Return all events of this kind so far, in order."""
        return [event for event in self.heard if isinstance(event, kind)]

    async def started(self, channel_id: str) -> StasisStart:
        return await self.first(StasisStart, lambda event: event.channel.id == channel_id)

    async def dialled(self, channel_id: str, status: str) -> Dial:
        return await self.first(
            Dial, lambda event: event.peer.id == channel_id and event.dialstatus == status
        )

    async def destroyed(self, channel_id: str) -> ChannelDestroyed:
        return await self.first(ChannelDestroyed, lambda event: event.channel.id == channel_id)

    async def finished(self, playback_id: str) -> PlaybackFinished:
        return await self.first(PlaybackFinished, lambda event: event.playback.id == playback_id)

    async def entered(self, channel_id: str) -> ChannelEnteredBridge:
        return await self.first(
            ChannelEnteredBridge, lambda event: event.channel is not None and event.channel.id == channel_id
        )
