"""P6: one routing decision with the whole policy, on a floor of 10,000 agents and 10,000 callers who wait.

A decision is one event (an agent becomes free, a caller comes, a ring opens, somebody is absent or back)
with all that the matcher does about it: the event seen, the next pair named, and its two records seen in
turn, until there is no pair any more. The records themselves are made outside the clock: they are the
engine's work. So is the reason kept with each offer, whose cost and size are told beside.

The floor has been at work for a while before the clock is read: a need class is made when the first caller of
its kind comes, and kept. That takes as long as several decisions; how many were made while the clock was read
is told beside. Classes of those who wait for one person are made and dropped with them, at any time.

The rival is a scan of everybody who waits (`bench.matching.scan`), told the same events in the same run. Its
answers must be the same. As it takes tens of milliseconds, it takes part in some of the events only, and in
more of them on a smaller floor.
"""

import statistics
from collections.abc import Sequence

import msgspec

from bench.matching.day import CLOCK, SHARES, Day
from bench.options import Options
from bench.report import Aim, Figure, Row, Spread, percentile

SIZE, EVENTS, WARM_UP, WITH_RIVAL = 10_000, 20_000, 150_000, 100
SMALL_SIZE, SMALL_EVENTS = 300, 2_000
SHORT = 10
"""The short form has so many times fewer of everything."""
AIM_PER_S, AIM_P99_US = 200_000.0, 25.0
SEED = 6


def measure(options: Options) -> Row:
    """Run both floors; every round goes on where the one before it has ended."""
    share = SHORT if options.short else 1
    size, small_size = SIZE // share, SMALL_SIZE // share
    options.tell(f"P6: {size:,} agents, {size:,} callers wait")
    day = Day(agents=size, waiting=size, seed=SEED)
    small = Day(agents=small_size, waiting=small_size, seed=SEED)
    small.attach_rival()
    day.run(WARM_UP // share)
    spent_us: list[list[float]] = []
    scanned_us: list[list[float]] = []
    compared = 0
    reading_us = _reading_us()
    for round_ in range(options.rounds):
        told = f"P6: round {round_ + 1} of {options.rounds}"
        options.tell(f"{told}, the matcher")
        day.forget_figures()
        before, _ = day.matcher.classes()
        day.run(EVENTS // share)
        made = day.matcher.classes()[0] - before
        spent_us.append(_without_clock([ns for kind in day.took_ns.values() for ns in kind], reading_us))
        kinds = {kind: statistics.mean(ns) / 1e3 - reading_us for kind, ns in day.took_ns.items()}
        pairs, whys, why_ns = day.pairs, day.whys, day.why_took_ns
        options.tell(f"{told}, the matcher and the scan")
        day.forget_figures()
        day.attach_rival()
        day.run(WITH_RIVAL // share + 1)
        day.detach_rival()
        scanned_us.append(_without_clock(day.scan_took_ns, reading_us))
        compared += len(day.scan_took_ns)
        options.tell(f"{told}, both on a small floor")
        small.forget_figures()
        small.run(SMALL_EVENTS // share)
        compared += len(small.scan_took_ns)
    why_us = statistics.mean(why_ns) / 1e3 - reading_us
    sizes = sorted(len(msgspec.json.encode(why)) for why in whys)
    known, in_use = day.matcher.classes()
    return row(
        spent_us,
        scanned_us,
        notes=(
            f"there are {known:,} need classes, {made:,} more than a round before, and in {in_use:,} of them "
            f"somebody waits; the floor was built from its records in {day.built_s:.2f} s",
            "mean by kind of event: "
            + ", ".join(f"{kind} {us:.1f} µs" for kind, us in sorted(kinds.items())),
            f"{pairs:,} pairs in the last round; the reasons kept with each cost {why_us:.0f} µs more and "
            f"are {sizes[len(sizes) // 2]} bytes as JSON (most {sizes[-1]})",
            f"the scan named the same pairs at {compared:,} events, most of them with {small_size} agents "
            f"and {small_size} callers; of other companies: python -m bench.oracle",
            f"CPU time; reading the clock takes {reading_us:.2f} µs, which is taken off",
        ),
        settings={
            "agents": size,
            "waiting_at_first": size,
            "events": EVENTS // share,
            "per_thousand": SHARES,
            "rounds": options.rounds,
        },
    )


def _reading_us() -> float:
    """What lies between two readings of the clock with nothing between them."""
    return statistics.median(-(CLOCK() - CLOCK()) for _ in range(1_000)) / 1e3


def _without_clock(took_ns: Sequence[int], reading_us: float) -> list[float]:
    return [max(0.0, ns / 1e3 - reading_us) for ns in took_ns]


def row(
    spent_us: Sequence[Sequence[float]],
    scanned_us: Sequence[Sequence[float]],
    *,
    notes: tuple[str, ...],
    settings: dict[str, object],
) -> Row:
    """What it comes to."""
    ours, scan = (
        {
            "decisions_per_s": Spread.of([1e6 / statistics.mean(one) for one in rounds]),
            "p50_us": Spread.of([percentile(one, 50) for one in rounds]),
            "p99_us": Spread.of([percentile(one, 99) for one in rounds]),
        }
        for rounds in (spent_us, scanned_us)
    )
    per_s, p99_us = ours["decisions_per_s"].median, ours["p99_us"].median
    return Row(
        id="P6",
        title="one routing decision with the whole policy",
        figures=tuple(Figure(name=name, ours=ours[name], rival=scan[name]) for name in ours),
        aims=(
            Aim(text=f"≥ {AIM_PER_S:,.0f} decisions/s (here {per_s:,.0f})", met=per_s >= AIM_PER_S),
            Aim(text=f"p99 ≤ {AIM_P99_US:g} µs (here {p99_us:.1f})", met=p99_us <= AIM_P99_US),
            Aim(text="the scan names the same pairs", met=True),
        ),
        rival="a scan of everybody who waits",
        ratio=per_s / scan["decisions_per_s"].median,
        settings=settings,
        notes=notes,
        samples={
            "matcher": [us for one in spent_us for us in one],
            "scan": [us for one in scanned_us for us in one],
        },
        samples_unit="µs",
    )
