"""The page about performance shows the last run of each row, and keeps the rest of its words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.document import BEGIN, END, PAGE, put
from bench.report import Aim, Figure, Row, Spread

WHEN = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def row(value: float, name: str = "P1") -> Row:
    return Row(
        id=name,
        title="a wait",
        figures=(Figure(name="p50_ms", ours=Spread.of([value])),),
        aims=(Aim(text="at most 6 ms", met=value <= 6),),
        samples={"ours": [value, value * 2]},
    )


def put_into(page: Path, *rows: Row, command: str = "python -m bench") -> str:
    put(rows, when=WHEN, host="2 cores", command=command, page=page)
    return page.read_text("utf-8")


def test_a_run_replaces_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Title\n{BEGIN}\nold\n{END}\nLast words\n", "utf-8")
    put_into(page, row(5.0))
    told = put_into(page, row(7.0))
    assert told.startswith("# Title\n")
    assert told.endswith("\nLast words\n")
    assert "2026-11-22 07:00, 2 cores: `python -m bench`" in told
    assert "| p50 [ms] | 7 (7 … 7) |" in told
    assert "- **MISSED**: at most 6 ms" in told
    assert "old" not in told
    assert "![p1](page/p1.svg)" in told
    assert (tmp_path / "page" / "p1.svg").exists()


def test_a_run_of_some_rows_leaves_the_last_runs_of_the_others_in_their_places(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    put_into(page, row(9.0, "FIDELITY"), row(2.0, "P2"), row(10.0, "P10"))
    told = put_into(page, row(4.0, "P4"), row(3.0, "P2"), command="python -m bench --only P2,P4")
    lines = told.splitlines()
    assert [line for line in lines if line.startswith("### ")] == [
        "### P2: a wait",
        "### P4: a wait",
        "### P10: a wait",
        "### FIDELITY: a wait",
    ]
    assert [line.partition("`")[2] for line in lines if line.startswith("2026")] == [
        "python -m bench --only P2,P4`",
        "python -m bench --only P2,P4`",
        "python -m bench`",
        "python -m bench`",
    ]
    assert [line for line in lines if line.startswith("| p50")] == [
        "| p50 [ms] | 3 (3 … 3) |",
        "| p50 [ms] | 4 (4 … 4) |",
        "| p50 [ms] | 10 (10 … 10) |",
        "| p50 [ms] | 9 (9 … 9) |",
    ]
    assert put_into(page) == told


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="lacks the marks"):
        put_into(page, row(1.0))
    assert page.read_text("utf-8") == "no marks"


def test_the_page_of_the_project_has_its_marks() -> None:
    told = PAGE.read_text("utf-8")
    assert told.index(BEGIN) < told.index(END)
