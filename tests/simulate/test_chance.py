"""Durations have the mean and spread that a scenario says, and waits come out as the spread has them."""

from math import sqrt
from statistics import fmean, pstdev

import msgspec
import pytest

from acd.simulate.chance import Chance, drawing
from acd.simulate.estimate import Estimate
from acd.simulate.report import estimates
from acd.simulate.runs import run_all
from acd.simulate.schema import Duration, Empirical, Erlang, Exponential, Fixed, Group, Lognormal, Poisson
from acd.simulate.world import Setting
from tests.simulate.floors import CALLS, setting

TALKS = {"talks.txt": (60.0, 120.0, 120.0, 660.0)}
"""On average 240 s; the mean square of what they differ by from that is 59,400."""

DURATIONS: list[tuple[Duration, float]] = [
    (Fixed(seconds=240.0), 0.0),
    (Exponential(mean_s=240.0), 1.0),
    (Lognormal(mean_s=240.0, deviation_s=360.0), 1.5),
    (Lognormal(mean_s=240.0, deviation_s=60.0), 0.25),
    (Erlang(mean_s=240.0, steps=4), 0.5),
    (Empirical(file="talks.txt"), sqrt(59_400.0) / 240.0),
]
"""All of the same mean, each with its coefficient of variation: the deviation as a share of the mean."""


@pytest.mark.parametrize(("duration", "variation"), DURATIONS)
def test_what_is_drawn_has_the_mean_and_the_spread_that_are_said(
    duration: Duration, variation: float
) -> None:
    draw = drawing(duration, Chance(1, 0).of("test"), TALKS)
    drawn = [draw() for _ in range(40_000)]
    assert fmean(drawn) == pytest.approx(240.0, rel=0.04)
    assert pstdev(drawn) / fmean(drawn) == pytest.approx(variation, rel=0.1, abs=1e-9)


def test_values_of_a_file_are_drawn_each_as_often() -> None:
    draw = drawing(Empirical(file="talks.txt"), Chance(1, 0).of("test"), TALKS)
    drawn = [draw() for _ in range(10_000)]
    assert set(drawn) == {60.0, 120.0, 660.0}
    assert drawn.count(120.0) == pytest.approx(5_000, abs=4 * sqrt(2_500))


def pollaczek_khinchine_s(rate: float, mean_s: float, variation: float) -> float:
    """M/G/1: the mean wait.

    Source: Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I, 5.6.
    """
    load = rate * mean_s
    return load / (1.0 - load) * mean_s * (1.0 + variation**2) / 2.0


def mean_wait(duration: Duration, seed: int) -> Estimate:
    """Of one agent's callers, who come every eight minutes and talk for four."""
    stream = msgspec.structs.replace(CALLS, arrivals=Poisson(per_hour=7.5), handle=duration)
    made = setting(streams={"calls": stream}, agents={"clerk": Group()}, hours=200.0, warm_up_hours=4.0)
    made = Setting(policy=made.policy, scenario=made.scenario, values=TALKS)
    runs = run_all(made, seed=seed, runs=6, jobs=1)
    return estimates(runs, lambda run: run.overall)["time_in_queue_s"]


@pytest.mark.parametrize(("duration", "variation"), [each for each in DURATIONS if each[1] != 1.0])
def test_waits_for_one_agent_are_as_the_spread_of_talks_has_them(
    duration: Duration, variation: float
) -> None:
    exact_s = pollaczek_khinchine_s(7.5 / 3600.0, 240.0, variation)
    # As with the other exact results: one interval in twenty misses, two in four hundred.
    found = mean_wait(duration, 1)
    assert found.covers(exact_s) or mean_wait(duration, 2).covers(exact_s)
    assert found.half_width is not None
    assert found.half_width < 0.25 * exact_s
