"""Standing by: wait for the leadership of a floor, and take it from a holder that has ended or fallen silent.

A leader that ends, however it ends, loses its session, and the lock is free at once. One that is frozen, or
whose machine is cut off, keeps both for ever: it is ousted when its session has asked nothing for `STALE_S`.
That is seen by looking, not by the difference of two clocks: the session is the same, idle, and its state has
not changed, in all looks of ours over that time. So a clock that is set ousts nobody.

A leader that is alive must never be ousted, and PostgreSQL may be what has stalled, for both of us. So:

- a question that is not answered promptly, and a pause of ours, make every look before it worthless;
- after an absence of PostgreSQL the lock is free because all sessions were lost. The leader, which has lost
  its own as we have, gets `HEAD_START_S` to come back.

A lock that is free does not prove that nobody acts as the leader any more: its session may have broken while
it was stopped. Who takes it begins at once only if the one before let go in order, or has ended for certain,
or was ousted long after its lease; else when that lease has run out (`Leadership.alone_from`).

The lock is asked for ten times a second instead of waited for in PostgreSQL: a statement that waits for days
keeps its snapshot for days, and the row that every commit changes could not be cleaned up meanwhile.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import (
    BigInteger,
    DateTime,
    Integer,
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    select,
    table,
)
from sqlalchemy.sql.elements import ColumnElement

from acd.runtime.clock import Clock
from acd.runtime.lease import alone_from
from acd.runtime.process import has_ended, own_process
from acd.store import tables
from acd.store.connection import AWAY, Connection, away, cut_after, sql
from acd.store.lease import ANSWER_S, Leadership, connect_candidate, lock_key, take

log = structlog.get_logger(__name__)

STALE_S = 5.0
"""So long a leader's session may ask nothing.

More than the lease and a second: a leader asks every second (`runtime.tenure.PROOF_EVERY_S`), and its lease
(`LEASE_S`) may count from a commit that is a second younger than its last question. So when it is ousted,
nothing that it had decided may be sent any more.

More than it takes a leader whose connection broke unnoticed to have another: a second, `lease.ANSWER_S`, and
the second before it tries again.
"""

HEAD_START_S = 3.0
"""For a leader to come back after PostgreSQL was away: it may be a second before it asks, and one more before
it asks again.
"""

ASK_EVERY_S = 0.1
LOOK_EVERY_S = 1.0
PAUSE_S = 1.0
"""A longer time between two questions means that we did not run, or that PostgreSQL was slow. A stall that
costs a leader its session is noticed by us as well: we ask more often, and are no more patient.
"""

_END_MS = 1000

_lease = tables.lease
_sessions = table("pg_stat_activity", *map(column, ("pid", "backend_start", "state", "state_change")))
_locks = table(
    "pg_locks", *map(column, ("locktype", "database", "classid", "objid", "objsubid", "granted", "pid"))
)
_databases = table("pg_database", column("oid"), column("datname"))


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who leads, and its session as PostgreSQL shows it. Equal to an earlier look if nothing was asked or
    committed in between.
    """

    name: str | None
    """For people. None for one that has the lock, and not raised the epoch yet."""
    since: datetime | None
    pid: int
    began_at: datetime
    state: str
    changed_at: datetime | None
    commit_no: int | None
    """Of the floor's last commit."""

    def __str__(self) -> str:
        if self.name is None or self.since is None:
            return "a process that has only just begun"
        return f"{self.name} since {self.since:%Y-%m-%d %H:%M:%S %Z}"


def _of_holder(*columns: ColumnElement[Any]) -> Select[Any]:
    """What is asked about the session that has the lock. PostgreSQL shows its key in two halves."""
    recorded = (
        (_lease.c.floor == bindparam("floor", type_=Text))
        & (_lease.c.backend_pid == _sessions.c.pid)
        & (_lease.c.backend_start == _sessions.c.backend_start)
    )
    here = select(_databases.c.oid).where(_databases.c.datname == func.current_database())
    return (
        select(*columns)
        .select_from(_locks.join(_sessions, _sessions.c.pid == _locks.c.pid).outerjoin(_lease, recorded))
        .where(_locks.c.locktype == "advisory", _locks.c.granted, _locks.c.objsubid == 1)
        .where(_locks.c.database == here.scalar_subquery())
        .where(cast(_locks.c.classid, BigInteger) == bindparam("high", type_=BigInteger))
        .where(cast(_locks.c.objid, BigInteger) == bindparam("low", type_=BigInteger))
    )


_HOLDER = sql(
    _of_holder(
        _lease.c.holder,
        _lease.c.taken_at,
        _sessions.c.pid,
        _sessions.c.backend_start,
        func.coalesce(_sessions.c.state, "unknown"),
        _sessions.c.state_change,
        _lease.c.commit_no,
    )
)
_END = sql(
    _of_holder(func.pg_terminate_backend(_sessions.c.pid, _END_MS))
    .where(_sessions.c.pid == bindparam("pid", type_=Integer))
    .where(_sessions.c.backend_start == bindparam("began_at", type_=DateTime(timezone=True)))
    .where(_sessions.c.state == "idle")
    .where(_sessions.c.state_change == bindparam("changed_at", type_=DateTime(timezone=True)))
)


async def holder_of(connection: Connection, floor: str) -> Holder | None:
    """Who leads the floor; None if nobody does."""
    row = await (await connection.execute(_HOLDER, _names(floor), prepare=True)).fetchone()
    if row is None:
        return None
    name, since, pid, began_at, state, changed_at, commit_no = row
    return Holder(
        name=name,
        since=since,
        pid=pid,
        began_at=began_at,
        state=state,
        changed_at=changed_at,
        commit_no=commit_no,
    )


async def oust(connection: Connection, floor: str, silent: Holder) -> bool:
    """End the session of a holder, unless it has stirred since it was seen; whether it was ended."""
    which = {"pid": silent.pid, "began_at": silent.began_at, "changed_at": silent.changed_at}
    row = await (await connection.execute(_END, _names(floor) | which)).fetchone()
    return row == (True,)


class StandBy:
    """One process that wants to lead a floor. `led_by` is told who leads instead, again and again."""

    def __init__(
        self, dsn: str, floor: str, name: str, clock: Clock, *, led_by: Callable[[Holder], None]
    ) -> None:
        """`name`: of this process, for people."""
        self._dsn = dsn
        self._floor = floor
        self._name = name
        self._process = own_process()
        self._clock = clock
        self._led_by = led_by
        self._take_from = 0.0
        """Before that moment a free lock is left alone."""
        self._look_at = 0.0
        self._seen: Holder | None = None
        self._seen_since = 0.0
        self._ousted: Holder | None = None
        self.has_waited = False
        """Whether anybody else was seen to lead."""

    def give_head_start(self) -> None:
        """PostgreSQL was away, or we were: what was seen before says nothing, and a leader may be on its way
        back.
        """
        self._seen = None
        self._take_from = self._clock.since_boot() + HEAD_START_S

    async def lead(self) -> Leadership:
        """Wait, for as long as it takes, until the leadership is ours.

        Raises:
            JournalAway: PostgreSQL cannot be reached, or has stalled. Call it again.
        """
        try:
            connection = await connect_candidate(self._dsn)
            try:
                return await self._wait(connection)
            except BaseException:
                await connection.close()
                raise
        except AWAY as error:
            self.give_head_start()
            raise away(error) from error

    async def _wait(self, connection: Connection) -> Leadership:
        while True:
            asked_at = self._clock.since_boot()
            if asked_at >= self._take_from:
                leadership = await take(
                    connection, self._dsn, self._floor, self._name, process=self._process, at=asked_at
                )
                if leadership is not None:
                    leadership.alone_from = self._alone_from(leadership)
                    return leadership
            if asked_at >= self._look_at:
                self._look_at = asked_at + LOOK_EVERY_S
                with cut_after(connection, ANSWER_S):
                    await self._look(connection, asked_at)
            await asyncio.sleep(ASK_EVERY_S)
            if self._clock.since_boot() - asked_at > PAUSE_S:
                self.give_head_start()

    async def _look(self, connection: Connection, asked_at: float) -> None:
        """See who leads, and oust whoever has been seen the same, idle, for too long."""
        holder = await holder_of(connection, self._floor)
        if holder is None:
            return
        self.has_waited = True
        self._led_by(holder)
        if holder != self._seen:
            self._seen, self._seen_since = holder, asked_at
        elif asked_at - self._seen_since >= STALE_S and await oust(connection, self._floor, holder):
            self._ousted = holder
            log.warning(
                "the leader has fallen silent: its session is ended", floor=self._floor, leader=str(holder)
            )

    def _alone_from(self, leadership: Leadership) -> float:
        """From when nothing more comes of who led before. Its last proof may be as young as our epoch, unless
        it was ousted, and has neither come back nor committed anything since it was seen silent.
        """
        former, ousted = leadership.former, self._ousted
        ended = former is None or has_ended(former.process)
        seen = former and (former.pid, former.began_at, leadership.commit_no)
        silent = ousted is not None and seen == (ousted.pid, ousted.began_at, ousted.commit_no)
        return alone_from(
            self._clock.since_boot(), ended=ended, silent_since=self._seen_since if silent else None
        )


def _names(floor: str) -> dict[str, object]:
    key = lock_key(floor) % 2**64
    return {"floor": floor, "high": key >> 32, "low": key % 2**32}
