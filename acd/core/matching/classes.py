"""Need classes: contacts of one queue that the same agents can serve, and how these are chosen among.

A class is compiled once, when the first contact of its kind comes. All that matching asks of it later is an
operation or two on sets.
"""

from collections import defaultdict
from math import inf

from acd.core.matching.crew import NOBODY, Crew, Members
from acd.core.needs import relaxed
from acd.core.substitution import StandIns
from acd.model.ids import AgentId, ContactId, QueueId, RegionId
from acd.model.needs import Needs, Preferences
from acd.model.policy import Policy
from acd.model.queue import Choosing

Takers = tuple[AgentId, ...]

ClassKey = tuple[QueueId, int, Needs, Preferences, RegionId | None, Takers | None, StandIns]
"""Queue, index of the ring, what was asked for at the beginning; and, for those who wait for one person, who
may take them instead of the whole queue, first choice first; who may serve beside them, standing in.
"""

Turn = tuple[float, ContactId]
"""Where a contact stands: the order key, and its id where two have the same."""

NEVER: Turn = (inf, ContactId(""))
"""The turn of nobody: after all others."""


class NeedClass:
    """Who fits the contacts of one class, and who of the class waits."""

    def __init__(
        self,
        key: ClassKey,
        needs: Needs,
        choosing: Choosing,
        *,
        order: Takers = (),
        spared: Takers = (),
        narrowing: tuple[Members, Members, Members] = (NOBODY, NOBODY, NOBODY),
    ) -> None:
        self.key = key
        self.queue, _, _, self.preferences, _, self.takers, stand_ins = key
        self.needs = needs
        """As the ring has relaxed them."""
        self.choosing = choosing
        self.order = order
        """For those that are chosen in a fixed order."""
        self.spared = spared
        """Who fits by standing in only: they come after all others, in this order."""
        self.is_passing = self.takers is not None or bool(stand_ins)
        """It goes by who is there, and is forgotten when nobody waits."""
        self.serving, self.able, self.fit = narrowing
        """Whoever serves the queue; of these, who meets the needs; of these, who may serve the region."""
        self.slot = 0
        """Where the turn of its first contact is kept; see `heads`."""
        self.is_broad = False
        """Many agents fit; see `heads`."""
        self.staffed_at = -1
        """After how many had gone it was last known that somebody present fits; see `stranded`."""
        self.turns: list[Turn] = []
        """Of those who wait, in order."""
        self.shares: tuple[Members, list[tuple[QueueId, float]]] | None = None
        """Of the agents at work of each queue the share that could serve this class, too."""
        self.tiers: list[Members] | None = None
        """Who fits, by how good a choice they are; made when many are free."""


def compiled(key: ClassKey, policy: Policy, crew: Crew) -> NeedClass:
    """The class of a key."""
    queue = policy.queues.get(key[0])
    if queue is None:  # closed down since
        return NeedClass(key, key[2], Choosing.BEST_LEVEL)
    _, index, asked, _, region, takers, stand_ins = key
    ring = queue.rings[min(index, len(queue.rings) - 1)]
    needs = relaxed(asked, ring)
    if takers is not None:
        serving = crew.of(takers)
        able = serving & crew.meeting(needs, stand_ins)
        return NeedClass(key, needs, Choosing.FIXED_ORDER, order=takers, narrowing=(serving, able, able))
    serving, near = crew.serving_any((queue.id, *ring.also)), crew.responsible(region, ring.reach)
    by_themselves = serving & crew.meeting(needs) & near
    for group, names in stand_ins:
        serving |= crew.of(names)
        near |= crew.of(names) if group == region else NOBODY
    able = serving & crew.meeting(needs, stand_ins)
    fit = able & near
    spared = fit & ~by_themselves
    named = dict.fromkeys(name for _, names in stand_ins for name in names)
    return NeedClass(
        key,
        needs,
        queue.choosing,
        order=queue.order,
        spared=tuple(name for name in named if crew.of((name,)) & spared),
        narrowing=(serving, able, fit),
    )


def tiers(need_class: NeedClass, crew: Crew) -> list[Members]:
    """Who fits a class, by how good a choice they are by the policy alone, the best first. Among those of one
    tier their standing decides.
    """
    by_themselves = need_class.fit & ~crew.of(need_class.spared)
    return [*_tiers(need_class, by_themselves, crew), *crew.one_by_one(need_class.spared)]


def _tiers(need_class: NeedClass, fit: Members, crew: Crew) -> list[Members]:
    if need_class.choosing is Choosing.FIXED_ORDER:
        named = crew.of(need_class.order) & fit
        return [*(one for one in crew.one_by_one(need_class.order) if one & named), fit & ~named]
    points: dict[int, Members] = {0: fit}
    if need_class.choosing is Choosing.BEST_LEVEL:
        for clause in need_class.needs:
            points = _added(points, [crew.meeting_at(clause, level) for level in range(1, 11)], weight=1)
    for wish in need_class.preferences:
        points = _added(
            points, [crew.at_least(wish.skill, level) for level in range(1, 11)], weight=wish.weight
        )
    return [points[number] for number in sorted(points, reverse=True)]


def _added(points: dict[int, Members], at_least: list[Members], weight: int) -> dict[int, Members]:
    """Sets of agents by their points, when each has as many more as his or her highest level weighs."""
    found: defaultdict[int, Members] = defaultdict(int)
    for number, crew in points.items():
        left = crew
        for level in range(len(at_least), 0, -1):
            if having := left & at_least[level - 1]:
                found[number + level * weight] |= having
                left &= ~having
        if left:
            found[number] |= left
    return dict(found)
