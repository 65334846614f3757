"""docs/cli.md and --help tell the truth.

After a change that is meant: ``REWRITE_DOCS=1 pytest tests/cli/test_docs.py``, then read the diff.
"""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from acd.cli.root import main
from acd.settings import SettingsWrong, read_settings
from tests.cli.conftest import run_acd

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
BEGIN, END = "<!-- help -->\n", "<!-- end of help -->\n"
WIDTH = "78"


def commands(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and group below `acd`, by its words."""
    if path:
        yield path
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, (*path, name))


def help_of(path: tuple[str, ...]) -> str:
    """What `--help` says at a terminal of a certain width."""
    ran = run_acd(*path, "--help", env={"COLUMNS": WIDTH})
    assert ran.code == 0
    return ran.out


def section() -> str:
    """The part of the page that is made of `--help`."""
    parts = []
    for path in commands():
        title = f"{'#' * (len(path) + 2)} `acd {' '.join(path)}`"
        parts.append(f"{title}\n\n```text\n{help_of(path)}```\n")
    return "\n".join(parts)


def test_the_page_says_what_help_says() -> None:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    found, _, after = rest.partition(END)
    expected = f"\n{section()}\n"
    if os.environ.get("REWRITE_DOCS"):
        PAGE.write_text(f"{before}{BEGIN}{expected}{END}{after}", encoding="utf-8")
        found = expected
    assert found.splitlines() == expected.splitlines()


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_examples_stand_on_lines_of_their_own(path: tuple[str, ...]) -> None:
    told = help_of(path)
    assert "\\b" not in told, "the mark that keeps click from filling lines has been escaped"
    heads = re.findall(r"^ +(?:Next|Examples?|A day of work):(.*)$", told, re.MULTILINE)
    assert not any(heads), told


def test_the_page_names_every_setting_and_no_other() -> None:
    asked: list[str] = []

    class Asked(dict[str, str]):
        def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
            asked.append(name)
            return default

    with pytest.raises(SettingsWrong):
        read_settings(Asked())
    listed = re.findall(r"^\| `(ACD_\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(asked)


def test_the_defaults_it_names_are_the_defaults(tmp_path: Path) -> None:
    rows = re.findall(r"^\| `(ACD_\w+)` \| `(.+?)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    for name in ("company", "secrets"):
        (tmp_path / name).touch()
    needed = {
        "ACD_COMPANY": str(tmp_path / "company"),
        "ACD_DSN": "dbname=acd",
        "ACD_SECRETS": str(tmp_path / "secrets"),
        "ACD_ARI_URL": "http://127.0.0.1:8088",
        "ACD_CONTROL_SOCKET": str(tmp_path / "socket"),
        "ACD_SOUNDS_DIR": str(tmp_path),
    }
    assert len(rows) == 12
    assert read_settings(needed) == read_settings({**needed, **dict(rows)})


def examples() -> list[str]:
    """Every line that begins with `acd` in a help text or in an indented block of the page."""
    told = [help_of(path) for path in commands()] + [help_of(()), PAGE.read_text(encoding="utf-8")]
    lines = (line.split("  ")[0] for text in told for line in re.findall(r"^ +(acd .+)", text, re.MULTILINE))
    return sorted({re.split(r" && | \| |   ", line)[0] for line in lines if "--help" not in line})


@pytest.mark.parametrize("line", examples())
def test_examples_are_commands_that_exist_with_arguments_that_fit(line: str) -> None:
    command: click.Command = main
    words = shlex.split(line)[1:]
    context = click.Context(main, info_name="acd")
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
        context = click.Context(command, info_name=command.name, parent=context)
    needed = {"ACD_COMPANY": "company.yaml", "ACD_SECRETS": "secrets.json"}
    with pytest.MonkeyPatch.context() as environment:
        for name, value in needed.items():
            environment.setenv(name, value)
        command.parse_args(context, words)
