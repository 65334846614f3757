"""Excess: when a queue gives a contact up, and where it goes then. Look-ups, no machine."""

from acd.core.view import View
from acd.model.contact import Contact
from acd.model.ids import QueueId
from acd.model.queue import Destination, Excess, Overflow, Queue, ToEnd, ToFlow, ToQueue


def at_entry(
    queue: Queue, waiting: int, expected_s: float | None, *, came_by: tuple[QueueId, ...]
) -> tuple[Destination, Excess] | None:
    """Where a contact goes that should not even enter: the line is too long, or its wait would be."""
    for way in _open_ways(queue, came_by):
        if way.longer_than is not None and waiting > way.longer_than:
            return way.to, Excess.LENGTH
        if way.expected_over_s is not None and expected_s is not None and expected_s > way.expected_over_s:
            return way.to, Excess.EXPECTED
    return None


def without_anybody(queue: Queue, came_by: tuple[QueueId, ...]) -> Destination | None:
    """Where a contact goes whom nobody who is logged in could serve."""
    return next((way.to for way in _open_ways(queue, came_by) if way.nobody), None)


def without_queue(
    contact: Contact, queue: Queue, came_by: tuple[QueueId, ...], view: View, at: float
) -> Destination:
    """Where a contact goes whose queue the company has closed down: where that queue sends those whom nobody
    can serve; or where the number leads now. If there is no such number any more, the call ends, as do those
    that come on it.
    """
    to = without_anybody(queue, came_by)
    if to is not None:
        return to
    did = view.did(contact.did)
    return ToFlow(flow=did.flow_at(at)) if did is not None else ToEnd()


def after_s(queue: Queue, came_by: tuple[QueueId, ...]) -> tuple[float, Destination] | None:
    """After how long in the queue a contact goes where."""
    ways = [(way.waited_s, way.to) for way in _open_ways(queue, came_by) if way.waited_s is not None]
    return min(ways, key=lambda way: way[0], default=None)


def _open_ways(queue: Queue, came_by: tuple[QueueId, ...]) -> list[Overflow]:
    """Those that do not lead back to where the contact came by: nobody goes round in circles."""
    gone = {queue.id, *came_by}
    return [way for way in queue.overflow if not (isinstance(way.to, ToQueue) and way.to.queue in gone)]
