"""P10: what a large floor costs in memory, and whether a million calls leave anything behind.

The first part is the real service with 10,000 agents who have logged in and are ready, and 10,000 callers who
wait on the real Asterisk: none of the agents has the level of the skill that they ask for. Its memory is what
the kernel says, then and after a crash, when it has read all that from the books and has looked at every
channel.

Where a process may not open the files that Asterisk needs for so many calls, fewer wait there; and all of
them on a simulated Asterisk in one process with the service, whose memory is then that of both.

The last part is a million calls through the service in one process with a simulated Asterisk: see
`bench.scale.hall`. On the real one they would take a working day.
"""

import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from bench.scale.company import NUMBER, LargeCompany
from bench.scale.crash import Books
from bench.scale.full import rss_of_full_floor_mib
from bench.scale.growth import CALLS, EVERY, ONE_REFERENCE_B, Growth, run_aside
from bench.scale.house import House
from bench.scale.vitals import peak_rss_mib, vitals_of
from bench.waiting import wait_until

AGENTS, WAITING = 10_000, 10_000
SHORT_AGENTS, SHORT_WAITING = 50, 20
SHORT_CALLS, SHORT_EVERY = 2_000, 100
ARRIVE_PER_S = 80.0
FILL_S = 600.0
FILES_FOR_EACH = 4
"""Asterisk opens two sockets, an event and a timer for each channel."""
FILES_BESIDE = 500
AIM_MIB = 500.0
COUNTED = ("service_MiB", "service_peak_after_crash_MiB", "process_with_simulated_asterisk_MiB")
"""The figures that the aim is about."""


def measure(options: Options) -> Row:
    """Fill a floor, crash it, and run a million calls."""
    agents, wanted = (SHORT_AGENTS, SHORT_WAITING) if options.short else (AGENTS, WAITING)
    waiting = min(wanted, _most_callers())
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="acd-p10-") as folder:
        Path(folder).chmod(0o755)
        with House(company=LargeCompany(agents=agents, working=1), folder=Path(folder)) as house:
            lost = _fill_and_crash(house, waiting, figures, options)
    options.tell(f"P10: {wanted} callers on a simulated Asterisk")
    figures["process_with_simulated_asterisk_MiB"] = rss_of_full_floor_mib(agents, wanted)
    calls, every = (SHORT_CALLS, SHORT_EVERY) if options.short else (CALLS, EVERY)
    growth = run_aside(
        calls,
        every=every,
        told=lambda sample: options.tell(
            f"P10: {sample.calls:,} of {calls:,} calls, {sample.rss_mib:.0f} MiB"
        ),
    )
    return row(figures, lost, growth, agents=agents, waiting=waiting, wanted=wanted)


def _most_callers() -> int:
    """How many calls Asterisk can have on this machine, after what a process may open here."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return (hard - FILES_BESIDE) // FILES_FOR_EACH


def _fill_and_crash(house: House, waiting: int, figures: dict[str, float], options: Options) -> list[str]:
    """What was lost in the crash; the figures go into `figures`."""
    stack, phones = house.centre.stack, house.phones
    figures["service_alone_MiB"] = vitals_of(stack.service.pid).rss_mib
    options.tell(f"P10: {len(house.others)} agents log in")
    house.log_in(house.others)
    house.be_ready(house.others)
    figures["service_with_agents_MiB"] = vitals_of(stack.service.pid).rss_mib
    options.tell(f"P10: {waiting} callers come")
    phones.at_rate(NUMBER, ARRIVE_PER_S, at_most=waiting)
    wait_until(lambda: phones.up() == waiting, FILL_S, f"{waiting} calls")
    phones.stop()
    wait_until(lambda: len(Books.of(house.centre).waiting) == waiting, FILL_S, f"{waiting} callers waiting")
    before = Books.of(house.centre)
    figures["service_MiB"] = vitals_of(stack.service.pid).rss_mib
    figures["asterisk_MiB"] = vitals_of(stack.asterisk.pid).rss_mib
    options.tell("P10: a crash")
    phones.take()
    stack.service.kill()
    began = time.monotonic()
    stack.service.start(timeout_s=FILL_S)
    figures["restart_until_ready_s"] = time.monotonic() - began
    figures["service_peak_after_crash_MiB"] = peak_rss_mib(stack.service.pid)
    after = Books.of(house.centre)
    lost = (
        []
        if after == before
        else [f"of {waiting} places {len(set(before.waiting) & set(after.waiting))} are left"]
    )
    ended = sum(bool(call.over_ns) for call in phones.take().calls)
    phones.clear(within_s=FILL_S / 5)
    return lost + ([f"{ended} callers were hung up on"] if ended else [])


def row(
    figures: dict[str, float], lost: list[str], growth: Growth, *, agents: int, waiting: int, wanted: int
) -> Row:
    """What it comes to."""
    most = max(figures[name] for name in COUNTED)
    trend = growth.trend_b
    return Row(
        id="P10",
        title=f"memory with {agents:,} agents and {wanted:,} callers waiting; growth over many calls",
        figures=(
            *(Figure(name=name, ours=Spread.of([value])) for name, value in figures.items()),
            Figure(
                name="growth_per_call_bytes",
                ours=Spread(median=trend.slope, least=trend.low, most=trend.high),
            ),
        ),
        aims=(
            Aim(text=f"≤ {AIM_MIB:g} MiB", met=most <= AIM_MIB),
            Aim(text="nobody lost in the crash", met=not lost),
            Aim(
                text=f"flat over {growth.samples[-1].calls:,} calls: with 95 % certainty less than "
                f"{ONE_REFERENCE_B} bytes a call",
                met=growth.is_flat if growth.is_long_enough else None,
            ),
        ),
        settings={
            "agents": agents,
            "waiting": wanted,
            "waiting_on_real_asterisk": waiting,
            "calls": growth.samples[-1].calls,
        },
        notes=tuple(_notes(lost, growth, waiting=waiting, wanted=wanted)),
    )


def _notes(lost: list[str], growth: Growth, *, waiting: int, wanted: int) -> Iterator[str]:
    yield from lost
    if waiting < wanted:
        yield (
            f"real calls: only {waiting:,} waited, for Asterisk opens {FILES_FOR_EACH} files for each, and a "
            "process may open no more on this machine"
        )
    first, last = growth.samples[0], growth.samples[-1]
    yield (
        f"{last.calls:,} simulated calls, {growth.calls_per_cpu_s:.0f} a second of one core; "
        f"{first.rss_mib:.1f} MiB at first, {last.rss_mib:.1f} MiB at last"
    )
