"""Reports: many runs as means with their intervals, for scripts and for people."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from acd.simulate.estimate import CONFIDENCE, Estimate, estimate
from acd.simulate.figures import Figures, RunFigures
from acd.simulate.schema import Scenario

Estimates = dict[str, Estimate]
Nested = dict[str, "Estimate | dict[str, Estimate]"]
"""As JSON has it: the parts of ``wait_s.mean`` stand below ``wait_s``."""

UNITS = {
    "offered": "calls a run, a count",
    "blocked": "share of offered",
    "entered": "share of offered",
    "delayed": "share of those who entered a queue",
    "abandoned": "share of those who entered a queue",
    "overflowed": "times for each who entered a queue",
    "still_waiting": "share of those who entered a queue",
    "stood_in": "share of the answered",
    "wait_s": "seconds, of the answered",
    "time_in_queue_s": "seconds, of all who entered a queue",
    "service_level": "share answered within so many seconds",
    "occupancy": "share of the time on duty",
}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `acd simulate --json` writes. Each figure is the mean over the runs with the half-width of its
    95 % confidence interval.
    """

    scenario: str
    company: str
    seed: int
    runs: int
    hours: float
    """Measured in each run."""
    warm_up_hours: float
    calls: int
    """Simulated in all."""
    service_level_formula: str
    overall: Nested
    streams: dict[str, Nested]
    agents: dict[str, Nested]
    fairness: Nested
    rings: Nested
    meant: Nested
    callbacks: Nested
    """Empty where no caller would ask for one."""
    confidence: float = CONFIDENCE
    units: dict[str, str] = msgspec.field(default_factory=UNITS.copy)


def report(scenario: Scenario, company: str, seed: int, runs: Sequence[RunFigures]) -> Report:
    """What the runs come to."""
    first = runs[0]
    return Report(
        scenario=scenario.scenario,
        company=company,
        seed=seed,
        runs=len(runs),
        hours=scenario.hours,
        warm_up_hours=scenario.warm_up_hours,
        calls=sum(run.calls for run in runs),
        service_level_formula=scenario.service_level.formula,
        overall=_over(runs, lambda run: run.overall),
        streams={name: _over(runs, lambda run, name=name: run.streams[name]) for name in first.streams},
        agents={
            name: _over(runs, lambda run, name=name: run.agents.get(name, {}))
            for name in sorted({agent for run in runs for agent in run.agents})
        },
        fairness=_over(runs, lambda run: run.fairness),
        rings=_over(runs, lambda run: run.rings, missing=0.0),
        meant=_over(runs, lambda run: run.meant),
        callbacks=_over(runs, lambda run: run.callbacks),
    )


def estimates(
    runs: Iterable[RunFigures], look: Callable[[RunFigures], Figures], *, missing: float | None = None
) -> Estimates:
    """Of each figure that any run has; `missing` stands for one that a run does not have."""
    looks = [look(run) for run in runs]
    names = dict.fromkeys(name for figures in looks for name in figures)
    return {name: estimate(figures.get(name, missing) for figures in looks) for name in names}


def _over(
    runs: Iterable[RunFigures], look: Callable[..., Figures], *, missing: float | None = None
) -> Nested:
    nested: Nested = {}
    for name, found in estimates(runs, look, missing=missing).items():
        whole, _, part = name.partition(".")
        if not part:
            nested[name] = found
            continue
        parts = nested.setdefault(whole, {})
        assert isinstance(parts, dict)
        parts[part] = found
    return nested
