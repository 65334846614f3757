"""A small company without a mistake, and changes to it that bring some in."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from acd.company.check import CheckedCompany, check
from acd.company.mistake import Mistake

FOLDER = Path(__file__).parent / "files"
MINIMAL = (FOLDER / "minimal.yaml").read_text(encoding="utf-8")
ROUTING = (FOLDER / "routing.yaml").read_text(encoding="utf-8")
"""A company that uses all of routing."""


def changed(*replacements: tuple[str, str], text: str = MINIMAL) -> str:
    """The small company with each `old` (which must be there once) replaced by its `new`."""
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the file"
        text = text.replace(old, new)
    return text


def mistakes_in(text: str | bytes) -> list[Mistake]:
    """All mistakes; an empty list for a good file."""
    found = check(text.encode() if isinstance(text, str) else text, FOLDER)
    return [] if isinstance(found, CheckedCompany) else found


def company_in(text: str) -> CheckedCompany:
    """The company, which must be without mistake."""
    found = check(text.encode(), FOLDER)
    assert isinstance(found, CheckedCompany), "\n".join(mistake.told("file") for mistake in found)
    return found


def pointed_at(text: str, mistake: Mistake) -> str:
    """What stands in the file where a mistake points to, up to the end of the line."""
    return text.split("\n")[mistake.line - 1][mistake.column - 1 :]


class Bad(NamedTuple):
    """One change to the small company, and the one mistake that comes of it."""

    old: str
    new: str
    path: str
    points_at: str
    """What the file says where the mistake points to: its beginning."""
    says: str
    remedy: str


def _assert_told(bad: Bad, text: str = MINIMAL) -> None:
    """The change is reported once, at the right place, with the right remedy, and nothing else is."""
    text = changed((bad.old, bad.new), text=text)
    _assert_one(bad, text, mistakes_in(text))


def _assert_warned(bad: Bad, text: str = MINIMAL) -> None:
    """The change is no mistake, but is warned of once, and of nothing else."""
    text = changed((bad.old, bad.new), text=text)
    _assert_one(bad, text, list(company_in(text).warnings))


def _assert_one(bad: Bad, text: str, found: list[Mistake]) -> None:
    told = "\n".join(mistake.told("file") for mistake in found)
    assert len(found) == 1, told
    assert found[0].path == bad.path, told
    assert pointed_at(text, found[0]).startswith(bad.points_at), told
    assert bad.says in found[0].message, told
    assert bad.remedy in found[0].remedy, told


def each_is_told(bads: Mapping[str, Bad], text: str = MINIMAL) -> Callable[[Bad], None]:
    """The test that each of these changes is told, and nothing else is."""

    @pytest.mark.parametrize("bad", bads.values(), ids=bads)
    def is_told(bad: Bad) -> None:
        _assert_told(bad, text)

    return is_told


def each_is_warned_of(bads: Mapping[str, Bad], text: str = MINIMAL) -> Callable[[Bad], None]:
    """The test that each of these changes is warned of, and nothing else is."""

    @pytest.mark.parametrize("bad", bads.values(), ids=bads)
    def is_warned_of(bad: Bad) -> None:
        _assert_warned(bad, text)

    return is_warned_of
