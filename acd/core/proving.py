"""Proving: whether a person has taken a call to a customer. What answers a line may be a machine, and only a
key or an agent can tell. Steps of the room of callbacks; no machine.
"""

import msgspec

from acd.core.dialling import miss
from acd.core.machine import Step
from acd.core.view import View
from acd.model.callback import Closed, Dialled, Miss, PickedUp, Reached, Resting
from acd.model.command import Play, StopPlayback
from acd.model.contact import Contact
from acd.model.fact import CallPickedUp, CustomerReached, LegCameUp, LegEnded, MachineHeard
from acd.model.ids import word_of
from acd.model.message import CallbackTimedOut, KeyPressed, PlaybackEnded, Resumed


def be_picked_up(
    contact: Contact, state: Dialled, _message: LegCameUp, view: View, at: float
) -> Step[PickedUp | Reached]:
    """Somebody has answered, or something has: whoever it is, is asked to press a key. Without that the agent
    will hear who.
    """
    check = view.callback_rules(contact).person
    if check is None:
        reached = CustomerReached(contact=contact.id, leg=state.leg)
        return Step(Reached(order=state.order, leg=state.leg), facts=(reached,))
    picked_up = PickedUp(order=state.order, leg=state.leg, check=check, said=1, turn=0)
    step = _say(contact, picked_up, view, at)
    return Step(step.state, (CallPickedUp(contact=contact.id, leg=state.leg),), step.commands)


def _say(contact: Contact, state: PickedUp, view: View, at: float) -> Step[PickedUp]:
    """Say the word from its beginning. Where there is none any more, only the key is waited for."""
    turn = state.turn + 1
    media = view.spoken(state.check.prompt, contact.language)
    now = msgspec.structs.replace(state, turn=turn, until=at + state.check.wait_s if media is None else None)
    if media is None:
        return Step(now)
    return Step(now, commands=(Play(leg=state.leg, playback=word_of(state.leg, turn), media=media),))


def _say_again(contact: Contact, state: PickedUp, view: View, at: float, *, counts: bool) -> Step[PickedUp]:
    """Once more; what was being said is cut."""
    said = state.said + 1 if counts else state.said
    step = _say(contact, msgspec.structs.replace(state, said=said), view, at)
    return Step(step.state, commands=(*_cut(state), *step.commands))


def _cut(state: PickedUp) -> tuple[StopPlayback, ...]:
    return () if state.until is not None else (StopPlayback(playback=word_of(state.leg, state.turn)),)


def hear_out(
    _contact: Contact, state: PickedUp, message: PlaybackEnded, _view: View, at: float
) -> Step[PickedUp]:
    """The word was said: now the key."""
    if message.playback != word_of(state.leg, state.turn) or state.until is not None:
        return Step(state)
    return Step(msgspec.structs.replace(state, until=at + state.check.wait_s))


def prove(
    contact: Contact, state: PickedUp, message: KeyPressed, view: View, at: float
) -> Step[PickedUp | Reached]:
    """A key. After a wrong one the word is said once more, as often as it is said at all."""
    if message.key == state.check.key:
        reached = CustomerReached(contact=contact.id, leg=state.leg, confirmed=True)
        return Step(Reached(order=state.order, leg=state.leg, confirmed=True), (reached,), _cut(state))
    if state.said >= state.check.times:
        return Step(state)
    return _say_again(contact, state, view, at, counts=True)


def wait_in_vain(
    contact: Contact, state: PickedUp, _message: CallbackTimedOut, view: View, at: float
) -> Step[PickedUp | Resting | Closed]:
    """No key: a machine, as far as anybody can tell. While Asterisk does not hear us one may have come."""
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + state.check.wait_s))
    if state.said < state.check.times:
        return _say_again(contact, state, view, at, counts=True)
    return miss(contact, state, state.leg, Miss.VOICEMAIL, view=view, at=at)


def be_unmasked(
    contact: Contact, state: Reached, _message: MachineHeard, view: View, at: float
) -> Step[Resting | Closed]:
    """The agent hears a machine where the customer should be."""
    return miss(contact, state, state.leg, Miss.VOICEMAIL, view=view, at=at)


def lose_line(
    contact: Contact, state: PickedUp, message: LegEnded, view: View, at: float
) -> Step[PickedUp | Resting | Closed]:
    """Whoever it was has hung up, or the line was lost. An earlier one may end late."""
    if message.leg != state.leg:
        return Step(state)
    return miss(contact, state, state.leg, Miss.UNKNOWN if message.lost else Miss.HUNG_UP, view=view, at=at)


def lose_customer(
    contact: Contact, state: Reached, message: LegEnded, view: View, at: float
) -> Step[Reached | Resting | Closed]:
    """The line of a customer who was there and has talked with nobody yet has vanished while we were away:
    that was not the call that was promised. Who is seen to hang up is gone.
    """
    if message.leg != state.leg or not message.lost or not contact.is_owed_a_talk:
        return Step(state)
    return miss(contact, state, state.leg, Miss.UNKNOWN, view=view, at=at)


def say_again(contact: Contact, state: PickedUp, _message: Resumed, view: View, at: float) -> Step[PickedUp]:
    """After a gap nobody knows what was heard, nor whether the key was pressed: ask once more. The line is
    there still, so nobody is dialled again.
    """
    return _say_again(contact, state, view, at, counts=False)
