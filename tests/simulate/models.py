"""Textbook models as scenarios, each with its exact results: the rows of the design, and others.

The test of fidelity runs them for a short time, the bench for a long one.
"""

from collections.abc import Iterator, Mapping

import msgspec

from acd.simulate.carried import policy_carried
from acd.simulate.schema import Exponential, Group, Poisson, Queue, Scenario, ServiceLevels, Stream
from acd.simulate.world import Setting
from tests.simulate.exact import (
    Pools,
    Steady,
    birth_death,
    erlang_c,
    erlang_c_within,
    n_model,
    strict_priority,
)

Exact = Mapping[tuple[str, str], float]
"""By stream and figure; an empty stream stands for all together."""


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario of which the long run is known."""

    name: str
    scenario: Scenario
    exact: Exact
    calls_per_hour: float

    def setting(self, *, calls: float) -> Setting:
        """With runs as long as it takes for so many calls, after a warm-up of ten talks."""
        talk_h = max(_mean_s(stream) for stream in self.scenario.streams.values()) / 3600.0
        scenario = msgspec.structs.replace(
            self.scenario, hours=calls / self.calls_per_hour, warm_up_hours=10 * talk_h
        )
        return Setting(policy=policy_carried(scenario), scenario=scenario)


def _mean_s(stream: Stream) -> float:
    assert isinstance(stream.handle, Exponential)
    return stream.handle.mean_s


def _stream(
    queue: str, per_hour: float, mean_s: float, patience_s: float | None = None, **needs: int
) -> Stream:
    return Stream(
        queue=queue,
        arrivals=Poisson(per_hour=per_hour),
        handle=Exponential(mean_s=mean_s),
        patience=Exponential(mean_s=patience_s) if patience_s is not None else None,
        needs=needs,
    )


def _model(
    name: str,
    streams: Mapping[str, Stream],
    queues: Mapping[str, Queue],
    agents: Mapping[str, Group],
    exact: Exact,
    *,
    lines: int | None = None,
) -> Model:
    arrivals = [stream.arrivals for stream in streams.values()]
    return Model(
        name=name,
        scenario=Scenario(
            scenario=name,
            hours=1.0,
            streams=dict(streams),
            queues=dict(queues),
            agents=dict(agents),
            lines=lines,
            service_level=ServiceLevels(formula="of_offered"),
        ),
        exact=exact,
        calls_per_hour=sum(each.per_hour for each in arrivals if isinstance(each, Poisson)),
    )


def _shares(
    stream: str, steady: Steady, *, unit_s: float, leaves: bool = False
) -> dict[tuple[str, str], float]:
    """The figures of a stream, when the rates were per `unit_s` seconds."""
    found = {
        (stream, "delayed"): steady.delayed,
        (stream, "time_in_queue_s"): steady.in_queue * unit_s,
    }
    if leaves:
        found[stream, "abandoned"] = steady.abandoned
    return found


def erlang_c_model(per_hour: float, mean_s: float, agents: int) -> Model:
    """M/M/c."""
    rate, service = per_hour / 3600, 1 / mean_s
    exact = _shares("calls", erlang_c(rate, service, agents), unit_s=1.0) | {
        ("calls", "service_level.20"): erlang_c_within(rate, service, agents, 20.0),
        ("", "occupancy"): rate / service / agents,
    }
    return _model(
        f"M/M/{agents} at {per_hour:g} an hour of {mean_s:g} s",
        {"calls": _stream("calls", per_hour, mean_s)},
        {"calls": Queue()},
        {"clerks": Group(count=agents)},
        exact,
    )


def erlang_a_model(per_hour: float, mean_s: float, patience_s: float, agents: int) -> Model:
    """M/M/c+M."""
    steady = birth_death(per_hour / 3600, 1 / mean_s, agents, impatience=1 / patience_s)
    return _model(
        f"M/M/{agents}+M at {per_hour:g} an hour of {mean_s:g} s, patience {patience_s:g} s",
        {"calls": _stream("calls", per_hour, mean_s, patience_s)},
        {"calls": Queue()},
        {"clerks": Group(count=agents)},
        _shares("calls", steady, unit_s=1.0, leaves=True),
    )


def priority_model(per_minute: tuple[float, ...], mean_s: float, agents: int) -> Model:
    """M/M/c with classes in strict order: each starts a day ahead of the next, longer than anybody waits."""
    waits_s = strict_priority([rate / 60 for rate in per_minute], 1 / mean_s, agents)
    names = [f"class-{place}" for place in range(1, len(per_minute) + 1)]
    step_s = 86400.0 / (len(names) - 1)
    return _model(
        f"strict priority, {agents} agents, {per_minute} a minute of {mean_s:g} s",
        {name: _stream(name, rate * 60, mean_s) for name, rate in zip(names, per_minute, strict=True)},
        {name: Queue(head_start_s=86400.0 - place * step_s) for place, name in enumerate(names)},
        {"clerks": Group(count=agents)},
        {(name, "time_in_queue_s"): wait_s for name, wait_s in zip(names, waits_s, strict=True)},
    )


def n_model_of(pools: Pools) -> Model:
    """The N-model; rates are per minute."""
    v, low = n_model(pools)
    mean_s, patience_s = 60 / pools.service, 60 / pools.impatience
    return _model(
        f"N-model, {pools.specialists} and {pools.generalists} agents, reserve {pools.reserve}",
        {
            "v": _stream("v", pools.v_rate * 60, mean_s, patience_s),
            "l": _stream("l", pools.l_rate * 60, mean_s, patience_s),
        },
        {"v": Queue(head_start_s=86400.0, reserve=pools.reserve), "l": Queue(needs={"local": 1})},
        {
            "specialists": Group(count=pools.specialists, queues=("l",), skills={"local": 10}),
            "generalists": Group(count=pools.generalists, queues=("v", "l"), skills={"local": 1}),
        },
        _shares("v", v, unit_s=60.0, leaves=True) | _shares("l", low, unit_s=60.0, leaves=True),
    )


def pooled_model(types: int, agents: int, extra_lines: int, mean_s: float, load: float) -> Model:
    """The set-up of Wallace and Whitt 2005 with every agent good at every type: M/M/c/K."""
    per_hour = load / (mean_s / 3600)
    steady = birth_death(per_hour / 3600, 1 / mean_s, agents, room=agents + extra_lines)
    names = [f"type-{place}" for place in range(1, types + 1)]
    exact = {("", "blocked"): steady.blocked, **_shares("", steady, unit_s=1.0)}
    return _model(
        f"{types} types, {agents} agents, {extra_lines} extra lines, load {load:g}",
        {name: _stream("all", per_hour / types, mean_s, **{name: 1}) for name in names},
        {"all": Queue()},
        {"clerks": Group(count=agents, skills=dict.fromkeys(names, 5))},
        exact,
        lines=agents + extra_lines,
    )


DESIGN = Pools(specialists=60, generalists=30, v_rate=4.8, l_rate=12.0, service=0.2, impatience=1 / 3)


def rows_of_the_design() -> Iterator[Model]:
    """The models that the design names."""
    yield erlang_c_model(100, 180, 8)
    yield erlang_c_model(200, 180, 14)
    yield erlang_a_model(48 * 60, 60, 120, 50)
    yield priority_model((1.0, 2.0, 1.5), 240, 20)
    yield n_model_of(DESIGN)
    yield n_model_of(msgspec.structs.replace(DESIGN, reserve=2))
    yield pooled_model(6, 90, 30, 600, 84)


def others() -> Iterator[Model]:
    """The same models with other parameters, small and busy ones among them."""
    yield erlang_c_model(30, 200, 2)
    yield erlang_c_model(700, 120, 25)
    yield erlang_a_model(300, 240, 60, 16)
    yield priority_model((0.5, 0.7), 180, 5)
    small = Pools(
        specialists=8, generalists=6, v_rate=1.0, l_rate=2.4, service=0.25, impatience=0.5, reserve=1
    )
    yield n_model_of(small)
    yield n_model_of(msgspec.structs.replace(small, reserve=4))
    yield pooled_model(3, 10, 4, 300, 9)


NAMED_IN_THE_DESIGN: Mapping[str, Mapping[tuple[str, str], float]] = {
    "M/M/8 at 100 an hour of 180 s": {
        ("calls", "delayed"): 0.16727,
        ("calls", "time_in_queue_s"): 10.036,
        ("calls", "service_level.20"): 0.88015,
    },
    "M/M/14 at 200 an hour of 180 s": {
        ("calls", "delayed"): 0.17413,
        ("calls", "time_in_queue_s"): 7.836,
        ("calls", "service_level.20"): 0.88835,
    },
    "M/M/50+M at 2880 an hour of 60 s, patience 120 s": {
        ("calls", "delayed"): 0.4678,
        ("calls", "abandoned"): 0.0309,
        ("calls", "time_in_queue_s"): 3.71,
    },
    "strict priority, 20 agents, (1.0, 2.0, 1.5) a minute of 240 s": {
        ("class-1", "time_in_queue_s"): 8.262,
        ("class-2", "time_in_queue_s"): 20.654,
        ("class-3", "time_in_queue_s"): 165.231,
    },
    "N-model, 60 and 30 agents, reserve 0": {
        ("v", "delayed"): 0.3941,
        ("l", "delayed"): 0.1822,
        ("v", "abandoned"): 0.0516,
        ("l", "abandoned"): 0.0165,
    },
    "N-model, 60 and 30 agents, reserve 2": {
        ("v", "delayed"): 0.2802,
        ("l", "delayed"): 0.2342,
        ("v", "abandoned"): 0.0367,
        ("l", "abandoned"): 0.0229,
    },
    "6 types, 90 agents, 30 extra lines, load 84": {
        ("", "blocked"): 0.00364,
        ("", "delayed"): 0.3797,
        ("", "time_in_queue_s"): 27.0,
    },
}
"""As the design prints them, rounded: what `exact` computes must come to the same."""
