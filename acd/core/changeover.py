"""Changeover: a new version of the company is in force. Who is new, who must leave a desk, which queues are
served otherwise. What it means for those who wait: `amending`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from acd.core.view import View
from acd.model.agent import Agent, Idle, LoggedOut
from acd.model.callback import Scheduled
from acd.model.contact import Contact, Queued
from acd.model.fact import PolicyChanged
from acd.model.ids import AgentId, QueueId
from acd.model.message import GoReady, LogIn, LogOut
from acd.model.policy import Policy
from acd.model.queue import Queue
from acd.model.voice_message import Invited, Recording


def new_agent(agent: AgentId, at: float) -> Agent:
    """An agent the books have not met before."""
    return Agent(id=agent, presence=LoggedOut(since=at), activity=Idle(since=at))


def newcomers(view: View, at: float) -> list[Agent]:
    """The records of agents whom the version in force is the first to have."""
    return [new_agent(agent, at) for agent in view.policy.agents if view.agent(agent) is None]


def moves(view: View) -> Iterator[LogOut | LogIn | GoReady]:
    """Whoever has left the company, or whose desk is no more, logs out. Lines to the outside are always
    there: nobody logs in at them, so this is done for them.
    """
    policy = view.policy
    for agent in view.agents():
        has_desk = agent.phone is None or agent.phone in policy.phones
        if agent.id not in policy.agents or not has_desk:
            yield LogOut(agent=agent.id)
    for person in policy.agents.values():
        line = view.agent(person.id)
        if person.outside is not None and line is not None and line.phone != person.outside.phone:
            yield LogIn(agent=person.id, phone=person.outside.phone)
            yield GoReady(agent=person.id)


def needed(view: View) -> Counter[QueueId]:
    """How many need each queue: they stand there, or will, having been promised a call or left a message."""
    queues = (_needed_by(contact) for contact in view.contacts() if contact.is_live)
    return Counter(queue for queue in queues if queue is not None)


def _needed_by(contact: Contact) -> QueueId | None:
    if isinstance(contact.place, Queued):
        return contact.place.queue
    if isinstance(contact.callback, Scheduled):
        return contact.callback.appointment.queue
    message = contact.message
    return message.rules.queue if isinstance(message, Invited | Recording) else None


def changed(policy: Policy, before: Mapping[QueueId, Queue]) -> PolicyChanged:
    """What the others are to know."""
    queues = tuple(sorted(name for name, queue in policy.queues.items() if before.get(name) != queue))
    return PolicyChanged(version=policy.version, queues=queues)
