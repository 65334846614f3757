"""The books as they were at one moment: all that a restarted engine needs, and nothing that is over."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from psycopg import IsolationLevel
from sqlalchemy import ColumnElement, Float, Text, and_, bindparam, cast, func, or_, select, true

from acd.model.agent import Agent
from acd.model.contact import Contact
from acd.model.leg import Leg
from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.store import tables
from acd.store.connection import Connection, session, sql
from acd.store.policies import COMPANY_COLUMNS, CompanyFile, company_file
from acd.store.writing import TABLES


class BooksUnreadable(Exception):
    """A live row was written by a newer version, in a state that this one does not understand."""

    def __init__(self, *, table: str, floor: str, row: str, reason: str) -> None:
        super().__init__(
            f"Row {row} of table {table}, floor {floor!r}, cannot be understood by this version ({reason}): "
            "a newer one has written it. Start that version, or a newer one, and go back when the row is "
            "over; docs/upgrades.md says how."
        )


class Books(msgspec.Struct, frozen=True, kw_only=True):
    """The live rows of one floor."""

    contacts: tuple[Contact, ...]
    """Those not ended."""
    legs: tuple[Leg, ...]
    """Those not gone; also stray ones, of contacts that have ended."""
    offers: tuple[Offer, ...]
    """The open ones."""
    agents: tuple[Agent, ...]
    overlays: tuple[Overlay, ...]
    """Planned or in force."""
    policies: tuple[CompanyFile, ...]
    """By version: those that a live contact still travels, and last the one in force. Empty at the very first
    start."""
    written_until: float | None
    """The moment of the newest fact, by the clock of whoever wrote it; None before the first."""

    def records(self) -> Iterator[Record]:
        """All rows."""
        yield from self.contacts
        yield from self.legs
        yield from self.offers
        yield from self.agents
        yield from self.overlays


_R = TypeVar("_R", Contact, Leg, Offer, Agent, Overlay)
_floor = bindparam("floor", type_=Text)


def _live(kind: type[Record], live: ColumnElement[bool]) -> bytes:
    table = TABLES[kind]
    rows = select(table.c.id, cast(table.c.record, Text)).where(table.c.floor == _floor, live)
    return sql(rows.order_by(table.c.id))


_CONTACTS = _live(Contact, tables.contact.c.ended_at.is_(None))
_LEGS = _live(Leg, ~tables.leg.c.gone)
_OFFERS = _live(Offer, tables.offer.c.closed_at.is_(None))
_AGENTS = _live(Agent, true())
_OVERLAYS = _live(Overlay, tables.overlay.c.state != "past")


def _needed_policies() -> bytes:
    contact, policy = tables.contact, tables.policy
    travelled = select(contact.c.policy_version).where(
        contact.c.floor == _floor, contact.c.ended_at.is_(None)
    )
    newest = select(func.max(policy.c.version)).where(policy.c.floor == _floor).scalar_subquery()
    needed = or_(policy.c.version.in_(travelled), policy.c.version == newest)
    return sql(
        select(*COMPANY_COLUMNS).where(and_(policy.c.floor == _floor, needed)).order_by(policy.c.version)
    )


_POLICIES = _needed_policies()


def _newest_moment() -> bytes:
    fact = tables.fact
    moment = cast(fact.c.entry["at"].astext, Float)
    return sql(select(moment).where(fact.c.floor == _floor).order_by(fact.c.seq.desc()).limit(1))


_NEWEST_MOMENT = _newest_moment()


async def load(dsn: str, floor: str) -> Books:
    """Read the live rows, all as of the same moment.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        BooksUnreadable: a row was written by a version that this one does not understand.
    """
    async with session(dsn, role="load") as connection:
        await connection.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        await connection.set_read_only(True)
        async with connection.transaction():
            policies = await connection.execute(_POLICIES, {"floor": floor})
            return Books(
                contacts=await _records(connection, _CONTACTS, floor, Contact),
                legs=await _records(connection, _LEGS, floor, Leg),
                offers=await _records(connection, _OFFERS, floor, Offer),
                agents=await _records(connection, _AGENTS, floor, Agent),
                overlays=await _records(connection, _OVERLAYS, floor, Overlay),
                policies=tuple(company_file(row) for row in await policies.fetchall()),
                written_until=await _moment(connection, floor),
            )


async def _moment(connection: Connection, floor: str) -> float | None:
    row = await (await connection.execute(_NEWEST_MOMENT, {"floor": floor})).fetchone()
    return row[0] if row else None


async def _records(connection: Connection, statement: bytes, floor: str, kind: type[_R]) -> tuple[_R, ...]:
    decoder = msgspec.json.Decoder(kind)
    cursor = await connection.execute(statement, {"floor": floor})
    records = []
    async for row, text in cursor:
        try:
            records.append(decoder.decode(text))
        except msgspec.ValidationError as error:
            table = TABLES[kind].name
            raise BooksUnreadable(table=table, floor=floor, row=row, reason=str(error)) from error
    return tuple(records)
