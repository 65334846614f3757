"""Hours: when a number is answered by people, and when customers may be called.

A moment is open by what the clock on the wall shows then: an hour that comes twice is open twice, and one
that is left out never is.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one weekday during which a number is open: minutes after local midnight, end excluded."""

    weekday: int
    """Monday is 0."""
    opens_min: int
    closes_min: int
    """At most 1440."""


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """When a number is answered by people."""

    timezone: str
    """IANA name, such as ``Europe/Budapest``."""
    spans: tuple[Span, ...]
    closed_on: frozenset[date] = frozenset()
    """Local days without opening: public holidays and the company's own."""

    def open_at(self, at: float) -> bool:
        """Whether the number is open at the moment `at` (seconds since the epoch)."""
        local = datetime.fromtimestamp(at, ZoneInfo(self.timezone))
        if local.date() in self.closed_on:
            return False
        minute = local.hour * 60 + local.minute
        return any(
            span.weekday == local.weekday() and span.opens_min <= minute < span.closes_min
            for span in self.spans
        )

    def turns(self, begin: float, end: float) -> Iterator[float]:
        """The moments after `begin`, and not after `end`, at which it may open or close; in no order."""
        zone = ZoneInfo(self.timezone)
        minutes = {0, *(minute for span in self.spans for minute in (span.opens_min, span.closes_min))}
        day = datetime.fromtimestamp(begin, zone).date()
        last = datetime.fromtimestamp(end, zone).date()
        while day <= last:
            midnight = datetime.combine(day, time())
            clocks = (midnight + timedelta(minutes=minute) for minute in minutes)
            found = [clock.replace(tzinfo=zone, fold=fold).timestamp() for clock in clocks for fold in (0, 1)]
            found.extend(_clock_change(midnight, zone))
            yield from (moment for moment in found if begin < moment <= end)
            day += timedelta(days=1)


def _clock_change(midnight: datetime, zone: ZoneInfo) -> Iterator[float]:
    """The moment of a day at which the clocks are changed, if they are."""
    early = midnight.replace(tzinfo=zone).timestamp()
    late = (midnight + timedelta(days=1)).replace(tzinfo=zone, fold=1).timestamp()
    before = _offset(early, zone)
    if _offset(late, zone) == before:
        return
    while late - early > 1.0:
        middle = (early + late) // 2
        if _offset(middle, zone) == before:
            early = middle
        else:
            late = middle
    yield late


def _offset(moment: float, zone: ZoneInfo) -> timedelta | None:
    return datetime.fromtimestamp(moment, zone).utcoffset()


DAY_MIN = 24 * 60


def every_day(opens_min: int, closes_min: int) -> tuple[Span, ...]:
    """A stretch of each day; one that ends before it begins runs past midnight."""
    over_midnight = ((opens_min, DAY_MIN), (0, closes_min))
    return tuple(
        Span(weekday=weekday, opens_min=begin, closes_min=end)
        for weekday in range(7)
        for begin, end in (over_midnight if closes_min < opens_min else ((opens_min, closes_min),))
    )


AHEAD_DAYS = 30
"""What does not open within so many days never does, as far as anybody cares."""
DAY_S = 86400.0


def next_turn(calendars: Collection[Hours], at: float, *, to_open: bool) -> float | None:
    """The first moment from now on at which all of these are open; or, to close, not all of them any more.
    None: that is not to be expected.
    """
    if all(each.open_at(at) for each in calendars) is to_open:
        return at
    for ahead in range(AHEAD_DAYS):
        begin = at + ahead * DAY_S
        for moment in sorted({turn for each in calendars for turn in each.turns(begin, begin + DAY_S)}):
            if all(each.open_at(moment) for each in calendars) is to_open:
                return moment
    return None
