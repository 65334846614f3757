"""What a wait keeps, whatever happens in it, and what a choice in the menu of the queue changes."""

from collections.abc import Iterable, Iterator, Mapping

from acd.core.view import View
from acd.model.contact import Contact, Queued
from acd.model.fact import (
    CallbackProposed,
    Fact,
    KeyTaken,
    MenuOpened,
    Overflowed,
    OverlayBegan,
    PlaceInherited,
    PlaceKept,
    PlaceMoved,
    PlaceRestored,
    PlaceTaken,
    QueueChosen,
)
from acd.model.flow import Enqueue, Menu
from acd.model.ids import ContactId, OfferId
from acd.model.needs import Needs
from acd.model.queue import ToQueue
from tests.core.oracle.asking import strictest

Places = Mapping[ContactId, Queued]


def place_lost(view: View, before: Places, facts: Iterable[Fact]) -> Iterator[str]:
    """Whose place is another than it may be: nobody loses a second of the wait, and nobody's turn moves while
    the queue is the same, but by an incident; or forward, for what is asked for now, or into an earlier place
    of the same caller.
    """
    anew = {
        fact.contact for fact in facts if isinstance(fact, Overflowed) and not isinstance(fact.to, ToQueue)
    }
    moved = {fact.contact for fact in facts if isinstance(fact, PlaceTaken | PlaceMoved | PlaceRestored)}
    forward = {fact.contact for fact in facts if isinstance(fact, PlaceKept) and fact.head_starts}
    inherited = {fact.contact for fact in facts if isinstance(fact, PlaceInherited)}
    began = any(isinstance(fact, OverlayBegan) for fact in facts)
    for contact in view.contacts():
        was, now = before.get(contact.id), contact.place
        if was is None or not isinstance(now, Queued) or contact.id in anew:
            continue
        if contact.id in inherited and now.order_key < was.order_key and now.queue == was.queue:
            continue
        if now.since != was.since:
            yield f"{contact.id} has waited since {was.since}, and since {now.since} all of a sudden"
        if contact.id in forward and now.order_key < was.order_key:
            continue
        if contact.id not in moved and not began and now.order_key != was.order_key:
            yield f"{contact.id} stands at {now.order_key} in the line in which it stood at {was.order_key}"


def chosen_wrongly(
    view: View, before: Places, rung: Mapping[ContactId, OfferId], facts: Iterable[Fact]
) -> Iterator[str]:
    """What is wrong where somebody has chosen anew while waiting: all that was asked for before is asked for
    still, and what the choice adds; the phone that rang for it does so no longer.
    """
    sent_on = {fact.contact for fact in facts if isinstance(fact, Overflowed)}
    for opened in facts:
        stood = before.get(opened.contact) if isinstance(opened, MenuOpened) else None
        queue = view.policy.queues.get(stood.queue) if stood is not None else None
        offered = {fact.flow for fact in facts if isinstance(fact, CallbackProposed)}
        if isinstance(opened, MenuOpened) and queue and opened.flow not in {queue.menu, *offered}:
            yield f"{opened.contact} is in {opened.flow}, which is not the menu of {queue.id}"
    for chosen in facts:
        if not isinstance(chosen, QueueChosen) or chosen.contact in sent_on:
            continue
        was, contact = before.get(chosen.contact), view.contact(chosen.contact)
        if was is None or contact is None:
            continue
        if not isinstance(contact.place, Queued):
            yield f"{contact.id} has chosen {chosen.queue}, and does not wait there"
            continue
        yield from _wrong_place(contact.id, contact.place, was, chosen, facts)
        yield from _wrong_choice(contact, contact.place, view, facts)
        offer = view.offer_of(contact.id)
        if offer is not None and offer.id == rung.get(contact.id):
            yield f"{offer.id} rings on for {contact.id}, which has chosen something else"


def _wrong_place(
    contact: ContactId, now: Queued, was: Queued, chosen: QueueChosen, facts: Iterable[Fact]
) -> Iterator[str]:
    if now.queue != chosen.queue:
        yield f"{contact} has chosen {chosen.queue}, and waits in {now.queue}"
    if now.came_by != was.came_by:
        yield f"{contact} may not go back to where it has chosen to leave: {now.came_by}"
    kept = any(isinstance(fact, PlaceKept) and fact.contact == contact for fact in facts)
    if kept is not (now.queue == was.queue) or (kept and now.entered_at != was.entered_at):
        yield f"{contact} has kept its place: {kept}, from {was.queue} to {now.queue}"
    if not _holds(now.own_needs, was.own_needs):
        yield f"{contact} asked for {was.own_needs} and asks for {now.own_needs} now"
    for what in ("customer_class", "product", "service", "region", "wanted"):
        if getattr(now.about, what) is None and getattr(was.about, what) is not None:
            yield f"of {contact} nobody knows the {what} any more"


def _wrong_choice(contact: Contact, now: Queued, view: View, facts: Iterable[Fact]) -> Iterator[str]:
    """By the first key, of the version in force: what it leads to at once."""
    of_contact = [fact for fact in facts if getattr(fact, "contact", None) == contact.id]
    opened = [fact.flow for fact in of_contact if isinstance(fact, MenuOpened)]
    taken = [fact for fact in of_contact if isinstance(fact, KeyTaken)]
    if not opened or not taken or opened[0] not in view.policy.flows:
        return
    nodes = view.policy.flows[opened[0]].nodes
    menu = nodes[taken[0].node]
    assert isinstance(menu, Menu)
    choice = menu.choices[taken[0].key]
    to = nodes[choice.next]
    if not _holds(now.own_needs, choice.needs):
        yield f"{contact.id} has chosen {choice.needs} and asks for {now.own_needs}"
    if choice.topic.product not in (None, now.about.product):
        yield f"{contact.id} is about {choice.topic.product}, and not about {now.about.product}"
    if isinstance(to, Enqueue) and (to.queue != now.queue or not _holds(now.own_needs, to.needs)):
        yield f"{contact.id} has chosen {to} and waits in {now.queue} for {now.own_needs}"


def _holds(needs: Needs, part: Needs) -> bool:
    """Whether whoever meets these needs meets those."""
    asked = [{need.skill: need.level for need in clause} for clause in needs]
    more = [each for clause in part if (each := {need.skill: need.level for need in clause}) not in asked]
    return all(each in asked for each in strictest([*asked, *more]))
