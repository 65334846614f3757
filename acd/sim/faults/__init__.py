"""What goes wrong, drawn from the seed: each run has some kinds of faults, and some of them often."""

from collections.abc import Callable
from functools import partial

from acd.sim.faults.ambushes import Ambushes
from acd.sim.faults.asterisk import AsteriskFaults
from acd.sim.faults.calls_out import CallsOut
from acd.sim.faults.database import DatabaseFaults
from acd.sim.faults.mischief import Family, Mischief
from acd.sim.faults.network import NetworkFaults
from acd.sim.faults.processes import ProcessFaults

__all__ = ["KINDS", "Faults", "Mischief"]

_FAMILIES: tuple[type[Family], ...] = (ProcessFaults, NetworkFaults, DatabaseFaults, AsteriskFaults, Ambushes)
_WITH_CALLBACKS: tuple[type[Family], ...] = (*_FAMILIES, CallsOut)
KINDS = tuple(kind.__name__ for family in _WITH_CALLBACKS for kind in family.KINDS)
"""The names of all kinds."""


class Faults:
    """Each kind comes again and again, at moments that are drawn, until `end`."""

    def __init__(self, world: Mischief, *, callbacks: bool, only: frozenset[str] | None = None) -> None:
        """`only`: kinds by name, such as ``strike_at_commit``; None lets the seed choose."""
        self._world = world
        families = _WITH_CALLBACKS if callbacks else _FAMILIES
        self._families = tuple(family(world) for family in families)
        for family in self._families:
            for kind in family.KINDS:
                every_s = world.dice.choice((3.0, 10.0, 40.0))
                if world.dice.random() < 0.4 if only is None else kind.__name__ in only:
                    self._again(partial(kind, family), every_s)

    def end(self) -> None:
        """Nothing goes wrong any more, and what is wrong is mended."""
        self._world.is_over = True
        for family in self._families:
            family.mend()
        self._world.disturbed()

    def _again(self, strike: Callable[[], None], every_s: float) -> None:
        world = self._world
        world.loop.in_world(world.dice.expovariate(1 / every_s), self._happen, strike, every_s)

    def _happen(self, strike: Callable[[], None], every_s: float) -> None:
        if not self._world.is_over:
            self._world.disturbed()
            strike()
            self._again(strike, every_s)
