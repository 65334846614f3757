"""Contacts that are meant for one person, and whose lines change when somebody comes or goes."""

from collections import defaultdict
from collections.abc import Callable

from acd.model.ids import AgentId, ContactId
from acd.model.policy import Policy


class Meant:
    """Who waits for whom."""

    def __init__(self, policy: Policy) -> None:
        self._replaced_by: defaultdict[AgentId, list[AgentId]] = defaultdict(list)
        """By agent: whose substitute he or she is."""
        for agent in policy.agents.values():
            for substitute in agent.substitutes:
                self._replaced_by[substitute].append(agent.id)
        self._person: dict[ContactId, AgentId] = {}
        self._waiting: defaultdict[AgentId, dict[ContactId, None]] = defaultdict(dict)

    def put(self, contact: ContactId, person: AgentId) -> None:
        """A contact waits for this person."""
        self.discard(contact)
        self._person[contact] = person
        self._waiting[person][contact] = None

    def discard(self, contact: ContactId) -> None:
        """A contact does not wait for anybody in particular, or not at all."""
        person = self._person.pop(contact, None)
        if person is not None:
            del self._waiting[person][contact]

    def concerned(self, agent: AgentId, is_away: Callable[[AgentId], bool]) -> list[ContactId]:
        """Whom others may take, or not any more, when this agent goes or comes back: who waits for him or
        her, or for somebody whose substitute he or she is, or substitute's substitute while that one is away.
        """
        people, pending, found = {agent}, [agent], list[ContactId]()
        while pending:
            person = pending.pop()
            found.extend(self._waiting.get(person, ()))
            if person == agent or is_away(person):
                new = [each for each in self._replaced_by.get(person, ()) if each not in people]
                people.update(new)
                pending.extend(new)
        return found
