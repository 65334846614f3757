"""Opening hours: when a number is answered by people."""

from datetime import date, datetime
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
