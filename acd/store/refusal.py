"""Naming the row that the tables refuse, so that its neighbours need not fail with it for ever."""

from collections.abc import Mapping

import psycopg

from acd.runtime.ports import Batch
from acd.store.connection import Connection
from acd.store.writing import WRITE, Step, Written, parameters, steps

REFUSALS = (psycopg.IntegrityError, psycopg.DataError, UnicodeEncodeError)
"""What a row can be refused with: a constraint, a value PostgreSQL cannot keep, a text that is not
Unicode."""

Refusal = psycopg.IntegrityError | psycopg.DataError | UnicodeEncodeError


class JournalRefused(Exception):
    """A row of the batch breaks a rule of the tables; nothing of the batch was written."""

    def __init__(self, *, record: Written | None, constraint: str, detail: str) -> None:
        super().__init__(
            f"{constraint} refuses {record}: {detail}. Commit the batch without the outcome it belongs to."
        )
        self.record = record
        """None if the row was accepted when tried again: somebody else had changed the tables."""
        self.constraint = constraint
        """Its name, or the kind of error where no constraint is broken but a value cannot be kept."""


async def refusal(
    connection: Connection, batch: Batch, numbers: Mapping[str, object], error: Refusal
) -> JournalRefused:
    """Try the rows in ever smaller parts, in a transaction that is rolled back, until one fails as the batch
    did."""
    broken = _broken(error)
    record: Written | None = None
    async with connection.transaction(force_rollback=True):
        for step in steps(batch):
            record = record or await _culprit(connection, step, numbers, broken)
    return JournalRefused(record=record, constraint=broken, detail=str(error).strip().replace("\n", " "))


async def _culprit(
    connection: Connection, step: Step, numbers: Mapping[str, object], broken: str
) -> Written | None:
    failure = await _try(connection, step, numbers)
    if failure is None or _broken(failure) != broken:
        return None
    if len(step.rows) == 1:
        return step.rows[0]
    middle = len(step.rows) // 2
    for rows in (step.rows[:middle], step.rows[middle:]):
        part = Step(kind=step.kind, rows=rows)
        if (record := await _culprit(connection, part, numbers, broken)) is not None:
            return record
    return None


async def _try(connection: Connection, step: Step, numbers: Mapping[str, object]) -> Refusal | None:
    try:
        async with connection.transaction():
            await connection.execute(WRITE, {**numbers, **parameters([step])})
    except REFUSALS as failure:
        return failure
    return None


def _broken(error: Refusal) -> str:
    if isinstance(error, UnicodeEncodeError):
        return type(error).__name__
    return error.diag.constraint_name or type(error).__name__
