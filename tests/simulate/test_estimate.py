"""Confidence intervals: Student's t from the tables, and honest coverage."""

from random import Random

import pytest

from acd.simulate.estimate import estimate, student_t


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (7, 2.365), (8, 2.306), (9, 2.262), (30, 2.042), (120, 1.980)],
)
def test_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert student_t(freedom) == pytest.approx(quantile, abs=5e-4)


def test_an_interval_of_eight_covers_the_truth_nineteen_times_of_twenty() -> None:
    chance = Random(1)  # noqa: S311 - must be repeatable
    covered = sum(estimate(chance.gauss(3.0, 2.0) for _ in range(8)).covers(3.0) for _ in range(4000))
    assert covered / 4000 == pytest.approx(0.95, abs=0.011)


def test_one_run_says_nothing_of_how_far_it_may_be_off() -> None:
    assert (estimate([2.0]).mean, estimate([2.0]).half_width) == (2.0, None)
    assert estimate([None, None]).mean is None
