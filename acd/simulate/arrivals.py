"""Arrivals: when the callers of a stream come, and what each of them brings along.

All that is drawn for a caller is drawn when the caller comes, in the order of coming, whether or not it will
be used: so nothing that the company does changes what comes next.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from math import inf
from random import Random

import msgspec

from acd.simulate.chance import Chance, Draw, Values, drawing
from acd.simulate.schema import Interval, Poisson, Replay, Stream, Table

HOUR_S, DAY_S = 3600.0, 86400.0


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A caller who did call."""

    at_s: float
    """From the beginning of the scenario."""
    handle_s: float | None = None
    """How long the talk took; None: not known."""
    patience_s: float | None = None
    """After how long he or she hung up, waiting; None: not known."""
    waited_s: float = 0.0
    """Patience was not shorter than this."""
    caller: str | None = None
    """The number presented; None: one is made up."""
    keys: str | None = None
    """Pressed in menus; None: those of the stream."""


MadeUp = Callable[[int], str]
"""The number from which the how-manieth caller of a stream calls."""

Pasts = Mapping[str, tuple[Past, ...]]
"""By the name of the file in the scenario; in the order of coming."""


class Caller(msgspec.Struct, kw_only=True):
    """Somebody who is about to call."""

    stream: str
    number: int
    """The how-manieth of the stream."""
    at: float
    """Seconds since the epoch."""
    handle_s: float
    patience_s: float
    """Infinite: waits for ever."""
    caller: str
    """The number presented."""
    keys: str
    """To be pressed in menus."""
    asks_after_s: float = inf
    """So long after coming to a queue he or she asks to be called back. Infinite: never."""
    tries: int = 0
    """How often he or she has called before."""


def callers(
    name: str,
    stream: Stream,
    chance: Chance,
    *,
    begins_at: float,
    midnight: float,
    values: Values,
    pasts: Pasts,
    made_up: MadeUp | None = None,
) -> Iterator[Caller]:
    """The callers of a stream, one after another, without end if it has none.

    Args:
        begins_at: the beginning of the run, in seconds since the epoch.
        midnight: the local midnight before it, likewise.
        values: of empirical durations.
        pasts: of streams that are replayed.
        made_up: the numbers they call from, where the stream names none; None: such as nobody has.
    """
    handle = drawing(stream.handle, chance.of("handle", name), values)
    patience = drawing(stream.patience, chance.of("patience", name), values) if stream.patience else None
    numbers = chance.of("caller", name)
    prefix = f"+999{sum(map(ord, name)) % 1000:03}"
    asking = _asking(stream, chance.of("callback", name), values)
    moments = _moments(stream, chance.of("arrivals", name), begins_at, midnight, pasts)
    for number, past in enumerate(moments, 1):
        drawn_s = handle()
        own = made_up(number) if made_up is not None else f"{prefix}{number}"
        presented = numbers.choice(stream.callers) if stream.callers else own
        yield Caller(
            stream=name,
            number=number,
            at=begins_at + past.at_s,
            handle_s=drawn_s if past.handle_s is None else past.handle_s,
            patience_s=_longer_than(past.waited_s, patience) if past.patience_s is None else past.patience_s,
            caller=past.caller or presented,
            keys=stream.keys if past.keys is None else past.keys,
            asks_after_s=asking(),
        )


def _asking(stream: Stream, chance: Random, values: Values) -> Draw:
    """After how long each of them asks to be called back."""
    wants = stream.callback
    if wants is None:
        return lambda: inf
    after, share = drawing(wants.after, chance, values), wants.share

    def draw() -> float:
        after_s = after()
        return after_s if chance.random() < share else inf

    return draw


MOST_DRAWS = 1000


def _longer_than(waited_s: float, patience: Draw | None) -> float:
    """The patience of somebody who is known to have waited so long at least."""
    if patience is None:
        return inf
    for _ in range(MOST_DRAWS):
        drawn_s = patience()
        if drawn_s >= waited_s:
            return drawn_s
    return inf


def _moments(
    stream: Stream, chance: Random, begins_at: float, midnight: float, pasts: Pasts
) -> Iterator[Past]:
    match stream.arrivals:
        case Poisson(per_hour=per_hour):
            at_s, rate = 0.0, per_hour / HOUR_S
            while True:
                at_s += chance.expovariate(rate)
                yield Past(at_s=at_s)
        case Table(intervals=intervals):
            yield from _by_table(intervals, chance, begins_at - midnight)
        case Replay(file=file):
            yield from pasts[file]


def clock_s(clock: str) -> float:
    """A time of day, in seconds since midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * HOUR_S + int(minutes) * 60.0


def _by_table(intervals: tuple[Interval, ...], chance: Random, since_midnight_s: float) -> Iterator[Past]:
    """By inversion: a Poisson process of rate 1, on a clock that runs as fast as callers come."""
    stretches = _stretches(intervals, since_midnight_s)
    begins_s, ends_s, rate = next(stretches)
    at_s = begins_s
    while True:
        due = chance.expovariate(1.0)
        while due > (left := rate * (ends_s - at_s)):
            due -= left
            at_s, ends_s, rate = next(stretches)
        at_s += due / rate
        yield Past(at_s=at_s)


def _stretches(
    intervals: tuple[Interval, ...], since_midnight_s: float
) -> Iterator[tuple[float, float, float]]:
    """From, to (in seconds from the beginning) and callers a second, without gaps and without end."""
    begins = [clock_s(interval.at) for interval in intervals]
    rates = [interval.per_hour / HOUR_S for interval in intervals]
    ends = [*begins[1:], DAY_S]
    day_s = -since_midnight_s
    while True:
        for begin_s, end_s, rate in zip([0.0, *begins], [begins[0], *ends], [0.0, *rates], strict=True):
            if day_s + end_s > 0.0 and end_s > begin_s:
                yield max(0.0, day_s + begin_s), day_s + end_s, rate
        day_s += DAY_S


def local_midnight(moment: datetime) -> float:
    """The midnight before a moment, in seconds since the epoch."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
