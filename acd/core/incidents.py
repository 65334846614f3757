"""Incidents: what a fault that hits many means for the places of those who wait already. Those who come later
are served earlier as they enter a queue. No machine.
"""

import msgspec

from acd.core.machine import Step
from acd.core.needs import Known, applies, credit_s, incidents
from acd.core.view import View
from acd.model.about import HeadStart
from acd.model.contact import Contact, Queued
from acd.model.fact import Fact, OverlayBegan, PlaceMoved
from acd.model.overlay import Incident, InForce


def be_hit(contact: Contact, state: Queued, message: OverlayBegan, view: View, _at: float) -> Step[Queued]:
    """An incident may concern the contact: it is served earlier then."""
    incident = message.edit
    queue = view.queue(state.queue, contact.policy_version)
    known = Known(contact, state.about, state.needs, queue)
    if not isinstance(incident, Incident) or not applies(incident.when, known, view.policy):
        return Step(state)
    return _moved(contact, state, HeadStart(reason=message.reason, seconds=incident.head_start_s), view)


def catch_up(contact: Contact, place: Queued, view: View, *, since: float) -> Step[Queued]:
    """Back in line, to whatever has begun since an agent answered and goes on: it concerns the contact as it
    does those who have waited all along.
    """
    queue = view.queue(place.queue, contact.policy_version)
    facts: list[Fact] = []
    for overlay, incident in incidents(Known(contact, place.about, place.needs, queue), view):
        start = HeadStart(reason=overlay.reason, seconds=incident.head_start_s)
        assert isinstance(overlay.state, InForce)
        if overlay.state.since < since:
            continue
        if start not in place.head_starts:  # else it began at that very moment, just before the answer
            moved = _moved(contact, place, start, view)
            place = moved.state
            facts.extend(moved.facts)
    return Step(place, facts=tuple(facts))


def _moved(contact: Contact, place: Queued, start: HeadStart, view: View) -> Step[Queued]:
    """With one head start more; it moves nobody who has as much as is allowed."""
    if not start.seconds:
        return Step(place)
    starts = (*place.head_starts, start)
    order_key = place.since - credit_s(starts, view)
    forward = msgspec.structs.replace(place, head_starts=starts, order_key=order_key)
    if order_key == place.order_key:
        return Step(forward)
    moved = PlaceMoved(
        contact=contact.id, order_key=order_key, because=start.reason, head_start_s=start.seconds
    )
    return Step(forward, facts=(moved,))
