"""The people at the far ends: what they do, what they notice, what they hear."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from acd.asterisk.ari.generated import ChannelDtmfReceived, Dial
from acd.sim.switch.channels import Channel, change_state
from acd.sim.switch.endings import CAUSES, NORMAL, SILENT, finish, request_hangup
from acd.sim.switch.exchange import ENTITY
from acd.sim.switch.phones import tell_state

SIP_CAUSES = {
    302: 23, 404: 1, 410: 22, 480: 19, 484: 28, 486: 17, 488: 58, 503: 34, 603: 21,
}  # fmt: skip
"""What a phone's refusal becomes."""
INTERWORKING = 127
"""What any other refusal becomes, and a caller's CANCEL (487)."""
CANCELLED = 487
SIP_CODES = {1: 404, 17: 486, 19: 480}
"""How an unanswered caller is refused; 603 for any other cause."""
DECLINED, ENDED = 603, 200
VANISHED = 44
"""The cause when nothing has come over the line for too long."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What somebody hears: silence, music of a class, a medium, ringing, or people by their channels' ids."""

    kind: Literal["silence", "music", "prompt", "ringing", "people"]
    of: tuple[str, ...] = ()


DEFAULT_MUSIC = "default"
"""Heard in place of a class that does not exist."""
SILENCE, RINGING = Sound("silence"), Sound("ringing")


def heard_on(channel: Channel) -> Sound:
    """What Asterisk sends to the far end of a channel."""
    if channel.playing is not None:
        return Sound("prompt", (channel.playing.media[channel.playing.at],))
    if channel.music:
        classes = channel.exchange.installation.music_classes
        music = channel.music if channel.music in classes else DEFAULT_MUSIC
        return Sound("music", (music,)) if music in classes else SILENCE
    if channel.rings_back:
        return RINGING
    bridge = channel.in_bridge
    if bridge is None:
        return SILENCE
    people = tuple(
        other.id
        for other in bridge.members.values()
        if other is not channel and other.state == "Up" and other.party and not other.party.is_dead
    )
    return Sound("people", people) if people else SILENCE


class CallerSide(Protocol):
    """What a caller's own phone tells the caller."""

    def answered(self) -> None:
        """Somebody or something has answered."""

    def ended(self, code: int) -> None:
        """The call was ended by the other side: 200 after the answer, else the SIP code of the refusal."""


class _Person:
    """At the far end of one channel."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.is_dead = False

    @property
    def is_over(self) -> bool:
        """The call has ended."""
        return self.channel.is_over

    @property
    def is_up(self) -> bool:
        """The call was answered, and has not ended."""
        return self.channel.state == "Up" and not self.channel.is_over

    @property
    def hears(self) -> Sound:
        """What comes over the line now; nothing when the call is over."""
        return SILENCE if self.is_over or self.is_dead else heard_on(self.channel)

    def press(self, key: str) -> None:
        """Press one key and let it go. In a bridge it is for whoever else is in it, and the application hears
        nothing of it, unless the bridge was made to hear keys.
        """
        channel = self.channel
        app, bridge = channel.in_app, channel.in_bridge
        is_unheard = bridge is not None and not bridge.hears_keys
        if channel.is_over or self.is_dead or app is None or is_unheard:
            return
        app.tell(
            ChannelDtmfReceived(
                asterisk_id=ENTITY,
                application=app.name,
                timestamp=channel.exchange.stamp(),
                digit=key,
                duration_ms=100,
                channel=channel.snapshot(),
            )
        )

    def vanish(self) -> None:
        """Lose power or the network: nothing is sent any more, and nothing is noticed."""
        self.is_dead = True
        if self.channel.state == "Up":
            self._fall_silent()

    def be_answered(self) -> None:
        """We have answered."""
        if self.is_dead:
            self._fall_silent()

    def _fall_silent(self) -> None:
        """Asterisk ends a call on which nothing comes."""
        channel = self.channel

        def give_up() -> None:
            if not channel.is_over:
                request_hangup(channel, SILENT, soft=True)
                finish(channel, VANISHED)

        channel.exchange.later(channel.exchange.installation.rtp_timeout_s, give_up)


class SimCall(_Person):
    """A call as its caller has it."""

    def __init__(self, channel: Channel, on: CallerSide | None) -> None:
        super().__init__(channel)
        self._on = on

    def hang_up(self) -> None:
        """Give up before the answer, or end the call after it."""
        channel = self.channel
        if channel.is_over or self.is_dead:
            return
        if channel.state == "Up":
            request_hangup(channel, NORMAL if channel.cause_is_told else None)
            finish(channel, NORMAL if channel.has_talked else 0)
        else:
            request_hangup(channel, INTERWORKING, tech_cause=CANCELLED)
            finish(channel, INTERWORKING, tech_cause=CANCELLED)

    def be_answered(self) -> None:
        """We have answered; see `Party`."""
        super().be_answered()
        if self._on is not None and not self.is_dead:
            self._on.answered()

    def be_ended(self, cause: int) -> None:
        """We have ended it; see `Party`."""
        if self._on is not None:
            self._on.ended(ENDED if self.channel.state == "Up" else SIP_CODES.get(cause, DECLINED))


class SimRinging(_Person):
    """A call as a desk phone has it. It rings as soon as `on_ring` returns, unless that did otherwise."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel)
        self.is_quiet = False
        self.is_taken_elsewhere = False
        """It was ended with `answered_elsewhere`: the phone lists no missed call."""
        self.when_ended: Callable[[int], None] = lambda _code: None
        """Called when the other side ends it: 200 after the answer, 487 before."""

    @property
    def display(self) -> tuple[str, str]:
        """Name and number that the phone shows."""
        return self.channel.connected.name, self.channel.connected.number

    def keep_quiet(self) -> None:
        """Do not ring: nothing but 100 Trying is sent."""
        self.is_quiet = True

    def ring(self) -> None:
        """Begin to ring (180)."""
        channel = self.channel
        if channel.is_over or channel.state != "Down":
            return
        if channel.exchange.order.ringing_state_first:
            self._turn("Ringing")
            self._tell_dial("RINGING")
        else:
            self._tell_dial("RINGING")
            self._turn("Ringing")

    def answer(self) -> None:
        """Pick up. Nothing happens when the call is over or taken already."""
        if not self.is_over and not self.is_dead and not self.is_up:
            self._turn("Up")
            self._tell_dial("ANSWER")

    def reject(self, code: int = 486) -> None:
        """Refuse the call: 486 busy, 603 declined, 480 unavailable, 302 …"""
        if not self.is_over and not self.is_dead and not self.is_up:
            cause = SIP_CAUSES.get(code, INTERWORKING)
            request_hangup(self.channel, cause, tech_cause=code)
            finish(self.channel, cause, tech_cause=code)

    def hang_up(self) -> None:
        """End the talk."""
        if self.is_up and not self.is_dead:
            request_hangup(self.channel, NORMAL if self.channel.cause_is_told else None)
            finish(self.channel, NORMAL)

    def be_ended(self, cause: int) -> None:
        """We have ended it; see `Party`."""
        self.is_taken_elsewhere = cause == CAUSES["answered_elsewhere"]
        self.when_ended(ENDED if self.channel.state == "Up" else CANCELLED)

    def _turn(self, state: str) -> None:
        channel = self.channel
        change_state(channel, state)
        tell_state(channel.exchange, channel.exchange.phones[channel.phone])

    def _tell_dial(self, status: str) -> None:
        tell_dial(self.channel, status)


def tell_dial(channel: Channel, status: str, *, dialstring: str = "") -> None:
    """Tell how dialling goes on."""
    app = channel.in_app
    if app is not None:
        app.tell(
            Dial(
                asterisk_id=ENTITY,
                application=app.name,
                timestamp=channel.exchange.stamp(),
                peer=channel.snapshot(),
                forward="",
                dialstring=dialstring,
                dialstatus=status,
            )
        )
