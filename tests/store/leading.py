"""Somebody who leads a floor, for tests."""

import asyncio

import psycopg

from acd.runtime.process import NOBODY_KNOWS
from acd.store.lease import Leadership, connect_candidate, take
from acd.store.stand_by import holder_of, oust


def one(dsn: str, query: str, *values: object) -> object:
    """The only value of the first row."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        row = connection.execute(query.encode(), values).fetchone()
    assert row is not None
    return row[0]


def execute(dsn: str, statement: str) -> None:
    """Do what has no answer."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement.encode())


async def lead(
    dsn: str,
    floor: str = "main",
    holder: str = "the test",
    *,
    process: str = NOBODY_KNOWS,
    at: float = 0.0,
) -> Leadership:
    """Take the leadership as soon as the lock is free."""
    connection = await connect_candidate(dsn)
    async with asyncio.timeout(5):
        while True:
            leadership = await take(connection, dsn, floor, holder, process=process, at=at)
            if leadership is not None:
                return leadership
            await connection.execute("SELECT pg_sleep(0.005)")


async def lead_by_force(dsn: str, floor: str = "main", holder: str = "another") -> Leadership:
    """End the session of whoever leads, and take the leadership."""
    connection = await connect_candidate(dsn)
    silent = await holder_of(connection, floor)
    assert silent is not None
    assert await oust(connection, floor, silent)
    await connection.close()
    return await lead(dsn, floor, holder)
