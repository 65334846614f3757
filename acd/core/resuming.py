"""Resuming: how a contact takes over the place of another one, and what was said there. No machine."""

import msgspec

from acd.core.amending import on_ladder
from acd.core.excess import after_s
from acd.core.expectation.forecast import no_later
from acd.core.floor import View
from acd.core.incidents import catch_up
from acd.core.machine import Step
from acd.core.needs import asked
from acd.core.recognising import held_by
from acd.model.contact import Contact, Elsewhere, Nowhere, Queued
from acd.model.fact import Fact, PlaceResumed, PlaceTaken, WaitPromised
from acd.model.needs import joined


def resume(contact: Contact, _state: Nowhere, message: PlaceResumed, view: View, at: float) -> Step[Queued]:
    """Go on in the place of the earlier contact. Who is here now may be sent on by the queue again if it
    takes long, counted from this moment.
    """
    held = held_by(message.earlier, view)
    assert held is not None
    earlier, before = held.contact, held.place
    queue = view.policy.queues[before.queue]
    needs = joined(before.own_needs, message.needs)
    wants = asked(contact, before.about, needs, queue, view)
    leaves = after_s(queue, before.came_by)
    place = msgspec.structs.replace(
        before,
        own_needs=needs,
        needs=wants.needs,
        preferences=wants.preferences,
        region=before.about.region if queue.regional else None,
        leaves_at=at + leaves[0] if leaves is not None else None,
        is_overdue=False,
    )
    news: tuple[Fact, ...] = ()
    if held.left_at is not None:  # nothing that has happened since has reached it
        caught_up = catch_up(contact, on_ladder(place, queue, at, came_at=at), view, since=held.left_at)
        place, news = msgspec.structs.replace(caught_up.state, leaves_at=place.leaves_at), caught_up.facts
    # Who is to be called back stands there still, and is not ahead of itself.
    told = msgspec.structs.replace(earlier, place=before).promised
    promise = no_later(view.expected_at(earlier.id, place, at), told)
    place = msgspec.structs.replace(place, promise=promise, promised_at=at)
    entered = PlaceTaken(
        contact=contact.id,
        queue=queue.id,
        needs=place.needs,
        order_key=place.order_key,
        head_starts=place.head_starts,
        meant_for=place.meant_for,
    )
    promised = WaitPromised(contact=contact.id, queue=queue.id, promise=promise)
    return Step(place, facts=(entered, promised, *news))


def remember(
    _contact: Contact, state: Elsewhere, message: PlaceResumed, view: View, _at: float
) -> Step[Elsewhere]:
    """What was said to the earlier contact: of a farther place or a longer wait nobody is told."""
    held = held_by(message.earlier, view)
    assert held is not None
    heard = held.contact.waiting_room
    return Step(
        msgspec.structs.replace(state, told=heard.told, position=heard.position, promise=heard.promise)
    )
