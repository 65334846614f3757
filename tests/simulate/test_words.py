"""Figures as people read them."""

import pytest

from acd.simulate.words import unit_of


@pytest.mark.parametrize(
    ("figure", "value", "told"),
    [
        ("wait_s.mean", 10.084, "10.08 s"),
        ("wait_s.p99", 59.999, "1:00 min"),
        ("wait_s.p90", 168.8, "2:49 min"),
        ("time_in_queue_s", 112134.4, "31:08:54 h"),
        ("wait_spread_s", -75.2, "-1:15 min"),
        ("delayed", 0.16561, "16.56 %"),
        ("offered", 10002.625, "10,002.6"),
        ("contacts", 9.75, "9.8"),
        ("occupancy_jain", 0.7251, "0.725"),
        ("occupancy_gini", -0.0001, "0.000"),
    ],
)
def test_each_figure_has_its_unit(figure: str, value: float, told: str) -> None:
    assert unit_of(figure)(value) == told
