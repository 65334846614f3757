"""The crew: all agents of a policy as numbers, and sets of them as integers.

A set of agents is one integer, in which the bit of an agent's number is set for each member. Who has German
5, serves sales and is free is then two operations on integers, whatever the number of agents: some tenths of
a microsecond for ten thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from acd.core.geography import responsible
from acd.core.substitution import StandIns
from acd.model.ids import AgentId, QueueId, RegionId, SkillId
from acd.model.needs import Clause, Needs
from acd.model.policy import Policy
from acd.model.queue import Reach

Members = int
"""A set of agents."""

NOBODY: Members = 0

HIGHEST_LEVEL = 10

HARDLY_ANY = 4
"""So many members are found sooner one by one."""


def members(of: Members) -> Iterator[int]:
    """The numbers in a set, the smallest first."""
    for _ in range(HARDLY_ANY):
        if not of:
            return
        lowest = of & -of
        yield lowest.bit_length() - 1
        of ^= lowest
    gaps = f"{of:b}"[::-1].split("1")
    yield from (gap + number for number, gap in enumerate(accumulate(map(len, gaps[:-1]))))


class Crew:
    """Who is who, who serves what, and who is able to do what. Fixed as long as the policy is."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._responsible: dict[tuple[RegionId, Reach], Members] = {}
        self.names: list[AgentId] = sorted(policy.agents)
        self.number: dict[AgentId, int] = {name: number for number, name in enumerate(self.names)}
        self.everybody: Members = (1 << len(self.names)) - 1
        serving: defaultdict[QueueId, list[int]] = defaultdict(list)
        skilled: defaultdict[tuple[SkillId, int], list[int]] = defaultdict(list)
        for name, number in self.number.items():
            agent = policy.agents[name]
            for queue in agent.queues:
                serving[queue].append(number)
            for skill, level in agent.skills.items():
                skilled[skill, level].append(number)
        self._serving = {queue: self._set_of(numbers) for queue, numbers in serving.items()}
        self._at_least = self._thresholds(skilled)
        self._lines_out = self.of(name for name in self.names if policy.agents[name].outside is not None)

    def _set_of(self, numbers: Iterable[int]) -> Members:
        bits = bytearray(b"0" * len(self.names))
        for number in numbers:
            bits[-1 - number] = ord("1")
        return int(bits or b"0", 2)

    def _thresholds(
        self, skilled: dict[tuple[SkillId, int], list[int]]
    ) -> dict[SkillId, tuple[Members, ...]]:
        """By skill, who has it at level 0 or higher, at 1 or higher, and so on."""
        found: dict[SkillId, tuple[Members, ...]] = {}
        for skill in {skill for skill, _ in skilled}:
            at_least = [0] * (HIGHEST_LEVEL + 1)
            above = 0
            for level in range(HIGHEST_LEVEL, -1, -1):
                above |= self._set_of(skilled.get((skill, level), ()))
                at_least[level] = above
            found[skill] = tuple(at_least)
        return found

    def of(self, agents: Iterable[AgentId]) -> Members:
        """These agents, as far as they are in the company."""
        found = NOBODY
        for agent in agents:
            if agent in self.number:
                found |= 1 << self.number[agent]
        return found

    def serving(self, queue: QueueId) -> Members:
        """Who serves a queue."""
        return self._serving.get(queue, NOBODY)

    def serving_any(self, queues: Iterable[QueueId]) -> Members:
        """Who serves at least one of these queues."""
        found = NOBODY
        for queue in queues:
            found |= self.serving(queue)
        return found

    def at_least(self, skill: SkillId, level: int) -> Members:
        """Who has a skill at this level or a higher one."""
        levels = self._at_least.get(skill)
        return levels[level] if levels is not None else NOBODY

    def meeting_at(self, clause: Clause, level: int) -> Members:
        """Who meets a clause with a skill at this level or a higher one."""
        found = NOBODY
        for need in clause:
            found |= self.at_least(need.skill, max(need.level, level))
        return found

    def responsible(self, region: RegionId | None, reach: Reach) -> Members:
        """Who may serve customers of a region; everybody, when it is not known."""
        if region is None or region not in self._policy.regions:
            return self.everybody
        found = self._responsible.get((region, reach))
        if found is None:
            fits = [
                number
                for name, number in self.number.items()
                if responsible(self._policy.agents[name], region, reach, self._policy.regions)
            ]
            found = self._responsible[region, reach] = self._set_of(fits)
        return found

    def one_by_one(self, agents: Iterable[AgentId]) -> list[Members]:
        """Each of these agents alone, as far as they are in the company."""
        return [1 << self.number[agent] for agent in agents if agent in self.number]

    def meeting(self, needs: Needs, stand_ins: StandIns = ()) -> Members:
        """Who meets all of these needs, or stands in for one of these skills where it is asked for. A line to
        the outside is not asked.
        """
        able, spared = self.everybody, {group: self.of(names) for group, names in stand_ins}
        for clause in needs:
            either = NOBODY
            for need in clause:
                either |= self.at_least(need.skill, need.level)
                either |= spared.get(need.skill, NOBODY)
            able &= either
        return able | self._lines_out
