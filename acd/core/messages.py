"""Voice messages: a caller speaks after a tone and hangs up; the contact takes a place in a line and waits
there for an agent, who listens to it (`acd.core.listening`).

It is the same contact, as old as the call. What is recorded is in the books before it is asked for. Of a
recording of which nothing is heard any more it is asked whether it is there: no message is lost because we
were away when it ended, and no caller is left with a tone and nobody who listens.
"""

from typing import TypeVar

import msgspec

from acd.core import listening
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.recording import LATE_S, LOOK_S, looked_for, spoken_s
from acd.core.view import View
from acd.model.about import About
from acd.model.command import Play, Record, StopMusic, StopPlayback
from acd.model.contact import Contact
from acd.model.fact import (
    ContactEnded,
    LegEnded,
    MessageChosen,
    MessageInvited,
    MessageLeft,
    MessageMissed,
    MessageTranscribed,
    OfferAnswered,
    Overflowed,
    PlaceRestored,
    QueueChosen,
    RecordingBegan,
)
from acd.model.ids import ContactId, LegId, OfferId, agent_leg_of, greeting_of, recording_of
from acd.model.leg import Side
from acd.model.message import KeyPressed, MessageRead, MessageTimedOut, PlaybackEnded, RecordingEnded, Resumed
from acd.model.needs import Needs, joined
from acd.model.queue import ToVoicemail
from acd.model.voice_message import (
    Invited,
    Kept,
    Listened,
    MessageBox,
    NoMessage,
    Note,
    Recording,
    Settled,
)

M = TypeVar("M", Kept, Listened, Settled)


def invite(
    contact: Contact, _state: NoMessage, message: MessageChosen, view: View, _at: float
) -> Step[Invited]:
    """The caller has chosen to."""
    rules = view.policy.boxes[message.box]
    return _invite(contact, rules, message.needs, message.about, view)


def invite_instead(
    contact: Contact, state: NoMessage, message: Overflowed, view: View, _at: float
) -> Step[NoMessage | Invited]:
    """A queue sends the caller to a box."""
    rules = view.policy.boxes.get(message.to.box) if isinstance(message.to, ToVoicemail) else None
    if rules is None:
        return Step(state)
    invited: Step[NoMessage | Invited] = _invite(contact, rules, message.needs, message.about, view)
    return invited


def _invite(contact: Contact, rules: MessageBox, needs: Needs, about: About, view: View) -> Step[Invited]:
    invited = MessageInvited(contact=contact.id, box=rules.box)
    state = Invited(
        rules=rules,
        needs=needs,
        about=about,
        leg=contact.customer_leg,
        playback=greeting_of(contact.id, 1),
    )
    media = view.spoken(rules.prompt, contact.language)
    assert media is not None
    play = Play(leg=state.leg, playback=state.playback, media=media)
    return Step(state, facts=(invited,), commands=(play,))


def greet_again(
    contact: Contact, state: Invited, _message: Resumed, view: View, at: float
) -> Step[Invited | Recording]:
    """We may have missed the end of it; and music of before may have been left on. Should the company have
    given up these words, the tone says it, too.
    """
    silence = (StopPlayback(playback=state.playback), StopMusic(leg=state.leg))
    media = view.spoken(state.rules.prompt, contact.language)
    if media is None:
        step = _record(contact, state, at)
        return Step(step.state, step.facts, (*silence, *step.commands))
    turn = state.turn + 1
    again = msgspec.structs.replace(state, turn=turn, playback=greeting_of(contact.id, turn))
    play = Play(leg=state.leg, playback=again.playback, media=media)
    return Step(again, commands=(*silence, play))


def hear_out(
    contact: Contact, state: Invited, message: PlaybackEnded, _view: View, at: float
) -> Step[Invited | Recording]:
    """All is said: the tone."""
    if message.playback != state.playback:
        return Step(state)
    begun: Step[Invited | Recording] = _record(contact, state, at)
    return begun


def hurry(contact: Contact, state: Invited, _message: KeyPressed, _view: View, at: float) -> Step[Recording]:
    """Any key of the caller: no need to say more."""
    step = _record(contact, state, at)
    stop = StopPlayback(playback=state.playback)
    return Step(step.state, step.facts, (stop, *step.commands))


def _record(contact: Contact, state: Invited, at: float) -> Step[Recording]:
    rules = state.rules
    recording = recording_of(contact.id, contact.arrived_at)
    record = Record(leg=state.leg, recording=recording, longest_s=rules.longest_s, silence_s=rules.silence_s)
    now = Recording(
        rules=rules,
        needs=state.needs,
        about=state.about,
        leg=state.leg,
        recording=recording,
        since=at,
        until=at + rules.longest_s + LATE_S,
    )
    return Step(now, facts=(RecordingBegan(contact=contact.id, recording=recording),), commands=(record,))


def forget(
    _contact: Contact, _state: Invited | Recording, _message: ContactEnded, _view: View, _at: float
) -> Step[NoMessage]:
    """The caller has gone before the tone; or there is no message."""
    return Step(NoMessage())


def lose_caller(
    _contact: Contact, state: Recording, message: LegEnded, _view: View, at: float
) -> Step[Recording]:
    """The caller has said what there was to say. What there is of it we are told, or ask. The end of another
    leg, of a phone that was to ring, means nothing.
    """
    if message.leg != state.leg:
        return Step(state)
    return Step(msgspec.structs.replace(state, gone_at=at, until=at + LOOK_S))


def look(
    _contact: Contact, state: Recording, message: MessageTimedOut | Resumed, view: View, at: float
) -> Step[Recording]:
    """Nothing was heard of it; or we were away, and music of before may have been left on: if we were killed
    when all was in the books and nothing of it asked for.
    """
    step = looked_for(state, view, at, is_late=isinstance(message, MessageTimedOut))
    if isinstance(message, MessageTimedOut) or state.gone_at is not None:
        return step
    return Step(step.state, commands=(StopMusic(leg=state.leg), *step.commands))


def keep(
    contact: Contact, state: Recording, message: RecordingEnded, _view: View, at: float
) -> Step[Recording | Kept | NoMessage]:
    """There is a message, which is work for a queue; or there is none. Who could not be recorded is led to
    Asterisk's own box.
    """
    if message.recording != state.recording:
        return Step(state)
    rules = state.rules
    if message.failed:
        box = rules.box if state.gone_at is None else None
        return Step(NoMessage(), facts=(MessageMissed(contact=contact.id, to_box=box),))
    ended_at = at if state.gone_at is None else state.gone_at
    length_s = spoken_s(message, state.since, ended_at)
    if length_s < rules.shortest_s:
        return Step(NoMessage(), facts=(MessageMissed(contact=contact.id),))
    left = MessageLeft(
        contact=contact.id, leg=state.leg, recording=state.recording, length_s=round(length_s, 3)
    )
    chosen = QueueChosen(
        contact=contact.id, queue=rules.queue, needs=joined(state.needs, rules.needs), about=state.about
    )
    note = Note(rules=rules, recording=state.recording, left_at=ended_at, length_s=left.length_s)
    return Step(Kept(note=note), facts=(left, chosen))


def read(contact: Contact, state: M, message: MessageRead, _view: View, _at: float) -> Step[M]:
    """A program has written it down."""
    note = msgspec.structs.replace(state.note, text=message.text)
    transcribed = MessageTranscribed(contact=contact.id, text=message.text)
    return Step(msgspec.structs.replace(state, note=note), facts=(transcribed,))


def end(_contact: Contact, state: Kept, _message: ContactEnded, _view: View, _at: float) -> Step[Settled]:
    """Nobody has closed it, and nobody will."""
    return Step(Settled(note=state.note))


TABLE: Table = {
    (NoMessage, MessageChosen): invite,
    (NoMessage, Overflowed): invite_instead,
    (NoMessage, RecordingEnded): late,
    (NoMessage, MessageTimedOut): impossible,
    (NoMessage, MessageRead): late,
    (NoMessage, OfferAnswered): stay,
    (NoMessage, PlaceRestored): stay,
    (NoMessage, PlaybackEnded): late,
    (NoMessage, KeyPressed): impossible,
    (NoMessage, LegEnded): stay,
    (NoMessage, ContactEnded): stay,
    (NoMessage, Resumed): stay,
    #
    (Invited, MessageChosen): impossible,
    (Invited, Overflowed): impossible,
    (Invited, RecordingEnded): impossible,
    (Invited, MessageTimedOut): impossible,
    (Invited, MessageRead): impossible,
    (Invited, OfferAnswered): impossible,
    (Invited, PlaceRestored): impossible,
    (Invited, PlaybackEnded): hear_out,
    (Invited, KeyPressed): hurry,
    (Invited, LegEnded): stay,
    (Invited, ContactEnded): forget,
    (Invited, Resumed): greet_again,
    #
    (Recording, MessageChosen): impossible,
    (Recording, Overflowed): impossible,
    (Recording, RecordingEnded): keep,
    (Recording, MessageTimedOut): look,
    (Recording, MessageRead): impossible,
    (Recording, OfferAnswered): impossible,
    (Recording, PlaceRestored): impossible,
    (Recording, PlaybackEnded): late,
    (Recording, KeyPressed): impossible,
    (Recording, LegEnded): lose_caller,
    (Recording, ContactEnded): impossible,
    (Recording, Resumed): look,
    #
    (Kept, MessageChosen): impossible,
    (Kept, Overflowed): stay,
    (Kept, RecordingEnded): late,
    (Kept, MessageTimedOut): impossible,
    (Kept, MessageRead): read,
    (Kept, OfferAnswered): listening.begin,
    (Kept, PlaceRestored): listening.give_up,
    (Kept, PlaybackEnded): late,
    (Kept, KeyPressed): impossible,
    (Kept, LegEnded): stay,
    (Kept, ContactEnded): end,
    (Kept, Resumed): stay,
    #
    (Listened, MessageChosen): impossible,
    (Listened, Overflowed): impossible,
    (Listened, RecordingEnded): late,
    (Listened, MessageTimedOut): impossible,
    (Listened, MessageRead): read,
    (Listened, OfferAnswered): impossible,
    (Listened, PlaceRestored): impossible,
    (Listened, PlaybackEnded): listening.go_on,
    (Listened, KeyPressed): listening.press,
    (Listened, LegEnded): listening.lose_agent,
    (Listened, ContactEnded): impossible,
    (Listened, Resumed): listening.say_again,
    #
    (Settled, MessageChosen): impossible,
    (Settled, Overflowed): stay,
    (Settled, RecordingEnded): late,
    (Settled, MessageTimedOut): impossible,
    (Settled, MessageRead): read,
    (Settled, OfferAnswered): stay,
    (Settled, PlaceRestored): stay,
    (Settled, PlaybackEnded): late,
    (Settled, KeyPressed): impossible,
    (Settled, LegEnded): stay,
    (Settled, ContactEnded): stay,
    (Settled, Resumed): stay,
}


def _contact(
    message: MessageChosen
    | Overflowed
    | OfferAnswered
    | PlaceRestored
    | MessageTimedOut
    | MessageRead
    | LegEnded
    | ContactEnded
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _of_recording(message: RecordingEnded, _: View) -> tuple[ContactId]:
    return (ContactId(message.recording.split("-", 2)[2]),)


def _of_playback(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    """What a caller is told before the tone, or an agent who listens hears."""
    contact, said, _ = message.playback.rpartition("-g")
    if said:
        return (ContactId(contact),)
    offer, heard, _ = message.playback.rpartition("-m")
    return _listened_by(agent_leg_of(OfferId(offer)), view) if heard else ()


def _of_line(message: KeyPressed, view: View) -> tuple[ContactId, ...]:
    caller = view.caller_of(message.leg)
    if caller is not None:
        invited = isinstance(caller.message, Invited) and caller.message.leg == message.leg
        return (caller.id,) if invited else ()
    return _listened_by(message.leg, view)


def _listened_by(agent_leg: LegId, view: View) -> tuple[ContactId, ...]:
    """The contact to whose message the agent on this leg listens."""
    leg = view.leg(agent_leg)
    contact = view.contact(leg.contact) if leg is not None and leg.side is Side.AGENT else None
    listens = contact is not None and isinstance(contact.message, Listened)
    return (contact.id,) if contact is not None and listens else ()


def _deadline(contact: Contact) -> tuple[float, MessageTimedOut] | None:
    state = contact.message
    return (state.until, MessageTimedOut(contact=contact.id)) if isinstance(state, Recording) else None


MACHINE = Machine(
    name="message",
    record=Contact,
    part="message",
    states=(NoMessage, Invited, Recording, Kept, Listened, Settled),
    routes={
        MessageChosen: _contact,
        Overflowed: _contact,
        RecordingEnded: _of_recording,
        MessageTimedOut: _contact,
        MessageRead: _contact,
        OfferAnswered: _contact,
        PlaceRestored: _contact,
        PlaybackEnded: _of_playback,
        KeyPressed: _of_line,
        LegEnded: _contact,
        ContactEnded: _contact,
        Resumed: _contact,
    },
    table=TABLE,
    deadline=_deadline,
)
