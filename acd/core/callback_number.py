"""At which number a customer would be called back: how it is read out, keyed in and changed. No machine.

It is checked when it is keyed in, when it is read out and when the callback is agreed: what may be dialled
goes by the company as it is then.
"""

from acd.core.calling_times import objection
from acd.core.numbers import dialable, digits_of, never_called
from acd.core.view import View
from acd.model.about import About, Entered
from acd.model.callback import NeverCalled, OnTheLine
from acd.model.contact import Contact, InQueue
from acd.model.fact import NumberMissing
from acd.model.flow import Ask, Meaning, Menu, Node, Say
from acd.model.ids import NodeId
from acd.model.spoken import Blank, blanks_in, read_out

MOST_ENTERED = 3
"""So many numbers may be keyed in, one in place of the other: then the last one holds."""


def callback_number(contact: Contact, about: About, view: View) -> str | None:
    """The one keyed in last, or else the one agreed before or the caller's; None: it may not be called."""
    wanted, dialling = _wanted(contact, about), view.policy.dialling
    return None if dialling is None or _why_not(wanted, view) is not None else dialable(wanted, dialling)


def _wanted(contact: Contact, about: About) -> str | None:
    """The number that would be called, if it may be."""
    if about.entered is not None and not _is_outdated(about, contact):
        return about.entered.number
    return contact.number


def number_missing(node: NodeId, contact: Contact, about: About, view: View) -> tuple[NumberMissing, ...]:
    """That there is no number here which may be called, and why; nothing if there is one."""
    why = _why_not(_wanted(contact, about), view)
    if why is None:
        return ()
    return (NumberMissing(contact=contact.id, node=node, number=_wanted(contact, about), why=why),)


def _why_not(number: str | None, view: View) -> NeverCalled | None:
    """Why this number may not be called now; None: it may."""
    dialling = view.policy.dialling
    if dialling is None:
        return NeverCalled.NOBODY
    whole = dialable(number, dialling)
    if whole is None:
        return never_called(number, dialling)
    return NeverCalled.REFUSED if objection(whole, view) is not None else None


def _is_outdated(about: About, contact: Contact) -> bool:
    """Whether what was keyed in is older than what was agreed: known when the contact took its place."""
    place, agreed = contact.place, not isinstance(contact.callback, OnTheLine)
    return agreed and isinstance(place, InQueue) and place.about.entered == about.entered


def entered(digits: str, about: About, view: View) -> Entered | None:
    """What was keyed in, as somebody in the company's country dials; None: it may not be called."""
    dialling = view.policy.dialling
    number = dialable(digits, dialling) if dialling is not None else None
    if number is None or objection(number, view) is not None:
        return None
    return Entered(number=number, times=1 if about.entered is None else about.entered.times + 1)


def is_settled(ask: Ask, about: About) -> bool:
    """Whether the question for the number is not put any more: it was changed often enough."""
    times = about.entered.times if about.entered is not None else 0
    return ask.means is Meaning.PHONE_NUMBER and times >= MOST_ENTERED


def instead_of(node: Node, contact: Contact, about: About, view: View) -> NodeId | None:
    """The node to go to if this one reads out a number, and there is none. None: it can be done."""
    if not isinstance(node, Say | Menu) or node.without_number is None:
        return None
    return node.without_number if callback_number(contact, about, view) is None else None


def with_number(media: str, contact: Contact, version: int, about: About, view: View) -> str:
    """What is played, with the number in its blanks, and the time that was keyed in; should there be none,
    or none any more, without.
    """
    if blanks_in(media).isdisjoint((Blank.NUMBER, Blank.TIME)):
        return media
    number, dialling = callback_number(contact, about, view), view.policy.dialling
    said = {Blank.NUMBER: digits_of(number, dialling.country)} if number is not None and dialling else {}
    if about.call_at is not None:
        hour, minute = divmod(about.call_at.minute, 60)
        said[Blank.TIME] = f"{hour:02}{minute:02}"
    return read_out(media, said, view.policy_at(version).sounds)
