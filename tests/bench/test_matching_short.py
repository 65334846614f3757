"""P6, as short as it can be: the matcher and the scan name the same pairs, and a wrong answer is noticed."""

import pytest

from bench.matching.day import Day, Disagreement
from bench.options import Options
from bench.rows import p6


def test_a_short_measurement_has_all_figures() -> None:
    row = p6.measure(Options(rounds=1, short=True))
    assert [figure.name for figure in row.figures] == ["decisions_per_s", "p50_us", "p99_us"]
    assert all(figure.rival is not None and figure.rival.median > 0 for figure in row.figures)
    assert "bytes as JSON" in " ".join(row.notes)


def test_a_wrong_answer_ends_the_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    day = Day(agents=20, waiting=20, seed=1)
    day.attach_rival()
    assert day.scan is not None
    monkeypatch.setattr(day.scan, "next_pair", lambda: None)
    with pytest.raises(Disagreement):
        day.run(500)
