"""What cannot be meant is refused before anything is started."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--acd-patience=quick", "a factor, such as 2.5, not 'quick'"),
        ("--acd-patience=0", "a factor, such as 2.5, not '0'"),
        ("--acd-patience=nan", "a factor, such as 2.5, not 'nan'"),
        ("--acd-stack=podman", "embedded or docker, not 'podman'"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, option: str, said: str) -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", option]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert said in ran.stderr
