"""Waiting: the place in a queue. It is kept while an offer rings, and comes back if a talk fails to begin.

The order key is the moment of queue entry; the smallest is served first. Time never changes it.
"""

from acd.core.floor import View
from acd.core.machine import Machine, Step, Table, impossible, stay
from acd.model.command import StartMusic
from acd.model.contact import Contact, Nowhere, Place, Queued, Served
from acd.model.fact import ContactEnded, OfferAnswered, PlaceRestored, PlaceTaken, QueueChosen, TalkFailed
from acd.model.ids import ContactId
from acd.model.message import Resumed
from acd.model.needs import joined


def _music(contact: Contact, place: Queued | Served, view: View) -> StartMusic:
    queue = view.queue(place.queue, contact.policy_version)
    return StartMusic(leg=contact.leg, music=queue.music)


def take_place(
    contact: Contact, _state: Nowhere, message: QueueChosen, view: View, at: float
) -> Step[Queued]:
    """Enter the line: the needs of the journey and those of the queue together."""
    queue = view.queue(message.queue, contact.policy_version)
    place = Queued(queue=queue.id, needs=joined(message.needs, queue.needs), since=at, order_key=at)
    taken = PlaceTaken(contact=contact.id, queue=place.queue, needs=place.needs, order_key=place.order_key)
    return Step(place, facts=(taken,), commands=(_music(contact, place, view),))


def be_served(
    _contact: Contact, state: Queued, _message: OfferAnswered, _view: View, at: float
) -> Step[Served]:
    """An agent has answered."""
    served = Served(
        queue=state.queue, needs=state.needs, since=state.since, order_key=state.order_key, answered_at=at
    )
    return Step(served)


def take_place_again(
    contact: Contact, state: Served, _message: TalkFailed, view: View, _at: float
) -> Step[Queued]:
    """The two did not get together: back to the old place."""
    place = Queued(queue=state.queue, needs=state.needs, since=state.since, order_key=state.order_key)
    restored = PlaceRestored(contact=contact.id, queue=place.queue, order_key=place.order_key)
    return Step(place, facts=(restored,), commands=(_music(contact, place, view),))


def leave(_contact: Contact, _state: Place, _message: ContactEnded, _view: View, _at: float) -> Step[Nowhere]:
    """The contact is over."""
    return Step(Nowhere())


def play_again(contact: Contact, state: Queued, _message: Resumed, view: View, _at: float) -> Step[Queued]:
    """Nobody can tell whether the music still plays; starting it again does no harm."""
    return Step(state, commands=(_music(contact, state, view),))


TABLE: Table = {
    (Nowhere, QueueChosen): take_place,
    (Nowhere, OfferAnswered): impossible,
    (Nowhere, TalkFailed): impossible,
    (Nowhere, ContactEnded): stay,
    (Nowhere, Resumed): stay,
    #
    (Queued, QueueChosen): impossible,
    (Queued, OfferAnswered): be_served,
    (Queued, TalkFailed): impossible,
    (Queued, ContactEnded): leave,
    (Queued, Resumed): play_again,
    #
    (Served, QueueChosen): impossible,
    (Served, OfferAnswered): impossible,
    (Served, TalkFailed): take_place_again,
    (Served, ContactEnded): leave,
    (Served, Resumed): stay,
}


def _contact(
    message: QueueChosen | OfferAnswered | TalkFailed | ContactEnded | Resumed, _: View
) -> tuple[ContactId]:
    return (message.contact,)


MACHINE = Machine(
    name="place",
    record=Contact,
    part="place",
    states=(Nowhere, Queued, Served),
    routes=dict.fromkeys((QueueChosen, OfferAnswered, TalkFailed, ContactEnded, Resumed), _contact),
    table=TABLE,
)
