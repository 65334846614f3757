"""Traffic: how many calls to customers go on, and whether there is room for another. A look-up, no machine.

Where Asterisk would not make the last call there is no room for a while, and then for one, until a telephone
rings again: or else all agents would be rung for customers who cannot be dialled.

A callback takes its room when an agent is rung for it, not when the customer is dialled (or then, if that
comes first): so no agent waits for a line, and at no time are more customers dialled than may be, however
long agents take to answer. Who has no room stands aside until there is some; then whoever is first in the
line and can be served takes it.
"""

from enum import StrEnum
from math import inf

from acd.model.callback import Callback, Dialled, Dialling, Due, Miss, OnTheLine, PickedUp, Reached
from acd.model.contact import Contact, Served
from acd.model.ids import ContactId

MINUTE_S = 60.0

CARRIED = (Miss.BUSY, Miss.INVALID)
"""Misses of which only a network beyond the trunk can tell."""


class Full(StrEnum):
    """Why there is no room for another call to a customer."""

    LINES = "lines"
    """All lines are taken."""
    RATE = "rate"
    """As many as may be were dialled within the last minute."""
    TRUNK = "trunk"
    """Asterisk would not make the last call."""


class Traffic:
    """Follows from the contacts and from the offers that are open."""

    def __init__(self) -> None:
        self._calls: dict[ContactId, bool] = {}
        """The callbacks that have taken their room; whether the customer has been dialled."""
        self._dialled_at: dict[tuple[ContactId, int], float] = {}
        """By the contact and the number of its dial: the moments of the last ones."""
        self._trying: set[ContactId] = set()
        """Those among the callbacks that have not shown yet whether the trunk carries calls."""
        self._refused_at = self._carried_at = -inf
        """When Asterisk would not make a call the last time, and when a call was made that it did carry."""

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
        self._see_trunk(state)
        is_dialled = isinstance(state, Dialled | PickedUp | Reached)
        is_fetched = isinstance(state, Due) and (is_rung or isinstance(contact.place, Served))
        if contact.is_live and (is_dialled or is_fetched):
            self._calls[contact.id] = is_dialled
        else:
            self._calls.pop(contact.id, None)
        if contact.id in self._calls and not _is_carried(state):
            self._trying.add(contact.id)
        else:
            self._trying.discard(contact.id)

    def _see_trunk(self, state: Callback) -> None:
        """What the last call to this customer says of the trunk."""
        if isinstance(state, OnTheLine):
            return
        if _is_carried(state) and state.order.dialled_at is not None:
            self._carried_at = max(self._carried_at, state.order.dialled_at)
        for attempt in state.order.attempts[-1:]:
            if attempt.miss is Miss.NO_TRUNK:
                self._refused_at = max(self._refused_at, attempt.at)
            elif attempt.miss in CARRIED:
                self._carried_at = max(self._carried_at, attempt.at)

    def _note(self, dial: tuple[ContactId, int], at: float) -> None:
        if dial not in self._dialled_at:
            last = {other: then for other, then in self._dialled_at.items() if then + MINUTE_S > at}
            self._dialled_at = last | {dial: at}

    def full(self, dialling: Dialling | None, at: float) -> tuple[Full, float | None] | None:
        """Why there is no room, and until when as far as a clock can tell; None: there is."""
        if dialling is None:
            return None
        back_at = self._refused_at + dialling.trunk_away_s
        if self._refused_at > self._carried_at and (self._trying or back_at > at):
            return Full.TRUNK, None if self._trying else back_at
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


def _is_carried(state: Callback) -> bool:
    """Whether the trunk has carried this call: the telephone rings, or was answered."""
    return isinstance(state, PickedUp | Reached) or (isinstance(state, Dialled) and state.rings)
