"""The waiting room: what those who wait hear. Music, and above it what there is to be said: one thing at a
time, and whatever is said next cuts short what is being said.
"""

from typing import Any, NamedTuple, TypeVar

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.needs import Known, applies, incidents
from acd.model.command import Play, StartMusic, StopMusic, StopPlayback
from acd.model.contact import Announcing, Contact, Elsewhere, Heard, Music, Queued, WaitingRoom
from acd.model.fact import (
    ContactEnded,
    IncidentTold,
    OfferAnswered,
    Overflowed,
    OverlayBegan,
    PlaceRestored,
    PlaceTaken,
)
from acd.model.ids import ContactId, OverlayId, PlaybackId, PromptId, announcement_of
from acd.model.message import PlaybackEnded, Resumed
from acd.model.overlay import Incident, InForce, Overlay
from acd.model.queue import ToQueue

W = TypeVar("W", Elsewhere, Music, Announcing)
H = TypeVar("H", Music, Announcing)


class News(NamedTuple):
    """An incident, and what it has to say."""

    overlay: OverlayId
    prompt: PromptId
    reason: str


def come_in(
    contact: Contact, state: W, message: PlaceTaken, view: View, _at: float
) -> Step[W | Music | Announcing]:
    """Into a queue, unless it sends the contact on at once. Of incidents only the newest is told of now."""
    if message.is_sent_on:
        return Step(state)
    news = _newest(contact, state, view, since=0.0)
    return _tell(contact, state, news, view) if news else _play(contact, state, view)


def come_over(
    contact: Contact, state: Announcing, message: PlaceTaken, view: View, _at: float
) -> Step[Announcing]:
    """Likewise, from another queue in the middle of a word: it goes on, unless there is something newer."""
    if message.is_sent_on:
        return Step(state)
    news = _newest(contact, state, view, since=0.0)
    return _tell(contact, state, news, view) if news else Step(state, commands=(_music(contact, view),))


def come_back(
    contact: Contact, state: Elsewhere, message: PlaceRestored, view: View, _at: float
) -> Step[Music | Announcing]:
    """Back in line. Of what has begun since an agent answered it is told as those who waited all along."""
    news = _newest(contact, state, view, since=message.answered_at)
    return _tell(contact, state, news, view) if news else _play(contact, state, view)


def hear_of(
    contact: Contact, state: H, message: OverlayBegan, view: View, _at: float
) -> Step[H | Announcing]:
    """An incident has begun, and may concern the contact."""
    known = _known(contact, view)
    if not isinstance(message.edit, Incident) or not applies(message.edit.when, known, view.policy):
        return Step(state)
    news = _news(message.overlay, message.edit, message.reason, view)
    return _tell(contact, state, news, view) if news else Step(state)


def finish(
    _contact: Contact, state: Announcing, message: PlaybackEnded, _view: View, _at: float
) -> Step[Music | Announcing]:
    """It has been said; or what was said before has ended at last."""
    if message.playback != state.playback:
        return forget(_contact, state, message, _view, _at)
    return Step(Music(**_heard(state)))


def forget(_contact: Contact, state: W, message: PlaybackEnded, _view: View, _at: float) -> Step[W]:
    """What was cut short is known to have ended."""
    left = tuple(playback for playback in state.stopped if playback != message.playback)
    return Step(msgspec.structs.replace(state, stopped=left))


def go_out(contact: Contact, state: H, message: Overflowed, _view: View, _at: float) -> Step[H | Elsewhere]:
    """The queue has given the contact up. On the way to another one it hears the music of this one."""
    if isinstance(message.to, ToQueue):
        return Step(state)
    left = _silent(state)
    return Step(left.state, commands=(*left.commands, StopMusic(leg=contact.leg)))


def be_answered(
    _contact: Contact, state: Music | Announcing, _message: OfferAnswered, _view: View, _at: float
) -> Step[Elsewhere]:
    """An agent is there: nothing that is being said delays that. The talk stops the music."""
    return _silent(state)


def end(
    _contact: Contact, state: Music | Announcing, _message: ContactEnded, _view: View, _at: float
) -> Step[Elsewhere]:
    """The contact is over; what is being said ends with the leg."""
    return Step(Elsewhere(**_heard(state)))


def stay_silent(
    _contact: Contact, state: Elsewhere, _message: Resumed, _view: View, _at: float
) -> Step[Elsewhere]:
    """Nobody can tell whether what was being said has been stopped."""
    return Step(state, commands=_stop(state.stopped))


def play_on(contact: Contact, state: Music, _message: Resumed, view: View, _at: float) -> Step[Music]:
    """Nobody can tell whether the music still plays; starting it again does no harm."""
    return Step(state, commands=(*_stop(state.stopped), _music(contact, view)))


def say_again(
    contact: Contact, state: Announcing, _message: Resumed, view: View, _at: float
) -> Step[Music | Announcing]:
    """Say once more, from its beginning, what was being said when Asterisk was lost: nobody can tell whether
    it was heard. It is not said any more if the incident is over.
    """
    overlay = view.overlay(state.told[-1])
    news = None
    if overlay is not None and isinstance(overlay.state, InForce) and isinstance(overlay.edit, Incident):
        news = _news(overlay.id, overlay.edit, overlay.reason, view)
    if news is None:
        return _play(contact, state, view)
    return _say(contact, state, news, view)


def _known(contact: Contact, view: View) -> Known:
    place = contact.place
    assert isinstance(place, Queued)
    queue = view.queue(place.queue, contact.policy_version)
    return Known(contact, place.about, place.needs, queue)


def _newest(contact: Contact, state: WaitingRoom, view: View, *, since: float) -> News | None:
    """What the newest incident that concerns a contact has to say, of those that have begun since then and of
    which it was not told.
    """
    for overlay, incident in reversed(incidents(_known(contact, view), view)):
        news = _news(overlay.id, incident, overlay.reason, view)
        if news is not None and overlay.id not in state.told and _began(overlay) >= since:
            return news
    return None


def _began(overlay: Overlay) -> float:
    assert isinstance(overlay.state, InForce)
    return overlay.state.since


def _news(overlay: OverlayId, incident: Incident, reason: str, view: View) -> News | None:
    """What an incident has to say; None: nothing, or a prompt that the company has given up since."""
    if incident.prompt is None or incident.prompt not in view.policy.sounds:
        return None
    return News(overlay=overlay, prompt=incident.prompt, reason=reason)


def _tell(contact: Contact, state: WaitingRoom, news: News, view: View) -> Step[Announcing]:
    """Say what an incident has to say, for the first time."""
    said = _say(contact, state, news, view)
    told = IncidentTold(contact=contact.id, overlay=news.overlay, prompt=news.prompt, because=news.reason)
    now = msgspec.structs.replace(said.state, told=(*state.told, news.overlay))
    return Step(now, facts=(told,), commands=said.commands)


def _say(contact: Contact, state: WaitingRoom, news: News, view: View) -> Step[Announcing]:
    """Say it, and nothing else; the music goes on behind it."""
    silent = _silent(state)
    turn = state.turn + 1
    playback = announcement_of(contact.id, turn)
    play = Play(leg=contact.leg, playback=playback, media=view.policy.sounds[news.prompt])
    now = Announcing(**{**_heard(silent.state), "turn": turn}, playback=playback)
    return Step(now, commands=(*silent.commands, play, _music(contact, view)))


def _play(contact: Contact, state: WaitingRoom, view: View) -> Step[Music]:
    """Nothing but the music."""
    silent = _silent(state)
    return Step(Music(**_heard(silent.state)), commands=(*silent.commands, _music(contact, view)))


def _silent(state: WaitingRoom) -> Step[Elsewhere]:
    """Stop what is being said. What has been stopped before is stopped again: Asterisk may have been away."""
    stopped = (*state.stopped, state.playback) if isinstance(state, Announcing) else state.stopped
    return Step(Elsewhere(**{**_heard(state), "stopped": stopped}), commands=_stop(stopped))


def _stop(playbacks: tuple[PlaybackId, ...]) -> tuple[StopPlayback, ...]:
    return tuple(StopPlayback(playback=playback) for playback in playbacks)


def _music(contact: Contact, view: View) -> StartMusic:
    place = contact.place
    assert isinstance(place, Queued)
    return StartMusic(leg=contact.leg, music=view.queue(place.queue, contact.policy_version).music)


def _heard(state: WaitingRoom) -> dict[str, Any]:
    return {name: getattr(state, name) for name in Heard.__struct_fields__}


TABLE: Table = {
    (Elsewhere, PlaceTaken): come_in,
    (Elsewhere, PlaceRestored): come_back,
    (Elsewhere, Overflowed): stay,
    (Elsewhere, OfferAnswered): impossible,
    (Elsewhere, OverlayBegan): impossible,
    (Elsewhere, PlaybackEnded): forget,
    (Elsewhere, ContactEnded): stay,
    (Elsewhere, Resumed): stay_silent,
    #
    (Music, PlaceTaken): come_in,
    (Music, PlaceRestored): impossible,
    (Music, Overflowed): go_out,
    (Music, OfferAnswered): be_answered,
    (Music, OverlayBegan): hear_of,
    (Music, PlaybackEnded): forget,
    (Music, ContactEnded): end,
    (Music, Resumed): play_on,
    #
    (Announcing, PlaceTaken): come_over,
    (Announcing, PlaceRestored): impossible,
    (Announcing, Overflowed): go_out,
    (Announcing, OfferAnswered): be_answered,
    (Announcing, OverlayBegan): hear_of,
    (Announcing, PlaybackEnded): finish,
    (Announcing, ContactEnded): end,
    (Announcing, Resumed): say_again,
}


def _waiting(fact: OverlayBegan, view: View) -> list[ContactId]:
    """Those in queues, whom an incident may concern."""
    if not isinstance(fact.edit, Incident):
        return []
    return [contact.id for contact in view.contacts() if isinstance(contact.place, Queued)]


def _addressed(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    contact = view.contact(ContactId(message.playback.rpartition("-a")[0]))
    return (contact.id,) if contact is not None else ()


def _contact(
    message: PlaceTaken | PlaceRestored | Overflowed | OfferAnswered | ContactEnded | Resumed, _: View
) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="waiting room",
    record=Contact,
    part="waiting_room",
    states=(Elsewhere, Music, Announcing),
    routes={
        OverlayBegan: _waiting,
        PlaybackEnded: _addressed,
        **dict.fromkeys(
            (PlaceTaken, PlaceRestored, Overflowed, OfferAnswered, ContactEnded, Resumed), _contact
        ),
    },
    table=TABLE,
)
