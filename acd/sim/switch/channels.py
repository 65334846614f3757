"""Channels: their place, their thread, their end.

Each channel has a thread in Asterisk that does one thing after another. A playback keeps it busy; whatever is
asked meanwhile is queued behind it, and some requests are answered only when they have been done.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from acd.asterisk.ari.generated import (
    CallerID,
    ChannelStateChange,
    DialplanCEP,
    StasisEnd,
    StasisStart,
)
from acd.asterisk.ari.generated import Channel as Snapshot
from acd.sim.switch.answers import Answer, Reply, Waiting
from acd.sim.switch.exchange import ENTITY, App, Exchange, moment

if TYPE_CHECKING:
    from acd.sim.switch.bridges import Bridge
    from acd.sim.switch.playbacks import Playback


class Party(Protocol):
    """Who is at the far end of a channel."""

    is_dead: bool
    """Vanished without a word: it neither speaks nor hears."""

    def be_answered(self) -> None:
        """We have answered."""

    def be_ended(self, cause: int) -> None:
        """The call has been ended from our side."""


class Channel:
    """One channel as it truly is."""

    __slots__ = (
        "_snapshot",
        "arguments",
        "caller",
        "cause_is_told",
        "connected",
        "context",
        "created_at",
        "dialplan_app",
        "dialplan_data",
        "end_cause",
        "exchange",
        "follower",
        "has_talked",
        "id",
        "in_app",
        "in_bridge",
        "is_dialled",
        "is_ending",
        "is_over",
        "linked_id",
        "music",
        "name",
        "party",
        "phone",
        "playing",
        "queue",
        "rings_back",
        "state",
        "variables",
    )

    def __init__(self, exchange: Exchange, channel_id: str, name: str, state: str, context: str) -> None:
        self.exchange = exchange
        self.id = channel_id
        self.name = name
        self.state = state
        self.context = context
        self.created_at = exchange.now()
        self._snapshot: Snapshot | None = None
        self.caller = self.connected = CallerID(name="", number="")
        self.dialplan_app = self.dialplan_data = ""
        self.arguments: tuple[str, ...] = ()
        self.linked_id = channel_id
        self.variables: dict[str, str] = {}
        self.party: Party | None = None
        self.phone = ""
        """The desk phone it leads to; empty for a caller's."""
        self.in_app: App | None = None
        self.follower: App | None = None
        """Who hears of its end besides: who made it, or made another for it."""
        self.in_bridge: Bridge | None = None
        self.music = ""
        self.rings_back = False
        self.playing: Playback | None = None
        self.queue: deque[Callable[[], None]] = deque()
        self.is_dialled = self.is_ending = self.is_over = False
        self.has_talked = False
        """It has been in a bridge."""
        self.cause_is_told = False
        """Whether its far end's hang-up will be told with its cause (16): measured, not understood."""
        self.end_cause = 0
        """What the last DELETE asked for."""

    @property
    def app(self) -> str | None:
        """The application it is in."""
        return self.in_app.name if self.in_app is not None else None

    @property
    def bridge(self) -> str | None:
        """The id of the bridge it is in."""
        return self.in_bridge.id if self.in_bridge is not None else None

    def snapshot(self) -> Snapshot:
        """What events and answers show of it."""
        if self._snapshot is None:
            self._snapshot = Snapshot(
                id=self.id,
                protocol_id="",
                name=self.name,
                state=self.state,
                caller=self.caller,
                connected=self.connected,
                accountcode="",
                dialplan=DialplanCEP(
                    context=self.context,
                    exten="s",
                    priority=1,
                    app_name=self.dialplan_app,
                    app_data=self.dialplan_data,
                ),
                creationtime=moment(self.created_at),
                language="en",
            )
        return self._snapshot

    def stand_at(self, context: str, app: str, arguments: str) -> None:
        """Come to this application in the dialplan."""
        self.context, self.dialplan_app, self.dialplan_data = context, app, arguments
        self._snapshot = None

    def turn(self, state: str) -> None:
        """Change the state without telling it."""
        self.state = state
        self._snapshot = None


# The thread


def post(channel: Channel, action: Callable[[], None]) -> None:
    """Have the channel do something as soon as nothing plays."""
    if channel.playing is None:
        action()
    else:
        channel.queue.append(action)


def wait_for(channel: Channel, action: Callable[[], Answer]) -> Reply:
    """The same for a request that is answered only when it has been done."""
    if channel.playing is None:
        return action()
    waiting = Waiting()
    channel.queue.append(lambda: waiting.answer(action()))
    return waiting


def go_on(channel: Channel) -> None:
    """Do what has been waiting, until the next playback."""
    while channel.playing is None and channel.queue:
        channel.queue.popleft()()


# Into and out of an application


def enter(channel: Channel, app: App) -> None:
    """Enter an application that is connected."""
    channel.in_app = app
    app.channels[channel.id] = channel
    channel.stand_at(channel.context, "Stasis", ",".join((app.name, *channel.arguments)))
    app.tell(
        StasisStart(
            asterisk_id=ENTITY,
            application=app.name,
            timestamp=channel.exchange.stamp(),
            args=channel.arguments,
            channel=channel.snapshot(),
        )
    )


def leave(channel: Channel) -> None:
    """Leave the application, alive or not."""
    app = channel.in_app
    if app is None:
        return
    del app.channels[channel.id]
    app.tell(
        StasisEnd(
            asterisk_id=ENTITY,
            application=app.name,
            timestamp=channel.exchange.stamp(),
            channel=channel.snapshot(),
        )
    )
    channel.in_app = None
    channel.exchange.forget_if_unused(app)


def change_state(channel: Channel, state: str) -> None:
    """Change the state, and tell."""
    channel.turn(state)
    if channel.in_app is not None:
        channel.in_app.tell(
            ChannelStateChange(
                asterisk_id=ENTITY,
                application=channel.in_app.name,
                timestamp=channel.exchange.stamp(),
                channel=channel.snapshot(),
            )
        )
