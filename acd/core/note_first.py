"""The note first: what an agent hears of a customer who is on the line, called first, before the two are put
together. Steps of the machine in `acd.core.talking`.

Only where the queue asks for it. The customer hears music meanwhile; any key of the agent ends the note.
"""

import msgspec

from acd.core import joining
from acd.core.machine import Step
from acd.core.view import View
from acd.model.callback import Reached
from acd.model.command import Play, StartMusic, StopPlayback
from acd.model.contact import Briefed, Contact, Fetching, InQueue, Joining, Silent
from acd.model.fact import LegEnded, NotePlayed
from acd.model.ids import briefing_note_of
from acd.model.message import KeyPressed, PlaybackEnded, Resumed
from acd.model.voice_note import Noted


def is_heard_first(contact: Contact, view: View) -> bool:
    """Whether there is a note to be heard before the customer is."""
    is_there = isinstance(contact.callback, Reached) and isinstance(contact.note, Noted)
    return is_there and view.callback_rules(contact).note_first


def begin(contact: Contact, state: Fetching, view: View) -> Step[Briefed]:
    """The agent hears the note, and the customer music. What the customer was told meanwhile has been cut."""
    assert isinstance(contact.note, Noted)
    place = contact.place
    assert isinstance(place, InQueue)
    playback = briefing_note_of(state.offer)
    briefed = Briefed(**{**msgspec.structs.asdict(state), "playback": playback})
    played = NotePlayed(contact=contact.id, agent=state.agent)
    music = view.queue(place.queue, contact.policy_version).music
    play = Play(leg=state.agent_leg, playback=playback, media=f"recording:{contact.note.recording}")
    return Step(briefed, (played,), (StartMusic(leg=contact.customer_leg, music=music), play))


def hear_out(
    contact: Contact, state: Briefed, message: PlaybackEnded, view: View, at: float
) -> Step[Briefed | Joining]:
    """The agent has heard it all."""
    return joining.begin(contact, state, view, at) if message.playback == state.playback else Step(state)


def hurry(
    contact: Contact, state: Briefed, message: KeyPressed, view: View, at: float
) -> Step[Briefed | Joining]:
    """Any key of the agent: enough of this is known."""
    return _cut(contact, state, view, at) if message.leg == state.agent_leg else Step(state)


def resume(contact: Contact, state: Briefed, _message: Resumed, view: View, at: float) -> Step[Joining]:
    """After a gap nobody knows how much the agent has heard, and the customer has waited long enough."""
    return _cut(contact, state, view, at)


def lose_either(
    contact: Contact, state: Briefed, message: LegEnded, _view: View, _at: float
) -> Step[Briefed | Silent]:
    """The agent has hung up, and the customer waits on; or the customer has, and the agent is free again. A
    customer whose line was lost is missed, as if nobody had answered.
    """
    if message.leg == state.agent_leg:
        return joining.fail(contact, state, lost=message.lost)
    if message.leg != contact.customer_leg or message.lost:
        return Step(state)
    return joining.fail(contact, state, listened=True)


def _cut(contact: Contact, state: Briefed, view: View, at: float) -> Step[Joining]:
    step = joining.begin(contact, state, view, at)
    return Step(step.state, step.facts, (StopPlayback(playback=state.playback), *step.commands))
