"""What has happened: for people who ask, and for machines that follow."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import BigInteger, Double, Integer, Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY, array

from acd.model.contact import Contact
from acd.model.fact import Fact
from acd.model.ids import AgentId, ContactId
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry
from acd.store import tables
from acd.store.connection import session, sql


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it stands in the fact table."""

    seq: int
    """Its place among the entries of its floor; there may be gaps."""
    entry: Entry


class _Loose(msgspec.Struct):
    """An entry whose facts are not read yet."""

    at: float
    facts: tuple[msgspec.Raw, ...]


class _Kind(msgspec.Struct):
    """The name of a fact."""

    name: str = msgspec.field(name="type")


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many live rows a floor has."""

    contacts: int
    queued: int
    talking: int
    open_offers: int
    agents_logged_in: int


_fact, _contact, _offer, _agent = tables.fact, tables.contact, tables.offer, tables.agent
_overlay = tables.overlay
_floor = bindparam("floor", type_=Text)

_ENTRIES = select(_fact.c.seq, cast(_fact.c.entry, Text)).where(_fact.c.floor == _floor).order_by(_fact.c.seq)
_THIS_ONE = cast(array([bindparam("contact", type_=Text)]), ARRAY(Text))
_STORY = sql(_ENTRIES.where(_fact.c.contacts.contains(_THIS_ONE)))
_BETWEEN = sql(
    _ENTRIES.where(_fact.c.seq > bindparam("after", type_=BigInteger))
    .where(_fact.c.at >= func.to_timestamp(bindparam("since", type_=Double)))
    .where(_fact.c.at < func.to_timestamp(bindparam("until", type_=Double)))
    .limit(bindparam("limit", type_=Integer))
)

_LIVE = _contact.c.ended_at.is_(None)
_OPEN_CONTACTS = sql(
    select(cast(_contact.c.record, Text))
    .where(_contact.c.floor == _floor, _LIVE)
    .order_by(_contact.c.arrived_at)
)
_CONTACT = sql(
    select(cast(_contact.c.record, Text)).where(
        _contact.c.floor == _floor, _contact.c.id == bindparam("contact", type_=Text)
    )
)


_PAST_OVERLAYS = sql(
    select(cast(_overlay.c.record, Text))
    .where(_overlay.c.floor == _floor, _overlay.c.state == "past")
    .order_by(_overlay.c.begins_at.desc(), _overlay.c.id)
    .limit(bindparam("limit", type_=Integer))
)


def _counts() -> bytes:
    open_offers = select(func.count()).where(_offer.c.floor == _floor, _offer.c.closed_at.is_(None))
    logged_in = select(func.count()).where(_agent.c.floor == _floor, _agent.c.phone.is_not(None))
    return sql(
        select(
            func.count(),
            func.count().filter(_contact.c.place == "queued"),
            func.count().filter(_contact.c.talk.in_(("joining", "talking"))),
            open_offers.scalar_subquery(),
            logged_in.scalar_subquery(),
        ).where(_contact.c.floor == _floor, _LIVE)
    )


_COUNTS = _counts()
_entry_decoder = msgspec.json.Decoder(Entry)
_fact_decoder: msgspec.json.Decoder[Fact] = msgspec.json.Decoder(Fact)
_contact_decoder = msgspec.json.Decoder(Contact)
_overlay_decoder = msgspec.json.Decoder(Overlay)


async def story_of(dsn: str, floor: str, contact: ContactId) -> list[Entry]:
    """All that speaks of a contact, in the order in which it happened. An entry is whole: neighbours stand in
    it too.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    return [recorded.entry for recorded in await _entries(dsn, _STORY, {"floor": floor, "contact": contact})]


TALKED_WITHIN_S = 7 * 86400.0
"""Whoever came longer ago is nobody's last customer."""


def _last_contact() -> bytes:
    earliest = func.to_timestamp(bindparam("since", type_=Double))
    since = cast(_contact.c.record["talk"]["since"].astext, Double)
    talked = select(cast(_contact.c.record, Text)).where(
        _contact.c.floor == _floor,
        _contact.c.arrived_at >= earliest,
        _contact.c.agent == bindparam("agent", type_=Text),
        _contact.c.talk.in_(("talking", "over")),
    )
    return sql(talked.order_by(since.desc()).limit(1))


_LAST_CONTACT = _last_contact()


async def last_contact_of(dsn: str, floor: str, agent: AgentId, *, now: float) -> Contact | None:
    """With whom an agent has talked last, if that is not long ago.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="queries") as connection:
        values = {"floor": floor, "agent": agent, "since": now - TALKED_WITHIN_S}
        row = await (await connection.execute(_LAST_CONTACT, values)).fetchone()
        return _contact_decoder.decode(row[0]) if row else None


async def facts_between(
    dsn: str, floor: str, *, since: float, until: float, after: int = 0, limit: int = 1000
) -> list[Recorded]:
    """One page of the entries from the moment `since` up to and without `until`, in order; an empty one is
    the end.

    Give the last `seq` of a page as `after` for the next. A floor has one writer, so an entry never appears
    before a page that has been read: a follower that keeps its `after` misses nothing.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    values = {"floor": floor, "since": since, "until": until, "after": after, "limit": limit}
    return await _entries(dsn, _BETWEEN, values)


async def contact(dsn: str, floor: str, contact_id: ContactId) -> Contact | None:
    """A contact, live or ended; None if the floor never had it.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    found = await _contacts(dsn, _CONTACT, {"floor": floor, "contact": contact_id})
    return found[0] if found else None


async def open_contacts(dsn: str, floor: str) -> list[Contact]:
    """The contacts not ended, in the order of their arrival.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    return await _contacts(dsn, _OPEN_CONTACTS, {"floor": floor})


async def past_overlays(dsn: str, floor: str, *, limit: int) -> list[Overlay]:
    """Absences and incidents that are over or were called off, those that began last before others.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="queries") as connection:
        cursor = await connection.execute(_PAST_OVERLAYS, {"floor": floor, "limit": limit})
        return [_overlay_decoder.decode(text) async for (text,) in cursor]


async def counts(dsn: str, floor: str) -> Counts:
    """How many of what there are at this moment.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="queries") as connection:
        (row,) = await (await connection.execute(_COUNTS, {"floor": floor})).fetchall()
    return msgspec.convert(dict(zip(Counts.__struct_fields__, row, strict=True)), Counts)


async def _entries(dsn: str, statement: bytes, values: Mapping[str, object]) -> list[Recorded]:
    async with session(dsn, role="queries") as connection:
        cursor = await connection.execute(statement, values)
        return [Recorded(seq=seq, entry=_entry(text)) async for seq, text in cursor]


def _entry(text: str) -> Entry:
    """The entry; without the facts that only a newer version understands, which it names."""
    try:
        return _entry_decoder.decode(text)
    except msgspec.ValidationError:
        pass
    loose = msgspec.json.decode(text, type=_Loose)
    facts: list[Fact] = []
    unread: list[str] = []
    for each in loose.facts:
        try:
            facts.append(_fact_decoder.decode(each))
        except msgspec.ValidationError:
            unread.append(msgspec.json.decode(each, type=_Kind).name)
    return Entry(at=loose.at, facts=tuple(facts), unread=tuple(unread))


async def _contacts(dsn: str, statement: bytes, values: Mapping[str, object]) -> list[Contact]:
    async with session(dsn, role="queries") as connection:
        cursor = await connection.execute(statement, values)
        return [_contact_decoder.decode(text) async for (text,) in cursor]
