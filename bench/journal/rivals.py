"""What our journal is measured beside: one as SQLAlchemy's documents would have it, and none at all."""

import asyncio

import msgspec
import psycopg
from sqlalchemy import Table, bindparam, create_engine, insert, update
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.dialects.postgresql import insert as upsert

from acd.model.offer import Offer
from acd.model.outcome import Record
from acd.runtime.ports import Batch
from acd.store import tables
from acd.store.writing import TABLES


class Nothing:
    """A journal that does nothing: what is left is the cost of the bench."""

    async def commit(self, batch: Batch) -> None:
        """Give the event loop a turn, as a real one does."""
        del batch
        await asyncio.sleep(0)


class Executemany:
    """SQLAlchemy's engine, a transaction per batch, executemany per table. Blocks the event loop."""

    def __init__(self, dsn: str, *, epoch: int, commit_no: int) -> None:
        self._engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(dsn))
        self._epoch, self._commit_no = epoch, commit_no
        lease = tables.lease
        self._fence = (
            update(lease)
            .where(lease.c.floor == "main", lease.c.epoch == epoch, lease.c.commit_no == bindparam("before"))
            .values(commit_no=lease.c.commit_no + 1)
        )
        self._upserts = {kind: self._upsert(table) for kind, table in TABLES.items()}

    @staticmethod
    def _upsert(table: Table) -> Insert:
        new = upsert(table)
        key = [table.c.floor, table.c.id]
        return new.on_conflict_do_update(index_elements=key, set_={"record": new.excluded.record})

    async def commit(self, batch: Batch) -> None:
        """Write the same rows and facts under the same fence."""
        records: dict[type[Record], list[dict[str, object]]] = {}
        for row in sorted(batch.rows, key=lambda row: isinstance(row, Offer) and row.is_open):
            records.setdefault(type(row), []).append({"floor": "main", "record": msgspec.to_builtins(row)})
        self._commit_no += 1
        facts = [
            {
                "floor": "main",
                "epoch": self._epoch,
                "commit_no": self._commit_no,
                "contacts": [fact.contact for fact in entry.facts if hasattr(fact, "contact")],
                "agents": [fact.agent for fact in entry.facts if hasattr(fact, "agent")],
                "entry": msgspec.to_builtins(entry),
            }
            for entry in batch.entries
        ]
        with self._engine.begin() as connection:
            moved = connection.execute(self._fence, {"before": self._commit_no - 1})
            assert moved.rowcount == 1
            for kind, rows in records.items():
                connection.execute(self._upserts[kind], rows)
            connection.execute(insert(tables.fact), facts)

    async def close(self) -> None:
        """Leave PostgreSQL."""
        self._engine.dispose()
