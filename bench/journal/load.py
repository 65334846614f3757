"""Outcomes at random moments, open loop, offered to a journal; and what came of it."""

import asyncio
import random
import time
from dataclasses import dataclass

from acd.runtime.ports import Batch, Journal
from bench.journal.calls import Outcome, outcomes
from bench.report import percentile

Arrivals = asyncio.Queue[tuple[float, Outcome]]
"""Outcomes, each with the moment at which it came."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Of one run."""

    waits_ms: list[float]
    """How long each outcome waited, from its arrival to the end of its commit."""
    commits: int
    cpu_s: float
    """Of this process."""

    def row(self, name: str, idle: "Figures") -> str:
        """A line of the table. `idle`: of the same run with a journal that does nothing."""
        p50, p99 = (percentile(self.waits_ms, percent) for percent in (50, 99))
        size = len(self.waits_ms) / self.commits
        cpu_us = (self.cpu_s - idle.cpu_s) / self.commits * 1e6
        return f"{name:<24}{p50:>8.2f}{p99:>8.2f}{max(self.waits_ms):>8.1f}{size:>10.1f}{cpu_us:>10.0f}"


async def run(journal: Journal, *, events_per_s: float, seconds: float) -> Figures:
    """Offer the journal the outcomes of `seconds`, and wait until the last is written. What comes while a
    commit is under way goes into the next one.
    """
    cpu_s, commits, waits_ms = time.process_time(), 0, list[float]()
    arrivals: Arrivals = asyncio.Queue()
    arriving = asyncio.create_task(_arrive(arrivals, events_per_s, seconds))
    while not (arriving.done() and arrivals.empty()):  # with the last arrival the task is done
        now = [await arrivals.get()]
        while not arrivals.empty():
            now.append(arrivals.get_nowait())
        rows = {(type(row), row.id): row for _, (rows, _) in now for row in rows}
        entries = tuple(entry for _, (_, entry) in now)
        await journal.commit(Batch(rows=tuple(rows.values()), entries=entries))
        commits += 1
        waits_ms += [(time.perf_counter() - at) * 1000 for at, _ in now]
    return Figures(waits_ms=waits_ms, commits=commits, cpu_s=time.process_time() - cpu_s)


async def _arrive(arrivals: Arrivals, events_per_s: float, seconds: float) -> None:
    chance = random.Random(7)  # noqa: S311 - the same moments in every run
    source = outcomes()
    at = time.perf_counter()
    end = at + seconds
    while at < end:
        at += chance.expovariate(events_per_s)
        if (early_s := at - time.perf_counter()) > 0:
            await asyncio.sleep(early_s)
        arrivals.put_nowait((at, next(source)))
