"""Exact results of queueing theory, to hold the simulation against.

Written from the definitions of the models and from nothing in the service. Rates are per any unit of time,
as long as it is the same one everywhere; waits come out in that unit.
"""

from itertools import pairwise
from math import exp, factorial

import msgspec
import numpy as np
from numpy.typing import NDArray


class Steady(msgspec.Struct, frozen=True, kw_only=True):
    """What holds in the long run."""

    blocked: float = 0.0
    """Share of callers who met a busy line."""
    delayed: float
    """Share of those who were let in, and found nobody free."""
    abandoned: float = 0.0
    """Share of those who were let in, and hung up waiting."""
    in_queue: float
    """Mean time in the queue of those who were let in, hung up or not."""


def erlang_c(rate: float, service: float, servers: int) -> Steady:
    """M/M/c: Poisson callers, exponential talks, nobody leaves.

    Source: A. K. Erlang 1917; Cooper, Introduction to Queueing Theory, 2nd ed., section 3.4.
    """
    load = rate / service
    busy = load**servers / factorial(servers) * servers / (servers - load)
    delayed = busy / (sum(load**k / factorial(k) for k in range(servers)) + busy)
    return Steady(delayed=delayed, in_queue=delayed / (servers * service - rate))


def erlang_c_within(rate: float, service: float, servers: int, within: float) -> float:
    """M/M/c: the share answered within a time, P(W ≤ t) = 1 - C e^(-(cμ - λ) t)."""
    return 1.0 - erlang_c(rate, service, servers).delayed * exp(-(servers * service - rate) * within)


def birth_death(
    rate: float, service: float, servers: int, *, impatience: float = 0.0, room: int | None = None
) -> Steady:
    """M/M/c/K + M from its balance equations: n callers are left at the rate min(n, c) μ + (n - c)⁺ θ.

    Without a limit of the `room` it is Erlang-A (Palm 1957; Garnett, Mandelbaum and Reiman 2002, Designing a
    call center with impatient customers); without impatience M/M/c/K (Kleinrock, Queueing Systems I, 3.6).
    Arrivals see time averages (PASTA), so shares of callers are probabilities of states.
    """
    most = room if room is not None else servers + 2000
    weights = [1.0]
    for present in range(1, most + 1):
        leaving = min(present, servers) * service + max(0, present - servers) * impatience
        weights.append(weights[-1] * rate / leaving)
    total = sum(weights)
    chances = [weight / total for weight in weights]
    blocked = chances[most] if room is not None else 0.0
    queue = sum((present - servers) * chance for present, chance in enumerate(chances) if present > servers)
    let_in = rate * (1.0 - blocked)
    return Steady(
        blocked=blocked,
        delayed=sum(chances[servers:most] if room is not None else chances[servers:]) / (1.0 - blocked),
        abandoned=impatience * queue / let_in,
        in_queue=queue / let_in,
    )


def strict_priority(rates: list[float], service: float, servers: int) -> list[float]:
    """M/M/c, classes served strictly in their order, talks not interrupted: the mean wait of each class.

    W_k = W₀ / ((1 - s_{k-1}) (1 - s_k)) with W₀ = C / (cμ) of all classes together and s_k the load of the
    classes 1 to k, per server. Source: Cobham 1954, Priority assignment in waiting line problems; Kella and
    Yechiali 1985, Waiting times in the non-preemptive priority M/M/c queue.
    """
    first = erlang_c(sum(rates), service, servers).delayed / (servers * service)
    loads = [sum(rates[:count]) / (servers * service) for count in range(len(rates) + 1)]
    return [first / ((1.0 - before) * (1.0 - with_it)) for before, with_it in pairwise(loads)]


class Pools(msgspec.Struct, frozen=True, kw_only=True):
    """The N-model: specialists serve L alone; generalists serve V first, and take L only while more than
    `reserve` of them are idle. Everybody talks equally long, and callers lose patience.
    """

    specialists: int
    generalists: int
    v_rate: float
    l_rate: float
    service: float
    impatience: float
    reserve: int = 0
    longest: int = 90
    """Queues are cut off there: with impatience hardly any get so long."""


def n_model(pools: Pools) -> tuple[Steady, Steady]:
    """V and L in the N-model, from the stationary distribution of its Markov chain.

    The state is (generalists at work, specialists at work, V waiting, L waiting): with equal talks it does
    not matter whom a generalist serves. It is found by uniformisation and power iteration (Stewart,
    Introduction to the Numerical Solution of Markov Chains, sections 1.2 and 3.1).
    """
    shape = (pools.generalists + 1, pools.specialists + 1, pools.longest + 1, pools.longest + 1)
    chain = _Chain(pools)
    states = sorted(chain.reached())
    places = {state: place for place, state in enumerate(states)}
    sources, targets, rates = [], [], []
    for state in states:
        for target, rate in chain.moves(*state):
            sources.append(places[state])
            targets.append(places[target])
            rates.append(rate)
    assert len(states) < np.prod(shape)
    distribution = _stationary(np.array(sources), np.array(targets), np.array(rates), len(states))
    columns = np.array(states)
    queues = [float(distribution @ columns[:, column]) for column in (2, 3)]
    full = columns[:, 0] == pools.generalists
    v_delayed = float(distribution[full].sum())
    # L finds nobody: all specialists at work, and no more generalists idle than are kept for V.
    kept = (columns[:, 1] == pools.specialists) & (pools.generalists - columns[:, 0] <= pools.reserve)
    l_delayed = float(distribution[kept].sum())
    return (
        _steady(v_delayed, queues[0], pools.v_rate, pools.impatience),
        _steady(l_delayed, queues[1], pools.l_rate, pools.impatience),
    )


def _steady(delayed: float, queue: float, rate: float, impatience: float) -> Steady:
    return Steady(delayed=delayed, abandoned=impatience * queue / rate, in_queue=queue / rate)


State = tuple[int, int, int, int]


class _Chain:
    def __init__(self, pools: Pools) -> None:
        self._pools = pools

    def reached(self) -> set[State]:
        """All states that can be reached from the empty one."""
        found: set[State] = {(0, 0, 0, 0)}
        fresh = [(0, 0, 0, 0)]
        while fresh:
            state = fresh.pop()
            for target, _ in self.moves(*state):
                if target not in found:
                    found.add(target)
                    fresh.append(target)
        return found

    def moves(self, general: int, special: int, v_waits: int, l_waits: int) -> list[tuple[State, float]]:
        """Where it goes from a state, at which rates."""
        pools = self._pools
        idle = pools.generalists - general
        moves: list[tuple[State, float]] = []
        if idle > 0:
            moves.append(((general + 1, special, v_waits, l_waits), pools.v_rate))
        elif v_waits < pools.longest:
            moves.append(((general, special, v_waits + 1, l_waits), pools.v_rate))
        if special < pools.specialists:
            moves.append(((general, special + 1, v_waits, l_waits), pools.l_rate))
        elif idle > pools.reserve:
            moves.append(((general + 1, special, v_waits, l_waits), pools.l_rate))
        elif l_waits < pools.longest:
            moves.append(((general, special, v_waits, l_waits + 1), pools.l_rate))
        if special:
            after = (
                (general, special, v_waits, l_waits - 1) if l_waits else (general, special - 1, v_waits, 0)
            )
            moves.append((after, special * pools.service))
        if general:
            moves.append((self._freed(general, special, v_waits, l_waits), general * pools.service))
        if v_waits:
            moves.append(((general, special, v_waits - 1, l_waits), v_waits * pools.impatience))
        if l_waits:
            moves.append(((general, special, v_waits, l_waits - 1), l_waits * pools.impatience))
        return moves

    def _freed(self, general: int, special: int, v_waits: int, l_waits: int) -> State:
        """A generalist has finished a talk."""
        if v_waits:
            return general, special, v_waits - 1, l_waits
        if l_waits and self._pools.generalists - general + 1 > self._pools.reserve:
            return general, special, 0, l_waits - 1
        return general - 1, special, 0, l_waits


def _stationary(
    sources: NDArray[np.int64], targets: NDArray[np.int64], rates: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    leaving = np.bincount(sources, rates, size)
    pace = 1.05 * leaving.max()
    stays = 1.0 - leaving / pace
    steps = rates / pace
    chances = np.full(size, 1.0 / size)
    for _ in range(200_000):
        after = stays * chances + np.bincount(targets, chances[sources] * steps, size)
        if np.abs(after - chances).sum() < 1e-11:
            settled: NDArray[np.float64] = after / after.sum()
            return settled
        chances = after
    raise AssertionError("the chain does not come to rest")
