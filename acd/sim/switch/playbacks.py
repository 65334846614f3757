"""Playbacks: one at a time on each channel, the others wait in its queue."""

from acd.asterisk.ari.generated import (
    Event,
    PlaybackContinuing,
    PlaybackFinished,
    PlaybackStarted,
)
from acd.asterisk.ari.generated import Playback as Snapshot
from acd.sim.switch.answers import DONE, NO_PLAYBACK, Reply, found
from acd.sim.switch.channels import Channel, go_on, post
from acd.sim.switch.exchange import ENTITY, Exchange

SCHEMES = ("sound", "digits", "number", "characters", "tone", "recording")
"""Media of any other kind begin and never finish."""


class Playback:
    """Some media for one channel, one after another."""

    __slots__ = ("at", "channel", "has_started", "id", "is_stopped", "language", "media")

    def __init__(self, playback_id: str, channel: Channel, media: list[str], language: str) -> None:
        self.id = playback_id
        self.channel = channel
        self.media = media
        self.language = language
        self.at = 0
        """Which of the media is heard."""
        self.has_started = self.is_stopped = False

    def snapshot(self, state: str) -> Snapshot:
        """What events and answers show of it."""
        rest = self.media[self.at + 1 :]
        return Snapshot(
            id=self.id,
            media_uri=self.media[self.at],
            next_media_uri=rest[0] if rest else None,
            target_uri=f"channel:{self.channel.id}",
            language=self.language,
            state=state,
        )


def play(channel: Channel, playback_id: str, media: list[str], language: str) -> Reply:
    """Play after what plays already. Nobody looks whether the id is in use."""
    playback = Playback(playback_id, channel, media, language)
    channel.exchange.playbacks[playback_id] = playback
    post(channel, lambda: _start(playback))
    return found(playback.snapshot("queued"), 201)


def show(exchange: Exchange, playback_id: str) -> Reply:
    """The playback as it is now."""
    playback = exchange.playbacks.get(playback_id)
    if playback is None:
        return NO_PLAYBACK
    return found(playback.snapshot("playing" if playback.has_started else "queued"))


def stop(exchange: Exchange, playback_id: str) -> Reply:
    """End a playback. One that waits ends when its turn comes, without having started."""
    playback = exchange.playbacks.get(playback_id)
    if playback is None:
        return NO_PLAYBACK
    playback.is_stopped = True
    if playback.channel.playing is playback:
        _end(playback, "done")
    return DONE


def break_off(channel: Channel) -> None:
    """The channel is over: what plays has failed."""
    if channel.playing is not None:
        playback, channel.playing = channel.playing, None
        _tell_end(playback, "failed")


def _start(playback: Playback) -> None:
    channel = playback.channel
    if playback.is_stopped:
        _tell_end(playback, "done")
        return
    channel.music = ""
    channel.playing = playback
    _play_on(playback)


def _play_on(playback: Playback) -> None:
    """Play from the current medium on, past those that are missing."""
    channel = playback.channel
    while True:
        playback.has_started = True
        medium = playback.media[playback.at]
        _tell(playback, "playing")
        if medium.partition(":")[0] not in SCHEMES:
            _forget(playback)
            channel.playing = None
            return
        if channel.is_over:
            break_off(channel)
            return
        length_s = channel.exchange.installation.length_s(medium)
        if length_s is not None:
            _pass_after(playback, playback.at, length_s)
            return
        if playback.at == len(playback.media) - 1:
            channel.playing = None
            _tell_end(playback, "failed")
            return
        _tell(playback, "continuing")
        playback.at += 1


def _pass_after(playback: Playback, at: int, length_s: float) -> None:
    playback.channel.exchange.later(length_s, lambda: _pass(playback, at))


def _pass(playback: Playback, at: int) -> None:
    """A medium is over, unless the playback has ended otherwise."""
    if playback.channel.playing is not playback or playback.at != at:
        return
    if at == len(playback.media) - 1:
        _end(playback, "done")
    else:
        _tell(playback, "continuing")
        playback.at += 1
        _play_on(playback)
        go_on(playback.channel)


def _end(playback: Playback, state: str) -> None:
    channel = playback.channel
    channel.playing = None
    _tell_end(playback, state)
    go_on(channel)


def _tell_end(playback: Playback, state: str) -> None:
    _forget(playback)
    _tell(playback, state)


def _forget(playback: Playback) -> None:
    playbacks = playback.channel.exchange.playbacks
    if playbacks.get(playback.id) is playback:
        del playbacks[playback.id]


def _tell(playback: Playback, state: str) -> None:
    channel = playback.channel
    app = channel.in_app
    if app is None or app.session is None:
        return
    event: type[PlaybackStarted | PlaybackContinuing | PlaybackFinished]
    match state:
        case "playing":
            event = PlaybackStarted
        case "continuing":
            event = PlaybackContinuing
        case _:
            event = PlaybackFinished
    told: Event = event(
        asterisk_id=ENTITY,
        application=app.name,
        timestamp=channel.exchange.stamp(),
        playback=playback.snapshot(state),
    )
    app.tell(told)
