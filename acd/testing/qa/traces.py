"""What stands under a failed test, and what is kept of it."""

from collections.abc import Iterable, Iterator
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
LOG_LINES = 15
"""How much of the service's log stands under a failed test, when it warned of something."""

Section = tuple[str, str]


def traces(report: pytest.TestReport, used: Iterable[object], folder: Path) -> Iterator[Section]:
    """The story of everything with phones in it that a failed test has used, each once; and what was kept."""
    told: set[int] = set()
    for one in used:
        match one:
            case StackUnderTest() as on_test if id(on_test.centre) not in told:
                told.add(id(on_test.centre))
                yield from _sections(
                    report, on_test.centre, on_test.story(), folder, log_from=on_test.log_from
                )
            case CallCentre() as centre if id(centre) not in told:
                told.add(id(centre))
                yield from _of_centre(report, centre, folder)
            case PhoneRack() as rack if id(rack) not in told:
                told.add(id(rack))
                yield "SIP phones", rack.story()


def _of_centre(report: pytest.TestReport, centre: CallCentre, folder: Path) -> Iterator[Section]:
    voices = {phone.name: phone.tone_hz for phone in centre.phones.phones}
    story = story_of(centre, KnownSounds(prompts={}, voices=voices), {})
    yield from _sections(report, centre, story, folder, log_from=0)


def _sections(
    report: pytest.TestReport, centre: CallCentre, story: CallStory, folder: Path, *, log_from: int
) -> Iterator[Section]:
    lines = story.text().splitlines()
    left_out = len(lines) - LONGEST_STORY
    more = [f"… {left_out} lines before; story.txt has them"] if left_out > 0 else []
    yield "The story of this test", "\n".join([*more, *lines[-LONGEST_STORY:]])
    if warnings := _warnings(log_since(centre, log_from)):
        yield "What the service warned of", "\n".join(warnings[-LOG_LINES:])
    files = keep(
        folder, test=report.nodeid, failure=_message(report), story=story, centre=centre, log_from=log_from
    )
    yield (
        "Kept of this test",
        "\n".join([f"{_as_seen_from_here(folder)}/", *(f"  {file.name}" for file in files)]),
    )


def _warnings(log: bytes) -> list[str]:
    wanted = ('"level": "warning"', '"level":"warning"', '"level": "error"', '"level":"error"')
    lines = log.decode("utf-8", "replace").splitlines()
    return [line for line in lines if any(level in line for level in wanted) or not line.startswith("{")]


def _message(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash is not None else report.longreprtext)


def _as_seen_from_here(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
