"""What must be true at every step, held against the truth: the switch, the database, and the leader's floor.

Some sentences hold always. The others allow a while (`…_S`) to put things right, counted from the last fault
and only while a leader is well: it serves, it is connected, and so is the database.
"""

import math
from collections.abc import Callable, Iterator

from acd.core.floor import Floor
from acd.core.invariants import contradictions, violations
from acd.core.joining import JOIN_S
from acd.core.talking import bridge_in_use
from acd.model.contact import Contact, Queued
from acd.model.fact import OfferOpened, Surprise
from acd.model.ids import BridgeId, LegId
from acd.model.outcome import Outcome
from acd.sim.calling_back import is_customers
from acd.sim.company import BEGINNING
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.network import Request
from acd.sim.promised_callbacks import dialled_twice, out_of_place, overdue, wants, wrong_about_callbacks
from acd.sim.service import APP, Service
from acd.sim.story import Story
from acd.sim.switch import Channel, Reply, SimCall, SimRinging, Switch
from acd.sim.switch.arriving import BOXES
from acd.sim.tables import Tables
from acd.sim.written import is_written

LOOK_EVERY_S = 0.5

KNOWN_S = 6.0
"""So long a channel of ours may be there without an owner in the books, and a caller without a contact."""

SILENCE_S = 12.0
"""So long a caller may hear nothing: a menu waits up to 4 s for a key."""

DROWNED_S = 12.0
"""So long two who talk may hear something else: a late request is found by the look after `link.LATE_S`."""

EMPTY_BRIDGE_S = 12.0
"""So long a bridge may be there that belongs to no talk."""

TALK_S = 2 * JOIN_S
"""Two who have been together for longer are not taken apart by us. (Younger: a rule may still end it, because
they were not seen to meet in time.)
"""


class Promises:
    """Watches one run. `failed` is told of every broken promise."""

    def __init__(
        self,
        loop: SimLoop,
        story: Story,
        *,
        failed: Callable[[str], None],
        tables: Tables,
        find_leader: Callable[[], Service | None],
        epoch_of: Callable[[SimProcess], int],
        epoch_in_force: Callable[[], int],
    ) -> None:
        self._loop = loop
        self._story = story
        self._failed = failed
        self._tables = tables
        self._find_leader = find_leader
        self._epoch_of = epoch_of
        self._epoch_in_force = epoch_in_force
        self._well_since = 0.0
        self._wrong_since: dict[tuple[str, str], float] = {}
        self._together_since: dict[str, float] = {}
        self._connected: tuple[SimProcess, int, float] | None = None
        self._told_at: dict[str, float] = {}
        self.switch: Switch | None = None
        self.handled = 0
        """Messages that engines have handled."""
        loop.in_world(LOOK_EVERY_S, self._look)

    def disturbed(self) -> None:
        """Something is wrong, or has been mended: patience begins anew."""
        self._well_since = self._loop.time()

    # --- after every message ----------------------------------------------------------------------------

    def observe(self, service: Service, outcome: Outcome) -> None:
        """Look at a floor after a message."""
        self.handled += 1
        floor = service.floor
        if floor is None:
            return
        for sentence in violations(floor):
            self._fail(service, sentence)
        for row in outcome.rows:
            if isinstance(row, Contact):
                for sentence in contradictions(row):
                    self._fail(service, sentence)
        for sentence in wrong_about_callbacks(floor, outcome):
            self._fail(service, sentence)
        if service.epoch == self._epoch_in_force():  # what others decide is never written
            for sentence in out_of_place(outcome, self._tables):
                self._fail(service, sentence)
        for fact in outcome.facts:
            self._story.tell_lazily(service.process.name, lambda fact=fact: f"concludes {fact}")  # type: ignore[misc]
            match fact:
                case Surprise():
                    self._fail(service, f"surprise: {fact}")
                case OfferOpened():
                    self._check_order(service, floor, fact)
                case _:
                    pass

    def _check_order(self, service: Service, floor: Floor, opened: OfferOpened) -> None:
        """Nobody of the same needs who came earlier goes on waiting."""
        served = floor.contact(opened.contact)
        if served is None or not isinstance(served.place, Queued):
            return
        for contact in floor.contacts():
            place = contact.place
            if (
                isinstance(place, Queued)
                and floor.is_waiting(contact)
                and wants(place) == wants(served.place)
                and place.order_key < served.place.order_key
            ):
                self._fail(service, f"{served.id} is served before {contact.id}")

    def _fail(self, service: Service, sentence: str) -> None:
        self._failed(f"on the floor of {service.process.name}: {sentence}")

    # --- at every request -------------------------------------------------------------------------------

    def connected(self, process: SimProcess) -> None:
        """A process has connected as our application: nobody of an earlier epoch commands from now on."""
        epoch = self._epoch_of(process)
        if self._connected is None or epoch > self._connected[1]:
            self._connected = process, epoch, self._loop.time()
        self.disturbed()

    def perform(self, request: Request) -> Reply:
        """Let Asterisk do a request, if it breaks no promise."""
        assert self.switch is not None
        changes = request.method != "GET"
        if changes:
            self._check_truth()
            self._check_sender(request)
            self._check_talks(request)
            self._check_persisted(request)
        reply = self.switch.request(request.method, request.path, request.query, request.body)
        self._story.tell_lazily(
            "switch", lambda: f"{request.process.name}: {request.method} {request.path} -> {reply}"
        )
        if changes:
            self._check_truth()
        return reply

    def replaced(self, process: SimProcess) -> None:
        """A process has heard that another is connected as our application."""
        self._told_at[process.name] = self._loop.time()

    def _check_sender(self, request: Request) -> None:
        """Whoever has a successor at Asterisk takes hold of nothing more. Until it is told, it may let go: no
        lease keeps it from that, or a phone would ring on while the database is away.
        """
        if self._connected is None or request.process is self._connected[0] or request.says_what_to_hear:
            return
        successor, _, since = self._connected
        if request.releases:
            told_at = self._told_at.get(request.process.name, math.inf)
            since = told_at if told_at >= since else math.inf  # told of somebody else, before
        if request.sent_at <= since:
            return
        what = f"{request.method} {request.path}"
        self._failed(f"{request.process.name} sent {what} after {successor.name} had connected")

    def _check_talks(self, request: Request) -> None:
        """Whether the request takes two people apart who talk."""
        assert self.switch is not None
        match request.method, request.path.split("/"):
            case ("DELETE", ["channels", name]):
                channel = self.switch.channels.get(name)
                bridge = channel.bridge if channel is not None else None
            case ("DELETE", ["bridges", name]):
                bridge = name
            case _:
                return
        known = self.switch.bridges.get(bridge or "")
        if known is None or known.hears_keys:
            return  # where keys are heard an agent may have said that it is a machine
        since = self._together_since.get(known.id)
        if since is not None and self._loop.time() - since > TALK_S:
            self._failed(f"{request.process.name} ends a talk: {request.method} {request.path}")

    def _check_persisted(self, request: Request) -> None:
        """Whether what takes hold of something was decided, and written, before."""
        if not is_written(request, self._tables):
            self._failed(f"{request.method} {request.path} is performed before it is written")

    # --- the truth --------------------------------------------------------------------------------------

    def _check_truth(self) -> None:
        """At no moment is a caller with two agents, or a phone rung twice."""
        assert self.switch is not None
        channels = self.switch.channels
        together: dict[str, float] = {}
        for bridge in self.switch.bridges.values():
            phones = callers = 0
            for name in bridge.channels:
                if _is_agents(channels[name]):
                    phones += 1
                else:
                    callers += 1
            if phones > 1 or callers > 1:
                self._failed(f"{bridge.id} has {callers} callers and {phones} agents")
            if phones and callers:
                together[bridge.id] = self._together_since.get(bridge.id, self._loop.time())
        self._together_since = together
        rung: set[str] = set()
        for channel in channels.values():
            if channel.phone and channel.state in ("Ringing", "Up") and not channel.is_ending:
                if channel.phone in rung:
                    self._failed(f"phone {channel.phone} has two calls")
                rung.add(channel.phone)
        for sentence in dialled_twice(channels.values()):
            self._failed(sentence)

    def _look(self) -> None:
        """What may be wrong for a while, and not for longer."""
        self._loop.in_world(LOOK_EVERY_S, self._look)
        self._check_truth()
        leader = self._find_leader()
        if leader is None or leader.floor is None:
            self.disturbed()
            return
        now = self._loop.time()
        wrong: dict[tuple[str, str], float] = {}
        for name, what, patience_s in self._wrongs(leader.floor):
            since = wrong[name, what] = self._wrong_since.get((name, what), now)
            if now - max(since, self._well_since) > patience_s:
                self._failed(f"{name} {what}, for {now - since:.1f} s, though {leader.process.name} is well")
        self._wrong_since = wrong

    def _wrongs(self, floor: Floor) -> Iterator[tuple[str, str, float]]:
        assert self.switch is not None
        for channel in self.switch.channels.values():
            leg = floor.leg(LegId(channel.id))
            if channel.phone and leg is None:
                yield channel.id, "rings or speaks and has no owner", KNOWN_S
            elif channel.context == BOXES and channel.in_app is None:
                pass  # speaks to a voicemail box
            elif leg is None:
                yield channel.id, "has called and is no contact", KNOWN_S
            elif channel.state == "Up" and _hears_nothing(channel):
                yield channel.id, "is in silence", SILENCE_S
            if _is_drowned(channel):
                yield channel.id, "talks, and hears something else", DROWNED_S
        used = {bridge_in_use(contact) for contact in floor.contacts()}
        for bridge in self.switch.bridges.values():
            if bridge.name == APP and BridgeId(bridge.id) not in used:
                yield bridge.id, "belongs to no talk", EMPTY_BRIDGE_S
        yield from overdue(floor, BEGINNING + self._loop.time(), is_quiet=not self.switch.channels)
        for own in floor.legs():
            if own.id not in self.switch.channels:
                yield own.id, "is in the books and not in Asterisk", KNOWN_S


def _is_agents(channel: Channel) -> bool:
    """Whether it leads to an agent, and not to a customer."""
    return bool(channel.phone) and not is_customers(channel.phone)


def _is_drowned(channel: Channel) -> bool:
    """Whether somebody in a talk hears music or a prompt instead of the other."""
    party = channel.party
    in_talk = channel.in_bridge is not None and len(channel.in_bridge.members) > 1
    return in_talk and isinstance(party, SimCall | SimRinging) and party.hears.kind in ("music", "prompt")


def _hears_nothing(channel: Channel) -> bool:
    """Through our fault: not because the one at either end has vanished."""
    party = channel.party
    if not isinstance(party, SimCall | SimRinging) or party.is_dead or party.hears.kind != "silence":
        return False
    return channel.in_bridge is None or len(channel.in_bridge.members) < 2
