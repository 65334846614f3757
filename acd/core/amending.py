"""Amending: what a new version of the company means for those who wait. They keep their places; what is asked
of agents for them, and what happens the longer they wait, is as the new version says. No machine.
"""

from typing import TypeVar

import msgspec

from acd.core import excess
from acd.core.machine import Step
from acd.core.needs import asked
from acd.core.view import View
from acd.model.callback import Reached
from acd.model.contact import Contact, Queued, Served
from acd.model.fact import PlaceAmended, PolicyChanged
from acd.model.queue import Queue

P = TypeVar("P", Queued, Served)


def amend(contact: Contact, state: P, message: PolicyChanged, view: View, at: float) -> Step[P]:
    """A new version is in force.

    The rings are those that would be open had they always been so. Who waits for one person goes on doing so,
    until the moment that was set.
    """
    queue = view.queue(state.queue, contact.policy_version)
    wants = asked(contact, state.about, state.own_needs, queue, view)
    place = msgspec.structs.replace(
        state,
        needs=wants.needs,
        preferences=wants.preferences,
        region=state.about.region if queue.regional else None,
    )
    came_under = view.policy_at(contact.policy_version).queues.get(queue.id)
    if queue.id in message.queues or came_under != queue:  # the latter: changed while no service ran
        place = on_ladder(place, queue, at, came_at=contact.arrived_at)
        if contact.is_held or isinstance(contact.callback, Reached):
            place = msgspec.structs.replace(place, leaves_at=None)
    if place == state:
        return Step(state)
    amended = PlaceAmended(
        contact=contact.id, queue=queue.id, needs=place.needs, ring=place.ring, region=place.region
    )
    return Step(place, facts=(amended,))


def on_ladder(place: P, queue: Queue, at: float, *, came_at: float) -> P:
    """With the ring open that would be, had the queue's rings always been so. The queue gives nobody up for a
    time before the call came: then the place was another one's, or the caller was on no line.
    """
    waited_s = at - place.entered_at
    opened = [index for index, ring in enumerate(queue.rings) if ring.opens_s <= waited_s]
    ring = opened[-1] if opened and place.meant_for is None else 0
    following = queue.rings[ring + 1 : ring + 2]
    leaves = excess.after_s(queue, place.came_by)
    return msgspec.structs.replace(
        place,
        ring=ring,
        next_ring_at=place.entered_at + following[0].opens_s if following else None,
        leaves_at=max(place.entered_at, came_at) + leaves[0] if leaves is not None else None,
        is_overdue=False,  # should it be, its moment is past and comes at once
    )
