"""`make soak`: twenty calls a second for an hour on the real stack, looked at every minute.

    python -m bench.soak [--minutes 60] [--per-s 20] [--results FOLDER]

Prints a line a minute and a table of promises at the end, keeps what it saw as JSON and as a plot, and ends
with 1 if a promise was broken. Everything is on this machine and on loopback, and ends with it.
"""

import argparse
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec
from rich.console import Console

from bench.ending import end_in_order_when_told
from bench.numbers import amount
from bench.soak.promises import promises
from bench.soak.report import chart, table
from bench.soak.run import Plan, soak

RESULTS = Path(__file__).parents[1] / "results"


def main() -> int:
    """Soak, judge, tell; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.soak", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=amount, default=60.0, metavar="N", help="how long (%(default)g)")
    parser.add_argument(
        "--per-s", type=amount, default=20.0, metavar="N", help="calls a second (%(default)g)"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="where results are kept")
    arguments = parser.parse_args()
    console = Console()
    plan = Plan(
        length_s=arguments.minutes * 60,
        per_s=arguments.per_s,
        told=lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True),
    )
    with tempfile.TemporaryDirectory(prefix="acd-soak-") as folder:
        course = soak(plan, Path(folder))
    found = promises(course)
    console.print(table(course, found))
    arguments.results.mkdir(parents=True, exist_ok=True)
    name = f"soak-{datetime.now().astimezone():%Y-%m-%dT%H-%M-%S}"
    for suffix, content in (
        ("json", msgspec.json.format(msgspec.json.encode({"promises": found, "course": course})).decode()),
        ("svg", chart(course)),
    ):
        path = arguments.results / f"{name}.{suffix}"
        path.write_text(content, encoding="utf-8")
        console.print(f"written: {path}", highlight=False)
    return 1 if any(promise.kept is False for promise in found) else 0


if __name__ == "__main__":
    end_in_order_when_told()
    sys.exit(main())
