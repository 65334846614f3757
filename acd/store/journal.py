"""The journal: one transaction and one round trip for a batch, fenced by epoch and commit number.

The rules
- Fence, rows and facts are one statement, and so one transaction. What is too much for one statement leaves
  as BEGIN, fence, parts and COMMIT in one pipeline. When another process leads, the fence fails the
  transaction inside PostgreSQL.
- Nobody else raises `commit_no` under our epoch. So a commit whose outcome is unknown, because the connection
  was lost, is settled by reading the number back. Should the lost session finish it only after we looked, the
  fence refuses the second writing, and the number then says that the first one got through.
- After any doubt the connection is thrown away.
"""

import psycopg

from acd.runtime.ports import Batch, LeadershipLost
from acd.store.connection import AWAY, Connection, Limits, away, connect, cut_after
from acd.store.refusal import REFUSALS, refusal
from acd.store.writing import COMMIT, FENCE, NOT_LEADING, READ_BACK, WRITE, parameters, steps

_ROW_S = 0.001
"""More patience for each row. It counts after a long absence of PostgreSQL; a row takes about 0.05 ms."""


class PostgresJournal:
    """Writes the batches of one floor under one epoch (`acd.runtime.ports.Journal`), one after the other."""

    def __init__(
        self, dsn: str, *, floor: str, epoch: int, commit_no: int, limits: Limits | None = None
    ) -> None:
        self._dsn = dsn
        self._floor = floor
        self._epoch = epoch
        self._commit_no = commit_no
        self._limits = limits or Limits()
        self._connection: Connection | None = None
        self._doubtful: Batch | None = None
        self._lost = False

    @property
    def commit_no(self) -> int:
        """Number of the last commit known to be written."""
        return self._commit_no

    async def commit(self, batch: Batch) -> None:
        """Write the batch in one transaction.

        Raises:
            JournalAway: PostgreSQL cannot be reached or does not answer. Commit the *same* batch again.
            LeadershipLost: the fence refused it; every later commit raises this too.
            JournalRefused: a row breaks a rule of the tables; nothing was written, others may be.
            ValueError: it is still unknown whether the batch before was written.
        """
        if self._lost:
            raise self._leadership_lost()
        if self._doubtful is not None and self._doubtful is not batch and self._doubtful != batch:
            raise ValueError(
                "It is unknown whether the batch before was written: commit that one again first."
            )
        settled = False
        try:
            if self._connection is None:
                self._connection = await connect(self._dsn, role="journal", limits=self._limits)
            limit_s = self._limits.answer_s + _ROW_S * (len(batch.rows) + len(batch.entries))
            with cut_after(self._connection, limit_s):
                await self._settle(self._connection, batch)
            settled = True
        except AWAY as error:
            raise away(error) from error
        finally:
            if not settled:
                await self.close()
        self._commit_no += 1

    async def close(self) -> None:
        """Leave PostgreSQL. A later commit would connect again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _settle(self, connection: Connection, batch: Batch) -> None:
        """See to it that the batch is written, once."""
        tried_before = self._doubtful is not None
        if not (tried_before and await self._is_written(connection)):
            self._doubtful = batch
            try:
                await self._write(connection, batch)
            except REFUSALS as error:
                self._doubtful = None
                await connection.execute("ROLLBACK")
                raise await refusal(connection, batch, self._numbers(), error) from error
            except psycopg.DatabaseError as error:
                if error.sqlstate != NOT_LEADING:
                    raise
                await connection.execute("ROLLBACK")
                if not (tried_before and await self._is_written(connection)):
                    self._lost = True
                    raise self._leadership_lost() from error
        self._doubtful = None

    async def _write(self, connection: Connection, batch: Batch) -> None:
        numbers = self._numbers()
        todo = steps(batch)
        if len(todo) == len({step.kind for step in todo}):
            await connection.execute(COMMIT, {**numbers, **parameters(todo)}, prepare=True)
            return
        writes = [{**numbers, **parameters([step])} for step in todo]
        async with connection.pipeline():
            await connection.execute("BEGIN")
            await connection.execute(FENCE, numbers, prepare=True)
            for write in writes:
                await connection.execute(WRITE, write, prepare=True)
            await connection.execute("COMMIT")

    async def _is_written(self, connection: Connection) -> bool:
        """Whether the commit of unknown outcome got through."""
        found = await (await connection.execute(READ_BACK, {"floor": self._floor})).fetchone()
        if found == (self._epoch, self._commit_no + 1):
            return True
        if found == (self._epoch, self._commit_no):
            return False
        self._lost = True
        raise self._leadership_lost()

    def _numbers(self) -> dict[str, object]:
        return {"floor": self._floor, "epoch": self._epoch, "commit_no": self._commit_no + 1}

    def _leadership_lost(self) -> LeadershipLost:
        return LeadershipLost(
            f"Another process leads floor {self._floor!r}: "
            f"our epoch {self._epoch} ended with commit {self._commit_no}."
        )
