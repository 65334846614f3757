"""Briefing: what an agent hears who has answered for a callback, before the customer is dialled: what it is
about, and what the customer has said of it. Steps of the machine in `acd.core.talking`.

Only for a customer who is on no line: nobody who holds the line waits for this.
"""

import msgspec

from acd.core.machine import Step
from acd.core.numbers import digits_of
from acd.core.view import View
from acd.model.command import Play, StartMusic, StopPlayback
from acd.model.contact import Contact, Fetching, InQueue
from acd.model.fact import CustomerWanted, NotePlayed
from acd.model.ids import briefing_note_of, briefing_of
from acd.model.message import KeyPressed, PlaybackEnded, Resumed
from acd.model.spoken import Blank, read_out
from acd.model.voice_note import Noted


def said_first(contact: Contact, view: View) -> str | None:
    """Who is to be called, and what about: in the words of the queue, or else the company's. A later version
    may have taken them away.
    """
    dialling, number = view.policy.dialling, contact.number
    if dialling is None or number is None:
        return None
    prompt = view.callback_rules(contact).briefing or dialling.briefing
    media = view.spoken(prompt, contact.language) if prompt is not None else None
    if media is None:
        return None
    return read_out(media, {Blank.NUMBER: digits_of(number, dialling.country)}, view.policy.sounds)


def brief(contact: Contact, state: Fetching, view: View) -> Step[Fetching]:
    """Tell the agent what it is about, if there is something to tell; then comes the note."""
    media = said_first(contact, view)
    if media is None:
        return _play_note(contact, state, view)
    playback = briefing_of(state.offer)
    told = msgspec.structs.replace(state, playback=playback)
    return Step(told, commands=(Play(leg=state.agent_leg, playback=playback, media=media),))


def _play_note(contact: Contact, state: Fetching, view: View) -> Step[Fetching]:
    """What the customer has said, if there is a note; then the customer is wanted."""
    if not isinstance(contact.note, Noted):
        return want(contact, state, view)
    playback = briefing_note_of(state.offer)
    play = Play(leg=state.agent_leg, playback=playback, media=f"recording:{contact.note.recording}")
    played = NotePlayed(contact=contact.id, agent=state.agent)
    return Step(msgspec.structs.replace(state, playback=playback), (played,), (play,))


def want(contact: Contact, state: Fetching, view: View) -> Step[Fetching]:
    """The agent knows: music, until the customer is there."""
    place = contact.place
    assert isinstance(place, InQueue)
    music = view.queue(place.queue, contact.policy_version).music
    wanted = CustomerWanted(contact=contact.id, agent=state.agent, leg=state.agent_leg)
    commands = (StartMusic(leg=state.agent_leg, music=music),)
    return Step(msgspec.structs.replace(state, playback=None), facts=(wanted,), commands=commands)


def hear_out(
    contact: Contact, state: Fetching, message: PlaybackEnded, view: View, _at: float
) -> Step[Fetching]:
    """The agent has heard one of the two. The end of what was cut short means nothing."""
    return _go_on(contact, state, view) if message.playback == state.playback else Step(state)


def hurry(contact: Contact, state: Fetching, message: KeyPressed, view: View, _at: float) -> Step[Fetching]:
    """Any key of the agent: enough of this is known."""
    if message.leg != state.agent_leg or state.playback is None:
        return Step(state)
    step = _go_on(contact, state, view)
    return Step(step.state, step.facts, (StopPlayback(playback=state.playback), *step.commands))


def _go_on(contact: Contact, state: Fetching, view: View) -> Step[Fetching]:
    was_first = state.playback == briefing_of(state.offer)
    return _play_note(contact, state, view) if was_first else want(contact, state, view)


def fetch_again(
    contact: Contact, state: Fetching, _message: Resumed, view: View, _at: float
) -> Step[Fetching]:
    """After a gap nobody knows whether the agent has heard it all."""
    if state.playback is None:
        return Step(state)
    step = want(contact, state, view)
    return Step(step.state, step.facts, (StopPlayback(playback=state.playback), *step.commands))
