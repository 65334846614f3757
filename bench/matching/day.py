"""What happens on the large floor: agents become free, callers come, rings open, somebody goes or comes back.

All agents are on calls and more callers wait than agents will ever take; so whoever becomes free gets the
first caller he or she can serve, and nobody is idle but those whom nobody waiting needs. Each event is told
to the matcher, and to the rival while there is one; both must name the same pairs.
"""

import random
import time
from collections import defaultdict
from collections.abc import Callable

import msgspec

from acd.core.floor import Floor
from acd.core.matching import Matcher
from acd.core.view import View
from acd.model.agent import Agent, AtRest, Idle, OnCall, Ready
from acd.model.contact import Because, Contact, Ended, Ending, MeantFor, Nowhere, Queued, Travelled
from acd.model.ids import AgentId, ContactId, LegId, OverlayId, PhoneId
from acd.model.overlay import Absence, InForce, Overlay, Past
from acd.model.why import Why
from bench.matching.company import kinds_of_callers, large_company
from bench.matching.scan import Scan

CLOCK = time.thread_time_ns
"""CPU time: what others do on the machine does not count."""

FREED, ARRIVED, RING, ABSENCE = "agent freed", "contact arrived", "ring opened", "absence"
SHARES = {FREED: 400, ARRIVED: 400, RING: 196, ABSENCE: 4}
"""Of so many events each, per thousand."""
HEAD_STARTS_S = (0.0, 0.0, 0.0, 60.0, 300.0)
FOR_ONE_PERSON = 0.02
"""Of the callers so many wait for one person first."""

Record = Contact | Agent | Overlay


class Disagreement(Exception):
    """The matcher and its rival named different pairs."""


class Day:
    """A floor, the matcher, and what they come to; all by dice."""

    def __init__(self, *, agents: int, waiting: int, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311
        self.policy = large_company(agents, self._dice)
        self._kinds = kinds_of_callers(self._dice)
        self._names = list(self.policy.agents)
        self._now = 1_000.0
        self._contacts = 0
        self._waiting: list[ContactId] = []
        """In no order; may hold some who do not wait any more."""
        self.floor = Floor(self.policy, 1)
        for name in self._names:
            self.floor.put(self._busy(name))
        for _ in range(waiting):
            self.floor.put(self._caller())
        began = time.perf_counter()
        self.matcher = Matcher.of(self.floor)
        self.built_s = time.perf_counter() - began
        self.scan: Scan | None = None
        self.took_ns: defaultdict[str, list[int]] = defaultdict(list)
        """By kind of event, what each cost the matcher."""
        self.scan_took_ns: list[int] = []
        self.why_took_ns: list[int] = []
        self.whys: list[Why] = []
        self.pairs = 0
        self._settle([])

    def attach_rival(self) -> None:
        """The scan is told everything from now on."""
        self.scan = Scan(self.policy)
        self.scan.see_absences(self.floor)
        for agent in self.floor.agents():
            self.scan.see_agent(agent)
        for contact in self.floor.contacts():
            self.scan.see_contact(contact)

    def detach_rival(self) -> None:
        """The matcher goes on alone."""
        self.scan = None

    def forget_figures(self) -> None:
        """What was before was the warm-up."""
        self.took_ns.clear()
        self.scan_took_ns, self.why_took_ns, self.whys, self.pairs = [], [], [], 0

    def run(self, events: int) -> None:
        """So many events happen.

        Raises:
            Disagreement: if there is a rival and it would have decided otherwise.
        """
        happen: dict[str, Callable[[], Record | None]] = {
            FREED: self._become_free,
            ARRIVED: self._come,
            RING: self._open_ring,
            ABSENCE: self._go_or_come_back,
        }
        for kind in self._dice.choices(list(SHARES), list(SHARES.values()), k=events):
            self._now += 0.01
            record = happen[kind]()
            if record is not None:
                ours_ns, scan_ns = self._settle([record])
                self.took_ns[kind].append(ours_ns)
                if self.scan is not None:
                    self.scan_took_ns.append(scan_ns)

    # --- one event ------------------------------------------------------------------------------------

    def _settle(self, changed: list[Record]) -> tuple[int, int]:
        """Tell what has changed, and do what comes of it, until nothing does; what that took both."""
        ours_ns = scan_ns = 0
        while True:
            began = CLOCK()
            for record in changed:
                _see(self.matcher, record, self.floor)
            stranded = self.matcher.next_stranded()
            pair = self.matcher.next_pair() if stranded is None else None
            ours_ns += CLOCK() - began
            if self.scan is not None:
                began = CLOCK()
                for record in changed:
                    _show(self.scan, record, self.floor)
                answer = self.scan.next_pair() if stranded is None else None
                scan_ns += CLOCK() - began
                if answer != pair:
                    raise Disagreement(f"the matcher says {pair}, the scan {answer}")
            if stranded is not None:
                changed = self._skip_ring(stranded)
            elif pair is not None:
                changed = self._take(*pair)
            else:
                return ours_ns, scan_ns

    def _take(self, contact_id: ContactId, agent: AgentId) -> list[Record]:
        contact = self.floor.contact(contact_id)
        assert contact is not None
        assert isinstance(contact.place, Queued)
        self.pairs += 1
        began = CLOCK()
        why = self.matcher.why(contact, contact.place, self.floor, self._now)
        self.why_took_ns.append(CLOCK() - began)
        if self.pairs % 100 == 0:
            self.whys.append(why)
        gone = msgspec.structs.replace(
            contact, place=Nowhere(), life=Ended(at=self._now, ending=Ending.SERVED)
        )
        busy = self._busy(agent)
        self.floor.put(gone)
        self.floor.forget(gone.id)
        self.floor.put(busy)
        return [gone, busy]

    def _skip_ring(self, contact_id: ContactId) -> list[Record]:
        contact = self.floor.contact(contact_id)
        assert contact is not None
        return [self._moved_on(contact)]

    # --- what happens ---------------------------------------------------------------------------------

    def _busy(self, name: AgentId) -> Agent:
        known = self.floor.agent(name) if self._contacts else None
        load = known.load if known is not None else AtRest(since=0.0)
        on_call = OnCall(since=self._now, contact=ContactId("c"), wrap_up_s=0.0)
        return Agent(id=name, presence=Ready(since=0.0, phone=PhoneId(name)), activity=on_call, load=load)

    def _become_free(self) -> Agent | None:
        agent = self.floor.agent(self._dice.choice(self._names))
        assert agent is not None
        if isinstance(agent.activity, Idle):
            return None
        load = AtRest(since=self._now, occupancy=self._dice.random(), contacts=agent.load.contacts + 1)
        free = msgspec.structs.replace(agent, activity=Idle(since=self._now), load=load)
        self.floor.put(free)
        return free

    def _come(self) -> Contact:
        contact = self._caller()
        self.floor.put(contact)
        return contact

    def _caller(self) -> Contact:
        self._contacts += 1
        kind = self._dice.choice(self._kinds)
        since = self._now if self._names and self._contacts > 1 else 0.0
        contact = ContactId(f"c1-{self._contacts}")
        self._waiting.append(contact)
        wanted = self._dice.choice(self._names) if self._dice.random() < FOR_ONE_PERSON else None
        meant = MeantFor(agent=wanted, because=Because.OWNER, until=since + 20.0) if wanted else None
        return Contact(
            id=contact,
            leg=LegId(f"l{self._contacts}"),
            did="1",
            caller=None,
            language="en",
            arrived_at=since,
            policy_version=1,
            journey=Travelled(turn=0),
            place=Queued(
                queue=kind.queue,
                needs=kind.needs,
                preferences=kind.preferences,
                region=kind.region,
                since=since,
                entered_at=since,
                order_key=since - self._dice.choice(HEAD_STARTS_S),
                meant_for=meant,
            ),
        )

    def _open_ring(self) -> Contact | None:
        """The next stage of somebody's wait begins: first the substitutes, then the queue, then its rings."""
        while True:
            at = self._dice.randrange(len(self._waiting))
            contact = self.floor.contact(self._waiting[at])
            if contact is not None:
                break
            self._waiting[at] = self._waiting[-1]
            self._waiting.pop()
        place = contact.place
        assert isinstance(place, Queued)
        if place.meant_for is None and place.ring + 1 == len(self.policy.queues[place.queue].rings):
            return None
        return self._moved_on(contact)

    def _moved_on(self, contact: Contact) -> Contact:
        place = contact.place
        assert isinstance(place, Queued)
        meant = place.meant_for
        if meant is None:
            place = msgspec.structs.replace(place, ring=place.ring + 1)
        elif meant.substitutes:
            place = msgspec.structs.replace(place, meant_for=None)
        else:
            place = msgspec.structs.replace(place, meant_for=msgspec.structs.replace(meant, substitutes=True))
        moved = msgspec.structs.replace(contact, place=place)
        self.floor.put(moved)
        return moved

    def _go_or_come_back(self) -> Overlay:
        away = list(self.floor.overlays())
        if len(away) > 20:
            overlay = msgspec.structs.replace(away[0], state=Past(at=self._now, by=None))
        else:
            agent = self._dice.choice(self._names)
            overlay = Overlay(
                id=OverlayId(f"v{self._now}"),
                edit=Absence(agent=agent),
                author="boss",
                reason="ill",
                begins_at=self._now,
                state=InForce(since=self._now),
            )
        self.floor.put(overlay)
        return overlay


def _see(matcher: Matcher, record: Record, floor: View) -> None:
    if type(record) is Contact:
        matcher.see_contact(record, floor)
    elif type(record) is Agent:
        matcher.see_agent(record, floor)
    elif type(record) is Overlay:
        matcher.see_overlay(record, floor)


def _show(scan: Scan, record: Record, floor: View) -> None:
    match record:
        case Contact():
            scan.see_contact(record)
        case Agent():
            scan.see_agent(record)
        case Overlay():
            scan.see_absences(floor)
