"""A contest: everybody carries the same load for the same time, in turn, round after round."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeAlias

from bench.options import Options
from bench.rig.books import Books
from bench.rig.phones import Phones
from bench.rig.rig import Rig
from bench.rig.tape import Tape
from bench.rig.usage import Meter, Usage

OURS, APP_QUEUE, BARE = "ours", "app_queue", "bare ARI client"
CONTESTANTS = (OURS, APP_QUEUE, BARE)

Load: TypeAlias = Callable[[Phones, str], None]
"""Makes people call a number."""


@dataclass(frozen=True, kw_only=True)
class Lap:
    """What was seen of one contestant in one round."""

    tape: Tape
    usage: Usage
    books: Books

    @property
    def carried_per_s(self) -> float:
        """Calls that an agent has served."""
        return self.tape.carried() / self.tape.length_s

    def cpu_per_call_ms(self, program: str) -> float:
        """What a program cost for each call that was carried."""
        calls = self.tape.carried()
        return self.usage.cpu_s[program] / calls * 1000 if calls else float("nan")


Laps: TypeAlias = Mapping[str, Sequence[Lap]]
"""By contestant: one for each round."""


def laps(
    rig: Rig, options: Options, *, name: str, agents: int, load: Load, settle_s: float, measure_s: float
) -> Laps:
    """Let everybody carry the load, in turn. The first `settle_s` of a turn are not counted."""
    found: dict[str, list[Lap]] = {contestant: [] for contestant in CONTESTANTS}
    for round_ in range(options.rounds):
        for contestant in CONTESTANTS:
            options.tell(f"{name}: round {round_ + 1} of {options.rounds}, {contestant}")
            with turn(rig, contestant, agents) as number:
                load(rig.phones, number)
                time.sleep(options.seconds(settle_s))
                found[contestant].append(lap(rig, options.seconds(measure_s)))
    return found


def turn(rig: Rig, contestant: str, agents: int) -> AbstractContextManager[str]:
    """A contestant at work: the number to dial."""
    return {OURS: rig.ours, APP_QUEUE: rig.app_queue, BARE: rig.bare_ari}[contestant](agents)


def lap(rig: Rig, measure_s: float) -> Lap:
    """Measure for so long, from now on."""
    before = Books.of(rig.centre)
    meter = Meter(rig.programs())
    rig.phones.take()
    time.sleep(measure_s)
    tape = rig.phones.take()
    usage = meter.read()
    return Lap(tape=tape, usage=usage, books=Books.of(rig.centre) - before)


def all_values(found: Sequence[Lap], look: Callable[[Tape], Iterator[float]]) -> list[float]:
    """The single values of all laps together."""
    return [value for lap in found for value in look(lap.tape)]
