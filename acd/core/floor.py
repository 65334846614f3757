"""The floor: the records of everything that goes on, as the engine puts them down, and the indexes to them.

Only the engine holds the `Floor` and writes; rooms see a `View` of it. A record leaves the floor when nothing
more can happen to it; its row in Postgres and its facts remain.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Self

from acd.core.view import Foresee, View, is_in_line
from acd.model.agent import Agent, PhoneState
from acd.model.callback import Dial, Due
from acd.model.contact import Contact, LastTalk, MeantFor, Queued
from acd.model.experience import Experience
from acd.model.ids import AgentId, ContactId, OverlayId, PhoneId
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Absence, Overlay, Refusal
from acd.model.policy import Policy


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
        if before is not None and before.place is now.place and before.callback is now.callback:
            return
        self._index_line(before, now)
        if before is not None and isinstance(before.place, Queued):
            for index, meant in self._by_person(before.place):
                index[meant.agent].pop(before.id, None)
                if not index[meant.agent]:
                    del index[meant.agent]
        if isinstance(now.place, Queued):
            for index, meant in self._by_person(now.place):
                index[meant.agent][now.id] = None

    def _index_line(self, before: Contact | None, now: Contact) -> None:
        was_in = before.place.queue if before is not None and isinstance(before.place, Queued) else None
        if was_in is not None:
            self._lines[was_in].discard(now.id)
            if not self._lines[was_in]:
                del self._lines[was_in]
        if isinstance(now.place, Queued) and is_in_line(now):
            self._lines[now.place.queue].put(now.id, now.place.order_key)

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
