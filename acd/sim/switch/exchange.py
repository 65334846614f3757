"""The inside of the simulated Asterisk: what exists, and who is told of it. Its rooms share this one record.

Nothing here knows how long anything takes: the world's timer and clock are passed in.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from acd.asterisk.ari.generated import Event
from acd.model.agent import PhoneState

if TYPE_CHECKING:
    from acd.sim.switch.bridges import Bridge
    from acd.sim.switch.channels import Channel
    from acd.sim.switch.phones import DeskPhone
    from acd.sim.switch.playbacks import Playback

Later = Callable[[float, Callable[[], None]], None]
"""The world's timer: call this in so many seconds."""

ENTITY = "02:00:00:00:00:01"
"""The `asterisk_id` of every event."""


@dataclass(kw_only=True)
class Order:
    """What the real Asterisk leaves open. May be changed at any moment; each value is one that was seen.

    A delay of zero still lets requests in that are at the door already, as the real one's threads do.
    """

    entering_s: float = 0.0
    """From the answer to `create` until the channel is in its application; 409 and 422 until then."""
    travelling_s: float = 0.0
    """From `dial` until the phone has the call; a second `dial` within it hangs the leg up."""
    ending_s: float = 0.0
    """From the answer to a channel's DELETE until it has ended; until then it is found, bridged, deleted."""
    ringing_state_first: bool = True
    """ChannelStateChange before the Dial event when a phone begins to ring; both orders are common."""


def every_sound_3_s(media: str) -> float | None:
    """How long the media of a company last that nobody listens to; those named `no-such-…` are missing."""
    return None if "no-such-" in media else 3.0


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What depends on the files of an Asterisk: its configuration, dialplan and sounds."""

    app: str = "acd"
    """The application that callers enter."""
    length_s: Callable[[str], float | None] = every_sound_3_s
    """How long a medium (`sound:NAME`) lasts; None if it is missing."""
    music_classes: Collection[str] = ("default",)
    holding_s: float = 60.0
    """How long the dialplan lets callers wait for the application before it goes to the fallback."""
    message_s: float = 60.0
    """The longest message that a voicemail box takes."""
    rtp_timeout_s: float = 60.0
    """So long after a party has vanished its call is ended."""


def moment(at: float) -> datetime:
    """A moment of the world's clock, as Asterisk writes it."""
    return datetime.fromtimestamp(at, UTC)


class App:
    """A Stasis application: known while it has a socket or channels."""

    __slots__ = ("allowed", "bridges", "channels", "name", "session")

    def __init__(self, name: str) -> None:
        self.name = name
        self.session: Session | None = None
        self.channels: dict[str, Channel] = {}
        self.bridges: dict[str, int] = {}
        """How often each bridge is followed: by channels in it, and for ever by those that ended in it."""
        self.allowed: tuple[str, ...] = ()
        """Types of the events that it is told; all if there are none."""

    def tell(self, event: Event) -> None:
        """Send an event, if anybody listens."""
        if self.session is not None and self.wants(type(event).__name__):
            self.session.hear(event)

    def wants(self, event: str) -> bool:
        """Whether it is told events of this type."""
        return not self.allowed or event in self.allowed


class Session:
    """One socket of an application."""

    __slots__ = ("_exchange", "app", "hear", "lost", "replaced")

    def __init__(
        self,
        exchange: "Exchange",
        app: App,
        hear: Callable[[Event], None],
        replaced: Callable[[], None],
        lost: Callable[[], None],
    ) -> None:
        self._exchange = exchange
        self.app = app
        self.hear = hear
        self.replaced = replaced
        self.lost = lost

    def close(self) -> None:
        """The socket is gone. The application stays known while it has channels."""
        if self.app.session is self:
            self.app.session = None
            self._exchange.forget_if_unused(self.app)


class Exchange:
    """Everything that exists in one Asterisk at the moment."""

    def __init__(self, *, later: Later, now: Callable[[], float], installation: Installation) -> None:
        self.later = later
        self.now = now
        self.installation = installation
        self.order = Order()
        self.restarted()
        self._stamped_at, self._stamp = self.started_at, self.started
        self.apps: dict[str, App] = {}
        self.channels: dict[str, Channel] = {}
        self.bridges: dict[str, Bridge] = {}
        self.playbacks: dict[str, Playback] = {}
        self.phones: dict[str, DeskPhone] = {}
        self.phone_changed: Callable[[str, PhoneState], None] = lambda _phone, _state: None
        self.serial = count()

    def restarted(self) -> None:
        """Asterisk begins now."""
        self.started_at = self.now()
        self.started = moment(self.started_at)

    def stamp(self) -> datetime:
        """The moment, as events carry it."""
        at = self.now()
        if at != self._stamped_at:
            self._stamped_at, self._stamp = at, moment(at)
        return self._stamp

    def app(self, name: str) -> App:
        """The application of this name, made if it is new."""
        return self.apps.get(name) or self.apps.setdefault(name, App(name))

    def is_connected(self, name: str) -> bool:
        """Whether channels can enter this application."""
        app = self.apps.get(name)
        return app is not None and app.session is not None

    def forget_if_unused(self, app: App) -> None:
        """Forget an application that has neither socket nor channels."""
        if app.session is None and not app.channels and self.apps.get(app.name) is app:
            del self.apps[app.name]
