"""What is promised to those who are to be called back, held against the switch, the books and the floor."""

from collections.abc import Iterable, Iterator

from acd.core.calling_back import GRACE_S
from acd.core.floor import Floor
from acd.core.traffic import Full
from acd.model.callback import AWAY, Dialled, Due, OnTheLine, PickedUp, Resting, Scheduled
from acd.model.contact import Contact, InQueue, Queued
from acd.model.fact import CustomerDialled
from acd.model.outcome import Outcome
from acd.model.overlay import InForce, Refusal
from acd.sim.calling_back import is_customers
from acd.sim.switch import Channel
from acd.sim.tables import Tables

LATE_S = 6.0
"""So much later than at its moment somebody may be looked after, while a leader is well."""


def dialled_twice(channels: Iterable[Channel]) -> Iterator[str]:
    """Numbers to which more than one call goes out, or goes on, by what truly is in Asterisk."""
    called: set[str] = set()
    for channel in channels:
        if is_customers(channel.phone) and channel.is_dialled and not channel.is_ending:
            if channel.phone in called:
                yield f"{channel.phone} has two calls from us at once"
            called.add(channel.phone)


def wrong_about_callbacks(floor: Floor, outcome: Outcome) -> Iterator[str]:
    """What no message may come to."""
    yield from _called_out_of_turn(floor, outcome)
    yield from _called_against_a_word(floor, outcome)


def out_of_place(outcome: Outcome, tables: Tables) -> Iterator[str]:
    """Who stands elsewhere than it is written, or has a later turn than by the time of the whole wait."""
    for row in outcome.rows:
        if not isinstance(row, Contact) or not _is_kept(row):
            continue
        assert isinstance(row.place, InQueue)
        before = tables.row(Contact, row.id)
        if before is not None and _is_kept(before):
            assert isinstance(before.place, InQueue)
            if row.place.since > before.place.since:
                yield f"{row.id} has waited since {before.place.since}, and stands at {row.place}"
        if row.place.order_key > row.place.since:
            yield f"{row.id} has waited since {row.place.since}, and stands behind later ones: {row.place}"


def _is_kept(contact: Contact) -> bool:
    return contact.is_live and contact.is_held and isinstance(contact.place, InQueue)


def _called_out_of_turn(floor: Floor, outcome: Outcome) -> Iterator[str]:
    """Of those who are called before any agent is rung, and want the same, the first one is called first."""
    for fact in outcome.facts:
        called = floor.contact(fact.contact) if isinstance(fact, CustomerDialled) else None
        if called is None or not isinstance(called.place, Queued):
            continue
        for contact in floor.due():
            place = contact.place
            if (
                isinstance(place, Queued)
                and floor.is_customer_first(contact)
                and floor.offer_of(contact.id) is None  # rung for before the company thought again
                and wants(place) == wants(called.place)
                and place.order_key < called.place.order_key
            ):
                yield f"{called.id} is called before {contact.id}"


def _called_against_a_word(floor: Floor, outcome: Outcome) -> Iterator[str]:
    """Whose number is on the do-not-call list, or with whom a later moment was agreed."""
    edits = (overlay.edit for overlay in floor.overlays() if isinstance(overlay.state, InForce))
    refused = {edit.number for edit in edits if isinstance(edit, Refusal)}
    for fact in outcome.facts:
        if not isinstance(fact, CustomerDialled):
            continue
        if fact.number in refused:
            yield f"{fact.contact} is called at {fact.number}, which is on the do-not-call list"
        called = floor.contact(fact.contact)
        if called is None or isinstance(called.callback, OnTheLine):
            continue
        agreed_at = called.callback.order.not_before
        if agreed_at is not None and agreed_at > outcome.at:
            yield f"{fact.contact} is called at {outcome.at}, and was not to be before {agreed_at}"


def wants(place: Queued) -> tuple[object, ...]:
    """What decides whom a contact may be offered to. Of equals the first is served first."""
    person = None if place.meant_for is None else (place.meant_for.agent, place.meant_for.substitutes)
    return place.queue, place.needs, place.ring, place.region, person


def overdue(floor: Floor, at: float, *, is_quiet: bool) -> Iterator[tuple[str, str, float]]:
    """Who is to be called, and nobody does anything about it. `is_quiet`: nobody is on any line."""
    for contact in floor.contacts():
        state = contact.callback
        if not contact.is_live or not isinstance(state, AWAY):
            continue
        if state.order.expires_at + GRACE_S < at:
            yield contact.id, "was to be called, and should have been given up", LATE_S
        match state:
            case (
                Scheduled(until=until)
                | Resting(until=until)
                | Dialled(until=until)
                | PickedUp(until=float(until))
            ) if until < at:
                yield contact.id, f"is {type(state).__name__} until a moment that is over", LATE_S
            case Due() if floor.full is Full.LINES and is_quiet:
                yield contact.id, "waits for a line to be called on, and all are free", LATE_S
            case _:
                pass
