"""Seeing who waits for whom in PostgreSQL."""

import psycopg


async def waiting_for_locks(dsn: str, sessions: int) -> None:
    """Return when so many sessions of the database wait for a lock."""
    ours = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    waiting = f"{ours} AND wait_event_type = 'Lock'"
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        while await (await connection.execute(waiting)).fetchone() != (sessions,):
            await connection.execute("SELECT pg_sleep(0.005)")
