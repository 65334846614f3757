"""Matching: which waiting contact is offered to which free agent, next.

Contacts that the same agents can serve form a *need class*: one queue and one set of needs. Each class keeps
its waiting contacts by order key and its free agents by proficiency, then longest idle, then id. A class is
*dirty* when something has come that it could use: a contact, or an agent. Only dirty classes are looked at,
and only until they are clean; nothing polls.
"""

from collections import defaultdict
from typing import Self

from acd.core.floor import View
from acd.core.lazy_heap import LazyHeap
from acd.model.agent import Agent
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.policy import AgentPolicy, Needs, Policy, meets, proficiency

ClassKey = tuple[QueueId, Needs]


class NeedClass:
    """The contacts of one class that wait, and the agents who could take one now."""

    def __init__(self, key: ClassKey, agents: dict[AgentId, AgentPolicy]) -> None:
        queue, needs = key
        self.key = key
        self.waiting: LazyHeap[ContactId] = LazyHeap()
        self.free: LazyHeap[AgentId] = LazyHeap()
        self.proficiency = {
            agent.id: proficiency(agent.skills, needs)
            for agent in agents.values()
            if queue in agent.queues and meets(agent.skills, needs)
        }


class Matcher:
    """Keeps the need classes of one floor and names the next pair. It holds no truth of its own:
    everything in it follows from the records and can be built anew from them.
    """

    def __init__(self, policy: Policy) -> None:
        self._agents = policy.agents
        self._classes: dict[ClassKey, NeedClass] = {}
        self._classes_of: defaultdict[AgentId, list[NeedClass]] = defaultdict(list)
        self._class_of: dict[ContactId, NeedClass] = {}
        self._dirty: dict[ClassKey, NeedClass] = {}

    @classmethod
    def of(cls, view: View) -> Self:
        """Built from the records: after loading, and when a policy has been applied."""
        matcher = cls(view.policy)
        for contact in view.contacts():
            matcher.see_contact(contact, view)
        for agent in view.agents():
            matcher.see_agent(agent, view)
        return matcher

    def see_contact(self, contact: Contact, view: View) -> None:
        """A contact has changed: it waits, or it does not wait any more."""
        known = self._class_of.pop(contact.id, None)
        if known is not None:
            known.waiting.discard(contact.id)
        if not view.is_waiting(contact):
            return
        assert isinstance(contact.place, Queued)
        need_class = self._class(contact.place, view)
        need_class.waiting.put(contact.id, contact.place.order_key)
        self._class_of[contact.id] = need_class
        self._dirty[need_class.key] = need_class

    def see_agent(self, agent: Agent, view: View) -> None:
        """An agent has changed: free, or not free any more."""
        is_offerable = view.is_offerable(agent)
        for need_class in self._classes_of.get(agent.id, ()):
            if is_offerable:
                need_class.free.put(agent.id, (-need_class.proficiency[agent.id], agent.idle_since))
                self._dirty[need_class.key] = need_class
            else:
                need_class.free.discard(agent.id)

    def next_pair(self) -> tuple[ContactId, AgentId] | None:
        """The contact with the smallest order key that a free agent can serve, and the best such agent."""
        best: tuple[float, ContactId, AgentId] | None = None
        for key, need_class in list(self._dirty.items()):
            head, agent = need_class.waiting.least(), need_class.free.least()
            if head is None or agent is None:
                del self._dirty[key]
                continue
            pair = (head[0], head[1], agent[1])
            best = pair if best is None else min(best, pair)
        return (best[1], best[2]) if best else None

    def _class(self, place: Queued, view: View) -> NeedClass:
        key = (place.queue, place.needs)
        found = self._classes.get(key)
        if found is None:
            found = self._classes[key] = NeedClass(key, self._agents)
            for agent_id in found.proficiency:
                self._classes_of[agent_id].append(found)
                agent = view.agent(agent_id)
                if agent is not None and view.is_offerable(agent):
                    found.free.put(agent_id, (-found.proficiency[agent_id], agent.idle_since))
        return found
