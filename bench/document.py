"""Puts a run into `docs/performance.md`, between its marks: what was measured replaces its last figures."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bench import plot
from bench.report import Row, markdown

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- the last runs: begin -->", "<!-- the last runs: end -->"

_SECTION = re.compile(r"^### (P\d+|[A-Z]+): .*?(?=^### |\Z)", re.DOTALL | re.MULTILINE)


def put(rows: Sequence[Row], *, when: datetime, host: str, command: str, page: Path = PAGE) -> list[Path]:
    """Replace what stands between the marks about these rows, and leave others; the files that were written.

    Raises:
        ValueError: the page has lost its marks.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    kept, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page.name} lacks the marks {BEGIN} and {END}: put them around the last runs.")
    sections = {found[1]: found[0].strip() for found in _SECTION.finditer(kept)}
    told = f"{when:%Y-%m-%d %H:%M}, {host}: `{command}`"
    plots: list[Path] = []
    for row in rows:
        drawn = plot.write([row], page.with_suffix(""))
        heading, _, figures = markdown([row]).partition("\n\n")
        shown = "\n".join(f"![{path.stem}]({page.stem}/{path.name})" for path in drawn)
        sections[row.id] = f"{heading}\n\n{told}\n\n{figures}\n{shown}".strip()
        plots += drawn
    runs = "\n\n".join(sections[name] for name in sorted(sections, key=_place))
    page.write_text(f"{before}{BEGIN}\n\n{runs}\n\n{END}{after}", encoding="utf-8")
    return [page, *plots]


def _place(name: str) -> tuple[bool, int]:
    """P1 and so on by their numbers, then whatever has a name."""
    number = name.removeprefix("P")
    return (not number.isdecimal(), int(number) if number.isdecimal() else 0)
