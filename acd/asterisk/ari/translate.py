"""Asterisk's events as the engine's messages.

Three things are kept here between events. One is the cause of a hang-up: Asterisk names it in
ChannelHangupRequest, and again in a ChannelDestroyed that is not guaranteed to come, while a leg ends with
whichever of StasisEnd and ChannelDestroyed is first. A *soft* request comes from within Asterisk, ours
among them, and its "cause" is a flag of another kind (32: asked over ARI, 1: silence on the line), not one
of Q.850.

Another is that a hang-up was asked for at all: what was being played on that channel then ends as `failed`,
and before the leg does. Taken for the end of a prompt, it would let the journey of somebody who has left go
on: an agent who hangs up in a briefing would have the customer dialled.

The third is the last key of each leg, because Asterisk may tell of one key twice. Where fewer than 45 ms are
between two keys (a machine dials, or packets came late and then together) it puts the end of the second one
off, looks at it again some 20 to 100 ms later, and tells of it each time (`__ast_read` in its channel.c).
"""

from datetime import timedelta
from typing import Any

from acd.asterisk.ari.client import AriEvent
from acd.asterisk.ari.generated import (
    Channel,
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelStateChange,
    Dial,
    Playback,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisEnd,
    StasisStart,
)
from acd.model.ids import BridgeId, LegId, PlaybackId, RecordingId
from acd.model.message import (
    CallArrived,
    FromAsterisk,
    KeyPressed,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    PlaybackEnded,
    RecordingEnded,
)

WANTED = (
    StasisStart,
    StasisEnd,
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelStateChange,
    Dial,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
)
"""The events that mean something here. Asterisk has about three times as many to tell of each call."""

INBOUND = "inbound"
"""First argument of `Stasis()` in the dialplan for a caller; the second is the number dialled."""

RINGING = {"RINGING", "PROGRESS"}
"""Dial statuses of a phone that has begun to ring; PROGRESS is SIP 183, ringing with sound of its own."""

WITHHELD = {"anonymous", "private", "restricted", "unavailable", "unknown", "withheld"}
"""What carriers write in place of a number that the caller withholds."""

OURS = "acd-"
"""How the names of our recordings begin."""

SHUTDOWN = 4
"""The flag in a soft request when Asterisk ends (AST_SOFTHANGUP_SHUTDOWN)."""

TWICE_MS = 100
"""No finger, and no dialling machine, lets go of the same key twice within this time."""

CHANNELS_KEPT = 10_000
"""That have not ended yet, as far as we were told; beyond that the oldest are dropped."""


class Translator:
    """Turns events into messages, one by one."""

    def __init__(self) -> None:
        self._requested: dict[str, LegVanished] = {}
        self._hanging_up: dict[str, None] = {}
        self._last_keys: dict[str, ChannelDtmfReceived] = {}

    def translate(self, event: AriEvent) -> FromAsterisk | None:
        """The message an event stands for; None if it means nothing to the engine."""
        match event:
            case StasisStart(args=(first, did, *_), channel=channel) if first == INBOUND:
                return arrival(channel, did)
            case StasisStart(channel=channel):
                return LegSeen(leg=LegId(channel.id))
            case ChannelStateChange(channel=channel):
                return _progress(channel)
            case Dial(peer=peer, dialstatus=status) if status in RINGING:
                return LegRang(leg=LegId(peer.id))
            case Dial(peer=peer, dialstatus="ANSWER"):
                return LegAnswered(leg=LegId(peer.id))
            case ChannelDtmfReceived():
                return self._key(event)
            case PlaybackFinished(playback=playback):
                return self._played(playback)
            case ChannelEnteredBridge(bridge=bridge, channel=Channel() as channel):
                return LegJoined(leg=LegId(channel.id), bridge=BridgeId(bridge.id))
            case ChannelHangupRequest():
                self._remember(event)
                return None
            case RecordingFinished() | RecordingFailed():
                return _recorded(event)
            case StasisEnd() | ChannelDestroyed():
                return self._vanished(event)
            case _:
                return None

    def _key(self, event: ChannelDtmfReceived) -> KeyPressed | None:
        """None where Asterisk tells once more of the key before: one that was held for longer than has passed
        since the end of the last one is that same one.
        """
        channel = event.channel.id
        last = self._last_keys.get(channel)
        if last is not None and last.digit == event.digit:
            passed = event.timestamp - last.timestamp
            if passed < timedelta(milliseconds=min(event.duration_ms, TWICE_MS)):
                return None
        self._last_keys[channel] = event
        _drop_oldest(self._last_keys)
        return KeyPressed(leg=LegId(channel), key=event.digit)

    def _played(self, playback: Playback) -> PlaybackEnded | None:
        """None where the channel is ending: the end of the leg is all there is to tell."""
        if playback.target_uri.removeprefix("channel:") in self._hanging_up:
            return None
        return PlaybackEnded(playback=PlaybackId(playback.id), failed=playback.state == "failed")

    def _vanished(self, event: StasisEnd | ChannelDestroyed) -> LegVanished:
        channel = event.channel.id
        self._last_keys.pop(channel, None)
        self._hanging_up.pop(channel, None)
        cause = event.cause if isinstance(event, ChannelDestroyed) else None
        return self._requested.pop(channel, LegVanished(leg=LegId(channel), cause=cause))

    def _remember(self, request: ChannelHangupRequest) -> None:
        """That the channel ends, and how it will have ended once it has."""
        self._hanging_up[request.channel.id] = None
        _drop_oldest(self._hanging_up)
        shutdown = bool(request.soft) and request.cause == SHUTDOWN
        if request.cause is None or (request.soft and not shutdown):
            return
        channel, cause = request.channel.id, None if shutdown else request.cause
        self._requested[channel] = LegVanished(leg=LegId(channel), cause=cause, lost=shutdown)
        _drop_oldest(self._requested)


def _drop_oldest(kept: dict[str, Any]) -> None:
    if len(kept) > CHANNELS_KEPT:
        del kept[next(iter(kept))]


def arrival(channel: Channel, did: str) -> CallArrived:
    """A caller's channel as a call.

    The number is whatever the caller's device or carrier claims, line breaks included: what cannot be shown
    is left out. A number that is not there, or a word in its place, was withheld.
    """
    number = "".join(filter(str.isprintable, channel.caller.number)).strip()
    shown = number if number and number.casefold() not in WITHHELD else None
    return CallArrived(leg=LegId(channel.id), did=did, caller=shown)


def _recorded(event: RecordingFinished | RecordingFailed) -> RecordingEnded | None:
    """How long somebody spoke; the silence at its end is none of it. Others may record, too."""
    told = event.recording
    if not told.name.startswith(OURS):
        return None
    recording, failed = RecordingId(told.name), isinstance(event, RecordingFailed)
    spoken = told.duration if told.talking_duration is None else told.talking_duration
    length_s = None if spoken is None or failed else float(spoken)
    return RecordingEnded(recording=recording, length_s=length_s, failed=failed)


def _progress(channel: Channel) -> FromAsterisk | None:
    match channel.state:
        case "Ringing":
            return LegRang(leg=LegId(channel.id))
        case "Up":
            return LegAnswered(leg=LegId(channel.id))
        case _:
            return None
