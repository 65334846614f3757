"""Many seeds, on as many processors as wanted: what each came to, and the first that broke a promise."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from acd.sim.coverage import Coverage
from acd.sim.world import Options, Result, run

SEEDS_A_PROCESS = 200
"""Then a worker is replaced by a fresh one, whatever it may have left lying about."""


@dataclass(kw_only=True)
class Tally:
    """What many runs came to."""

    runs: int = 0
    events: int = 0
    coverage: Coverage = field(default_factory=Coverage)
    broken: list[Result] = field(default_factory=list)
    """Of each run that broke a promise; without its story."""

    def add(self, result: Result) -> None:
        """Count a run."""
        self.runs += 1
        self.events += result.events
        self.coverage.update(result.coverage)
        if result.broken:
            self.broken.append(result)


def soak(
    seeds: Iterable[int],
    options: Options,
    *,
    jobs: int,
    enough: Callable[[Tally], bool],
    told: Callable[[Tally, Result], None],
) -> Tally:
    """Run seeds until they are used up, or until it is `enough`.

    Args:
        seeds: may be endless. jobs: how many run at the same time. told: after each run.
    """
    tally = Tally()
    with _results(seeds, options, jobs) as results:
        for result in results:
            tally.add(result)
            told(tally, result)
            if enough(tally):
                break
    return tally


@contextmanager
def _results(seeds: Iterable[int], options: Options, jobs: int) -> Iterator[Iterator[Result]]:
    one = partial(run, options=options)
    if jobs == 1:
        yield map(one, seeds)
        return
    # A fresh interpreter, not a fork: nothing of ours must be shared.
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, maxtasksperchild=SEEDS_A_PROCESS) as pool:
        yield pool.imap_unordered(one, seeds)
