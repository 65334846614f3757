"""Runs a set-up command and reports its progress."""

import os
import subprocess
from collections.abc import Callable, Sequence

from acd.lab.errors import SetUpError

_LAST_LINES = 12


def watch(command: Sequence[str], report: Callable[[str], None], *, text: str = "") -> None:
    """Run `command` with `text` as its input, report each line it prints; failing raises the last ones."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    last: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(text)
        process.stdin.close()
        for line in process.stdout:
            last = [*last[1 - _LAST_LINES :], line.rstrip()]
            report(line.strip())
    if process.returncode != 0:
        raise SetUpError(
            f"`{command[0]}` failed with status {process.returncode}; its last words:\n  "
            + "\n  ".join(last)
            + "\nIs the package archive reachable? Run it again: what is half made is made anew."
        )
