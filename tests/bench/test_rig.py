"""The bench itself, as short as it can be: real calls through the service, app_queue and the bare client."""

import json
from pathlib import Path

import pytest

from bench.__main__ import main, measures
from bench.options import Options
from bench.report import Figure, Row, Spread
from bench.rows import p3, p7

pytestmark = pytest.mark.system


def test_everybody_is_measured_in_the_same_run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "P4", "--short", "--results", str(tmp_path)]) == 0
    (results,) = tmp_path.glob("*.json")
    (row,) = json.loads(results.read_text("utf-8"))
    for who in ("", "rival_", "floor_"):
        assert row[f"{who}carried_per_s"] > 0
        assert row[f"{who}asterisk_cpu_per_call_ms"] > 0
    assert row["service_cpu_per_call_ms"] > 0
    notes = "\n".join(row["notes"])
    (requests,) = [note for note in row["notes"] if note.startswith("ours, requests: ")]
    assert "POST bridges/…/addChannel 1.0" in requests
    assert "bare ARI client, events: " in notes
    assert "ours wrote" in notes
    assert "refused" not in notes
    assert [path.name for path in tmp_path.glob("*.svg")] == ["p4-cpu.svg"]
    assert "P4  CPU for each call" in capfd.readouterr().out


def test_a_row_that_does_not_exist_is_the_users_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--only", "P1,P99"])
    assert ended.value.code == 2
    assert "there is no row P99" in capsys.readouterr().err


def test_every_row_of_the_bench_is_found() -> None:
    assert {"P1", "P2", "P3", "P4"} <= set(measures())


def test_a_row_that_fails_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_options: Options) -> Row:
        raise OSError("the plug was pulled")

    def succeed(_options: Options) -> Row:
        return Row(id="P7", title="a crash", figures=(Figure(name="p50_s", ours=Spread.of([1.5])),), aims=())

    monkeypatch.setattr(p3, "measure", fail)
    monkeypatch.setattr(p7, "measure", succeed)
    assert main(["--only", "P3,P7", "--results", str(tmp_path)]) == 1
    told = capfd.readouterr().out
    assert "the plug was pulled" in told
    assert "P3 could not be measured" in told
    assert "P7  a crash" in told
