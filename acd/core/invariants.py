"""Invariants: what must be true of every floor after every message, whatever was heard.

A handler that forgets a neighbour type-checks happily; these sentences find it. All core tests hold them
against the floor after each `Engine.handle`, and an operator may do so at any time: nothing is changed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from acd.core.callback_number import MOST_ENTERED
from acd.core.obstacles import keeper, keeping, misfit, obstacle
from acd.core.substitution import is_there
from acd.core.view import View, is_in_line
from acd.model.again import Awaiting, Recognised
from acd.model.agent import Agent, Idle, LoggedOut, OnCall, Ready, Reserved, WrapUp
from acd.model.callback import Agreed, Closed, Dialled, Due, PickedUp, Reached, Scheduled
from acd.model.contact import (
    Announcing,
    Contact,
    Deciding,
    Elsewhere,
    Fetching,
    InMenu,
    Live,
    Nowhere,
    OnTheWay,
    Over,
    Queued,
    Served,
    Silent,
    Talked,
    Travelled,
)
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.leg import Asked, Ending, Gone, Leg, PassedOn, Present, Ringing, Side, Up
from acd.model.offer import Answered, Confirming, Offer, Opening, RingingOffer
from acd.model.voice_message import Invited, Kept, Listened, Recording


def _listened_by(contact: Contact) -> AgentId | None:
    """Who listens to the message that was left."""
    return contact.message.agent if isinstance(contact.message, Listened) else None


def violations(view: View) -> list[str]:
    """Every broken promise as a sentence; empty on a sound floor."""
    return [
        *_of_contacts(view),
        *_of_callbacks(view),
        *_of_those_who_ring_again(view),
        *_of_messages(view),
        *_of_legs(view),
        *_of_offers(view),
        *_of_agents(view),
        *_of_matching(view),
        *_of_lines(view),
        *_of_rings(view),
    ]


def contradictions(contact: Contact) -> Iterator[str]:
    """What is wrong with a contact by itself: also with one that is over and leaves the floor."""
    if isinstance(contact.life, Live):
        return
    if not isinstance(contact.journey, Travelled) or not isinstance(contact.place, Nowhere):
        yield f"{contact.id} has ended, but is {_name(contact.journey)} and {_name(contact.place)}"
    if not isinstance(contact.waiting_room, Elsewhere):
        yield f"{contact.id} has ended, but hears {_name(contact.waiting_room)}"
    if isinstance(contact.message, Invited | Recording | Kept | Listened):
        yield f"{contact.id} has ended, but its message is {_name(contact.message)}"
    if not isinstance(contact.talk, Silent | Over):
        yield f"{contact.id} has ended, but its talk is {_name(contact.talk)}"


def _of_contacts(view: View) -> Iterator[str]:
    for contact in view.contacts():
        yield from _of_live(contact, view) if contact.is_live else _of_ended(contact, view)


def _of_live(contact: Contact, view: View) -> Iterator[str]:
    caller = view.leg(contact.customer_leg)
    if not contact.is_away and (caller is None or isinstance(caller.state, Ending | Gone)):
        yield f"{contact.id} is live, but its caller's leg is {_state(caller)}"
    journeying = isinstance(contact.journey, OnTheWay)
    if isinstance(contact.waiting_room, InMenu):
        if not journeying or not isinstance(contact.place, Queued):
            where = f"{_name(contact.journey)} and {_name(contact.place)}"
            yield f"{contact.id} is in the menu of its queue, but {where}"
    elif journeying is not isinstance(contact.place, Nowhere) and not _is_on_its_own(contact):
        yield f"{contact.id} is {_name(contact.journey)} and {_name(contact.place)}: in a flow or in a queue"
    yield from _of_waiting_room(contact, view)
    listened = isinstance(contact.message, Listened)
    if isinstance(contact.place, Served) is not (isinstance(contact.talk, Talked) or listened):
        yield f"{contact.id} is {_name(contact.place)}, but its talk is {_name(contact.talk)}"
    if isinstance(contact.talk, Over):
        yield f"{contact.id} is live, but its talk is over"
    if isinstance(contact.talk, Talked):
        agent, leg = view.agent(contact.talk.agent), view.leg(contact.talk.agent_leg)
        if agent is None or not _serves(agent, contact):
            yield f"{contact.id} talks with {contact.talk.agent}, who is not on a call with it"
        if leg is None or not isinstance(leg.state, Up):
            yield f"{contact.id} talks, but the agent's leg is {_state(leg)}"


def _is_on_its_own(contact: Contact) -> bool:
    """Whether it hears good-bye from a flow and keeps its place, says something after the tone, or is to take
    a place at another moment.
    """
    is_apart = isinstance(contact.callback, Agreed | Scheduled)
    return is_apart or isinstance(contact.message, Invited | Recording)


def _of_waiting_room(contact: Contact, view: View) -> Iterator[str]:
    """Whoever stands in a queue, and nobody else, hears what is to be heard there, by its clocks of today;
    but not who is to be called back.
    """
    room, place = contact.waiting_room, contact.place
    hears = isinstance(place, Queued) and not contact.is_held
    if hears is isinstance(room, Elsewhere):
        yield f"{contact.id} is {_name(place)} and {_name(contact.callback)}, but hears {_name(room)}"
    if hears and isinstance(place, Queued):
        said = {each.prompt for each in view.queue(place.queue, contact.policy_version).announcements}
        if room.due.keys() != said:
            yield f"{contact.id} has clocks for {sorted(room.due)}, but its queue says {sorted(said)}"
    if room.proposed and (room.proposal is not None or room.proposal_at is not None):
        yield f"{contact.id} was offered a callback, and is to be offered one again"
    if isinstance(room, Announcing) and room.playback in room.stopped:
        yield f"{contact.id} hears {room.playback}, which was stopped"
    if isinstance(room, Announcing) and room.incident and not room.told:
        yield f"{contact.id} hears of an incident, but was told of none"


def _of_callbacks(view: View) -> Iterator[str]:
    """Nobody is offered before he or she is there, and no number is dialled twice at a time."""
    numbers: Counter[str] = Counter()
    for contact in view.contacts():
        state = contact.callback
        if not contact.is_live:
            continue
        if isinstance(state, Due | Dialled | PickedUp | Reached) and not contact.has_left:
            numbers[state.order.number] += 1
        fetched = isinstance(contact.talk, Fetching | Deciding)
        if isinstance(state, Dialled | PickedUp) and view.offer_of(contact.id) is not None:
            yield f"{contact.id} is {_name(state)}, and offered: nobody knows yet who is there"
        if fetched and not isinstance(state, Due | Dialled | PickedUp):
            yield f"{contact.id} is fetched, but {_name(state)}"
        if isinstance(state, Closed):
            yield f"{contact.id} is live, but its callback is closed"
        is_due = isinstance(state, Due) and isinstance(contact.place, Queued)
        if is_due and contact.number is not None and view.is_refused(contact.number):
            yield f"{contact.id} is to be called at {contact.number}, which is on the do-not-call list"
        entered = contact.journey.about.entered if isinstance(contact.journey, OnTheWay) else None
        if entered is not None and entered.times > MOST_ENTERED:
            yield f"{contact.id} has changed the number too often"
        recorded = isinstance(contact.message, Recording)
        has_place = isinstance(contact.place, Queued | Served)
        if contact.is_held and not recorded and has_place is isinstance(state, Scheduled):
            yield f"{contact.id} is {_name(state)}, but its place is {_name(contact.place)}"
        legs = [leg for leg in view.legs_of(contact.id) if leg.side is Side.CALLER]
        alive = [leg.id for leg in legs if not isinstance(leg.state, Ending | Gone)]
        if len(alive) > 1:
            yield f"{contact.id} is on several lines: {', '.join(alive)}"
    for number, times in numbers.items():
        if times > 1:
            yield f"{number} is to be called for {times} contacts at once"


def _of_those_who_ring_again(view: View) -> Iterator[str]:
    """A place is held for one caller at most; nobody waits for the end of a line that has ended."""
    asked = Counter(
        contact.again.earlier
        for contact in view.contacts()
        if contact.is_live and isinstance(contact.again, Recognised | Awaiting)
    )
    for earlier, times in asked.items():
        if times > 1:
            yield f"the place of {earlier} is held for {times} callers"
    for contact in view.contacts():
        if not contact.is_live or not isinstance(contact.again, Awaiting):
            continue
        ahead = view.contact(contact.again.earlier)
        if ahead is None or not ahead.is_live:
            yield f"{contact.id} waits for the end of {contact.again.earlier}, which is over"
    for over in view.dropped():
        if over.is_live or not isinstance(over.place, Nowhere):
            yield f"{over.id} is {_name(over.life)} and {_name(over.place)}, but its place is held for others"


def _of_messages(view: View) -> Iterator[str]:
    """Who speaks after the tone stands nowhere; what was left stands in a line, or somebody listens to it."""
    for contact in view.contacts():
        state = contact.message
        if not contact.is_live:
            continue
        if isinstance(state, Invited | Recording) and not isinstance(contact.place, Nowhere):
            yield f"{contact.id} is {_name(state)} and {_name(contact.place)}"
        if isinstance(state, Kept) and not isinstance(contact.place, Queued):
            yield f"{contact.id} is a message that was left, and {_name(contact.place)}"
        if isinstance(state, Listened):
            leg = view.leg(state.agent_leg)
            if leg is None or not isinstance(leg.state, Up):
                yield f"{contact.id} is listened to, but the agent's leg is {_state(leg)}"


def _of_ended(contact: Contact, view: View) -> Iterator[str]:
    legs = view.legs_of(contact.id)
    if not legs:
        yield f"{contact.id} has ended and has no legs, but is not forgotten"
    for leg in legs:
        if not isinstance(leg.state, Ending | PassedOn):
            yield f"{contact.id} has ended, but its leg {leg.id} is {_state(leg)}"
    yield from contradictions(contact)


def _of_legs(view: View) -> Iterator[str]:
    for leg in view.legs():
        match leg.state:
            case Gone():
                yield f"{leg.id} is gone, but not forgotten"
            case Ending() | PassedOn():
                pass
            case Asked() | Present() | Ringing() if leg.side is Side.AGENT:
                offer = view.offer_to(leg.agent) if leg.agent else None
                if offer is None or offer.leg != leg.id:
                    yield f"{leg.id} is {_state(leg)} without an open offer"
            case Up() if leg.side is Side.AGENT and _is_asked(leg, view):
                pass
            case Up() if leg.side is Side.AGENT:
                contact = view.contact(leg.contact)
                if contact is None or leg.id not in _agent_legs(contact):
                    yield f"{leg.id} is up, but nobody talks on it"
            case _:
                contact = view.contact(leg.contact)
                if contact is None or not _is_customers(contact, leg):
                    yield f"{leg.id} is a caller's leg without its contact"


def _agent_legs(contact: Contact) -> list[str]:
    """The line of the agent who talks with the contact, or listens to its message."""
    states = (contact.talk, contact.message)
    return [state.agent_leg for state in states if isinstance(state, Talked | Listened)]


def _is_customers(contact: Contact, leg: Leg) -> bool:
    """Whether it is the line on which the customer is, or is being reached."""
    if isinstance(contact.callback, Dialled | PickedUp):
        return leg.id == contact.callback.leg
    return leg.id == contact.customer_leg


def _is_asked(leg: Leg, view: View) -> bool:
    """Whether whoever answered this line is being asked for a key."""
    offer = view.offer_to(leg.agent) if leg.agent else None
    return offer is not None and offer.leg == leg.id and isinstance(offer.state, Confirming)


def _of_offers(view: View) -> Iterator[str]:
    of_contact = Counter(offer.contact for offer in view.offers() if offer.is_open)
    to_agent = Counter(offer.agent for offer in view.offers() if offer.is_open)
    for counted in (of_contact, to_agent):
        for name, number in counted.items():
            if number > 1:
                yield f"{name} has {number} open offers"
    for offer in view.offers():
        yield from _of_open(offer, view) if offer.is_open else _of_closed(offer, view)


def _of_open(offer: Offer, view: View) -> Iterator[str]:
    contact, agent, leg = view.contact(offer.contact), view.agent(offer.agent), view.leg(offer.leg)
    if view.offer_of(offer.contact) is not offer or view.offer_to(offer.agent) is not offer:
        yield f"{offer.id} is open, but cannot be found by its contact or agent"
    if contact is None or not isinstance(contact.place, Queued) or contact.place.queue != offer.queue:
        yield f"{offer.id} is open, but {offer.contact} does not wait in {offer.queue}"
    if agent is None or not isinstance(agent.activity, Reserved) or agent.activity.offer != offer.id:
        yield f"{offer.id} is open, but {offer.agent} is not reserved by it"
    expected = {
        Opening: (Asked, Present, Ending),
        RingingOffer: (Ringing, Ending),
        Confirming: (Up, Ending),
    }
    if leg is None or not isinstance(leg.state, expected[type(offer.state)]):
        yield f"{offer.id} is {_state(offer)}, but its leg is {_state(leg)}"


def _of_closed(offer: Offer, view: View) -> Iterator[str]:
    leg = view.leg(offer.leg)
    if leg is None:
        yield f"{offer.id} is over and its leg gone, but it is not forgotten"
    elif not isinstance(leg.state, Ending) and not isinstance(offer.state, Answered):
        yield f"{offer.id} is {_state(offer)}, but its leg is {_state(leg)}"


def _of_agents(view: View) -> Iterator[str]:
    desks = Counter(agent.phone for agent in view.agents() if agent.phone)
    for phone, number in desks.items():
        if number > 1:
            yield f"{number} agents sit at {phone}"
    for agent in view.agents():
        if agent.phone and view.agent_at(agent.phone) is not agent:
            yield f"{agent.id} sits at {agent.phone}, but is not found there"
        match agent.activity:
            case Reserved(offer=reserved_by):
                offer = view.offer_to(agent.id)
                if offer is None or offer.id != reserved_by:
                    yield f"{agent.id} is reserved by {reserved_by}, which is not open"
                elif not isinstance(agent.presence, Ready) or agent.phone != offer.phone:
                    yield f"{agent.id} is reserved, but {_name(agent.presence)} or at another phone"
            case OnCall():
                contact = view.contact(agent.activity.contact)
                if contact is None or not _serves(agent, contact):
                    yield f"{agent.id} is on a call, but {agent.activity.contact} does not talk to them"
            case WrapUp() if isinstance(agent.presence, LoggedOut):
                yield f"{agent.id} is logged out and in wrap-up"
            case Idle() | WrapUp():
                pass


def _of_matching(view: View) -> Iterator[str]:
    """Nobody waits while somebody who could serve them is free."""
    if not view.connected:
        return
    free = [view.policy.agents[agent.id] for agent in view.agents() if obstacle(agent, view) is None]
    kept_by = keeping(view)
    for contact in view.contacts():
        if not view.is_waiting(contact) or not isinstance(contact.place, Queued):
            continue
        for person in free:
            if misfit(person, contact.place, view) is None and (
                contact.place.meant_for is not None or keeper(person, contact.place.queue, kept_by) is None
            ):
                yield f"{contact.id} waits, though {person.id} is free and suitable"


def _of_lines(view: View) -> Iterator[str]:
    """The places that are told are those that a plain count finds."""
    lines: defaultdict[QueueId, list[tuple[float, ContactId, int]]] = defaultdict(list)
    for contact in view.contacts():
        if isinstance(contact.place, Queued) and is_in_line(contact):
            lines[contact.place.queue].append((contact.place.order_key, contact.id, view.position(contact)))
    for queue, line in lines.items():
        found = [position for _, _, position in sorted(line)]
        if found != list(range(1, len(line) + 1)) or view.waiting_in(queue) != len(line):
            yield f"queue {queue}: {len(line)} stand there, and their places are {found}"


def _of_rings(view: View) -> Iterator[str]:
    """Rings open in time, and nobody waits in one that is empty, if there is another."""
    there = [view.policy.agents.get(agent.id) for agent in view.agents() if is_there(agent, view)]
    for contact in view.contacts():
        place = contact.place
        if not view.is_waiting(contact) or not isinstance(place, Queued):
            continue
        queue = view.queue(place.queue, contact.policy_version)
        if place.meant_for is None and place.ring + 1 >= len(queue.rings):
            continue
        if all(misfit(person, place, view) is not None for person in there):
            yield f"{contact.id} waits in ring {place.ring}, where nobody who is there could serve it"


def _serves(agent: Agent, contact: Contact) -> bool:
    return (
        isinstance(agent.activity, OnCall)
        and agent.activity.contact == contact.id
        and agent.id in (_listened_by(contact), _talks_with(contact))
    )


def _talks_with(contact: Contact) -> AgentId | None:
    return contact.talk.agent if isinstance(contact.talk, Talked) else None


def _name(state: object) -> str:
    return type(state).__name__


def _state(record: Leg | Offer | None) -> str:
    return "gone" if record is None else _name(record.state)
