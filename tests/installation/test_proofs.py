"""The short form of `make prove-bare`: both commands of the README where nothing is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.prove.page import commands
from tests.installation.conftest import ROOT

ONE_CALL = "tests/system/test_the_call.py"


@pytest.mark.system
@pytest.mark.timeout(1500)
@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes a machine of its own")
@pytest.mark.skipif(shutil.which("mmdebstrap") is None, reason="mmdebstrap is not installed")
@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="there is nothing to clone: this is no git repository"
)
def test_the_two_commands_on_a_bare_machine(tmp_path: Path) -> None:
    """What was downloaded before need not be downloaded again; nothing else of this host is there."""
    cache = Path.home() / ".cache"
    cache.mkdir(exist_ok=True)
    options = ["--folder", str(tmp_path), "two-commands", "--tests", ONE_CALL, "--cache", str(cache)]
    proof = subprocess.run(
        ["/usr/bin/python3", "-m", "scripts.prove", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert proof.returncode == 0, proof.stdout + proof.stderr
    assert proof.stdout.endswith("Proven.\n")
    assert list(tmp_path.iterdir()) == []


def test_every_command_of_the_page_is_typed_by_the_proof() -> None:
    """It names the headings; one that was added must not stay untried."""
    page = (ROOT / "docs" / "installation.md").read_text(encoding="utf-8")
    source = (ROOT / "scripts" / "prove" / "installation.py").read_text(encoding="utf-8")
    headings = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    with_commands = [heading for heading in headings if commands("installation.md", heading)]
    assert len(with_commands) == 8
    assert [heading for heading in with_commands if f'"{heading}"' not in source] == []
