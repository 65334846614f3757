"""The floor at this moment, read off the view for people."""

from collections.abc import Iterator

from acd.core.floor import View
from acd.model.agent import Agent, LoggedOut, NotReady, OnCall, Ready, Reserved, WrapUp
from acd.model.contact import Contact, Joining, Queued, Served, Talking
from acd.web.bodies import AgentStatus, ContactStatus, QueueStatus, Status
from acd.web.service import Service


def status(service: Service) -> Status:
    """Queues and agents in the order of the company file, contacts as they came."""
    view, at = service.view, service.now()
    return Status(
        readiness=service.readiness(),
        queues=tuple(_queues(view, at)),
        agents=tuple(_agent(agent, view, at) for agent in view.agents()),
        contacts=tuple(_contact(contact, view, at) for contact in view.contacts() if contact.is_live),
    )


def _queues(view: View, at: float) -> Iterator[QueueStatus]:
    for queue in view.policy.queues.values():
        waits: list[float] = []
        ringing = talking = 0
        for contact in view.contacts():
            match contact.place:
                case Queued(queue=queue.id, since=since) if contact.is_live:
                    waits.append(at - since)
                    ringing += view.offer_of(contact.id) is not None
                case Served(queue=queue.id) if contact.is_live:
                    talking += 1
        ready = sum(
            isinstance(agent.presence, Ready) and queue.id in view.policy.agents[agent.id].queues
            for agent in view.agents()
            if agent.id in view.policy.agents
        )
        yield QueueStatus(
            id=queue.id,
            name=queue.name,
            waiting=len(waits),
            longest_wait_s=max(waits, default=0.0),
            ringing=ringing,
            talking=talking,
            agents_ready=ready,
        )


def _agent(agent: Agent, view: View, at: float) -> AgentStatus:
    policy = view.policy.agents.get(agent.id)
    contact: str | None = None
    match agent.activity:
        case OnCall(contact=contact) | WrapUp(contact=contact):
            pass
        case Reserved(offer=offer):
            open_offer = view.offer(offer)
            contact = open_offer.contact if open_offer else None
        case _:
            pass
    idle = agent.activity.__struct_config__.tag == "idle"
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
        since_s=at - (agent.idle_since if idle else agent.activity.since),
        contact=contact,
    )


def _contact(contact: Contact, view: View, at: float) -> ContactStatus:
    place, talk, offer = contact.place, contact.talk, view.offer_of(contact.id)
    agent = offer.agent if offer else talk.agent if isinstance(talk, Joining | Talking) else None
    match place:
        case Queued():
            where = "ringing" if offer else "waiting"
        case Served():
            where = "talking"
        case _:
            where = "menu"
    return ContactStatus(
        id=contact.id,
        did=contact.did,
        where=where,
        queue=place.queue if isinstance(place, Queued | Served) else None,
        agent=agent,
        since_s=at - contact.arrived_at,
    )
