"""A module of the bench as a process of its own: its memory is then nobody else's."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_ROOT = str(Path(__file__).resolve().parents[2])


class EndedEarly(Exception):
    """The process failed; what it printed says why."""


def lines_of(module: str, *arguments: str) -> Iterator[str]:
    """What it prints, line by line. It is ended when nobody listens any more.

    Raises:
        EndedEarly: with another status than 0.
    """
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, "PYTHONPATH": _ROOT}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        try:
            yield from process.stdout
        except BaseException:
            process.kill()
            raise
        if process.wait():
            raise EndedEarly(f"{module} has ended with status {process.returncode}.")
