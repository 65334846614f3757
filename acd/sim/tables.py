"""What the simulated PostgreSQL keeps: rows, facts, and the unique rules of the real tables."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from acd.core.traffic import MINUTE_S
from acd.model.again import BegunAnew, Resumed
from acd.model.agent import Agent
from acd.model.callback import Dial
from acd.model.contact import Contact, Ended
from acd.model.experience import Experience
from acd.model.fact import CustomerDialled
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.runtime.ports import Batch, Entry

R = TypeVar("R", Contact, Leg, Offer, Agent, Overlay, Experience)


class RuleBroken(Exception):
    """A row breaks a unique rule of the tables; nothing was written."""

    def __init__(self, record: Record, rule: str) -> None:
        super().__init__(f"{rule} refuses {record}")
        self.record = record
        self.rule = rule


class Tables:
    """The rows of one floor, and its facts."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._rows: dict[type[Record], dict[str, bytes]] = {
            kind: {} for kind in (Contact, Leg, Offer, Agent, Overlay, Experience)
        }
        self._open_offers: dict[str, Offer] = {}
        self._phones: dict[str, str] = {}

    def write(self, batch: Batch) -> None:
        """Write all of a batch, or nothing.

        Raises:
            RuleBroken: a unique rule refuses a row.
        """
        self._open_offers, self._phones = self._after(batch)
        for row in batch.rows:
            self._rows[type(row)][row.id] = msgspec.json.encode(row)
        self.entries.extend(batch.entries)

    def row(self, kind: type[R], name: str) -> R | None:
        """A row as it was written last."""
        document = self._rows[kind].get(name)
        return None if document is None else msgspec.json.decode(document, type=kind)

    def live_records(self) -> list[Record]:
        """All that a restarted engine needs, and nothing that is over; each kind by id."""
        return list(self._live())

    def dropped(self, within_s: float) -> list[Contact]:
        """Those that have left a line so shortly before the newest fact, and whose places nobody has taken or
        given up since; the oldest first.
        """
        if not within_s or not self.entries:
            return []
        since = self.entries[-1].at - within_s
        contacts = [_CONTACT.decode(document) for _, document in sorted(self._rows[Contact].items())]
        settled = {
            contact.again.earlier
            for contact in contacts
            if isinstance(contact.again, Resumed | BegunAnew) and contact.arrived_at >= since
        }
        left = [
            (contact.life.at, contact)
            for contact in contacts
            if isinstance(contact.life, Ended)
            and contact.life.left is not None
            and contact.life.at >= since
            and contact.id not in settled
        ]
        return [contact for _, contact in sorted(left, key=lambda one: one[0])]

    def dials(self) -> list[Dial]:
        """Those of the last minute before the newest fact, in order."""
        since = self.entries[-1].at - MINUTE_S if self.entries else 0.0
        return [
            Dial(contact=fact.contact, number=fact.attempt, at=entry.at)
            for entry in self.entries
            if entry.at >= since
            for fact in entry.facts
            if isinstance(fact, CustomerDialled)
        ]

    def _live(self) -> Iterator[Record]:
        for _, document in sorted(self._rows[Contact].items()):
            if (contact := _CONTACT.decode(document)).is_live:
                yield contact
        for _, document in sorted(self._rows[Leg].items()):
            if not (leg := _LEG.decode(document)).is_gone:
                yield leg
        for _, document in sorted(self._rows[Offer].items()):
            if (offer := _OFFER.decode(document)).is_open:
                yield offer
        for _, document in sorted(self._rows[Agent].items()):
            yield _AGENT.decode(document)
        for _, document in sorted(self._rows[Overlay].items()):
            if not (overlay := _OVERLAY.decode(document)).is_over:
                yield overlay
        for _, document in sorted(self._rows[Experience].items()):
            yield _EXPERIENCE.decode(document)

    def _after(self, batch: Batch) -> tuple[dict[str, Offer], dict[str, str]]:
        """The open offers and the desks after a batch, if no rule is broken."""
        offers = dict(self._open_offers)
        phones = dict(self._phones)
        for row in batch.rows:
            match row:
                case Offer():
                    offers.pop(row.id, None)
                case Agent():
                    phones.pop(row.id, None)
                case _:
                    pass
        for row in batch.rows:
            match row:
                case Offer() if row.is_open:
                    _check(row, "agent", row.agent, (one.agent for one in offers.values()))
                    _check(row, "contact", row.contact, (one.contact for one in offers.values()))
                    offers[row.id] = row
                case Agent(phone=str() as phone):
                    if phone in phones.values():
                        raise RuleBroken(row, "agent_one_per_phone")
                    phones[row.id] = phone
                case _:
                    pass
        return offers, phones


_CONTACT = msgspec.json.Decoder(Contact)
_LEG = msgspec.json.Decoder(Leg)
_OFFER = msgspec.json.Decoder(Offer)
_AGENT = msgspec.json.Decoder(Agent)
_OVERLAY = msgspec.json.Decoder(Overlay)
_EXPERIENCE = msgspec.json.Decoder(Experience)


def _check(offer: Offer, of: str, one: str, others: Iterator[str]) -> None:
    if one in others:
        raise RuleBroken(offer, f"offer_one_open_per_{of}")
