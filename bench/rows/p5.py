"""P5: does it take longer to find the next call when more people are on the floor?

Twenty agents take calls without a pause, as in P1: an agent hangs up, and the same agent's phone is asked
again. All others have logged in, at phones that could ring, and are ready and idle, in the same queue; but
the callers ask for a higher level of a skill than theirs. That is the dearer kind of bystander: one who is
not ready can be left out without a look at any skill. In the second half of each round they are elsewhere,
not ready.

A stack for each size of the floor stands all the time, and the sizes are measured in turn.
"""

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from bench.options import Options
from bench.report import Aim, Figure, Row, Spread, percentile
from bench.scale.company import NUMBER, LargeCompany
from bench.scale.house import House

WORKING = 20
CALLERS_FOR_EACH = 3
SIZES = (20, 100, 1_000, 10_000)
SHORT_SIZES = (5, 50)
SETTLE_S = 3.0
MEASURE_S = 15.0
TALK_S = (0.8, 1.2)
MOST = 1.2
"""Flat: no floor takes so many times as long as the smallest."""
IDLE, ELSEWHERE = "bystanders idle", "bystanders not ready"

Gaps = dict[tuple[str, int], list[list[float]]]
"""By what the bystanders do and by size: the gaps of each round, in milliseconds."""


def measure(options: Options) -> Row:
    """Open a stack for each size, and measure them in turn."""
    sizes = SHORT_SIZES if options.short else SIZES
    gaps: Gaps = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="acd-p5-") as folder, ExitStack() as open_houses:
        Path(folder).chmod(0o755)
        houses = {
            size: open_houses.enter_context(
                House(
                    company=LargeCompany(agents=size, working=min(size, options.people(WORKING))),
                    folder=Path(folder) / str(size),
                )
            )
            for size in sizes
        }
        for size, house in houses.items():
            options.tell(f"P5: {size} agents log in")
            with house.timed("logging in"):
                house.log_in(house.company.people())
            house.be_ready(house.workers)
        for round_ in range(options.rounds):
            for kind in (IDLE, ELSEWHERE):
                for size, house in houses.items():
                    options.tell(f"P5: round {round_ + 1} of {options.rounds}, {size} agents, {kind}")
                    (house.be_ready if kind == IDLE else house.be_elsewhere)(house.others)
                    gaps[kind, size].append(list(_gaps(house, options)))
        steps = {size: house.took_s for size, house in houses.items()}
    return row(gaps, steps, options)


def _gaps(house: House, options: Options) -> Iterator[float]:
    """One round at one size."""
    phones, working = house.phones, house.company.working
    phones.work(talk_s=TALK_S)
    phones.keep(NUMBER, CALLERS_FOR_EACH * working)
    time.sleep(options.seconds(SETTLE_S))
    phones.take()
    time.sleep(options.seconds(MEASURE_S))
    tape = phones.take()
    phones.clear()
    return tape.idle_gaps_ms()


def row(gaps: Gaps, steps: Mapping[int, Mapping[str, float]], options: Options) -> Row:
    """What the gaps come to."""
    sizes = sorted({size for _, size in gaps})
    p50 = {key: Spread.of([percentile(one, 50) for one in rounds]) for key, rounds in gaps.items()}
    p99 = {key: Spread.of([percentile(one, 99) for one in rounds]) for key, rounds in gaps.items()}
    smallest, largest = sizes[0], sizes[-1]
    worst = max(p50[IDLE, size].median / p50[IDLE, smallest].median for size in sizes)
    figures = [
        Figure(name=f"{size}_agents_{kind.replace(' ', '_')}_{name}_ms", ours=found[kind, size])
        for size in sizes
        for kind, name, found in ((IDLE, "p50", p50), (IDLE, "p99", p99), (ELSEWHERE, "p50", p50))
    ]
    return Row(
        id="P5",
        title="agent hangs up → same agent's next INVITE, by the number of agents on the floor",
        figures=tuple(figures),
        aims=(
            Aim(
                text=f"p50 flat within 20 % from {smallest} to {largest} agents (worst: {worst:.2f} times)",
                met=worst <= MOST,
            ),
        ),
        rival=f"itself with {smallest} agents",
        ratio=1 / worst,
        settings={
            "agents": sizes,
            "working": WORKING,
            "callers": CALLERS_FOR_EACH * WORKING,
            "talk_s": TALK_S,
            "rounds": options.rounds,
            "seconds": options.seconds(MEASURE_S),
        },
        notes=(_opening(largest, steps[largest]),),
        samples={f"{size} agents": [gap for one in gaps[IDLE, size] for gap in one] for size in sizes},
    )


def _opening(size: int, took_s: Mapping[str, float]) -> str:
    """How long it takes to open a floor of this size."""
    told = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in took_s.items())
    return f"opening a floor of {size} agents, with as many phones in Asterisk's files: {told}."
