"""Resuming: how a contact takes over the place of another one, and what was said there. No machine."""

from typing import TypeVar

import msgspec

from acd.core.amending import on_ladder
from acd.core.excess import after_s
from acd.core.expectation.forecast import no_later
from acd.core.incidents import catch_up
from acd.core.machine import Step
from acd.core.needs import asked
from acd.core.recognising import held_by
from acd.core.view import View
from acd.model.contact import Announcing, Contact, Elsewhere, InMenu, Music, Nowhere, Queued, WaitingRoom
from acd.model.fact import Fact, PlaceInherited, PlaceResumed, PlaceTaken, WaitEnded, WaitPromised
from acd.model.needs import joined
from acd.model.promise import Promise, WaitEnd

W = TypeVar("W", Elsewhere, Music, Announcing, InMenu)


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


def move_up(contact: Contact, state: Queued, message: PlaceInherited, view: View, at: float) -> Step[Queued]:
    """Go on in the place of the contact whose line has ended, for what is asked for here by now. The queue
    sends on whoever is here by the time on this line.
    """
    held = held_by(message.earlier, view)
    assert held is not None
    wants_another = state.about.wanted != held.place.about.wanted
    person = state if wants_another else held.place
    place = msgspec.structs.replace(
        held.place,
        own_needs=state.own_needs,
        about=state.about,
        needs=state.needs,
        preferences=state.preferences,
        region=state.region,
        meant_for=person.meant_for,
        gave_up_on=person.gave_up_on,
        leaves_at=state.leaves_at,
        is_overdue=state.is_overdue,
    )
    told = _less(contact.promised, msgspec.structs.replace(held.contact, place=held.place).promised)
    promise = no_later(view.expected_at(contact.id, place, at), told)
    place = msgspec.structs.replace(place, promise=promise, promised_at=at)
    since = state.entered_at if state.promised_at is None else state.promised_at
    ended = WaitEnded(contact=contact.id, queue=state.queue, waited_s=at - since, end=WaitEnd.LEFT)
    promised = WaitPromised(contact=contact.id, queue=place.queue, promise=promise)
    return Step(place, facts=(ended, promised))


def _less(one: Promise | None, other: Promise | None) -> Promise | None:
    """What may be said to who was told both."""
    return other if one is None else no_later(one, other)


def remember_both(_contact: Contact, state: W, message: PlaceInherited, view: View, _at: float) -> Step[W]:
    """What was said here, and to the earlier contact: the nearer place and the shorter wait count."""
    held = held_by(message.earlier, view)
    assert held is not None
    there: WaitingRoom = held.contact.waiting_room
    position = min(filter(None, (state.position, there.position)), default=None)
    told = (*(incident for incident in there.told if incident not in state.told), *state.told)
    promise = _less(state.promise, there.promise)
    return Step(msgspec.structs.replace(state, told=told, position=position, promise=promise))


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
