"""Who leads a floor: a session that holds an advisory lock, and an epoch that every taker raises.

The lock keeps two processes from leading at once while PostgreSQL sees both. The epoch fences off the one it
did not see: that one's next commit finds the epoch raised (`journal`). A floor is taken by force by ending
the session that is recorded as the holder's, if it is still that same session: process ids come again.
"""

import hashlib

from psycopg.errors import LockNotAvailable
from sqlalchemy import BigInteger, Select, Text, bindparam, column, func, select, table, update
from sqlalchemy.dialects.postgresql import insert

from acd.store import tables
from acd.store.connection import AWAY, Connection, Limits, away, connect, cut_after, sql
from acd.store.migrate import working_role

_RAISE_S = 10.0
"""For raising the epoch. A leader cut off in the middle of a commit may hold the row for
`Limits.transaction_s`."""
_END_MS = 5000

_lease = tables.lease
_sessions = table("pg_stat_activity", column("pid"), column("backend_start"))
_floor = bindparam("floor", type_=Text)
_epoch = bindparam("epoch", type_=BigInteger)
_key = bindparam("key", type_=BigInteger)
_ourselves = {
    "backend_pid": func.pg_backend_pid(),
    "backend_start": select(_sessions.c.backend_start)
    .where(_sessions.c.pid == func.pg_backend_pid())
    .scalar_subquery(),
}


def _raise_epoch() -> bytes:
    first = insert(_lease).values(
        floor=_floor, epoch=1, commit_no=0, holder=bindparam("holder", type_=Text), **_ourselves
    )
    again = {"epoch": _lease.c.epoch + 1, "taken_at": func.now()}
    again |= {name: first.excluded[name] for name in ("holder", "backend_pid", "backend_start")}
    upsert = first.on_conflict_do_update(index_elements=[_lease.c.floor], set_=again)
    return sql(upsert.returning(_lease.c.epoch, _lease.c.commit_no))


def _holder_session() -> Select[tuple[bool]]:
    ended = func.pg_terminate_backend(_sessions.c.pid, _END_MS)
    same = (_sessions.c.pid == _lease.c.backend_pid) & (_sessions.c.backend_start == _lease.c.backend_start)
    return select(ended).select_from(_lease.join(_sessions, same)).where(_lease.c.floor == _floor)


_LOCK = sql(select(func.pg_advisory_lock(_key)))
_TRY_LOCK = sql(select(func.pg_try_advisory_lock(_key)))
_RAISE_EPOCH = _raise_epoch()
_HOLDER = sql(select(_lease.c.holder, _lease.c.taken_at).where(_lease.c.floor == _floor))
_END_HOLDER = sql(_holder_session())
_END_HOLDER_OF = sql(_holder_session().where(_lease.c.epoch == _epoch))
_PROOF = sql(select(_lease.c.epoch).where(_lease.c.floor == _floor))
_RETURN = sql(update(_lease).where(_lease.c.floor == _floor, _lease.c.epoch == _epoch).values(**_ourselves))


class FloorHeld(Exception):
    """Another process leads the floor, and PostgreSQL sees it alive."""


class Leadership:
    """The right to write one floor's books, proved anew by `still_leading`. Made by `take`."""

    def __init__(
        self, dsn: str, *, floor: str, epoch: int, commit_no: int, proved_at: float, connection: Connection
    ) -> None:
        self.floor = floor
        self.epoch = epoch
        self.commit_no = commit_no
        """The number of the floor's last commit when it was taken."""
        self.proved_at = proved_at
        """Moment of the last proof, on the clock of whoever asked for it."""
        self._dsn = dsn
        self._connection: Connection | None = connection

    async def still_leading(self, at: float) -> bool:
        """Ask PostgreSQL for a proof; if there is one it counts from `at`, read from the clock *before* the
        call.

        The session of the lock may have been lost with PostgreSQL itself (a restart): then a new one takes
        the lock, if nobody raised the epoch meanwhile.

        Raises:
            JournalAway: no answer. The last proof goes on ageing; ask again.
        """
        limits = Limits()
        try:
            if self._connection is None:
                self._connection = await connect(self._dsn, role=working_role(), limits=limits)
                with cut_after(self._connection, _RAISE_S):
                    leading = await self._lock_again(self._connection)
            else:
                with cut_after(self._connection, limits.answer_s):
                    leading = await self._proof(self._connection)
        except AWAY as error:
            await self.release()
            raise away(error) from error
        if leading:
            self.proved_at = at
        else:
            await self.release()
        return leading

    async def release(self) -> None:
        """Let go: PostgreSQL frees the lock with the session."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _proof(self, connection: Connection) -> bool:
        # The session lives, so the lock is held: the epoch is read to notice a hand that changed the row.
        row = await (await connection.execute(_PROOF, {"floor": self.floor}, prepare=True)).fetchone()
        return row == (self.epoch,)

    async def _lock_again(self, connection: Connection) -> bool:
        # Our lost session may linger in PostgreSQL and hold the lock.
        await connection.execute(_END_HOLDER_OF, {"floor": self.floor, "epoch": self.epoch})
        (locked,) = await (
            await connection.execute(_TRY_LOCK, {"key": _lock_key(self.floor)})
        ).fetchone() or (False,)
        if not locked:
            return False
        return (await connection.execute(_RETURN, {"floor": self.floor, "epoch": self.epoch})).rowcount == 1


async def take(
    dsn: str, floor: str, holder: str, *, at: float, wait_s: float | None = 5.0, oust: bool = False
) -> Leadership:
    """Take the leadership of a floor; the epoch is raised, so that nobody else's commits get through any
    more.

    Args:
        dsn: the database. floor: the floor's name. holder: who takes it, for people: host and process. at:
        the caller's clock, read before the call; the first proof counts from it. wait_s: how long to wait for
        a holder to let go. None stands by for as long as it takes; `at` is old then, so
            ask `still_leading` before anything else.
        oust: end the session of a holder that has not let go in time, instead of failing.

    Raises:
        FloorHeld: it is led by a process that is alive.
        JournalAway: PostgreSQL cannot be reached.
    """
    patience = Limits(statement_s=0, lock_s=0 if wait_s is None else max(wait_s, 0.001))
    try:
        connection = await connect(dsn, role=working_role(), limits=patience)
        try:
            await _lock(connection, floor, oust=oust)
            with cut_after(connection, _RAISE_S):
                values = {"floor": floor, "holder": holder}
                ((epoch, commit_no),) = await (await connection.execute(_RAISE_EPOCH, values)).fetchall()
        except BaseException:
            await connection.close()
            raise
    except AWAY as error:
        raise away(error) from error
    return Leadership(dsn, floor=floor, epoch=epoch, commit_no=commit_no, proved_at=at, connection=connection)


async def _lock(connection: Connection, floor: str, *, oust: bool) -> None:
    key = {"key": _lock_key(floor)}
    try:
        await connection.execute(_LOCK, key)
    except LockNotAvailable:
        if not oust:
            raise await _held(connection, floor) from None
    else:
        return
    await connection.execute(_END_HOLDER, {"floor": floor})
    try:
        await connection.execute(_LOCK, key)
    except LockNotAvailable:
        raise await _held(connection, floor) from None


async def _held(connection: Connection, floor: str) -> FloorHeld:
    row = await (await connection.execute(_HOLDER, {"floor": floor})).fetchone()
    who = (
        "a process that has only just begun"
        if row is None
        else f"{row[0]}, since {row[1]:%Y-%m-%d %H:%M:%S %Z}"
    )
    return FloorHeld(
        f"Floor {floor!r} is led by {who}. Stop that process first, or run this one on another floor."
    )


def _lock_key(floor: str) -> int:
    digest = hashlib.sha256(f"acd floor {floor}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
