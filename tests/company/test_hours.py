"""Opening hours as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acd.company.hours import WEEKDAYS, overlap, spans_of, times_of, weekdays_of
from acd.model.hours import DAY_MIN

MINUTES = st.integers(0, DAY_MIN - 1)
ENDS = st.integers(0, DAY_MIN)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@pytest.mark.parametrize(
    ("days", "expected"),
    [("sat", [5]), ("mon-fri", [0, 1, 2, 3, 4]), ("fri-mon", [4, 5, 6, 0]), ("tue-tue", [1])],
)
def test_weekdays(days: str, expected: list[int]) -> None:
    assert weekdays_of(days) == expected


@pytest.mark.parametrize(
    "times", ["24:00-06:00", "08:00-08:00", "24:01-25:00", "10:60-11:00", "08:00-12:00, 13:00-13:00"]
)
def test_no_such_times(times: str) -> None:
    with pytest.raises(ValueError, match=":"):
        times_of(times)


@given(st.sampled_from(WEEKDAYS), MINUTES, ENDS)
def test_a_stretch_is_as_long_as_its_spans(day: str, opens: int, closes: int) -> None:
    if opens == closes:
        return
    spans = spans_of(day, f"{clock(opens)}-{clock(closes)}")
    length = sum(span.closes_min - span.opens_min for span in spans)
    assert length == (closes - opens if closes > opens else closes - opens + DAY_MIN)
    assert all(0 <= span.opens_min < span.closes_min <= DAY_MIN for span in spans)
    assert not any(overlap(one, other) for one in spans for other in spans if one is not other)


@given(MINUTES, ENDS, MINUTES, ENDS)
def test_overlap_means_a_minute_in_common(a: int, b: int, c: int, d: int) -> None:
    if a >= b or c >= d:
        return
    (one,) = spans_of("mon", f"{clock(a)}-{clock(b)}")
    (other,) = spans_of("mon", f"{clock(c)}-{clock(d)}")
    assert overlap(one, other) == bool(set(range(a, b)) & set(range(c, d)))
    assert overlap(one, other) == overlap(other, one)
