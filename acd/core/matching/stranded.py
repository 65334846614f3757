"""Stranded: contacts that must not go on waiting where nobody who is logged in could serve them."""

from collections.abc import Callable, Iterable

from acd.core.matching.classes import NeedClass
from acd.core.matching.crew import NOBODY, Members
from acd.model.ids import ContactId


class Stranded:
    """Who is logged in, and which contacts would go elsewhere if none of these fits them."""

    def __init__(self) -> None:
        self.present: Members = NOBODY
        self._movable: set[ContactId] = set()
        """There is another ring for them, or another place to go."""
        self._unsure: dict[ContactId, None] = {}
        """Those of them of whom it is not known that somebody present fits."""

    def put(self, contact: ContactId) -> None:
        """A contact waits, and could go elsewhere."""
        self._movable.add(contact)
        self._unsure[contact] = None

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait any more, or could not go anywhere."""
        self._movable.discard(contact)
        self._unsure.pop(contact, None)

    def come(self, number: int) -> None:
        """Somebody has logged in."""
        self.present |= 1 << number

    def go(self, number: int, classes: Iterable[NeedClass]) -> None:
        """Somebody has logged out, who fitted these classes."""
        self.present &= ~(1 << number)
        for need_class in classes:
            if need_class.turns and not need_class.fit & self.present:
                self._unsure.update((contact, None) for _, contact in need_class.turns)

    def next(self, class_of: Callable[[ContactId], NeedClass | None]) -> ContactId | None:
        """One whom nobody present fits."""
        while self._unsure:
            contact, _ = self._unsure.popitem()
            need_class = class_of(contact)
            if need_class is not None and contact in self._movable and not need_class.fit & self.present:
                return contact
        return None
