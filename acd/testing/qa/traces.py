"""What stands under a failed test, and what is kept of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.qa.kept import keep, log_since
from acd.testing.qa.sounds import KnownSounds
from acd.testing.qa.stack import StackUnderTest
from acd.testing.qa.story import CallStory, story_of
from acd.testing.rack import PhoneRack

LONGEST_STORY = 150
"""Lines; of a longer one the end is shown, the whole is kept."""
LOG_LINES = 30
"""How much of the service's log stands under a test that was about the service itself."""
WARNINGS = 15
"""And how many of its warnings under a test of a company."""

Section = tuple[str, str]


def traces(report: pytest.TestReport, used: Iterable[object], folder: Path) -> Iterator[Section]:
    """The story of everything with phones in it that a failed test has used, each once; and what was kept."""
    told: set[int] = set()
    for one in used:
        match one:
            case StackUnderTest(centre=centre) as on_test if id(centre) not in told:
                told.add(id(centre))
                yield from _of_test(report, on_test, folder)
            case CallCentre() as centre if id(centre) not in told:
                told.add(id(centre))
                yield from _of_centre(report, centre, folder)
            case PhoneRack() as rack if id(rack) not in told:
                told.add(id(rack))
                yield "SIP phones", rack.story()


def _of_test(report: pytest.TestReport, on_test: StackUnderTest, folder: Path) -> Iterator[Section]:
    story, log = on_test.story(), log_since(on_test.centre, on_test.log_from)
    yield _told(story)
    if warnings := _warnings(log):
        yield "What the service warned of", "\n".join(warnings[-WARNINGS:])
    yield _kept(
        keep(
            folder,
            test=report.nodeid,
            failure=_message(report),
            story=story,
            phones=on_test.centre.phones,
            log=log,
        )
    )


def _of_centre(report: pytest.TestReport, centre: CallCentre, folder: Path) -> Iterator[Section]:
    voices = {phone.name: phone.tone_hz for phone in centre.phones.phones}
    story, log = story_of(centre, KnownSounds(prompts={}, voices=voices), {}), log_since(centre, 0)
    yield _told(story)
    yield "The service's last words", "\n".join(log.decode("utf-8", "replace").splitlines()[-LOG_LINES:])
    yield _kept(
        keep(folder, test=report.nodeid, failure=_message(report), story=story, phones=centre.phones, log=log)
    )


def _told(story: CallStory) -> Section:
    lines = story.text().splitlines()
    left_out = len(lines) - LONGEST_STORY
    more = [f"… {left_out} lines before; story.txt has them"] if left_out > 0 else []
    return "The story of this test", "\n".join([*more, *lines[-LONGEST_STORY:]])


def _kept(files: Sequence[Path]) -> Section:
    folder, here = files[0].parent, Path.cwd()
    seen = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return "Kept of this test", "\n".join([f"{seen}/", *(f"  {file.name}" for file in files)])


def _warnings(log: bytes) -> list[str]:
    wanted = ('"level": "warning"', '"level":"warning"', '"level": "error"', '"level":"error"')
    lines = log.decode("utf-8", "replace").splitlines()
    return [line for line in lines if any(level in line for level in wanted) or not line.startswith("{")]


def _message(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash is not None else report.longreprtext)
