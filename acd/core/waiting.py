"""Waiting: the place in a queue. It is kept while an offer rings, and comes back if a talk fails to begin.

The order key is the moment of queue entry; the smallest is served first. Time never changes it.
"""

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.needs import asked, head_start_s
from acd.model.about import About
from acd.model.command import StartMusic
from acd.model.contact import Because, Contact, MeantFor, Nowhere, Place, Queued, Served
from acd.model.fact import (
    ContactEnded,
    OfferAnswered,
    PersonGivenUp,
    PlaceRestored,
    PlaceTaken,
    QueueChosen,
    RingOpened,
    TalkFailed,
)
from acd.model.ids import ContactId
from acd.model.message import Resumed, StageFoundEmpty, StageTimedOut
from acd.model.queue import Queue


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
            return MeantFor(agent=person, because=because, until=at + rules.wait_s)
    return None


def _ask_others(
    contact: Contact, state: Queued, meant: MeantFor, *, queue: Queue, skipped: bool, at: float
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
    )
    return Step(msgspec.structs.replace(state, meant_for=then), facts=(given_up,))


def take_place(
    contact: Contact, _state: Nowhere, message: QueueChosen, view: View, at: float
) -> Step[Queued]:
    """Enter the line, with all that the journey, the queue and the company's rules ask for."""
    queue = view.queue(message.queue, contact.policy_version)
    wants = asked(contact, message.about, message.needs, queue, view.policy)
    meant = _meant_for(contact, message.about, queue, view, at)
    place = Queued(
        queue=queue.id,
        meant_for=meant,
        needs=wants.needs,
        preferences=wants.preferences,
        region=message.about.region if queue.regional else None,
        since=at,
        entered_at=at,
        order_key=at - head_start_s(wants.head_starts, view.policy),
        next_ring_at=_opening(queue, 1, at),
    )
    taken = PlaceTaken(
        contact=contact.id,
        queue=place.queue,
        needs=place.needs,
        order_key=place.order_key,
        head_starts=wants.head_starts,
    )
    return Step(place, facts=(taken,), commands=(_music(contact, place, view),))


def move_on(
    contact: Contact, state: Queued, message: StageTimedOut | StageFoundEmpty, view: View, at: float
) -> Step[Queued]:
    """The next stage of the wait: its time has come, or nobody who is logged in could serve in this one.

    First the person whom the contact is meant for, then that person's substitutes, then ring after ring.
    """
    queue = view.queue(state.queue, contact.policy_version)
    empty = isinstance(message, StageFoundEmpty)
    if state.meant_for is not None:
        return _ask_others(contact, state, state.meant_for, queue=queue, skipped=empty, at=at)
    ring = min(state.ring + 1, len(queue.rings) - 1)
    place = msgspec.structs.replace(
        state, ring=ring, next_ring_at=_opening(queue, ring + 1, state.entered_at)
    )
    opened = RingOpened(contact=contact.id, queue=queue.id, ring=ring, skipped=empty)
    return Step(place, facts=(opened,) if ring > state.ring else ())


def be_served(
    _contact: Contact, state: Queued, _message: OfferAnswered, _view: View, at: float
) -> Step[Served]:
    """An agent has answered."""
    return Step(Served(**msgspec.structs.asdict(state), answered_at=at))


def take_place_again(
    contact: Contact, state: Served, _message: TalkFailed, view: View, _at: float
) -> Step[Queued]:
    """The two did not get together: back to the old place."""
    kept = msgspec.structs.asdict(state)
    del kept["answered_at"]
    place = Queued(**kept)
    restored = PlaceRestored(contact=contact.id, queue=place.queue, order_key=place.order_key)
    return Step(place, facts=(restored,), commands=(_music(contact, place, view),))


def leave(_contact: Contact, _state: Place, _message: ContactEnded, _view: View, _at: float) -> Step[Nowhere]:
    """The contact is over."""
    return Step(Nowhere())


def play_again(contact: Contact, state: Queued, _message: Resumed, view: View, _at: float) -> Step[Queued]:
    """Nobody can tell whether the music still plays; starting it again does no harm."""
    return Step(state, commands=(_music(contact, state, view),))


def _deadline(contact: Contact) -> tuple[float, StageTimedOut] | None:
    match contact.place:
        case Queued(meant_for=MeantFor(until=until)):
            return until, StageTimedOut(contact=contact.id)
        case Queued(next_ring_at=float(opens_at)):
            return opens_at, StageTimedOut(contact=contact.id)
        case _:
            return None


TABLE: Table = {
    (Nowhere, QueueChosen): take_place,
    (Nowhere, OfferAnswered): impossible,
    (Nowhere, TalkFailed): impossible,
    (Nowhere, ContactEnded): stay,
    (Nowhere, StageTimedOut): impossible,
    (Nowhere, StageFoundEmpty): impossible,
    (Nowhere, Resumed): stay,
    #
    (Queued, QueueChosen): impossible,
    (Queued, OfferAnswered): be_served,
    (Queued, TalkFailed): impossible,
    (Queued, ContactEnded): leave,
    (Queued, StageTimedOut): move_on,
    (Queued, StageFoundEmpty): move_on,
    (Queued, Resumed): play_again,
    #
    (Served, QueueChosen): impossible,
    (Served, OfferAnswered): impossible,
    (Served, TalkFailed): take_place_again,
    (Served, ContactEnded): leave,
    (Served, StageTimedOut): impossible,
    (Served, StageFoundEmpty): impossible,
    (Served, Resumed): stay,
}


def _contact(
    message: QueueChosen
    | StageTimedOut
    | StageFoundEmpty
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
    routes=dict.fromkeys(
        (QueueChosen, StageTimedOut, StageFoundEmpty, OfferAnswered, TalkFailed, ContactEnded, Resumed),
        _contact,
    ),
    table=TABLE,
    deadline=_deadline,
)
