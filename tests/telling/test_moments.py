"""Moments as people write them, in the company's time zone."""

from datetime import UTC, datetime

import pytest

from acd.telling.moments import MomentUnreadable, read_moment, write_moment

VIENNA = "Europe/Vienna"
NOW = datetime(2027, 5, 12, 8, 30, 20, tzinfo=UTC).timestamp()
"""A Wednesday, 10:30:20 in Vienna."""


def utc(*when: int) -> float:
    return datetime(*when, tzinfo=UTC).timestamp()  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2027-05-14", utc(2027, 5, 13, 22), utc(2027, 5, 14, 22)),
        ("2027-05-14 08:00", utc(2027, 5, 14, 6), utc(2027, 5, 14, 6)),
        ("2027-05-14T08:00", utc(2027, 5, 14, 6), utc(2027, 5, 14, 6)),
        (" 17:30 ", utc(2027, 5, 12, 15, 30), utc(2027, 5, 12, 15, 30)),
        ("9:00", utc(2027, 5, 13, 7), utc(2027, 5, 13, 7)),
        ("today", utc(2027, 5, 11, 22), utc(2027, 5, 12, 22)),
        ("Tomorrow", utc(2027, 5, 12, 22), utc(2027, 5, 13, 22)),
        ("tomorrow 08:00", utc(2027, 5, 13, 6), utc(2027, 5, 13, 6)),
        ("+90m", NOW + 5400, NOW + 5400),
        ("+2h", NOW + 7200, NOW + 7200),
        ("+3d", NOW + 3 * 86_400, NOW + 3 * 86_400),
        ("now", NOW, NOW),
        ("2027-12-24 08:00", utc(2027, 12, 24, 7), utc(2027, 12, 24, 7)),
        ("2027-10-31 02:30", utc(2027, 10, 31, 0, 30), utc(2027, 10, 31, 1, 30)),
    ],
)
def test_a_moment_as_beginning_and_as_end(text: str, begins: float, ends: float) -> None:
    assert read_moment(text, VIENNA, NOW) == begins
    assert read_moment(text, VIENNA, NOW, is_end=True) == ends


def test_three_days_later_the_clock_shows_the_same_though_it_was_changed() -> None:
    friday = utc(2027, 3, 26, 9)
    assert read_moment("+3d", VIENNA, friday) == utc(2027, 3, 29, 8)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "write 2027-05-14"),
        ("", "write 2027-05-14"),
        ("2027-13-01", "write 2027-05-14"),
        ("2027-02-30", "write 2027-05-14"),
        ("14.05.2027", "write 2027-05-14"),
        ("2027-05-14 8", "write 2027-05-14"),
        ("25:00", "from 00:00 to 23:59"),
        ("tomorrow 12:60", "from 00:00 to 23:59"),
        ("+5w", "write 2027-05-14"),
        ("2027-03-28 02:30", "does not exist: the clocks are put forward from there to 03:30"),
    ],
)
def test_what_is_no_moment_is_refused_with_how_to_write_one(text: str, says: str) -> None:
    with pytest.raises(MomentUnreadable, match=says):
        read_moment(text, VIENNA, NOW)


def test_a_moment_is_written_on_the_clocks_of_the_company() -> None:
    assert write_moment(NOW, VIENNA) == "Wed 2027-05-12 10:30"
    assert write_moment(NOW, "Asia/Kathmandu") == "Wed 2027-05-12 14:15"
