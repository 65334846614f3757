"""The rival: the whole policy as one would write it first. Whoever waits is gone through in order, until one
can be served by somebody free.

Written from the policy's words, without any of the matcher's look-ups or predicates; its answers must be the
same. It keeps those who wait in order and those who are free in a dictionary, and looks at nobody else.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator

from acd.core.view import View
from acd.model.agent import Agent, Idle, Ready
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, RegionId
from acd.model.overlay import Absence, InForce
from acd.model.people import AgentPolicy
from acd.model.policy import Policy
from acd.model.queue import Choosing, Reach


class Scan:
    """Everybody who waits, and everybody who is free."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._waiting: list[tuple[float, ContactId]] = []
        self._places: dict[ContactId, Queued] = {}
        self._free: dict[AgentId, Agent] = {}
        self._absent: set[AgentId] = set()

    def see_contact(self, contact: Contact) -> None:
        """A contact has changed."""
        before = self._places.pop(contact.id, None)
        if before is not None:
            del self._waiting[bisect_left(self._waiting, (before.order_key, contact.id))]
        if isinstance(contact.place, Queued):
            self._places[contact.id] = contact.place
            insort(self._waiting, (contact.place.order_key, contact.id))

    def see_agent(self, agent: Agent) -> None:
        """An agent has changed."""
        if isinstance(agent.presence, Ready) and isinstance(agent.activity, Idle):
            self._free[agent.id] = agent
        else:
            self._free.pop(agent.id, None)

    def see_absences(self, view: View) -> None:
        """Somebody goes or comes back."""
        self._absent = {
            overlay.edit.agent
            for overlay in view.overlays()
            if isinstance(overlay.edit, Absence) and isinstance(overlay.state, InForce)
        }

    def next_pair(self) -> tuple[ContactId, AgentId] | None:
        """The first contact that somebody free may have, and the best of these."""
        if not self._free:
            return None
        kept = self._kept()
        for _, contact in self._waiting:
            place = self._places[contact]
            able = [agent for agent in self._free.values() if self._may_have(agent.id, place, kept)]
            if able:
                return contact, min(able, key=lambda agent, place=place: self._rank(agent, place)).id  # type: ignore[misc]
        return None

    def _kept(self) -> set[str]:
        """The queues that keep the free agents who serve them; where nearly all are at work."""
        people = [self._policy.agents[agent] for agent in self._free]
        return {
            queue.id
            for queue in self._policy.queues.values()
            if queue.reserve and sum(queue.id in person.queues for person in people) <= queue.reserve
        }

    def _may_have(self, agent: AgentId, place: Queued, kept: set[str]) -> bool:
        person, queue = self._policy.agents[agent], self._policy.queues[place.queue]
        ring = queue.rings[place.ring]
        if place.meant_for is not None:
            if agent not in self._takers(place):
                return False
        else:
            serves = any(name in person.queues for name in (queue.id, *ring.also))
            if not serves or (queue.id not in kept & person.queues and kept & person.queues):
                return False
        for clause in place.needs:
            if any(need.skill in ring.give_up for need in clause):
                continue
            if not any(
                person.skills.get(need.skill, 0) >= min(need.level, ring.lower.get(need.skill, 10))
                for need in clause
            ):
                return False
        return place.meant_for is not None or self._is_near(person, place.region, ring.reach)

    def _is_near(self, person: AgentPolicy, region: RegionId | None, reach: Reach) -> bool:
        if region is None or not person.regions or reach.up is None:
            return True
        above = list(self._upwards(region))
        top = above[min(reach.up, len(above) - 1)]
        return any(own in above or top in self._upwards(own) for own in person.regions)

    def _upwards(self, region: RegionId) -> Iterator[RegionId]:
        at: RegionId | None = region
        while at is not None:
            yield at
            at = self._policy.regions[at].within

    def _takers(self, place: Queued) -> list[AgentId]:
        assert place.meant_for is not None
        person = place.meant_for.agent
        if person not in self._absent and not place.meant_for.substitutes:
            return [person]
        takers = [] if person in self._absent else [person]
        asked = [person]

        def ask(agent: AgentId) -> None:
            for name in self._policy.agents[agent].substitutes:
                if name not in asked:
                    asked.append(name)
                    if name in self._absent:
                        ask(name)
                    else:
                        takers.append(name)

        ask(person)
        return takers

    def _rank(self, agent: Agent, place: Queued) -> tuple[float, float, float, AgentId]:
        person, queue = self._policy.agents[agent.id], self._policy.queues[place.queue]
        idle_since = max(agent.presence.since, agent.activity.since)
        if place.meant_for is not None:
            return self._takers(place).index(agent.id), 0.0, idle_since, agent.id
        wished = -sum(person.skills.get(wish.skill, 0) * wish.weight for wish in place.preferences)
        match queue.choosing:
            case Choosing.BEST_LEVEL:
                return wished - self._points(person, place), 0.0, idle_since, agent.id
            case Choosing.FIXED_ORDER:
                return 0.0, 0.0, idle_since, agent.id  # none of the queues names anybody
            case Choosing.FEWEST_CONTACTS:
                return wished, agent.load.contacts, idle_since, agent.id
            case Choosing.LEAST_OCCUPIED:
                return wished, agent.load.weariness, idle_since, agent.id
            case Choosing.LONGEST_IDLE:
                return wished, 0.0, idle_since, agent.id

    def _points(self, person: AgentPolicy, place: Queued) -> int:
        """For each clause the highest level that meets it."""
        ring = self._policy.queues[place.queue].rings[place.ring]
        asked = {
            tuple((need.skill, min(need.level, ring.lower.get(need.skill, 10))) for need in clause)
            for clause in place.needs
            if not any(need.skill in ring.give_up for need in clause)
        }
        kept = [one for one in asked if not any(one != other and _follows(one, other) for other in asked)]
        met = ([skill for skill, level in one if person.skills.get(skill, 0) >= level] for one in kept)
        return sum(max(person.skills[skill] for skill in skills) for skills in met)


def _follows(one: tuple[tuple[str, int], ...], other: tuple[tuple[str, int], ...]) -> bool:
    """Whether whoever meets the other clause meets this one, too."""
    weak = dict(one)
    return all(skill in weak and weak[skill] <= level for skill, level in other)
