"""The choice among free agents who all fit: the queue's way of choosing, then the longest idle, then the id.

What of a rank follows from the policy alone (proficiency, the order a queue names) is its *tier*; what
changes from contact to contact is the agent's *standing*. Where many fit, tiers are kept as sets and the free
agents in the order of their standing, so that a quiet floor with thousands of them is not gone through for
each caller. On a busy floor nobody asks for that order, and nothing is done for it.
"""

from collections.abc import Iterable, Iterator
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
    if agent.id in need_class.spared:
        return len(need_class.order) + 1 + need_class.spared.index(agent.id)
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
        self.records: dict[int, Agent] = {}
        """Of the free agents, as they have become free."""
        used = {queue.choosing for queue in policy.queues.values()} & STANDING_DECIDERS.keys()
        self._orders: dict[Choosing, Line[int]] = {choosing: Line() for choosing in sorted(used)}
        self._orders[Choosing.LONGEST_IDLE] = Line()
        self._moved: dict[int, None] = {}
        """Whose places in the orders are not right: they are put right when an order is asked for."""

    def put(self, number: int, agent: Agent) -> None:
        """The agent is free, or stands elsewhere among those who are."""
        if number not in self.records:
            self.free |= 1 << number
        self.records[number] = agent
        self._moved[number] = None

    def discard(self, number: int) -> None:
        """The agent is not free any more."""
        self.free ^= 1 << number
        del self.records[number]
        self._moved[number] = None

    def free_among(self, agents: Members) -> Iterable[int]:
        """The free ones of some agents, in no particular order."""
        if len(self.records) > MANY:
            return members(agents & self.free)
        return [number for number in self.records if agents >> number & 1]

    def first(self, need_class: NeedClass, among: Members, count: int) -> list[int]:
        """The best so many of some free agents who fit a class, the best first."""
        found = among.bit_count()
        if found == 1:
            return [among.bit_length() - 1]
        if found > MANY:
            return list(islice(self._by_tiers(need_class, among), count))
        return sorted(
            self.free_among(among),
            key=lambda number: (
                self._tier(number, need_class),
                self._standing(number, need_class.choosing),
                number,
            ),
        )[:count]

    def decider(self, need_class: NeedClass, best: list[int]) -> Decider:
        """What put the first of the best before the second."""
        if len(best) < 2:
            return Decider.ALONE
        first, second = best[:2]
        choosing = need_class.choosing
        if self._tier(first, need_class) != self._tier(second, need_class):
            if self._crew.names[second] in need_class.spared:
                return Decider.STAND_IN
            return TIER_DECIDERS.get(choosing, Decider.WISHES)
        one, other = self._standing(first, choosing), self._standing(second, choosing)
        if len(one) > 1 and one[0] != other[0]:
            return STANDING_DECIDERS[choosing]
        return Decider.IDLE if one != other else Decider.ID

    def candidate(self, number: int, need_class: NeedClass, at: float) -> Candidate:
        """What is kept of a free agent who could have been offered a contact of this class."""
        agent = self._agents[number]
        return Candidate(
            agent=agent.id,
            proficiency=proficiency(agent.skills, need_class.needs, need_class.preferences),
            idle_s=at - self.records[number].idle_since,
        )

    def _by_tiers(self, need_class: NeedClass, among: Members) -> Iterator[int]:
        if need_class.tiers is None:
            need_class.tiers = tiers(need_class, self._crew)
        for fit in need_class.tiers:
            if found := fit & among:
                yield from self._by_standing(need_class.choosing, found)

    def _by_standing(self, choosing: Choosing, among: Members) -> Iterator[int]:
        if among.bit_count() > MANY:
            yield from (number for number in self._order(choosing) if among >> number & 1)
        else:
            yield from sorted(members(among), key=lambda number: (self._standing(number, choosing), number))

    def _order(self, choosing: Choosing) -> Line[int]:
        """The free agents in the order of their standing."""
        for number in self._moved:
            agent = self.records.get(number)
            for by, order in self._orders.items():
                if agent is None:
                    order.discard(number)
                else:
                    order.put(number, standing(agent, by))
        self._moved.clear()
        return self._orders.get(choosing, self._orders[Choosing.LONGEST_IDLE])

    def _standing(self, number: int, choosing: Choosing) -> Standing:
        return standing(self.records[number], choosing)

    def _tier(self, number: int, need_class: NeedClass) -> int:
        return tier(self._agents[number], need_class)
