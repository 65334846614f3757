"""IVR: the journey of a contact through its flow. One prompt at a time, one key at a time.

A key during a prompt cuts it short (barge-in). A key during a greeting that leads to a menu or a question
already counts there, if it means something: people who ring often do not wait.
"""

from typing import TypeVar

import msgspec

from acd.core import asking, dictating
from acd.core.callback_number import is_settled
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.travel import at_start, begin, cut, enter, listen, node_of, speak, try_again
from acd.core.view import View
from acd.core.voice_notes import of_note
from acd.model.command import StopMusic, StopPlayback
from acd.model.contact import (
    Contact,
    Dictating,
    Elsewhere,
    Journey,
    Listening,
    OnTheWay,
    Queued,
    Speaking,
    Travelled,
)
from acd.model.fact import (
    CallbackProposed,
    ContactArrived,
    ContactEnded,
    CustomerMissed,
    CustomerParted,
    Fact,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    LegEnded,
    MenuOpened,
    OfferAnswered,
    Overflowed,
    PromptFailed,
)
from acd.model.flow import Ask, Menu, RecordNote, Say
from acd.model.ids import ContactId, FlowId, NodeId, playback_of
from acd.model.message import (
    KeyPressed,
    KeyTimedOut,
    NoteTimedOut,
    PlaybackEnded,
    RecordingEnded,
    Resumed,
)
from acd.model.needs import joined
from acd.model.policy import Policy
from acd.model.queue import ToFlow, ToQueue

J = TypeVar("J", Speaking, Listening, Dictating)


def set_out(
    contact: Contact, _state: Travelled, message: ContactArrived, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """The call has come in: enter the flow for this hour at its first node."""
    came_under = view.policy_at(contact.policy_version)
    return begin(contact, message.flow, came_under, view, needs=(), about=message.about)


def turn_to(
    contact: Contact, state: Travelled, message: KeyPressed, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """A key while waiting: it counts in the menu of the queue already, if it means something there."""
    place = contact.place
    queue = view.queue(place.queue, contact.policy_version) if isinstance(place, Queued) else None
    if queue is None or queue.menu is None or not isinstance(place, Queued):
        return Step(state)
    if isinstance(contact.waiting_room, Elsewhere):  # by this key the customer has come to the line
        return Step(state)
    gate = _gate(contact, place, queue.menu, view)
    menu = node_of(gate, view)
    if isinstance(menu, Menu) and message.key in menu.choices:
        return _opened(contact, gate, _take_key(contact, gate, menu, message.key, view))
    return _opened(contact, gate, enter(contact, gate, gate.node, view))


def be_offered(
    contact: Contact, _state: Travelled, message: CallbackProposed, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """Somebody who waits is offered a callback: as if he or she had asked for that."""
    place = contact.place
    assert isinstance(place, Queued)
    gate = _gate(contact, place, message.flow, view)
    return _opened(contact, gate, enter(contact, gate, gate.node, view))


def _gate(contact: Contact, place: Queued, flow: FlowId, view: View) -> Listening:
    """Before a flow for those who wait."""
    policy = _with_flow(flow, contact, view)
    return at_start(contact, flow, policy, needs=place.own_needs, about=place.about)


def _opened(
    contact: Contact, gate: Listening, begun: Step[Speaking | Travelled]
) -> Step[Speaking | Travelled]:
    """From the music into that flow."""
    opened = MenuOpened(contact=contact.id, flow=gate.flow)
    silence = StopMusic(leg=contact.customer_leg)  # before anything is said
    return Step(begun.state, facts=(opened, *begun.facts), commands=(silence, *begun.commands))


def be_answered(
    _contact: Contact, state: OnTheWay, _message: OfferAnswered, _view: View, _at: float
) -> Step[Travelled]:
    """An agent is there, for somebody who looked into the menu meanwhile."""
    return Step(Travelled(turn=state.turn), commands=cut(state))


def be_sent_on(
    contact: Contact, state: J, message: Overflowed, view: View, _at: float
) -> Step[J | Speaking | Travelled]:
    """The queue gives up somebody who looks into its menu. In the next queue that goes on."""
    match message.to:
        case ToQueue():
            return Step(state)
        case ToFlow(flow=flow):
            policy = _with_flow(flow, contact, view)
            begun: Step[Speaking | Travelled] = begin(
                contact, flow, policy, view, needs=message.needs, about=message.about
            )
            return Step(begun.state, facts=begun.facts, commands=(*cut(state), *begun.commands))
        case _:
            return Step(Travelled(turn=state.turn), commands=cut(state))


def _with_flow(flow: FlowId, contact: Contact, view: View) -> Policy:
    """Queues go by the version in force; one that has been removed, by the version the contact came under."""
    return view.policy if flow in view.policy.flows else view.policy_at(contact.policy_version)


def set_out_again(
    contact: Contact, state: Travelled, message: Overflowed, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """A queue has sent the contact back into a flow, if not somewhere else."""
    if not isinstance(message.to, ToFlow):
        return Step(state)
    policy = _with_flow(message.to.flow, contact, view)
    return begin(contact, message.to.flow, policy, view, needs=message.needs, about=message.about)


def _take_key(
    contact: Contact, state: Speaking | Listening, menu: Menu, key: str, view: View
) -> Step[Speaking | Travelled]:
    choice = menu.choices[key]
    taken = KeyTaken(contact=contact.id, node=state.node, key=key)
    wiser = msgspec.structs.replace(
        state, needs=joined(state.needs, choice.needs), about=state.about.told(choice.topic)
    )
    return enter(contact, wiser, choice.next, view, (taken,))


def _press_in_menu(
    contact: Contact, state: Speaking | Listening, menu: Menu, key: str, view: View
) -> Step[Speaking | Travelled]:
    if key in menu.choices:
        return _take_key(contact, state, menu, key, view)
    if isinstance(state, Speaking) and state.then_menu:
        return Step(state)
    mistaken = KeyMistaken(contact=contact.id, node=state.node, key=key)
    return try_again(contact, state, menu, mistaken, view)


def _press_ahead(
    contact: Contact, state: Speaking, node: NodeId, key: str, *, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    """A key during a greeting, for what comes after it."""
    there = msgspec.structs.replace(state, node=node, tries=1)
    match node_of(there, view):
        case Menu() as menu if key in menu.choices:
            return _take_key(contact, there, menu, key, view)
        case Ask() as ask if key.isdecimal() and not is_settled(ask, state.about):
            return asking.type_key(contact, there, ask, key, view=view, at=at)
        case _:
            return Step(state)


def press(
    contact: Contact, state: Speaking | Listening, message: KeyPressed, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    """A key: take the choice it stands for, or say that it stands for none.

    While that is being said, further keys without meaning are not heard: a flood of them moves nothing. Nor
    is the ``#`` of somebody who ends digits that needed no end.
    """
    key = message.key
    if isinstance(state, Speaking) and state.hash_due and key == "#":
        return Step(msgspec.structs.replace(state, hash_due=False))
    match node_of(state, view):
        case Menu() as menu:
            return _press_in_menu(contact, state, menu, key, view)
        case Ask() as ask:
            return asking.type_key(contact, state, ask, key, view=view, at=at)
        case Say(next=node) if isinstance(state, Speaking):
            return _press_ahead(contact, state, node, key, view=view, at=at)
        case RecordNote() if isinstance(state, Speaking):
            return dictating.hurry(contact, state)
        case _:
            return Step(state)


def finish_prompt(
    contact: Contact, state: Speaking, message: PlaybackEnded, view: View, at: float
) -> Step[OnTheWay | Travelled]:
    """A prompt has ended: go on. The end of an earlier one, cut short, means nothing."""
    if message.playback != state.playback:
        return Step(state)
    failed: tuple[Fact, ...] = (PromptFailed(contact=contact.id, node=state.node),) if message.failed else ()
    match node_of(state, view):
        case Say(next=node):
            return enter(contact, listen(state, at), node, view, failed)
        case RecordNote() as note:
            return dictating.dictate(contact, listen(state, at), note, at, failed)
        case (Menu() | Ask()) as node if state.then_menu:
            return speak(contact, listen(state, at), node.prompt, view, failed, tries=state.tries + 1)
        case (Menu() | Ask()) as node:
            return Step(listen(state, at + node.wait_s), facts=failed)
        case _:
            return Step(state)


def miss_key(
    contact: Contact, state: Listening, _message: KeyTimedOut, view: View, at: float
) -> Step[Listening | Speaking | Travelled]:
    """No key came: say so and repeat, or go where the node says. While Asterisk does not hear us, keys may
    well have been pressed: listen on.
    """
    node = node_of(state, view)
    assert isinstance(node, Menu | Ask)
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + max(node.wait_s, 1.0)))
    if isinstance(node, Ask):
        return asking.fall_silent(contact, state, node, view=view, at=at)
    return try_again(contact, state, node, KeyMissed(contact=contact.id, node=state.node), view)


def speak_again(
    contact: Contact, state: Speaking, _message: Resumed, view: View, _at: float
) -> Step[Speaking]:
    """We may have missed the end of the prompt: speak the node's prompt from its beginning. The one before
    may be heard still, should it have been cut short while nobody could stop it.
    """
    node = node_of(state, view)
    assert isinstance(node, Say | Menu | Ask | RecordNote)
    tries = 0 if isinstance(node, RecordNote) else state.tries
    again = speak(contact, state, node.prompt, view, tries=tries)
    earlier = StopPlayback(playback=playback_of(contact.id, state.turn - 1))
    return msgspec.structs.replace(again, commands=(earlier, *again.commands)) if state.turn > 1 else again


def stop(
    _contact: Contact,
    state: Journey,
    _message: ContactEnded | CustomerParted | CustomerMissed,
    _view: View,
    _at: float,
) -> Step[Travelled]:
    """The contact is over, or on no line any more; a prompt ends with the leg."""
    return Step(Travelled(turn=state.turn))


TABLE: Table = {
    (Travelled, ContactArrived): set_out,
    (Travelled, KeyPressed): turn_to,
    (Travelled, PlaybackEnded): late,
    (Travelled, KeyTimedOut): impossible,
    (Travelled, Overflowed): set_out_again,
    (Travelled, OfferAnswered): stay,
    (Travelled, CallbackProposed): be_offered,
    (Travelled, LegEnded): stay,
    (Travelled, CustomerParted): stay,
    (Travelled, CustomerMissed): stay,
    (Travelled, ContactEnded): stay,
    (Travelled, Resumed): stay,
    (Travelled, RecordingEnded): late,
    (Travelled, NoteTimedOut): impossible,
    #
    (Speaking, ContactArrived): impossible,
    (Speaking, KeyPressed): press,
    (Speaking, PlaybackEnded): finish_prompt,
    (Speaking, KeyTimedOut): impossible,
    (Speaking, Overflowed): be_sent_on,
    (Speaking, OfferAnswered): be_answered,
    (Speaking, CallbackProposed): impossible,
    (Speaking, LegEnded): dictating.hang_up,
    (Speaking, CustomerParted): stop,
    (Speaking, CustomerMissed): stop,
    (Speaking, ContactEnded): stop,
    (Speaking, Resumed): speak_again,
    (Speaking, RecordingEnded): late,
    (Speaking, NoteTimedOut): impossible,
    #
    (Listening, ContactArrived): impossible,
    (Listening, KeyPressed): press,
    (Listening, PlaybackEnded): late,
    (Listening, KeyTimedOut): miss_key,
    (Listening, Overflowed): be_sent_on,
    (Listening, OfferAnswered): be_answered,
    (Listening, CallbackProposed): impossible,
    (Listening, LegEnded): stay,
    (Listening, CustomerParted): impossible,
    (Listening, CustomerMissed): stop,
    (Listening, ContactEnded): stop,
    (Listening, Resumed): stay,
    (Listening, RecordingEnded): late,
    (Listening, NoteTimedOut): impossible,
    #
    (Dictating, ContactArrived): impossible,
    (Dictating, KeyPressed): stay,
    (Dictating, PlaybackEnded): late,
    (Dictating, KeyTimedOut): impossible,
    (Dictating, Overflowed): be_sent_on,
    (Dictating, OfferAnswered): be_answered,
    (Dictating, CallbackProposed): impossible,
    (Dictating, LegEnded): dictating.hang_up,
    (Dictating, CustomerParted): dictating.be_cut_short,
    (Dictating, CustomerMissed): dictating.be_cut_short,
    (Dictating, ContactEnded): stop,
    (Dictating, Resumed): dictating.look,
    (Dictating, RecordingEnded): dictating.finish,
    (Dictating, NoteTimedOut): dictating.look,
}


def _of_caller(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    """Not by a key on a line that the customer has left, to be called back."""
    contact = view.caller_of(message.leg)
    there = contact is not None and message.leg == contact.customer_leg and not contact.is_away
    return (contact.id,) if contact is not None and there else ()


def _of_playback(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    contact = view.contact_of_playback(message.playback)
    return (contact.id,) if contact else ()


def _contact(
    message: ContactArrived
    | Overflowed
    | OfferAnswered
    | CallbackProposed
    | LegEnded
    | CustomerParted
    | CustomerMissed
    | ContactEnded
    | KeyTimedOut
    | NoteTimedOut
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _deadline(contact: Contact) -> tuple[float, KeyTimedOut | NoteTimedOut] | None:
    match contact.journey:
        case Listening(until=until):
            return until, KeyTimedOut(contact=contact.id)
        case Dictating(until=until):
            return until, NoteTimedOut(contact=contact.id)
        case _:
            return None


MACHINE = Machine(
    name="journey",
    record=Contact,
    part="journey",
    states=(Travelled, Speaking, Listening, Dictating),
    routes={
        ContactArrived: _contact,
        KeyPressed: _of_caller,
        PlaybackEnded: _of_playback,
        KeyTimedOut: _contact,
        NoteTimedOut: _contact,
        RecordingEnded: of_note,
        Overflowed: _contact,
        OfferAnswered: _contact,
        CallbackProposed: _contact,
        LegEnded: _contact,
        CustomerParted: _contact,
        CustomerMissed: _contact,
        ContactEnded: _contact,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
