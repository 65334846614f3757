"""Laps as a rig would have brought them, made up by hand."""

from collections.abc import Sequence

from bench.rig.books import Books
from bench.rig.contest import APP_QUEUE, BARE, OURS, Lap
from bench.rig.tape import Call, End, Ring, Tape
from bench.rig.usage import Usage

MS = 1_000_000


def ring(
    desk: int, rang_ms: float, over_ms: float, *, caller: str = "", end: End = End.AGENT_HUNG_UP
) -> Ring:
    return Ring(desk=desk, caller=caller, rang_ns=int(rang_ms * MS), over_ns=int(over_ms * MS), end=end)


def call(caller: str, began_ms: float, *, status: int = 200, over_ms: float = 1.0) -> Call:
    return Call(
        caller=caller, dialled="7300", began_ns=int(began_ms * MS), status=status, over_ns=int(over_ms * MS)
    )


def tape(rings: Sequence[Ring] = (), calls: Sequence[Call] = (), *, length_s: float = 10.0) -> Tape:
    return Tape(
        began_ns=0,
        ended_ns=int(length_s * 1000 * MS),
        rings=list(rings),
        calls=list(calls),
        resent=0,
        cpu_s=0.1,
        held_back=0,
    )


def lap(made: Tape, *, asterisk_s: float = 1.0, service_s: float = 0.0, others: float = 0.0) -> Lap:
    cpu_s = {"Asterisk": asterisk_s, "service": service_s, "PostgreSQL": service_s / 4, "bare client": 0.1}
    usage = Usage(wall_s=10.0, cpu_s=cpu_s, busiest_thread={}, idle=0.5, others=others)
    return Lap(tape=made, usage=usage, books=Books(commits=40, facts=80, log_bytes=20_000))


def waiting_ms(gap_ms: float, *, calls: int = 10) -> Tape:
    """One desk that takes one call after another, with such a gap between any two."""
    step = 1000 + gap_ms
    rings = [ring(0, turn * step, turn * step + 1000, caller=str(turn)) for turn in range(calls)]
    return tape(rings, [call(str(turn), 0) for turn in range(calls)])


def laps(ours: Lap, rival: Lap, floor: Lap) -> dict[str, list[Lap]]:
    return {OURS: [ours], APP_QUEUE: [rival], BARE: [floor]}
