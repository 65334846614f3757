"""What is asked for a contact that enters a queue, and how long it waits for one person."""

from itertools import product
from typing import NamedTuple

from acd.core.view import View
from acd.model.about import Rule, When
from acd.model.contact import Contact, LongLine, Queued
from acd.model.ids import RegionId, SkillId
from acd.model.needs import Needs
from acd.model.overlay import Incident, InForce
from acd.model.policy import Policy


class AskedFor(NamedTuple):
    """What a contact should ask for in its queue, and where it should stand if it has just entered."""

    needs: set[frozenset[tuple[SkillId, int]]]
    wishes: dict[SkillId, int]
    region: RegionId | None
    order_key: float


def asked_expected(contact: Contact, view: View) -> AskedFor:
    """All that the journey, the queue, the rules that fit and the incidents say; the head starts come to no
    more than the cap.
    """
    place = contact.place
    assert isinstance(place, Queued)
    queue = view.policy.queues[place.queue]
    clauses: list[dict[SkillId, int]] = []
    for needs in (place.own_needs, queue.needs):
        _add(needs, clauses)
    rules: list[Rule] = []
    while True:  # what one rule adds, another may go by
        others = [rule for rule in view.policy.rules if rule not in rules]
        more = [rule for rule in others if _is_about(rule.when, contact, clauses, view.policy)]
        if not more:
            break
        rules += more
        for rule in more:
            _add(rule.needs, clauses)
    head_start_s = queue.head_start_s + sum(rule.head_start_s for rule in rules)
    for overlay in view.overlays():
        if isinstance(overlay.edit, Incident) and isinstance(overlay.state, InForce):
            is_hit = _is_about(overlay.edit.when, contact, clauses, view.policy)
            head_start_s += overlay.edit.head_start_s if is_hit else 0.0
    order_key = place.since - min(head_start_s, view.policy.head_start_cap_s)
    wishes: dict[SkillId, int] = {}
    for wish in (*queue.preferences, *(wish for rule in rules for wish in rule.preferences)):
        wishes[wish.skill] = max(wish.weight, wishes.get(wish.skill, 0))
    asked = {frozenset(each.items()) for each in strictest(clauses)}
    return AskedFor(asked, wishes, place.about.region if queue.regional else None, order_key)


def patience_expected(contact: Contact, view: View) -> tuple[LongLine | None, float]:
    """Whether the substitutes may help from the beginning a contact that has just entered a queue in which it
    waits for one person, or whose one person has come back; and how long this stage lasts: as the queue
    says, but nobody waits alone for longer than the company allows; and while somebody has, those who come
    after need not at all.
    """
    place = contact.place
    assert isinstance(place, Queued)
    assert place.meant_for is not None
    began = waits_since(place)
    allowed_s = view.policy.overload_wait_s
    personal = view.policy.queues[place.queue].personal
    if allowed_s is None:
        return None, personal.wait_s
    waits = []
    for other in view.contacts():
        if other.id == contact.id or not isinstance(other.place, Queued) or other.place.meant_for is None:
            continue
        if other.place.meant_for.agent == place.meant_for.agent:
            waits.append(began - waits_since(other.place))
    if waits and max(waits) >= allowed_s:
        return LongLine(waited_s=max(waits), limit_s=allowed_s), personal.substitutes_s
    return None, min(personal.wait_s, allowed_s)


def waits_since(place: Queued) -> float:
    """Since when a contact waits for one person."""
    assert place.meant_for is not None
    return place.entered_at if place.meant_for.since is None else place.meant_for.since


def _add(needs: Needs, clauses: list[dict[SkillId, int]]) -> None:
    for clause in needs:
        levels = {need.skill: need.level for need in clause}
        if levels not in clauses:
            clauses.append(levels)


def _is_about(when: When, contact: Contact, clauses: list[dict[SkillId, int]], policy: Policy) -> bool:
    """Every field that says something must name what is so of the contact."""
    assert isinstance(contact.place, Queued)
    about = contact.place.about
    if when.numbers and contact.did not in when.numbers:
        return False
    if when.languages and contact.language not in when.languages:
        return False
    if when.products and about.product not in when.products:
        return False
    if when.services and about.service not in when.services:
        return False
    if when.customer_classes and about.customer_class not in when.customer_classes:
        return False
    if when.regions and (about.region is None or not ancestors(about.region, policy) & when.regions):
        return False
    if when.queues and contact.place.queue not in when.queues:
        return False
    # Nobody could serve the contact and not what the condition asks for: not even who has only what it needs.
    for just_enough in product(*(each.items() for each in clauses)):
        levels = {skill: 0 for skill, _ in just_enough}
        for skill, level in just_enough:
            levels[skill] = max(level, levels[skill])
        if not all(any(levels.get(need.skill, 0) >= need.level for need in each) for each in when.needs):
            return False
    return True


def strictest(asked: list[dict[SkillId, int]]) -> list[dict[SkillId, int]]:
    """Those from which no other follows: whoever meets one of them may not meet the rest."""

    def is_implied(weak: dict[SkillId, int], strong: dict[SkillId, int]) -> bool:
        return all(skill in weak and weak[skill] <= level for skill, level in strong.items())

    return [one for one in asked if not any(other != one and is_implied(one, other) for other in asked)]


def ancestors(region: RegionId, policy: Policy) -> set[RegionId]:
    found = {region}
    above = policy.regions[region].within
    return found if above is None else found | ancestors(above, policy)
