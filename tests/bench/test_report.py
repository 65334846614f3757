"""A results file says what the table says, and a loss is said to be one."""

import io
import json
import math
from pathlib import Path

from rich.console import Console

from bench.report import Aim, Figure, Row, Spread, in_words, markdown, percentile, show, write

FAST, SLOW = Spread.of([1.0, 3.0, 2.0]), Spread.of([400.0])


def row(*aims: Aim) -> Row:
    return Row(
        id="P1",
        title="a wait",
        figures=(Figure(name="p50_ms", ours=FAST, rival=SLOW), Figure(name="carried_per_s", ours=SLOW)),
        aims=aims,
        rival="app_queue",
        ratio=200.0,
        settings={"agents": 20},
        notes=("a [note] in brackets",),
    )


def printed(*rows: Row) -> str:
    console = Console(file=io.StringIO(), width=120)
    show(rows, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_spread_is_the_median_and_the_ends_of_the_rounds() -> None:
    assert (FAST.median, FAST.least, FAST.most) == (2.0, 1.0, 3.0)


def test_a_round_without_a_value_does_not_count() -> None:
    assert Spread.of([math.nan, 5.0]).median == 5.0
    assert math.isnan(Spread.of([math.nan]).median)


def test_a_percentile_is_a_value_that_was_seen() -> None:
    values = [float(value) for value in range(1, 201)]
    assert [percentile(values, percent) for percent in (50, 99, 100)] == [100.0, 198.0, 200.0]
    assert percentile([7.0], 99) == 7.0
    assert math.isnan(percentile([], 50))


def test_a_row_is_met_only_when_all_its_aims_are() -> None:
    good, bad, open_ = Aim(text="a", met=True), Aim(text="b", met=False), Aim(text="c", met=None)
    assert row(good).met is True
    assert row(good, open_).met is None
    assert row(good, open_, bad).met is False


def test_a_results_file_has_the_figure_of_the_rival_under_its_own_name(tmp_path: Path) -> None:
    json_file, document = write([row(Aim(text="at most 6 ms", met=True))], tmp_path)
    (kept,) = json.loads(json_file.read_text("utf-8"))
    assert kept["id"] == "P1"
    assert (kept["p50_ms"], kept["least_p50_ms"], kept["most_p50_ms"]) == (2.0, 1.0, 3.0)
    assert kept["rival_p50_ms"] == 400.0
    assert "rival_carried_per_s" not in kept
    assert (kept["ratio"], kept["aim"], kept["met"]) == (200.0, "at most 6 ms", True)
    assert kept["settings"] == {"agents": 20}
    assert document.read_text("utf-8") == markdown([row(Aim(text="at most 6 ms", met=True))])


def test_a_figure_that_could_not_be_measured_is_none_in_the_file_and_a_dash_in_the_table() -> None:
    empty = Row(id="P9", title="", figures=(Figure(name="p50_ms", ours=Spread.of([])),), aims=())
    assert empty.as_json()["p50_ms"] is None
    assert "| p50 [ms] | - |" in markdown([empty])


def test_a_missed_aim_is_printed_as_missed() -> None:
    told = printed(row(Aim(text="at most 1 ms", met=False), Aim(text="200 times", met=True)))
    assert "MISSED: at most 1 ms" in told
    assert "met: 200 times" in told
    assert "a [note] in brackets" in told
    assert "- **MISSED**: at most 1 ms" in markdown([row(Aim(text="at most 1 ms", met=False))])


def test_the_table_has_a_column_for_those_who_were_measured() -> None:
    told = printed(row())
    assert "app_queue" in told
    assert "bare ARI client" not in told


def test_the_unit_is_told_apart_from_the_name() -> None:
    assert in_words("asterisk_cpu_per_call_ms") == ("asterisk cpu per call", "ms")
    assert in_words("carried_per_s") == ("carried", "1/s")
    assert in_words("ratio") == ("ratio", "1")


def test_figures_have_three_digits_and_no_exponent() -> None:
    spread = Spread.of([0.012345, 7.891, 1714.4])
    row = Row(id="P9", title="", figures=(Figure(name="p50_ms", ours=spread),), aims=())
    assert "| p50 [ms] | 7.89 (0.0123 … 1,714) |" in markdown([row])
