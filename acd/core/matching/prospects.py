"""Prospects: pairs that may have become possible, in the order of the turns they may come to.

Of an agent who has just become free, and of a class whose first contact has just come, it is not known what
they may come to. It is found out once, and again only when it would be their turn and something has changed
meanwhile: for by all that is offered to others a turn becomes later, never earlier. (Where it does not,
because a queue begins or ceases to keep its agents back, these are prospects anew.) Whoever joins a class
behind others is no prospect: those before it can be offered to the same agents.

Of many agents who become free at once most would come to the same few contacts, again and again. Then it is
the classes that are gone through, once, and not the agents.
"""

from collections.abc import Callable, Iterable
from heapq import heappop, heappush, heapreplace
from itertools import count

from acd.core.matching.classes import NEVER, NeedClass, Turn

Prospect = int | NeedClass
"""An agent's number, or a class: the first who waits in it, whoever may take that contact."""

MANY = 64
"""So many at once are more work than all classes in which somebody waits."""


class Prospects:
    """Agents and classes, in the order of what may come of them."""

    def __init__(
        self, turn_of: Callable[[Prospect], Turn], all_classes: Callable[[], Iterable[NeedClass]]
    ) -> None:
        """The look-ups say what can be offered right now to an agent or of a class (`NEVER`: nothing), and in
        which classes somebody waits.
        """
        self._turn_of = turn_of
        self._all_classes = all_classes
        self._new: dict[Prospect, None] = {}
        self._heap: list[tuple[Turn, int, Prospect, int]] = []
        """Turn, a running number, whose it is, and after which change that was found out."""
        self._numbers = count()
        self._changes = 0

    def put(self, prospect: Prospect) -> None:
        """More may be offered to an agent than before; or the first of a class, to more agents."""
        self._new[prospect] = None

    def change(self) -> None:
        """An agent or a contact has left or moved."""
        self._changes += 1

    def first(self) -> Turn:
        """The first contact that can be offered to somebody right now; `NEVER`, if there is none."""
        if self._new:
            self._take_in()
        heap = self._heap
        while heap:
            turn, number, prospect, known_at = heap[0]
            if known_at == self._changes:
                return turn
            now = self._turn_of(prospect)
            if now is NEVER:
                heappop(heap)
            else:
                heapreplace(heap, (now, number, prospect, self._changes))
        return NEVER

    def _take_in(self) -> None:
        for prospect in self._new if len(self._new) <= MANY else self._all_classes():
            turn = self._turn_of(prospect)
            if turn is not NEVER:
                heappush(self._heap, (turn, next(self._numbers), prospect, self._changes))
        self._new.clear()
