"""Where the demo is shown, and what is refused before it begins."""

from pathlib import Path

import pytest
from rich.console import Console

from acd.demo.__main__ import main
from acd.demo.show import Lines, Table, show_on


def test_a_terminal_has_the_table_a_log_and_a_dumb_terminal_have_lines() -> None:
    assert isinstance(show_on(Console(force_terminal=True, _environ={"TERM": "xterm"})), Table)
    assert isinstance(show_on(Console(force_terminal=True, _environ={"TERM": "dumb"})), Lines)
    assert isinstance(show_on(Console(force_terminal=False)), Lines)


@pytest.mark.parametrize("name", ["no-such-folder/demo.svg", "."])
def test_a_picture_that_cannot_be_written_is_refused_before_anybody_phones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="2"):
        main(["--picture", name])
    assert f"{name!r}: give a file in a folder that exists" in capsys.readouterr().err
