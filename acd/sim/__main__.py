"""The simulator's command line."""

import itertools
import sys
import time

import click

from acd.sim.coverage import missing, report
from acd.sim.faults import KINDS
from acd.sim.soak import Tally, soak
from acd.sim.world import Options, Result, run

PROGRESS_EVERY_S = 2.0

HELP = """Run the whole service on a simulated clock, network, PostgreSQL and Asterisk, with faults.

One seed is one exact run: who calls, which keys are pressed, what breaks and when, and in which order things
arrive. After every step the promises of the service are held against what truly is; a run ends at the first
one that is broken, and leaves with status 1.

\b
  python -m acd.sim --seed 42              tell the story of one run
  python -m acd.sim --seeds 500            run the seeds 0 to 499
  python -m acd.sim --events 1000000 --jobs 2 --coverage
                                           run until the engine has handled so many messages, and say
                                           which transitions of its machines were gone through
  python -m acd.sim --seed 7 --kill-sweep  kill the first leader at its 1st step, its 2nd … one run each,
                                           with no other fault

An *event* is a message that an engine handled: a call, a key, a phone that rings, a timer, a look at
Asterisk. Requests, commits and faults are not counted.
"""


@click.command(help=HELP)
@click.option("--seed", type=int, help="Run this one, and tell its story.")
@click.option("--seeds", type=int, help="Run so many seeds.")
@click.option("--events", type=int, help="Run seeds until so many events have happened.")
@click.option("--first", type=int, default=0, show_default=True, help="The first seed of many.")
@click.option("--jobs", type=int, default=1, show_default=True, help="Run so many at the same time.")
@click.option(
    "--coverage", is_flag=True, help="Print how often each transition was hit; status 1 if one never was."
)
@click.option("--keep-going", is_flag=True, help="Do not stop at the first broken promise.")
@click.option("--quiet", is_flag=True, help="With --seed: without the story.")
@click.option("--no-faults", is_flag=True, help="People only, nothing breaks.")
@click.option(
    "--fault",
    "faults",
    multiple=True,
    type=click.Choice(KINDS),
    help="Only this kind of fault; may be said several times.",
)
@click.option("--length", type=float, help="People call for so many simulated seconds; drawn if not said.")
@click.option(
    "--kill-at", type=int, help="With --seed: no fault but a kill -9 at this step of the first leader."
)
@click.option(
    "--callbacks/--no-callbacks",
    default=None,
    help="Whether the company calls its customers back; the seed chooses if it is not said.",
)
@click.option("--kill-sweep", is_flag=True, help="With --seed: one run for every step to be killed at.")
def main(
    *,
    seed: int | None,
    seeds: int | None,
    events: int | None,
    first: int,
    jobs: int,
    coverage: bool,
    keep_going: bool,
    quiet: bool,
    no_faults: bool,
    faults: tuple[str, ...],
    length: float | None,
    kill_at: int | None,
    kill_sweep: bool,
    callbacks: bool | None,
) -> None:
    """See HELP."""
    if seed is not None and kill_sweep:
        sys.exit(sweep(seed, length or SWEEP_S, callbacks))
    options = Options(
        told=seed is not None and not quiet,
        faults=not no_faults,
        only=frozenset(faults) or None,
        kill_at=kill_at,
        length_s=length,
        callbacks=callbacks,
    )
    if seed is not None:
        sys.exit(replay(seed, options))
    if seeds is None and events is None:
        raise click.UsageError("Say --seed, --seeds or --events; --help tells more.")
    numbers = itertools.count(first) if seeds is None else range(first, first + seeds)
    progress = Progress(of_runs=seeds, of_events=events, options=options)

    def enough(tally: Tally) -> bool:
        return (bool(tally.broken) and not keep_going) or (events is not None and tally.events >= events)

    tally = soak(numbers, options, jobs=jobs, enough=enough, told=progress.tell)
    progress.end(tally)
    if coverage:
        click.echo(report(tally.coverage))
    sys.exit(1 if tally.broken or (coverage and missing(tally.coverage)) else 0)


def replay(seed: int, options: Options) -> int:
    """Run one seed and tell what happened. Returns the exit status."""
    result = run(seed, options)
    for line in result.lines:
        click.echo(line)
    click.echo(f"seed {seed}: {result.events} events")
    for sentence in result.broken:
        click.echo(f"BROKEN {sentence}")
    return 1 if result.broken else 0


def sweep(seed: int, length_s: float, callbacks: bool | None) -> int:
    """Kill the first leader at every step of its life. Returns the exit status."""
    for kill_at in itertools.count(1):
        options = Options(kill_at=kill_at, length_s=length_s, callbacks=callbacks)
        result = run(seed, options)
        if result.broken:
            click.echo(f"killed at step {kill_at}: {result.broken[0]}")
            asked = f" --length {length_s:g}{_flag(callbacks)} --kill-at {kill_at}"
            click.echo(f"replay: python -m acd.sim --seed {seed}{asked}")
            return 1
        if not result.was_killed:
            click.echo(f"seed {seed}: killed at each of {kill_at - 1} steps, and every promise was kept")
            return 0
    return 0


def _flag(callbacks: bool | None) -> str:
    """What was asked for, to be asked for again."""
    return "" if callbacks is None else " --callbacks" if callbacks else " --no-callbacks"


SWEEP_S = 6.0
"""People call for so long in each run of a sweep."""


class Progress:
    """A line now and then while many run, and each broken promise at once with the way to replay it."""

    def __init__(self, *, of_runs: int | None, of_events: int | None, options: Options) -> None:
        self._asked = "" if options.length_s is None else f" --length {options.length_s:g}"
        self._asked += _flag(options.callbacks)
        self._asked += "".join(f" --fault {name}" for name in sorted(options.only or ()))
        self._of_runs = of_runs
        self._of_events = of_events
        self._began_at = self._told_at = time.monotonic()

    def tell(self, tally: Tally, result: Result) -> None:
        """After each run."""
        if result.broken:
            click.echo(f"seed {result.seed} broke a promise {result.broken[0]}")
            click.echo(f"replay: python -m acd.sim --seed {result.seed}{self._asked}")
        if time.monotonic() - self._told_at >= PROGRESS_EVERY_S:
            self._told_at = time.monotonic()
            click.echo(self._line(tally), err=True)

    def end(self, tally: Tally) -> None:
        """After the last."""
        click.echo(self._line(tally))

    def _line(self, tally: Tally) -> str:
        took_s = time.monotonic() - self._began_at
        runs = f"{tally.runs}" if self._of_runs is None else f"{tally.runs} of {self._of_runs}"
        events = (
            f"{tally.events:,}" if self._of_events is None else f"{tally.events:,} of {self._of_events:,}"
        )
        return (
            f"{runs} runs, {events} events, {len(tally.broken)} broken, "
            f"{len(missing(tally.coverage))} transitions not hit, {tally.events / took_s:,.0f} events/s"
        )


if __name__ == "__main__":
    main()
