"""Commands run in this process, against a service in a thread of it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from acd.cli.root import main
from tests.support.rehearsal import Rehearsal


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Acd = Callable[..., Ran]
"""Runs `acd` with words as a shell would give them."""


def run_acd(*words: str, env: dict[str, str | None] | None = None) -> Ran:
    result: Result = CliRunner().invoke(main, list(words), env=env, prog_name="acd")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    with Rehearsal(tmp_path) as running:
        yield running


@pytest.fixture
def acd(rehearsal: Rehearsal) -> Acd:
    """Runs commands that find the rehearsal's socket in the environment."""

    def run(*words: str) -> Ran:
        return run_acd(*words, env={"ACD_CONTROL_SOCKET": str(rehearsal.control_socket)})

    return run
