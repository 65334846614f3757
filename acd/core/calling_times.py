"""Calling times: whether a customer may be called back at a number, and when. Look-ups, no machine.

The hours of the company hold on the customer's clock, and where a number may be in several time zones, on
the clocks of all of them. So does the time of day that the customer has chosen where there is only one zone;
where there are several nobody knows which one was meant, and it is taken to be that of the company.
"""

from datetime import datetime, time, timedelta
from functools import lru_cache
from itertools import product
from zoneinfo import ZoneInfo

import msgspec

from acd.core.numbers import dialable, zones_of
from acd.core.view import View
from acd.model.about import ClockTime
from acd.model.callback import Between, Dialling, GivenUp, PutOff
from acd.model.hours import Hours, every_day, next_turn


def objection(number: str, view: View) -> GivenUp | None:
    """Why a number is never called, whatever was agreed. Without any way to dial only the list counts."""
    dialling = view.policy.dialling
    if view.is_refused(number):
        return GivenUp.REFUSED
    if dialling is None:
        return None
    if number in dialling.never:
        return GivenUp.REFUSED
    return GivenUp.FORBIDDEN if dialable(number, dialling) is None else None


def may_call_at(number: str, between: Between | None, dialling: Dialling | None, at: float) -> float | None:
    """The first moment from now on at which the customer may be called; None: there is none."""
    return next_turn(_calendars(number, between, dialling), at, to_open=True)


def may_call_until(
    number: str, between: Between | None, dialling: Dialling | None, at: float
) -> float | None:
    """When that ends, if the customer may be called now. None: it does not."""
    return next_turn(_calendars(number, between, dialling), at, to_open=False)


def given_up_at(
    number: str, between: Between | None, dialling: Dialling | None, at: float, lasts_s: float
) -> float:
    """When the time is up of somebody who is to be called from a moment on. It runs from the first moment at
    which that is possible: who asks at night for the next afternoon has as long as anybody. Where it would be
    up while the customer may not be called, it is when the next hours for it are over: who asks on a Friday
    evening is not given up on Saturday.
    """
    first_at = may_call_at(number, between, dialling, at)
    ends_at = (at if first_at is None else first_at) + lasts_s
    opens_at = may_call_at(number, between, dialling, ends_at)
    if opens_at is None or opens_at == ends_at:
        return ends_at
    closes_at = may_call_until(number, between, dialling, opens_at)
    return ends_at if closes_at is None else closes_at


def put_off_by(number: str, dialling: Dialling | None, at: float) -> PutOff:
    """What keeps a customer from being called who may not be called now: the company comes first."""
    is_open = all(each.open_at(at) for each in _calendars(number, None, dialling))
    return PutOff.WINDOW if is_open else PutOff.HOURS


def moment_of(clock: ClockTime, number: str, dialling: Dialling) -> float | None:
    """The next moment at which the customer's clock shows a time that was keyed in. An hour that comes twice
    is shown twice; one that is left out is shown a day later.
    """
    zone = ZoneInfo(_zone_of(number, dialling))
    hour, minute = divmod(clock.minute, 60)
    today = datetime.fromtimestamp(clock.said_at, zone).date()
    for ahead, fold in product(range(3), (0, 1)):
        shown = datetime.combine(today + timedelta(days=ahead), time(hour, minute), zone).replace(fold=fold)
        exists = datetime.fromtimestamp(shown.timestamp(), zone).time() == shown.time()
        if exists and shown.timestamp() > clock.said_at:
            return shown.timestamp()
    return None


def _zone_of(number: str, dialling: Dialling) -> str:
    """Whose clock the customer means: the only one there; where there are several, the company's."""
    zones = zones_of(number)
    return zones[0] if len(zones) == 1 else dialling.timezone


@lru_cache(maxsize=1_000)
def _calendars(number: str, between: Between | None, dialling: Dialling | None) -> tuple[Hours, ...]:
    """All of them have to be open."""
    if dialling is None:
        return ()
    zones = zones_of(number) or (dialling.timezone,)
    hours = dialling.hours
    found = [msgspec.structs.replace(hours, timezone=zone) for zone in zones] if hours is not None else []
    if between is not None:
        found.append(
            Hours(timezone=_zone_of(number, dialling), spans=every_day(between.opens_min, between.closes_min))
        )
    return tuple(found)
