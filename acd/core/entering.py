"""Entering: how a contact takes its place in a queue, with all that is asked for it there."""

import msgspec

from acd.core import excess
from acd.core.expectation.forecast import no_later
from acd.core.machine import Step
from acd.core.needs import asked, credit_s
from acd.core.substitution import long_line
from acd.core.view import View
from acd.model.about import About
from acd.model.contact import Because, Contact, MeantFor, Nowhere, Queued
from acd.model.fact import Overflowed, PlaceTaken, QueueChosen, WaitPromised
from acd.model.ids import AgentId, QueueId
from acd.model.queue import Destination, Excess, Queue


def enter(
    contact: Contact,
    chosen: QueueChosen,
    view: View,
    *,
    at: float,
    before: Nowhere | Queued,
    by_choice: bool = False,
) -> Step[Queued]:
    """Take a place; or be sent on at once, where the line is too long.

    Args:
        contact: who comes.
        chosen: where to, and with what needs.
        view: the floor.
        at: this moment, in seconds since the epoch.
        before: where it stood. From the queue that has sent it on the wait goes on, but never back there.
        by_choice: the caller has left that one, and may come back.
    """
    queue = view.queue(chosen.queue, contact.policy_version)
    left = (before.queue,) if isinstance(before, Queued) and not by_choice else ()
    place = _place(contact, chosen, queue, view, at=at, before=before, left=left)
    foreseen = view.expected_at(contact.id, place, at)
    promise = no_later(foreseen, contact.promised)
    place = msgspec.structs.replace(place, promise=promise)
    away = None
    is_promised = chosen.to_be_called or chosen.brought_forward
    # Who is to be called back is sent nowhere, nor is who waits already, and chooses another line.
    if not is_promised and not by_choice and not contact.is_held:
        away = excess.at_entry(queue, view.waiting_in(queue.id), foreseen.expected_s, came_by=place.came_by)
    taken = _taken(contact, place, is_sent_on=away is not None)
    facts = (taken, WaitPromised(contact=contact.id, queue=queue.id, promise=promise))
    if away is not None:
        to, because = away
        return Step(place, facts=(*facts, overflowed(contact, place, to, because)))
    return Step(place, facts=facts)


def _place(
    contact: Contact,
    chosen: QueueChosen,
    queue: Queue,
    view: View,
    *,
    at: float,
    before: Nowhere | Queued,
    left: tuple[QueueId, ...],
) -> Queued:
    """Where it stands, before anything is promised."""
    since = before.since if isinstance(before, Queued) else at
    if contact.has_left:  # a message is as old as the call
        since = min(since, contact.began_at)
    if isinstance(before, Nowhere) and contact.scheduled_for is not None:
        since = contact.scheduled_for
    came_by = (*before.came_by, *left) if isinstance(before, Queued) else ()
    wants = asked(contact, chosen.about, chosen.needs, queue, view)
    leaves = None if contact.is_held else excess.after_s(queue, came_by)
    return Queued(
        queue=queue.id,
        own_needs=chosen.needs,
        about=chosen.about,
        meant_for=meant_for(contact, chosen.about, queue, view, at),
        needs=wants.needs,
        preferences=wants.preferences,
        region=chosen.about.region if queue.regional else None,
        since=since,
        entered_at=at,
        order_key=since - credit_s(wants.head_starts, view),
        head_starts=wants.head_starts,
        next_ring_at=opening(queue, 1, at),
        leaves_at=at + leaves[0] if leaves is not None else None,
        came_by=came_by,
    )


def _taken(contact: Contact, place: Queued, *, is_sent_on: bool) -> PlaceTaken:
    return PlaceTaken(
        contact=contact.id,
        queue=place.queue,
        needs=place.needs,
        order_key=place.order_key,
        head_starts=place.head_starts,
        meant_for=place.meant_for,
        is_sent_on=is_sent_on,
    )


def opening(queue: Queue, ring: int, entered_at: float) -> float | None:
    """When a ring opens, if there is one of this index."""
    return entered_at + queue.rings[ring].opens_s if ring < len(queue.rings) else None


def meant_for(contact: Contact, about: About, queue: Queue, view: View, at: float) -> MeantFor | None:
    """The person whom a contact should wait for, if there is one: the first reason counts. A line to the
    outside is nobody to wait for: behind it may be anybody, and only a ring opens it.
    """
    rules, customer = queue.personal, view.policy.customers.get(contact.caller or "")
    last = view.last_agent(contact.caller, at - rules.last_agent_s) if rules.last_agent_s else None
    persons = (
        (about.wanted, Because.ASKED_FOR),
        (customer.owner if customer is not None and rules.owner else None, Because.OWNER),
        (last, Because.LAST_AGENT),
    )
    for person, because in persons:
        known = view.policy.agents.get(person) if person is not None else None
        if known is not None and known.outside is None:
            return wait_for(known.id, because, contact, queue, view=view, at=at)
    return None


def wait_for(
    person: AgentId, because: Because, contact: Contact, queue: Queue, *, view: View, at: float
) -> MeantFor:
    """From this moment on for one person alone; but if that person's line is too long, with substitutes."""
    line = long_line(person, view, at, but=contact.id)
    wait_s = _alone_s(queue, view) if line is None else queue.personal.substitutes_s
    substitutes = line is not None
    return MeantFor(agent=person, because=because, until=at + wait_s, substitutes=substitutes, line=line)


def _alone_s(queue: Queue, view: View) -> float:
    """How long a contact waits for one person alone."""
    limit_s = view.policy.overload_wait_s
    return queue.personal.wait_s if limit_s is None else min(queue.personal.wait_s, limit_s)


def overflowed(contact: Contact, place: Queued, to: Destination, because: Excess) -> Overflowed:
    """The queue gives a contact up."""
    return Overflowed(
        contact=contact.id,
        queue=place.queue,
        to=to,
        because=because,
        needs=place.own_needs,
        about=place.about,
    )
