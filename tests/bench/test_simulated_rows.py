"""What the rows of the simulation make of what they have measured."""

import pytest

from acd.simulate.estimate import Estimate
from bench.options import Options
from bench.rows import fidelity, p8

FIGURE = ("calls", "delayed")


@pytest.mark.parametrize(
    ("one", "everywhere", "alike", "met"),
    [
        (3_500.0, 6_500.0, True, [True, True, True]),
        (2_900.0, 3_000.0, True, [False, False, True]),
        (3_500.0, 6_500.0, False, [True, True, False]),
    ],
)
def test_p8_meets_its_aims_or_says_that_it_does_not(
    one: float, everywhere: float, alike: bool, met: list[bool]
) -> None:
    row = p8.row([one], [one], [everywhere], [one], cores=2, alike=alike, calls=100)
    assert [aim.met for aim in row.aims] == met


def found(covered: float, errors: float) -> fidelity.Found:
    over_all = Estimate(mean=0.2, half_width=0.01)
    return fidelity.Found(exact=0.2, covered=covered, over_all=over_all, errors=errors)


@pytest.mark.parametrize(
    ("design", "other", "errors", "met"),
    [
        (0.95, 0.95, 1.0, [True, True, True]),
        (0.80, 0.95, 1.0, [False, False, True]),
        (0.95, 0.95, 6.0, [True, True, False]),
    ],
)
def test_fidelity_is_missed_when_intervals_miss(
    design: float, other: float, errors: float, met: list[bool]
) -> None:
    models = {"a": {FIGURE: found(design, errors)}, "b": {FIGURE: found(other, 0.5)}}
    row = fidelity.row(models, designed=["a"], seeds=4, calls=100)
    assert [aim.met for aim in row.aims] == met
    assert "a: calls delayed 0.2 (exact 0.2)" in row.notes


def test_p8_measures() -> None:
    row = p8.measure(Options(rounds=1, short=True))
    assert row.figures[0].ours.median > 0
    assert row.aims[2].met
