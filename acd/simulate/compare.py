"""Comparison: two companies under the very same callers, and whether the difference is real.

Run for run both meet the same callers with the same talks and the same patience (common random numbers), so
the differences of the pairs are much steadier than the figures themselves. A difference is called real when
the 95 % confidence interval of its mean leaves zero out (paired t). Of twenty figures that do not differ at
all, one will be called real by chance: look for a difference that you expected.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from acd.simulate.estimate import CONFIDENCE, Estimate, estimate
from acd.simulate.figures import Figures, RunFigures
from acd.simulate.words import unit_of, with_interval


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How a figure differs between the two."""

    a: Estimate
    b: Estimate
    difference: Estimate
    """B less A, of the runs in which both have it."""
    real: bool
    """Whether its interval leaves zero out."""
    verdict: str
    """In words."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What `acd simulate --compare --json` writes."""

    scenario: str
    a: str
    b: str
    seed: int
    runs: int
    overall: dict[str, Difference]
    streams: dict[str, dict[str, Difference]]
    """Those that both have."""
    fairness: dict[str, Difference]
    meant: dict[str, Difference]
    """Of callers who were meant for one person."""
    callbacks: dict[str, Difference]
    """Of callers who asked to be called back, and of those who held the line."""
    confidence: float = CONFIDENCE


def compare(
    scenario: str, names: tuple[str, str], seed: int, a: Sequence[RunFigures], b: Sequence[RunFigures]
) -> Comparison:
    """Lay the runs of A beside those of B, made with the same seed: the same number, the same callers."""
    streams = [name for name in a[0].streams if name in b[0].streams]
    return Comparison(
        scenario=scenario,
        a=names[0],
        b=names[1],
        seed=seed,
        runs=len(a),
        overall=dict(_differences(a, b, lambda run: run.overall)),
        streams={
            name: dict(_differences(a, b, lambda run, name=name: run.streams[name])) for name in streams
        },
        fairness=dict(_differences(a, b, lambda run: run.fairness)),
        meant=dict(_differences(a, b, lambda run: run.meant)),
        callbacks=dict(_differences(a, b, lambda run: run.callbacks)),
    )


def _differences(
    a: Sequence[RunFigures], b: Sequence[RunFigures], look: Callable[..., Figures]
) -> Iterator[tuple[str, Difference]]:
    ones, others = [look(run) for run in a], [look(run) for run in b]
    for name in dict.fromkeys(name for figures in (*ones, *others) for name in figures):
        pairs = [(one.get(name), other.get(name)) for one, other in zip(ones, others, strict=True)]
        found = estimate(None if one is None or other is None else other - one for one, other in pairs)
        yield (
            name,
            Difference(
                a=estimate(one for one, _ in pairs),
                b=estimate(other for _, other in pairs),
                difference=found,
                real=_is_real(found),
                verdict=verdict(name, found),
            ),
        )


def _is_real(found: Estimate) -> bool:
    if found.mean is None or found.half_width is None:
        return False
    return abs(found.mean) > found.half_width


def verdict(name: str, found: Estimate) -> str:
    """What a difference says: B against A."""
    if found.mean is None:
        return "nothing to compare"
    if found.half_width is None:
        return "one run says nothing: --runs 10"
    told = unit_of(name)
    if found.mean == 0.0 and found.half_width == 0.0:
        return "no difference"
    if not _is_real(found):
        return f"no difference can be told ({with_interval(found, told)})"
    more = "more" if found.mean > 0 else "less"
    size = Estimate(mean=abs(found.mean), half_width=found.half_width)
    return f"B has {with_interval(size, told)} {more}: real"
