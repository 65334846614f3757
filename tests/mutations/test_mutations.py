"""Breaks the service on purpose, one thing at a time: for each the tests must go red."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mutations.callback_number import CALLBACK_NUMBER
from tests.mutations.calling_back import CALLING_BACK
from tests.mutations.calling_times import CALLING_TIMES
from tests.mutations.customer_first import CUSTOMER_FIRST
from tests.mutations.messages import MESSAGES, NOTES, PREVIEW
from tests.mutations.mutants import MUTANTS, Mutant
from tests.mutations.ringing_again import RINGING_AGAIN
from tests.mutations.routing import ROUTING
from tests.mutations.scheduling import SCHEDULING
from tests.mutations.while_waiting import WHILE_WAITING

ROOT = Path(__file__).parents[2]
NEEDED = [
    "acd",
    "asterisk-conf",
    "bench",
    "dialplan",
    "docs",
    "examples",
    "migrations",
    "scripts",
    "tests",
    "pyproject.toml",
]
TESTS_FAILED = 1
"""pytest's exit status for that; anything else than this and 0 is no verdict on the mutant."""
LIMIT_S = 300.0
TENTH = 10
EVERY = (
    *MUTANTS,
    *ROUTING,
    *WHILE_WAITING,
    *CALLING_BACK,
    *RINGING_AGAIN,
    *CALLING_TIMES,
    *CALLBACK_NUMBER,
    *MESSAGES,
    *CUSTOMER_FIRST,
    *NOTES,
    *SCHEDULING,
    *PREVIEW,
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project once more, to be broken."""
    folder = tmp_path_factory.mktemp("copy")
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    yield folder
    shutil.rmtree(folder)


def verdict(copy: Path, arguments: tuple[str, ...]) -> tuple[int, str]:
    """What pytest says there."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return done.returncode, done.stdout[-2000:] + done.stderr[-2000:]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The whole list takes a while: every tenth of it, unless all are asked for."""
    mutants = EVERY if metafunc.config.getoption("--all-mutants") else EVERY[::TENTH]
    if "mutant" in metafunc.fixturenames:
        metafunc.parametrize("mutant", mutants, ids=lambda mutant: mutant.name)
    elif "arguments" in metafunc.fixturenames:
        metafunc.parametrize("arguments", sorted({each.caught_by for each in mutants}), ids=" ".join)


def test_the_whole_list_is_of_today() -> None:
    """Also those of it whose turn it is not."""
    texts = {file: (ROOT / file).read_text(encoding="utf-8") for file in {each.file for each in EVERY}}
    assert [each.name for each in EVERY if texts[each.file].count(each.old) != 1] == []


def test_without_a_mutant_they_pass(copy: Path, arguments: tuple[str, ...]) -> None:
    """Or else their failing would mean nothing."""
    code, said = verdict(copy, arguments)
    assert code == 0, said


def test_a_mutant_is_noticed(copy: Path, mutant: Mutant) -> None:
    file = copy / mutant.file
    text = file.read_text(encoding="utf-8")
    assert text.count(mutant.old) == 1, f"the list is out of date: look at {mutant.file}"
    file.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        code, said = verdict(copy, mutant.caught_by)
    finally:
        file.write_text(text, encoding="utf-8")
    assert code == TESTS_FAILED, f"survived: {mutant.name}\n{said}"
