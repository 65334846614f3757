"""`python -m acd.demo [COMPANY]`: what `make run DEMO=1` does when the set-up is done."""

import argparse
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from acd.lab.terminal import ending_silently

with ending_silently():
    from acd.lab.at_terminal import VARIABLES, at_terminal, terminal

_NEEDED = ("pjsua2", "numpy")
_MOST_AGENTS, _MOST_CALLERS, _MOST_CALLS = 12, 32, 1_000_000
"""Phones are processes of some 30 MB: one for each agent, and one for four callers."""

_SLOWEST, _FASTEST = 0.1, 20.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo until it is ended; the exit status."""
    chosen = _parser().parse_args(arguments)
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(  # noqa: T201 - there is nothing to print it on yet
            f"The demo's phones need {' and '.join(missing)}, which is not installed. In a checkout "
            "`make run DEMO=1` installs it; elsewhere:  pip install 'acd[lab,test]'",
            file=sys.stderr,
        )
        return 2
    with ending_silently():
        from acd.demo.party import Options, Party  # noqa: PLC0415 - it needs what may be missing

    console = terminal()
    options = Options(
        agents=chosen.agents,
        callers=chosen.callers,
        calls=chosen.calls,
        seed=chosen.seed,
        pace=chosen.pace,
        picture=chosen.picture,
    )
    party = Party(console, options, floor=os.environ.get("ACD_FLOOR", "main"))
    return at_terminal(console, lambda session: session.run(chosen.company), guests=party)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m acd.demo",
        description="What python -m acd.lab does, with people who phone by themselves and a live table.",
        epilog=f"Each option can be set as a variable, too: DEMO_SEED=7 is --seed 7.\n\n{VARIABLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("company", type=Path, nargs="?", default="examples/utility.yaml", help="company file")

    def option(name: str, kind: Callable[[str], object], usual: str | None, words: str) -> None:
        default = os.environ.get(f"DEMO_{name.upper()}") or usual
        parser.add_argument(f"--{name}", type=kind, default=default, help=f"{words} ({usual or 'no'})")

    option("agents", _within(1, _MOST_AGENTS), "7", "how many agents sit down at desks")
    option("callers", _within(1, _MOST_CALLERS), "10", "how many callers call at the same time")
    option("calls", _within(1, _MOST_CALLS), None, "end by itself after so many calls")
    option("seed", int, "1", "another number: other people")
    option("pace", _pace, "1", "2: people do everything twice as fast")
    option("picture", _picture, None, "keep the liveliest moment in this SVG file")
    return parser


def _within(least: int, most: int) -> Callable[[str], int]:
    """A whole number between the two."""

    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r}: give a whole number from {least} to {most:,}")
        return int(text)

    return number


def _picture(text: str) -> Path:
    """A file that can be written: that it cannot should not be found out when the demo is over."""
    file = Path(text)
    if file.is_dir() or not os.access(file.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"{text!r}: give a file in a folder that exists and can be written")
    return file


def _pace(text: str) -> float:
    try:
        pace = float(text)
    except ValueError:
        pace = 0.0
    if not _SLOWEST <= pace <= _FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r}: give a number from {_SLOWEST:g} to {_FASTEST:g}")
    return pace


if __name__ == "__main__":
    sys.exit(main())
