"""Need classes and how they are found: the waiting lines of contacts that the same agents can serve.

An agent who becomes free must find the first contact he or she can serve among thousands of classes. A class
that only few agents fit is on the list of each of them. The others are grouped by the queue they wait in: a
group keeps the heads of its classes in order, and the agent goes along them until one fits.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator

from acd.core.line import Line
from acd.core.matching.crew import Crew, Groups, Members, members
from acd.core.needs import relaxed
from acd.model.ids import AgentId, ContactId, QueueId, RegionId
from acd.model.needs import Needs, Preferences
from acd.model.policy import Policy
from acd.model.queue import Choosing

FEW = 16
"""A class that less than one in so many agents fit is on the list of each of them."""

Takers = tuple[AgentId, ...]

ClassKey = tuple[QueueId, int, Needs, Preferences, RegionId | None, Takers | None, Groups]
"""Queue, index of the ring, what was asked for at the beginning; and, for those who wait for one person, who
may take them instead of the whole queue, first choice first; the groups whose stand-ins may serve, too.
"""

Turn = tuple[float, ContactId]
"""Where a contact stands: the order key, and its id where two have the same."""


class NeedClass:
    """The contacts of one queue with the same needs that wait, and who fits them."""

    def __init__(
        self,
        key: ClassKey,
        needs: Needs,
        choosing: Choosing,
        *,
        order: Takers,
        narrowing: tuple[Members, Members, Members],
        size: int,
    ) -> None:
        self.key = key
        self.queue, self.ring, _, self.preferences, self.region, self.takers, _ = key
        self.needs = needs
        """As the ring has relaxed them."""
        self.choosing = choosing
        self.positions = {agent: position for position, agent in enumerate(order)}
        self.serving, self.able, self.fit = narrowing
        """Whoever serves the queue; of these, who meets the needs; of these, who may serve the region."""
        self.fits = f"{self.fit:0{size}b}"[::-1]
        """The same, a letter for each agent: ``1`` for those who fit."""
        self.waiting: Line[ContactId] = Line()
        self.group: Group | None = None
        """None: it is on the lists of its agents themselves."""


class Group:
    """The classes of one queue that many agents fit, in the order of their first contacts."""

    def __init__(self) -> None:
        self._heads: list[tuple[float, ContactId, NeedClass]] = []

    def replace(self, need_class: NeedClass, old: Turn | None, new: Turn | None) -> None:
        """The first contact of a class is another one, or there is none any more."""
        if old is not None:
            del self._heads[bisect_left(self._heads, old)]
        if new is not None:
            insort(self._heads, (*new, need_class))

    def first_for(self, agent: int) -> Turn | None:
        """The first contact that an agent fits."""
        for order_key, contact, need_class in self._heads:
            if need_class.fits[agent] == "1":
                return order_key, contact
        return None


class Lines:
    """Everybody who waits."""

    def __init__(self, policy: Policy, crew: Crew) -> None:
        self._policy = policy
        self._crew = crew
        self._classes: dict[ClassKey, NeedClass] = {}
        self._class_of: dict[ContactId, NeedClass] = {}
        self._in_queue: defaultdict[QueueId, Line[ContactId]] = defaultdict(Line)
        self._groups: dict[tuple[QueueId, tuple[QueueId, ...]], Group] = {}
        self._groups_of: defaultdict[int, list[tuple[QueueId, Group]]] = defaultdict(list)
        self._own: defaultdict[int, list[NeedClass]] = defaultdict(list)
        """By agent, the classes that only few fit."""

    def put(self, contact: ContactId, order_key: float, key: ClassKey) -> None:
        """A contact waits, or goes on waiting in another class."""
        need_class = self._classes.get(key) or self._make(key)
        if self._class_of.get(contact) is not need_class:
            self.discard(contact)
        self._class_of[contact] = need_class
        before = need_class.waiting.least()
        need_class.waiting.put(contact, order_key)
        self._in_queue[need_class.queue].put(contact, order_key)
        self._follow(need_class, before)

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait any more, if it did."""
        need_class = self._class_of.pop(contact, None)
        if need_class is None:
            return
        before = need_class.waiting.least()
        need_class.waiting.discard(contact)
        self._in_queue[need_class.queue].discard(contact)
        self._follow(need_class, before)
        if need_class.takers is not None and not need_class.waiting:
            self._drop(need_class)

    def that_fit(self, agent: int) -> Iterator[NeedClass]:
        """The classes in which somebody waits and which an agent fits."""
        return (each for each in self._classes.values() if each.waiting and each.fits[agent] == "1")

    def class_of(self, contact: ContactId) -> NeedClass | None:
        """The class in which a contact waits."""
        return self._class_of.get(contact)

    def ahead(self, queue: QueueId, turn: Turn) -> int:
        """How many wait in a queue with an earlier turn."""
        return self._in_queue[queue].before(*turn)

    def first_for(self, agent: int, only: tuple[QueueId, ...] | None = None) -> Turn | None:
        """The first contact that an agent fits: of all, or of these queues and who wait for one person."""
        turns = (turn for turn in self._firsts(agent, only) if turn is not None)
        return min(turns, default=None)

    def _firsts(self, agent: int, only: tuple[QueueId, ...] | None) -> Iterator[Turn | None]:
        for queue, group in self._groups_of.get(agent, ()):
            if only is None or queue in only:
                yield group.first_for(agent)
        for need_class in self._own.get(agent, ()):
            if only is None or need_class.queue in only or need_class.takers is not None:
                yield need_class.waiting.least()

    def _follow(self, need_class: NeedClass, before: Turn | None) -> None:
        after = need_class.waiting.least()
        if need_class.group is not None and before != after:
            need_class.group.replace(need_class, before, after)

    def _make(self, key: ClassKey) -> NeedClass:
        size = len(self._crew.names)
        queue = self._policy.queues.get(key[0])
        if queue is None:  # closed down since
            made = NeedClass(key, key[2], Choosing.BEST_LEVEL, order=(), narrowing=(0, 0, 0), size=size)
            return self._classes.setdefault(key, made)
        ring, takers, groups = queue.rings[min(key[1], len(queue.rings) - 1)], key[5], key[6]
        needs = relaxed(key[2], ring)
        if takers is not None:
            serving = self._crew.of(takers)
            fit = able = serving & self._crew.meeting(needs, groups)
            made = NeedClass(
                key, needs, Choosing.FIXED_ORDER, order=takers, narrowing=(serving, able, fit), size=size
            )
        else:
            serving = self._serving(queue.id, ring.also) | self._crew.standing_in(groups)
            able = serving & self._crew.meeting(needs, groups)
            regional = groups & {key[4]}
            fit = able & (self._crew.responsible(key[4], ring.reach) | self._crew.standing_in(regional))
            made = NeedClass(
                key, needs, queue.choosing, order=queue.order, narrowing=(serving, able, fit), size=size
            )
        if takers is not None or groups or fit.bit_count() * FEW < size:
            for agent in members(fit):
                self._own[agent].append(made)
        else:
            made.group = self._group(queue.id, ring.also)
        self._classes[key] = made
        return made

    def _drop(self, need_class: NeedClass) -> None:
        """Forget an empty class of those who wait for one person: there may be as many as people."""
        del self._classes[need_class.key]
        for agent in members(need_class.fit):
            self._own[agent].remove(need_class)

    def _serving(self, queue: QueueId, also: tuple[QueueId, ...]) -> Members:
        serving = self._crew.serving(queue)
        for other in also:
            serving |= self._crew.serving(other)
        return serving

    def _group(self, queue: QueueId, also: tuple[QueueId, ...]) -> Group:
        """The group of the classes that the agents of these queues may fit."""
        group = self._groups.get((queue, also))
        if group is None:
            group = self._groups[queue, also] = Group()
            for agent in members(self._serving(queue, also)):
                self._groups_of[agent].append((queue, group))
        return group
