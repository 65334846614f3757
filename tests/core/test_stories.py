"""Golden stories: each file under `stories/` is heard line by line, and must come out as it is written.

After a change that is meant: ``REWRITE_STORIES=1 pytest tests/core/test_stories.py``, then read the diff.
"""

import os
import re
from pathlib import Path

import pytest

from tests.core.floor_story import FloorStory
from tests.core.small_company import company

STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))
HEARD = re.compile(r"(?P<at>\d+(\.\d+)?)\s+(?P<message>\S.*)")


def told(text: str) -> str:
    """The story as it happens now: its inputs and comments, with what comes of them."""
    story = FloorStory(company())
    for line in text.splitlines():
        heard = HEARD.fullmatch(line)
        if heard:
            story.hear(float(heard["at"]), heard["message"])
        elif not line.startswith(" "):
            story.lines.append(line)
    return story.text


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_happens_as_written(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    now = told(written)
    if os.environ.get("REWRITE_STORIES"):
        path.write_text(now, encoding="utf-8")
    assert now.splitlines() == path.read_text(encoding="utf-8").splitlines()
