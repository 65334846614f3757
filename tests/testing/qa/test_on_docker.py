"""The QA suite of the example company in containers: `make qa STACK=docker`. Embedded, every run has it."""

import subprocess
import sys
from pathlib import Path

import pytest

from acd.testing.qa import centres
from acd.testing.qa.centres import Centres

ROOT = Path(__file__).parents[3]


@pytest.mark.docker
@pytest.mark.system
@pytest.mark.timeout(900)
def test_suite_of_the_example_company_passes_on_containers() -> None:
    command = [sys.executable, "-m", "pytest", "examples/qa", "--acd-stack=docker", "-p", "no:cacheprovider"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == pytest.ExitCode.OK, ended.stdout + ended.stderr
    assert "skipped" not in ended.stdout


def test_docker_that_was_asked_for_and_is_not_there_is_a_failure(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(centres, "why_no_engine", lambda: "No Docker engine answers: start one.")
    with (
        Centres(tmp_path_factory, on="docker") as asked_for,
        pytest.raises(pytest.fail.Exception, match="No Docker engine answers"),
        asked_for.under_test(Path("company.yaml"), patience=1),
    ):
        pass
