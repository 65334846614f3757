"""Requests: a literal table of method and path to what is done."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from acd.asterisk.ari.door import Body, Query
from acd.asterisk.ari.generated import Application, AsteriskInfo, AsteriskPing, StatusInfo, SystemInfo
from acd.sim.switch import bridges, commands, dialling, endings, playbacks
from acd.sim.switch.answers import (
    INVALID_METHOD,
    NO_APPLICATION,
    NO_BRIDGE,
    NO_CHANNEL,
    NO_RESOURCE,
    Reply,
    found,
)
from acd.sim.switch.commands import with_channel, with_line
from acd.sim.switch.exchange import ENTITY, App, Exchange

VERSION = "22.10.1"
DIAL_S = 30.0
"""`dial` without a time-out."""


class EventFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What an application wants to be told: all, if nothing is allowed by name."""

    allowed: tuple[dict[str, str], ...] = ()


class Asked(NamedTuple):
    """One request: the ids in its path, in order, and what came with it."""

    exchange: Exchange
    id: str
    other_id: str
    query: Query
    body: Body | None

    def given(self, name: str, default: str = "") -> str:
        """A value of the query."""
        for key, value in self.query:
            if key == name:
                return value
        return default


def handle(exchange: Exchange, method: str, path: str, query: Query, body: Body | None) -> Reply:
    """Perform a request."""
    handler = ROUTES.get((method, path))
    first = second = ""
    pattern = path
    if handler is None:
        segments = path.split("/")
        if len(segments) > 1:
            first, segments[1] = unquote(segments[1]), "*"
        if len(segments) > 3:
            second, segments[3] = unquote(segments[3]), "*"
        pattern = "/".join(segments)
        handler = ROUTES.get((method, pattern))
    if handler is None:
        return INVALID_METHOD if pattern in PATTERNS else NO_RESOURCE
    return handler(Asked(exchange, first, second, query, body))


# Channels


def _create_channel(asked: Asked) -> Reply:
    return dialling.create(asked.exchange, asked.query, asked.body)


def _list_channels(asked: Asked) -> Reply:
    return found([channel.snapshot() for channel in asked.exchange.channels.values()])


def _get_channel(asked: Asked) -> Reply:
    channel = asked.exchange.channels.get(asked.id)
    return NO_CHANNEL if channel is None else found(channel.snapshot())


def _hang_up(asked: Asked) -> Reply:
    return endings.delete(asked.exchange, asked.id, asked.given("reason", "normal"))


def _dial(asked: Asked) -> Reply:
    return dialling.dial(asked.exchange, asked.id, float(asked.given("timeout") or DIAL_S))


def _answer(asked: Asked) -> Reply:
    return with_line(asked.exchange, asked.id, commands.answer)


def _start_music(asked: Asked) -> Reply:
    music = asked.given("mohClass", "default")
    return with_line(asked.exchange, asked.id, lambda channel: commands.set_music(channel, music))


def _stop_music(asked: Asked) -> Reply:
    return with_line(asked.exchange, asked.id, lambda channel: commands.set_music(channel, ""))


def _start_ringing(asked: Asked) -> Reply:
    return with_line(asked.exchange, asked.id, lambda channel: commands.set_ringing(channel, on=True))


def _stop_ringing(asked: Asked) -> Reply:
    return with_line(asked.exchange, asked.id, lambda channel: commands.set_ringing(channel, on=False))


def _play(asked: Asked) -> Reply:
    media, language = asked.given("media").split(","), asked.given("lang", "en")
    return with_line(
        asked.exchange, asked.id, lambda channel: playbacks.play(channel, asked.other_id, media, language)
    )


def _get_variable(asked: Asked) -> Reply:
    return commands.get_variable(asked.exchange, asked.id, asked.given("variable"))


def _set_variable(asked: Asked) -> Reply:
    name, value = asked.given("variable"), asked.given("value")
    return with_channel(asked.exchange, asked.id, lambda channel: commands.set_variable(channel, name, value))


def _continue(asked: Asked) -> Reply:
    context, extension = asked.given("context"), asked.given("extension")
    return with_channel(
        asked.exchange, asked.id, lambda channel: commands.continue_in_dialplan(channel, context, extension)
    )


# Playbacks


def _get_playback(asked: Asked) -> Reply:
    return playbacks.show(asked.exchange, asked.id)


def _stop_playback(asked: Asked) -> Reply:
    return playbacks.stop(asked.exchange, asked.id)


# Bridges


def _create_bridge(asked: Asked) -> Reply:
    return bridges.create(asked.exchange, asked.id, asked.given("type", "mixing"), asked.given("name"))


def _list_bridges(asked: Asked) -> Reply:
    return found([bridge.snapshot() for bridge in asked.exchange.bridges.values()])


def _get_bridge(asked: Asked) -> Reply:
    bridge = asked.exchange.bridges.get(asked.id)
    return NO_BRIDGE if bridge is None else found(bridge.snapshot())


def _destroy_bridge(asked: Asked) -> Reply:
    return bridges.destroy(asked.exchange, asked.id)


def _add_channel(asked: Asked) -> Reply:
    return bridges.add(asked.exchange, asked.id, asked.given("channel").split(","))


def _remove_channel(asked: Asked) -> Reply:
    return bridges.remove(asked.exchange, asked.id, asked.given("channel"))


# Asterisk itself


def _get_application(asked: Asked) -> Reply:
    app = asked.exchange.apps.get(asked.id)
    return NO_APPLICATION if app is None else found(_description(app))


def _filter_events(asked: Asked) -> Reply:
    app = asked.exchange.apps.get(asked.id)
    if app is None:
        return NO_APPLICATION
    wanted = msgspec.convert(asked.body, EventFilter)
    app.allowed = tuple(each["type"] for each in wanted.allowed)
    return found(_description(app))


def _description(app: App) -> Application:
    return Application(
        name=app.name,
        channel_ids=tuple(app.channels),
        bridge_ids=tuple(app.bridges),
        events_allowed=tuple({"type": each} for each in app.allowed),
    )


def _ping(asked: Asked) -> Reply:
    return found(AsteriskPing(asterisk_id=ENTITY, ping="pong", timestamp=str(asked.exchange.stamp())))


def _info(asked: Asked) -> Reply:
    started = asked.exchange.started
    return found(
        AsteriskInfo(
            system=SystemInfo(version=VERSION, entity_id=ENTITY),
            status=StatusInfo(startup_time=started, last_reload_time=started),
        )
    )


ROUTES: dict[tuple[str, str], Callable[[Asked], Reply]] = {
    ("POST", "channels/create"): _create_channel,
    ("GET", "channels"): _list_channels,
    ("GET", "channels/*"): _get_channel,
    ("DELETE", "channels/*"): _hang_up,
    ("POST", "channels/*/dial"): _dial,
    ("POST", "channels/*/answer"): _answer,
    ("POST", "channels/*/moh"): _start_music,
    ("DELETE", "channels/*/moh"): _stop_music,
    ("POST", "channels/*/ring"): _start_ringing,
    ("DELETE", "channels/*/ring"): _stop_ringing,
    ("POST", "channels/*/play/*"): _play,
    ("GET", "channels/*/variable"): _get_variable,
    ("POST", "channels/*/variable"): _set_variable,
    ("POST", "channels/*/continue"): _continue,
    ("GET", "playbacks/*"): _get_playback,
    ("DELETE", "playbacks/*"): _stop_playback,
    ("POST", "bridges/*"): _create_bridge,
    ("GET", "bridges"): _list_bridges,
    ("GET", "bridges/*"): _get_bridge,
    ("DELETE", "bridges/*"): _destroy_bridge,
    ("POST", "bridges/*/addChannel"): _add_channel,
    ("POST", "bridges/*/removeChannel"): _remove_channel,
    ("GET", "applications/*"): _get_application,
    ("PUT", "applications/*/eventFilter"): _filter_events,
    ("GET", "asterisk/ping"): _ping,
    ("GET", "asterisk/info"): _info,
}

PATTERNS = {pattern for _, pattern in ROUTES}
