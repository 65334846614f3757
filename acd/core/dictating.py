"""Dictating: on the way through a flow a caller says what it is about, for the agent who will call.

The steps of the journey (`acd.core.ivr`) at a node `record_note`. Whoever waits in a line keeps the place
meanwhile; what is being said when an agent answers is dropped, for it can be said to the agent now. Who hangs
up has said it: most people end a message like that.
"""

from typing import TypeVar

import msgspec

from acd.core.machine import Step
from acd.core.recording import LATE_S, looked_for, spoken_s
from acd.core.travel import TONE, agreement, cut, enter, listen, node_of
from acd.core.view import View
from acd.model.command import Play, Record
from acd.model.contact import Contact, Dictating, Listening, OnTheWay, Speaking, Travelled
from acd.model.fact import (
    CustomerMissed,
    CustomerParted,
    Fact,
    FlowEnded,
    LegEnded,
    NoteBegan,
    NoteCutShort,
    NoteLeft,
    NoteMissed,
)
from acd.model.flow import CallBack, RecordNote
from acd.model.ids import note_of, playback_of
from acd.model.message import NoteTimedOut, RecordingEnded, Resumed

D = TypeVar("D", Speaking, Dictating)

SHORTEST_S = 1.5
"""Less than so many seconds of speech are no note. Asterisk counts whole ones, and one of silence, too."""


def hurry(contact: Contact, state: Speaking) -> Step[Speaking]:
    """Any key: no need to say more than the tone. To another one while it sounds nobody listens."""
    if state.tries:
        return Step(state)
    turn = state.turn + 1
    now = msgspec.structs.replace(state, turn=turn, tries=1, playback=playback_of(contact.id, turn))
    play = Play(leg=contact.customer_leg, playback=now.playback, media=TONE)
    return Step(now, commands=(*cut(state), play))


def dictate(
    contact: Contact, state: Listening, node: RecordNote, at: float, facts: tuple[Fact, ...]
) -> Step[Dictating]:
    """The tone has sounded: record."""
    turn = state.turn + 1
    now = Dictating(
        version=state.version,
        flow=state.flow,
        node=state.node,
        tries=state.tries,
        turn=turn,
        needs=state.needs,
        about=state.about,
        recording=note_of(contact.id, contact.arrived_at, turn),
        since=at,
        until=at + node.longest_s + LATE_S,
    )
    record = Record(
        leg=contact.customer_leg,
        recording=now.recording,
        longest_s=node.longest_s,
        silence_s=node.silence_s,
        had_tone=True,
    )
    began = NoteBegan(contact=contact.id, recording=now.recording)
    return Step(now, facts=(*facts, began), commands=(record,))


def finish(
    contact: Contact, state: Dictating, message: RecordingEnded, view: View, at: float
) -> Step[Dictating | Speaking | Travelled]:
    """The caller has said it; or nothing; or it could not be recorded."""
    if message.recording != state.recording:
        return Step(state)
    node = node_of(state, view)
    assert isinstance(node, RecordNote)
    length_s = spoken_s(message, state.since, at)
    further = listen(state, at)
    if message.failed or length_s < SHORTEST_S:
        missed = NoteMissed(contact=contact.id, recording=state.recording, failed=message.failed)
        return enter(contact, further, node.otherwise, view, (missed,))
    left = NoteLeft(contact=contact.id, recording=state.recording, length_s=round(length_s, 3))
    return enter(contact, further, node.next, view, (left,))


def agreed_by_leaving(contact: Contact, view: View) -> tuple[Fact, ...]:
    """What follows where somebody hangs up who has chosen to be called back, and has only not said to the end
    what it is about. Nothing: that was not chosen yet, or is agreed already, or cannot be.
    """
    state = contact.journey
    if not isinstance(state, OnTheWay) or contact.is_held:
        return ()
    node = node_of(state, view)
    if not isinstance(node, RecordNote):
        return ()
    following = view.policy_at(state.version).flows[state.flow].nodes[node.next]
    return agreement(contact, state, following, view) if isinstance(following, CallBack) else ()


def hang_up(contact: Contact, state: D, message: LegEnded, view: View, _at: float) -> Step[D]:
    """As if the caller had spoken to the end, and heard good-bye."""
    if message.leg != contact.customer_leg:
        return Step(state)
    agreed: tuple[Fact, ...] = agreed_by_leaving(contact, view)
    if not agreed:
        return Step(state)
    return Step(state, facts=(*agreed, FlowEnded(contact=contact.id, node=state.node)))


def be_cut_short(
    contact: Contact, state: Dictating, _message: CustomerParted | CustomerMissed, _view: View, _at: float
) -> Step[Travelled]:
    """The customer is on no line any more. Asterisk keeps what was said until then."""
    cut_short = NoteCutShort(contact=contact.id, recording=state.recording, since=state.since)
    return Step(Travelled(turn=state.turn), facts=(cut_short,))


def look(
    _contact: Contact, state: Dictating, message: NoteTimedOut | Resumed, view: View, at: float
) -> Step[Dictating]:
    """Nothing was heard of it, or we were away."""
    return looked_for(state, view, at, is_late=isinstance(message, NoteTimedOut))
