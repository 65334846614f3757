from pathlib import Path

import pytest

from acd.lab import installation


@pytest.mark.parametrize("version", ["20.14.0", "20.15.2", "21.9.0", "22.4.1", "22.10.1+dfsg+~cs6", "23.0.0"])
def test_versions_with_rest_over_websocket_are_taken(version: str) -> None:
    assert installation.new_enough(version)


@pytest.mark.parametrize(
    "version", ["", "18.24.0", "20.13.9", "21.8.0", "22.3.0", "certified/20.7-cert5", "GIT-x"]
)
def test_other_versions_are_not(version: str) -> None:
    assert not installation.new_enough(version)


@pytest.mark.parametrize(("version", "taken"), [("22.10.1", True), ("18.1.0", False)])
def test_the_asterisk_on_path_is_taken_if_it_is_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, taken: bool
) -> None:
    program = tmp_path / "asterisk"
    program.write_text(f"#!/bin/sh\necho Asterisk {version}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    found = installation.asterisk_on_path()
    assert found == (installation.InstalledAsterisk(program=program, version=version) if taken else None)
