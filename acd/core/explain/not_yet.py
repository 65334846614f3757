"""Why not yet: everything there is to say about one contact that waits."""

import msgspec

from acd.core.explain.remedies import Remedies, remedies
from acd.core.explain.stages import Next, Stage, stages
from acd.core.explain.suitable import Suitable, sort_agents
from acd.core.obstacles import Fitting
from acd.core.substitution import is_there, not_alone, takers
from acd.core.traffic import Full
from acd.core.view import View
from acd.model.about import HeadStart
from acd.model.callback import Agreed, Dialled, Due, PickedUp, Resting
from acd.model.contact import Because, Contact, MeantFor, Queued
from acd.model.ids import AgentId, ContactId, QueueId, RegionId, SkillId
from acd.model.needs import Needs
from acd.model.offer import Confirming
from acd.model.voice_message import Kept
from acd.model.why import SHOWN, PassedOver


class ForOne(msgspec.Struct, frozen=True, kw_only=True):
    """The one person a contact waits for."""

    agent: AgentId
    because: Because
    with_substitutes: bool
    """The substitutes may take it, too."""
    passed_over: PassedOver | None
    """Why others may take it from the beginning."""
    takers: tuple[AgentId, ...]
    """Who may take it, first choice first; the first few."""


class NotYet(msgspec.Struct, frozen=True, kw_only=True):
    """Why a contact still waits."""

    contact: ContactId
    queue: QueueId
    needs: Needs
    """As the open ring has relaxed them."""
    ring: int = 0
    """Index of the ring that is open."""
    rings: int = 1
    """How many there are."""
    region: RegionId | None = None
    """The customer's, if the queue goes by regions."""
    waited_s: float
    order_key: float
    earlier_s: float = 0.0
    """So much earlier than by its arrival alone it is served."""
    head_starts: tuple[HeadStart, ...] = ()
    """What for, before the cap."""
    ahead: int
    """Contacts of the same queue with a smaller order key."""
    for_one: ForOne | None = None
    stand_ins_for: tuple[SkillId | RegionId, ...] = ()
    """The skills and regions whose stand-ins may serve it now."""
    callback: Agreed | Resting | Due | Dialled | PickedUp | None = None
    """The customer is to be called back. None: he or she is on the line."""
    message_s: float | None = None
    """How long the message is that was left. None: there is none."""
    ahead_s: float | None = None
    """The customer is called before an agent is rung: when one is expected within so many seconds. None: an
    agent is rung first.
    """
    full: Full | None = None
    """Why it is not called back just now, though it is due: there is no line for it."""
    ringing: AgentId | None
    """The agent whose phone rings for it."""
    confirming: bool = False
    """The line to the outside was answered; a key is awaited."""
    excluded: dict[str, int]
    """How many agents cannot be offered it, by reason."""
    suitable: tuple[Suitable, ...]
    """Agents who could serve it, the nearest first; the first few."""
    suitable_in_all: int
    """How many there are."""
    stages: tuple[Stage, ...] = ()
    """What comes next, if nobody comes or goes."""
    remedies: Remedies | None = None
    """What would help, when nobody who is logged in could serve it, now or in a ring to come."""
    policy_version: int
    connected: bool
    """False: Asterisk does not hear us, so nothing is offered to anybody."""


def not_yet(contact: Contact, view: View, at: float) -> NotYet | None:
    """Why the contact still waits; None if it does not wait."""
    place = contact.place
    if not contact.is_live or not isinstance(place, Queued):
        return None
    fitting = Fitting(place, view)
    found = sort_agents(place, fitting, view, at)
    suitable_there = sum(_is_there(one.agent, view) for one in found.suitable)
    to_come = tuple(stages(contact, place, view, at))
    is_hopeless = not suitable_there and not any(stage.adds_there for stage in to_come)
    queue = view.queue(place.queue, contact.policy_version)
    offer = view.offer_of(contact.id)
    return NotYet(
        contact=contact.id,
        queue=place.queue,
        needs=fitting.needs,
        ring=place.ring,
        rings=len(queue.rings),
        region=place.region,
        waited_s=at - place.since,
        order_key=place.order_key,
        earlier_s=place.earlier_s,
        head_starts=place.head_starts,
        ahead=_ahead(contact, place, view),
        for_one=_for_one(place.meant_for, view) if place.meant_for is not None else None,
        stand_ins_for=tuple(sorted(group for group, _ in fitting.stand_ins)),
        callback=contact.callback
        if isinstance(contact.callback, Agreed | Resting | Due | Dialled | PickedUp)
        else None,
        ahead_s=queue.callback.ahead_s
        if queue.callback is not None and view.is_customer_first(contact)
        else None,
        full=view.full if isinstance(contact.callback, Due) and offer is None else None,
        message_s=contact.message.note.length_s if isinstance(contact.message, Kept) else None,
        ringing=offer.agent if offer else None,
        confirming=offer is not None and isinstance(offer.state, Confirming),
        excluded=found.excluded,
        suitable=found.suitable[:SHOWN],
        suitable_in_all=len(found.suitable),
        stages=to_come,
        remedies=remedies(contact, _last(place, to_come), view) if is_hopeless else None,
        policy_version=view.policy.version,
        connected=view.connected,
    )


def _is_there(agent: AgentId, view: View) -> bool:
    known = view.agent(agent)
    return known is not None and is_there(known, view)


def _last(place: Queued, to_come: tuple[Stage, ...]) -> Queued:
    """The place at its most relaxed."""
    stays = [stage for stage in to_come if stage.what is not Next.LEAVES]
    if not stays or stays[-1].what is Next.SUBSTITUTES:
        return place
    return msgspec.structs.replace(place, meant_for=None, ring=stays[-1].ring)


def _for_one(meant: MeantFor, view: View) -> ForOne:
    return ForOne(
        agent=meant.agent,
        because=meant.because,
        with_substitutes=meant.substitutes,
        passed_over=not_alone(meant, view),
        takers=tuple(takers(meant.agent, view, substitutes=meant.substitutes)[:SHOWN]),
    )


def _ahead(contact: Contact, place: Queued, view: View) -> int:
    """Contacts of the same queue that come first and are waiting still."""
    return sum(
        1
        for other in view.contacts()
        if other.id != contact.id
        and view.is_waiting(other)
        and isinstance(other.place, Queued)
        and other.place.queue == place.queue
        and (other.place.order_key, other.id) < (place.order_key, contact.id)
    )
