"""What a batch writes: arrays of records, a kind at a time, for the function `write_books` of the schema.

Offers that close come before offers that open: one commit may end an agent's offer and begin the next. All
rows of a kind are one JSON parameter, so that an ordinary commit is a single statement, and what piled up in
an hour without PostgreSQL is a few.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

import msgspec
from sqlalchemy import BigInteger, ColumnElement, Table, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB

from acd.model.agent import Agent
from acd.model.contact import Contact
from acd.model.experience import Experience
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.runtime.ports import Batch, Entry
from acd.store import tables
from acd.store.connection import sql

TABLES: dict[type[Record], Table] = {
    Contact: tables.contact,
    Leg: tables.leg,
    Offer: tables.offer,
    Agent: tables.agent,
    Overlay: tables.overlay,
    Experience: tables.experience,
}
"""Where the records of each type are kept."""

Written = Record | Entry
"""What becomes a row."""

MOST_ROWS = 5000
"""In one statement: after a long absence of PostgreSQL, `Limits.statement_s` must still be enough for
each."""


class Kind(StrEnum):
    """Rows that are written together: parameters of `write_books`, in the order in which it writes them."""

    CONTACTS = "contacts"
    LEGS = "legs"
    CLOSED_OFFERS = "closed_offers"
    OPEN_OFFERS = "open_offers"
    AGENTS = "agents"
    OVERLAYS = "overlays"
    EXPERIENCES = "experiences"
    FACTS = "facts"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one kind."""

    kind: Kind
    rows: tuple[Written, ...]

    def encoded(self) -> str:
        """The rows as a JSON array.

        Raises:
            UnicodeEncodeError: a text in it cannot be written as UTF-8.
        """
        if self.kind is Kind.FACTS:
            facts = [_fact_row(n, entry) for n, entry in enumerate(self.rows) if isinstance(entry, Entry)]
            return _encoder.encode(facts).decode()
        return _encoder.encode(self.rows).decode()


class _FactRow(msgspec.Struct, frozen=True, kw_only=True):
    n: int
    contacts: list[str]
    agents: list[str]
    entry: Entry


_encoder = msgspec.json.Encoder()


def steps(batch: Batch) -> list[Step]:
    """The batch in the order of writing; none for a kind of row that it does not have."""
    groups: dict[Kind, list[Written]] = {kind: [] for kind in Kind}
    for row in batch.rows:
        groups[_kind(row)].append(row)
    groups[Kind.FACTS].extend(batch.entries)
    return [
        Step(kind=kind, rows=tuple(rows[first : first + MOST_ROWS]))
        for kind, rows in groups.items()
        for first in range(0, len(rows), MOST_ROWS)
    ]


def parameters(steps: Iterable[Step]) -> dict[str, str | None]:
    """The parameters of `COMMIT` and `WRITE` for steps of different kinds."""
    encoded = {step.kind: step.encoded() for step in steps}
    return {kind.value: encoded.get(kind) for kind in Kind}


def _kind(row: Record) -> Kind:
    match row:
        case Contact():
            return Kind.CONTACTS
        case Leg():
            return Kind.LEGS
        case Offer():
            return Kind.OPEN_OFFERS if row.is_open else Kind.CLOSED_OFFERS
        case Agent():
            return Kind.AGENTS
        case Overlay():
            return Kind.OVERLAYS
        case Experience():
            return Kind.EXPERIENCES
        case _:
            assert_never(row)


def _fact_row(n: int, entry: Entry) -> _FactRow:
    contacts = dict.fromkeys(fact.contact for fact in entry.facts if hasattr(fact, "contact"))
    agents = dict.fromkeys(fact.agent for fact in entry.facts if hasattr(fact, "agent"))
    return _FactRow(n=n, contacts=list(contacts), agents=list(agents), entry=entry)


_numbers: list[ColumnElement[object]] = [
    bindparam("floor", type_=Text),
    bindparam("epoch", type_=BigInteger),
    bindparam("commit_no", type_=BigInteger),
]
_fence = func.lease_commit(*_numbers)
_write = func.write_books(*_numbers, *(bindparam(kind, type_=JSONB) for kind in Kind))

FENCE = sql(select(_fence))
"""Counts the commit, or fails with `NOT_LEADING` (a function of the schema: see the first migration). An
error, and not an UPDATE of no rows, is what makes PostgreSQL skip the rest of a pipeline without asking us.
"""

WRITE = sql(select(_write))
"""Writes steps of different kinds."""

COMMIT = sql(select(_fence, _write))
"""A whole commit in one statement: counted, written, and flushed when it ends."""

NOT_LEADING = "ACD01"
"""SQLSTATE of the fence."""

READ_BACK = sql(
    select(tables.lease.c.epoch, tables.lease.c.commit_no).where(tables.lease.c.floor == bindparam("floor"))
)
