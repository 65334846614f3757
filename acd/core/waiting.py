"""Waiting: the place in a queue. It is kept while an offer rings, and comes back if a talk fails to begin.

The order key is the moment of queue entry, less the head start; the smallest is served first. Time never
changes it.
"""

from typing import TypeVar

import msgspec

from acd.core import excess
from acd.core.amending import amend
from acd.core.entering import enter, meant_for, opening, overflowed
from acd.core.expectation.forecast import no_later
from acd.core.incidents import be_hit, catch_up
from acd.core.machine import Machine, Step, Table, impossible, late, stay
from acd.core.needs import asked, credit_s
from acd.core.resuming import move_up, resume
from acd.core.returning import gave_up, wait_again, wait_anew
from acd.core.substitution import passed_over
from acd.core.view import View
from acd.model.about import About
from acd.model.contact import Contact, Ending, InQueue, MeantFor, Nowhere, Place, Queued, Served
from acd.model.fact import (
    AgentBecameReady,
    CallbackAgreed,
    CallbackFellDue,
    ContactEnded,
    LanguageChosen,
    MessageInvited,
    OfferAnswered,
    OfferFailed,
    OfferWithdrawn,
    Overflowed,
    OverlayBegan,
    OverlayEnded,
    PersonGivenUp,
    PlaceInherited,
    PlaceKept,
    PlaceRestored,
    PlaceResumed,
    PolicyChanged,
    QueueChosen,
    RingOpened,
    TalkFailed,
    WaitEnded,
    WaitPromised,
)
from acd.model.ids import ContactId
from acd.model.message import StageFoundEmpty, StageTimedOut
from acd.model.needs import Needs
from acd.model.overlay import Absence, Incident
from acd.model.promise import WaitEnd
from acd.model.queue import Excess, Queue, ToEnd, ToQueue

P = TypeVar("P", Queued, Served)


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
    back = gave_up(meant, skipped=skipped) if then is None else None
    return Step(msgspec.structs.replace(state, meant_for=then, gave_up_on=back), facts=(given_up,))


def take_place(contact: Contact, state: Nowhere, message: QueueChosen, view: View, at: float) -> Step[Queued]:
    """Enter the line, with all that the journey, the queue and the company's rules ask for."""
    return enter(contact, message, view, at=at, before=state)


def choose_again(
    contact: Contact, state: Queued, message: QueueChosen, view: View, at: float
) -> Step[Queued]:
    """From the menu of the queue: into another line with all that was waited for so far; or into the same,
    where it has kept its place and may ask for something else.
    """
    if message.queue != state.queue:
        ended = _ended(contact, state, WaitEnd.LEFT, at)
        step = enter(contact, message, view, at=at, before=state, by_choice=True)
        return Step(step.state, facts=(*ended, *step.facts))
    return _ask_anew(contact, state, message.needs, message.about, view=view, at=at)


def ask_in_language(
    contact: Contact, state: Queued, _message: LanguageChosen, view: View, at: float
) -> Step[Queued]:
    """Another language: what the company's rules ask for may go by it."""
    return _ask_anew(contact, state, state.own_needs, state.about, view=view, at=at)


def _ask_anew(
    contact: Contact, state: Queued, needs: Needs, about: About, *, view: View, at: float
) -> Step[Queued]:
    """In the same place, or before it: what is asked for now may give a greater head start. The greater one
    counts, not both, and so nobody gets on by asking for one thing after the other.
    """
    queue = view.queue(state.queue, contact.policy_version)
    wants = asked(contact, about, needs, queue, view)
    place = msgspec.structs.replace(
        state,
        own_needs=needs,
        about=about,
        needs=wants.needs,
        preferences=wants.preferences,
        region=about.region if queue.regional else None,
    )
    meant = meant_for(contact, about, queue, view, at) if about.wanted != state.about.wanted else None
    if meant is not None:
        meant = msgspec.structs.replace(meant, since=at)
        place = msgspec.structs.replace(place, meant_for=meant, gave_up_on=None)
    order_key = state.since - credit_s(wants.head_starts, view)
    if order_key < state.order_key:
        place = msgspec.structs.replace(place, order_key=order_key, head_starts=wants.head_starts)
    kept = PlaceKept(
        contact=contact.id,
        queue=queue.id,
        needs=place.needs,
        head_starts=place.head_starts if order_key < state.order_key else (),
        meant_for=meant,
    )
    return Step(place, facts=(kept,))


def be_held(
    _contact: Contact, state: Queued, _message: CallbackAgreed, _view: View, _at: float
) -> Step[Queued]:
    """The customer will be called back: no queue gives that up because it takes long."""
    return Step(msgspec.structs.replace(state, leaves_at=None, is_overdue=False))


def step_out(
    contact: Contact, state: Queued, _message: MessageInvited, _view: View, at: float
) -> Step[Nowhere]:
    """The caller would rather leave a message: the place is taken again when there is one."""
    return Step(Nowhere(), facts=_ended(contact, state, WaitEnd.LEFT, at))


def go_on(
    contact: Contact, state: Queued, message: Overflowed, view: View, at: float
) -> Step[Queued | Nowhere]:
    """Leave the line: for another one, with the time waited so far, or for somewhere else."""
    ended = _ended(contact, state, WaitEnd.LEFT, at)
    if not isinstance(message.to, ToQueue):
        return Step(Nowhere(), facts=ended)
    chosen = QueueChosen(contact=contact.id, queue=message.to.queue, needs=state.own_needs, about=state.about)
    step = enter(contact, chosen, view, at=at, before=state)
    return Step(step.state, facts=(*ended, *step.facts))


def _ended(contact: Contact, place: Queued, end: WaitEnd, at: float) -> tuple[WaitEnded, ...]:
    """The outcome of what was promised last."""
    since = place.entered_at if place.promised_at is None else place.promised_at
    return (WaitEnded(contact=contact.id, queue=place.queue, waited_s=at - since, end=end),)


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
    if empty and queue.id not in view.policy.queues:
        return _close_down(contact, state, queue, view, at)
    if state.meant_for is not None:
        return _ask_others(contact, state, state.meant_for, view=view, queue=queue, skipped=empty, at=at)
    if state.ring + 1 < len(queue.rings):
        ring = state.ring + 1
        place = msgspec.structs.replace(
            state, ring=ring, next_ring_at=opening(queue, ring + 1, state.entered_at)
        )
        opened = RingOpened(contact=contact.id, queue=queue.id, ring=ring, skipped=empty)
        return Step(place, facts=(opened,))
    to = excess.without_anybody(queue, state.came_by) if empty and not contact.is_away else None
    left = overflowed(contact, state, to, Excess.NOBODY) if to else None
    return Step(msgspec.structs.replace(state, next_ring_at=None), facts=(left,) if left else ())


def _close_down(contact: Contact, state: Queued, queue: Queue, view: View, at: float) -> Step[Queued]:
    """The company has no such queue any more. Who begins anew is asked anew, too."""
    to = excess.without_queue(contact, queue, state.came_by, view, at)
    if contact.is_away and not isinstance(to, ToQueue):  # nobody is there to hear anything else
        to = ToEnd()
    left = overflowed(contact, state, to, Excess.CLOSED)
    if excess.without_anybody(queue, state.came_by) is None:
        left = msgspec.structs.replace(left, needs=())
    return Step(state, facts=(left,))


def _give_up(contact: Contact, state: Queued, queue: Queue, view: View) -> Step[Queued]:
    """It has waited too long. While a phone rings for it, that comes first."""
    if view.offer_of(contact.id) is not None:
        return Step(msgspec.structs.replace(state, leaves_at=None, is_overdue=True))
    leaves = excess.after_s(queue, state.came_by)
    place = msgspec.structs.replace(state, leaves_at=None, is_overdue=False)
    if leaves is None:  # the company has changed its mind
        return Step(place)
    left = overflowed(contact, state, leaves[1], Excess.WAITED)
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
    kept = msgspec.structs.asdict(state)
    ended = _ended(contact, state, WaitEnd.ANSWERED, at)
    return Step(Served(**kept, answered_at=at), facts=ended)


def take_place_again(
    contact: Contact, state: Served, message: TalkFailed, view: View, at: float
) -> Step[Queued | Nowhere]:
    """The two did not get together: back to the old place; or away, if its time was up before the answer.
    A customer who has hung up meanwhile has no place any more.
    """
    if not contact.is_live:
        return Step(Nowhere())
    kept = msgspec.structs.asdict(state)
    del kept["answered_at"]
    back = _back(contact, Queued(**kept), view, since=state.answered_at)
    restored = PlaceRestored(
        contact=contact.id,
        queue=state.queue,
        order_key=state.order_key,
        answered_at=state.answered_at,
        listened=message.listened,
    )
    promise = no_later(view.expected_at(contact.id, back.state, at), contact.promised)
    promised = WaitPromised(contact=contact.id, queue=state.queue, promise=promise)
    place = msgspec.structs.replace(back.state, promise=promise, promised_at=at)
    return Step(place, facts=(restored, promised, *back.facts))


def _back(contact: Contact, place: Queued, view: View, *, since: float) -> Step[Queued]:
    if not place.is_overdue:
        return catch_up(contact, place, view, since=since)
    return _give_up(contact, place, view.queue(place.queue, contact.policy_version), view)


def leave(_contact: Contact, _state: Place, _message: ContactEnded, _view: View, _at: float) -> Step[Nowhere]:
    """The contact is over."""
    return Step(Nowhere())


def give_up(contact: Contact, state: Queued, message: ContactEnded, _view: View, at: float) -> Step[Nowhere]:
    """The contact is over before anybody answered."""
    left = message.ending in (Ending.ABANDONED, Ending.LEFT_AGAIN)
    end = WaitEnd.ABANDONED if left else WaitEnd.LEFT
    return Step(Nowhere(), facts=_ended(contact, state, end, at))


def _waiting(fact: OverlayBegan, view: View) -> list[ContactId]:
    """Those in queues, whom an incident may concern."""
    if not isinstance(fact.edit, Incident):
        return []
    return [contact.id for contact in view.contacts() if isinstance(contact.place, Queued)]


def _given_up_on_absent(fact: OverlayEnded, view: View) -> list[ContactId]:
    return view.given_up_on(fact.edit.agent) if isinstance(fact.edit, Absence) else []


def _given_up_on(fact: AgentBecameReady, view: View) -> list[ContactId]:
    return view.given_up_on(fact.agent)


def _placed(_fact: PolicyChanged, view: View) -> list[ContactId]:
    """Those in queues, and those who were lately: the two may not get together."""
    return [contact.id for contact in view.contacts() if isinstance(contact.place, InQueue)]


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
    (Nowhere, PlaceResumed): resume,
    (Nowhere, PlaceInherited): impossible,
    (Nowhere, LanguageChosen): stay,
    (Nowhere, CallbackAgreed): impossible,
    (Nowhere, CallbackFellDue): impossible,
    (Nowhere, MessageInvited): stay,
    (Nowhere, OfferAnswered): impossible,
    (Nowhere, TalkFailed): impossible,
    (Nowhere, ContactEnded): stay,
    (Nowhere, StageTimedOut): impossible,
    (Nowhere, StageFoundEmpty): impossible,
    (Nowhere, Overflowed): impossible,
    (Nowhere, OfferFailed): late,
    (Nowhere, OfferWithdrawn): late,
    (Nowhere, OverlayBegan): impossible,
    (Nowhere, OverlayEnded): impossible,
    (Nowhere, AgentBecameReady): impossible,
    (Nowhere, PolicyChanged): impossible,
    #
    (Queued, QueueChosen): choose_again,
    (Queued, PlaceResumed): impossible,
    (Queued, PlaceInherited): move_up,
    (Queued, LanguageChosen): ask_in_language,
    (Queued, CallbackAgreed): be_held,
    (Queued, CallbackFellDue): wait_anew,
    (Queued, MessageInvited): step_out,
    (Queued, OfferAnswered): be_served,
    (Queued, TalkFailed): impossible,
    (Queued, ContactEnded): give_up,
    (Queued, StageTimedOut): move_on,
    (Queued, StageFoundEmpty): move_on,
    (Queued, Overflowed): go_on,
    (Queued, OfferFailed): be_refused,
    (Queued, OfferWithdrawn): be_refused,
    (Queued, OverlayBegan): be_hit,
    (Queued, OverlayEnded): wait_again,
    (Queued, AgentBecameReady): wait_again,
    (Queued, PolicyChanged): amend,
    #
    (Served, QueueChosen): impossible,
    (Served, PlaceResumed): impossible,
    (Served, PlaceInherited): impossible,
    (Served, LanguageChosen): impossible,
    (Served, CallbackAgreed): impossible,
    (Served, CallbackFellDue): impossible,
    (Served, MessageInvited): impossible,
    (Served, OfferAnswered): impossible,
    (Served, TalkFailed): take_place_again,
    (Served, ContactEnded): leave,
    (Served, StageTimedOut): impossible,
    (Served, StageFoundEmpty): impossible,
    (Served, Overflowed): impossible,
    (Served, OfferFailed): impossible,
    (Served, OfferWithdrawn): impossible,
    (Served, OverlayBegan): impossible,
    (Served, OverlayEnded): impossible,
    (Served, AgentBecameReady): impossible,
    (Served, PolicyChanged): amend,
}


def _contact(
    message: QueueChosen
    | PlaceResumed
    | PlaceInherited
    | LanguageChosen
    | CallbackAgreed
    | CallbackFellDue
    | MessageInvited
    | StageTimedOut
    | StageFoundEmpty
    | Overflowed
    | OfferFailed
    | OfferWithdrawn
    | OfferAnswered
    | TalkFailed
    | ContactEnded,
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
        OverlayEnded: _given_up_on_absent,
        AgentBecameReady: _given_up_on,
        PolicyChanged: _placed,
        **dict.fromkeys(
            (
                QueueChosen,
                PlaceResumed,
                PlaceInherited,
                LanguageChosen,
                CallbackAgreed,
                CallbackFellDue,
                MessageInvited,
                StageTimedOut,
                StageFoundEmpty,
                Overflowed,
                OfferAnswered,
                OfferFailed,
                OfferWithdrawn,
                TalkFailed,
                ContactEnded,
            ),
            _contact,
        ),
    },
    table=TABLE,
    deadline=deadline,
)
