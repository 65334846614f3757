"""The referee: after each message, all that the engine has decided is held against the oracle."""

from collections.abc import Iterator, Sequence

import pytest

from acd.core.floor import View
from acd.model.contact import Contact, Ending, Queued
from acd.model.fact import (
    AgentBecameReady,
    AgentRelieved,
    ContactEnded,
    CustomerReached,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    OverlayBegan,
    OverlayEnded,
    PersonBack,
    PersonGivenUp,
    PlaceKept,
    PlaceTaken,
    PolicyChanged,
    TalkFailed,
)
from acd.model.ids import AgentId, ContactId, OfferId
from acd.model.outcome import Outcome
from acd.model.overlay import Absence
from acd.model.policy import Policy
from tests.core.oracle import (
    Told,
    asked_expected,
    chosen_wrongly,
    overlooked,
    pairs_expected,
    patience_expected,
    place_lost,
    unfairness,
    waits_since,
    whys_expected,
)


class Referee:
    """Sees what was before a message, and objects to what should not have come of it."""

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._cap_s = max(policy.head_start_cap_s for policy in policies)
        self._told, self._told_for_good = Told(), Told()
        self._places: dict[ContactId, Queued] = {}
        self._rung: dict[ContactId, OfferId] = {}
        self._held: set[ContactId] = set()
        self._left: set[ContactId] = set()

    def watch(self, floor: View) -> None:
        """A message is about to be heard."""
        self._places = {
            contact.id: contact.place for contact in floor.contacts() if isinstance(contact.place, Queued)
        }
        live = [contact for contact in floor.contacts() if contact.is_live]
        self._held = {contact.id for contact in live if contact.is_held}
        self._left = {contact.id for contact in live if contact.has_left}
        self._rung = {offer.contact: offer.id for offer in floor.offers() if offer.is_open}

    def commit(self) -> None:
        """What has been decided lasts."""
        self._told_for_good = self._told.copy()

    def forget(self) -> None:
        """What was not committed never was."""
        self._told = self._told_for_good.copy()

    def objections(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """All that should not have come of the message."""
        opened = [fact for fact in outcome.facts if isinstance(fact, OfferOpened)]
        pairs = [(fact.contact, fact.agent) for fact in opened]
        expected = pairs_expected(floor, opened)
        if pairs != expected:
            yield f"offered are {pairs}, and should be {expected}"
        elif [fact.why for fact in opened] != whys_expected(floor, opened, outcome.at):
            yield f"explained otherwise: {opened}"
        yield from unfairness(floor, opened, self._cap_s)
        yield from self._of_callbacks(outcome)
        yield from self._of_places(floor, outcome)
        yield from self._of_returns(floor, outcome)
        yield from place_lost(floor, self._places, outcome.facts)
        yield from chosen_wrongly(floor, self._places, self._rung, outcome.facts)
        yield from self._told.wrong(floor, outcome.facts, outcome.commands, outcome.at)

    def _of_callbacks(self, outcome: Outcome) -> Iterator[str]:
        """Who is to be called back is served, or said not to be reached; and is not forgotten otherwise."""
        reached = {fact.contact for fact in outcome.facts if isinstance(fact, CustomerReached)}
        for fact in outcome.facts:
            if not isinstance(fact, ContactEnded) or fact.contact not in self._held - reached:
                continue
            if fact.contact in self._left:
                if fact.ending not in (Ending.HANDLED, Ending.UNCLOSED, Ending.VOICEMAIL):
                    yield f"{fact.contact} has left a message, and is {fact.ending}"
            elif fact.ending not in (Ending.UNREACHED, Ending.CANCELLED):
                yield f"{fact.contact} was to be called back, and is {fact.ending}"

    def _of_places(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Whoever has entered a queue, or chosen it anew, asks for what the company says; while no incident
        begins or ends.
        """
        if any(isinstance(fact, OverlayBegan | OverlayEnded) for fact in outcome.facts):
            return
        asked = (fact for fact in outcome.facts if isinstance(fact, PlaceTaken | PlaceKept))
        for fact in {fact.contact: fact for fact in asked}.values():  # the last of each counts
            contact = floor.contact(fact.contact)
            if contact is None or not isinstance(contact.place, Queued):
                continue
            if contact.place.queue not in floor.policy.queues:
                continue
            needs = {frozenset((need.skill, need.level) for need in each) for each in contact.place.needs}
            wishes = {wish.skill: wish.weight for wish in contact.place.preferences}
            expected = asked_expected(contact, floor)
            if isinstance(fact, PlaceKept):  # never farther back than before
                order_key = min(expected.order_key, self._places[contact.id].order_key)
                expected = expected._replace(order_key=order_key)
            found = (needs, wishes, contact.place.region, contact.place.order_key)
            if found != expected:
                yield f"{contact.id} asks for {found}, and should for {expected}"
            if isinstance(fact, PlaceTaken) or fact.meant_for is not None:
                yield from self._of_patience(contact, floor, outcome)

    def _of_patience(self, contact: Contact, floor: View, outcome: Outcome) -> Iterator[str]:
        """Whoever waits for one person waits as long as the company says; unless nobody was there for it."""
        place = contact.place
        assert isinstance(place, Queued)
        given_up = [fact for fact in outcome.facts if isinstance(fact, PersonGivenUp)]
        if place.meant_for is None or contact.id in {fact.contact for fact in given_up}:
            return
        if place.meant_for.agent in {fact.agent for fact in given_up}:
            return  # how long the line was for that person cannot be seen any more
        meant, (line, wait_s) = place.meant_for, patience_expected(contact, floor)
        if (meant.line, meant.substitutes) != (line, line is not None):
            yield f"{contact.id} waits for {meant}, and should so: {line}"
        if meant.until - waits_since(place) != pytest.approx(wait_s):
            yield f"{contact.id} waits for {meant}, and should for {wait_s} s"

    def _of_returns(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Whoever was given up because nobody was there is waited for again when he or she is back, as at the
        beginning.
        """
        came = set[AgentId]()
        not_then = set[ContactId]()
        for fact in outcome.facts:
            match fact:
                case AgentBecameReady(agent=agent) | OverlayEnded(edit=Absence(agent=agent)):
                    came.add(agent)
                case OfferFailed() | OfferWithdrawn() | TalkFailed() | PersonGivenUp():
                    not_then.add(fact.contact)
                case AgentRelieved() | PolicyChanged():
                    return
                case _:
                    pass
        forgotten = set(overlooked(floor, came)) - not_then
        if forgotten:
            yield f"{forgotten} wait, and not for whoever is back"
        for fact in outcome.facts:
            back = floor.contact(fact.contact) if isinstance(fact, PersonBack) else None
            if back is not None and isinstance(back.place, Queued):
                yield from self._of_patience(back, floor, outcome)
