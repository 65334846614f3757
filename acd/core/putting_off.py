"""Putting off: whether a customer who is to be called back may be called now, later, or never. Steps that the
room of callbacks takes; no machine.
"""

import msgspec

from acd.core.calling_times import may_call_at, may_call_until, objection, put_off_by
from acd.core.machine import Step
from acd.core.view import View
from acd.model.callback import BY_THE_CLOCK, Closed, Due, GivenUp, Miss, Order, PutOff, Resting, Scheduled
from acd.model.contact import Contact, InQueue, Queued
from acd.model.fact import (
    CallbackDeferred,
    CallbackFellDue,
    CallbackGivenUp,
    CallbackPassedOn,
    CallbackPutOff,
    OverlayBegan,
    PlaceRestored,
    PolicyChanged,
)
from acd.model.ids import ContactId

NUMBER_BUSY_S = 30.0
"""So much later it is looked again whether another contact still is at the customer's number."""

REASONS = {GivenUp.REFUSED: Miss.REFUSED, GivenUp.FORBIDDEN: Miss.FORBIDDEN}
"""What is found too late, when an agent waits already."""


def settle(contact: Contact, order: Order, view: View, at: float) -> Step[Due | Resting | Closed]:
    """To be called from now on; unless nobody calls that number any more, it is no hour to call there, or the
    number is in use: nobody is dialled twice at a time, or while on the line.
    """
    against = objection(order.number, view)
    if against is not None:
        return give_up(contact, order, against)
    opens_at = opening(order, view, at)
    if opens_at > at:
        return rest(contact, order, opens_at, _put_off(order, view, at))
    if view.is_in_use(order.number, but=contact.id) or _gives_way(contact, order.number, view):
        return rest(contact, order, at + NUMBER_BUSY_S, PutOff.IN_USE)
    due = Due(order=order, until=may_call_until(order.number, order.between, view.policy.dialling, at))
    return Step(due, facts=(CallbackFellDue(contact=contact.id),))


def _gives_way(contact: Contact, number: str, view: View) -> bool:
    """Whether somebody with an earlier turn rests because the number is in use, or was: at the end of the
    rest, which is as short, that one is first.
    """
    resting = (
        other
        for other in view.at_number(number)
        if isinstance(other.callback, Resting)
        and other.callback.because is PutOff.IN_USE
        and other.number == number
    )
    return any(_turn(other) < _turn(contact) for other in resting)


def _turn(contact: Contact) -> tuple[float, ContactId]:
    """Of one that was scheduled and is about to take its place: from the moment that was agreed."""
    if isinstance(contact.callback, Scheduled):
        return contact.callback.until, contact.id
    assert isinstance(contact.place, InQueue)
    return contact.place.order_key, contact.id


def opening(order: Order, view: View, at: float) -> float:
    """From when on the customer may be called; if never, that is as late as the time that was agreed."""
    begins_at = at if order.not_before is None else max(at, order.not_before)
    found = may_call_at(order.number, order.between, view.policy.dialling, begins_at)
    return order.expires_at if found is None else found


def _put_off(order: Order, view: View, at: float) -> PutOff:
    """What keeps a customer from being called now: first of all what was agreed."""
    if order.not_before is not None and order.not_before > at:
        return PutOff.AGREED
    return put_off_by(order.number, view.policy.dialling, at)


def rest(contact: Contact, order: Order, until: float, because: PutOff) -> Step[Resting]:
    """Not now."""
    put_off = CallbackPutOff(contact=contact.id, until=until, because=because)
    return Step(Resting(order=order, until=until, because=because), facts=(put_off,))


def give_up(contact: Contact, order: Order, because: GivenUp, *, by: str | None = None) -> Step[Closed]:
    """Not any more."""
    given_up = CallbackGivenUp(contact=contact.id, because=because, by=by)
    return Step(Closed(order=order), facts=(given_up,))


def reconsider(
    contact: Contact, state: Due | Resting, _message: PolicyChanged, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """The company has changed its mind about hours, or about whom it calls. Whom an agent is about to call is
    looked at then.
    """
    if isinstance(state, Due):
        if not isinstance(contact.place, Queued):
            return Step(state)
    elif state.because not in BY_THE_CLOCK:
        return Step(state)
    step = settle(contact, state.order, view, at)
    is_as_before = step.state == state or (isinstance(state, Due) and isinstance(step.state, Due))
    return Step(step.state) if is_as_before else step


def look_again(
    contact: Contact, state: Due, _message: PlaceRestored, view: View, at: float
) -> Step[Due | Resting | Closed]:
    """The agent has gone before the dial: what has come meanwhile counts now. The hours may be over, the
    number may be refused, and the customer may be on the line.
    """
    step = settle(contact, state.order, view, at)
    return Step(step.state) if isinstance(step.state, Due) else step


def be_refused(
    contact: Contact, state: Resting | Scheduled, _message: OverlayBegan, _view: View, _at: float
) -> Step[Closed]:
    """The number has come onto the do-not-call list."""
    return give_up(contact, state.order, GivenUp.REFUSED)


def be_refused_due(
    contact: Contact, state: Due, _message: OverlayBegan, _view: View, _at: float
) -> Step[Due | Closed]:
    """Likewise. Whom an agent is about to call is looked at then."""
    is_queued = isinstance(contact.place, Queued)
    return give_up(contact, state.order, GivenUp.REFUSED) if is_queued else Step(state)


def close_for_now(contact: Contact, state: Due, view: View, at: float) -> Step[Due | Resting | Closed]:
    """The hours at which the customer may be called are over. Whom an agent is about to call is looked at
    then.
    """
    if not isinstance(contact.place, Queued):
        return Step(msgspec.structs.replace(state, until=None))
    return settle(contact, state.order, view, at)


def defer(_contact: Contact, state: Due, message: CallbackDeferred, _view: View, _at: float) -> Step[Resting]:
    """An agent has looked at it, and wants the customer to be called later."""
    order = msgspec.structs.replace(state.order, deferred=state.order.deferred + 1)
    return Step(Resting(order=order, until=message.until, because=PutOff.AGENT))


def be_passed_on(
    _contact: Contact, state: Due, _message: CallbackPassedOn, _view: View, _at: float
) -> Step[Due]:
    """An agent has looked at it, and leaves it to somebody else."""
    order = msgspec.structs.replace(state.order, passed=state.order.passed + 1)
    return Step(msgspec.structs.replace(state, order=order))
