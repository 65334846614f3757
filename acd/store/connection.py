"""Connections that cannot hang: every wait for PostgreSQL has a limit, on its side and on ours."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import TupleRow
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg, PGDialect_psycopg
from sqlalchemy.sql import ClauseElement

from acd.runtime.ports import JournalAway

Connection = psycopg.AsyncConnection[TupleRow]

AWAY = (psycopg.OperationalError, psycopg.InternalError, psycopg.InterfaceError)
"""What psycopg raises when the fault is PostgreSQL's, or the way's to it, and not the statement's."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How long is waited for what, in seconds."""

    connect_s: int = 2
    """For a new connection; less than 2 is not possible."""
    statement_s: float = 2.0
    """PostgreSQL gives a statement up by itself."""
    lock_s: float = 1.0
    """PostgreSQL gives waiting for a lock up by itself."""
    transaction_s: float = 5.0
    """PostgreSQL ends a session that leaves its transaction open so long: that of a leader cut off half
    way."""
    answer_s: float = 3.0
    """We give the connection up: PostgreSQL, its machine or the network is stalled."""


PATIENT = Limits(statement_s=30.0, lock_s=10.0, transaction_s=60.0, answer_s=40.0)
"""For reading at start and for questions of people."""


class _Compiler(PGCompiler_psycopg):
    """Writes constants out: who executes the text has values for the named parameters only."""

    def visit_bindparam(self, bindparam: Any, *args: Any, **options: Any) -> Any:
        options["literal_binds"] = options.get("literal_binds") or not bindparam.required
        return super().visit_bindparam(bindparam, *args, **options)  # type: ignore[no-untyped-call]


class _Dialect(PGDialect_psycopg):
    statement_compiler = _Compiler


_DIALECT = _Dialect()  # type: ignore[no-untyped-call]


def sql(statement: ClauseElement) -> bytes:
    """The text of a Core statement for psycopg: a named placeholder for each `bindparam`, constants written
    out.

    Compile once, at import.
    """
    return str(statement.compile(dialect=_DIALECT)).encode()


async def connect(dsn: str, *, role: str, limits: Limits) -> Connection:
    """A new session in autocommit mode; `role` is what pg_stat_activity calls it, such as ``journal``.

    Raises:
        psycopg.OperationalError: PostgreSQL refused, or did not answer within `limits.connect_s`.
    """
    settings = {
        "statement_timeout": limits.statement_s,
        "lock_timeout": limits.lock_s,
        "idle_in_transaction_session_timeout": limits.transaction_s,
    }
    options = [str(conninfo_to_dict(dsn).get("options") or "")]
    options += [f"-c {name}={int(limit_s * 1000)}" for name, limit_s in settings.items()]
    conninfo = make_conninfo(
        dsn,
        application_name=f"acd {role}",
        connect_timeout=limits.connect_s,
        keepalives_idle=5,
        keepalives_interval=2,
        keepalives_count=3,
        tcp_user_timeout=int(limits.answer_s * 1000),
        options=" ".join(options).strip(),
    )
    return await psycopg.AsyncConnection.connect(conninfo, autocommit=True)


@contextmanager
def cut_after(connection: Connection, limit_s: float) -> Iterator[None]:
    """Cut the connection if the block takes longer; whoever waits for an answer in it gets an
    OperationalError.

    Cancelling the wait instead would not do: psycopg then asks the stalled server, politely, to cancel.
    """
    timer = asyncio.get_running_loop().call_later(limit_s, _cut, connection)
    try:
        yield
    finally:
        timer.cancel()


@asynccontextmanager
async def session(dsn: str, *, role: str, limits: Limits = PATIENT) -> AsyncIterator[Connection]:
    """A connection for the length of the block.

    Raises:
        JournalAway: PostgreSQL cannot be reached, or does not answer.
    """
    try:
        connection = await connect(dsn, role=role, limits=limits)
        try:
            with cut_after(connection, limits.answer_s):
                yield connection
        finally:
            await connection.close()
    except AWAY as error:
        raise away(error) from error


def away(error: Exception) -> JournalAway:
    """The error of the port for one of psycopg's."""
    return JournalAway(f"PostgreSQL is out of reach: {str(error).strip() or type(error).__name__}")


def _cut(connection: Connection) -> None:
    if connection.closed:
        return
    with socket.socket(fileno=os.dup(connection.fileno())) as wire:
        wire.shutdown(socket.SHUT_RDWR)
