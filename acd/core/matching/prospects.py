"""Prospects: pairs that may have become possible, in the order of the turns they may come to.

Of an agent who has just become free, and of a contact that has just come, it is not known what they may come
to. It is found out once, and again only when it would be their turn and something has changed meanwhile: for
by all that is offered to others a turn becomes later, never earlier.

Of many agents who become free at once most would come to the same few contacts, again and again. Then it is
the contacts that are gone through, once, and not the agents.
"""

from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush, heapreplace

from acd.core.matching.classes import NEVER, Turn
from acd.model.ids import ContactId

THE_CONTACT = -1
"""In place of an agent's number: the contact itself has come, whoever may take it."""


MANY = 64
"""So many agents at once are more work than everybody who waits."""


class Prospects:
    """Agents and contacts, in the order of what may come of them."""

    def __init__(
        self,
        turn_of_agent: Callable[[int], Turn],
        turn_of_contact: Callable[[ContactId], Turn],
        everybody: Callable[[], Iterable[Turn]],
    ) -> None:
        """The look-ups say what can be offered right now to an agent, and whether a contact can be (`NEVER`:
        nothing), and who waits.
        """
        self._everybody = everybody
        self._turn_of_agent = turn_of_agent
        self._turn_of_contact = turn_of_contact
        self._agents: dict[int, None] = {}
        self._contacts: dict[ContactId, None] = {}
        self._heap: list[tuple[Turn, int, int]] = []
        """Turn, agent, and after which change that was found out."""
        self._changes = 0

    def put_agent(self, number: int) -> None:
        """More may be offered to an agent than before."""
        self._agents[number] = None
        self._changes += 1

    def put_contact(self, contact: ContactId) -> None:
        """A contact may be offered to more agents than before."""
        self._contacts[contact] = None
        self._changes += 1

    def change(self) -> None:
        """An agent or a contact has left."""
        self._changes += 1

    def first(self) -> Turn:
        """The first contact that can be offered to somebody right now; `NEVER`, if there is none."""
        if self._agents or self._contacts:
            self._take_in()
        heap = self._heap
        while heap:
            turn, number, known_at = heap[0]
            if known_at == self._changes:
                return turn
            now = self._turn_of_contact(turn[1]) if number == THE_CONTACT else self._turn_of_agent(number)
            if now is NEVER:
                heappop(heap)
            else:
                heapreplace(heap, (now, number, self._changes))
        return NEVER

    def _take_in(self) -> None:
        if len(self._agents) > MANY:
            self._heap += [(turn, THE_CONTACT, 0) for turn in self._everybody()]
            heapify(self._heap)
            self._agents.clear()
            self._contacts.clear()
        for number in self._agents:
            turn = self._turn_of_agent(number)
            if turn is not NEVER:
                heappush(self._heap, (turn, number, self._changes))
        for contact in self._contacts:
            turn = self._turn_of_contact(contact)
            if turn is not NEVER:
                heappush(self._heap, (turn, THE_CONTACT, self._changes))
        self._agents.clear()
        self._contacts.clear()
