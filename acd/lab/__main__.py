"""`python -m acd.lab [COMPANY]`: what `make run` does when the set-up is done."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from acd.lab.terminal import ending_silently

with ending_silently():
    from acd.lab.at_terminal import VARIABLES, at_terminal, terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the lab until it is ended; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m acd.lab",
        description="Runs PostgreSQL, Asterisk and the service, bound to loopback, until Ctrl-C.",
        epilog=VARIABLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("company", type=Path, nargs="?", default="examples/utility.yaml", help="company file")
    parser.add_argument("--prepare", action="store_true", help="only get Asterisk ready, start nothing")
    chosen = parser.parse_args(arguments)
    if chosen.prepare:
        return at_terminal(terminal(), lambda session: session.prepare())
    return at_terminal(terminal(), lambda session: session.run(chosen.company))


if __name__ == "__main__":
    sys.exit(main())
