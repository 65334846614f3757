"""Small scenarios for tests."""

from pathlib import Path

import msgspec

from acd.company.check import CheckedCompany
from acd.company.compile import policy_of
from acd.company.load import load as load_company
from acd.company.prompts import prompts_of
from acd.runtime.ports import Entry
from acd.simulate.carried import policy_carried
from acd.simulate.figures import RunFigures
from acd.simulate.reading import ReadScenario, load
from acd.simulate.runs import run_once
from acd.simulate.schema import Exponential, Fixed, Group, Poisson, Queue, Scenario, Stream
from acd.simulate.tally import Tally
from acd.simulate.world import Setting, World

CALLS = Stream(queue="calls", arrivals=Poisson(per_hour=60), handle=Exponential(mean_s=120))


def scenario(**changes: object) -> Scenario:
    """Two clerks, a call a minute, for five hours."""
    made = Scenario(
        scenario="A test",
        hours=5.0,
        streams={"calls": CALLS},
        queues={"calls": Queue()},
        agents={"clerks": Group(count=2)},
    )
    return msgspec.structs.replace(made, **changes)


def setting(**changes: object) -> Setting:
    """To be run."""
    made = scenario(**changes)
    return Setting(policy=policy_carried(made), scenario=made)


def world(*, seed: int = 1, run: int = 0, **changes: object) -> World:
    """Before it runs."""
    return World(setting(**changes), seed=seed, run=run)


def figures(*, seed: int = 1, run: int = 0, **changes: object) -> RunFigures:
    """What one run comes to."""
    return run_once(setting(**changes), seed, run)


def lived(company: Setting, *, seed: int = 1) -> tuple[list[Entry], Tally]:
    """A run as the fact table would tell it, and what it came to."""
    made = World(company, seed=seed, run=0)
    entries: list[Entry] = []
    handle = made.engine.handle

    def noting(message: object, at: float) -> object:
        outcome = handle(message, at)  # type: ignore[arg-type]
        if outcome.facts:
            entries.append(Entry(at=outcome.at, facts=outcome.facts))
        return outcome

    made.engine.handle = noting  # type: ignore[method-assign, assignment]
    return entries, made.run()


def peak_day() -> Setting:
    """The example company on the example day."""
    checked, read = (
        load_company(Path("examples/utility.yaml")),
        load(Path("examples/scenarios/peak-day.yaml")),
    )
    assert isinstance(checked, CheckedCompany)
    assert isinstance(read, ReadScenario)
    silence = dict.fromkeys(prompts_of(checked.company), "sound:silence")
    policy = policy_of(checked.company, version=1, sounds=silence, year=2026)
    return Setting(policy=policy, scenario=read.scenario)


def fixed(seconds: float) -> Fixed:
    """Always as long."""
    return Fixed(seconds=seconds)
