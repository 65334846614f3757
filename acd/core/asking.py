"""Asking: digits typed by a caller, and what they stand for: where somebody is, or whom somebody wants.

The first digit cuts the question short, like a key of a menu. What is typed counts when it is as long as it
may be, when ``#`` ends it, or when nothing more comes for a while; ``*`` begins anew.
"""

import msgspec

from acd.core.floor import View
from acd.core.geography import region_of_postal_code
from acd.core.machine import Step
from acd.core.travel import cut, enter, listen, try_again
from acd.model.about import About
from acd.model.contact import Contact, Listening, Speaking, Travelled
from acd.model.fact import DigitsMistaken, DigitsTaken, KeyMissed
from acd.model.flow import Ask, Meaning
from acd.model.ids import AgentId
from acd.model.policy import Policy


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
        return _understand(contact, state, ask, digits, view)
    if isinstance(state, Listening) and key == "*":
        return Step(listen(state, at + ask.wait_s))
    return Step(state)


def _add_digit(
    contact: Contact, state: Speaking | Listening, ask: Ask, digits: str, *, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    if len(digits) < ask.most:
        return Step(listen(state, at + ask.wait_s, digits), commands=cut(state))
    step = _understand(contact, state, ask, digits, view)
    if isinstance(step.state, Speaking):
        return msgspec.structs.replace(step, state=msgspec.structs.replace(step.state, hash_due=True))
    return step


def fall_silent(contact: Contact, state: Listening, ask: Ask, view: View) -> Step[Speaking | Travelled]:
    """No further digit has come: what there is counts."""
    if state.digits:
        return _understand(contact, state, ask, state.digits, view)
    return try_again(contact, state, ask, KeyMissed(contact=contact.id, node=state.node), view)


def _understand(
    contact: Contact, state: Speaking | Listening, ask: Ask, digits: str, view: View
) -> Step[Speaking | Travelled]:
    """Go on with what the digits stand for, or ask again."""
    about = _learnt(ask, digits, state.about, view.policy) if len(digits) >= ask.least else None
    if about is None:
        mistaken = DigitsMistaken(contact=contact.id, node=state.node, digits=digits)
        return try_again(contact, state, ask, mistaken, view)
    taken = DigitsTaken(
        contact=contact.id, node=state.node, digits=digits, region=about.region, wanted=about.wanted
    )
    return enter(contact, msgspec.structs.replace(state, about=about), ask.next, view, (taken,))


def _learnt(ask: Ask, digits: str, about: About, policy: Policy) -> About | None:
    """What is known with these digits, by the company as it is now; None: they stand for nothing."""
    match ask.means:
        case Meaning.POSTAL_CODE:
            region = region_of_postal_code(policy, digits)
            return msgspec.structs.replace(about, region=region) if region is not None else None
        case Meaning.EXTENSION:
            person = policy.agents.get(AgentId(digits))
            if person is None or person.outside is not None:
                return None
            return msgspec.structs.replace(about, wanted=person.id)
