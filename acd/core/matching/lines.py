"""Lines: everybody who waits, in the class whose agents can serve them and in the queue they came to."""

from bisect import bisect_left, insort
from collections import defaultdict

from acd.core.matching.classes import ClassKey, NeedClass, Turn, compiled
from acd.core.matching.crew import Crew, Members
from acd.core.matching.heads import Heads
from acd.model.ids import ContactId, QueueId
from acd.model.policy import Policy


class Lines:
    """Who waits where."""

    def __init__(self, policy: Policy, crew: Crew, heads: Heads) -> None:
        """The heads are told of whoever stands first in a class."""
        self._policy = policy
        self._crew = crew
        self._heads = heads
        self._classes: dict[ClassKey, NeedClass] = {}
        self._places: dict[ContactId, tuple[NeedClass, Turn]] = {}
        self._in_queue: defaultdict[QueueId, list[Turn]] = defaultdict(list)

    def put(self, contact: ContactId, order_key: float, key: ClassKey) -> NeedClass:
        """A contact waits, or goes on waiting in another class. Returns its class."""
        queue, turn = key[0], (order_key, contact)
        before = self._places.get(contact)
        stays = before is not None and before[0].queue == queue and before[1] == turn
        if before is not None:
            if stays and before[0].key == key:
                return before[0]
            self._leave_class(*before)
            if not stays:
                _leave(self._in_queue[before[0].queue], before[1])
        need_class = self.get(key)
        self._places[contact] = need_class, turn
        if not stays:
            _join(self._in_queue[queue], turn)
        _join(need_class.turns, turn)
        self._heads.follow(need_class)
        return need_class

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait any more, if it did."""
        place = self._places.pop(contact, None)
        if place is None:
            return
        need_class, turn = place
        _leave(self._in_queue[need_class.queue], turn)
        self._leave_class(need_class, turn)

    def _leave_class(self, need_class: NeedClass, turn: Turn) -> None:
        _leave(need_class.turns, turn)
        self._heads.follow(need_class)
        if need_class.is_passing and not need_class.turns:
            # Of those who wait for one person there may be as many kinds as there are people.
            del self._classes[need_class.key]
            self._heads.drop(need_class)

    def count(self) -> tuple[int, int]:
        """How many classes there are, and in how many of them somebody waits."""
        return len(self._classes), len(self.in_use())

    def get(self, key: ClassKey) -> NeedClass:
        """The class of a key."""
        return self._classes.get(key) or self._make(key)

    def foreseen(self, key: ClassKey) -> NeedClass:
        """The class of a key in which somebody may come to wait."""
        if key[5] is None and not key[6]:
            return self.get(key)
        return self._classes.get(key) or compiled(key, self._policy, self._crew)  # which nobody would drop

    def class_of(self, contact: ContactId) -> NeedClass | None:
        """The class in which a contact waits."""
        place = self._places.get(contact)
        return None if place is None else place[0]

    def in_use(self) -> list[NeedClass]:
        """The classes in which somebody waits."""
        return [each for each in self._classes.values() if each.turns]

    def ahead(self, queue: QueueId, turn: Turn) -> int:
        """How many wait in a queue with an earlier turn."""
        return bisect_left(self._in_queue[queue], turn)

    def before(self, need_class: NeedClass, at_work: Members, turn: Turn) -> tuple[int, float]:
        """How many have an earlier turn: in a class; and others, of each the share that falls to those of its
        agents `at_work` who could serve the class.
        """
        own = bisect_left(need_class.turns, turn)
        if need_class.shares is None or need_class.shares[0] != at_work:
            need_class.shares = at_work, self._shares(need_class, at_work)
        beside = 0.0
        for queue, share in need_class.shares[1]:
            line = self._in_queue.get(queue)
            if line:
                others = bisect_left(line, turn) - (own if queue == need_class.queue else 0)
                beside += share * others
        return own, beside

    def _shares(self, need_class: NeedClass, at_work: Members) -> list[tuple[QueueId, float]]:
        """Of the agents at work of each queue, how many could serve a class. 0 is left out."""
        serving = ((queue, self._crew.serving(queue) & at_work) for queue in self._policy.queues)
        shares = (
            (queue, (crew & need_class.fit).bit_count() / crew.bit_count()) for queue, crew in serving if crew
        )
        return [(queue, share) for queue, share in shares if share]

    def _make(self, key: ClassKey) -> NeedClass:
        made = self._classes[key] = compiled(key, self._policy, self._crew)
        queue = self._policy.queues.get(made.queue)
        also = queue.rings[min(key[1], len(queue.rings) - 1)].also if queue is not None else ()
        self._heads.add(made, (made.queue, *also))
        return made


def _join(line: list[Turn], turn: Turn) -> None:
    if line and turn < line[-1]:
        insort(line, turn)
    else:
        line.append(turn)


def _leave(line: list[Turn], turn: Turn) -> None:
    del line[bisect_left(line, turn)]
