"""P8: how many calls a second of wall time the simulation carries, with the whole engine in it.

Every call goes the whole way: an arrival, a flow, a place in a queue, an offer with its reasons, a leg to the
agent, a bridge, the end; all facts, all machines. What is left out is what a simulation has no use for:
Postgres, the network and the clock.

Two loads: twenty agents who are busy nine tenths of the time (M/M/20, ten messages a call), on one core and
then in runs on all cores; and a small floor with two skills, priority and a reserve.
"""

import os
import time

import msgspec

from acd.simulate.figures import RunFigures
from acd.simulate.runs import run_all, run_once
from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from tests.simulate.exact import Pools
from tests.simulate.models import Model, erlang_c_model, n_model_of

CALLS, SHORT_CALLS = 10_000, 300
AIM_PER_S = 3_000.0
SPEED_UP = 0.8
"""Of what so many cores could give; the start of processes is part of it."""
SEED = 1
SKILLED = Pools(
    specialists=14, generalists=8, v_rate=1.5, l_rate=3.5, service=0.25, impatience=0.5, reserve=1
)


def measure(options: Options) -> Row:
    """In turn: one core, all cores, one core with skills."""
    calls = SHORT_CALLS if options.short else CALLS
    plain, skilled = erlang_c_model(270, 240, 20), n_model_of(SKILLED)
    cores = len(os.sched_getaffinity(0))
    on_one, of_cpu, on_all, with_skills = list[float](), list[float](), list[float](), list[float]()
    alike = True
    for round_ in range(options.rounds):
        options.tell(f"P8: round {round_ + 1} of {options.rounds}")
        alone, per_s, per_cpu_s = _alone(plain, calls)
        on_one.append(per_s)
        of_cpu.append(per_cpu_s)
        together, per_s = _together(plain, calls, runs=4 * cores, jobs=cores)
        on_all.append(per_s)
        with_skills.append(_alone(skilled, calls)[1])
        alike = alike and alone == together[0]
    return row(on_one, of_cpu, on_all, with_skills, cores=cores, alike=alike, calls=calls)


def _alone(model: Model, calls: int) -> tuple[RunFigures, float, float]:
    """One run in this process, its calls a second of wall time, and those a second of CPU."""
    setting = model.setting(calls=calls)
    began_s, cpu_s = time.perf_counter(), time.process_time()
    figures = run_once(setting, SEED, 0)
    took_s, cpu_s = time.perf_counter() - began_s, time.process_time() - cpu_s
    return figures, figures.calls / took_s, figures.calls / cpu_s


def _together(model: Model, calls: int, *, runs: int, jobs: int) -> tuple[list[RunFigures], float]:
    """Many runs on all cores, and their calls a second of wall time, the start of processes included."""
    setting = model.setting(calls=calls)
    began_s = time.perf_counter()
    found = run_all(setting, seed=SEED, runs=runs, jobs=jobs)
    return found, sum(run.calls for run in found) / (time.perf_counter() - began_s)


def row(
    on_one: list[float],
    of_cpu: list[float],
    on_all: list[float],
    with_skills: list[float],
    *,
    cores: int,
    alike: bool,
    calls: int,
) -> Row:
    """What the rounds come to."""
    one, everywhere = Spread.of(on_one), Spread.of(on_all)
    speed_up = everywhere.median / one.median
    return Row(
        id="P8",
        title="simulated calls per second of wall time, the whole engine",
        figures=(
            Figure(name="one_core_calls_per_s", ours=one),
            Figure(name="all_cores_calls_per_s", ours=everywhere),
            Figure(name="calls_in_a_second_of_cpu", ours=Spread.of(of_cpu)),
            Figure(name="one_core_with_skills_calls_per_s", ours=Spread.of(with_skills)),
        ),
        aims=(
            Aim(text=f"at least {AIM_PER_S:,.0f} calls/s on one core", met=one.median >= AIM_PER_S),
            Aim(
                text=f"runs on all {cores} cores: {speed_up:.2f} times as many "
                f"(at least {SPEED_UP * cores:.1f})",
                met=speed_up >= SPEED_UP * cores if cores > 1 else None,
            ),
            Aim(text="the same figures, to the last digit, whatever the number of processes", met=alike),
        ),
        settings={"calls_a_run": calls, "cores": cores, "skilled": msgspec.structs.asdict(SKILLED)},
    )
