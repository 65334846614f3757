"""Waiting: the place in a queue. It is kept while an offer rings, and comes back if a talk fails to begin.

The order key is the moment of queue entry; the smallest is served first. Time never changes it.
"""

import msgspec

from acd.core import excess
from acd.core.amending import amend
from acd.core.expectation.forecast import no_later
from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.needs import applies, asked, incidents
from acd.core.substitution import keeps_waiting, passed_over
from acd.model.about import About, HeadStart
from acd.model.command import Play, StartMusic, StopMusic, StopPlayback
from acd.model.contact import Because, Contact, Ending, InQueue, MeantFor, Nowhere, Place, Queued, Served
from acd.model.fact import (
    ContactEnded,
    OfferAnswered,
    OfferFailed,
    OfferWithdrawn,
    Overflowed,
    OverlayBegan,
    PersonGivenUp,
    PlaceMoved,
    PlaceRestored,
    PlaceTaken,
    PolicyChanged,
    QueueChosen,
    RingOpened,
    TalkFailed,
    WaitEnded,
    WaitPromised,
)
from acd.model.ids import ContactId, OverlayId, PromptId, QueueId, told_of
from acd.model.message import PlaybackEnded, Resumed, StageFoundEmpty, StageTimedOut
from acd.model.overlay import Incident
from acd.model.promise import Promise, WaitEnd
from acd.model.queue import Destination, Excess, Queue, ToQueue


def _music(contact: Contact, place: Queued | Served, view: View) -> StartMusic:
    queue = view.queue(place.queue, contact.policy_version)
    return StartMusic(leg=contact.leg, music=queue.music)


def _opening(queue: Queue, ring: int, entered_at: float) -> float | None:
    """When a ring opens, if there is one of this index."""
    return entered_at + queue.rings[ring].opens_s if ring < len(queue.rings) else None


def _meant_for(contact: Contact, about: About, queue: Queue, view: View, at: float) -> MeantFor | None:
    """The person whom a contact should wait for, if there is one: the first reason counts."""
    rules, customer = queue.personal, view.policy.customers.get(contact.caller or "")
    last = view.last_agent(contact.caller, at - rules.last_agent_s) if rules.last_agent_s else None
    persons = (
        (about.wanted, Because.ASKED_FOR),
        (customer.owner if customer is not None and rules.owner else None, Because.OWNER),
        (last, Because.LAST_AGENT),
    )
    for person, because in persons:
        if person is not None and person in view.policy.agents:
            helped = keeps_waiting(person, view, at, but=contact.id)
            wait_s = rules.substitutes_s if helped else _alone_s(queue, view)
            return MeantFor(agent=person, because=because, until=at + wait_s, substitutes=helped)
    return None


def _alone_s(queue: Queue, view: View) -> float:
    """How long a contact waits for one person alone."""
    limit_s = view.policy.overload_wait_s
    return queue.personal.wait_s if limit_s is None else min(queue.personal.wait_s, limit_s)


def _ask_others(
    contact: Contact,
    state: Queued,
    meant: MeantFor,
    *,
    view: View,
    queue: Queue,
    skipped: bool,
    at: float,
) -> Step[Queued]:
    """One person is waited for no longer."""
    then: MeantFor | None = None
    if not meant.substitutes:
        then = msgspec.structs.replace(meant, substitutes=True, until=at + queue.personal.substitutes_s)
    given_up = PersonGivenUp(
        contact=contact.id,
        agent=meant.agent,
        substitutes=then is not None,
        skipped=skipped,
        passed_over=passed_over(meant.agent, view),
    )
    return Step(msgspec.structs.replace(state, meant_for=then), facts=(given_up,))


def take_place(
    contact: Contact, _state: Nowhere, message: QueueChosen, view: View, at: float
) -> Step[Queued]:
    """Enter the line, with all that the journey, the queue and the company's rules ask for."""
    return _enter(contact, message, view, since=at, at=at)


def go_on(
    contact: Contact, state: Queued, message: Overflowed, view: View, at: float
) -> Step[Queued | Nowhere]:
    """Leave the line: for another one, with the time waited so far, or for somewhere else."""
    ended = _ended(contact, state, WaitEnd.LEFT, at)
    if not isinstance(message.to, ToQueue):
        return Step(Nowhere(), facts=ended, commands=(*_hush(state), StopMusic(leg=contact.leg)))
    chosen = QueueChosen(contact=contact.id, queue=message.to.queue, needs=state.own_needs, about=state.about)
    step = _enter(
        contact,
        chosen,
        view,
        since=state.since,
        at=at,
        came_by=(*state.came_by, state.queue),
        told=state.promise,
    )
    return Step(step.state, facts=(*ended, *step.facts), commands=step.commands)


def _ended(contact: Contact, place: Queued, end: WaitEnd, at: float) -> tuple[WaitEnded, ...]:
    """The outcome of the promise, unless it is known already: the two did not get together then."""
    if place.promise is None:
        return ()
    return (WaitEnded(contact=contact.id, queue=place.queue, waited_s=at - place.entered_at, end=end),)


def _message(contact: Contact, about: About, queue: Queue, view: View) -> tuple[Play, ...]:
    """What the newest incident that concerns a contact has to say; the music goes on behind it."""
    for overlay, incident in reversed(incidents(contact, about, queue, view)):
        if incident.prompt is not None:
            return (_telling(contact, overlay.id, incident.prompt, view),)
    return ()


def _telling(contact: Contact, incident: OverlayId, prompt: PromptId, view: View) -> Play:
    return Play(leg=contact.leg, playback=told_of(contact.id, incident), media=view.policy.sounds[prompt])


def be_hit(contact: Contact, state: Queued, message: OverlayBegan, view: View, _at: float) -> Step[Queued]:
    """An incident concerns the contact: it is served earlier, or told about it, or both."""
    incident = message.edit
    queue = view.queue(state.queue, contact.policy_version)
    if not isinstance(incident, Incident) or not applies(
        incident.when, contact, state.about, queue, view.policy
    ):
        return Step(state)
    starts = state.head_starts
    if incident.head_start_s:
        starts = (*starts, HeadStart(reason=message.reason, seconds=incident.head_start_s))
    order_key = state.since - _credit_s(starts, view)
    place = msgspec.structs.replace(state, head_starts=starts, order_key=order_key)
    moved = PlaceMoved(
        contact=contact.id,
        order_key=order_key,
        because=message.reason,
        head_start_s=incident.head_start_s,
    )
    facts = (moved,)
    if incident.prompt is None:
        return Step(place, facts=facts)
    telling = _telling(contact, message.overlay, incident.prompt, view)
    place = msgspec.structs.replace(place, told=telling.playback)
    return Step(place, facts=facts, commands=(*_hush(state), telling, _music(contact, place, view)))


def _credit_s(starts: tuple[HeadStart, ...], view: View) -> float:
    """What head starts come to: nobody is overtaken by those who come so much later."""
    return min(sum(start.seconds for start in starts), view.policy.head_start_cap_s)


def _hush(place: Queued) -> tuple[StopPlayback, ...]:
    return () if place.told is None else (StopPlayback(playback=place.told),)


def have_been_told(
    _contact: Contact, state: Queued, message: PlaybackEnded, _view: View, _at: float
) -> Step[Queued]:
    """What an incident has to say has been said."""
    if message.playback != state.told:
        return Step(state)
    return Step(msgspec.structs.replace(state, told=None))


def _overflowed(contact: Contact, place: Queued, to: Destination, because: Excess) -> Overflowed:
    return Overflowed(
        contact=contact.id,
        queue=place.queue,
        to=to,
        because=because,
        needs=place.own_needs,
        about=place.about,
    )


def _enter(
    contact: Contact,
    chosen: QueueChosen,
    view: View,
    *,
    since: float,
    at: float,
    came_by: tuple[QueueId, ...] = (),
    told: Promise | None = None,
) -> Step[Queued]:
    queue = view.queue(chosen.queue, contact.policy_version)
    wants = asked(contact, chosen.about, chosen.needs, queue, view)
    message = _message(contact, chosen.about, queue, view)
    leaves = excess.after_s(queue, came_by)
    place = Queued(
        queue=queue.id,
        own_needs=chosen.needs,
        about=chosen.about,
        meant_for=_meant_for(contact, chosen.about, queue, view, at),
        needs=wants.needs,
        preferences=wants.preferences,
        region=chosen.about.region if queue.regional else None,
        since=since,
        entered_at=at,
        order_key=since - _credit_s(wants.head_starts, view),
        head_starts=wants.head_starts,
        told=message[0].playback if message else None,
        next_ring_at=_opening(queue, 1, at),
        leaves_at=at + leaves[0] if leaves is not None else None,
        came_by=came_by,
    )
    promise = no_later(view.expected_at(contact.id, place, at), told)
    place = msgspec.structs.replace(place, promise=promise)
    taken = PlaceTaken(
        contact=contact.id,
        queue=place.queue,
        needs=place.needs,
        order_key=place.order_key,
        head_starts=wants.head_starts,
        meant_for=place.meant_for,
    )
    promised = WaitPromised(contact=contact.id, queue=place.queue, promise=promise)
    away = excess.at_entry(queue, view.waiting_in(queue.id), promise.expected_s, came_by=came_by)
    if away is not None:
        to, because = away
        not_even_begun = msgspec.structs.replace(place, told=None)
        return Step(not_even_begun, facts=(taken, promised, _overflowed(contact, place, to, because)))
    return Step(place, facts=(taken, promised), commands=(*message, _music(contact, place, view)))


def move_on(
    contact: Contact, state: Queued, message: StageTimedOut | StageFoundEmpty, view: View, at: float
) -> Step[Queued]:
    """The next stage of the wait: its time has come, or nobody who is logged in could serve in this one.

    First the person whom the contact is meant for, then that person's substitutes, then ring after ring; at
    the end the queue gives the contact up, if it has somewhere to send it.
    """
    queue = view.queue(state.queue, contact.policy_version)
    empty = isinstance(message, StageFoundEmpty)
    if not empty and state.leaves_at is not None and at >= state.leaves_at:
        return _give_up(contact, state, queue, view)
    if state.meant_for is not None:
        return _ask_others(contact, state, state.meant_for, view=view, queue=queue, skipped=empty, at=at)
    if state.ring + 1 < len(queue.rings):
        ring = state.ring + 1
        place = msgspec.structs.replace(
            state, ring=ring, next_ring_at=_opening(queue, ring + 1, state.entered_at)
        )
        opened = RingOpened(contact=contact.id, queue=queue.id, ring=ring, skipped=empty)
        return Step(place, facts=(opened,))
    to = excess.without_anybody(queue, state.came_by) if empty else None
    left = _overflowed(contact, state, to, Excess.NOBODY) if to else None
    return Step(msgspec.structs.replace(state, next_ring_at=None), facts=(left,) if left else ())


def _give_up(contact: Contact, state: Queued, queue: Queue, view: View) -> Step[Queued]:
    """It has waited too long. While a phone rings for it, that comes first."""
    if view.offer_of(contact.id) is not None:
        return Step(msgspec.structs.replace(state, leaves_at=None, is_overdue=True))
    leaves = excess.after_s(queue, state.came_by)
    place = msgspec.structs.replace(state, leaves_at=None, is_overdue=False)
    if leaves is None:  # the company has changed its mind
        return Step(place)
    left = _overflowed(contact, state, leaves[1], Excess.WAITED)
    return Step(place, facts=(left,))


def be_refused(
    contact: Contact, state: Queued, _message: OfferFailed | OfferWithdrawn, view: View, _at: float
) -> Step[Queued]:
    """The phone that rang for it is silent again."""
    if not state.is_overdue:
        return Step(state)
    return _give_up(contact, state, view.queue(state.queue, contact.policy_version), view)


def be_served(
    contact: Contact, state: Queued, _message: OfferAnswered, _view: View, at: float
) -> Step[Served]:
    """An agent has answered."""
    kept = msgspec.structs.asdict(state) | {"told": None}
    ended = _ended(contact, state, WaitEnd.ANSWERED, at)
    return Step(Served(**kept, answered_at=at), facts=ended, commands=_hush(state))


def take_place_again(
    contact: Contact, state: Served, _message: TalkFailed, view: View, _at: float
) -> Step[Queued]:
    """The two did not get together: back to the old place."""
    kept = msgspec.structs.asdict(state) | {"promise": None}
    del kept["answered_at"]
    place = Queued(**kept)
    restored = PlaceRestored(contact=contact.id, queue=place.queue, order_key=place.order_key)
    return Step(place, facts=(restored,), commands=(_music(contact, place, view),))


def leave(_contact: Contact, _state: Place, _message: ContactEnded, _view: View, _at: float) -> Step[Nowhere]:
    """The contact is over."""
    return Step(Nowhere())


def give_up(contact: Contact, state: Queued, message: ContactEnded, _view: View, at: float) -> Step[Nowhere]:
    """The contact is over before anybody answered."""
    end = WaitEnd.ABANDONED if message.ending is Ending.ABANDONED else WaitEnd.LEFT
    return Step(Nowhere(), facts=_ended(contact, state, end, at))


def play_again(contact: Contact, state: Queued, _message: Resumed, view: View, _at: float) -> Step[Queued]:
    """Nobody can tell whether the music still plays; starting it again does no harm."""
    return Step(state, commands=(_music(contact, state, view),))


def _waiting(fact: OverlayBegan, view: View) -> list[ContactId]:
    """Those in queues, whom an incident may concern."""
    if not isinstance(fact.edit, Incident):
        return []
    return [contact.id for contact in view.contacts() if isinstance(contact.place, Queued)]


def _placed(_fact: PolicyChanged, view: View) -> list[ContactId]:
    """Those in queues, and those who were lately: the two may not get together."""
    return [contact.id for contact in view.contacts() if isinstance(contact.place, InQueue)]


def _told(message: PlaybackEnded, view: View) -> tuple[ContactId, ...]:
    contact = view.contact(ContactId(message.playback.rpartition("-i")[0]))
    return (contact.id,) if contact is not None else ()


def deadline(contact: Contact) -> tuple[float, StageTimedOut] | None:
    """When the next stage of the wait begins, if there is one."""
    place = contact.place
    if not isinstance(place, Queued):
        return None
    stage = place.meant_for.until if place.meant_for is not None else place.next_ring_at
    moments = [moment for moment in (stage, place.leaves_at) if moment is not None]
    return (min(moments), StageTimedOut(contact=contact.id)) if moments else None


TABLE: Table = {
    (Nowhere, QueueChosen): take_place,
    (Nowhere, OfferAnswered): impossible,
    (Nowhere, TalkFailed): impossible,
    (Nowhere, ContactEnded): stay,
    (Nowhere, StageTimedOut): impossible,
    (Nowhere, StageFoundEmpty): impossible,
    (Nowhere, Overflowed): impossible,
    (Nowhere, OfferFailed): late,
    (Nowhere, OfferWithdrawn): late,
    (Nowhere, OverlayBegan): impossible,
    (Nowhere, PlaybackEnded): late,
    (Nowhere, PolicyChanged): impossible,
    (Nowhere, Resumed): stay,
    #
    (Queued, QueueChosen): impossible,
    (Queued, OfferAnswered): be_served,
    (Queued, TalkFailed): impossible,
    (Queued, ContactEnded): give_up,
    (Queued, StageTimedOut): move_on,
    (Queued, StageFoundEmpty): move_on,
    (Queued, Overflowed): go_on,
    (Queued, OfferFailed): be_refused,
    (Queued, OfferWithdrawn): be_refused,
    (Queued, OverlayBegan): be_hit,
    (Queued, PlaybackEnded): have_been_told,
    (Queued, PolicyChanged): amend,
    (Queued, Resumed): play_again,
    #
    (Served, QueueChosen): impossible,
    (Served, OfferAnswered): impossible,
    (Served, TalkFailed): take_place_again,
    (Served, ContactEnded): leave,
    (Served, StageTimedOut): impossible,
    (Served, StageFoundEmpty): impossible,
    (Served, Overflowed): impossible,
    (Served, OfferFailed): impossible,
    (Served, OfferWithdrawn): impossible,
    (Served, OverlayBegan): impossible,
    (Served, PlaybackEnded): late,
    (Served, PolicyChanged): amend,
    (Served, Resumed): stay,
}


def _contact(
    message: QueueChosen
    | StageTimedOut
    | StageFoundEmpty
    | Overflowed
    | OfferFailed
    | OfferWithdrawn
    | OfferAnswered
    | TalkFailed
    | ContactEnded
    | Resumed,
    _: View,
) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="place",
    record=Contact,
    part="place",
    states=(Nowhere, Queued, Served),
    routes={
        OverlayBegan: _waiting,
        PolicyChanged: _placed,
        PlaybackEnded: _told,
        **dict.fromkeys(
            (
                QueueChosen,
                StageTimedOut,
                StageFoundEmpty,
                Overflowed,
                OfferAnswered,
                OfferFailed,
                OfferWithdrawn,
                TalkFailed,
                ContactEnded,
                Resumed,
            ),
            _contact,
        ),
    },
    table=TABLE,
    deadline=deadline,
)
