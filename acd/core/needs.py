"""Needs: what a contact asks for when it enters a queue, from all that is known of it.

Pure look-ups, no machine: the journey, the queue and the company's table of rules each say their part, and
all of it counts. A rule may go by needs, also by those that other rules add. A head start is given in seconds
and is capped, so that nobody is overtaken for ever.
"""

from typing import NamedTuple

import msgspec

from acd.core.view import View
from acd.model.about import About, HeadStart, Rule, When
from acd.model.contact import Contact
from acd.model.ids import SkillId
from acd.model.needs import Needs, Preference, Preferences, implies, joined, lowered, without
from acd.model.overlay import Incident, InForce, Overlay
from acd.model.policy import Policy
from acd.model.queue import Queue, Ring
from acd.model.region import way_up


class Known(NamedTuple):
    """What is known of a contact in a queue, by which conditions go."""

    contact: Contact
    about: About
    needs: Needs
    queue: Queue


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """All that one contact asks for in one queue."""

    needs: Needs
    preferences: Preferences
    head_starts: tuple[HeadStart, ...]
    """What it was given, before the cap."""


def asked(contact: Contact, about: About, needs: Needs, queue: Queue, view: View) -> Asked:
    """What a contact asks for in a queue, when the journey has gathered these `needs`."""
    rules, known = _fitting(Known(contact, about, joined(needs, queue.needs), queue), view.policy)
    starts = [HeadStart(reason=f"queue {queue.id}", seconds=queue.head_start_s)]
    starts += [HeadStart(reason=rule.name, seconds=rule.head_start_s) for rule in rules]
    starts += [
        HeadStart(reason=overlay.reason, seconds=incident.head_start_s)
        for overlay, incident in incidents(known, view)
    ]
    return Asked(
        needs=known.needs,
        preferences=wished(queue.preferences, *(rule.preferences for rule in rules)),
        head_starts=tuple(start for start in starts if start.seconds),
    )


def _fitting(known: Known, policy: Policy) -> tuple[list[Rule], Known]:
    """The rules that fit a contact, and what is known with the needs that they add. What one adds may be what
    another goes by, wherever in the table they stand: so it is asked again until nothing is added any more.
    """
    while True:
        rules = [rule for rule in policy.rules if applies(rule.when, known, policy)]
        needs = joined(known.needs, *(rule.needs for rule in rules))
        if needs == known.needs:
            return rules, known
        known = known._replace(needs=needs)


def credit_s(starts: tuple[HeadStart, ...], view: View) -> float:
    """What head starts come to: nobody is overtaken by those who come so much later."""
    return min(sum(start.seconds for start in starts), view.policy.head_start_cap_s)


def incidents(known: Known, view: View) -> list[tuple[Overlay, Incident]]:
    """The incidents in force that concern a contact in a queue, the oldest first."""
    return [
        (overlay, overlay.edit)
        for overlay in view.overlays()
        if isinstance(overlay.edit, Incident)
        and isinstance(overlay.state, InForce)
        and applies(overlay.edit.when, known, view.policy)
    ]


def applies(when: When, known: Known, policy: Policy) -> bool:
    """Whether a contact in a queue fits a condition."""
    contact, about, needs, queue = known
    regions = way_up(policy.regions, about.region) if about.region in policy.regions else []
    values = (
        (when.numbers, {contact.did}),
        (when.languages, {contact.language}),
        (when.products, {about.product}),
        (when.services, {about.service}),
        (when.customer_classes, {about.customer_class}),
        (when.regions, set(regions)),
        (when.queues, {queue.id}),
    )
    fits = all(not wanted or not wanted.isdisjoint(value) for wanted, value in values)
    return fits and implies(needs, when.needs)


def relaxed(needs: Needs, ring: Ring) -> Needs:
    """What is still asked for in a ring."""
    kept = without(needs, ring.give_up) if ring.give_up else needs
    return lowered(kept, ring.lower) if ring.lower else kept


def wished(*parts: Preferences) -> Preferences:
    """All wishes together; of a skill wished for twice the higher weight counts."""
    weights: dict[SkillId, int] = {}
    for part in parts:
        for each in part:
            weights[each.skill] = max(each.weight, weights.get(each.skill, 0))
    return tuple(Preference(skill=skill, weight=weight) for skill, weight in sorted(weights.items()))
