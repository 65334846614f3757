"""The waiting room: what those who wait hear. Music, and above it what there is to be said: one thing at a
time, and whatever is said next cuts short what is being said.
"""

from typing import Any, NamedTuple, TypeVar

import msgspec

from acd.core import announcements, proposing
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.needs import Known, applies, incidents
from acd.core.resuming import remember, remember_both
from acd.core.view import View
from acd.model.command import Play, StartMusic, StopMusic, StopPlayback
from acd.model.contact import (
    Announcing,
    Contact,
    Elsewhere,
    Heard,
    InMenu,
    Music,
    Queued,
    Travelled,
    WaitingRoom,
)
from acd.model.fact import (
    Announced,
    CallbackAgreed,
    ContactEnded,
    CustomerMissed,
    CustomerReached,
    IncidentTold,
    MenuOpened,
    MessageInvited,
    OfferAnswered,
    Overflowed,
    OverlayBegan,
    PlaceInherited,
    PlaceKept,
    PlaceRestored,
    PlaceResumed,
    PlaceTaken,
    PolicyChanged,
    RingOpened,
    WaitGoesOn,
)
from acd.model.ids import ContactId, FlowId, OverlayId, PlaybackId, PromptId, announcement_of
from acd.model.message import AnnouncementDue, PlaybackEnded, ProposalDue, Resumed
from acd.model.overlay import Incident, InForce, Overlay
from acd.model.queue import Queue, ToQueue
from acd.model.spoken import blanks_in

W = TypeVar("W", Elsewhere, Music, Announcing, InMenu)
H = TypeVar("H", Music, Announcing)
Q = TypeVar("Q", Music, Announcing, InMenu)
S = TypeVar("S", Elsewhere, InMenu)


class News(NamedTuple):
    """An incident, and what it has to say."""

    overlay: OverlayId
    prompt: PromptId
    media: str
    reason: str


def come_in(
    contact: Contact, state: W, message: PlaceTaken, view: View, at: float
) -> Step[W | Music | Announcing]:
    """Into a queue, unless it sends the contact on at once. Of incidents only the newest is told of now.
    Who is to be called back hears nothing.
    """
    if message.is_sent_on or contact.is_held:
        return Step(state)
    room = _wound(contact, state, view, at)
    news = _newest(contact, room, view, since=0.0)
    return _tell(contact, room, news, view) if news else _play(contact, room, view)


def come_by_menu(
    contact: Contact, state: InMenu, message: PlaceTaken, view: View, at: float
) -> Step[InMenu | Music | Announcing]:
    """Into another queue: by a choice in the menu, which is left by that; or sent on while still in it."""
    if isinstance(contact.journey, Travelled):
        return come_in(contact, state, message, view, at)
    return Step(_wound(contact, state, view, at))


def open_menu(
    contact: Contact, state: Music | Announcing, message: MenuOpened, view: View, at: float
) -> Step[InMenu]:
    """A key: what is being said is cut short, for the menu speaks now."""
    silent = _silent(state)
    room = silent.state
    if proposing.is_offered_in(message.flow, _queue(contact, view)):
        room = msgspec.structs.replace(room, proposal=None, proposal_at=None, proposed=True)
    return Step(InMenu(**_heard(room), since=at), commands=silent.commands)


def close_menu(
    contact: Contact, state: InMenu, message: WaitGoesOn, view: View, at: float
) -> Step[Music | Announcing]:
    """Back to the music, and to what the caller wants to be told; what has happened meanwhile comes first."""
    news = _newest(contact, state, view, since=state.since)
    if news is not None:
        return _tell(contact, state, news, view)
    words = message.say and announcements.answer(contact, state, message.say, view, at)
    return _announce(contact, state, words, view) if words else _play(contact, state, view)


def choose_in_menu(
    contact: Contact, state: InMenu, message: PlaceKept, view: View, at: float
) -> Step[InMenu | Music | Announcing]:
    """Something else in the same queue; it may be that the flow has more to say."""
    if not isinstance(contact.journey, Travelled):
        return Step(state)
    return close_menu(contact, state, WaitGoesOn(contact=message.contact), view, at)


def leave_menu(
    _contact: Contact, state: InMenu, message: Overflowed, _view: View, _at: float
) -> Step[InMenu | Elsewhere]:
    """The queue has given the contact up. In the next queue the menu goes on."""
    return Step(state if isinstance(message.to, ToQueue) else Elsewhere(**_heard(state)))


def come_over(
    contact: Contact, state: Announcing, message: PlaceTaken, view: View, at: float
) -> Step[Announcing]:
    """Likewise, from another queue in the middle of a word: it goes on, unless there is something newer."""
    if message.is_sent_on:
        return Step(state)
    room = _wound(contact, state, view, at)
    news = _newest(contact, room, view, since=0.0)
    return _tell(contact, room, news, view) if news else Step(room, commands=(_music(contact, view),))


def come_back(
    contact: Contact, state: Elsewhere, message: PlaceRestored, view: View, at: float
) -> Step[Elsewhere | Music | Announcing]:
    """Back in line. Of what has begun since an agent answered it is told as those who waited all along."""
    if contact.is_away:
        return Step(state)
    room = _wound(contact, state, view, at, proposal=state.proposal)
    news = _newest(contact, room, view, since=message.answered_at)
    return _tell(contact, room, news, view) if news else _play(contact, room, view)


def come_again(
    contact: Contact, state: Elsewhere, _message: CustomerReached, view: View, at: float
) -> Step[Elsewhere | Music | Announcing]:
    """The customer was called back, and waits on that line for an agent; unless one is there."""
    if not isinstance(contact.place, Queued):
        return Step(state)
    room = _wound(contact, state, view, at, proposal=state.proposal)
    news = _newest(contact, room, view, since=0.0)
    return _tell(contact, room, news, view) if news else _play(contact, room, view)


def announce(
    contact: Contact, state: Music, _message: AnnouncementDue, view: View, at: float
) -> Step[Music | Announcing]:
    """A clock strikes. While Asterisk does not hear us nothing is said."""
    queue = _queue(contact, view)
    announcement = announcements.first_due(queue, state.due, at)
    room = msgspec.structs.replace(state, due=announcements.wound_up(announcement, state.due, at))
    words = announcements.words(contact, room, announcement, view, at) if view.connected else None
    return _announce(contact, room, words, view) if words else Step(room)


def _announce(
    contact: Contact, room: Music | InMenu, words: announcements.Words, view: View
) -> Step[Announcing]:
    """Say it, and remember what it promises."""
    said = _say(contact, room, words.media, view)
    now = msgspec.structs.replace(
        said.state,
        position=words.position or room.position,
        promise=words.promise or room.promise,
    )
    announced = Announced(
        contact=contact.id,
        queue=_queue(contact, view).id,
        prompt=words.prompt,
        position=words.position,
        promise=words.promise,
    )
    return Step(now, facts=(announced,), commands=said.commands)


def go_by(contact: Contact, state: Q, _message: PolicyChanged, view: View, at: float) -> Step[Q]:
    """A new version of the company may have other announcements, and offer callbacks."""
    queue = _queue(contact, view)
    due = announcements.moved(queue, state.due, at)
    look = state.proposal_at or proposing.first_look(queue, state, state.proposal, at)
    changed = due.keys() != state.due.keys() or look != state.proposal_at
    return Step(msgspec.structs.replace(state, due=due, proposal_at=look) if changed else state)


def hear_of(
    contact: Contact, state: H, message: OverlayBegan, view: View, _at: float
) -> Step[H | Announcing]:
    """An incident has begun, and may concern the contact."""
    known = _known(contact, view)
    if not isinstance(message.edit, Incident) or not applies(message.edit.when, known, view.policy):
        return Step(state)
    news = _news(message.overlay, message.edit, message.reason, contact, view)
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
    silent: Step[Elsewhere] = _silent(state)
    return Step(silent.state, commands=(*silent.commands, StopMusic(leg=contact.customer_leg)))


def part(
    _contact: Contact, state: InMenu, _message: CallbackAgreed | MessageInvited, _view: View, _at: float
) -> Step[Elsewhere]:
    """The customer leaves the line, and hears good-bye from the flow, or what to say after the tone."""
    return Step(Elsewhere(**_heard(state)))


def be_answered(
    _contact: Contact, state: Music | Announcing, _message: OfferAnswered, _view: View, _at: float
) -> Step[Elsewhere]:
    """An agent is there: nothing that is being said delays that. The talk stops the music."""
    return _silent(state)


def be_fetched(
    _contact: Contact, state: InMenu, _message: OfferAnswered, _view: View, _at: float
) -> Step[Elsewhere]:
    """An agent is there; the flow stops what it says."""
    return Step(Elsewhere(**_heard(state)))


def end(
    _contact: Contact,
    state: Music | Announcing | InMenu,
    _message: ContactEnded | CustomerMissed,
    _view: View,
    _at: float,
) -> Step[Elsewhere]:
    """The contact is over, or on no line any more; what is being said ends with the leg."""
    return Step(Elsewhere(**_heard(state)))


def stay_silent(contact: Contact, state: S, _message: Resumed, _view: View, _at: float) -> Step[S]:
    """Nobody can tell whether what was being said has been stopped, or the music before the flow spoke."""
    if isinstance(contact.journey, Travelled):  # a talk stops the music itself
        return Step(state, commands=_stop(state.stopped))
    return Step(state, commands=(*_stop(state.stopped), StopMusic(leg=contact.customer_leg)))


def play_on(contact: Contact, state: Music, _message: Resumed, view: View, _at: float) -> Step[Music]:
    """Nobody can tell whether the music still plays; starting it again does no harm."""
    return Step(state, commands=(*_stop(state.stopped), _music(contact, view)))


def say_again(
    contact: Contact, state: Announcing, _message: Resumed, view: View, _at: float
) -> Step[Music | Announcing]:
    """Say once more, from its beginning, what an incident had to say when Asterisk was lost: nobody can tell
    whether it was heard. It is not said any more if the incident is over; an announcement comes again anyway.
    """
    overlay = view.overlay(state.told[-1]) if state.incident else None
    news = None
    if overlay is not None and isinstance(overlay.state, InForce) and isinstance(overlay.edit, Incident):
        news = _news(overlay.id, overlay.edit, overlay.reason, contact, view)
    if news is None:
        return _play(contact, state, view)
    return _say(contact, state, news.media, view, incident=True)


def _queue(contact: Contact, view: View) -> Queue:
    place = contact.place
    assert isinstance(place, Queued)
    return view.queue(place.queue, contact.policy_version)


def _wound(contact: Contact, state: W, view: View, at: float, proposal: FlowId | None = None) -> W:
    """With all clocks at their beginning."""
    queue = _queue(contact, view)
    return msgspec.structs.replace(
        state,
        due=announcements.clocks(queue, at),
        proposal=proposal,
        proposal_at=proposing.first_look(queue, state, proposal, at),
    )


def _known(contact: Contact, view: View) -> Known:
    place = contact.place
    assert isinstance(place, Queued)
    return Known(contact, place.about, place.needs, _queue(contact, view))


def _newest(contact: Contact, state: WaitingRoom, view: View, *, since: float) -> News | None:
    """What the newest incident that concerns a contact has to say, of those that have begun since then and of
    which it was not told.
    """
    for overlay, incident in reversed(incidents(_known(contact, view), view)):
        news = _news(overlay.id, incident, overlay.reason, contact, view)
        if news is not None and overlay.id not in state.told and _began(overlay) >= since:
            return news
    return None


def _began(overlay: Overlay) -> float:
    assert isinstance(overlay.state, InForce)
    return overlay.state.since


def _news(overlay: OverlayId, incident: Incident, reason: str, contact: Contact, view: View) -> News | None:
    """What an incident has to say; None: nothing, or a prompt that is no more, or has got blanks since."""
    media = view.spoken(incident.prompt, contact.language) if incident.prompt is not None else None
    if incident.prompt is None or media is None or blanks_in(media):
        return None
    return News(overlay=overlay, prompt=incident.prompt, media=media, reason=reason)


def _tell(contact: Contact, state: WaitingRoom, news: News, view: View) -> Step[Announcing]:
    """Say what an incident has to say, for the first time."""
    said = _say(contact, state, news.media, view, incident=True)
    told = IncidentTold(contact=contact.id, overlay=news.overlay, prompt=news.prompt, because=news.reason)
    now = msgspec.structs.replace(said.state, told=(*state.told, news.overlay))
    return Step(now, facts=(told,), commands=said.commands)


def _say(
    contact: Contact, state: WaitingRoom, media: str, view: View, *, incident: bool = False
) -> Step[Announcing]:
    """Say it, and nothing else; the music goes on behind it."""
    silent = _silent(state)
    turn = state.turn + 1
    playback = announcement_of(contact.id, turn)
    play = Play(leg=contact.customer_leg, playback=playback, media=media)
    now = Announcing(**{**_heard(silent.state), "turn": turn}, playback=playback, incident=incident)
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
    return StartMusic(leg=contact.customer_leg, music=_queue(contact, view).music)


def _heard(state: WaitingRoom) -> dict[str, Any]:
    return {name: getattr(state, name) for name in Heard.__struct_fields__}


TABLE: Table = {
    (Elsewhere, PlaceTaken): come_in,
    (Elsewhere, PlaceResumed): remember,
    (Elsewhere, PlaceInherited): remember_both,
    (Elsewhere, PlaceRestored): come_back,
    (Elsewhere, CustomerReached): come_again,
    (Elsewhere, CustomerMissed): stay,
    (Elsewhere, MenuOpened): impossible,
    (Elsewhere, CallbackAgreed): stay,
    (Elsewhere, MessageInvited): stay,
    (Elsewhere, WaitGoesOn): impossible,
    (Elsewhere, PlaceKept): impossible,
    (Elsewhere, Overflowed): stay,
    (Elsewhere, OfferAnswered): stay,
    (Elsewhere, OverlayBegan): stay,
    (Elsewhere, RingOpened): stay,
    (Elsewhere, ProposalDue): impossible,
    (Elsewhere, AnnouncementDue): impossible,
    (Elsewhere, PolicyChanged): stay,
    (Elsewhere, PlaybackEnded): forget,
    (Elsewhere, ContactEnded): stay,
    (Elsewhere, Resumed): stay_silent,
    #
    (Music, PlaceTaken): come_in,
    (Music, PlaceResumed): impossible,
    (Music, PlaceInherited): remember_both,
    (Music, PlaceRestored): impossible,
    (Music, CustomerReached): impossible,
    (Music, CustomerMissed): end,
    (Music, MenuOpened): open_menu,
    (Music, CallbackAgreed): impossible,
    (Music, MessageInvited): impossible,
    (Music, WaitGoesOn): impossible,
    (Music, PlaceKept): stay,
    (Music, Overflowed): go_out,
    (Music, OfferAnswered): be_answered,
    (Music, OverlayBegan): hear_of,
    (Music, RingOpened): proposing.hear_of_ring,
    (Music, ProposalDue): proposing.propose,
    (Music, AnnouncementDue): announce,
    (Music, PolicyChanged): go_by,
    (Music, PlaybackEnded): forget,
    (Music, ContactEnded): end,
    (Music, Resumed): play_on,
    #
    (Announcing, PlaceTaken): come_over,
    (Announcing, PlaceResumed): impossible,
    (Announcing, PlaceInherited): remember_both,
    (Announcing, PlaceRestored): impossible,
    (Announcing, CustomerReached): impossible,
    (Announcing, CustomerMissed): end,
    (Announcing, MenuOpened): open_menu,
    (Announcing, CallbackAgreed): impossible,
    (Announcing, MessageInvited): impossible,
    (Announcing, WaitGoesOn): impossible,
    (Announcing, PlaceKept): stay,
    (Announcing, Overflowed): go_out,
    (Announcing, OfferAnswered): be_answered,
    (Announcing, OverlayBegan): hear_of,
    (Announcing, RingOpened): proposing.hear_of_ring,
    (Announcing, ProposalDue): impossible,
    (Announcing, AnnouncementDue): impossible,
    (Announcing, PolicyChanged): go_by,
    (Announcing, PlaybackEnded): finish,
    (Announcing, ContactEnded): end,
    (Announcing, Resumed): say_again,
    #
    (InMenu, PlaceTaken): come_by_menu,
    (InMenu, PlaceResumed): impossible,
    (InMenu, PlaceInherited): remember_both,
    (InMenu, PlaceRestored): impossible,
    (InMenu, CustomerReached): impossible,
    (InMenu, CustomerMissed): end,
    (InMenu, MenuOpened): impossible,
    (InMenu, CallbackAgreed): part,
    (InMenu, MessageInvited): part,
    (InMenu, WaitGoesOn): close_menu,
    (InMenu, PlaceKept): choose_in_menu,
    (InMenu, Overflowed): leave_menu,
    (InMenu, OfferAnswered): be_fetched,
    (InMenu, OverlayBegan): stay,
    (InMenu, RingOpened): proposing.hear_of_ring,
    (InMenu, ProposalDue): impossible,
    (InMenu, AnnouncementDue): impossible,
    (InMenu, PolicyChanged): go_by,
    (InMenu, PlaybackEnded): forget,
    (InMenu, ContactEnded): end,
    (InMenu, Resumed): stay_silent,
}


def _waiting(fact: OverlayBegan, view: View) -> list[ContactId]:
    """Those in queues, whom an incident may concern."""
    if not isinstance(fact.edit, Incident):
        return []
    return [contact.id for contact in view.contacts() if isinstance(contact.place, Queued)]


def _placed(_fact: PolicyChanged, view: View) -> list[ContactId]:
    return [contact.id for contact in view.contacts() if isinstance(contact.place, Queued)]


def _addressed(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    contact = view.contact(ContactId(message.playback.rpartition("-a")[0]))
    return (contact.id,) if contact is not None else ()


def _contact(
    message: PlaceTaken
    | PlaceResumed
    | PlaceInherited
    | CallbackAgreed
    | MessageInvited
    | PlaceRestored
    | CustomerReached
    | CustomerMissed
    | PlaceKept
    | MenuOpened
    | WaitGoesOn
    | Overflowed
    | OfferAnswered
    | AnnouncementDue
    | RingOpened
    | ProposalDue
    | ContactEnded
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


def _deadline(contact: Contact) -> tuple[float, AnnouncementDue | ProposalDue] | None:
    room = contact.waiting_room
    moments = [moment for moment in room.due.values() if moment is not None]
    if not isinstance(room, Music):
        return None
    if room.proposal_at is not None and room.proposal_at <= min(moments, default=room.proposal_at):
        return room.proposal_at, ProposalDue(contact=contact.id)
    return (min(moments), AnnouncementDue(contact=contact.id)) if moments else None


MACHINE = Machine(
    name="waiting-room",
    record=Contact,
    part="waiting_room",
    states=(Elsewhere, Music, Announcing, InMenu),
    routes={
        OverlayBegan: _waiting,
        PlaybackEnded: _addressed,
        PolicyChanged: _placed,
        **dict.fromkeys(
            (
                PlaceTaken,
                PlaceResumed,
                PlaceInherited,
                CallbackAgreed,
                MessageInvited,
                PlaceRestored,
                CustomerReached,
                CustomerMissed,
                PlaceKept,
                MenuOpened,
                WaitGoesOn,
                Overflowed,
                OfferAnswered,
                AnnouncementDue,
                RingOpened,
                ProposalDue,
                ContactEnded,
                Resumed,
            ),
            _contact,
        ),
    },
    table=TABLE,
    deadline=_deadline,
)
