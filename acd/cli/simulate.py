"""The command that simulates: how would the company fare, and would another one fare better?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from acd.cli.company import read_company
from acd.cli.failure import Mistake
from acd.cli.output import as_json, write_json
from acd.company.compile import policy_of, prompts_of
from acd.model.policy import Policy
from acd.simulate.carried import policy_carried
from acd.simulate.reading import ReadScenario, load
from acd.simulate.report import report
from acd.simulate.runs import run_all
from acd.simulate.world import Setting
from acd.telling.amounts import counted


@click.command(short_help="Simulate a company under the callers of a scenario.")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="[COMPANY] SCENARIO"
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="Of all chance.")
@click.option("--runs", type=click.IntRange(min=1), help="How many runs; those of the scenario unless said.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at the same time; all cores unless said.")
@as_json
def simulate(files: tuple[Path, ...], seed: int, runs: int | None, jobs: int | None, as_json: bool) -> None:
    """Simulate a company under the callers of a scenario."""
    company, scenario = _files(files)
    read = read_scenario(scenario)
    setting, name = _setting(company, read, scenario)
    runs = runs or read.scenario.runs
    with _progress(runs, read.scenario.scenario) as told:
        found = run_all(setting, seed=seed, runs=runs, jobs=jobs, told=told)
    result = report(read.scenario, name, seed, found)
    if as_json:
        write_json(result)
        return


def _files(files: tuple[Path, ...]) -> tuple[Path | None, Path]:
    if len(files) > 2:
        raise Mistake("Name a company file and a scenario, or a scenario alone.")
    company = files[0] if len(files) == 2 and str(files[0]) != "-" else None
    return company, files[-1]


def read_scenario(file: Path) -> ReadScenario:
    """The scenario in a file; with mistakes in it the command ends."""
    found = load(file)
    if isinstance(found, ReadScenario):
        return found
    raise Mistake(
        "\n".join([*(each.told(str(file)) for each in found), f"{counted(len(found), 'mistake')}."])
    )


def _setting(company: Path | None, read: ReadScenario, file: Path) -> tuple[Setting, str]:
    if read.carries_company:
        if company is not None:
            raise Mistake(f"{file} has queues and agents of its own: leave the company file out.")
        policy = policy_carried(read.scenario)
    elif company is None:
        raise Mistake(f"{file} has no queues of its own: acd simulate COMPANY {file}")
    else:
        policy = _policy(company, read)
    return Setting(
        policy=policy, scenario=read.scenario, values=read.values, pasts=read.pasts
    ), policy.company


def _policy(file: Path, read: ReadScenario) -> Policy:
    company = read_company(file).company
    # Nobody hears the prompts of a simulation.
    silence = dict.fromkeys(prompts_of(company), "sound:silence")
    return policy_of(company, version=1, sounds=silence, year=int(read.scenario.starts[:4]))


@contextmanager
def _progress(runs: int, title: str) -> Iterator[Callable[[int], None]]:
    """A bar for people; nothing where nobody looks."""
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(title, total=runs)
        yield lambda done: bar.update(task, completed=done)
