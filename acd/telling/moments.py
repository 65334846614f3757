"""Moments as people write and read them: in the company's time zone, whatever the clock of their computer."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LATER = re.compile(r"\+([0-9]{1,4})(m|h|d)")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
HOW = 'write 2027-05-14, "2027-05-14 08:00", 17:30, today, tomorrow, "tomorrow 08:00", or +90m, +2h, +3d'


class MomentUnreadable(Exception):
    """What was written is no moment; the message says how to write one."""


def read_moment(text: str, timezone: str, now: float, *, is_end: bool = False) -> float:
    """The moment that somebody means, in seconds since the epoch.

    Args:
        text: see `HOW`. A time alone is the next one at which a clock shows it. A day alone begins with its
            first moment and ends with its last.
        timezone: where the clock stands; an IANA name.
        now: the moment at which it is written.
        is_end: of two moments that it can mean, the day's end, or a clock put back, the later one counts.

    Raises:
        MomentUnreadable: it is none, or the clocks are put forward over it.
    """
    zone = ZoneInfo(timezone)
    here = datetime.fromtimestamp(now, zone).replace(tzinfo=None)
    words = text.strip().lower().replace("t", " ", 1) if "-" in text else text.strip().lower()
    if later := LATER.fullmatch(words):
        count = int(later[1])
        if later[2] == "d":
            return _stamp(here + timedelta(days=count), zone, text, is_end=is_end)
        return now + count * {"m": 60.0, "h": 3600.0}[later[2]]
    if words == "now":
        return now
    if clock := _clock(words, text):
        today = datetime.combine(here.date(), clock)
        return _stamp(today if today > here else today + timedelta(days=1), zone, text, is_end=is_end)
    day_word, _, clock_word = words.partition(" ")
    day = _day(day_word, here.date(), text)
    at = _clock(clock_word.strip(), text)
    if clock_word and at is None:
        raise MomentUnreadable(f"“{text}” is no moment: {HOW}.")
    if at is None:
        return _stamp(datetime.combine(day + timedelta(days=is_end), time()), zone, text, is_end=is_end)
    return _stamp(datetime.combine(day, at), zone, text, is_end=is_end)


def write_moment(at: float, timezone: str) -> str:
    """``Fri 2027-05-14 08:00`` on the clocks of a time zone."""
    return f"{datetime.fromtimestamp(at, ZoneInfo(timezone)):%a %Y-%m-%d %H:%M}"


def _clock(words: str, text: str) -> time | None:
    found = CLOCK.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise MomentUnreadable(f"“{text}” is no moment: times go from 00:00 to 23:59.")
    return time(hour, minute)


def _day(word: str, today: date, text: str) -> date:
    named = {"today": today, "tomorrow": today + timedelta(days=1)}
    if word in named:
        return named[word]
    try:
        return datetime.strptime(word, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the zone that is told
    except ValueError as error:
        raise MomentUnreadable(f"“{text}” is no moment: {HOW}.") from error


def _stamp(local: datetime, zone: ZoneInfo, text: str, *, is_end: bool) -> float:
    aware = local.replace(tzinfo=zone, fold=int(is_end))
    back = aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if back != local:
        raise MomentUnreadable(
            f"“{text}” does not exist: the clocks are put forward from there to {back:%H:%M}; choose another."
        )
    return aware.timestamp()
