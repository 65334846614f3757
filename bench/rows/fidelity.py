"""FIDELITY: does the engine on a simulated clock come out where queueing theory says?

For each model, the rows of the design and others with other parameters, many batches of eight runs, each with
another seed. A 95 % interval that is honest covers the exact value in nineteen batches of twenty. The figures
are how often it did, and how far the mean of all runs is from the exact value, in standard errors.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from acd.simulate.estimate import Estimate, estimate
from acd.simulate.figures import RunFigures
from acd.simulate.runs import run_all
from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from tests.simulate.models import Model, others, rows_of_the_design

RUNS = 8
CALLS, SHORT_CALLS = 5_000, 200
SEEDS_A_ROUND = 2
LEAST_COVERED = 0.92
"""Of the intervals: 95 % less what chance may do to some thousand of them, which are not independent."""
MOST_ERRORS = 4.0
"""Standard errors: of some fifty means, chance takes hardly one farther."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one model."""

    exact: float
    covered: float
    """Share of the batches whose interval held the exact value."""
    over_all: Estimate
    """Over all runs of all batches."""
    errors: float
    """How many standard errors the mean over all runs is off."""


def measure(options: Options) -> Row:
    """Every model with every seed."""
    models = [*rows_of_the_design(), *others()]
    designed = len(list(rows_of_the_design()))
    seeds = range(1, 1 + SEEDS_A_ROUND * options.rounds)
    calls = SHORT_CALLS if options.short else CALLS
    found: dict[str, Mapping[tuple[str, str], Found]] = {}
    for place, model in enumerate(models, 1):
        options.tell(f"FIDELITY: {model.name}, {place} of {len(models)}")
        batches = [run_all(model.setting(calls=calls), seed=seed, runs=RUNS) for seed in seeds]
        found[model.name] = {figure: _found(model, figure, batches) for figure in model.exact}
    return row(found, designed=[model.name for model in models[:designed]], seeds=len(seeds), calls=calls)


def _found(model: Model, figure: tuple[str, str], batches: list[list[RunFigures]]) -> Found:
    exact = model.exact[figure]
    values = [[_look(run, figure) for run in batch] for batch in batches]
    covered = [estimate(batch).covers(exact) for batch in values]
    everything = [value for batch in values for value in batch if value is not None]
    over_all = estimate(everything)
    assert over_all.mean is not None
    error = math.sqrt(sum((value - over_all.mean) ** 2 for value in everything)) / len(everything)
    return Found(
        exact=exact,
        covered=sum(covered) / len(covered),
        over_all=over_all,
        errors=abs(over_all.mean - exact) / error if error else 0.0,
    )


def _look(run: RunFigures, figure: tuple[str, str]) -> float | None:
    stream, name = figure
    return (run.streams[stream] if stream else run.overall)[name]


def row(
    found: Mapping[str, Mapping[tuple[str, str], Found]], *, designed: list[str], seeds: int, calls: int
) -> Row:
    """What the models come to."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for name, figures in found.items():
        shares[name] += [each.covered for each in figures.values()]
    every = [share for of_model in shares.values() for share in of_model]
    worst = max((each.errors, name) for name, figures in found.items() for each in figures.values())
    of_design = [share for name in designed for share in shares[name]]
    covered, design_covered = (sum(some) / len(some) for some in (every, of_design))
    return Row(
        id="FIDELITY",
        title=f"95 % intervals of {RUNS} runs that hold the exact value, over {seeds} seeds",
        figures=(
            Figure(name="covered_percent", ours=_spread(every)),
            Figure(name="covered_of_the_design_percent", ours=_spread(of_design)),
            Figure(name="farthest_mean_in_standard_errors", ours=Spread.of([worst[0]])),
        ),
        aims=(
            Aim(
                text=f"rows of the design: {design_covered:.1%} of the intervals cover "
                f"(at least {LEAST_COVERED:.0%})",
                met=design_covered >= LEAST_COVERED,
            ),
            Aim(
                text=f"all models: {covered:.1%} of the intervals cover (at least {LEAST_COVERED:.0%})",
                met=covered >= LEAST_COVERED,
            ),
            Aim(
                text=f"no mean over all runs is farther than {MOST_ERRORS:g} standard errors from the exact "
                f"value (farthest: {worst[0]:.1f}, {worst[1]})",
                met=worst[0] <= MOST_ERRORS,
            ),
        ),
        settings={"runs": RUNS, "seeds": f"1 to {seeds}", "calls_a_run": calls},
        notes=tuple(_told(name, figures) for name, figures in found.items()),
    )


def _spread(shares: list[float]) -> Spread:
    percents = [100 * share for share in shares]
    return Spread(median=sum(percents) / len(percents), least=min(percents), most=max(percents))


def _told(name: str, figures: Mapping[tuple[str, str], Found]) -> str:
    parts = (
        f"{' '.join(part for part in figure if part)} {each.over_all.mean:.5g} (exact {each.exact:.5g})"
        for figure, each in figures.items()
    )
    return f"{name}: {'; '.join(parts)}"
