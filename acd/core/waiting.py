"""Waiting: the place in a queue. It is kept while an offer rings, and comes back if a talk fails to begin.

The order key is the moment of queue entry; the smallest is served first. Time never changes it.
"""

import msgspec

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.core.needs import asked, head_start_s
from acd.model.command import StartMusic
from acd.model.contact import Contact, Nowhere, Place, Queued, Served
from acd.model.fact import (
    ContactEnded,
    OfferAnswered,
    PlaceRestored,
    PlaceTaken,
    QueueChosen,
    RingOpened,
    TalkFailed,
)
from acd.model.ids import ContactId
from acd.model.message import Resumed, RingFoundEmpty, RingTimedOut
from acd.model.queue import Queue


def _music(contact: Contact, place: Queued | Served, view: View) -> StartMusic:
    queue = view.queue(place.queue, contact.policy_version)
    return StartMusic(leg=contact.leg, music=queue.music)


def _opening(queue: Queue, ring: int, entered_at: float) -> float | None:
    """When a ring opens, if there is one of this index."""
    return entered_at + queue.rings[ring].opens_s if ring < len(queue.rings) else None


def take_place(
    contact: Contact, _state: Nowhere, message: QueueChosen, view: View, at: float
) -> Step[Queued]:
    """Enter the line, with all that the journey, the queue and the company's rules ask for."""
    queue = view.queue(message.queue, contact.policy_version)
    wants = asked(contact, message.about, message.needs, queue, view.policy)
    place = Queued(
        queue=queue.id,
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
    contact: Contact, state: Queued, message: RingTimedOut | RingFoundEmpty, view: View, _at: float
) -> Step[Queued]:
    """The next ring opens: its time has come, or nobody who is logged in could serve in this one."""
    queue = view.queue(state.queue, contact.policy_version)
    ring = min(state.ring + 1, len(queue.rings) - 1)
    place = msgspec.structs.replace(
        state, ring=ring, next_ring_at=_opening(queue, ring + 1, state.entered_at)
    )
    empty = isinstance(message, RingFoundEmpty)
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


def _deadline(contact: Contact) -> tuple[float, RingTimedOut] | None:
    match contact.place:
        case Queued(next_ring_at=float(opens_at)):
            return opens_at, RingTimedOut(contact=contact.id)
        case _:
            return None


TABLE: Table = {
    (Nowhere, QueueChosen): take_place,
    (Nowhere, OfferAnswered): impossible,
    (Nowhere, TalkFailed): impossible,
    (Nowhere, ContactEnded): stay,
    (Nowhere, RingTimedOut): impossible,
    (Nowhere, RingFoundEmpty): impossible,
    (Nowhere, Resumed): stay,
    #
    (Queued, QueueChosen): impossible,
    (Queued, OfferAnswered): be_served,
    (Queued, TalkFailed): impossible,
    (Queued, ContactEnded): leave,
    (Queued, RingTimedOut): move_on,
    (Queued, RingFoundEmpty): move_on,
    (Queued, Resumed): play_again,
    #
    (Served, QueueChosen): impossible,
    (Served, OfferAnswered): impossible,
    (Served, TalkFailed): take_place_again,
    (Served, ContactEnded): leave,
    (Served, RingTimedOut): impossible,
    (Served, RingFoundEmpty): impossible,
    (Served, Resumed): stay,
}


def _contact(
    message: QueueChosen
    | RingTimedOut
    | RingFoundEmpty
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
        (QueueChosen, RingTimedOut, RingFoundEmpty, OfferAnswered, TalkFailed, ContactEnded, Resumed),
        _contact,
    ),
    table=TABLE,
    deadline=_deadline,
)
