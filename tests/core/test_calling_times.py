"""When a customer may be called: by the clock on the wall there, also when clocks are changed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from acd.core.calling_times import given_up_at, may_call_at, may_call_until, moment_of, put_off_by
from acd.core.numbers import zones_of
from acd.model.about import ClockTime
from acd.model.callback import Between, Dialling, PutOff
from acd.model.hours import Hours, Span, every_day, next_turn

VIENNA, NEW_YORK = "+436601234567", "+12122345678"
SPAIN = "+34612345678"
"""On the mainland, or on the Canary Islands, where it is an hour earlier."""
DAY = Between(opens_min=8 * 60, closes_min=20 * 60)


def moment(written: str, zone: str = "Europe/Vienna", fold: int = 0) -> float:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp()


def hours(opens: str, closes: str, zone: str = "Europe/Vienna") -> Hours:
    return Hours(timezone=zone, spans=every_day(_minute(opens), _minute(closes)))


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def dialling(when: Hours | None) -> Dialling:
    return Dialling(
        trunk="out",
        caller_id="+431",
        country="AT",
        countries=frozenset({"AT", "US", "ES"}),
        hours=when,
        timezone="Europe/Vienna",
    )


def opens(number: str, when: Hours | None, at: float, between: Between | None = None) -> float | None:
    return may_call_at(number, between, dialling(when), at)


def test_where_a_number_is() -> None:
    assert zones_of(VIENNA) == ("Europe/Vienna",)
    assert zones_of(NEW_YORK) == ("America/New_York",)
    assert set(zones_of(SPAIN)) >= {"Europe/Madrid", "Atlantic/Canary"}
    assert zones_of("+882161234567") == (), "a satellite: nobody knows"


def test_hours_hold_on_the_clock_of_the_customer() -> None:
    day = hours("08:00", "20:00")
    at = moment("2026-01-05 10:00")
    assert opens(VIENNA, day, at) == at
    assert opens(NEW_YORK, day, at) == moment("2026-01-05 08:00", "America/New_York")
    assert opens(VIENNA, day, moment("2026-01-05 20:00")) == moment("2026-01-06 08:00")
    assert opens(VIENNA, None, at) == at, "at any time"


def test_of_several_clocks_all_must_allow_it() -> None:
    day = hours("08:00", "20:00")
    assert opens(SPAIN, day, moment("2026-01-05 07:00")) == moment("2026-01-05 08:00", "Atlantic/Canary")
    ends = may_call_until(SPAIN, None, dialling(day), moment("2026-01-05 12:00"))
    assert ends == moment("2026-01-05 20:00", "Europe/Madrid")


def test_a_time_that_was_chosen_is_that_of_the_customer_or_where_nobody_knows_that_of_the_company() -> None:
    two_to_six = Between(opens_min=14 * 60, closes_min=18 * 60)
    at = moment("2026-01-05 10:00")
    assert opens(NEW_YORK, None, at, two_to_six) == moment("2026-01-05 14:00", "America/New_York")
    assert opens(SPAIN, None, at, two_to_six) == moment("2026-01-05 14:00", "Europe/Vienna")
    assert opens("+882161234567", None, at, two_to_six) == moment("2026-01-05 14:00", "Europe/Vienna")


def test_a_time_over_midnight() -> None:
    late = Between(opens_min=22 * 60, closes_min=2 * 60)
    for at in ("2026-01-05 23:00", "2026-01-06 01:59"):
        assert opens(VIENNA, None, moment(at), late) == moment(at)
    assert opens(VIENNA, None, moment("2026-01-06 02:00"), late) == moment("2026-01-06 22:00")
    assert may_call_until(VIENNA, late, dialling(None), moment("2026-01-05 23:00")) == moment(
        "2026-01-06 02:00"
    )


def gives_up(at: str, lasts_h: float, between: Between | None = None, when: Hours | None = None) -> float:
    return given_up_at(VIENNA, between, dialling(when), moment(at), lasts_h * 3600)


def test_nobodys_time_is_up_while_it_is_no_hour_to_be_called() -> None:
    """Who asks on a Friday evening is not given up on Saturday, but when Monday's hours are over."""
    week = Hours(
        timezone="Europe/Vienna",
        spans=tuple(Span(weekday=day, opens_min=480, closes_min=1080) for day in range(5)),
    )
    assert gives_up("2026-01-09 17:55", 24, when=week) == moment("2026-01-12 18:00")
    assert gives_up("2026-01-09 19:00", 24, when=week) == moment("2026-01-13 08:00"), "a day from Monday on"
    assert gives_up("2026-01-08 17:55", 24, when=week) == moment("2026-01-09 17:55")
    assert gives_up("2026-01-08 17:55", 24) == moment("2026-01-09 17:55"), "at any hour"
    afternoon = Between(opens_min=14 * 60, closes_min=18 * 60)
    assert gives_up("2026-01-08 10:00", 2, afternoon, week) == moment("2026-01-08 16:00")
    assert gives_up("2026-01-08 17:00", 2, afternoon, week) == moment("2026-01-09 18:00")
    never = hours("08:00", "08:00")
    assert gives_up("2026-01-08 17:00", 2, when=never) == moment("2026-01-08 19:00")


def test_why_it_is_not_the_time() -> None:
    day, early = dialling(hours("08:00", "20:00")), moment("2026-01-05 07:00")
    assert put_off_by(VIENNA, day, early) is PutOff.HOURS
    assert put_off_by(VIENNA, day, moment("2026-01-05 10:00")) is PutOff.WINDOW


def test_holidays_are_those_of_the_hours() -> None:
    day = Hours(timezone="UTC", spans=hours("08:00", "20:00").spans, closed_on=frozenset({date(2026, 1, 6)}))
    assert opens(VIENNA, day, moment("2026-01-05 21:00")) == moment("2026-01-07 08:00")


def test_an_hour_that_is_left_out() -> None:
    """On 29 March 2026 it is 3:00 after 1:59."""
    night = hours("02:15", "02:45")
    at = moment("2026-03-29 01:00")
    assert opens(VIENNA, night, at) == moment("2026-03-30 02:15"), "there is no such time on that day"
    until_half_past_two = hours("01:00", "02:30")
    ends = may_call_until(VIENNA, None, dialling(until_half_past_two), at)
    assert ends == moment("2026-03-29 03:00"), "when the clock is past it"
    from_half_past_two = hours("02:30", "05:00")
    assert opens(VIENNA, from_half_past_two, at) == moment("2026-03-29 03:00")
    assert opens(VIENNA, hours("04:00", "05:00"), at) == at + 2 * 3600.0, "an hour sooner than on other days"


def test_an_hour_that_comes_twice() -> None:
    """On 25 October 2026 it is 2:00 after 2:59, once."""
    night = dialling(hours("02:15", "02:45"))
    first, again = moment("2026-10-25 02:15"), moment("2026-10-25 02:15", fold=1)
    assert again - first == 3600.0
    assert may_call_at(VIENNA, None, night, moment("2026-10-25 01:00")) == first
    assert may_call_until(VIENNA, None, night, first) == first + 1800.0
    assert may_call_at(VIENNA, None, night, first + 1800.0) == again
    assert may_call_until(VIENNA, None, night, again) == again + 1800.0
    assert may_call_at(VIENNA, None, night, again + 1800.0) == moment("2026-10-26 02:15")
    until_half_past_two = dialling(hours("01:00", "02:30"))
    assert may_call_until(VIENNA, None, until_half_past_two, moment("2026-10-25 01:00")) == first + 900.0
    assert may_call_at(VIENNA, None, until_half_past_two, first + 900.0) == moment("2026-10-25 02:00", fold=1)


@pytest.mark.parametrize("day", ["2026-03-28 12:00", "2026-10-24 12:00", "2026-06-01 12:00"])
@pytest.mark.parametrize(
    "zone", ["Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
def test_every_turn_is_found_minute_by_minute(day: str, zone: str) -> None:
    """Lord Howe changes by half an hour; in Kathmandu it is never a whole one."""
    when = hours("02:20", "07:10", zone)
    at, state = moment(day), False
    expected = []
    for minute in range(36 * 60):
        if when.open_at(at + minute * 60.0) is not state:
            state = not state
            expected.append(at + minute * 60.0)
    found, after = [], at
    for to_open in (True, False, True, False, True, False)[: len(expected)]:
        turn = next_turn([when], after, to_open=to_open)
        assert turn is not None
        found.append(turn)
        after = turn
    assert found == expected


def test_what_never_opens() -> None:
    assert opens(VIENNA, hours("08:00", "12:00"), moment("2026-01-05 10:00"), DAY) == moment(
        "2026-01-05 10:00"
    )
    evening = Between(opens_min=20 * 60, closes_min=22 * 60)
    assert opens(VIENNA, hours("08:00", "20:00"), moment("2026-01-05 10:00"), evening) is None
    assert may_call_until(VIENNA, None, dialling(None), 0.0) is None, "and what never closes"


def test_a_week() -> None:
    monday = Hours(timezone="UTC", spans=(Span(weekday=0, opens_min=480, closes_min=1440),))
    assert opens(VIENNA, monday, moment("2026-01-06 00:00")) == moment("2026-01-12 08:00")
    assert may_call_until(VIENNA, None, dialling(monday), moment("2026-01-12 08:00")) == moment(
        "2026-01-13 00:00"
    )


HOME = ZoneInfo("Europe/Vienna")
ANYWHERE = dialling(None)
CLOCKS = {
    "later today": ("2026-01-05 13:50", "14:05", "2026-01-05 14:05"),
    "over for today": ("2026-01-05 14:06", "14:05", "2026-01-06 14:05"),
    "this very minute": ("2026-01-05 14:05", "14:05", "2026-01-06 14:05"),
    "midnight": ("2026-01-05 23:59", "00:00", "2026-01-06 00:00"),
    "left out, so a day later": ("2026-03-29 01:00", "02:30", "2026-03-30 02:30"),
    "put forward in between": ("2026-03-29 01:00", "03:30", "2026-03-29 03:30"),
}


@pytest.mark.parametrize(("said", "clock", "then"), CLOCKS.values(), ids=CLOCKS)
def test_a_time_that_was_keyed_in_is_the_next_one_on_the_customers_clock(
    said: str, clock: str, then: str
) -> None:
    found = moment_of(_clock(clock, datetime.fromisoformat(said).replace(tzinfo=HOME)), VIENNA, ANYWHERE)
    assert found == datetime.fromisoformat(then).replace(tzinfo=HOME).timestamp()


@pytest.mark.parametrize(("said", "fold"), [("02:10", 0), ("02:40", 1)])
def test_of_an_hour_that_comes_twice_the_next_one_counts(said: str, fold: int) -> None:
    """At 2:10 in summer time 2:30 is twenty minutes ahead; at 2:40 it comes once more, in winter time."""
    at = datetime.fromisoformat(f"2026-10-25 {said}").replace(tzinfo=HOME)
    found = moment_of(_clock("02:30", at), VIENNA, ANYWHERE)
    assert found == datetime(2026, 10, 25, 2, 30, tzinfo=HOME, fold=fold).timestamp()


def test_it_is_the_clock_of_the_customer_where_there_is_one_and_else_the_companys() -> None:
    at = datetime(2026, 1, 5, 12, 0, tzinfo=HOME)
    new_york = moment_of(_clock("08:00", at), NEW_YORK, ANYWHERE)
    assert new_york == datetime(2026, 1, 5, 14, 0, tzinfo=HOME).timestamp()
    anywhere_in_spain = moment_of(_clock("14:00", at), SPAIN, ANYWHERE)
    assert anywhere_in_spain == datetime(2026, 1, 5, 14, 0, tzinfo=HOME).timestamp()


def _clock(text: str, at: datetime) -> ClockTime:
    hour, minute = map(int, text.split(":"))
    return ClockTime(minute=60 * hour + minute, said_at=at.timestamp())
