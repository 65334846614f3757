"""The choice among free agents who all fit: the queue's way of choosing, then the longest idle, then the id.

What of a rank follows from the policy alone (proficiency, the order a queue names) is its *tier*; what
changes from contact to contact is the agent's *standing*. Where many fit, tiers are kept as sets and the free
agents in the order of their standing, so that a quiet floor with thousands of them is not gone through for
each caller.
"""

from collections.abc import Iterator
from itertools import islice

from acd.core.line import Line
from acd.core.matching.classes import NeedClass, tiers
from acd.core.matching.crew import NOBODY, Crew, Members, members
from acd.model.agent import Agent
from acd.model.needs import proficiency
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Choosing
from acd.model.why import Candidate, Decider

MANY = 64
"""So many free agents that fit are not compared one by one."""

TIER_DECIDERS = {Choosing.BEST_LEVEL: Decider.PROFICIENCY, Choosing.FIXED_ORDER: Decider.ORDER}
STANDING_DECIDERS = {
    Choosing.FEWEST_CONTACTS: Decider.CONTACTS,
    Choosing.LEAST_OCCUPIED: Decider.OCCUPANCY,
}

Standing = tuple[float | tuple[int, int], ...]
"""The smallest comes first."""


def standing(agent: Agent, choosing: Choosing) -> Standing:
    """What decides among free agents of one tier, beside their ids."""
    match choosing:
        case Choosing.FEWEST_CONTACTS:
            return (agent.load.tally, agent.idle_since)
        case Choosing.LEAST_OCCUPIED:
            return (agent.load.weariness, agent.idle_since)
        case _:
            return (agent.idle_since,)


def tier(agent: AgentPolicy, need_class: NeedClass) -> int:
    """How good a choice an agent is for a class by the policy alone. The smallest is the best."""
    match need_class.choosing:
        case Choosing.BEST_LEVEL:
            return -proficiency(agent.skills, need_class.needs, need_class.preferences)
        case Choosing.FIXED_ORDER:
            order = need_class.order
            return order.index(agent.id) if agent.id in order else len(order)
        case _:
            return -proficiency(agent.skills, (), need_class.preferences)


class Choice:
    """The free agents of a floor, and the best of them for any class."""

    def __init__(self, policy: Policy, crew: Crew) -> None:
        self._crew = crew
        self.free: Members = NOBODY
        self._agents = [policy.agents[name] for name in crew.names]
        self._by_idleness: Line[int] = Line()
        self._order = dict.fromkeys(Choosing, self._by_idleness)
        used = {queue.choosing for queue in policy.queues.values()} & STANDING_DECIDERS.keys()
        self._particular: dict[Choosing, Line[int]] = {choosing: Line() for choosing in sorted(used)}
        """The orders that are not simply by idleness."""
        self._order.update(self._particular)

    def put(self, number: int, agent: Agent) -> None:
        """The agent is free, or stands elsewhere among those who are."""
        self.free |= 1 << number
        self._by_idleness.put(number, (agent.idle_since,))
        for choosing, order in self._particular.items():
            order.put(number, standing(agent, choosing))

    def discard(self, number: int) -> None:
        """The agent is not free any more, if he or she was."""
        self.free &= ~(1 << number)
        self._by_idleness.discard(number)
        for order in self._particular.values():
            order.discard(number)

    def is_free(self, number: int) -> bool:
        """Whether the agent is free."""
        return number in self._by_idleness.rank

    def free_among(self, agents: Members) -> Iterator[int]:
        """The free ones of some agents, in no particular order."""
        if not agents:
            return iter(())
        if len(self._by_idleness) > MANY:
            return members(agents & self.free)
        return (number for number in self._by_idleness.rank if agents >> number & 1)

    def first(self, need_class: NeedClass, among: Members, count: int) -> list[int]:
        """The best so many of some free agents who fit a class, the best first."""
        found = list(members(among)) if among & (among - 1) == 0 else []
        if found:
            return found
        if len(self._by_idleness) > MANY and among.bit_count() > MANY:
            return list(islice(self._by_tiers(need_class, among), count))
        ranks = self._order[need_class.choosing].rank
        return sorted(
            self.free_among(among),
            key=lambda number: (self._tier(number, need_class), ranks[number], number),
        )[:count]

    def decider(self, need_class: NeedClass, best: list[int]) -> Decider:
        """What put the first of the best before the second."""
        if len(best) < 2:
            return Decider.ALONE
        first, second = best[:2]
        choosing = need_class.choosing
        if self._tier(first, need_class) != self._tier(second, need_class):
            return TIER_DECIDERS.get(choosing, Decider.WISHES)
        ranks = self._order[choosing].rank
        if len(ranks[first]) > 1 and ranks[first][0] != ranks[second][0]:
            return STANDING_DECIDERS[choosing]
        return Decider.IDLE if ranks[first] != ranks[second] else Decider.ID

    def candidate(self, number: int, need_class: NeedClass, at: float) -> Candidate:
        """What is kept of a free agent who could have been offered a contact of this class."""
        agent = self._agents[number]
        return Candidate(
            agent=agent.id,
            proficiency=proficiency(agent.skills, need_class.needs, need_class.preferences),
            idle_s=at - self._by_idleness.rank[number][0],
        )

    def _by_tiers(self, need_class: NeedClass, among: Members) -> Iterator[int]:
        if need_class.tiers is None:
            need_class.tiers = tiers(need_class, self._crew)
        for fit in need_class.tiers:
            if found := fit & among:
                yield from self._by_standing(need_class.choosing, found)

    def _by_standing(self, choosing: Choosing, among: Members) -> Iterator[int]:
        order = self._order[choosing]
        if among.bit_count() > MANY:
            yield from (number for number in order if among >> number & 1)
        else:
            yield from sorted(members(among), key=lambda number: (order.rank[number], number))

    def _tier(self, number: int, need_class: NeedClass) -> int:
        return tier(self._agents[number], need_class)
