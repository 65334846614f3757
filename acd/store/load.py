"""The books as they were at one moment: all that a restarted engine needs, and nothing that is over."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from psycopg import IsolationLevel
from sqlalchemy import (
    ColumnElement,
    Double,
    Float,
    Integer,
    Text,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    true,
)

from acd.core.directory import MOST_DROPPED, MOST_TALKS
from acd.core.traffic import MINUTE_S
from acd.model.agent import Agent
from acd.model.callback import Dial
from acd.model.contact import Contact, LastTalk
from acd.model.experience import Experience
from acd.model.ids import AgentId, ContactId
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
    experiences: tuple[Experience, ...]
    """What queues have learnt."""
    policies: tuple[CompanyFile, ...]
    """By version: those that a live contact still needs, and last the one in force. Empty at the very first
    start."""
    talks: tuple[LastTalk, ...] = ()
    """The latest, as far back as was asked for, the oldest first; of a caller who talked twice, both."""
    dropped: tuple[Contact, ...] = ()
    """Those that have left a line so lately as was asked for and whose places nobody has taken since, the
    oldest first."""
    dials: tuple[Dial, ...] = ()
    """Those of the last minute before the newest fact, in order."""
    written_until: float | None
    """The moment of the newest fact, by the clock of whoever wrote it; None before the first."""

    def records(self) -> Iterator[Record]:
        """All rows."""
        yield from self.contacts
        yield from self.legs
        yield from self.offers
        yield from self.agents
        yield from self.overlays
        yield from self.experiences


_R = TypeVar("_R", Contact, Leg, Offer, Agent, Overlay, Experience)
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
_EXPERIENCES = _live(Experience, true())


def _needed_policies() -> bytes:
    contact, policy = tables.contact, tables.policy
    travels = contact.c.record["journey"]["version"].as_integer()
    travelled = (
        select(version).where(contact.c.floor == _floor, contact.c.ended_at.is_(None))
        for version in (contact.c.policy_version, travels)
    )
    newest = select(func.max(policy.c.version)).where(policy.c.floor == _floor).scalar_subquery()
    needed = or_(*(policy.c.version.in_(versions) for versions in travelled), policy.c.version == newest)
    return sql(
        select(*COMPANY_COLUMNS).where(and_(policy.c.floor == _floor, needed)).order_by(policy.c.version)
    )


_POLICIES = _needed_policies()


def _newest_moment() -> bytes:
    fact = tables.fact
    moment = cast(fact.c.entry["at"].astext, Float)
    return sql(select(moment).where(fact.c.floor == _floor).order_by(fact.c.seq.desc()).limit(1))


_NEWEST_MOMENT = _newest_moment()

LONGEST_CALL_S = 24 * 60 * 60
"""A talk begins so long after the call came in, at the most."""


def _last_talks() -> bytes:
    contact = tables.contact
    since = cast(contact.c.record["talk"]["since"].astext, Float)
    earliest = func.to_timestamp(bindparam("since", type_=Double))
    talked = select(contact.c.caller, contact.c.agent, since).where(
        contact.c.floor == _floor,
        contact.c.arrived_at >= earliest,
        contact.c.caller.is_not(None),
        contact.c.talk.in_(("talking", "over")),
    )
    return sql(talked.order_by(contact.c.arrived_at.desc()).limit(bindparam("most", type_=Integer)))


_LAST_TALKS = _last_talks()


def _dropped() -> bytes:
    """A call that takes such a place, or does not want it, comes in after that."""
    contact, later = tables.contact, tables.contact.alias("later")
    earliest = func.to_timestamp(bindparam("since", type_=Double))
    asked = later.c.record["again"]
    settled = select(asked["earlier"].astext).where(
        later.c.floor == _floor,
        later.c.arrived_at >= earliest,
        asked["type"].astext.in_(("resumed", "begun_anew")),
    )
    left = select(contact.c.id, cast(contact.c.record, Text)).where(
        contact.c.floor == _floor,
        contact.c.arrived_at >= func.to_timestamp(bindparam("came", type_=Double)),
        contact.c.ended_at >= earliest,
        contact.c.record["life"]["left"]["type"].astext == "queued",
        contact.c.id.not_in(settled),
    )
    newest = left.order_by(contact.c.ended_at.desc()).limit(bindparam("most", type_=Integer))
    return sql(newest)


_DROPPED = _dropped()

_DIALS = b"""
SELECT one->>'contact', (one->>'attempt')::integer, (entry->>'at')::double precision
FROM fact, jsonb_array_elements(entry->'facts') AS one
WHERE floor = %(floor)s AND at >= to_timestamp(%(since)s) AND one->>'type' = 'CustomerDialled'
ORDER BY seq
"""


async def load(dsn: str, floor: str, *, remember_s: float = 0.0, resume_s: float = 0.0) -> Books:
    """Read the live rows, all as of the same moment; and with whom callers talked in the last `remember_s`
    seconds before the newest fact, and who left a line in the last `resume_s`.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        BooksUnreadable: a row was written by a version that this one does not understand.
    """
    async with session(dsn, role="load") as connection:
        await connection.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        await connection.set_read_only(True)
        async with connection.transaction():
            policies = await connection.execute(_POLICIES, {"floor": floor})
            written_until = await _moment(connection, floor)
            return Books(
                contacts=await _records(connection, _CONTACTS, floor, Contact),
                legs=await _records(connection, _LEGS, floor, Leg),
                offers=await _records(connection, _OFFERS, floor, Offer),
                agents=await _records(connection, _AGENTS, floor, Agent),
                overlays=await _records(connection, _OVERLAYS, floor, Overlay),
                experiences=await _records(connection, _EXPERIENCES, floor, Experience),
                policies=tuple(company_file(row) for row in await policies.fetchall()),
                talks=await _talks(connection, floor, remember_s, written_until),
                dropped=await _left(connection, floor, resume_s, written_until),
                dials=await _dials(connection, floor, written_until),
                written_until=written_until,
            )


async def _moment(connection: Connection, floor: str) -> float | None:
    row = await (await connection.execute(_NEWEST_MOMENT, {"floor": floor})).fetchone()
    return row[0] if row else None


async def _talks(
    connection: Connection, floor: str, remember_s: float, until: float | None
) -> tuple[LastTalk, ...]:
    if not remember_s or until is None:
        return ()
    since = until - remember_s - LONGEST_CALL_S
    values = {"floor": floor, "since": since, "most": MOST_TALKS}
    rows = await (await connection.execute(_LAST_TALKS, values)).fetchall()
    talks = (LastTalk(caller=caller, agent=AgentId(agent), since=began) for caller, agent, began in rows)
    return tuple(sorted(talks, key=lambda talk: talk.since))


async def _left(
    connection: Connection, floor: str, resume_s: float, until: float | None
) -> tuple[Contact, ...]:
    if not resume_s or until is None:
        return ()
    since = until - resume_s
    values = {"since": since, "came": since - LONGEST_CALL_S, "most": MOST_DROPPED}
    return tuple(reversed(await _records(connection, _DROPPED, floor, Contact, values)))


async def _dials(connection: Connection, floor: str, until: float | None) -> tuple[Dial, ...]:
    if until is None:
        return ()
    rows = await (await connection.execute(_DIALS, {"floor": floor, "since": until - MINUTE_S})).fetchall()
    return tuple(Dial(contact=ContactId(contact), number=number, at=at) for contact, number, at in rows)


async def _records(
    connection: Connection,
    statement: bytes,
    floor: str,
    kind: type[_R],
    values: Mapping[str, object] | None = None,
) -> tuple[_R, ...]:
    decoder = msgspec.json.Decoder(kind)
    cursor = await connection.execute(statement, {"floor": floor, **(values or {})})
    records = []
    async for row, text in cursor:
        try:
            records.append(decoder.decode(text))
        except msgspec.ValidationError as error:
            table = TABLES[kind].name
            raise BooksUnreadable(table=table, floor=floor, row=row, reason=str(error)) from error
    return tuple(records)
