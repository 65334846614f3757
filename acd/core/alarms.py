"""Alarms: the deadlines of all records, the earliest first."""

from typing import Any

from acd.core.lazy_heap import LazyHeap
from acd.core.machine import Machine


class Alarms:
    """At most one of each machine for each record."""

    def __init__(self) -> None:
        self._order: LazyHeap[str] = LazyHeap()
        self._messages: dict[str, Any] = {}

    def set(self, machine: Machine[Any], record: Any) -> None:
        """As the machine says of the record now: a new moment, or none any more."""
        if machine.deadline is None:
            return
        key, alarm = f"{machine.name} {record.id}", machine.deadline(record)
        if alarm is not None:
            self._order.put(key, alarm[0])
            self._messages[key] = alarm[1]
        elif key in self._messages:
            self._order.discard(key)
            del self._messages[key]

    def next_at(self) -> float | None:
        """The earliest deadline, in seconds since the epoch."""
        least = self._order.least()
        return least[0] if least else None

    def take_due(self, at: float) -> Any | None:
        """The message of the earliest deadline that has come by now, which is over with this."""
        least = self._order.least()
        if least is None or least[0] > at:
            return None
        self._order.discard(least[1])
        return self._messages.pop(least[1])
