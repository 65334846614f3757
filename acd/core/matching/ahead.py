"""Ahead: customers who are to be called before any agent is rung, and those who are being called like that.

They stand in no line: nobody is offered them before they are there. Of each class the first is looked at, and
the others come after. How many are being called is counted against the agents who could serve them, so that
no more telephones ring than agents are about to be free.
"""

from bisect import bisect_left, insort
from collections.abc import Callable

import msgspec

from acd.core.expectation.outlook import Outlook
from acd.core.matching.classes import ClassKey, NeedClass, Turn
from acd.core.matching.crew import NOBODY, Crew, Members, members
from acd.core.matching.lines import Lines
from acd.core.matching.reasons import Reasons
from acd.core.obstacles import IN_WRAP_UP
from acd.core.view import View
from acd.model.agent import WrapUp
from acd.model.contact import Queued
from acd.model.ids import AgentId, ContactId
from acd.model.policy import Policy

LOOK_S = 5.0
"""So long after a look there is another, for agents come nearer to their ends without a word."""


class Head(msgspec.Struct, frozen=True, gc=False):
    """The first of a class, and what there is for whoever stands there."""

    contact: ContactId
    free: int
    """Agents who could be offered the contact at once."""
    soon: int
    """Others whose wrap-up is over in time."""
    called: int
    """Customers who are being called, and may be served by its agents."""
    ahead: float
    """Those on the line with an earlier turn, as far as its agents serve them."""
    outlook: Outlook
    """As if the called were ahead, too, and the free had taken as many."""
    within_s: float
    """So soon an agent has to be expected."""

    def is_certain(self) -> bool:
        """Whether there are more agents than others for whom they are needed."""
        return self.called < self.free or self.called + self.ahead < self.free + self.soon

    def is_soon(self, expected_s: float | None) -> bool:
        """Whether it is likely enough, with what is expected of the wait on the line. There are never more
        customers called than agents who could serve them.
        """
        return expected_s is not None and expected_s <= self.within_s and self.called < self.outlook.agents


class Ahead:
    """Who is to be called like that, by class and turn, and who is being called."""

    def __init__(
        self,
        policy: Policy,
        crew: Crew,
        lines: Lines,
        reasons: Reasons,
        *,
        able: Callable[[NeedClass], Members],
        at_work: Callable[[], Members],
    ) -> None:
        """The look-ups say who is free for a class, and who is at work."""
        self._policy = policy
        self._crew = crew
        self._lines = lines
        self._reasons = reasons
        self._able = able
        self._at_work = at_work
        self._due: dict[ClassKey, list[Turn]] = {}
        self._places: dict[ContactId, tuple[ClassKey, Turn]] = {}
        self._called: dict[ContactId, ClassKey] = {}
        self._stirred = False
        """There may be more to be called than at the last look."""
        self._next_look_at: float | None = None

    def put(self, contact: ContactId, key: ClassKey, turn: Turn) -> None:
        """A customer is to be called."""
        self._places[contact] = key, turn
        insort(self._due.setdefault(key, []), turn)
        self._stirred = True

    def call(self, contact: ContactId, key: ClassKey) -> None:
        """A customer is being called, and no agent waits."""
        self._called[contact] = key

    def discard(self, contact: ContactId) -> None:
        """Neither of them any more."""
        self._stirred |= self._called.pop(contact, None) is not None
        place = self._places.pop(contact, None)
        if place is None:
            return
        turns = self._due[place[0]]
        del turns[bisect_left(turns, place[1])]
        if not turns:
            del self._due[place[0]]

    def contacts(self) -> list[ContactId]:
        """All of them."""
        return [*self._places, *self._called]

    def stir(self) -> None:
        """An agent has become free."""
        self._stirred = True

    def looks_at(self) -> float | None:
        """When to look again, if nothing happens before."""
        return self._next_look_at if self._due else None

    def is_time(self, at: float) -> bool:
        """Whether to look now."""
        looks_at = self.looks_at()
        return bool(self._due) and (self._stirred or (looks_at is not None and looks_at <= at))

    def note_look(self, at: float, *, again: bool) -> None:
        """It was looked, and nobody else is to be called now. Unless somebody is at work for them, it makes
        no sense to look again before something happens.
        """
        self._stirred = False
        self._next_look_at = at + LOOK_S if again else None

    def heads(self, view: View, at: float) -> list[Head]:
        """The first customers of their classes who are to be called before an agent is rung, in order; those
        for whom nobody is at work left out.
        """
        at_work = self._at_work()
        found = ((turn, self._lines.foreseen(key)) for turn, key in self._first())
        return [self._head(turn, each, at_work, view, at) for turn, each in found if each.fit & at_work]

    def _head(self, turn: Turn, need_class: NeedClass, at_work: Members, view: View, at: float) -> Head:
        agents = need_class.fit & at_work
        rules = self._policy.queues[need_class.queue].callback
        assert rules is not None
        ahead, beside = self._lines.before(need_class, at_work, turn)
        for key, number in self._before(turn):
            others = self._lines.foreseen(key).fit & at_work
            if others:
                beside += number * (others & agents).bit_count() / others.bit_count()
        free = self._able(need_class).bit_count()
        called = self._called_among(agents)
        return Head(
            contact=turn[1],
            free=free,
            soon=self._in_short_wrap_up(agents, view, at + rules.ahead_s),
            called=called,
            ahead=ahead + beside,
            outlook=Outlook(None, agents.bit_count(), ahead=ahead + max(called - free, 0), beside=beside),
            within_s=rules.ahead_s,
        )

    def _in_short_wrap_up(self, agents: Members, view: View, until: float) -> int:
        """How many of some agents are in a wrap-up that is over by a moment."""
        numbers = members(self._reasons.because().get(IN_WRAP_UP, NOBODY) & agents)
        found = (view.agent(self._crew.names[number]) for number in numbers)
        activities = (agent.activity for agent in found if agent is not None)
        return sum(isinstance(activity, WrapUp) and activity.until <= until for activity in activities)

    def overtaken(self, contact: ContactId, place: Queued, agent: AgentId) -> ContactId | None:
        """The first customer who would have been this agent's before a contact, had he or she been on the
        line; unless as many are being called as there are agents for them.
        """
        number, turn = self._crew.number[agent], (place.order_key, contact)
        for earlier, key in self._first():
            if earlier > turn:
                break
            need_class = self._lines.foreseen(key)
            agents = need_class.fit & self._at_work()
            if self._able(need_class) >> number & 1 and self._called_among(agents) < agents.bit_count():
                return earlier[1]
        return None

    def _first(self) -> list[tuple[Turn, ClassKey]]:
        """The first of each class, in order."""
        return sorted((turns[0], key) for key, turns in self._due.items())

    def _before(self, turn: Turn) -> list[tuple[ClassKey, int]]:
        """How many of each class have an earlier turn."""
        found = ((key, bisect_left(turns, turn)) for key, turns in self._due.items())
        return [(key, number) for key, number in found if number]

    def _called_among(self, agents: Members) -> int:
        """How many customers are being called whom some of these agents could serve."""
        return sum(bool(self._lines.foreseen(key).fit & agents) for key in self._called.values())
