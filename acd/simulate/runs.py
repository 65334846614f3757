"""Runs: one setting many times with other callers, on all cores.

A run depends on nothing but its setting, the seed and its own number, so the result is the same whatever the
number of processes, and whichever of them is the first.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator

from acd.simulate.figures import RunFigures, figures_of
from acd.simulate.world import Setting, World

Told = Callable[[int], None]
"""Hears that so many runs are done."""


def run_once(setting: Setting, seed: int, run: int) -> RunFigures:
    """One run: what it measured."""
    world = World(setting, seed=seed, run=run)
    scenario = setting.scenario
    asks = any(stream.callback is not None for stream in scenario.streams.values())
    return figures_of(run, world.run(), scenario.service_level, callbacks=asks)


def run_all(
    setting: Setting, *, seed: int, runs: int, jobs: int | None = None, told: Told | None = None
) -> list[RunFigures]:
    """Many runs, in the order of their numbers.

    Args:
        setting: what they have in common.
        seed: of all chance.
        runs: how many.
        jobs: processes at the same time; all cores unless said.
        told: hears of progress.
    """
    jobs = min(jobs or os.cpu_count() or 1, runs)
    found: list[RunFigures] = []
    for figures in _in_order(setting, seed, runs, jobs):
        found.append(figures)
        if told is not None:
            told(len(found))
    return found


def _in_order(setting: Setting, seed: int, runs: int, jobs: int) -> Iterator[RunFigures]:
    if jobs == 1:
        yield from (run_once(setting, seed, run) for run in range(runs))
        return
    with multiprocessing.get_context("spawn").Pool(jobs, _begin, (setting, seed)) as pool:
        yield from pool.imap(_do, range(runs))


_mine: tuple[Setting, int] | None = None
"""In a process of the pool: what its runs have in common. It is sent once, not with every run."""


def _begin(setting: Setting, seed: int) -> None:
    global _mine  # noqa: PLW0603 - a process of a pool has no other place
    _mine = setting, seed


def _do(run: int) -> RunFigures:
    assert _mine is not None
    return run_once(*_mine, run)
