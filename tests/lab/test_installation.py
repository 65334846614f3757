from pathlib import Path

import pytest

from acd.lab import installation


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
