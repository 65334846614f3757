"""Those who were promised a callback: whatever happens, crashes included, none is lost, doubled, put back."""

from collections import Counter
from collections.abc import Iterable, Iterator

from acd.core.view import View
from acd.model.callback import Miss, Scheduled
from acd.model.contact import InQueue
from acd.model.fact import (
    CallbackAgreed,
    CallbackScheduled,
    ContactArrived,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerReached,
    PlaceInherited,
)
from acd.model.ids import ContactId
from acd.model.outcome import Outcome
from acd.runtime.ports import Entry


class PromisedCallbacks:
    """Who is to be called back, and since when each of them waits."""

    def __init__(self) -> None:
        self._since: dict[ContactId, float] = {}

    def copy(self) -> "PromisedCallbacks":
        """As it is now."""
        other = PromisedCallbacks()
        other._since = dict(self._since)
        return other

    def wrong(self, floor: View, outcome: Outcome) -> Iterator[str]:
        """Who is not there any more, or does not stand where he or she stood when it was agreed."""
        for fact in outcome.facts:
            if isinstance(fact, ContactEnded):
                self._since.pop(fact.contact, None)
            if isinstance(fact, PlaceInherited) and fact.waits_since <= self._since.get(fact.contact, 0.0):
                self._since[fact.contact] = fact.waits_since
        for contact_id, since in self._since.items():
            contact = floor.contact(contact_id)
            if contact is None or not contact.is_live:
                yield f"{contact_id} was to be called back, and is lost"
            elif isinstance(contact.callback, Scheduled):
                if contact.callback.until != since:
                    yield f"{contact_id} is to be called at {since}, and is {contact.callback}"
            elif contact.is_held and not (
                isinstance(contact.place, InQueue) and contact.place.since == since
            ):
                yield f"{contact_id} has waited since {since}, and stands at {contact.place}"
        for fact in outcome.facts:
            if isinstance(fact, CallbackScheduled):
                self._since[fact.contact] = fact.not_before
            agreed = floor.contact(fact.contact) if isinstance(fact, CallbackAgreed) else None
            if agreed is not None and agreed.is_live and isinstance(agreed.place, InQueue):
                self._since[agreed.id] = agreed.place.since


def doubled(entries: Iterable[Entry]) -> Iterator[str]:
    """What the books of a whole day tell of too often, or not at all: contacts, dials, customers reached."""
    facts = [fact for entry in entries for fact in entry.facts]
    came = Counter(fact.contact for fact in facts if isinstance(fact, ContactArrived | CallbackScheduled))
    ended = Counter(fact.contact for fact in facts if isinstance(fact, ContactEnded))
    agreed = Counter(fact.contact for fact in facts if isinstance(fact, CallbackAgreed | CallbackScheduled))
    legs = Counter(fact.leg for fact in facts if isinstance(fact, ContactArrived))
    for fact in facts:
        if isinstance(fact, ContactArrived) and fact.contact in agreed and legs[fact.leg] > 1:
            yield f"{fact.leg} of {fact.contact} has arrived {legs[fact.leg]} times"
    for name in came.keys() | ended.keys():
        if (came[name], ended[name]) != (1, 1):
            yield f"{name} has arrived {came[name]} times and ended {ended[name]} times"
    attempts = dict[ContactId, int]()
    for fact in facts:
        if isinstance(fact, CustomerDialled):
            if fact.attempt != attempts.get(fact.contact, 0) + 1:
                yield f"{fact.contact} is dialled for the {fact.attempt}th time after {attempts}"
            attempts[fact.contact] = fact.attempt
    reached = {fact.leg: fact.contact for fact in facts if isinstance(fact, CustomerReached)}
    missed = (fact for fact in facts if isinstance(fact, CustomerMissed))
    lost = {fact.leg for fact in missed if fact.miss in (Miss.UNKNOWN, Miss.VOICEMAIL)}
    for name, times in Counter(name for leg, name in reached.items() if leg not in lost).items():
        if times > agreed[name]:
            yield f"{name} was reached {times} times for {agreed[name]} callbacks"
