"""The real folder is made and used by the tests of Asterisk; a stand-in for mmdebstrap shows the rest."""

import threading
from pathlib import Path

import pytest

from acd.lab import rootfolder
from acd.lab.errors import SetUpError

WORKING = """#!/bin/sh
echo run >> "$RUNS"
for last in "$@"; do :; done
mkdir -p "$last/etc"
echo "I: success" >&2
"""
BROKEN = """#!/bin/sh
for last in "$@"; do :; done
mkdir -p "$last/etc"
echo "E: the archive is away" >&2
exit 1
"""


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the stand-in counts its runs."""
    monkeypatch.setenv("ACD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("RUNS", str(tmp_path / "runs"))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return tmp_path / "runs"


def stand_in(tmp_path: Path, script: str) -> None:
    program = tmp_path / "mmdebstrap"
    program.write_text(script)
    program.chmod(0o755)


def test_runs_at_the_same_time_make_it_once(tmp_path: Path, runs: Path) -> None:
    stand_in(tmp_path, WORKING)
    found: list[Path] = []
    threads = [
        threading.Thread(target=lambda: found.append(rootfolder.root_folder(lambda line: None)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [tmp_path / "cache" / f"asterisk-{rootfolder.recipe_hash()}"] * 4
    assert runs.read_text() == "run\n"
    assert (found[0] / "etc" / "hosts").exists()


def test_a_changed_recipe_makes_another_folder(
    tmp_path: Path, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, WORKING)
    first = rootfolder.root_folder(lambda line: None)
    monkeypatch.setattr(rootfolder, "PACKAGES", (*rootfolder.PACKAGES, "one-more"))
    assert rootfolder.root_folder(lambda line: None) != first
    assert runs.read_text() == "run\nrun\n"


def test_what_failed_half_way_is_never_used_and_made_anew(tmp_path: Path, runs: Path) -> None:
    stand_in(tmp_path, BROKEN)
    with pytest.raises(SetUpError, match="the archive is away"):
        rootfolder.root_folder(lambda line: None)
    assert not runs.exists()
    stand_in(tmp_path, WORKING)
    assert rootfolder.root_folder(lambda line: None).exists()
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [
        f"asterisk-{rootfolder.recipe_hash()}",
        "asterisk.lock",
    ]


def test_progress_is_reported(tmp_path: Path, runs: Path) -> None:
    stand_in(tmp_path, WORKING)
    said: list[str] = []
    rootfolder.root_folder(said.append)
    assert said[-1] == "I: success"
