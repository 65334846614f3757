"""The QA suite of the example company in containers: `make qa STACK=docker`. Embedded, every run has it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.docker
@pytest.mark.system
@pytest.mark.timeout(900)
def test_suite_of_the_example_company_passes_on_containers() -> None:
    command = [sys.executable, "-m", "pytest", "examples/qa", "--acd-stack=docker", "-p", "no:cacheprovider"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == pytest.ExitCode.OK, ended.stdout + ended.stderr
    assert "skipped" not in ended.stdout
