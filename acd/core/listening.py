"""Listening: an agent who has answered for a voice message hears it, and says by a key what becomes of it.

The steps of the machine in `acd.core.messages` that are about an agent. First it is said what the keys mean,
then the message, and both again; whoever has heard it so often and pressed nothing is let go. A key that
cannot be obeyed lets the words about the keys be said again: so the agent hears that it was not.
"""

import msgspec

from acd.core.machine import Step
from acd.core.numbers import dialable
from acd.core.view import View
from acd.model.command import Play, SteerPlayback, StopPlayback
from acd.model.contact import Contact, InQueue
from acd.model.fact import (
    LegEnded,
    MessageClosed,
    MessageGivenUp,
    MessagePlayed,
    MessageReturned,
    OfferAnswered,
    PlaceRestored,
    SenderWanted,
    TalkEnded,
    TalkFailed,
)
from acd.model.ids import bridge_of, listening_of
from acd.model.leg import Side
from acd.model.message import KeyPressed, PlaybackEnded, Resumed
from acd.model.voice_message import AGAIN, CALL, GIVE_BACK, PAUSE, Kept, Listened, Note, Settled

MOST_PLAYS = 3
"""So often an agent who presses nothing hears it."""

MOST_UNCLOSED = 3
"""So many agents may hang up without a word of what becomes of it."""

CALLED_BACK = "called back"
"""The outcome of a message whose sender is called."""


def begin(contact: Contact, state: Kept, message: OfferAnswered, view: View, _at: float) -> Step[Listened]:
    """An agent has answered."""
    listened = Listened(
        note=state.note, agent=message.agent, offer=message.offer, agent_leg=message.leg, turn=1
    )
    step = _play(contact, listened, 1, view)
    return Step(step.state, (MessagePlayed(contact=contact.id, agent=message.agent),), step.commands)


def _play(contact: Contact, state: Listened, turn: int, view: View) -> Step[Listened]:
    """What comes at this turn. Where there is nothing to say of the keys, the message."""
    rules = state.note.rules
    media: str | None = None
    if turn % 2:
        media = view.spoken(rules.briefing, contact.language) if rules.briefing is not None else None
        turn += media is None
    if media is None:
        media = f"recording:{state.note.recording}"
    now = msgspec.structs.replace(state, turn=turn, paused=False)
    return Step(
        now,
        commands=(Play(leg=state.agent_leg, playback=listening_of(state.offer, turn), media=media),),
    )


def _stop(state: Listened) -> StopPlayback:
    return StopPlayback(playback=listening_of(state.offer, state.turn))


def go_on(
    contact: Contact, state: Listened, message: PlaybackEnded, view: View, _at: float
) -> Step[Listened | Kept]:
    """One of the two is over."""
    if message.playback != listening_of(state.offer, state.turn):
        return Step(state)
    if state.turn >= 2 * MOST_PLAYS and state.turn % 2 == 0:  # not after words that a message follows
        left: Step[Listened | Kept] = _return(contact, state, _unclosed(state.note))
        return left
    following: Step[Listened | Kept] = _play(contact, state, state.turn + 1, view)
    return following


def say_again(contact: Contact, state: Listened, _message: Resumed, view: View, _at: float) -> Step[Listened]:
    """After a gap nobody knows what of it was heard."""
    step = _play(contact, state, state.turn + 2, view)
    return Step(step.state, commands=(_stop(state), *step.commands))


def press(
    contact: Contact, state: Listened, message: KeyPressed, view: View, _at: float
) -> Step[Listened | Kept | Settled]:
    """A key of the agent. Those without meaning are not heard."""
    step: Step[Listened | Kept | Settled]
    outcome = state.note.rules.outcomes.get(message.key)
    if outcome is not None:
        step = _close(contact, state, outcome)
    elif message.key == GIVE_BACK:
        step = _return(contact, state, state.note, given_back=True)
    elif message.key == AGAIN:
        again = _play(contact, state, state.turn + 2 - state.turn % 2, view)
        step = Step(again.state, commands=(_stop(state), *again.commands))
    elif message.key == PAUSE:
        steer = SteerPlayback(playback=listening_of(state.offer, state.turn), on=state.paused)
        step = Step(msgspec.structs.replace(state, paused=not state.paused), commands=(steer,))
    elif message.key == CALL:
        step = _call(contact, state, view)
    else:
        step = Step(state)
    return step


def _close(contact: Contact, state: Listened, outcome: str) -> Step[Listened | Kept | Settled]:
    """The agent has said what becomes of it."""
    closed = MessageClosed(contact=contact.id, agent=state.agent, outcome=outcome)
    ended = TalkEnded(
        contact=contact.id,
        agent=state.agent,
        leg=state.agent_leg,
        bridge=bridge_of(state.offer),
        by=Side.AGENT,
        listened=True,
    )
    return Step(Settled(note=state.note, outcome=outcome), (closed, ended), (_stop(state),))


def _call(contact: Contact, state: Listened, view: View) -> Step[Listened | Kept | Settled]:
    """Dial the sender, who is a customer to be called back from now on; if that number may be called, and
    there is a line for it. If not, what the keys mean is said again, or else the message is.
    """
    place, dialling = contact.place, view.policy.dialling
    assert isinstance(place, InQueue)
    number = dialable(contact.number, dialling) if dialling is not None else None
    calls = view.queue(place.queue, contact.policy_version).callback is not None and view.full is None
    if number is None or not calls or view.is_in_use(number, but=contact.id):
        told = _play(contact, state, state.turn + 1 + state.turn % 2, view)
        return Step(told.state, commands=(_stop(state), *told.commands))
    closed = MessageClosed(contact=contact.id, agent=state.agent, outcome=CALLED_BACK)
    wanted = SenderWanted(
        contact=contact.id,
        number=number,
        agent=state.agent,
        offer=state.offer,
        leg=state.agent_leg,
        bridge=bridge_of(state.offer),
    )
    return Step(Settled(note=state.note, outcome=CALLED_BACK), (closed, wanted), (_stop(state),))


def lose_agent(
    contact: Contact, state: Listened, message: LegEnded, _view: View, _at: float
) -> Step[Listened | Kept]:
    """The agent has hung up, or the line was lost."""
    if message.leg != state.agent_leg:
        return Step(state)
    note = state.note if message.lost else _unclosed(state.note)
    left: Step[Listened | Kept] = _return(contact, state, note, lost=message.lost)
    return left


def _unclosed(note: Note) -> Note:
    return msgspec.structs.replace(note, unclosed=note.unclosed + 1)


def _return(
    contact: Contact, state: Listened, note: Note, *, given_back: bool = False, lost: bool = False
) -> Step[Kept]:
    """Back to its place in the line."""
    returned = MessageReturned(contact=contact.id, agent=state.agent, given_back=given_back)
    failed = TalkFailed(
        contact=contact.id,
        agent=state.agent,
        leg=state.agent_leg,
        bridge=bridge_of(state.offer),
        lost=lost,
        listened=True,
    )
    return Step(Kept(note=note), (returned, failed), (_stop(state),))


def give_up(contact: Contact, state: Kept, _message: PlaceRestored, _view: View, _at: float) -> Step[Kept]:
    """The agent is free again. Was it one too many who did not say what becomes of it, nobody is rung for it
    any more.
    """
    if state.note.unclosed < MOST_UNCLOSED:
        return Step(state)
    return Step(state, facts=(MessageGivenUp(contact=contact.id),))
