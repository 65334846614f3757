"""Which rows of the engine's transition tables a run has gone through, and which never."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.core.machine import Impossible, Late, Machine
from acd.core.machines import MACHINES
from acd.model.contact import Briefed, Dictating
from acd.model.fact import (
    Fact,
    MessageChosen,
    MessageGivenUp,
    MessageInvited,
    MessageLeft,
    MessageMissed,
    SenderWanted,
)
from acd.model.message import RecordingEnded
from acd.model.outcome import Record

Pair = tuple[str, str, str]
"""Machine, state and message."""

Coverage = Counter[Pair]


class CountedEngine(Engine):
    """An engine that counts the rows it goes through."""

    def __init__(self, floor: Floor, coverage: Coverage) -> None:
        super().__init__(floor)
        self._coverage = coverage

    def _step(self, machine: Machine[Any], record: Record, message: Any, at: float) -> tuple[Fact, ...]:
        state = getattr(record, machine.part)
        self._coverage[machine.name, type(state).__name__, type(message).__name__] += 1
        return super()._step(machine, record, message, at)


UNKNOWN_PARTS = ("message", "note")
UNKNOWN_STATES = (Briefed, Dictating)
UNKNOWN_MESSAGES = (
    MessageChosen,
    MessageGivenUp,
    MessageInvited,
    MessageLeft,
    MessageMissed,
    RecordingEnded,
    SenderWanted,
)
"""What comes of recordings, which the simulated Asterisk does not make."""


def expected_pairs() -> Iterator[tuple[Pair, str]]:
    """Every pair that is handled or late, with which of the two it is; but what nobody here knows."""
    for machine in MACHINES:
        for (state, message), row in machine.table.items():
            is_unknown = machine.name in UNKNOWN_PARTS or state in UNKNOWN_STATES
            if not isinstance(row, Impossible) and not is_unknown and message not in UNKNOWN_MESSAGES:
                kind = "late" if isinstance(row, Late) else "handled"
                yield (machine.name, state.__name__, message.__name__), kind


def missing(coverage: Coverage) -> list[Pair]:
    """The pairs that were never hit."""
    return [pair for pair, _ in expected_pairs() if not coverage[pair]]


def report(coverage: Coverage) -> str:
    """The table: how often each pair was hit; those never hit are named at the end."""
    lines = [f"{'hits':>10}  {'machine':<9} {'state':<13} {'message':<21} row"]
    pairs = list(expected_pairs())
    for (machine, state, message), kind in pairs:
        hits = coverage[machine, state, message]
        lines.append(f"{hits:>10}  {machine:<9} {state:<13} {message:<21} {kind}")
    never = missing(coverage)
    lines.append(f"{len(pairs) - len(never)} of {len(pairs)} handled and late transitions hit")
    lines += [f"never hit: {machine}, {message} while {state}" for machine, state, message in never]
    return "\n".join(lines)
