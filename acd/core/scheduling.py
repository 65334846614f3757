"""Scheduling: a customer is to be called at a moment that somebody has agreed on, days ahead perhaps.

It is a contact of its own that no call has brought: nobody is on a line. Until its moment it stands in no
line, so that it overtakes nobody who has come before; then it takes its place as if the customer had come
just then, however late we were to see it. Rows of the room of callbacks; no machine of its own.
"""

import msgspec

from acd.core.calling_times import given_up_at, may_call_at
from acd.core.calling_times import objection as against
from acd.core.known import known_of
from acd.core.machine import Step
from acd.core.numbers import dialable
from acd.core.putting_off import give_up, settle
from acd.core.view import View
from acd.model.about import About
from acd.model.callback import (
    Appointment,
    CallbackRules,
    Closed,
    Due,
    GivenUp,
    OnTheLine,
    Order,
    Resting,
    Scheduled,
)
from acd.model.contact import Contact, Travelled
from acd.model.fact import CallbackScheduled, PolicyChanged, QueueChosen
from acd.model.ids import AgentId, ContactId, attempt_leg_of
from acd.model.message import CallbackTimedOut, ScheduleCallback
from acd.model.needs import meets
from acd.model.outcome import Done
from acd.model.queue import Queue

DAY_S = 86400.0
MOST_AHEAD_S = 366 * DAY_S
"""Nobody means a moment that is farther away; and until then the company is remembered as it was."""

SINCE_ASKED_S = 60.0
"""A moment of so lately counts as now: whoever typed it took a while."""


def objection(message: ScheduleCallback, view: View, at: float) -> str | None:
    """Why a callback cannot be scheduled; None: it can. It says what to do instead."""
    dialling, queue = view.policy.dialling, view.policy.queues.get(message.queue)
    if dialling is None:
        return "The company calls nobody back: add callbacks: to the company file."
    if queue is None:
        return f"The company has no queue {message.queue}; it has {', '.join(sorted(view.policy.queues))}."
    if queue.callback is None:
        return f"The queue {queue.id} calls nobody back: add callback: {{}} to it in the company file."
    wrong = _wrong_moment(message, at) or _wrong_person(message.wanted, queue, view)
    if wrong is not None:
        return wrong
    number = message.number
    if against(number, view) is GivenUp.REFUSED:
        return f"{number} is on the do-not-call list: `acd callback allow` takes it off."
    if dialable(number, dialling) is None:
        return (
            f"{number} is never called: it is no number of an ordinary telephone in the countries of "
            "callbacks:, or it is the company's own."
        )
    if may_call_at(number, None, dialling, message.not_before) != message.not_before:
        return f"At that moment it is no hour to call {number}, on the clock there: choose another one."
    return None


def _wrong_moment(message: ScheduleCallback, at: float) -> str | None:
    if message.not_before < at - SINCE_ASKED_S:
        return "That moment has passed: choose a later one."
    if message.not_before > at + MOST_AHEAD_S:
        return f"That moment is more than {MOST_AHEAD_S / DAY_S:g} days ahead: choose an earlier one."
    if message.expires_at is not None and message.expires_at <= max(at, message.not_before):
        return "It would be given up before it is tried: choose a later end."
    return None


def _wrong_person(wanted: AgentId | None, queue: Queue, view: View) -> str | None:
    """Somebody who would never be offered it."""
    if wanted is None:
        return None
    person = view.policy.agents.get(wanted)
    if person is None:
        return f"The company has no agent {wanted}."
    if person.outside is not None:
        return f"{wanted} is a line to the outside: behind it may be anybody. Name a person."
    if not meets(person.skills, queue.needs):
        return f"{person.name} ({wanted}) has not the skills that {queue.id} needs: name somebody else."
    return None


def same_as(message: ScheduleCallback, view: View) -> Contact | None:
    """The callback of this number, queue and moment that was scheduled already: asked for twice. Its moment
    may have come since.
    """
    for contact in view.at_number(message.number):
        order = _order_of(contact)
        if order is None or order.appointment is None or not contact.is_live:
            continue
        if (order.not_before, order.appointment.queue) == (message.not_before, message.queue):
            return contact
    return None


def _order_of(contact: Contact) -> Order | None:
    return None if isinstance(contact.callback, OnTheLine) else contact.callback.order


def confirm(message: ScheduleCallback, known: Contact) -> str | None:
    """Why somebody who has asked for it twice cannot have meant the same; None: it is what there is."""
    order = _order_of(known)
    assert order is not None
    there = order.appointment
    assert there is not None
    same = (
        there.about.wanted == message.wanted
        and (there.name, there.note) == (message.name, message.note)
        and message.language in (None, known.language)
        and message.expires_at in (None, order.expires_at)
    )
    if same:
        return None
    return (
        f"That number is to be called at that moment already ({known.id}), but with another agent, end, "
        f"name, note or language: `acd callback cancel {known.id}` first."
    )


def schedule(
    message: ScheduleCallback, contact: ContactId, view: View, at: float
) -> tuple[Contact, Step[None]]:
    """The record of a new callback; the step's state is not used."""
    policy, queue = view.policy, view.policy.queues[message.queue]
    dialling = policy.dialling
    assert dialling is not None
    shown, customer = view.did(dialling.caller_id), policy.customers.get(message.number)
    language = message.language or (customer.language if customer is not None else None)
    known = known_of(shown.about if shown is not None else About(), customer, message.number, policy)
    appointment = Appointment(
        queue=queue.id,
        author=message.author,
        needs=message.needs,
        about=msgspec.structs.replace(message.about or known, wanted=message.wanted),
        name=message.name,
        note=message.note,
        follows=message.follows,
    )
    rules = queue.callback or CallbackRules()
    expires_at = message.expires_at or given_up_at(
        message.number, None, view.policy.dialling, message.not_before, rules.expires_s
    )
    order = Order(
        number=message.number,
        agreed_at=at,
        expires_at=expires_at,
        not_before=message.not_before,
        appointment=appointment,
    )
    record = Contact(
        id=contact,
        leg=attempt_leg_of(contact, 0),
        did=dialling.caller_id,
        caller=message.number,
        language=language or (shown.language if shown is not None else "en"),
        arrived_at=at,
        policy_version=policy.version,
        journey=Travelled(turn=0),
        callback=Scheduled(order=order, appointment=appointment, until=message.not_before),
    )
    scheduled = CallbackScheduled(
        contact=contact,
        number=message.number,
        queue=queue.id,
        not_before=message.not_before,
        expires_at=expires_at,
        author=message.author,
        wanted=message.wanted,
        name=message.name,
        note=message.note,
        follows=message.follows,
    )
    return record, Step(None, facts=(scheduled,), reply=Done(contact=contact))


def begin(
    contact: Contact, state: Scheduled, _message: CallbackTimedOut, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """Its moment has come: into the line. If we were away for too long, nobody waits for it any more."""
    if at >= state.order.expires_at:
        return give_up(contact, state.order, GivenUp.EXPIRED)
    step = settle(contact, state.order, view, at)
    if isinstance(step.state, Closed):
        return step
    appointment = state.appointment
    chosen = QueueChosen(
        contact=contact.id,
        queue=appointment.queue,
        needs=appointment.needs,
        about=appointment.about,
        to_be_called=True,
    )
    return Step(step.state, facts=(chosen, *step.facts))


def reconsider(
    contact: Contact, state: Scheduled, _message: PolicyChanged, view: View, _at: float
) -> Step[Scheduled | Closed]:
    """Whom the company does not call any more is told of today, and not at the moment itself."""
    reason = against(state.order.number, view)
    return Step(state) if reason is None else give_up(contact, state.order, reason)
