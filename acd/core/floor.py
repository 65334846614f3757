"""The floor: everything one engine knows at this moment, with the look-ups its rooms need.

`View` is what rooms see: they read. Only the engine holds the `Floor` and writes. A record leaves the floor
when nothing more can happen to it; its row in Postgres and its facts remain.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Self

from acd.core.directory import Directory
from acd.core.expectation.forecast import TOO_FEW, no_later
from acd.core.numbers import dialable
from acd.core.traffic import Full, Traffic
from acd.model.agent import Agent, PhoneState
from acd.model.callback import (
    Agreed,
    CallbackRules,
    Dial,
    Dialled,
    Dialling,
    Due,
    Mode,
    OnTheLine,
    PickedUp,
    PutOff,
    Reached,
    Resting,
)
from acd.model.contact import Contact, InQueue, LastTalk, MeantFor, Queued
from acd.model.experience import Experience
from acd.model.ids import (
    AgentId,
    ContactId,
    LegId,
    OfferId,
    OverlayId,
    PhoneId,
    PlaybackId,
    PromptId,
    QueueId,
)
from acd.model.leg import Leg, Side
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Absence, InForce, Overlay, Refusal
from acd.model.policy import Did, Policy
from acd.model.promise import AT_ONCE, Promise
from acd.model.queue import Queue
from acd.model.spoken import in_tongue

Foresee = Callable[[ContactId, Queued, float], Promise]
"""What can be said at a moment of the wait of a contact that stands at a place."""


class View:
    """Read-only sight of the floor."""

    def __init__(self, policy: Policy) -> None:
        self._policies = {policy.version: policy}
        self._policy = policy
        self._contacts: dict[ContactId, Contact] = {}
        self._legs: dict[LegId, Leg] = {}
        self._offers: dict[OfferId, Offer] = {}
        self._agents: dict[AgentId, Agent] = {}
        self._phones: dict[PhoneId, PhoneState] = {}
        self._legs_of: defaultdict[ContactId, set[LegId]] = defaultdict(set)
        self._offers_of: defaultdict[ContactId, set[OfferId]] = defaultdict(set)
        self._open_offer_of_contact: dict[ContactId, OfferId] = {}
        self._open_offer_of_agent: dict[AgentId, OfferId] = {}
        self._agent_at: dict[PhoneId, AgentId] = {}
        self._legs_at: defaultdict[PhoneId, set[LegId]] = defaultdict(set)
        self._standing_in: Counter[QueueId] = Counter()
        self._meant_for: defaultdict[AgentId, dict[ContactId, None]] = defaultdict(dict)
        """Who waits for one person first."""
        self._gave_up_on: defaultdict[AgentId, dict[ContactId, None]] = defaultdict(dict)
        """Who does not any more, until that person is back."""
        self._directory = Directory(policy)
        self._overlays: dict[OverlayId, Overlay] = {}
        self._absences: defaultdict[AgentId, set[OverlayId]] = defaultdict(set)
        self._refusals: defaultdict[str, set[OverlayId]] = defaultdict(set)
        """By the number that is not to be called."""
        self._experiences: dict[QueueId, Experience] = {}
        self._foresee: Foresee = lambda _contact, _place, _at: TOO_FEW
        self._connected = False
        self._traffic = Traffic()
        self._due: dict[ContactId, None] = {}
        """Who may be called back as soon as an agent is there."""
        self._full: tuple[Full, float | None] | None = None

    @property
    def policy(self) -> Policy:
        """The version in force."""
        return self._policy

    @property
    def full(self) -> Full | None:
        """Why no other customer is called back just now; None: there is room."""
        return self._full[0] if self._full is not None else None

    @property
    def connected(self) -> bool:
        """Whether Asterisk hears us."""
        return self._connected

    def policy_at(self, version: int) -> Policy:
        """A version that some contact needs; the one in force if this one is not kept any more."""
        return self._policies.get(version, self._policy)

    def did(self, number: str) -> Did | None:
        """The number of ours, if it is one."""
        return self._policy.dids.get(number)

    def queue(self, queue: QueueId, version: int) -> Queue:
        """The queue as it is now, or as it was when the contact came, should it have been removed since.

        One that was in neither, for a version in between had sent the contact on to it, is without rules.
        """
        queues = (self._policy.queues, self.policy_at(version).queues)
        found = (each[queue] for each in queues if queue in each)
        return next(found, Queue(id=queue, name=queue))

    def callback_rules(self, contact: Contact) -> CallbackRules:
        """Of the queue of a contact; one that calls nobody back any more has none, and gives up at the first
        miss.
        """
        assert isinstance(contact.place, InQueue)
        return self.queue(contact.place.queue, contact.policy_version).callback or CallbackRules()

    def contact(self, contact: ContactId) -> Contact | None:
        """The contact, unless it is forgotten or was never there."""
        return self._contacts.get(contact)

    def contacts(self) -> Iterator[Contact]:
        """All that are not forgotten."""
        return iter(tuple(self._contacts.values()))

    def contact_of_playback(self, playback: PlaybackId) -> Contact | None:
        """Whose prompt this is."""
        return self._contacts.get(ContactId(playback.rpartition("-p")[0]))

    def leg(self, leg: LegId) -> Leg | None:
        """The leg, unless it is gone."""
        return self._legs.get(leg)

    def legs(self) -> Iterator[Leg]:
        """All that are not gone."""
        return iter(tuple(self._legs.values()))

    def legs_of(self, contact: ContactId) -> list[Leg]:
        """The contact's legs that are not gone, by id."""
        return [self._legs[leg] for leg in sorted(self._legs_of.get(contact, ()))]

    def caller_of(self, leg: LegId) -> Contact | None:
        """The contact whose caller speaks on this leg."""
        found = self._legs.get(leg)
        return self._contacts.get(found.contact) if found and found.side is Side.CALLER else None

    def offer(self, offer: OfferId) -> Offer | None:
        """The offer, unless it is forgotten."""
        return self._offers.get(offer)

    def offers(self) -> Iterator[Offer]:
        """All that are not forgotten."""
        return iter(tuple(self._offers.values()))

    def offer_to(self, agent: AgentId) -> Offer | None:
        """The agent's open offer."""
        offer = self._open_offer_of_agent.get(agent)
        return self._offers[offer] if offer else None

    def offer_of(self, contact: ContactId) -> Offer | None:
        """The contact's open offer."""
        offer = self._open_offer_of_contact.get(contact)
        return self._offers[offer] if offer else None

    def agent(self, agent: AgentId) -> Agent | None:
        """The agent, if the company has or had one of that id."""
        return self._agents.get(agent)

    def agents(self) -> Iterator[Agent]:
        """All agents."""
        return iter(tuple(self._agents.values()))

    def last_agent(self, caller: str | None, since: float) -> AgentId | None:
        """The agent with whom a caller talked last, if that was not before this moment."""
        return self._directory.last_agent(caller, since)

    def dropped(self) -> Iterator[Contact]:
        """Those that have left a line and whose places nobody has taken since, the oldest first."""
        return self._directory.dropped()

    def dropped_at(self, number: str) -> Iterator[Contact]:
        """Those among them who called from this number, in its international form."""
        return self._directory.dropped_at(number)

    def dropped_as(self, contact: ContactId) -> Contact | None:
        """One of them, if it is."""
        return self._directory.dropped_as(contact)

    def at_number(self, number: str) -> list[Contact]:
        """Those who wait to be called back at a number, are or were called there, or came from there; also
        if they are over, but not forgotten.
        """
        return [self._contacts[contact] for contact in self._directory.at(number)]

    def waiting_at(self, number: str) -> list[Contact]:
        """Those who wait on a line and called from this number, in its international form."""
        return [self._contacts[contact] for contact in self._directory.waiting_at(number)]

    def is_claimed(self, earlier: ContactId) -> bool:
        """Whether a caller is being asked about the place of this contact, or has asked for it."""
        return self._directory.is_claimed(earlier)

    def claiming(self, earlier: ContactId) -> tuple[ContactId, ...]:
        """Those callers."""
        return self._directory.claiming(earlier)

    def overlay(self, overlay: OverlayId) -> Overlay | None:
        """The change, unless it is over."""
        return self._overlays.get(overlay)

    def overlays(self) -> Iterator[Overlay]:
        """All changes that are planned or in force."""
        return iter(tuple(self._overlays.values()))

    def absences(self, agent: AgentId) -> list[Overlay]:
        """The agent's absences in force, by id."""
        found = (self._overlays[overlay] for overlay in sorted(self._absences.get(agent, ())))
        return [overlay for overlay in found if isinstance(overlay.state, InForce)]

    def is_refused(self, number: str) -> bool:
        """Whether somebody has put this number on the do-not-call list, and it holds now."""
        found = (self._overlays[overlay] for overlay in self._refusals.get(number, ()))
        return any(isinstance(overlay.state, InForce) for overlay in found)

    def agent_at(self, phone: PhoneId) -> Agent | None:
        """Who is logged in at this phone."""
        agent = self._agent_at.get(phone)
        return self._agents[agent] if agent else None

    def records(self) -> Iterator[Record]:
        """Every record on the floor."""
        yield from self.contacts()
        yield from self.legs()
        yield from self.offers()
        yield from self.agents()
        yield from self.overlays()
        yield from self.experiences()

    def phone_state(self, phone: PhoneId) -> PhoneState:
        """What Asterisk last said of the phone."""
        return self._phones.get(phone, PhoneState.UNKNOWN)

    def has_leg(self, phone: PhoneId) -> bool:
        """Whether a leg of ours to the phone has not ended."""
        return bool(self._legs_at.get(phone))

    def waiting_in(self, queue: QueueId) -> int:
        """How many stand in a queue: also those for whom a phone rings, or who are to be called back; but not
        before a moment that they have chosen themselves.
        """
        return self._standing_in[queue]

    def waiting_for(self, agent: AgentId) -> Iterator[tuple[ContactId, Queued]]:
        """Who waits for one person first, and where."""
        for contact in self._meant_for.get(agent, ()):
            place = self._contacts[contact].place
            assert isinstance(place, Queued)
            yield contact, place

    def given_up_on(self, agent: AgentId) -> list[ContactId]:
        """Who waits for this person no longer, until he or she is back."""
        return list(self._gave_up_on.get(agent, ()))

    def experiences(self) -> Iterator[Experience]:
        """What queues have learnt, as it was last put down."""
        return iter(tuple(self._experiences.values()))

    def expected_at(self, contact: ContactId, place: Queued, at: float) -> Promise:
        """What can be said of the wait of a contact that stands at this place, or is about to."""
        return self._foresee(contact, place, at)

    def expected(self, contact: Contact, at: float) -> Promise | None:
        """What can be said now of the rest of a contact's wait, never more than was said before; None if it
        does not wait.
        """
        place = contact.place
        if not contact.is_live or not isinstance(place, Queued):
            return None
        if self.offer_of(contact.id) is not None:
            return AT_ONCE
        return no_later(self._foresee(contact.id, place, at), contact.promised)

    def expected_in(self, queue: Queue, at: float) -> Promise:
        """What a caller who came to a queue now would be told, if he or she asked for nothing but what all of
        its callers need.
        """
        head_start_s = min(queue.head_start_s, self._policy.head_start_cap_s)
        place = Queued(
            queue=queue.id,
            needs=queue.needs,
            preferences=queue.preferences,
            since=at,
            entered_at=at,
            order_key=at - head_start_s,
        )
        return self._foresee(ContactId(""), place, at)

    def position(self, contact: Contact) -> int:
        """The place in its queue of a contact that stands in one: 1 is served next."""
        place = contact.place
        assert isinstance(place, Queued)
        key = (place.order_key, contact.id)
        others = (other for other in self._contacts.values() if _is_in_line(other))
        ahead = (
            other.place.queue == place.queue and (other.place.order_key, other.id) < key
            for other in others
            if isinstance(other.place, Queued)
        )
        return 1 + sum(ahead)

    def spoken(self, prompt: PromptId, language: str) -> str | None:
        """The media of a prompt in a language, or in its own. None: the company has given it up."""
        return in_tongue(self._policy.sounds, prompt, language)

    def is_waiting(self, contact: Contact) -> bool:
        """Whether the contact waits for an agent and none is being rung for it. Who is to be called back
        waits when there is a line for the call.
        """
        waits = contact.is_live and isinstance(contact.place, Queued) and contact.can_be_served
        stands_aside = self._full is not None and isinstance(contact.callback, Due)
        is_first = self.is_customer_first(contact)
        return waits and not stands_aside and not is_first and self.offer_of(contact.id) is None

    def is_customer_first(self, contact: Contact) -> bool:
        """Whether the customer is to be called before any agent is rung. A queue that is no more calls nobody
        like that.
        """
        place = contact.place
        if not isinstance(contact.callback, Due) or not isinstance(place, Queued):
            return False
        queue = self._policy.queues.get(place.queue)
        rules = queue.callback if queue is not None else None
        return rules is not None and rules.mode is Mode.CUSTOMER_FIRST

    def is_in_use(self, number: str, *, but: ContactId) -> bool:
        """Whether another contact is at this number: on the line, being called, or next to be called."""
        others = (other for other in self.at_number(number) if other.is_live and other.id != but)
        return any(_is_at(other, number, self._policy.dialling) for other in others)

    def due_at(self, caller: str | None) -> list[ContactId]:
        """The contacts that are next to be called back at the number of this caller."""
        number = dialable(caller, self._policy.dialling) if self._policy.dialling is not None else None
        others = self.at_number(number) if number is not None else ()
        return [other.id for other in others if other.id in self._due and other.number == number]

    def due(self) -> list[Contact]:
        """The contacts that may be called back as soon as an agent is there."""
        return [self._contacts[contact] for contact in self._due]


def _is_in_line(contact: Contact) -> bool:
    """Whether others stand behind. Who wants to be called tomorrow takes nobody's turn today."""
    state = contact.callback
    is_tomorrow = isinstance(state, Resting) and state.because is PutOff.AGREED
    return isinstance(contact.place, Queued) and not is_tomorrow


def _is_at(contact: Contact, number: str, dialling: Dialling | None) -> bool:
    if contact.has_left:
        return False
    match contact.callback:
        case Due(order=order) | Dialled(order=order) | PickedUp(order=order) | Reached(order=order):
            return order.number == number
        case OnTheLine() | Agreed():
            return dialling is not None and dialable(contact.caller, dialling) == number
        case _:
            return False


class Floor(View):
    """The floor as the engine holds it: it also writes."""

    def __init__(self, policy: Policy, epoch: int) -> None:
        super().__init__(policy)
        self._epoch = epoch
        self._numbers = count(1)

    @classmethod
    def of(
        cls,
        policy: Policy,
        epoch: int,
        *,
        earlier: Iterable[Policy] = (),
        talks: Iterable[LastTalk] = (),
        dropped: Iterable[Contact] = (),
        dials: Iterable[Dial] = (),
        records: Iterable[Record] = (),
    ) -> Self:
        """The floor as the books say: `earlier` are the versions that live contacts still need,
        `talks` those that are remembered, the oldest first, `dropped` those that have left a line, likewise,
        and so `dials`: those of the last minute.
        """
        floor = cls(policy, epoch)
        for talk in talks:
            floor._directory.note_talk(talk.caller, talk.agent, talk.since)
        for contact in dropped:
            floor._directory.see_dropped(None, contact)
        for dial in dials:
            floor._traffic.note(dial.contact, dial.number, dial.at)
        for version in earlier:
            floor.put_policy(version, in_force=False)
        for record in records:
            floor.put(record)
        return floor

    def mint(self, letter: str) -> str:
        """A new id, unique over restarts because every leadership has its own epoch."""
        return f"{letter}{self._epoch}-{next(self._numbers)}"

    def connect(self, connected: bool) -> None:
        """Note whether Asterisk hears us."""
        self._connected = connected

    def foresee_with(self, foresee: Foresee) -> None:
        """Who says what is expected of a wait."""
        self._foresee = foresee

    def put_policy(self, policy: Policy, *, in_force: bool = True) -> None:
        """Keep a version; put it in force unless it is only needed by contacts of before.

        With a new one in force, those that nobody needs any more are forgotten.
        """
        self._policies[policy.version] = policy
        if in_force:
            self._policy = policy
            contacts = self._contacts.values()
            self._directory.put_policy(policy, contacts)
            needed = {policy.version}.union(*(contact.policy_versions for contact in contacts))
            self._policies = {version: self._policies[version] for version in needed & self._policies.keys()}

    def put_phone(self, phone: PhoneId, state: PhoneState) -> None:
        """Note what Asterisk says of a phone."""
        self._phones[phone] = state

    def phones(self) -> Iterable[PhoneId]:
        """Every phone Asterisk has spoken of."""
        return tuple(self._phones)

    def put(self, record: Record) -> None:
        """Write a record, and every index that leads to it."""
        match record:
            case Contact():
                self._index(self._contacts.get(record.id), record)
                self._directory.see(self._contacts.get(record.id), record)
                self._contacts[record.id] = record
                self._see_traffic(record)
            case Leg():
                self._legs[record.id] = record
                self._legs_of[record.contact].add(record.id)
                self._put_at_phone(record)
            case Offer():
                self._put_offer(record)
            case Agent():
                self._put_agent(record)
            case Overlay():
                self._put_overlay(record)
            case Experience():
                self._experiences[record.id] = record

    def _put_at_phone(self, leg: Leg) -> None:
        if leg.phone is None:
            return
        legs = self._legs_at[leg.phone]
        if leg.is_gone:
            legs.discard(leg.id)
        else:
            legs.add(leg.id)
        if not legs:
            del self._legs_at[leg.phone]

    def _see_traffic(self, contact: Contact) -> None:
        if contact.is_live and isinstance(contact.callback, Due):
            self._due[contact.id] = None
        else:
            self._due.pop(contact.id, None)
        self._traffic.see(contact, is_rung=contact.id in self._open_offer_of_contact)

    def make_room(self, at: float) -> bool:
        """See whether there is room for another call to a customer. True: there is now and was not, or the
        other way round.
        """
        before, self._full = self._full, self._traffic.full(self._policy.dialling, at)
        return (before is None) is not (self._full is None)

    def room_at(self) -> float | None:
        """When there is room again for somebody who stands aside, as far as a clock can tell."""
        return self._full[1] if self._full is not None and self._due else None

    def _put_offer(self, offer: Offer) -> None:
        self._index_offer(offer)
        contact = self._contacts.get(offer.contact)
        if contact is not None:
            self._see_traffic(contact)

    def _index_offer(self, offer: Offer) -> None:
        self._offers[offer.id] = offer
        self._offers_of[offer.contact].add(offer.id)
        if offer.is_open:
            self._open_offer_of_contact[offer.contact] = offer.id
            self._open_offer_of_agent[offer.agent] = offer.id
            return
        if self._open_offer_of_contact.get(offer.contact) == offer.id:
            del self._open_offer_of_contact[offer.contact]
        if self._open_offer_of_agent.get(offer.agent) == offer.id:
            del self._open_offer_of_agent[offer.agent]

    def _put_agent(self, agent: Agent) -> None:
        before = self._agents.get(agent.id)
        if before and before.phone and self._agent_at.get(before.phone) == agent.id:
            del self._agent_at[before.phone]
        self._agents[agent.id] = agent
        if agent.phone:
            self._agent_at[agent.phone] = agent.id

    def _index(self, before: Contact | None, now: Contact) -> None:
        if before is not None and isinstance(before.place, Queued):
            self._standing_in[before.place.queue] -= _is_in_line(before)
            for index, meant in self._by_person(before.place):
                index[meant.agent].pop(before.id, None)
                if not index[meant.agent]:
                    del index[meant.agent]
        if isinstance(now.place, Queued):
            self._standing_in[now.place.queue] += _is_in_line(now)
            for index, meant in self._by_person(now.place):
                index[meant.agent][now.id] = None

    def _by_person(
        self, place: Queued
    ) -> Iterator[tuple[defaultdict[AgentId, dict[ContactId, None]], MeantFor]]:
        """Where a contact is found by one person."""
        if place.meant_for is not None:
            yield self._meant_for, place.meant_for
        if place.gave_up_on is not None:
            yield self._gave_up_on, place.gave_up_on

    def _put_overlay(self, overlay: Overlay) -> None:
        """What is over leaves the floor at once: nothing can come of it."""
        found: set[OverlayId] = set()
        match overlay.edit:
            case Absence(agent=agent):
                found = self._absences[agent]
            case Refusal(number=number):
                found = self._refusals[number]
            case _:
                pass
        if overlay.is_over:
            self._overlays.pop(overlay.id, None)
            found.discard(overlay.id)
        else:
            self._overlays[overlay.id] = overlay
            found.add(overlay.id)

    def forget(self, contact: ContactId) -> None:
        """Drop what is over: gone legs, their closed offers, and the contact when nothing is left of it."""
        legs = self._legs_of.get(contact, set())
        for leg in [leg for leg in legs if self._legs[leg].is_gone]:
            del self._legs[leg]
            legs.discard(leg)
        offers = self._offers_of.get(contact, set())
        for offer in [self._offers[offer] for offer in offers]:
            if not offer.is_open and offer.leg not in self._legs:
                del self._offers[offer.id]
                offers.discard(offer.id)
        record = self._contacts.get(contact)
        if not legs and not offers and (record is None or not record.is_live):
            self._contacts.pop(contact, None)
            self._directory.forget(contact)
            self._legs_of.pop(contact, None)
            self._offers_of.pop(contact, None)
