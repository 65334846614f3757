"""The command that simulates: how would the company fare, and would another one fare better?"""

from datetime import datetime
from pathlib import Path

import click

from acd.cli.output import as_json


@click.command(short_help="Simulate a company under the callers of a scenario.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[COMPANY] [SCENARIO | WHAT_IF]")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Of all chance.")
@click.option("--runs", type=click.IntRange(min=1), help="How many runs; those of the scenario unless said.")
@click.option(
    "--compare",
    nargs=2,
    type=click.Path(path_type=Path),
    metavar="A B",
    help="Lay two company files side by side under the scenario, or two scenarios.",
)
@click.option(
    "--from-history",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The callers, agents, absences and incidents of this day in place of a scenario: 2026-01-07.",
)
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    help="The facts of that day, an entry of JSON a line; those of the database unless said.",
)
@click.option("--without-callbacks", is_flag=True, help="Nobody is called back; with --compare, by A.")
@click.option("--plot", type=click.Path(path_type=Path), help="Draw into this .svg or .png file.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at the same time; all cores unless said.")
@as_json
def simulate(
    *,
    files: tuple[Path, ...],
    seed: int,
    runs: int | None,
    compare: tuple[Path, Path] | None,
    from_history: datetime | None,
    facts: Path | None,
    without_callbacks: bool,
    plot: Path | None,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Simulate a company under the callers of a scenario.

    The engine that routes live calls runs on a simulated clock, with simulated callers, agents and
    Asterisk. A scenario file says who calls, how long talks take, how patient callers are, when agents work
    and who is absent; docs/simulation.md teaches it. One that has queues and agents of its own needs no
    company file.

    Each figure is the mean over the runs, ± half of its 95 % confidence interval. The same seed gives the
    same result on any machine, with any number of processes.

    With --compare, both meet the very same callers, and the differences are said to be real or not. With
    --from-history, the callers of a past day call again, and the agents work as they did, but for what a
    WHAT_IF file says: who comes in, who stays longer, who is away. With both, that holds for B.

    \b
    Examples:
      acd simulate examples/scenarios/textbook.yaml
      acd simulate examples/utility.yaml examples/scenarios/peak-day.yaml --seed 7 --runs 20
      acd simulate --compare today.yaml planned.yaml examples/scenarios/peak-day.yaml
      acd simulate --compare eight-agents.yaml nine-agents.yaml --plot difference.svg
      acd simulate --compare today.yaml planned.yaml --from-history 2026-01-07
      acd simulate my-company.yaml what-if.yaml --from-history 2026-01-07
    """
    from acd.cli import simulating

    order = simulating.Order(
        seed=seed,
        runs=runs,
        jobs=jobs,
        plot=plot,
        as_json=as_json,
        day=from_history.date() if from_history else None,
        facts=facts,
        without_callbacks=without_callbacks,
    )
    if compare is not None:
        simulating.side_by_side(compare, files, order)
    else:
        simulating.one(files, order)
