"""The referee: after each message, all that the engine has decided is held against the oracle."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from math import inf
from zoneinfo import ZoneInfo

import pytest

from acd.core.numbers import dialable
from acd.core.traffic import Full
from acd.core.view import View
from acd.model.agent import Ready
from acd.model.callback import Dialled, Miss, PickedUp
from acd.model.contact import Contact, Ended, Ending, Queued
from acd.model.fact import (
    AgentBecameReady,
    AgentRelieved,
    CallbackAgreed,
    CallbackBroughtForward,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerReached,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    OverlayBegan,
    OverlayEnded,
    PersonBack,
    PersonGivenUp,
    PlaceAwaited,
    PlaceInherited,
    PlaceKept,
    PlaceMoved,
    PlaceResumed,
    PlaceTaken,
    PolicyChanged,
    TalkFailed,
)
from acd.model.ids import AgentId, ContactId, OfferId
from acd.model.outcome import Outcome
from acd.model.overlay import Absence, InForce, Refusal
from acd.model.policy import Policy
from tests.core.oracle import (
    Told,
    asked_expected,
    chosen_wrongly,
    fits,
    is_called_first,
    may_have,
    overlooked,
    pairs_expected,
    patience_expected,
    place_lost,
    room_for_callbacks,
    unfairness,
    waits_since,
    whys_expected,
)
from tests.core.promised_callbacks import PromisedCallbacks


class Referee:
    """Sees what was before a message, and objects to what should not have come of it."""

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._cap_s = max(policy.head_start_cap_s for policy in policies)
        self._told, self._told_for_good = Told(), Told()
        self._promised, self._promised_for_good = PromisedCallbacks(), PromisedCallbacks()
        self._places: dict[ContactId, Queued] = {}
        self._rung: dict[ContactId, OfferId] = {}
        self._held: set[ContactId] = set()
        self._left: dict[ContactId, Queued] = {}
        self._taken, self._taken_for_good = set[ContactId](), set[ContactId]()
        self._messages: set[ContactId] = set()
        self._no_trunk_at, self._no_trunk_at_for_good = -inf, -inf

    def watch(self, floor: View) -> None:
        """A message is about to be heard."""
        self._places = {
            contact.id: contact.place for contact in floor.contacts() if isinstance(contact.place, Queued)
        }
        self._left = {
            contact.id: contact.life.left
            for contact in floor.dropped()
            if isinstance(contact.life, Ended) and contact.life.left is not None
        }
        live = [contact for contact in floor.contacts() if contact.is_live]
        self._held = {contact.id for contact in live if contact.is_held}
        self._messages = {contact.id for contact in live if contact.has_left}
        self._rung = {offer.contact: offer.id for offer in floor.offers() if offer.is_open}

    def commit(self) -> None:
        """What has been decided lasts."""
        self._told_for_good = self._told.copy()
        self._taken_for_good = set(self._taken)
        self._promised_for_good = self._promised.copy()
        self._no_trunk_at_for_good = self._no_trunk_at

    def forget(self) -> None:
        """What was not committed never was."""
        self._told = self._told_for_good.copy()
        self._taken = set(self._taken_for_good)
        self._promised = self._promised_for_good.copy()
        self._no_trunk_at = self._no_trunk_at_for_good

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
        yield from self._of_callbacks(floor, outcome)
        yield from self._promised.wrong(floor, outcome)
        yield from self._of_places(floor, outcome)
        yield from self._of_those_who_ring_again(floor, outcome)
        yield from self._of_returns(floor, outcome)
        yield from place_lost(floor, self._places, outcome.facts)
        yield from chosen_wrongly(floor, self._places, self._rung, outcome.facts)
        yield from self._told.wrong(floor, outcome.facts, outcome.commands, outcome.at)

    def _of_callbacks(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Who is to be called back is served, or said not to be reached; and is not forgotten otherwise. What
        is agreed can be called. Nobody is dialled at the wrong moment, and not more are than may be.
        """
        yield from self._of_dials(floor, outcome)
        yield from self._of_trunk(floor, outcome)
        yield from self._of_those_called_first(floor, outcome)
        for fact in outcome.facts:
            if isinstance(fact, CallbackAgreed):
                dialling = floor.policy.dialling
                if dialling is None or dialable(fact.number, dialling) != fact.number:
                    yield f"{fact.contact} is to be called back at {fact.number}, which must not be"
        reached = {fact.contact for fact in outcome.facts if isinstance(fact, CustomerReached)}
        for fact in outcome.facts:
            if not isinstance(fact, ContactEnded) or fact.contact not in self._held - reached:
                continue
            if fact.contact in self._messages:
                if fact.ending not in (Ending.HANDLED, Ending.UNCLOSED, Ending.NO_MESSAGE):
                    yield f"{fact.contact} has left a message, and is {fact.ending}"
            elif fact.ending not in (Ending.UNREACHED, Ending.CANCELLED, Ending.WITHDRAWN):
                yield f"{fact.contact} was to be called back, and is {fact.ending}"

    def _of_those_called_first(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Where customers are called first nobody is offered before he or she is there; and of those who wait
        for that nobody is passed over who comes first and could have the agent who has nothing to do.
        """
        for fact in outcome.facts:
            contact = floor.contact(fact.contact) if isinstance(fact, OfferOpened) else None
            if contact is not None and is_called_first(contact, floor):
                yield f"{contact.id} is offered before the customer is there"
        called = [
            contact
            for contact in floor.contacts()
            if isinstance(contact.callback, Dialled | PickedUp) and isinstance(contact.place, Queued)
        ]
        ready = [agent for agent in floor.agents() if isinstance(agent.presence, Ready)]
        dialled = [fact.contact for fact in outcome.facts if isinstance(fact, CustomerDialled)]
        earlier = [contact for contact in called if contact.id not in dialled]
        for contact in sorted(
            (contact for contact in called if contact.id in dialled),
            key=lambda contact: dialled.index(contact.id),
        ):
            agents = [agent for agent in ready if fits(agent, contact, floor)]
            rivals = [other.id for other in earlier if any(fits(agent, other, floor) for agent in agents)]
            if len(rivals) >= len(agents):
                yield f"{contact.id} is called beside {rivals}, and at work are only {agents}"
            earlier.append(contact)
        if not floor.connected or room_for_callbacks(floor) <= 0 or called:
            return
        first = [contact for contact in floor.contacts() if is_called_first(contact, floor)]
        rung = {offer.contact for offer in floor.offers() if offer.is_open}
        for contact in first:
            idle = [agent.id for agent in floor.agents() if may_have(agent, contact, floor)]
            if contact.id not in rung and idle:
                yield f"{contact.id} waits to be called, and {idle} have nothing to do"

    def _of_dials(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """By the clock on the wall in Vienna, where all of them live."""
        dialling = floor.policy.dialling
        refused = {
            overlay.edit.number
            for overlay in floor.overlays()
            if isinstance(overlay.edit, Refusal) and isinstance(overlay.state, InForce)
        }
        local = datetime.fromtimestamp(outcome.at, ZoneInfo("Europe/Vienna"))
        minute = local.hour * 60 + local.minute
        for fact in outcome.facts:
            contact = floor.contact(fact.contact) if isinstance(fact, CustomerDialled) else None
            if contact is None or not isinstance(contact.callback, Dialled):
                continue
            assert dialling is not None
            order, spans = contact.callback.order, dialling.hours.spans if dialling.hours is not None else ()
            if order.number in refused | dialling.never:
                yield f"{contact.id} is dialled at {order.number}, which is on the do-not-call list"
            open_now = [one for one in spans if one.weekday == local.weekday()]
            if spans and not any(one.opens_min <= minute < one.closes_min for one in open_now):
                yield f"{contact.id} is dialled at {local}"
            between = order.between
            if between is not None and not between.opens_min <= minute < between.closes_min:
                yield f"{contact.id} is dialled at {local}, and has chosen {between}"
        offered = {fact.contact for fact in outcome.facts if isinstance(fact, OfferOpened)}
        away = any(contact.is_away for contact in map(floor.contact, offered) if contact is not None)
        if away and room_for_callbacks(floor) < 0:
            yield f"{offered} are called back, and there are not so many lines"

    def _of_trunk(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Nobody stands aside for it but after Asterisk would not make a call, until a telephone rings."""
        for fact in outcome.facts:
            if isinstance(fact, CustomerMissed) and fact.miss is Miss.NO_TRUNK:
                self._no_trunk_at = outcome.at
        for contact in floor.contacts():
            state = contact.callback
            if isinstance(state, Dialled) and state.rings and state.since > self._no_trunk_at:
                self._no_trunk_at = -inf
        if floor.full is Full.TRUNK and self._no_trunk_at == -inf:
            yield "a trunk is waited for that carries calls"

    def _of_places(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Whoever has entered a queue, or chosen it anew, asks for what the company says; while no incident
        begins or ends.
        """
        if any(isinstance(fact, OverlayBegan | OverlayEnded) for fact in outcome.facts):
            return
        resumed = {fact.contact for fact in outcome.facts if isinstance(fact, PlaceResumed)}
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
            is_old = isinstance(fact, PlaceTaken) and contact.id in resumed
            if is_old:
                expected = expected._replace(order_key=contact.place.order_key)
            found = (needs, wishes, contact.place.region, contact.place.order_key)
            if found != expected:
                yield f"{contact.id} asks for {found}, and should for {expected}"
            if not is_old and (isinstance(fact, PlaceTaken) or fact.meant_for is not None):
                yield from self._of_patience(contact, floor, outcome)

    def _of_those_who_ring_again(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Whoever goes on in the place of another contact stands where that one stood, and alone; or in
        the place into which that one had just come itself.
        """
        passed = dict[ContactId, Queued]()
        for fact in outcome.facts:
            if isinstance(fact, CallbackBroughtForward):
                yield from self._of_appointment(fact, floor, outcome.at)
            if isinstance(fact, PlaceAwaited) and fact.earlier in self._taken:
                yield f"{fact.contact} waits for the place of {fact.earlier}, which somebody has had already"
            if not isinstance(fact, PlaceResumed | PlaceInherited):
                continue
            contact, earlier = floor.contact(fact.contact), floor.contact(fact.earlier)
            before = (self._left | self._places | passed).get(fact.earlier)
            if before is not None:
                passed[fact.contact] = before
            if fact.earlier in self._taken:
                yield f"{fact.contact} has the place of {fact.earlier}, which somebody has had already"
            self._taken.add(fact.earlier)
            if before is None or (earlier is not None and earlier.is_live):
                yield f"{fact.contact} has the place of {fact.earlier}, which had none, or has it still"
            elif contact is not None and isinstance(contact.place, Queued):
                here, there = contact.place, before
                if here.since != there.since:
                    yield f"{fact.contact} waits since {here.since}, and should since {there.since}"
                moved = {each.contact for each in outcome.facts if isinstance(each, PlaceMoved)}
                forward = contact.id in moved and here.order_key <= there.order_key
                if isinstance(fact, PlaceInherited) and there.order_key > self._places[contact.id].order_key:
                    yield f"{fact.contact} is moved back by the place of {fact.earlier}"
                if here.queue == there.queue and here.order_key != there.order_key and not forward:
                    yield f"{fact.contact} stands at {here.order_key}, and should at {there.order_key}"

    def _of_appointment(self, fact: CallbackBroughtForward, floor: View, at: float) -> Iterator[str]:
        """Whoever waits instead of being called stands where anybody would who came just now, and alone."""
        contact, earlier = floor.contact(fact.contact), floor.contact(fact.earlier)
        if fact.earlier in self._taken or fact.earlier in self._places:
            yield f"{fact.contact} waits instead of {fact.earlier}, which has or had a place"
        self._taken.add(fact.earlier)
        if earlier is not None and earlier.is_live:
            yield f"{fact.contact} waits instead of {fact.earlier}, which is to be called still"
        if contact is not None and isinstance(contact.place, Queued) and contact.place.since != at:
            yield f"{fact.contact} waits since {contact.place.since}, and came at {at}"

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
