"""`make bench`: measure every figure beside its rival, print the table, and keep the results.

    python -m bench [--only P1,P4] [--rounds 5] [--short] [--document] [--results FOLDER]

Rows are modules of `bench/rows`. Run it on a machine that has nothing else to do: what others took is said
below the table.
"""

import argparse
import importlib
import os
import pkgutil
import platform
import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console

from bench import document, plot, report, rows
from bench.ending import end_in_order_when_told
from bench.numbers import count
from bench.options import Options
from bench.report import Row

RESULTS = Path(__file__).parent / "results"

Measure = Callable[[Options], Row]


def measures() -> dict[str, Measure]:
    """Every row that can be measured, by id, in order."""
    names = (module.name for module in pkgutil.iter_modules(rows.__path__))
    found = sorted((name for name in names if re.fullmatch(r"p\d+", name)), key=lambda name: int(name[1:]))
    return {name.upper(): _Later(name) for name in (*found, "fidelity")}


class _Later:
    """A row whose module is read when it is measured: some need what others do not."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, options: Options) -> Row:
        measure: Measure = importlib.import_module(f"bench.rows.{self._name}").measure
        return measure(options)


def run(wanted: Sequence[str], options: Options, console: Console) -> list[Row]:
    """Measure these rows, and show how far it is. One that fails is told, and the others are measured."""
    known, done = measures(), []
    with console.status("starting") as status:
        for row in wanted:
            told = Options(rounds=options.rounds, short=options.short, tell=status.update)
            began = datetime.now().astimezone()
            try:
                done.append(known[row](told))
            except Exception:
                console.print_exception()
                console.print(f"{row} could not be measured: see above", style="bold red")
                continue
            console.print(f"{row} measured in {(datetime.now().astimezone() - began).seconds} s")
    return done


def host() -> str:
    """The size of this machine, in words."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = f"Linux {platform.release()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {memory_gib:.0f} GiB, {versions}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, keep; the exit status: 1 if a row could not be measured."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", metavar="ROWS", help="only these rows, such as P1,P4")
    parser.add_argument("--rounds", type=count, help="turns for each contestant (5; short: 1)")
    parser.add_argument("--short", action="store_true", help="see that everything works; figures mean little")
    parser.add_argument(
        "--document", action="store_true", help="put this run into docs/performance.md as well"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="where results and plots are kept")
    chosen = parser.parse_args(arguments)
    known = list(measures())
    wanted = [row.strip().upper() for row in chosen.only.split(",") if row.strip()] or known
    if unknown := [row for row in wanted if row not in known]:
        parser.error(f"there is no row {', '.join(unknown)}; there are {', '.join(known)}")
    console = Console()
    options = Options(rounds=chosen.rounds or (1 if chosen.short else 5), short=chosen.short)
    measured = run(wanted, options, console)
    when = datetime.now().astimezone()
    console.print(f"{when:%Y-%m-%d %H:%M}, {host()}", highlight=False)
    report.show(measured, console)
    written = [*report.write(measured, chosen.results), *plot.write(measured, chosen.results)]
    if chosen.document:
        words = " ".join(arguments if arguments is not None else sys.argv[1:])
        words = re.sub(r" ?--results[ =]\S+", "", words)
        written += document.put(measured, when=when, host=host(), command=f"python -m bench {words}".strip())
    console.print("\n".join(["written:", *map(str, written)]), highlight=False)
    return 0 if len(measured) == len(wanted) else 1


if __name__ == "__main__":
    end_in_order_when_told()
    sys.exit(main())
