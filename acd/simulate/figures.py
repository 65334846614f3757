"""Figures: what one run comes to, by name. A name with a point in it is a figure of several parts.

========================  ==============================================================================
offered                   calls, those that met a busy line included
blocked                   of these, the share that met a busy line
entered                   the share of the offered that came to a queue
delayed                   of those who entered a queue, the share for whom nobody was free at once
abandoned                 of the same, the share that hung up waiting
overflowed                of the same, how often they left a queue for another one, a flow or a box
still_waiting             of the same, the share that still waited when the run ended
stood_in                  of the answered, the share who were served by a stand-in for a skill or a region
wait_s.mean … wait_s.p99  waits of the answered, from the first queue entry to the answer
time_in_queue_s           mean time in queues of all who entered one, answered or not
service_level.20          share answered within 20 s, by the formula that the scenario names
occupancy                 talk and wrap-up, of that and the time ready; of a stream: what its callers take
========================  ==============================================================================

None: there was nothing to measure.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from acd.kpi.figures import ServiceLevel, ServiceLevelFormula, abandonment_rate, asa_s, service_level
from acd.kpi.visits import Result, Visit
from acd.simulate.schema import ServiceLevels
from acd.simulate.tally import AgentTally, Meant, StreamTally, Tally

Figures = dict[str, float | None]
PERCENTILES = (50, 90, 99)


class RunFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one run."""

    run: int
    calls: int
    """Simulated in all."""
    overall: Figures
    streams: dict[str, Figures]
    agents: dict[str, Figures]
    fairness: Figures
    """Between agents, and between streams."""
    rings: Figures
    """Share of the answered, by the ring that was open: 0 is the first."""
    meant: Figures
    """Of callers who were meant for one person: what became of them, and after how long."""
    callbacks: Figures = {}
    """Of callers who asked to be called back, and of those who held the line. None: no caller would ask."""


def figures_of(run: int, tally: Tally, levels: ServiceLevels, *, callbacks: bool = False) -> RunFigures:
    """What a tally comes to; with figures of callbacks, if callers would ask for any."""
    policies = [
        ServiceLevel(
            within_s=within_s,
            short_abandon_s=levels.short_abandon_s,
            formula=ServiceLevelFormula(levels.formula),
        )
        for within_s in levels.within_s
    ]
    all_streams = list(tally.streams.values())
    on_duty_s = sum(agent.idle_s + agent.busy_all_s for agent in tally.agents.values())
    busy_s: defaultdict[str, float] = defaultdict(float)
    for agent in tally.agents.values():
        for stream, spent_s in agent.busy_s.items():
            busy_s[stream] += spent_s
    streams = {
        name: _calls([stream], policies) | {"occupancy": _share(busy_s[name], on_duty_s)}
        for name, stream in tally.streams.items()
    }
    return RunFigures(
        run=run,
        calls=tally.calls,
        overall=_calls(all_streams, policies) | {"occupancy": _share(sum(busy_s.values()), on_duty_s)},
        streams=streams,
        agents={name: _agent(agent) for name, agent in sorted(tally.agents.items())},
        fairness=_fairness(tally.agents.values(), streams),
        rings=_rings(all_streams),
        meant=_meant(all_streams),
        callbacks=_callbacks(tally, on_duty_s) if callbacks else {},
    )


def _calls(streams: Sequence[StreamTally], policies: Iterable[ServiceLevel]) -> Figures:
    offered = sum(stream.offered for stream in streams)
    visits: list[Visit] = list(chain.from_iterable(stream.visits for stream in streams))
    waits_s = sorted(visit.waited_s for visit in visits if visit.result is Result.ANSWERED)
    return {
        "offered": float(offered),
        "blocked": _share(sum(stream.blocked for stream in streams), offered),
        "entered": _share(len(visits), offered),
        "delayed": _share(sum(stream.delayed for stream in streams), len(visits)),
        "abandoned": abandonment_rate(visits),
        "overflowed": _share(sum(stream.overflowed for stream in streams), len(visits)),
        "still_waiting": _share(sum(stream.still_waiting for stream in streams), len(visits)),
        "stood_in": _share(sum(stream.stood_in for stream in streams), len(waits_s)),
        "wait_s.mean": asa_s(visits),
        **{f"wait_s.p{percent}": percentile(waits_s, percent) for percent in PERCENTILES},
        "time_in_queue_s": _share(sum(visit.waited_s for visit in visits), len(visits)),
        **{f"service_level.{policy.within_s:g}": service_level(visits, policy) for policy in policies},
    }


def _agent(agent: AgentTally) -> Figures:
    busy_s = agent.busy_all_s
    return {
        "occupancy": _share(busy_s, busy_s + agent.idle_s),
        "contacts": float(agent.contacts),
        "not_taken": float(agent.failures),
    }


def _fairness(agents: Iterable[AgentTally], streams: Mapping[str, Figures]) -> Figures:
    """How evenly work and waits are spread. Jain's index: 1 when all are alike, 1/n when one has it all;
    Gini's coefficient: 0 when all are alike.
    """
    people = list(agents)
    occupancies = [value for agent in people if (value := _agent(agent)["occupancy"]) is not None]
    contacts = [float(agent.contacts) for agent in people]
    waits_s = [value for stream in streams.values() if (value := stream["time_in_queue_s"]) is not None]
    return {
        "occupancy_jain": jain(occupancies),
        "occupancy_gini": gini(occupancies),
        "occupancy_spread": max(occupancies) - min(occupancies) if occupancies else None,
        "contacts_gini": gini(contacts),
        "wait_spread_s": max(waits_s) - min(waits_s) if waits_s else None,
    }


def _rings(streams: Iterable[StreamTally]) -> Figures:
    rings: Counter[int] = Counter()
    for stream in streams:
        rings.update(stream.rings)
    return {str(ring): _share(count, rings.total()) for ring, count in sorted(rings.items())}


def _meant(streams: Iterable[StreamTally]) -> Figures:
    callers: Counter[Meant] = Counter()
    waits_s: defaultdict[Meant, float] = defaultdict(float)
    for stream in streams:
        callers.update(stream.meant)
        for end, waited_s in stream.meant_wait_s.items():
            waits_s[end] += waited_s
    if not callers:
        return {}
    return {
        **{f"share.{end}": _share(callers[end], callers.total()) for end in Meant},
        **{f"wait_s.{end}": _share(waits_s[end], callers[end]) for end in Meant},
    }


def _callbacks(tally: Tally, on_duty_s: float) -> Figures:
    found = tally.callbacks
    reached_s, on_the_line_s = sorted(found.reached_s), sorted(found.on_the_line_s)
    entered = sum(len(stream.visits) for stream in tally.streams.values())
    return {
        "agreed": _share(found.agreed, entered),
        "reached": _share(len(reached_s), found.agreed),
        "given_up": _share(found.given_up, found.agreed),
        "still_waiting": _share(found.still_waiting, found.agreed),
        "dials": _share(found.dials, found.agreed),
        "fetching": _share(found.fetching_s, on_duty_s),
        "reached_s.mean": _share(sum(reached_s), len(reached_s)),
        "reached_s.p90": percentile(reached_s, 90),
        "on_the_line_s.mean": _share(sum(on_the_line_s), len(on_the_line_s)),
        "on_the_line_s.p90": percentile(on_the_line_s, 90),
    }


def percentile(ordered: Sequence[float], percent: float) -> float | None:
    """The value below which so many percent lie, between two of them if need be."""
    if not ordered:
        return None
    place = (len(ordered) - 1) * percent / 100.0
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def jain(values: Sequence[float]) -> float | None:
    """Jain's index of fairness: (Σx)² / (n Σx²).

    Source: Jain, Chiu and Hawe 1984, A quantitative measure of fairness.
    """
    squares = sum(value * value for value in values)
    return sum(values) ** 2 / (len(values) * squares) if squares else None


def gini(values: Sequence[float]) -> float | None:
    """Gini's coefficient: Σ (2i - n - 1) xᵢ / (n Σx), the values in ascending order, i from 1."""
    total, count = sum(values), len(values)
    if not total:
        return None
    return sum((2 * place - count - 1) * value for place, value in enumerate(sorted(values), 1)) / (
        count * total
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
