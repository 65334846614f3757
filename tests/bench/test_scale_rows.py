"""P5, P7 and P10 as rows: which figures they tell, and when an aim counts as met."""

import pytest

from bench.options import Options
from bench.rows import p5, p7, p10
from bench.scale.growth import Growth, Sample
from bench.scale.trend import Trend


def floors(large_ms: float) -> p5.Gaps:
    return {
        (kind, size): [[gap] * 10, [gap + 1] * 10, [gap] * 10]
        for kind in (p5.IDLE, p5.ELSEWHERE)
        for size, gap in ((20, 10.0), (10_000, large_ms))
    }


def test_a_flat_floor() -> None:
    row = p5.row(floors(11.0), {10_000: {"the service": 3.0}}, Options(rounds=3))
    assert row.met
    assert row.ratio == pytest.approx(10 / 11)
    assert row.as_json()["10000_agents_bystanders_idle_p50_ms"] == 11.0
    assert "the service 3.0 s" in row.notes[0]


def test_a_floor_that_grows_slow() -> None:
    row = p5.row(floors(30.0), {10_000: {}}, Options(rounds=3))
    assert row.met is False
    assert "worst: 3.00 times" in row.aims[0].text


def crash(offered_s: float, *lost: str) -> p7.Crash:
    return p7.Crash(offered_s=offered_s, steps=[("starting", offered_s / 2)], lost=lost)


def test_crashes() -> None:
    crashes = {p7.RESTART: [crash(1.0), crash(1.8), crash(9.0)], p7.STAND_BY: [crash(0.5)]}
    row = p7.row(crashes, talking=200, waiting=1000, options=Options(rounds=3))
    assert row.met
    told = row.as_json()
    assert (told["restarted_first_offer_s"], told["most_restarted_first_offer_s"]) == (1.8, 9.0)
    assert "starting 900 ms" in row.notes[0]


def test_one_loss_in_one_crash_is_a_loss() -> None:
    crashes = {p7.RESTART: [crash(1.0), crash(1.0, "a talk has ended")], p7.STAND_BY: [crash(0.5)]}
    row = p7.row(crashes, talking=200, waiting=1000, options=Options(rounds=2))
    assert row.met is False
    assert "LOST: restart: a talk has ended" in row.notes


def grown(calls: int, high_b: float) -> Growth:
    return Growth(
        samples=(
            Sample(calls=1, rss_mib=80.0, cpu_s=1.0),
            Sample(calls=calls, rss_mib=90.0, cpu_s=calls / 700),
        ),
        trend_b=Trend(slope=0.1, low=0.0, high=high_b),
    )


MEMORY = dict.fromkeys(p10.COUNTED, 300.0)


@pytest.mark.parametrize(
    ("growth", "met"),
    [(grown(1_000_000, 1.0), True), (grown(1_000_000, 30.0), False), (grown(1_000, 1.0), None)],
)
def test_growth(growth: Growth, met: bool | None) -> None:
    row = p10.row(MEMORY, [], growth, agents=10_000, waiting=10_000, wanted=10_000)
    assert row.met is met


def test_too_much_memory_anywhere_is_too_much() -> None:
    memory = {**MEMORY, "service_peak_after_crash_MiB": 501.0}
    row = p10.row(memory, [], grown(1_000_000, 1.0), agents=10_000, waiting=10_000, wanted=10_000)
    assert row.met is False


def test_fewer_real_callers_than_wanted_are_told() -> None:
    row = p10.row(MEMORY, [], grown(1_000_000, 1.0), agents=10_000, waiting=4_000, wanted=10_000)
    assert row.notes[0].startswith("real calls: only 4,000 waited")
