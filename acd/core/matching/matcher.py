"""The matcher: it keeps who waits and who is free, and names the next pair."""

from collections.abc import Iterator
from typing import Self

from acd.core.excess import without_anybody
from acd.core.floor import View
from acd.core.matching.choice import Choice
from acd.core.matching.crew import Crew, Groups, Members, members
from acd.core.matching.lines import ClassKey, Lines, NeedClass, Turn
from acd.core.matching.reserves import Reserves
from acd.core.obstacles import KEPT_BACK, LACKS_SKILL, OTHER_PERSON, OTHER_QUEUES, OTHER_REGIONS, obstacle
from acd.core.substitution import belongs, is_away, takers
from acd.model.agent import Agent, LoggedOut
from acd.model.contact import Contact, Queued
from acd.model.ids import AgentId, ContactId, RegionId, SkillId
from acd.model.policy import Policy
from acd.model.queue import Queue
from acd.model.why import SHOWN, Why


class Matcher:
    """Holds no truth of its own: all of it follows from the records and can be built anew from them."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._crew = Crew(policy)
        self._lines = Lines(policy, self._crew)
        self._choice = Choice(policy, self._crew)
        self._reserves = Reserves(policy, self._crew)
        self._because: dict[str, Members] = {}
        """Who is not free, by reason."""
        self._reason: dict[int, str | None] = {}
        self._new_contacts: dict[ContactId, None] = {}
        self._new_agents: dict[int, None] = {}
        self._present: Members = 0
        """Who is logged in."""
        self._groups: dict[SkillId | RegionId, Members] = {
            group: self._crew.of(agent.id for agent in policy.agents.values() if belongs(agent, group))
            for group in policy.stand_ins
        }
        self._away: Members = 0
        self._deserted: Groups = frozenset()
        """Nobody who belongs to them is there."""
        self._meant: dict[ContactId, None] = {}
        """Contacts that wait for one person."""
        self._overloaded: set[AgentId] = set()
        self._relaxable: dict[ContactId, None] = {}
        """Contacts for whom another ring is to open."""
        self._unsure: dict[ContactId, None] = {}
        """Those of them of whom it is not known that somebody present could serve them."""

    @classmethod
    def of(cls, view: View) -> Self:
        """Built from the records: after loading, and when a policy has been applied."""
        matcher = cls(view.policy)
        matcher._away = matcher._crew.of(name for name in matcher._crew.names if is_away(name, view))
        for contact in view.contacts():
            matcher.see_contact(contact, view)
        for agent in view.agents():
            matcher.see_agent(agent, view)
        return matcher

    def see_contact(self, contact: Contact, view: View) -> None:
        """A contact has changed: it waits, or it does not wait any more."""
        if view.is_waiting(contact):
            assert isinstance(contact.place, Queued)
            place = contact.place
            self._lines.put(contact.id, place.order_key, self._key(place, view))
            self._new_contacts[contact.id] = None
            if place.meant_for is not None:
                self._meant[contact.id] = None
            else:
                self._meant.pop(contact.id, None)
            if _goes_on(place, view.queue(place.queue, contact.policy_version)):
                self._relaxable[contact.id] = self._unsure[contact.id] = None
            else:
                self._relaxable.pop(contact.id, None)
        else:
            self._lines.discard(contact.id)
            self._meant.pop(contact.id, None)
            self._relaxable.pop(contact.id, None)

    def _key(self, place: Queued, view: View) -> ClassKey:
        meant = place.meant_for
        who = takers(meant.agent, view, substitutes=meant.substitutes) if meant is not None else None
        return (
            place.queue,
            place.ring,
            place.needs,
            place.preferences,
            place.region,
            None if who is None else tuple(who),
            self._standing_in(place),
        )

    def _standing_in(self, place: Queued) -> Groups:
        """The groups whose stand-ins may serve at this place."""
        if not self._groups:
            return frozenset()
        asked = {need.skill for clause in place.needs for need in clause} | {place.region}
        queue = self._policy.queues.get(place.queue)
        always = queue is not None and queue.rings[min(place.ring, len(queue.rings) - 1)].stand_ins
        return frozenset(
            group for group in self._groups if group in asked and (always or group in self._deserted)
        )

    def see_substitution(self, view: View) -> None:
        """Somebody is away, or too busy, or is not any more: others may take what is meant for them."""
        for contact_id in tuple(self._meant):
            contact = view.contact(contact_id)
            if contact is not None:
                self.see_contact(contact, view)
        self._away = self._crew.of(name for name in self._crew.names if is_away(name, view))
        self._see_desertion(view)

    def _see_desertion(self, view: View) -> None:
        """Whether of each group with stand-ins anybody is there."""
        there = self._present & ~self._away
        deserted = frozenset(group for group, crew in self._groups.items() if not crew & there)
        if deserted != self._deserted:
            self._deserted = deserted
            for contact in view.contacts():
                self.see_contact(contact, view)

    def see_agent(self, agent: Agent, view: View) -> None:
        """An agent has changed: free, or not free any more, or for another reason."""
        number = self._crew.number.get(agent.id)
        if number is None:
            return
        self._see_presence(number, agent)
        if self._groups:
            self._see_desertion(view)
        if agent.load.overloaded is not (agent.id in self._overloaded):
            self._overloaded ^= {agent.id}
            self.see_substitution(view)
        before, now = self._reason.get(number, ""), obstacle(agent, view)
        self._reason[number] = now
        if before is None and now is not None:
            self._choice.discard(number)
            self._reserves.discard(number)
        if before != now:
            self._note(number, before, now)
        if now is None:
            self._choice.put(number, agent)
            self._new_agents[number] = None
            if before is not None:
                for released in self._reserves.put(number):
                    self._new_agents.update(dict.fromkeys(members(released & self._choice.free)))

    def _note(self, number: int, before: str | None, now: str | None) -> None:
        bit = 1 << number
        if before:
            self._because[before] &= ~bit
        if now is not None:
            self._because[now] = self._because.get(now, 0) | bit

    def _see_presence(self, number: int, agent: Agent) -> None:
        bit = 1 << number
        if not isinstance(agent.presence, LoggedOut):
            self._present |= bit
        elif self._present & bit:
            self._present &= ~bit
            left = (contact for each in self._lines.that_fit(number) for contact in each.waiting)
            self._unsure.update(dict.fromkeys(contact for contact in left if contact in self._relaxable))

    def next_stranded(self) -> ContactId | None:
        """A contact that nobody present could serve, and for whom another ring is to open."""
        while self._unsure:
            contact, _ = self._unsure.popitem()
            need_class = self._lines.class_of(contact)
            if need_class is not None and contact in self._relaxable and not need_class.fit & self._present:
                return contact
        return None

    def next_pair(self) -> tuple[ContactId, AgentId] | None:
        """The contact with the smallest order key that a free agent can serve, and the best such agent."""
        first = min((turn for turn in self._turns()), default=None)
        if first is None:
            return None
        need_class = self._lines.class_of(first[1])
        assert need_class is not None
        best = self._choice.first(need_class, self._able(need_class), 1)
        return first[1], self._crew.names[best[0]]

    def _turns(self) -> Iterator[Turn]:
        """Of all pairs that have become possible, where the contacts stand."""
        for number in tuple(self._new_agents):
            turn = self._turn_of(number)
            if turn is None:
                del self._new_agents[number]
            else:
                yield turn
        for contact in tuple(self._new_contacts):
            need_class = self._lines.class_of(contact)
            if need_class is None or not self._able(need_class):
                del self._new_contacts[contact]
            else:
                yield need_class.waiting.rank[contact], contact

    def _turn_of(self, number: int) -> Turn | None:
        """Where the first contact stands that this agent may be offered."""
        if not self._choice.free >> number & 1:
            return None
        match self._reserves.keeping(number):
            case []:
                return self._lines.first_for(number)
            case [keeper]:
                return self._lines.first_for(number, only=(keeper,))
            case _:  # each of them keeps the agent from the callers of the others
                return self._lines.first_for(number, only=())

    def _able(self, need_class: NeedClass) -> Members:
        """The free agents who may be offered a contact of this class."""
        if need_class.takers is not None:
            return need_class.fit & self._choice.free
        return need_class.fit & self._choice.free & ~self._reserves.kept_from(need_class.queue)

    def why(self, contact: Contact, place: Queued, at: float) -> Why:
        """The reasons of an offer about to be made to the best agent: its candidates come best first."""
        need_class = self._lines.class_of(contact.id)
        assert need_class is not None
        best = self._choice.first(need_class, self._able(need_class), SHOWN)
        return Why(
            queue=place.queue,
            needs=need_class.needs,
            ring=place.ring,
            region=place.region,
            order_key=place.order_key,
            waited_s=at - place.since,
            candidates=tuple(self._choice.candidate(number, need_class, at) for number in best),
            decided_by=self._choice.decider(need_class, best),
            excluded=dict(sorted(self._excluded(need_class))),
            ahead=self._lines.ahead(place.queue, (place.order_key, contact.id)),
            policy_version=self._policy.version,
        )

    def _excluded(self, need_class: NeedClass) -> Iterator[tuple[str, int]]:
        """How many cannot be offered a contact of this class, by reason."""
        kept = need_class.fit & self._choice.free & ~self._able(need_class)
        left_out = {
            (OTHER_QUEUES if need_class.takers is None else OTHER_PERSON): (
                self._crew.everybody & ~need_class.serving
            ),
            LACKS_SKILL: need_class.serving & ~need_class.able,
            OTHER_REGIONS: need_class.able & ~need_class.fit,
            KEPT_BACK: kept,
            **{reason: who & need_class.fit for reason, who in self._because.items()},
        }
        return ((reason, who.bit_count()) for reason, who in left_out.items() if who)


def _goes_on(place: Queued, queue: Queue) -> bool:
    """Whether there is anything beyond the present stage of a wait, should nobody be there for it."""
    is_last = place.ring + 1 >= len(queue.rings)
    return not is_last or place.meant_for is not None or without_anybody(queue, place.came_by) is not None
