"""Stranded: contacts that must not go on waiting where nobody who is there could serve them."""

from collections.abc import Callable, Iterable

from acd.core.matching.classes import NeedClass
from acd.core.matching.crew import NOBODY, Members
from acd.model.ids import ContactId


class Stranded:
    """Who is there, and which contacts would go elsewhere if none of these fits them."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        """Of those who are there: logged in, and not absent."""
        self.there: Members = NOBODY
        """The same as a set of agents."""
        self._departures = 0
        self._movable: set[ContactId] = set()
        """There is another ring for them, or another place to go."""
        self._unsure: dict[ContactId, None] = {}
        """Those of them of whom it is not known that somebody who is there fits."""
        self._lost: dict[ContactId, None] = {}
        """Nobody at all fits them, and they could not go anywhere."""
        self._told: set[ContactId] = set()
        """Those of them of whom that is known outside."""

    def put(self, contact: ContactId, need_class: NeedClass) -> None:
        """A contact waits, and could go elsewhere."""
        self._movable.add(contact)
        self._lost.pop(contact, None)
        if need_class.staffed_at != self._departures and need_class.fit & self.there:
            need_class.staffed_at = self._departures
        if need_class.staffed_at == self._departures:
            self._unsure.pop(contact, None)
        else:
            self._unsure[contact] = None

    def stay(self, contact: ContactId, need_class: NeedClass) -> None:
        """A contact waits, and could not go anywhere."""
        self._movable.discard(contact)
        self._unsure.pop(contact, None)
        if not need_class.fit and contact not in self._told:
            self._lost[contact] = None

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait any more."""
        self._movable.discard(contact)
        self._unsure.pop(contact, None)
        self._lost.pop(contact, None)
        self._told.discard(contact)

    def come(self, number: int) -> None:
        """Somebody has come."""
        self.numbers.add(number)
        self.there |= 1 << number

    def go(self, number: int, classes: Iterable[NeedClass]) -> None:
        """Somebody has gone, who fitted these classes."""
        self.numbers.discard(number)
        self.there &= ~(1 << number)
        self._departures += 1
        for need_class in classes:
            if need_class.turns and not need_class.fit & self.there:
                self._unsure.update((contact, None) for _, contact in need_class.turns)

    def next(self, class_of: Callable[[ContactId], NeedClass | None]) -> ContactId | None:
        """One whom nobody who is there fits."""
        while self._unsure:
            contact, _ = self._unsure.popitem()
            need_class = class_of(contact)
            if need_class is not None and contact in self._movable and not need_class.fit & self.there:
                return contact
        return None

    def take_lost(self) -> list[ContactId]:
        """Those found since the last time whom nobody in the company fits, whoever logs in."""
        lost = list(self._lost)
        self._lost.clear()
        self._told.update(lost)
        return lost
