"""The floor at this moment, read off the view for people."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from acd.core.numbers import never_called
from acd.core.substitution import standing_in
from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut, NotReady, OnCall, Ready, Reserved, WrapUp
from acd.model.callback import NeverCalled, Scheduled
from acd.model.contact import Briefed, Contact, Deciding, Fetching, Nowhere, Queued, Served, Talked
from acd.model.ids import AgentId, QueueId
from acd.model.overlay import Absence, InForce, Overlay, Past, Refusal
from acd.model.voice_message import Listened, Recording
from acd.web.bodies import (
    AgentStatus,
    ContactStatus,
    EnteredOverlay,
    OverlayStatus,
    QueueStatus,
    Status,
)
from acd.web.service import Service


def status(service: Service) -> Status:
    """Queues and agents in the order of the company file, contacts as they came."""
    view, at = service.view, service.now()
    stands_in = standing_in(view)
    return Status(
        readiness=service.readiness(),
        queues=tuple(_queues(view, at)),
        agents=tuple(_agent_status(agent, view, at, stands_in) for agent in _agents(view)),
        contacts=tuple(contact_status(contact, view, at) for contact in view.contacts() if contact.is_live),
        in_force=tuple(
            overlay_status(overlay, view)
            for overlay in overlays(view)
            if isinstance(overlay.state, InForce) and not isinstance(overlay.edit, Refusal)
        ),
        timezone=view.policy.timezone,
    )


def overlays(view: View) -> list[Overlay]:
    """What is planned or in force, in the order in which it begins."""
    return sorted(view.overlays(), key=lambda overlay: (overlay.begins_at, overlay.id))


def overlay_status(overlay: Overlay, view: View) -> OverlayStatus:
    """One change for a while."""
    person = view.policy.agents.get(overlay.edit.agent) if isinstance(overlay.edit, Absence) else None
    over = overlay.state if isinstance(overlay.state, Past) else None
    return OverlayStatus(
        id=overlay.id,
        edit=overlay.edit,
        name=person.name if person is not None else None,
        reason=overlay.reason,
        author=overlay.author,
        begins_at=overlay.begins_at,
        ends_at=overlay.ends_at,
        state=str(overlay.state.__struct_config__.tag),
        over_at=over.at if over is not None else None,
        over_by=over.by if over is not None else None,
    )


def entered_overlay(overlay: Overlay, view: View) -> EnteredOverlay:
    """One that was entered just now, with what holds beside it."""
    beside = [overlay_status(other, view) for other in overlays(view) if _is_beside(other, overlay)]
    return EnteredOverlay(
        **msgspec.structs.asdict(overlay_status(overlay, view)),
        beside=tuple(beside),
        never_called=_never_called(overlay, view),
    )


def _never_called(overlay: Overlay, view: View) -> NeverCalled | None:
    """Why a number that is not to be called is not called anyway, whatever is on the list."""
    if not isinstance(overlay.edit, Refusal):
        return None
    dialling = view.policy.dialling
    return never_called(overlay.edit.number, dialling) if dialling is not None else NeverCalled.NOBODY


def _is_beside(other: Overlay, overlay: Overlay) -> bool:
    """Whether both are absences of one agent, and hold for some of the same time."""
    if other.id == overlay.id or not isinstance(overlay.edit, Absence) or other.edit != overlay.edit:
        return False
    return all(
        one.ends_at is None or another.begins_at < one.ends_at
        for one, another in ((overlay, other), (other, overlay))
    )


def agent_status(agent: AgentId, service: Service) -> AgentStatus | None:
    """One agent; None if there is none of that id."""
    found = service.view.agent(agent)
    return _agent_status(found, service.view, service.now(), standing_in(service.view)) if found else None


def contact_status(contact: Contact, view: View, at: float) -> ContactStatus:
    """One live contact."""
    place, talk, offer = contact.place, contact.talk, view.offer_of(contact.id)
    busy = talk if isinstance(talk, Talked) else contact.message
    with_it = busy.agent if isinstance(busy, Talked | Listened) else None
    agent = offer.agent if offer else with_it
    match place:
        case Queued():
            held = "message" if contact.has_left else "callback"
            where = "ringing" if offer else held if contact.is_held else "waiting"
        case Served():
            where = "listened" if isinstance(contact.message, Listened) else "talking"
            where = "dialling" if isinstance(talk, Fetching) else where
            where = "briefed" if isinstance(talk, Briefed) else where
            where = "deciding" if isinstance(talk, Deciding) else where
        case Nowhere():
            where = "recording" if isinstance(contact.message, Recording) else "menu"
            where = "scheduled" if isinstance(contact.callback, Scheduled) else where
    return ContactStatus(
        id=contact.id,
        did=contact.did,
        where=where,
        queue=place.queue if isinstance(place, Queued | Served) else _queue_to_come(contact),
        agent=agent,
        since_s=at - contact.arrived_at,
    )


def _queue_to_come(contact: Contact) -> QueueId | None:
    """Where a callback that is scheduled takes its place when its moment has come."""
    state = contact.callback
    return state.appointment.queue if isinstance(state, Scheduled) else None


def _queues(view: View, at: float) -> Iterator[QueueStatus]:
    """One look at each contact and agent, however many queues there are."""
    waits: defaultdict[QueueId, list[float]] = defaultdict(list)
    rings: defaultdict[QueueId, Counter[int]] = defaultdict(Counter)
    for_one: Counter[QueueId] = Counter()
    callbacks: Counter[QueueId] = Counter()
    messages: Counter[QueueId] = Counter()
    ringing: Counter[QueueId] = Counter()
    talking: Counter[QueueId] = Counter()
    for contact in view.contacts():
        match contact.place:
            case Queued(queue=queue, since=since, ring=ring, meant_for=meant) if contact.is_live:
                waits[queue].append(at - since)
                rings[queue][ring] += meant is None
                for_one[queue] += meant is not None
                callbacks[queue] += contact.is_held and not contact.has_left
                messages[queue] += contact.has_left
                ringing[queue] += view.offer_of(contact.id) is not None
            case Served(queue=queue) if contact.is_live:
                talking[queue] += 1
            case _:
                pass
    ready: Counter[QueueId] = Counter()
    for agent in view.agents():
        if isinstance(agent.presence, Ready) and agent.id in view.policy.agents:
            ready.update(view.policy.agents[agent.id].queues)
    for queue in _queues_in_use(view, waits, talking):
        known = view.policy.queues.get(queue)
        yield QueueStatus(
            id=queue,
            name=known.name if known else queue,
            waiting=len(waits[queue]),
            longest_wait_s=max(waits[queue], default=0.0),
            ringing=ringing[queue],
            talking=talking[queue],
            agents_ready=ready[queue],
            expected=view.expected_in(known, at) if known else None,
            rings=tuple(rings[queue][ring] for ring in range(max(rings[queue], default=-1) + 1)),
            for_one=for_one[queue],
            callbacks=callbacks[queue],
            messages=messages[queue],
        )


def _queues_in_use(view: View, *used: dict[QueueId, list[float]] | Counter[QueueId]) -> list[QueueId]:
    """The company's queues, then those it has closed down while callers were in them."""
    return list(dict.fromkeys([*view.policy.queues, *(queue for one in used for queue in one)]))


def _agents(view: View) -> Iterator[Agent]:
    """The company's, then those who have left it in the middle of something."""
    for name in view.policy.agents:
        agent = view.agent(name)
        if agent is not None:
            yield agent
    for agent in view.agents():
        gone = isinstance(agent.presence, LoggedOut) and isinstance(agent.activity, Idle)
        if agent.id not in view.policy.agents and not gone:
            yield agent


def _agent_status(
    agent: Agent, view: View, at: float, stands_in: Mapping[AgentId, tuple[str, ...]]
) -> AgentStatus:
    policy = view.policy.agents.get(agent.id)
    contact: str | None = None
    since = agent.activity.since
    match agent.activity:
        case OnCall(contact=contact) | WrapUp(contact=contact):
            pass
        case Reserved(offer=offer):
            open_offer = view.offer(offer)
            contact = open_offer.contact if open_offer else None
        case Idle():
            since = agent.idle_since
    return AgentStatus(
        id=agent.id,
        name=policy.name if policy else "(not in the company any more)",
        presence=str(agent.presence.__struct_config__.tag),
        reason=agent.presence.reason if isinstance(agent.presence, NotReady) else None,
        phone=agent.phone,
        phone_state=None
        if isinstance(agent.presence, LoggedOut)
        else view.phone_state(agent.presence.phone).value,
        activity=str(agent.activity.__struct_config__.tag),
        since_s=at - since,
        contact=contact,
        overloaded=agent.load.overloaded,
        stands_in_for=stands_in.get(agent.id, ()),
    )
