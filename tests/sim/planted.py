"""Bugs that are planted, to show that somebody sees them."""

from acd.sim.world import Options, run

SEEDS = 150
"""At most; with the faults that bring it out each is noticed within some ten."""


def first_broken(*faults: str) -> str:
    """The first promise that some seed breaks; empty if none does."""
    only = frozenset(faults) or None
    for seed in range(SEEDS):
        result = run(seed, Options(only=only, callbacks=False))
        if result.broken:
            return result.broken[0]
    return ""


def broken_among(sentence: str, *faults: str) -> bool:
    """Whether some seed breaks this promise to a customer first; a bug may break others as well."""
    options = Options(only=frozenset(faults) or None, callbacks=True)
    return any(sentence in told for seed in range(SEEDS) for told in run(seed, options).broken[:1])
