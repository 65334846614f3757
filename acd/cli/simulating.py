"""What `acd simulate` does. Apart from the command, so that other commands need not load the engine."""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from acd.cli.company import read_company
from acd.cli.failure import Mistake, told
from acd.cli.output import say, show_table, warn, write_json
from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.policy import Policy
from acd.runtime.ports import Entry, JournalAway
from acd.runtime.secret_file import SecretFileUnusable, read_secrets
from acd.settings import SettingsWrong, complete_dsn, read_database_settings
from acd.simulate import words
from acd.simulate.arrivals import DAY_S
from acd.simulate.carried import policy_carried
from acd.simulate.compare import Comparison, Difference, compare
from acd.simulate.figures import RunFigures
from acd.simulate.history import NothingHappened, scenario_of
from acd.simulate.keys import without_meaning
from acd.simulate.meanwhile import objections, refused
from acd.simulate.plot import CannotDraw, canvas, draw
from acd.simulate.reading import ReadScenario, load, load_what_if
from acd.simulate.report import Report, report
from acd.simulate.runs import run_all
from acd.simulate.schema import Scenario, WhatIf
from acd.simulate.staff import EVERYBODY
from acd.simulate.what_if import supposing
from acd.simulate.world import Setting
from acd.store.migrate import current
from acd.store.queries import facts_between
from acd.telling.amounts import counted


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What was said beside the files."""

    seed: int
    runs: int | None
    jobs: int | None
    plot: Path | None
    as_json: bool
    day: date | None
    """Of the past, in place of a scenario."""
    facts: Path | None
    """Where the facts of that day are; None: in the database."""
    without_callbacks: bool = False
    """Nobody is called back; of two companies, by the first one."""


def one(files: tuple[Path, ...], order: Order) -> None:
    """One company under one scenario."""
    _look_ahead(order)
    if order.day is None:
        company, file = _company_and_scenario(files)
        setting = _setting(company, file, _read(file))
    elif 1 <= len(files) <= 2:
        setting = _setting_of_day(files[0], order.day, order, what_if=files[1] if len(files) == 2 else None)
    else:
        raise Mistake(
            "A past day wants a company file, and perhaps what is different:\n"
            "  acd simulate COMPANY [WHAT_IF] --from-history DAY"
        )
    if order.without_callbacks:
        setting = _without_callbacks(setting)
    runs = _run(setting, order)
    result = report(setting.scenario, setting.policy.company, order.seed, runs)
    _plot(order, setting.scenario.scenario, {setting.policy.company: runs})
    if order.as_json:
        write_json(result)
    else:
        _show(result)


def side_by_side(pair: tuple[Path, Path], files: tuple[Path, ...], order: Order) -> None:
    """Two companies under one scenario, or two scenarios that carry theirs."""
    _look_ahead(order)
    if len(files) > 1:
        raise Mistake(
            "--compare A B takes one scenario, or a past day and perhaps what is different about it for B:\n"
            "  acd simulate --compare A B SCENARIO\n"
            "  acd simulate --compare A B [WHAT_IF] --from-history DAY"
        )
    if order.day is not None:
        what_if = files[0] if files else None
        settings = [
            _setting_of_day(pair[0], order.day, order, what_if=None),
            _setting_of_day(pair[1], order.day, order, what_if=what_if),
        ]
    elif files:
        settings = [_setting(file, files[0], _read(files[0])) for file in pair]
    else:
        settings = [_setting(None, file, _read(file)) for file in pair]
    if order.without_callbacks:
        settings[0] = _without_callbacks(settings[0])
    a, b = settings
    if _length(a) != _length(b):
        raise Mistake(f"{pair[0]} and {pair[1]} differ in hours, warm_up_hours or starts: make them alike.")
    if set(a.scenario.streams).isdisjoint(b.scenario.streams):
        raise Mistake(f"{pair[0]} and {pair[1]} have no stream in common: give their streams the same names.")
    same = msgspec.structs.replace(order, runs=order.runs or a.scenario.runs)
    differs = f", but: {files[0].name}" if order.day is not None and files else ""
    lacks = ", without callbacks" if order.without_callbacks else ""
    names = (f"{pair[0]}{lacks}", f"{pair[1]}{differs}")
    runs = [_run(setting, same) for setting in settings]
    result = compare(a.scenario.scenario, names, order.seed, *runs)
    title = f"{a.scenario.scenario}\nA: {pair[0].name}{lacks}   B: {pair[1].name}{differs}"
    _plot(order, title, {"A": runs[0], "B": runs[1]})
    if order.as_json:
        write_json(result)
    else:
        _show_comparison(result)


def _look_ahead(order: Order) -> None:
    """What would be a pity to learn after a long simulation."""
    if order.facts is not None and order.day is None:
        raise Mistake("--facts are those of a past day: add --from-history DAY.")
    if order.plot is not None:
        with told(mistakes=(CannotDraw,)):
            canvas(order.plot)


# --- files -------------------------------------------------------------------------------------------------


def _company_and_scenario(files: tuple[Path, ...]) -> tuple[Path | None, Path]:
    if not 1 <= len(files) <= 2:
        raise Mistake(
            "Name a company file and a scenario, or a scenario that has its own queues:\n"
            "  acd simulate COMPANY SCENARIO"
        )
    company = files[0] if len(files) == 2 and str(files[0]) != "-" else None
    return company, files[-1]


def _read(file: Path) -> ReadScenario:
    found = load(file)
    if isinstance(found, ReadScenario):
        return found
    raise _all_of([mistake.told(str(file)) for mistake in found])


def _read_what_if(file: Path, company: Path, policy: Policy) -> WhatIf:
    found = load_what_if(file)
    if not isinstance(found, WhatIf):
        raise _all_of([mistake.told(str(file)) for mistake in found])
    wrong = list(_unknown_agents(file, company, found.habits, policy))
    if wrong:
        raise _all_of(wrong)
    return found


def _all_of(lines: list[str]) -> Mistake:
    return Mistake("\n".join([*lines, f"{counted(len(lines), 'mistake')}."]))


def _setting(company: Path | None, file: Path, read: ReadScenario) -> Setting:
    if read.carries_company:
        if company is not None:
            raise Mistake(f"{file} has queues and agents of its own: leave the company file out.")
        policy = policy_carried(read.scenario)
    elif company is None:
        raise Mistake(f"{file} has no queues of its own: acd simulate COMPANY {file}")
    else:
        policy = _policy(company, int(read.scenario.starts[:4]))
        _check_names(company, file, read.scenario, policy)
    wrong = [f"{file}: {place}: {why}" for place, why in objections(read.scenario, policy)]
    if wrong:
        raise _all_of(wrong)
    return Setting(policy=policy, scenario=read.scenario, values=read.values, pasts=read.pasts)


def _without_callbacks(setting: Setting) -> Setting:
    """The company as if it called nobody back: whoever would ask for it waits on."""
    return msgspec.structs.replace(setting, policy=msgspec.structs.replace(setting.policy, dialling=None))


def _policy(company: Path, year: int) -> Policy:
    known = read_company(company).company
    # Nobody hears the prompts of a simulation.
    silence = dict.fromkeys(prompts_of(known), "sound:silence")
    return policy_of(known, version=1, sounds=silence, year=year)


def _check_names(company: Path, file: Path, scenario: Scenario, policy: Policy) -> None:
    """The numbers, keys and agents that a scenario names are those of the company."""
    wrong = [
        f"{file}: streams.{name}: {company} has no number {stream.number}; it has {', '.join(policy.dids)}"
        for name, stream in scenario.streams.items()
        if stream.number not in policy.dids
    ]
    wrong += _unknown_agents(file, company, scenario.habits, policy)
    wrong += [
        f"{file}: streams.{name}.keys: {trouble}"
        for name, stream in scenario.streams.items()
        if stream.number in policy.dids
        and (trouble := without_meaning(policy, stream.number, stream.keys)) is not None
    ]
    if wrong:
        raise _all_of(wrong)


def _unknown_agents(file: Path, company: Path, habits: Iterable[str], policy: Policy) -> Iterator[str]:
    """Who has habits, but is nobody who works at this company."""
    people = [agent for agent, known in policy.agents.items() if known.outside is None]
    for agent in habits:
        if agent != EVERYBODY and agent not in people:
            yield f"{file}: habits.{agent}: {company} has no agent {agent}"


def _setting_of_day(company: Path, day: date, order: Order, *, what_if: Path | None) -> Setting:
    """The callers and agents of a past day, at this company, but for what is different."""
    policy = _policy(company, day.year)
    differs = _read_what_if(what_if, company, policy) if what_if is not None else None
    entries = _entries_in(order.facts) if order.facts is not None else _entries_of(day, policy)
    with told(mistakes=(NothingHappened,)):
        read = scenario_of(entries, day, policy)
    _warn_of_keys(company, read, policy)
    for wish, why in refused(read.meanwhile, policy):
        warn(f"{company}: {wish.reason}, of {day}, is left out: {why}")
    if differs is not None:
        read = supposing(read, differs)
    return Setting(
        policy=policy,
        scenario=read.scenario,
        values=read.values,
        pasts=read.pasts,
        meanwhile=read.meanwhile,
    )


def _warn_of_keys(company: Path, read: ReadScenario, policy: Policy) -> None:
    """What callers of that day pressed in menus that are not there any more leads them elsewhere now."""
    for number, pasts in read.pasts.items():
        pressed = Counter(past.keys or "" for past in pasts)
        troubles: Counter[str] = Counter()
        for keys, callers in pressed.items():
            trouble = without_meaning(policy, number, keys)
            if trouble is not None:
                troubles[trouble] += callers
        for trouble, callers in troubles.most_common():
            warn(f"{company}: {counted(callers, 'caller')} of {len(pasts)} of {number}: {trouble}")


def _entries_in(file: Path) -> list[Entry]:
    """Those of a file, an entry of the fact table a line."""
    try:
        lines = file.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=Entry) for line in lines if line.strip()]
    except OSError as error:
        raise Mistake(f"{file} cannot be read: {error.strerror}") from error
    except msgspec.DecodeError as error:
        raise Mistake(
            f"{file} does not hold an entry of facts a line: {error}. See docs/simulation.md"
        ) from error


def _entries_of(day: date, policy: Policy) -> list[Entry]:
    """Those of the database."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(policy.timezone)).timestamp()
    mistakes = (SettingsWrong, SecretFileUnusable)
    with told(mistakes=mistakes, failures=(JournalAway,)):
        settings = read_database_settings(os.environ)
        dsn = complete_dsn(settings.dsn, read_secrets(settings.secrets) if settings.secrets else {})
        if current(dsn) is None:
            raise Mistake(
                "The database has no tables, and so no facts: look at ACD_DSN, or run `acd migrate`."
            )
        return asyncio.run(_read_entries(dsn, os.environ.get("ACD_FLOOR", "main"), midnight))


async def _read_entries(dsn: str, floor: str, midnight: float) -> list[Entry]:
    found: list[Entry] = []
    after = 0
    while True:
        page = await facts_between(dsn, floor, since=midnight, until=midnight + DAY_S, after=after)
        if not page:
            return found
        found += [recorded.entry for recorded in page]
        after = page[-1].seq


def _length(setting: Setting) -> tuple[float, float, str]:
    return setting.scenario.hours, setting.scenario.warm_up_hours, setting.scenario.starts


# --- runs --------------------------------------------------------------------------------------------------


def _run(setting: Setting, order: Order) -> list[RunFigures]:
    runs = order.runs or setting.scenario.runs
    with _progress(runs, setting.scenario.scenario) as heard:
        return run_all(setting, seed=order.seed, runs=runs, jobs=order.jobs, told=heard)


@contextmanager
def _progress(runs: int, title: str) -> Iterator[Callable[[int], None]]:
    """A bar for people; nothing where nobody looks."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(title, total=runs)
        yield lambda done: bar.update(task, completed=done)


# --- what is written ---------------------------------------------------------------------------------------


def _plot(order: Order, title: str, contestants: dict[str, list[RunFigures]]) -> None:
    if order.plot is not None:
        with told(mistakes=(CannotDraw,)):
            draw(order.plot, title, contestants)


def _show(result: Report) -> None:
    say(*words.opening(result), "")
    headers = words.calls_headers(result)
    show_table(headers, words.calls_rows(result), right=headers[1:])
    if 1 < len(result.agents) <= words.MOST_AGENTS:
        say("")
        show_table(words.AGENTS_HEADERS, words.agents_rows(result), right=words.AGENTS_HEADERS[1:])
    say("", *words.findings(result))


def _show_comparison(result: Comparison) -> None:
    say(f"{result.scenario}: {result.runs} runs, the same callers for both, seed {result.seed}.")
    say(f"A: {result.a}", f"B: {result.b}", "")
    headers = ["", "figure", "A", "B", "verdict"]
    show_table(headers, _compared(result), right=["A", "B"])
    say(
        "",
        "A difference is real when its 95 % confidence interval leaves zero out; of twenty figures that do",
    )
    say("not differ, one will seem to.")


def _compared(result: Comparison) -> Iterator[list[str]]:
    groups = {"all": result.overall, **(result.streams if len(result.streams) > 1 else {})}
    more = {"fairness": result.fairness, "one person": result.meant, "callbacks": result.callbacks}
    for group, differences in {**groups, **more}.items():
        for name, found in differences.items():
            if _matters(found):
                unit = words.unit_of(name)
                yield [
                    group,
                    name,
                    words.with_interval(found.a, unit),
                    words.with_interval(found.b, unit),
                    found.verdict,
                ]


def _matters(found: Difference) -> bool:
    """Whether there is anything to be seen in it."""
    return any(value.mean for value in (found.a, found.b, found.difference))
