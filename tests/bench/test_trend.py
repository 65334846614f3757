"""Whether something grows is told by its samples, and how sure that is."""

from random import Random

import pytest

from bench.scale.growth import Sample, growth_of
from bench.scale.trend import trend

SAMPLES = 400
RUNS = 200


def noisy(slope: float, seed: int = 1) -> list[tuple[float, float]]:
    dice = Random(seed)  # noqa: S311
    return [(float(x), 50 + slope * x + dice.gauss(0, 1)) for x in range(SAMPLES)]


def test_a_slope_is_found_in_the_noise() -> None:
    found = trend(noisy(0.1))
    assert found.low < 0.1 < found.high
    assert found.high - found.low < 0.01
    assert found.low > 0


def test_the_interval_holds_the_truth_nineteen_times_of_twenty() -> None:
    found = [trend(noisy(0.003, seed)) for seed in range(RUNS)]
    assert sum(one.low < 0.003 < one.high for one in found) / RUNS == pytest.approx(0.95, abs=0.035)


def test_one_wild_sample_changes_nothing() -> None:
    samples = noisy(0.0)
    calm = trend(samples)
    samples[-1] = (samples[-1][0], 5_000.0)
    assert trend(samples).slope == pytest.approx(calm.slope, abs=0.001)


def test_a_few_samples_are_no_trend() -> None:
    with pytest.raises(ValueError, match="too few"):
        trend(noisy(0.1)[:7])


def test_other_units() -> None:
    found = trend(noisy(0.1))
    assert found.times(10).low == pytest.approx(found.low * 10)


def run_of(calls: int, *, filling: float, leak_b: float) -> list[Sample]:
    """Memory that is filled in the first tenth, and loses `leak_b` bytes with each call."""
    step = calls // 200
    return [
        Sample(
            calls=done,
            rss_mib=80 + filling * min(1.0, done / (calls * 0.1)) + leak_b * done / 2**20,
            cpu_s=done / 700,
        )
        for done in range(step, calls + 1, step)
    ]


def test_filling_what_has_a_fixed_size_is_no_growth() -> None:
    growth = growth_of(run_of(1_000_000, filling=15.0, leak_b=0.0))
    assert growth.is_flat
    assert growth.trend_b.slope == pytest.approx(0, abs=0.01)
    assert growth.calls_per_cpu_s == pytest.approx(700)


def test_a_forgotten_reference_for_each_call_is_growth() -> None:
    growth = growth_of(run_of(1_000_000, filling=15.0, leak_b=16.0))
    assert not growth.is_flat
    assert growth.trend_b.slope == pytest.approx(16, rel=0.01)


def test_a_short_run_tells_nothing() -> None:
    assert not growth_of(run_of(10_000, filling=15.0, leak_b=0.0)).is_long_enough
    assert growth_of(run_of(1_000_000, filling=15.0, leak_b=0.0)).is_long_enough
