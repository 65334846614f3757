"""Is every decision the one the policy asks for? Companies by chance, held against the naive oracle.

    python -m bench.oracle [--events 10000000] [--first 0] [--jobs 2]

Each seed is a company and a day in it, both by chance: skills, levels, needs, queues, rings, regions,
reserves, ways to choose, substitutes, stand-ins, absences, overload, overflow, rules, customers, incidents,
menus and announcements while waiting, new versions of the company. After every message the pairs that the
engine has named, and the reasons it keeps with them, are compared with those of the naive oracle
(`tests/core/oracle`), which shares no code with it; the invariants of the floor must hold, and nobody may be
overtaken further than head starts explain.

A seed that fails is told, with status 1.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import count

from rich.console import Console

from acd.model.fact import OfferOpened
from bench.ending import end_in_order_when_told
from bench.numbers import count as whole_number
from tests.core.random_company import run_day

SEEDS_AT_ONCE = 50


@dataclass(frozen=True)
class Days:
    """What some seeds came to."""

    events: int
    offers: int
    failed: str | None = None


def run_seeds(first: int) -> Days:
    """The next few days; ends with the first that fails."""
    events = offers = 0
    for seed in range(first, first + SEEDS_AT_ONCE):
        try:
            outcomes = run_day(seed).story.outcomes
        except Exception as error:
            return Days(events, offers, f"seed {seed}: {type(error).__name__}: {str(error)[-2000:]}")
        events += len(outcomes)
        offers += sum(isinstance(fact, OfferOpened) for outcome in outcomes for fact in outcome.facts)
    return Days(events, offers)


def in_parallel(first: int, jobs: int) -> Iterator[Days]:
    """Seeds without end, so many at the same time."""
    with ProcessPoolExecutor(jobs) as processes:
        pending = [processes.submit(run_seeds, first + n * SEEDS_AT_ONCE) for n in range(2 * jobs)]
        try:
            for n in count(len(pending)):
                yield pending.pop(0).result()
                pending.append(processes.submit(run_seeds, first + n * SEEDS_AT_ONCE))
        finally:
            processes.shutdown(cancel_futures=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until enough has happened; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.oracle",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--events", type=whole_number, default=10_000_000, help="so many messages to engines")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed")
    parser.add_argument("--jobs", type=whole_number, default=1, help="so many processes")
    chosen = parser.parse_args(arguments)
    console = Console()
    events = offers = 0
    with console.status("starting") as status:
        for days in in_parallel(chosen.first, chosen.jobs):
            events, offers = events + days.events, offers + days.offers
            status.update(f"{events:,} of {chosen.events:,} events, {offers:,} offers, all as expected")
            if days.failed is not None:
                console.print(days.failed, markup=False, highlight=False)
                return 1
            if events >= chosen.events:
                break
    console.print(f"{events:,} events, {offers:,} offers: every one as the oracle says", highlight=False)
    return 0


if __name__ == "__main__":
    end_in_order_when_told()
    sys.exit(main())
