"""Puts the last run into `docs/performance.md`, between its two marks, with the plots beside it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bench import plot
from bench.report import Row, markdown

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- the last run: begin -->", "<!-- the last run: end -->"


def put(rows: Sequence[Row], *, when: datetime, host: str, command: str, page: Path = PAGE) -> list[Path]:
    """Replace what stands between the marks; the files that were written.

    Raises:
        ValueError: the page has lost its marks.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page.name} lacks the marks {BEGIN} and {END}: put them around the last run.")
    plots = plot.write(rows, page.with_suffix(""))
    shown = "\n".join(f"![{path.stem}]({page.stem}/{path.name})" for path in plots)
    told = f"{when:%Y-%m-%d %H:%M}, {host}: `{command}`"
    page.write_text(
        f"{before}{BEGIN}\n\n{told}\n\n{markdown(rows)}\n{shown}\n\n{END}{after}", encoding="utf-8"
    )
    return [page, *plots]
