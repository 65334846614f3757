"""Versions of the company file."""

import hashlib

import msgspec
from psycopg.rows import TupleRow
from sqlalchemy import BigInteger, Double, Text, bindparam, cast, func, insert, select

from acd.runtime.ports import LeadershipLost
from acd.store import tables
from acd.store.connection import Connection, Limits, session, sql

AT_START = "the file at the start"
"""Author of a version that came with the start of a service."""


class CompanyFile(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the company file, as it was applied."""

    version: int
    company: str
    """The text of the file."""
    sha256: str
    author: str
    applied_at: float


_policy = tables.policy
COMPANY_COLUMNS = (
    _policy.c.version,
    _policy.c.company,
    _policy.c.sha256,
    _policy.c.author,
    cast(func.extract("epoch", _policy.c.applied_at), Double),
)
"""What a `CompanyFile` is made of, in order."""

_NEWEST = sql(
    select(*COMPANY_COLUMNS)
    .where(_policy.c.floor == bindparam("floor", type_=Text))
    .order_by(_policy.c.version.desc())
    .limit(1)
)
_NEWEST_BY = sql(
    select(*COMPANY_COLUMNS)
    .where(_policy.c.floor == bindparam("floor", type_=Text))
    .where(_policy.c.author == bindparam("author", type_=Text))
    .order_by(_policy.c.version.desc())
    .limit(1)
)
_LEADER = sql(
    select(tables.lease.c.epoch)
    .where(tables.lease.c.floor == bindparam("floor", type_=Text))
    .where(tables.lease.c.epoch == bindparam("epoch", type_=BigInteger))
    .with_for_update()
)
_INSERT = sql(
    insert(_policy)
    .values({name: bindparam(name) for name in ("floor", "version", "company", "sha256", "author")})
    .returning(*COMPANY_COLUMNS)
)


def company_file(row: TupleRow) -> CompanyFile:
    """A row of `COMPANY_COLUMNS`."""
    return msgspec.convert(dict(zip(CompanyFile.__struct_fields__, row, strict=True)), CompanyFile)


async def in_force(dsn: str, floor: str) -> CompanyFile | None:
    """The newest version; None for a floor that never had one.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="policies") as connection:
        return await _newest(connection, floor)


async def newest_by(dsn: str, floor: str, author: str) -> CompanyFile | None:
    """The newest version that this author applied; None if there is none.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    async with session(dsn, role="policies") as connection:
        row = await (await connection.execute(_NEWEST_BY, {"floor": floor, "author": author})).fetchone()
        return None if row is None else company_file(row)


async def to_keep(dsn: str, floor: str, start_file: str) -> CompanyFile | None:
    """What a service that is started with this text goes on with: the version in force, if the last start was
    with the same text, so that a restart takes nothing back that was applied since. None: the text is news.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
    """
    started_with = await newest_by(dsn, floor, AT_START)
    if started_with is None or started_with.company != start_file:
        return None
    return await in_force(dsn, floor)


async def save(dsn: str, floor: str, *, epoch: int, company: str, author: str) -> CompanyFile:
    """Keep the text as the next version, which is then in force. The newest text again, by the same author,
    makes no new version, so that a save of unknown outcome can be repeated.

    Raises:
        JournalAway: PostgreSQL cannot be reached.
        LeadershipLost: the floor is not led under this epoch.
    """
    digest = hashlib.sha256(company.encode()).hexdigest()
    async with session(dsn, role="policies", limits=Limits()) as connection, connection.transaction():
        leader = await connection.execute(_LEADER, {"floor": floor, "epoch": epoch})
        if await leader.fetchone() is None:
            raise LeadershipLost(f"Epoch {epoch} of floor {floor!r} is over: another process leads it.")
        newest = await _newest(connection, floor)
        if newest is not None and (newest.sha256, newest.author) == (digest, author):
            return newest
        version = newest.version + 1 if newest is not None else 1
        values = {"floor": floor, "version": version, "company": company, "sha256": digest, "author": author}
        (row,) = await (await connection.execute(_INSERT, values)).fetchall()
        return company_file(row)


async def _newest(connection: Connection, floor: str) -> CompanyFile | None:
    row = await (await connection.execute(_NEWEST, {"floor": floor})).fetchone()
    return None if row is None else company_file(row)
