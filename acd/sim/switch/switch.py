"""The simulated Asterisk: its doors for the service and for people, and what truly is."""

from collections.abc import Callable, Mapping

from acd.asterisk.ari.door import Body, Query
from acd.asterisk.ari.generated import Event
from acd.model.agent import PhoneState
from acd.sim.switch.answers import Reply
from acd.sim.switch.arriving import call_in
from acd.sim.switch.bridges import Bridge
from acd.sim.switch.channels import Channel
from acd.sim.switch.endings import NORMAL, SHUTDOWN, finish, request_hangup
from acd.sim.switch.exchange import Exchange, Installation, Later, Order, Session
from acd.sim.switch.people import CallerSide, SimCall, SimRinging
from acd.sim.switch.phones import phone_named, tell_state
from acd.sim.switch.routing import handle


class Switch:
    """One Asterisk 22 as a service sees it through ARI, without faults, chance or a clock of its own.

    Requests are performed in the call; so are the events they bring about at once. What takes time goes
    through `later`. `order` holds what the real one leaves open.
    """

    def __init__(
        self, *, later: Later, now: Callable[[], float], installation: Installation | None = None
    ) -> None:
        self._exchange = Exchange(later=later, now=now, installation=installation or Installation())

    # The service's side

    def connect(
        self,
        app: str,
        hear: Callable[[Event], None],
        replaced: Callable[[], None],
        lost: Callable[[], None] = lambda: None,
    ) -> Session:
        """Open a socket for an application, which takes the events of the one that had it.

        `replaced` is called when another takes it in turn, `lost` when Asterisk ends. Channels that are in
        the application already are not told of.
        """
        known = self._exchange.app(app)
        former = known.session
        session = known.session = Session(self._exchange, known, hear, replaced, lost)
        if former is not None and known.wants("ApplicationReplaced"):
            former.replaced()
        return session

    def request(self, method: str, path: str, query: Query = (), body: Body | None = None) -> Reply:
        """Perform a request. A `Waiting` is answered later, and a socket takes no other before that."""
        return handle(self._exchange, method, path, query, body)

    @property
    def order(self) -> Order:
        """What the real Asterisk leaves open; to be changed in place."""
        return self._exchange.order

    # The people's side

    def call_in(self, did: str, number: str | None, on: CallerSide | None = None) -> SimCall:
        """Somebody calls one of our numbers; `number` None is withheld.

        The call enters the application, or waits in the dialplan while nobody has connected it.
        """
        return call_in(self._exchange, did, number, on)

    def register(self, phone: str, on_ring: Callable[[SimRinging], None]) -> None:
        """A desk phone is there; `on_ring` is called when a call arrives at it.

        The phone rings as soon as `on_ring` returns, unless that has answered, refused or kept quiet.
        """
        known = phone_named(self._exchange, phone)
        known.on_ring, known.is_unplugged = on_ring, False
        tell_state(self._exchange, known)

    def unregister(self, phone: str) -> None:
        """It has said goodbye, or Asterisk has noticed that it is gone; its talks go on."""
        known = phone_named(self._exchange, phone)
        known.on_ring = None
        tell_state(self._exchange, known)

    def unplug(self, phone: str) -> None:
        """It vanishes without a word: registered still, it answers no call, and its talks fall silent."""
        known = phone_named(self._exchange, phone)
        known.is_unplugged = True
        for channel in list(known.channels.values()):
            if isinstance(channel.party, SimRinging):
                channel.party.vanish()

    def talk_privately(self, phone: str, calls: int) -> None:
        """So many calls that are none of ours are on this phone now."""
        known = phone_named(self._exchange, phone)
        known.private_calls = calls
        tell_state(self._exchange, known)

    def watch_phones(self, changed: Callable[[str, PhoneState], None]) -> None:
        """Have `changed` called with each change of a phone's state."""
        self._exchange.phone_changed = changed

    def phone_states(self) -> dict[str, PhoneState]:
        """The states of all phones that were ever named."""
        return {name: phone.state for name, phone in self._exchange.phones.items()}

    # What truly is

    @property
    def channels(self) -> Mapping[str, Channel]:
        """All channels."""
        return self._exchange.channels

    @property
    def bridges(self) -> Mapping[str, Bridge]:
        """All bridges."""
        return self._exchange.bridges

    def restart(self, *, announced: bool = False) -> None:
        """Asterisk ends and is back at once, with nothing but its registrations.

        Announced (`core stop now`) each channel's end is told first; else the sockets are lost, no more.
        """
        exchange = self._exchange
        sessions = [app.session for app in exchange.apps.values() if app.session is not None]
        if not announced:
            for app in exchange.apps.values():
                app.session = None
        channels = list(exchange.channels.values())
        for channel in channels:
            request_hangup(channel, SHUTDOWN, soft=True)
        for channel in channels:
            party = channel.party
            finish(channel, NORMAL)
            if party is not None and not party.is_dead:
                party.be_ended(NORMAL)
        exchange.bridges.clear()
        exchange.playbacks.clear()
        exchange.apps.clear()
        exchange.restarted()
        for session in sessions:
            session.lost()
