"""What a look at everybody finds: by a number the floor has to find the same, and nobody else."""

from collections import defaultdict
from collections.abc import Iterator

from acd.core.numbers import dialable, international
from acd.core.view import View
from acd.model.again import Awaiting, Recognised
from acd.model.callback import Agreed, Dialled, Due, OnTheLine, PickedUp, Reached
from acd.model.contact import Contact, Queued
from acd.model.ids import ContactId

ByNumber = defaultdict[str, set[ContactId]]
NOBODY = "+436609999999"


def misplaced(view: View) -> Iterator[str]:
    """Every number by which the floor finds somebody else than a look at everybody does."""
    here, in_use, to_be_called = _everybody(view)
    for number in sorted({NOBODY, *here}):
        if here[number] != {contact.id for contact in view.at_number(number)}:
            yield f"at {number} are {here[number]}, and it finds {view.at_number(number)}"
        for but in {ContactId(""), *here[number]}:
            if bool(in_use[number] - {but}) != view.is_in_use(number, but=but):
                yield f"for {but or 'everybody'} {number} is taken to be in use, or is not"
        due = to_be_called[number]
        if due != set(view.due_at(number)) and _dialable(number, view) == number:
            yield f"at {number} {due} are due, and it finds {view.due_at(number)}"
    yield from _misplaced_who_left(view)


def _everybody(view: View) -> tuple[ByNumber, ByNumber, ByNumber]:
    """Who is at each number, who of them makes it in use, and who is due there."""
    here, in_use, due = ByNumber(set), ByNumber(set), ByNumber(set)
    for contact in view.contacts():
        for number in _numbers(contact, view):
            here[number].add(contact.id)
            if _is_at(contact, number, view):
                in_use[number].add(contact.id)
    for contact in view.due():
        due[contact.number or ""].add(contact.id)
    return here, in_use, due


def _misplaced_who_left(view: View) -> Iterator[str]:
    country = view.policy.recognition.country
    left = [(international(contact.number, country), contact.id) for contact in view.dropped()]
    for number in {number for number, _ in left if number is not None} | {NOBODY}:
        found = [contact.id for contact in view.dropped_at(number)]
        if found != [name for other, name in left if other == number]:
            yield f"from {number} called {left}, and it finds {found}"
    waiting = [
        (international(contact.number, country), contact.id)
        for contact in view.contacts()
        if contact.is_live and isinstance(contact.place, Queued) and not contact.is_held
    ]
    for number in {number for number, _ in waiting if number is not None} | {NOBODY}:
        at_number = {contact.id for contact in view.waiting_at(number)}
        if at_number != {name for other, name in waiting if other == number}:
            yield f"from {number} wait {waiting}, and it finds {at_number}"
    again = (contact.again for contact in view.contacts() if contact.is_live)
    claimed = {each.earlier for each in again if isinstance(each, Recognised | Awaiting)}
    for name in {name for _, name in left} | {contact.id for contact in view.contacts()} | claimed:
        if view.is_claimed(name) != (name in claimed):
            yield f"the place of {name} is taken to be asked about, or is not"


def _numbers(contact: Contact, view: View) -> set[str]:
    own = _dialable(contact.caller, view)
    agreed = None if isinstance(contact.callback, OnTheLine) else contact.callback.order.number
    return {number for number in (own, agreed) if number is not None}


def _dialable(number: str | None, view: View) -> str | None:
    return dialable(number, view.policy.dialling) if view.policy.dialling is not None else None


def _is_at(contact: Contact, number: str, view: View) -> bool:
    if not contact.is_live or contact.has_left:
        return False
    match contact.callback:
        case Due() | Dialled() | PickedUp() | Reached():
            return contact.number == number
        case OnTheLine() | Agreed():
            return _dialable(contact.caller, view) == number
        case _:
            return False
