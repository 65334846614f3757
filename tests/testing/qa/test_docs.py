"""docs/qa.md is followed as it stands: its company, its settings, its tests, and the one that fails."""

import re
import subprocess
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import yaml

from acd.testing.protocol import RATE_HZ
from acd.testing.sound_file import read_sound
from acd.testing.tones import tone_lasts_s

pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "qa.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(<!-- (\w+) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)

OWN_TEST = """
def test_talk_that_is_kept(caller, agent_phone, stack):
    stack.open_now("shop")
    tom = agent_phone("Tom")
    caller.dial("7000")
    caller.press("2")
    tom.answer()
    caller.say(1000)
    tom.hears_music(within_s=1)
    tom.hears_silence(within_s=1)


def test_word_that_is_misspelt(caller, stack):
    stack.open_now("shop")
    caller.dial("7000")
    caller.hears("wellcome")
"""


@dataclass(frozen=True)
class Run:
    """What pytest said to somebody who has followed the page, and where."""

    folder: Path
    said: str


def blocks(kind: str, note: str = "") -> list[str]:
    return [text for _, noted, of, text in BLOCK.findall(PAGE) if of == kind and noted == note]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("followed")
    company, *_ = blocks("yaml")
    for name in ("company.yaml", "vienna.yaml"):
        (folder / name).write_text(company, encoding="utf-8")
    (settings,), (failing,) = blocks("ini"), blocks("python", "fails")
    (folder / "pytest.ini").write_text(settings, encoding="utf-8")
    for number, block in enumerate(blocks("python")):
        (folder / f"test_{number:02}.py").write_text(block, encoding="utf-8")
    (folder / "test_bread.py").write_text(failing, encoding="utf-8")
    (folder / "test_own.py").write_text(OWN_TEST, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:asyncio",
        "-p",
        "no:cacheprovider",
        "--acd-patience=3",
    ]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return Run(folder, ended.stdout + ended.stderr)


def test_every_test_of_the_page_passes_and_that_which_should_fail_fails(followed: Run) -> None:
    passing = sum(block.count("def test_") for block in blocks("python"))
    assert f"3 failed, {passing} passed" in followed.said, followed.said
    assert "FAILED test_bread.py::test_bread_is_for_tom" in followed.said


def shape(line: str) -> str:
    """A line without what differs from one run to the next."""
    return re.sub(r"\d+(\.\d+)?", "#", line).strip()


def test_failure_of_the_page_is_what_pytest_shows(followed: Run) -> None:
    (shown,) = blocks("text", "failure")
    said = {shape(line) for line in followed.said.splitlines()}
    missing = [line for line in shown.splitlines() if line and shape(line) not in said]
    assert missing == [], followed.said


def test_mistake_in_a_test_is_told_at_its_line_without_lines_of_the_kit(followed: Run) -> None:
    shown = followed.said.partition("test_word_that_is_misspelt")[2].partition("The story of this test")[0]
    assert '>       caller.hears("wellcome")\nE       acd.testing.errors.MistakeInTest: The company' in shown
    assert "person.py" not in shown


def test_what_is_kept_of_the_failure_is_what_the_page_names(followed: Run) -> None:
    folder = followed.folder / "acd-artifacts" / "test_bread.py--test_bread_is_for_tom"
    (shown,) = blocks("text", "failure")
    listed = re.findall(r"^  (\S+\.\w+)$", shown, re.MULTILINE)
    assert sorted(listed) == sorted(file.name for file in folder.iterdir())
    html = (folder / "story.html").read_text(encoding="utf-8")
    assert "Candidates, best first: Mia" in html
    assert 'src="caller-heard-in-call-1.wav"' in html
    assert "INVITE sip:7000" in (folder / "sip.txt").read_text(encoding="utf-8")
    assert b'"contact"' in (folder / "service.log").read_bytes()


def test_of_tests_that_passed_nothing_is_kept(followed: Run) -> None:
    kept = {folder.name for folder in (followed.folder / "acd-artifacts").iterdir()}
    assert kept == {
        "test_bread.py--test_bread_is_for_tom",
        "test_own.py--test_talk_that_is_kept",
        "test_own.py--test_word_that_is_misspelt",
    }


def test_audio_that_is_kept_is_what_the_phone_heard(followed: Run) -> None:
    kept = (
        followed.folder / "acd-artifacts" / "test_own.py--test_talk_that_is_kept" / "Tom-heard-in-call-1.wav"
    )
    with wave.open(str(kept)) as opened:
        assert (opened.getframerate(), opened.getnchannels()) == (RATE_HZ, 1)
    heard = read_sound(kept)
    assert tone_lasts_s(heard, 1000, RATE_HZ) > 0.5
    assert np.max(np.abs(heard)) > 1000


def test_jobs_for_the_ci_are_the_commands_of_the_installation() -> None:
    (installing,) = blocks("sh")
    _, *jobs = (yaml.safe_load(block) for block in blocks("yaml"))
    for job in jobs:
        lines = str(job)
        needed = re.findall(r"install --yes (.+)|pip install '(\S+)'|python (-m .+)", installing)
        words = " ".join("".join(one) for one in needed).split()
        assert "python3-venv" in words
        assert [word for word in words if word not in lines] == []
        assert "acd-artifacts" in lines


def test_options_of_the_page_are_options_of_the_plugin() -> None:
    helped = subprocess.run(
        [sys.executable, "-m", "pytest", "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout
    named = set(re.findall(r"--acd-\w+", PAGE))
    assert {"--acd-artifacts", "--acd-patience", "--acd-stack"} <= named
    assert [option for option in named if option not in helped] == []
