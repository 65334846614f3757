"""Traffic: how many calls to customers go on, and whether there is room for another. A look-up, no machine.

A callback takes its room when an agent is rung for it, not when the customer is dialled (or then, if that
comes first): so no agent waits for a line, and at no time are more customers dialled than may be, however
long agents take to answer. Who has no room stands aside until there is some; then whoever is first in the
line and can be served takes it.
"""

from enum import StrEnum

from acd.model.callback import Dialled, Dialling, Due, OnTheLine, PickedUp, Reached
from acd.model.contact import Contact, Served
from acd.model.ids import ContactId

MINUTE_S = 60.0


class Full(StrEnum):
    """Why there is no room for another call to a customer."""

    LINES = "lines"
    """All lines are taken."""
    RATE = "rate"
    """As many as may be were dialled within the last minute."""


class Traffic:
    """Follows from the contacts and from the offers that are open."""

    def __init__(self) -> None:
        self._calls: dict[ContactId, bool] = {}
        """The callbacks that have taken their room; whether the customer has been dialled."""
        self._dialled_at: dict[tuple[ContactId, int], float] = {}
        """By the contact and the number of its dial: the moments of the last ones."""

    def note(self, contact: ContactId, dial: int, at: float) -> None:
        """A dial of before, of whoever may be served or over by now."""
        self._note((contact, dial), at)

    def see(self, contact: Contact, *, is_rung: bool) -> None:
        """A contact has changed, or a phone has begun to ring for it, or does not any more."""
        state = contact.callback
        if isinstance(state, OnTheLine):
            return
        if state.order.dialled_at is not None:
            self._note((contact.id, state.order.dials), state.order.dialled_at)
        is_dialled = isinstance(state, Dialled | PickedUp | Reached)
        is_fetched = isinstance(state, Due) and (is_rung or isinstance(contact.place, Served))
        if contact.is_live and (is_dialled or is_fetched):
            self._calls[contact.id] = is_dialled
        else:
            self._calls.pop(contact.id, None)

    def _note(self, dial: tuple[ContactId, int], at: float) -> None:
        if dial not in self._dialled_at:
            last = {other: then for other, then in self._dialled_at.items() if then + MINUTE_S > at}
            self._dialled_at = last | {dial: at}

    def full(self, dialling: Dialling | None, at: float) -> tuple[Full, float | None] | None:
        """Why there is no room, and until when as far as a clock can tell; None: there is."""
        if dialling is None:
            return None
        if dialling.lines is not None and len(self._calls) >= dialling.lines:
            return Full.LINES, None
        if dialling.per_minute is None:
            return None
        dials = sorted(then for then in self._dialled_at.values() if then + MINUTE_S > at)
        to_be_dialled = sum(not is_dialled for is_dialled in self._calls.values())
        too_many = len(dials) + to_be_dialled + 1 - dialling.per_minute
        if too_many <= 0:
            return None
        return Full.RATE, dials[too_many - 1] + MINUTE_S if too_many <= len(dials) else None
