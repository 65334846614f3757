"""How long a decision waits for the journal, beside SQLAlchemy's executemany, and what the fence costs.

    python -m bench.journal [--events-per-s 1000] [--seconds 10]

Outcomes of made-up calls come at random moments, open loop. Whatever came while a commit was under way goes
into the next one. The latency of an outcome is from its arrival to the end of its commit. CPU is this
process's for each commit, less that of the same run with a journal that does nothing. PostgreSQL is the
lab's, on this machine, with its default settings: every commit is flushed to disk.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import psycopg
from msgspec.structs import replace
from sqlalchemy import Table, bindparam, create_engine, insert, update
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.dialects.postgresql import insert as upsert

from acd.lab.postgres import PostgresServer
from acd.model.agent import Agent, Idle, OnCall, Ready, Reserved
from acd.model.contact import Contact, Ended, Ending, Queued, Travelled
from acd.model.fact import ContactEnded, Fact, LegAppeared, OfferAnswered, OfferOpened, PlaceTaken, TalkJoined
from acd.model.ids import AgentId, ContactId, LegId, OfferId, PhoneId, QueueId
from acd.model.leg import Asked, Gone, Leg, Ringing, Side, Up
from acd.model.offer import Answered, Offer, Opening
from acd.model.outcome import Record
from acd.model.why import Candidate, Why
from acd.runtime.ports import Batch, Entry, Journal
from acd.runtime.process import NOBODY_KNOWS
from acd.store import tables
from acd.store.connection import Limits, connect
from acd.store.journal import PostgresJournal
from acd.store.lease import connect_candidate, take
from acd.store.migrate import upgrade
from acd.store.writing import FENCE, TABLES

AGENTS = 300
CALLS_AT_ONCE = 100
NOW = 1_760_000_000.123456
SALES = QueueId("sales")
BEST = tuple(Candidate(agent=AgentId(f"agent-{n}"), proficiency=9 - n, idle_s=31.25) for n in range(5))
WHY = Why(
    queue=SALES,
    needs=(),
    order_key=NOW,
    waited_s=12.5,
    candidates=BEST,
    excluded={"busy": 71, "not ready": 12},
    ahead=0,
    policy_version=1,
)

Outcome = tuple[tuple[Record, ...], Entry]


def outcomes() -> Iterator[Outcome]:
    """Those of a hundred calls at a time, one of each in turn."""
    running = [call(n) for n in range(CALLS_AT_ONCE)]
    begun = CALLS_AT_ONCE
    while True:
        for place, calls in enumerate(running):
            outcome = next(calls, None)
            if outcome is None:
                running[place] = call(begun)
                begun += 1
            else:
                yield outcome


def call(n: int) -> Iterator[Outcome]:
    """The outcomes of one call, each with the rows that it really changes."""
    contact_id, offer_id, agent_id = ContactId(f"c1-{n}"), OfferId(f"o1-{n}"), AgentId(f"agent-{n % AGENTS}")
    phone, caller_leg, leg_id = PhoneId(f"{n % AGENTS}"), LegId(f"17600.{n}"), LegId(f"o1-{n}-leg")
    contact = Contact(
        id=contact_id,
        leg=caller_leg,
        did="061234567",
        caller="06709999999",
        language="en",
        arrived_at=NOW,
        policy_version=1,
        journey=Travelled(turn=2),
        place=Queued(queue=SALES, needs=(), since=NOW, order_key=NOW),
    )
    caller = Leg(id=caller_leg, contact=contact_id, side=Side.CALLER, asked_at=NOW, state=Up(answered_at=NOW))
    leg = Leg(
        id=leg_id,
        contact=contact_id,
        side=Side.AGENT,
        asked_at=NOW,
        state=Asked(),
        agent=agent_id,
        offer=offer_id,
        phone=phone,
    )
    offer = Offer(
        id=offer_id,
        contact=contact_id,
        agent=agent_id,
        phone=phone,
        leg=leg_id,
        queue=SALES,
        ring_s=15.0,
        opened_at=NOW,
        state=Opening(until=NOW + 4),
        why=WHY,
    )
    agent = Agent(
        id=agent_id,
        presence=Ready(since=NOW, phone=phone),
        activity=Reserved(since=NOW, offer=offer_id, idle_since=NOW),
    )
    about: dict[str, Any] = {"contact": contact_id, "agent": agent_id}
    yield (contact, caller), _entry(PlaceTaken(contact=contact_id, queue=SALES, needs=(), order_key=NOW))
    opened = OfferOpened(offer=offer_id, phone=phone, leg=leg_id, queue=SALES, why=WHY, **about)
    yield (offer, leg, agent), _entry(opened)
    yield (
        (replace(leg, state=Ringing()),),
        _entry(LegAppeared(leg=leg_id, contact=contact_id, side=Side.AGENT)),
    )
    talking = replace(agent, activity=OnCall(since=NOW, contact=contact_id, wrap_up_s=10.0))
    answered = OfferAnswered(offer=offer_id, leg=leg_id, **about)
    yield (
        (replace(offer, state=Answered(at=NOW)), replace(leg, state=Up(answered_at=NOW)), talking),
        _entry(answered),
    )
    yield (contact,), _entry(TalkJoined(**about))
    over = replace(contact, life=Ended(at=NOW, ending=Ending.SERVED))
    gone = tuple(replace(each, state=Gone(cause=16)) for each in (caller, leg))
    idle = replace(agent, activity=Idle(since=NOW))
    yield (over, *gone, idle), _entry(ContactEnded(contact=contact_id, ending=Ending.SERVED))


def _entry(fact: Fact) -> Entry:
    return Entry(at=NOW, facts=(fact,))


class Nothing:
    """A journal that does nothing: what is left is the cost of the bench."""

    async def commit(self, batch: Batch) -> None:
        """Give the event loop a turn, as a real one does."""
        del batch
        await asyncio.sleep(0)


class Executemany:
    """The rival: SQLAlchemy's engine, a transaction per batch, executemany per table. Blocks the event
    loop."""

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


class Figures(msgspec.Struct, frozen=True):
    """Of one run."""

    waits_ms: list[float]
    commits: int
    cpu_s: float

    def row(self, name: str, idle: "Figures | None") -> str:
        """A line of the table."""
        cpu_us = (self.cpu_s - (idle.cpu_s if idle else 0.0)) / self.commits * 1e6
        p50, p99 = (self.waits_ms[int(len(self.waits_ms) * share)] for share in (0.5, 0.99))
        size = len(self.waits_ms) / self.commits
        return f"{name:<24}{p50:>8.2f}{p99:>8.2f}{self.waits_ms[-1]:>8.1f}{size:>10.1f}{cpu_us:>10.0f}"


async def run(journal: Journal, *, events_per_s: float, seconds: float) -> Figures:
    """Offer the journal the outcomes of `seconds` and wait until the last is written."""
    chance = random.Random(7)  # noqa: S311 - the same moments in every run
    source = outcomes()
    waiting: list[tuple[float, Outcome]] = []
    waits_ms: list[float] = []
    arrived, done = asyncio.Event(), asyncio.Event()
    commits = 0

    async def arrive() -> None:
        at = end = time.perf_counter()
        end += seconds
        while at < end:
            at += chance.expovariate(events_per_s)
            if (early_s := at - time.perf_counter()) > 0:
                await asyncio.sleep(early_s)
            waiting.append((at, next(source)))
            arrived.set()
        done.set()
        arrived.set()

    cpu_s = time.process_time()
    arriving = asyncio.create_task(arrive())
    while waiting or not done.is_set():
        await arrived.wait()
        arrived.clear()
        now, waiting[:] = list(waiting), []
        rows = {(type(row), row.id): row for _, (rows, _) in now for row in rows}
        if now:
            await journal.commit(
                Batch(rows=tuple(rows.values()), entries=tuple(entry for _, (_, entry) in now))
            )
            commits += 1
            waits_ms += [(time.perf_counter() - at) * 1000 for at, _ in now]
    await arriving
    return Figures(sorted(waits_ms), commits, time.process_time() - cpu_s)


FENCES = {
    "none: an UPDATE that may miss": """
        UPDATE lease SET commit_no = %(commit_no)s
        WHERE floor = %(floor)s AND epoch = %(epoch)s AND commit_no = %(commit_no)s - 1""",
    "PL/pgSQL function (taken)": FENCE.decode(),
    "NULL against NOT NULL": """
        UPDATE lease SET commit_no = CASE WHEN epoch = %(epoch)s AND commit_no = %(commit_no)s - 1
        THEN %(commit_no)s END WHERE floor = %(floor)s""",
    "division by zero over a CTE": """
        WITH moved AS (
            UPDATE lease SET commit_no = %(commit_no)s
            WHERE floor = %(floor)s AND epoch = %(epoch)s AND commit_no = %(commit_no)s - 1 RETURNING 1
        ) SELECT 1 / count(*) FROM moved""",
}


async def fences(dsn: str, *, times: int) -> dict[str, float]:
    """Median ms of BEGIN, fence, ROLLBACK in one pipeline, so without a flush to disk. The kinds take
    turns."""
    taken: dict[str, list[float]] = {name: [] for name in FENCES}
    connection = await connect(dsn, role="bench", limits=Limits())
    found = await (await connection.execute("SELECT floor, epoch, commit_no + 1 FROM lease")).fetchone()
    values = dict(zip(("floor", "epoch", "commit_no"), found or (), strict=True))
    for _ in range(times):
        for name, statement in FENCES.items():
            began = time.perf_counter()
            async with connection.pipeline():
                await connection.execute("BEGIN")
                await connection.execute(statement.encode(), values, prepare=True)
                await connection.execute("ROLLBACK")
            taken[name].append((time.perf_counter() - began) * 1000)
    await connection.close()
    return {name: statistics.median(values) for name, values in taken.items()}


async def compare(server: PostgresServer, *, events_per_s: float, seconds: float) -> None:
    """Print both tables."""
    print(f"{events_per_s:g} outcomes a second for {seconds:g} s each")
    print(f"{'':<24}{'p50 ms':>8}{'p99 ms':>8}{'max ms':>8}{'batch':>10}{'CPU us':>10}")
    idle = await run(Nothing(), events_per_s=events_per_s, seconds=seconds)
    for name in ("one statement", "executemany", "one statement again", "executemany again"):
        database = name.replace(" ", "_")
        server.create_database(database)
        dsn = server.conninfo(database)
        await asyncio.to_thread(upgrade, dsn)
        leadership = await take(
            await connect_candidate(dsn), dsn, "main", "bench", process=NOBODY_KNOWS, at=0.0
        )
        assert leadership is not None, "nobody else knows this database"
        journal = (
            PostgresJournal(dsn, floor="main", epoch=leadership.epoch, commit_no=0)
            if name.startswith("one")
            else Executemany(dsn, epoch=leadership.epoch, commit_no=0)
        )
        await run(journal, events_per_s=events_per_s, seconds=1.0)  # caches, prepared statements
        print((await run(journal, events_per_s=events_per_s, seconds=seconds)).row(name, idle))
        await journal.close()
        await leadership.release()
    print("\nfence, median ms of BEGIN + fence + ROLLBACK")
    for name, wait_ms in (await fences(server.conninfo("one_statement"), times=2000)).items():
        print(f"{name:<32}{wait_ms:.3f}")


def main() -> None:
    """Start a PostgreSQL for the bench alone and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events-per-s", type=float, default=1000.0)
    parser.add_argument("--seconds", type=float, default=10.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="acd-bench-") as directory:
        server = PostgresServer(Path(directory), password="bench")  # noqa: S106 - a socket of ours alone
        server.start()
        try:
            asyncio.run(compare(server, events_per_s=arguments.events_per_s, seconds=arguments.seconds))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
