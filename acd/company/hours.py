"""Opening hours as people write them, taken apart: ``mon-fri: "08:00-12:00, 13:00-17:00"``."""

from datetime import date

import holidays

from acd.company import schema
from acd.model.hours import DAY_MIN, Span

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekdays_of(days: str) -> list[int]:
    """The weekdays of ``mon-fri`` or ``sat``, Monday being 0. ``fri-mon`` runs over the end of the week."""
    first, _, last = days.partition("-")
    start = WEEKDAYS.index(first)
    count = (WEEKDAYS.index(last or first) - start) % 7 + 1
    return [(start + step) % 7 for step in range(count)]


def times_of(times: str) -> list[tuple[int, int]]:
    """The stretches of ``08:00-12:00, 13:00-17:00`` in minutes after midnight.

    Raises ValueError for times that no clock shows and for stretches without length.
    """
    stretches = []
    for stretch in times.split(","):
        opens, closes = (_minutes(clock) for clock in stretch.strip().split("-"))
        if opens in (closes, DAY_MIN):
            raise ValueError(stretch)
        stretches.append((opens, closes))
    return stretches


def _minutes(clock: str) -> int:
    hour, minute = (int(part) for part in clock.split(":"))
    minutes = hour * 60 + minute
    if minute > 59 or minutes > DAY_MIN:
        raise ValueError(clock)
    return minutes


def spans_of(days: str, times: str) -> list[Span]:
    """One entry of opening hours as spans; one that runs past midnight becomes two."""
    spans = []
    for weekday in weekdays_of(days):
        for opens, closes in times_of(times):
            if opens < closes:
                spans.append(Span(weekday=weekday, opens_min=opens, closes_min=closes))
                continue
            spans.append(Span(weekday=weekday, opens_min=opens, closes_min=DAY_MIN))
            if closes > 0:
                spans.append(Span(weekday=(weekday + 1) % 7, opens_min=0, closes_min=closes))
    return spans


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a minute."""
    return one.weekday == other.weekday and max(one.opens_min, other.opens_min) < min(
        one.closes_min, other.closes_min
    )


def closed_days(hours: schema.Hours, years: range) -> frozenset[date]:
    """Every day without opening in the years: public holidays and the company's own."""
    days: set[date] = set()
    for country in hours.holidays:
        code, _, region = country.partition("-")
        days.update(holidays.country_holidays(code, subdiv=region or None, years=years))
    for day in hours.closed_on:
        days.update(dates_of(day, years))
    return frozenset(days)


def dates_of(day: str, years: range) -> list[date]:
    """The dates of ``2027-05-14`` (one) or ``12-24`` (one each year). Raises ValueError for no such day."""
    if len(day) == len("2027-05-14"):
        return [date.fromisoformat(day)]
    month, dom = (int(part) for part in day.split("-"))
    date(2000, month, dom)  # a leap year: the 29th of February is a day, though not of every year
    return [found for year in years if (found := _date_or_none(year, month, dom))]


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
