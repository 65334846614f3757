"""Small scenarios for tests."""

import msgspec

from acd.simulate.carried import policy_carried
from acd.simulate.figures import RunFigures
from acd.simulate.runs import run_once
from acd.simulate.schema import Exponential, Fixed, Group, Poisson, Queue, Scenario, Stream
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


def fixed(seconds: float) -> Fixed:
    """Always as long."""
    return Fixed(seconds=seconds)
