"""Bridges: who is in which, and who hears of it.

An application follows a bridge while a channel of its own is in it. One that *ended* in it, by hang-up,
leaves the application following for ever: only then a BridgeDestroyed is heard.
"""

from collections.abc import Sequence

from acd.asterisk.ari.generated import Bridge as Snapshot
from acd.asterisk.ari.generated import BridgeDestroyed, ChannelEnteredBridge, ChannelLeftBridge
from acd.sim.switch.answers import (
    DONE,
    NO_BRIDGE,
    NO_BRIDGE_OF_THIS_KIND,
    NO_SUCH_CHANNEL,
    NOT_IN_THIS_BRIDGE,
    NOT_READY,
    Answer,
    Reply,
    after,
    found,
    refused,
)
from acd.sim.switch.channels import Channel, post, wait_for
from acd.sim.switch.exchange import ENTITY, App, Exchange, moment

TECHNOLOGIES = {"mixing": "simple_bridge", "holding": "holding_bridge"}
HEARING_KEYS = "dtmf_events"
"""A trait that stands beside the kind."""


class Bridge:
    """One bridge as it truly is."""

    __slots__ = ("created_at", "exchange", "hears_keys", "id", "kind", "members", "name")

    def __init__(self, exchange: Exchange, bridge_id: str, kind: str, name: str, *, hears_keys: bool) -> None:
        self.exchange = exchange
        self.id = bridge_id
        self.kind = kind
        self.hears_keys = hears_keys
        self.name = name
        self.created_at = exchange.now()
        self.members: dict[str, Channel] = {}

    @property
    def channels(self) -> tuple[str, ...]:
        """The ids of those who are in it, in the order of their coming."""
        return tuple(self.members)

    def snapshot(self) -> Snapshot:
        """What events and answers show of it."""
        return Snapshot(
            id=self.id,
            technology=TECHNOLOGIES[self.kind],
            bridge_type=self.kind,
            bridge_class="stasis",
            creator="Stasis",
            name=self.name,
            channels=self.channels,
            video_mode="talker",
            creationtime=moment(self.created_at),
        )


def create(exchange: Exchange, bridge_id: str, traits: str, name: str) -> Reply:
    """Make an empty bridge."""
    if bridge_id in exchange.bridges:
        return refused(409, f"Bridge with id '{bridge_id}' already exists")
    kind, *others = traits.split(",")
    if kind not in TECHNOLOGIES:
        return NO_BRIDGE_OF_THIS_KIND
    bridge = Bridge(exchange, bridge_id, kind, name, hears_keys=HEARING_KEYS in others)
    exchange.bridges[bridge_id] = bridge
    return found(bridge.snapshot())


def add(exchange: Exchange, bridge_id: str, channel_ids: Sequence[str]) -> Reply:
    """Put channels in, out of the bridge that each is in, be it this one; or none, if one cannot be."""
    bridge = exchange.bridges.get(bridge_id)
    if bridge is None:
        return NO_BRIDGE
    channels: list[Channel] = []
    for channel_id in channel_ids:
        channel = exchange.channels.get(channel_id)
        if channel is None:
            return NO_SUCH_CHANNEL
        if channel.in_app is None:
            return NOT_READY
        channels.append(channel)
    return _enter_in_turn(bridge, channels)


def _enter_in_turn(bridge: Bridge, channels: Sequence[Channel]) -> Reply:
    """Each waits behind its own playback, and for those before it."""
    first, *others = channels
    # Who has ended meanwhile is taken, and never enters.
    entering = DONE if first.is_over else wait_for(first, lambda: _enter(bridge, first))
    return after(entering, lambda: _enter_in_turn(bridge, others)) if others else entering


def remove(exchange: Exchange, bridge_id: str, channel_id: str) -> Reply:
    """Take a channel out."""
    bridge = exchange.bridges.get(bridge_id)
    if bridge is None:
        return NO_BRIDGE
    channel = exchange.channels.get(channel_id)
    if channel is None:
        return NO_SUCH_CHANNEL
    if channel.in_app is None:
        return NOT_READY

    def take_out() -> Answer:
        if channel.in_bridge is not bridge:
            return NOT_IN_THIS_BRIDGE
        _step_out(channel)
        return DONE

    return wait_for(channel, take_out)


def destroy(exchange: Exchange, bridge_id: str) -> Reply:
    """End a bridge. Who hears a playback in it notices when that is over."""
    bridge = exchange.bridges.pop(bridge_id, None)
    if bridge is None:
        return NO_BRIDGE
    for channel in list(bridge.members.values()):
        post(channel, lambda channel=channel: _step_out_of(bridge, channel))  # type: ignore[misc]
    for app in list(exchange.apps.values()):
        if app.bridges.pop(bridge_id, 0):
            app.tell(
                BridgeDestroyed(
                    asterisk_id=ENTITY,
                    application=app.name,
                    timestamp=exchange.stamp(),
                    bridge=bridge.snapshot(),
                )
            )
    return DONE


def drop_out(channel: Channel) -> None:
    """The channel has ended: it leaves its bridge, and its application goes on following that."""
    if channel.in_bridge is not None:
        _tell_left(channel, channel.in_bridge)


def _enter(bridge: Bridge, channel: Channel) -> Answer:
    if channel.in_bridge is not None:
        _step_out(channel)
    bridge.members[channel.id] = channel
    channel.in_bridge = bridge
    if channel.phone:
        channel.cause_is_told = True
    channel.has_talked = True
    app = channel.in_app
    if app is not None:
        app.bridges[bridge.id] = app.bridges.get(bridge.id, 0) + 1
        app.tell(
            ChannelEnteredBridge(
                asterisk_id=ENTITY,
                application=app.name,
                timestamp=bridge.exchange.stamp(),
                bridge=bridge.snapshot(),
                channel=channel.snapshot(),
            )
        )
    return DONE


def _step_out_of(bridge: Bridge, channel: Channel) -> None:
    if channel.in_bridge is bridge:
        _step_out(channel)


def _step_out(channel: Channel) -> None:
    """Leave a bridge and stay alive."""
    bridge = channel.in_bridge
    assert bridge is not None, "asked of a channel that is in a bridge"
    channel.cause_is_told = True
    _tell_left(channel, bridge)
    if channel.in_app is not None:
        _unfollow(channel.in_app, bridge)


def _unfollow(app: App, bridge: Bridge) -> None:
    if app.bridges.get(bridge.id, 0) > 1:
        app.bridges[bridge.id] -= 1
    else:
        app.bridges.pop(bridge.id, None)


def _tell_left(channel: Channel, bridge: Bridge) -> None:
    bridge.members.pop(channel.id, None)
    channel.in_bridge = None
    app = channel.in_app
    if app is not None:
        app.tell(
            ChannelLeftBridge(
                asterisk_id=ENTITY,
                application=app.name,
                timestamp=bridge.exchange.stamp(),
                bridge=bridge.snapshot(),
                channel=channel.snapshot(),
            )
        )
