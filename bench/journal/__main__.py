"""How long a decision waits for the journal, beside SQLAlchemy's executemany, and what the fence costs.

    python -m bench.journal [--events-per-s 1000] [--seconds 10]

Outcomes of made-up calls come at random moments, open loop. Whatever came while a commit was under way goes
into the next one. The latency of an outcome is from its arrival to the end of its commit. CPU is this
process's for each commit, less that of the same run with a journal that does nothing. PostgreSQL is the
lab's, on this machine, with its default settings: every commit is flushed to disk.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from acd.lab.postgres import PostgresServer
from acd.runtime.process import NOBODY_KNOWS
from acd.store.journal import PostgresJournal
from acd.store.lease import connect_candidate, take
from acd.store.migrate import upgrade
from bench.ending import end_in_order_when_told
from bench.journal.fences import fences
from bench.journal.load import run
from bench.journal.rivals import Executemany, Nothing
from bench.numbers import amount


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
        prog="python -m bench.journal",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--events-per-s", type=amount, default=1000.0)
    parser.add_argument("--seconds", type=amount, default=10.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="acd-bench-") as directory:
        server = PostgresServer(Path(directory), password="bench")  # noqa: S106 - a socket of ours alone
        server.start()
        try:
            asyncio.run(compare(server, events_per_s=arguments.events_per_s, seconds=arguments.seconds))
        finally:
            server.stop()


if __name__ == "__main__":
    end_in_order_when_told()
    main()
