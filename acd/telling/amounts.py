"""Times, numbers and names as people write them."""

from datetime import datetime

from acd.model.callback import Between


def duration(seconds: float) -> str:
    """``7 s``, ``1:05``, ``2:03:04``: for tables that are read at a glance."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}" if minutes else f"{rest} s"


def seconds(count: float) -> str:
    """``7.3 s``, ``1:05 min``, ``2:03:04 h``: for sentences."""
    if count < 60:
        return f"{count:.1f} s"
    return f"{duration(count)} {'min' if count < 3600 else 'h'}"


def roughly(seconds: float) -> str:
    """``20 s``, ``3 min``, ``2 h``, ``5 days``: for what is still on its way."""
    for size, unit in ((172_800.0, "days"), (7200.0, "h"), (120.0, "min")):
        if seconds >= size:
            step = {"days": 86_400.0, "h": 3600.0, "min": 60.0}[unit]
            return f"{int(seconds / step)} {unit}"
    return f"{int(max(0.0, seconds))} s"


def moment(at: float) -> str:
    """``2027-05-14 08:00`` in local time."""
    return f"{datetime.fromtimestamp(at).astimezone():%Y-%m-%d %H:%M}"


def clock(at: float) -> str:
    """``08:00:20`` in local time: for what is seconds away."""
    return f"{datetime.fromtimestamp(at).astimezone():%H:%M:%S}"


def time_of_day(between: Between) -> str:
    """``14:00 and 18:00``, on the customer's clock."""
    return " and ".join(
        f"{minute // 60:02}:{minute % 60:02}" for minute in (between.opens_min, between.closes_min)
    )


def counted(number: int, noun: str) -> str:
    """``1 contact``, ``2 contacts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def words(name: str) -> str:
    """A name of the model as people write it: ``on_call`` → ``on call``."""
    return name.replace("_", " ")
