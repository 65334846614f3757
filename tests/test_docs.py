"""What the documents name exists: links, paths, commands, settings."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from acd.cli.root import main

ROOT = Path(__file__).parents[1]
PAGES = {
    str(page.relative_to(ROOT)): page.read_text(encoding="utf-8")
    for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
}
TOGETHER = "\n".join(PAGES.values())

PLACES = ["acd", "asterisk-conf", "bench", "dialplan", "docs", "examples", "migrations", "scripts", "tests"]
PATH = re.compile(rf"(?<![\w./$-])(?:{'|'.join(PLACES)})/[\w./*-]*\w/?")
TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)")
COMMAND = re.compile(r"(?:^ +|`)(?:\.venv/bin/)?acd ([a-z][^`\n]+)", re.MULTILINE)
WHAT_FOLLOWS = re.compile(r" +# | {2,}| && | \| ")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    found = [(target, anchor) for target, anchor in LINK.findall(PAGES[page]) if target or anchor]
    lost = []
    for target, anchor in found:
        path = ((ROOT / page).parent / target).resolve() if target else ROOT / page
        if not path.exists() or (anchor and anchor[1:] not in anchors(path.read_text(encoding="utf-8"))):
            lost.append(target + anchor)
    assert lost == []


def anchors(page: str) -> set[str]:
    """What the headings of a page can be linked by."""
    titles = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_path_exists(page: str) -> None:
    assert [path for path in PATH.findall(PAGES[page]) if not exists(path)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_is_named_exists(page: str) -> None:
    named = set(TEST.findall(PAGES[page]))
    assert [test for path, test in named if f"def {test}(" not in (ROOT / path).read_text("utf-8")] == []


def exists(path: str) -> bool:
    """Whether the checkout has it, or a template for it. A name in capitals stands for any."""
    pattern = re.sub(r"\b[A-Z]{2,}\b", "*", path)
    templates = (f"{folder}/{pattern}.j2" for folder in ("asterisk-conf", "dialplan"))
    return path == "README.md" or any(any(ROOT.glob(one)) for one in (pattern.rstrip("/"), *templates))


def commands() -> list[str]:
    """Every `acd …` of the documents."""
    return sorted({WHAT_FOLLOWS.split(line)[0].rstrip(" …") for line in COMMAND.findall(TOGETHER)})


@pytest.mark.parametrize("line", [line for line in commands() if "--help" not in line])
def test_every_command_exists_and_has_the_options_it_is_shown_with(line: str) -> None:
    words = shlex.split(line)
    command: click.Command = main
    while words and isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    if not words:  # it is only named
        return
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ACD_COMPANY", "company.yaml")
        environment.setenv("ACD_SECRETS", "secrets.json")
        command.parse_args(click.Context(command, info_name=line), words)


def test_every_target_of_make_exists() -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"(?:^ +|`)make ([\w-]+)", TOGETHER, re.MULTILINE)
    assert {"run", "test", "check"} <= set(named) <= set(targets)


@pytest.mark.parametrize("arguments", sorted(set(re.findall(r'PYTEST_ARGS="([^"]+)"', TOGETHER))))
def test_what_is_given_to_pytest_selects_tests(arguments: str) -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *shlex.split(arguments)]
    collected = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert collected.returncode == pytest.ExitCode.OK, collected.stdout + collected.stderr


def test_every_variable_is_read_somewhere() -> None:
    patterns = ("acd/**/*.py", "scripts/*", "dialplan/**/*.j2", "docker-compose.yml", "tests/conftest.py")
    sources = [source for pattern in patterns for source in ROOT.glob(pattern)]
    read = "\n".join(source.read_text(encoding="utf-8") for source in sources if source.is_file())
    named = set(re.findall(r"\bACD_[A-Z_]+\b", TOGETHER))
    assert {name for name in named if not re.search(rf"\b{name}\b", read)} == set()
