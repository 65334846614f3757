"""Relief: contacts that stand-ins may serve, as long as nobody else who is there could."""

from acd.core.matching.classes import NeedClass
from acd.core.matching.crew import NOBODY, Members
from acd.model.ids import ContactId


class Relief:
    """Whoever waits and asks for something for which others stand in."""

    def __init__(self) -> None:
        self._class_of: dict[ContactId, NeedClass] = {}
        self._contacts: dict[NeedClass, dict[ContactId, bool]] = {}
        """By the class that each would be in without stand-ins: whether stand-ins may serve it now, too."""

    def put(self, contact: ContactId, without: NeedClass, *, relieved: bool) -> None:
        """A contact waits, and may be served by stand-ins now, or may not yet."""
        self.discard(contact)
        self._class_of[contact] = without
        self._contacts.setdefault(without, {})[contact] = relieved

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait any more, or asks for nothing for which anybody stands in."""
        need_class = self._class_of.pop(contact, None)
        if need_class is not None:
            contacts = self._contacts[need_class]
            del contacts[contact]
            if not contacts:
                del self._contacts[need_class]

    def everybody(self) -> list[ContactId]:
        """All of them."""
        return list(self._class_of)

    def turned(self, number: int, there: Members) -> list[ContactId]:
        """Those who may be served by stand-ins now that an agent has come or gone, and could not before; or
        the other way round.
        """
        return [
            contact
            for without, contacts in self._contacts.items()
            if without.fit >> number & 1
            for contact, relieved in contacts.items()
            if relieved is (without.fit & there != NOBODY)
        ]
