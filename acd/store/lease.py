"""Who leads a floor: a session that holds an advisory lock, and an epoch that every taker raises.

The lock keeps two processes from leading at once while PostgreSQL sees both. The epoch fences off the one it
did not see: that one's next commit finds the epoch raised (`journal`). Who waits for a lock that is held, and
when it is taken from a holder by force, is the matter of `stand_by`.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Text, bindparam, column, func, select, table, update
from sqlalchemy.dialects.postgresql import insert

from acd.runtime.ports import JournalAway
from acd.store import tables
from acd.store.connection import AWAY, Connection, Limits, away, connect, cut_after, sql
from acd.store.migrate import working_role

_RAISE_S = 10.0
"""For raising the epoch. A leader cut off in the middle of a commit may hold the row for
`Limits.transaction_s`."""
ANSWER_S = 2.0
"""For any other answer. A leader whose connection has broken unnoticed has another one soon after, and long
before it seems silent (`stand_by.STALE_S`)."""
_END_MS = 5000

_lease = tables.lease
_sessions = table("pg_stat_activity", column("pid"), column("backend_start"))
_floor = bindparam("floor", type_=Text)
_epoch = bindparam("epoch", type_=BigInteger)
_ourselves = {
    "backend_pid": func.pg_backend_pid(),
    "backend_start": select(_sessions.c.backend_start)
    .where(_sessions.c.pid == func.pg_backend_pid())
    .scalar_subquery(),
}


def _raise_epoch() -> bytes:
    """Returns also who led before, as the row was when the statement began."""
    named = {name: bindparam(name, type_=Text) for name in ("holder", "process")}
    first = insert(_lease).values(floor=_floor, epoch=1, commit_no=0, **named, **_ourselves)
    again = {"epoch": _lease.c.epoch + 1, "taken_at": func.now()}
    again |= {name: first.excluded[name] for name in (*named, *_ourselves)}
    upsert = first.on_conflict_do_update(index_elements=[_lease.c.floor], set_=again)
    before = _lease.alias("before")
    former = [
        select(column).where(before.c.floor == _floor).scalar_subquery()
        for column in (before.c.process, before.c.backend_pid, before.c.backend_start)
    ]
    return sql(upsert.returning(_lease.c.epoch, _lease.c.commit_no, *former))


def _end_recorded_session() -> bytes:
    """Of this epoch; if it is still that same one, for process ids come again."""
    ended = func.pg_terminate_backend(_sessions.c.pid, _END_MS)
    same = (_sessions.c.pid == _lease.c.backend_pid) & (_sessions.c.backend_start == _lease.c.backend_start)
    ours = (_lease.c.floor == _floor) & (_lease.c.epoch == _epoch)
    return sql(select(ended).select_from(_lease.join(_sessions, same)).where(ours))


_TRY_LOCK = sql(select(func.pg_try_advisory_lock(bindparam("key", type_=BigInteger))))
_RAISE_EPOCH = _raise_epoch()
_END_RECORDED_SESSION = _end_recorded_session()
_PROOF = sql(select(_lease.c.epoch).where(_lease.c.floor == _floor))
_OURS = update(_lease).where(_lease.c.floor == _floor, _lease.c.epoch == _epoch)
_RETURN = sql(_OURS.values(**_ourselves))
_GIVE_UP = sql(_OURS.values(process=None))


@dataclass(frozen=True, kw_only=True)
class Former:
    """Who led a floor before, and may still believe to."""

    process: str
    """See `acd.runtime.process`."""
    pid: int
    """Of the session that held the lock."""
    began_at: datetime
    """Of that session, for process ids come again."""


class Leadership:
    """The right to write one floor's books, proved anew by `still_leading`. Made by `take`."""

    def __init__(
        self,
        dsn: str,
        *,
        floor: str,
        epoch: int,
        commit_no: int,
        former: Former | None,
        proved_at: float,
        connection: Connection,
    ) -> None:
        self.floor = floor
        self.epoch = epoch
        self.commit_no = commit_no
        """The number of the floor's last commit when it was taken."""
        self.former = former
        """None if the floor is new, or was let go of in order."""
        self.proved_at = proved_at
        """Moment of the last proof, on the clock of whoever asked for it."""
        self.alone_from = proved_at
        """From when nobody who led before sends anything more; to be set if not at once."""
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
        try:
            if self._connection is None:
                self._connection = await connect_candidate(self._dsn)
                with cut_after(self._connection, _RAISE_S):
                    leading = await self._lock_again(self._connection)
            else:
                with cut_after(self._connection, ANSWER_S):
                    leading = await self._proof(self._connection)
        except AWAY as error:
            await self.release()
            raise away(error) from error
        except JournalAway:
            await self.release()
            raise
        if leading:
            self.proved_at = at
        else:
            await self.release()
        return leading

    async def give_up(self) -> None:
        """Let go in order, once everything has ended that sends: the next one begins at once."""
        if self._connection is not None:
            with suppress(*AWAY), cut_after(self._connection, ANSWER_S):
                await self._connection.execute(_GIVE_UP, {"floor": self.floor, "epoch": self.epoch})
        await self.release()

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
        await connection.execute(_END_RECORDED_SESSION, {"floor": self.floor, "epoch": self.epoch})
        if await _locked(connection, self.floor):
            values = {"floor": self.floor, "epoch": self.epoch}
            return (await connection.execute(_RETURN, values)).rowcount == 1
        if await self._proof(connection):
            raise JournalAway("Somebody has our floor's lock and has not raised the epoch: asking again.")
        return False


async def connect_candidate(dsn: str) -> Connection:
    """A session that can become a leader's. Its name tells others which code runs here.

    Raises:
        psycopg.OperationalError: PostgreSQL refused, or did not answer in time.
    """
    return await connect(dsn, role=working_role(), limits=Limits(statement_s=_RAISE_S, lock_s=_RAISE_S))


async def take(
    connection: Connection, dsn: str, floor: str, holder: str, *, process: str, at: float
) -> Leadership | None:
    """Take the leadership of a floor if its lock is free, and raise the epoch, so that nobody else's commits
    get through any more.

    Args:
        connection: from `connect_candidate`; belongs to the leadership from then on. dsn: for later ones.
        holder: who takes it, for people: host and process. process: the same for `acd.runtime.process`.
        at: the caller's clock, read before the call; the first proof counts from it.

    Raises:
        psycopg.OperationalError: no answer. The connection is to be closed.
    """
    with cut_after(connection, ANSWER_S):
        if not await _locked(connection, floor):
            return None
    with cut_after(connection, _RAISE_S):
        values = {"floor": floor, "holder": holder, "process": process}
        (row,) = await (await connection.execute(_RAISE_EPOCH, values)).fetchall()
    epoch, commit_no, led_before, pid, began_at = row
    return Leadership(
        dsn,
        floor=floor,
        epoch=epoch,
        commit_no=commit_no,
        former=None if led_before is None else Former(process=led_before, pid=pid, began_at=began_at),
        proved_at=at,
        connection=connection,
    )


def lock_key(floor: str) -> int:
    """The key of a floor's advisory lock: 64 bits, signed."""
    digest = hashlib.sha256(f"acd floor {floor}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)


async def _locked(connection: Connection, floor: str) -> bool:
    asked = await connection.execute(_TRY_LOCK, {"key": lock_key(floor)}, prepare=True)
    return await asked.fetchone() == (True,)
