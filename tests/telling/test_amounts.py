"""Amounts as people write them."""

import pytest

from acd.telling.amounts import seconds


@pytest.mark.parametrize(
    ("count", "told"),
    [(7.26, "7.3 s"), (59.0, "59.0 s"), (65.4, "1:05 min"), (3599.0, "59:59 min"), (7384.0, "2:03:04 h")],
)
def test_seconds_become_minutes_and_hours(count: float, told: str) -> None:
    assert seconds(count) == told
