"""Asking: digits typed by a caller, and what they stand for: where somebody is, whom somebody wants, at which
number to call back, or when.

The first digit cuts the question short, like a key of a menu. What is typed counts when it is as long as it
may be, when ``#`` ends it, or when nothing more comes for a while; ``*`` begins anew. The length of a
telephone number says nothing: it has to be ended.
"""

import msgspec

from acd.core.callback_number import entered
from acd.core.geography import region_of_postal_code
from acd.core.machine import Step
from acd.core.travel import cut, enter, listen, try_again
from acd.core.view import View
from acd.model.about import About, ClockTime
from acd.model.contact import Contact, Listening, Speaking, Travelled
from acd.model.fact import DigitsMistaken, DigitsTaken, KeyMissed, NumberEntered
from acd.model.flow import Ask, Meaning
from acd.model.ids import AgentId


def type_key(
    contact: Contact, state: Speaking | Listening, ask: Ask, key: str, *, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    """One key more. While something is being said, only digits are heard."""
    digits = state.digits if isinstance(state, Listening) else ""
    if key.isdecimal():
        if isinstance(state, Speaking) and state.then_menu:  # the question was not put again, but is answered
            state = msgspec.structs.replace(state, tries=state.tries + 1)
        return _add_digit(contact, state, ask, digits + key, view=view, at=at)
    if isinstance(state, Listening) and key == "#":
        return _understand(contact, state, ask, digits, view=view, at=at)
    if isinstance(state, Listening) and key == "*":
        return Step(listen(state, at + ask.wait_s))
    return Step(state)


def _add_digit(
    contact: Contact, state: Speaking | Listening, ask: Ask, digits: str, *, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    if ask.means is Meaning.PHONE_NUMBER:  # one with a digit too many is another number, not a longer one
        return Step(listen(state, at + ask.wait_s, digits[: ask.most + 1]), commands=cut(state))
    if len(digits) < ask.most:
        return Step(listen(state, at + ask.wait_s, digits), commands=cut(state))
    step = _understand(contact, state, ask, digits, view=view, at=at)
    if isinstance(step.state, Speaking):
        return msgspec.structs.replace(step, state=msgspec.structs.replace(step.state, hash_due=True))
    return step


def fall_silent(
    contact: Contact, state: Listening, ask: Ask, *, view: View, at: float
) -> Step[Speaking | Travelled]:
    """No further digit has come: what there is counts."""
    if state.digits:
        return _understand(contact, state, ask, state.digits, view=view, at=at)
    return try_again(contact, state, ask, KeyMissed(contact=contact.id, node=state.node), view)


def _understand(
    contact: Contact, state: Speaking | Listening, ask: Ask, digits: str, *, view: View, at: float
) -> Step[Speaking | Travelled]:
    """Go on with what the digits stand for, or ask again."""
    about = (
        _learnt(ask, digits, state.about, view=view, at=at) if ask.least <= len(digits) <= ask.most else None
    )
    if about is None:
        mistaken = DigitsMistaken(contact=contact.id, node=state.node, digits=digits)
        return try_again(contact, state, ask, mistaken, view)
    taken = _taken(contact, state, ask, digits, about)
    return enter(contact, msgspec.structs.replace(state, about=about), ask.next, view, (taken,))


def _taken(
    contact: Contact, state: Speaking | Listening, ask: Ask, digits: str, about: About
) -> DigitsTaken | NumberEntered:
    """What was understood."""
    if ask.means is Meaning.PHONE_NUMBER and about.entered is not None:
        number = about.entered.number
        return NumberEntered(contact=contact.id, node=state.node, digits=digits, number=number)
    return DigitsTaken(
        contact=contact.id, node=state.node, digits=digits, region=about.region, wanted=about.wanted
    )


def _learnt(ask: Ask, digits: str, about: About, *, view: View, at: float) -> About | None:
    """What is known with these digits, by the company as it is now; None: they stand for nothing."""
    match ask.means:
        case Meaning.PHONE_NUMBER:
            number = entered(digits, about, view)
            return msgspec.structs.replace(about, entered=number) if number is not None else None
        case Meaning.TIME:
            hour, minute = divmod(int(digits), 100)
            if hour > 23 or minute > 59:
                return None
            return msgspec.structs.replace(about, call_at=ClockTime(minute=60 * hour + minute, said_at=at))
        case Meaning.POSTAL_CODE:
            region = region_of_postal_code(view.policy, digits)
            return msgspec.structs.replace(about, region=region) if region is not None else None
        case Meaning.EXTENSION:
            person = view.policy.agents.get(AgentId(digits))
            if person is None or person.outside is not None:
                return None
            return msgspec.structs.replace(about, wanted=person.id)
