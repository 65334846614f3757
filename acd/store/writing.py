"""What a batch writes: a few statements, in an order in which every constraint holds after each of them.

Offers that close come before offers that open: one commit may end an agent's offer and begin the next. All
rows of a table go in one statement as one JSON parameter, so that a commit of ten thousand rows has no more
statements than a commit of ten.
"""

import msgspec
from sqlalchemy import BigInteger, Integer, Table, Text, bindparam, column, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert

from acd.model.agent import Agent
from acd.model.contact import Contact
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.runtime.ports import Batch, Entry
from acd.store import tables
from acd.store.connection import sql

TABLES: dict[type[Record], Table] = {
    Contact: tables.contact,
    Leg: tables.leg,
    Offer: tables.offer,
    Agent: tables.agent,
}
"""Where the records of each type are kept."""

Written = Record | Entry
"""What becomes a row."""

_MOST_ROWS = 5000
"""In one statement: after a long absence of PostgreSQL, `Limits.statement_s` must still be enough for
each."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a commit and what it writes, in order."""

    statement: bytes
    rows: tuple[Written, ...]

    def encoded(self) -> str:
        """The statement's parameter `rows`.

        Raises:
            UnicodeEncodeError: a text in it cannot be written as UTF-8.
        """
        if isinstance(self.rows[0], Entry):
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
    """The statements that write the batch, in order; none for a kind of row that it does not have."""
    offers = [row for row in batch.rows if isinstance(row, Offer)]
    groups: list[tuple[bytes, tuple[Written, ...]]] = [
        (_UPSERTS[Contact], tuple(row for row in batch.rows if isinstance(row, Contact))),
        (_UPSERTS[Leg], tuple(row for row in batch.rows if isinstance(row, Leg))),
        (_UPSERTS[Offer], tuple(offer for offer in offers if not offer.is_open)),
        (_UPSERTS[Offer], tuple(offer for offer in offers if offer.is_open)),
        (_UPSERTS[Agent], tuple(row for row in batch.rows if isinstance(row, Agent))),
        (_FACTS, batch.entries),
    ]
    return [
        Step(statement=statement, rows=rows[first : first + _MOST_ROWS])
        for statement, rows in groups
        for first in range(0, len(rows), _MOST_ROWS)
    ]


def _fact_row(n: int, entry: Entry) -> _FactRow:
    contacts = dict.fromkeys(fact.contact for fact in entry.facts if hasattr(fact, "contact"))
    agents = dict.fromkeys(fact.agent for fact in entry.facts if hasattr(fact, "agent"))
    return _FactRow(n=n, contacts=list(contacts), agents=list(agents), entry=entry)


def _upsert(kind: type[Record]) -> bytes:
    table = TABLES[kind]
    rows = func.jsonb_array_elements(bindparam("rows", type_=JSONB)).column_valued("record")
    new = insert(table).from_select(["floor", "record"], select(bindparam("floor", type_=Text), rows))
    key = [table.c.floor, table.c.id]
    return sql(new.on_conflict_do_update(index_elements=key, set_={"record": new.excluded.record}))


def _append_facts() -> bytes:
    rows = (
        func.jsonb_to_recordset(bindparam("rows", type_=JSONB))
        .table_valued(
            column("n", Integer),
            column("contacts", ARRAY(Text)),
            column("agents", ARRAY(Text)),
            column("entry", JSONB),
            name="facts",
        )
        .render_derived(with_types=True)
    )
    numbers = [bindparam("epoch", type_=BigInteger), bindparam("commit_no", type_=BigInteger)]
    values = select(bindparam("floor", type_=Text), *numbers, rows.c.contacts, rows.c.agents, rows.c.entry)
    names = ["floor", "epoch", "commit_no", "contacts", "agents", "entry"]
    return sql(insert(tables.fact).from_select(names, values.order_by(rows.c.n)))


_UPSERTS = {kind: _upsert(kind) for kind in TABLES}
_FACTS = _append_facts()

FENCE = sql(
    select(
        func.lease_commit(
            bindparam("floor", type_=Text),
            bindparam("epoch", type_=BigInteger),
            bindparam("commit_no", type_=BigInteger),
        )
    )
)
"""Counts the commit, or fails with `NOT_LEADING` (a function of the schema: see the first migration). An
error, and not an UPDATE of no rows, is what makes PostgreSQL skip the rest of the pipeline without asking
us."""

NOT_LEADING = "ACD01"
"""SQLSTATE of the fence."""

READ_BACK = sql(
    select(tables.lease.c.epoch, tables.lease.c.commit_no).where(tables.lease.c.floor == bindparam("floor"))
)
