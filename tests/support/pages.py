"""The commands of a page of the documentation, to be run as they stand there."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from acd.lab.postgres import programs
from scripts.prove.page import commands

__all__ = ["commands", "run"]


def run(command: str, folder: Path, environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run it in a folder as a careful administrator would, with the tools of the server of the tests."""
    path = f"{programs()}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**environment, "PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )
