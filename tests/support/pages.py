"""The commands of a page of the documentation, to be run as they stand there."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import acd
from acd.lab.postgres import programs

_DOCS = Path(acd.__file__).parents[1] / "docs"


def commands(page: str, heading: str) -> list[str]:
    """The blocks of shell commands below a heading, up to the next."""
    text = (_DOCS / page).read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


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
