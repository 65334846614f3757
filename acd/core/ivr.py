"""IVR: the journey of a contact through its flow. One prompt at a time, one key at a time.

A key during a prompt cuts it short (barge-in). A key during a greeting that leads to a menu already counts
for that menu, if it means something there: people who ring often do not wait.
"""

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.model.about import Topic
from acd.model.command import Play, StopPlayback
from acd.model.contact import Contact, Journey, Listening, Speaking, Travelled
from acd.model.fact import (
    ContactArrived,
    ContactEnded,
    Fact,
    FlowEnded,
    KeyMissed,
    KeyMistaken,
    KeyTaken,
    Overflowed,
    PromptBegan,
    PromptFailed,
    QueueChosen,
)
from acd.model.flow import Enqueue, Flow, Hangup, Menu, Say
from acd.model.ids import ContactId, FlowId, NodeId, PromptId, playback_of
from acd.model.message import KeyPressed, KeyTimedOut, PlaybackEnded, Resumed
from acd.model.needs import Needs, joined
from acd.model.queue import ToFlow


def _flow(contact: Contact, flow: FlowId, view: View) -> Flow:
    return view.policy_at(contact.policy_version).flows[flow]


def _speak(
    contact: Contact,
    at: Speaking | Listening,
    prompt: PromptId,
    view: View,
    facts: tuple[Fact, ...] = (),
    *,
    tries: int,
    then_menu: bool = False,
) -> Step[Speaking]:
    """Speak a prompt of the node that the journey is `at`; a prompt in progress is cut."""
    turn = at.turn + 1
    state = Speaking(
        flow=at.flow,
        node=at.node,
        tries=tries,
        turn=turn,
        needs=at.needs,
        about=at.about,
        playback=playback_of(contact.id, turn),
        then_menu=then_menu,
    )
    media = view.policy_at(contact.policy_version).sounds[prompt]
    cut = (StopPlayback(playback=at.playback),) if isinstance(at, Speaking) else ()
    return Step(
        state,
        facts=(*facts, PromptBegan(contact=contact.id, node=at.node, prompt=prompt)),
        commands=(*cut, Play(leg=contact.leg, playback=state.playback, media=media)),
    )


def _enter(
    contact: Contact,
    at: Speaking | Listening,
    node: NodeId,
    view: View,
    facts: tuple[Fact, ...] = (),
    *,
    adding: Needs = (),
    topic: Topic = Topic(),  # noqa: B008 - frozen
) -> Step[Speaking | Travelled]:
    """Go to a node of the flow and do what it says."""
    flow = _flow(contact, at.flow, view)
    needs = joined(at.needs, adding)
    about = at.about.told(topic)
    there = Listening(flow=at.flow, node=node, tries=0, turn=at.turn, needs=needs, about=about, until=0.0)
    cut = (StopPlayback(playback=at.playback),) if isinstance(at, Speaking) else ()
    step: Step[Speaking | Travelled]
    match flow.nodes[node]:
        case Say(prompt=prompt):
            step = _speak(contact, there, prompt, view, facts, tries=0)
        case Menu(prompt=prompt):
            step = _speak(contact, there, prompt, view, facts, tries=1)
        case Enqueue(queue=queue, needs=more):
            chosen = QueueChosen(contact=contact.id, queue=queue, needs=joined(needs, more), about=about)
            step = Step(Travelled(turn=at.turn), facts=(*facts, chosen))
        case Hangup():
            step = Step(Travelled(turn=at.turn), facts=(*facts, FlowEnded(contact=contact.id, node=node)))
    return Step(step.state, step.facts, (*cut, *step.commands))


def set_out(
    contact: Contact, state: Travelled, message: ContactArrived, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """The call has come in: enter the flow for this hour at its first node."""
    flow = _flow(contact, message.flow, view)
    gate = Listening(
        flow=flow.id, node=flow.start, tries=0, turn=state.turn, needs=(), about=message.about, until=0.0
    )
    return _enter(contact, gate, flow.start, view)


def set_out_again(
    contact: Contact, state: Travelled, message: Overflowed, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """A queue has sent the contact back into a flow, if not somewhere else."""
    if not isinstance(message.to, ToFlow):
        return Step(state)
    flow = _flow(contact, message.to.flow, view)
    gate = Listening(
        flow=flow.id,
        node=flow.start,
        tries=0,
        turn=state.turn,
        needs=message.needs,
        about=message.about,
        until=0.0,
    )
    return _enter(contact, gate, flow.start, view)


def _take_key(
    contact: Contact, state: Speaking | Listening, node: NodeId, key: str, view: View
) -> Step[Speaking | Travelled]:
    flow = _flow(contact, state.flow, view)
    menu = flow.nodes[node]
    assert isinstance(menu, Menu)
    choice = menu.choices[key]
    taken = KeyTaken(contact=contact.id, node=node, key=key)
    return _enter(contact, state, choice.next, view, (taken,), adding=choice.needs, topic=choice.topic)


def _try_again(
    contact: Contact, state: Speaking | Listening, menu: Menu, fact: KeyMistaken | KeyMissed, view: View
) -> Step[Speaking | Travelled]:
    if state.tries >= menu.tries:
        return _enter(contact, state, menu.otherwise, view, (fact,))
    remark = menu.wrong_key if isinstance(fact, KeyMistaken) else menu.no_key
    return _speak(contact, state, remark, view, (fact,), tries=state.tries, then_menu=True)


def press(
    contact: Contact, state: Speaking | Listening, message: KeyPressed, view: View, _at: float
) -> Step[Speaking | Travelled]:
    """A key: take the choice it stands for, or say that it stands for none.

    While that is being said, further keys without meaning are not heard: a flood of them moves nothing.
    """
    flow = _flow(contact, state.flow, view)
    node = flow.nodes[state.node]
    if isinstance(node, Menu) and message.key in node.choices:
        return _take_key(contact, state, state.node, message.key, view)
    if isinstance(node, Menu) and not (isinstance(state, Speaking) and state.then_menu):
        mistaken = KeyMistaken(contact=contact.id, node=state.node, key=message.key)
        return _try_again(contact, state, node, mistaken, view)
    assert isinstance(state, Speaking)
    ahead = flow.nodes[node.next] if isinstance(node, Say) else None
    if isinstance(node, Say) and isinstance(ahead, Menu) and message.key in ahead.choices:
        return _take_key(contact, state, node.next, message.key, view)
    return Step(state)


def finish_prompt(
    contact: Contact, state: Speaking, message: PlaybackEnded, view: View, at: float
) -> Step[Speaking | Listening | Travelled]:
    """A prompt has ended: go on. The end of an earlier one, cut short, means nothing."""
    if message.playback != state.playback:
        return Step(state)
    failed: tuple[Fact, ...] = (PromptFailed(contact=contact.id, node=state.node),) if message.failed else ()
    flow = _flow(contact, state.flow, view)
    match flow.nodes[state.node]:
        case Say(next=node):
            ended = Listening(
                flow=state.flow,
                node=state.node,
                tries=0,
                turn=state.turn,
                needs=state.needs,
                about=state.about,
                until=at,
            )
            return _enter(contact, ended, node, view, failed)
        case Menu() as menu if state.then_menu:
            listening = _listen(state, at)
            return _speak(contact, listening, menu.prompt, view, failed, tries=state.tries + 1)
        case Menu() as menu:
            return Step(_listen(state, at + menu.wait_s), facts=failed)
        case _:
            return Step(state)


def _listen(state: Speaking, until: float) -> Listening:
    return Listening(
        flow=state.flow,
        node=state.node,
        tries=state.tries,
        turn=state.turn,
        needs=state.needs,
        about=state.about,
        until=until,
    )


def miss_key(
    contact: Contact, state: Listening, _message: KeyTimedOut, view: View, at: float
) -> Step[Listening | Speaking | Travelled]:
    """No key came: say so and repeat, or go where the menu says. While Asterisk does not hear us, keys may
    well have been pressed: listen on.
    """
    flow = _flow(contact, state.flow, view)
    menu = flow.nodes[state.node]
    assert isinstance(menu, Menu)
    if not view.connected:
        return Step(msgspec.structs.replace(state, until=at + max(menu.wait_s, 1.0)))
    missed = KeyMissed(contact=contact.id, node=state.node)
    return _try_again(contact, state, menu, missed, view)


def speak_again(
    contact: Contact, state: Speaking, _message: Resumed, view: View, _at: float
) -> Step[Speaking]:
    """We may have missed the end of the prompt: speak the node's prompt from its beginning."""
    flow = _flow(contact, state.flow, view)
    node = flow.nodes[state.node]
    assert isinstance(node, Say | Menu)
    return _speak(contact, state, node.prompt, view, tries=state.tries)


def stop(
    _contact: Contact, state: Journey, _message: ContactEnded, _view: View, _at: float
) -> Step[Travelled]:
    """The contact is over; a prompt ends with the leg."""
    return Step(Travelled(turn=state.turn))


TABLE: Table = {
    (Travelled, ContactArrived): set_out,
    (Travelled, KeyPressed): stay,
    (Travelled, PlaybackEnded): late,
    (Travelled, KeyTimedOut): impossible,
    (Travelled, Overflowed): set_out_again,
    (Travelled, ContactEnded): stay,
    (Travelled, Resumed): stay,
    #
    (Speaking, ContactArrived): impossible,
    (Speaking, KeyPressed): press,
    (Speaking, PlaybackEnded): finish_prompt,
    (Speaking, KeyTimedOut): impossible,
    (Speaking, Overflowed): impossible,
    (Speaking, ContactEnded): stop,
    (Speaking, Resumed): speak_again,
    #
    (Listening, ContactArrived): impossible,
    (Listening, KeyPressed): press,
    (Listening, PlaybackEnded): late,
    (Listening, KeyTimedOut): miss_key,
    (Listening, Overflowed): impossible,
    (Listening, ContactEnded): stop,
    (Listening, Resumed): stay,
}


def _of_caller(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    contact = view.caller_of(message.leg)
    return (contact.id,) if contact else ()


def _of_playback(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    contact = view.contact_of_playback(message.playback)
    return (contact.id,) if contact else ()


def _contact(
    message: ContactArrived | Overflowed | ContactEnded | KeyTimedOut | Resumed, _: View
) -> tuple[ContactId]:
    return (message.contact,)


def _deadline(contact: Contact) -> tuple[float, KeyTimedOut] | None:
    journey = contact.journey
    return (journey.until, KeyTimedOut(contact=contact.id)) if isinstance(journey, Listening) else None


MACHINE = Machine(
    name="journey",
    record=Contact,
    part="journey",
    states=(Travelled, Speaking, Listening),
    routes={
        ContactArrived: _contact,
        KeyPressed: _of_caller,
        PlaybackEnded: _of_playback,
        KeyTimedOut: _contact,
        Overflowed: _contact,
        ContactEnded: _contact,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
