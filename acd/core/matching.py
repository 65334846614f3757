"""Matching: which waiting contact is offered to which free agent, next, and why.

Contacts that the same agents can serve form a *need class*: one queue and one set of needs. Each class keeps
its waiting contacts by order key, its free agents by proficiency, then longest idle, then id, and counts what
keeps all others from its contacts. A class is *dirty* when something has come that it could use: a contact,
or an agent. Only dirty classes are looked at, and only until they are clean; nothing polls.

So neither a decision nor its explanation goes through all agents, or through all who wait.
"""

from collections import Counter, defaultdict
from typing import Self

from acd.core.floor import View
from acd.core.lazy_heap import LazyHeap
from acd.core.line import Line
from acd.core.obstacles import misfit, obstacle
from acd.model.agent import Agent
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.policy import AgentPolicy, Needs, Policy, proficiency
from acd.model.why import SHOWN, Candidate, Why

ClassKey = tuple[QueueId, Needs]


Rank = tuple[int, float]
"""Of a free agent in a class: the proficiency, negated, and idle since when. The smallest is the best."""


class NeedClass:
    """The contacts of one class that wait, the agents who could take one now, and why others could not."""

    def __init__(self, key: ClassKey, agents: dict[AgentId, AgentPolicy], view: View) -> None:
        queue, needs = key
        self.key = key
        self.waiting: Line[ContactId] = Line()
        self.free: LazyHeap[AgentId] = LazyHeap()
        self.proficiency: dict[AgentId, int] = {}
        self.excluded: Counter[str] = Counter()
        for agent in view.agents():
            unfit = misfit(agents.get(agent.id), queue, needs)
            if unfit is None:
                self.proficiency[agent.id] = proficiency(agents[agent.id].skills, needs)
            else:
                self.excluded[unfit] += 1

    def note(self, agent: Agent, before: str | None, now: str | None) -> None:
        """What keeps an agent of this class from its contacts has changed; None: nothing does."""
        if before is not None:
            self.excluded[before] -= 1
        if now is not None:
            self.excluded[now] += 1
            self.free.discard(agent.id)
        else:
            self.free.put(agent.id, (-self.proficiency[agent.id], agent.idle_since))


class Matcher:
    """Keeps the need classes of one floor and names the next pair. It holds no truth of its own:
    everything in it follows from the records and can be built anew from them.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._classes: dict[ClassKey, NeedClass] = {}
        self._classes_of: defaultdict[AgentId, list[NeedClass]] = defaultdict(list)
        self._class_of: dict[ContactId, NeedClass] = {}
        self._classes_in: defaultdict[QueueId, list[NeedClass]] = defaultdict(list)
        self._obstacle: dict[AgentId, str | None] = {}
        """As all classes of the agent have it."""
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
        """An agent has changed: free, or not free any more, or for another reason."""
        before, now = self._obstacle.get(agent.id), obstacle(agent, view)
        self._obstacle[agent.id] = now
        for need_class in self._classes_of.get(agent.id, ()):
            need_class.note(agent, before, now)
            if now is None:
                self._dirty[need_class.key] = need_class

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

    def why(self, contact: Contact, place: Queued, at: float) -> Why:
        """The reasons of an offer about to be made to the best agent: its candidates come best first."""
        need_class = self._class_of[contact.id]
        candidates: list[tuple[Rank, AgentId]] = need_class.free.first(SHOWN)
        return Why(
            queue=place.queue,
            needs=place.needs,
            order_key=place.order_key,
            waited_s=at - place.since,
            candidates=tuple(
                Candidate(agent=agent, proficiency=-level, idle_s=at - idle_since)
                for (level, idle_since), agent in candidates
            ),
            excluded={reason: count for reason, count in sorted(need_class.excluded.items()) if count},
            ahead=sum(
                each.waiting.before(place.order_key, contact.id) for each in self._classes_in[place.queue]
            ),
            policy_version=self._policy.version,
        )

    def _class(self, place: Queued, view: View) -> NeedClass:
        key = (place.queue, place.needs)
        found = self._classes.get(key)
        if found is None:
            found = self._classes[key] = NeedClass(key, self._policy.agents, view)
            self._classes_in[place.queue].append(found)
            for agent_id in found.proficiency:
                agent = view.agent(agent_id)
                assert agent is not None
                self.see_agent(agent, view)
                self._classes_of[agent_id].append(found)
                found.note(agent, None, self._obstacle[agent_id])
        return found
