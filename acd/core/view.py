"""What the rooms see of the floor: everything one engine knows at this moment, and the look-ups they need.

They read; what is seen here only the engine writes (`acd.core.floor`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from acd.core.directory import Directory
from acd.core.expectation.forecast import TOO_FEW, no_later
from acd.core.line import Line
from acd.core.numbers import dialable
from acd.core.traffic import Full, Traffic
from acd.model.agent import Agent, PhoneState
from acd.model.callback import (
    BY_THE_CLOCK,
    Agreed,
    CallbackRules,
    Dialled,
    Dialling,
    Due,
    Mode,
    OnTheLine,
    PickedUp,
    Reached,
    Resting,
)
from acd.model.contact import Contact, InQueue, Queued
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
from acd.model.overlay import InForce, Overlay
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
        self._lines: defaultdict[QueueId, Line[ContactId]] = defaultdict(Line)
        """Who stands in each queue, by the turn."""
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
        before an hour at which they may be.
        """
        return len(self._lines.get(queue, ()))

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
        line = self._lines.get(place.queue)
        return 1 + (line.before(place.order_key, contact.id) if line is not None else 0)

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


def is_in_line(contact: Contact) -> bool:
    """Whether others stand behind. Whom the clock forbids to call takes nobody's turn until then."""
    state = contact.callback
    is_later = isinstance(state, Resting) and state.because in BY_THE_CLOCK
    return isinstance(contact.place, Queued) and not is_later


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
