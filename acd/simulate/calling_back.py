"""Callers who would rather be called back: who asks for it, by which keys, and how they are reached then.

Whether a company calls back, when and how often, is decided by the engine; here is what the customers do.
"""

from collections import deque

import msgspec
import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from acd.core.numbers import dialable, digits_of
from acd.core.view import View
from acd.model.callback import Dialling, PickedUp
from acd.model.contact import Contact, Queued
from acd.model.flow import Ask, CallBack, Flow, Meaning, Menu, RecordNote, Say, SwitchLanguage
from acd.model.ids import FlowId, LegId, NodeId
from acd.simulate.arrivals import MadeUp
from acd.simulate.chance import Chance, Values, drawing
from acd.simulate.keys import END
from acd.simulate.schema import WantsCallback

BUSY = 17
"""The Q.850 cause of a line that is busy."""
FREE_DIGITS = (6, 5, 4, 3)
"""So many last digits of a mobile number are free, in one country or another."""
SPREAD = 1_000_000


class Pickup(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a call at a customer's telephone."""

    is_busy: bool = False
    after_s: float | None = None
    """How long it rings until somebody answers. None: nobody does."""


def pickup(
    wants: WantsCallback | None, chance: Chance, who: tuple[str, int], dial: int, values: Values
) -> Pickup:
    """Of the how-manieth dial to a caller: the same whatever else happens. Who is said nothing of answers."""
    if wants is None:
        return Pickup(after_s=0.0)
    dice = chance.of("called back", *who, dial)
    drawn = dice.random()
    if drawn < wants.busy:
        return Pickup(is_busy=True)
    if drawn >= wants.busy + wants.answered:
        return Pickup()
    return Pickup(after_s=drawing(wants.rings, dice, values)())


def key_of_person(leg: LegId, view: View) -> str | None:
    """What whoever takes this call is asked to press; None: nothing is asked."""
    contact = view.caller_of(leg)
    state = contact.callback if contact is not None else None
    return state.check.key if isinstance(state, PickedUp) and state.leg == leg else None


def keys_for(contact: Contact, view: View) -> str | None:
    """What somebody who waits has to press to be called back; None: it cannot be had there."""
    if not isinstance(contact.place, Queued) or view.policy.dialling is None:
        return None
    queue = view.queue(contact.place.queue, contact.policy_version)
    if queue.callback is None or queue.menu is None:
        return None
    return keys_to_callback(view.policy.flows[queue.menu], typed_by(contact, view.policy.dialling))


def keys_when_offered(contact: Contact, flow: FlowId, view: View) -> str | None:
    """What somebody presses to whom a callback is offered; None: it cannot be had there."""
    dialling = view.policy.dialling
    typed = typed_by(contact, dialling) if dialling is not None else None
    return keys_to_callback(view.policy.flows[flow], typed)


def typed_by(contact: Contact, dialling: Dialling) -> str | None:
    """What a caller keys in who is asked for a number: that of the telephone at hand. None: it has none that
    may be called.
    """
    whole = dialable(contact.caller, dialling)
    return digits_of(whole, dialling.country) + END if whole is not None else None


def keys_to_callback(flow: Flow, typed: str | None = None) -> str | None:
    """The keys of the shortest way to a callback in the menu of a queue. A question is answered if it is for
    the number, which is `typed`.
    """
    ways: deque[tuple[NodeId, str]] = deque([(flow.start, "")])
    met: set[NodeId] = set()
    while ways:
        name, keys = ways.popleft()
        if name in met:
            continue
        met.add(name)
        match flow.nodes[name]:
            case CallBack():
                return keys
            case Say(next=following) | SwitchLanguage(next=following) | RecordNote(next=following):
                ways.append((following, keys))
            case Ask(means=Meaning.PHONE_NUMBER, next=following) if typed is not None:
                ways.append((following, keys + typed))
            case Menu(choices=choices):
                ways.extend((choice.next, keys + key) for key, choice in sorted(choices.items()))
            case _:
                pass
    return None


def made_up(dialling: Dialling, place: int, streams: int) -> MadeUp:
    """Mobile numbers of the company's country, of each caller another one: whoever is to be called back has
    one that can be called.

    Args:
        dialling: where the company calls back.
        place: of the stream, among so many `streams`.
    """
    country = dialling.country if dialling.country in dialling.countries else min(dialling.countries)
    example = phonenumbers.example_number_for_type(country, PhoneNumberType.MOBILE)
    stem = phonenumbers.format_number(example, PhoneNumberFormat.E164) if example is not None else ""

    def of(number: int) -> str:
        digits = (place * SPREAD // streams + number) % SPREAD
        for free in FREE_DIGITS:
            candidate = f"{stem[:-free]}{digits % 10**free:0{free}}"
            if dialable(candidate, dialling) is not None:
                return candidate
        return stem

    return of
