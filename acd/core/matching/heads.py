"""Heads: who stands first in each need class, and the first of all whom an agent fits.

An agent who becomes free must find the first contact he or she can serve among thousands of classes. Most
classes only few agents fit: each agent has a list of those, and one look at the heads of all of them takes a
few microseconds. The others, which many fit, are grouped by queue: a group keeps its heads in order, and the
agent goes along them until one fits.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Sequence
from math import inf

from acd.core.matching.classes import NEVER, NeedClass, Turn
from acd.core.matching.crew import NOBODY, Crew, Members, members
from acd.model.ids import ContactId, QueueId

FEW = 16
"""A class that less than one in so many agents fit is on the list of each of them."""

Only = Sequence[QueueId] | None
"""The queues that an agent's look is limited to, beside the contacts that wait for one person. None: all."""


class Group:
    """The classes of one queue that many agents fit, in the order of their heads."""

    def __init__(self, queue: QueueId) -> None:
        self.queue = queue
        self.heads: list[tuple[float, ContactId, NeedClass]] = []

    def replace(self, need_class: NeedClass, old: Turn, new: Turn) -> None:
        """Another contact is the first of a class, or it is empty now, or was."""
        if old is not NEVER:
            del self.heads[bisect_left(self.heads, old)]
        if new is not NEVER:
            insort(self.heads, (*new, need_class))

    def first_for(self, agent: int, before: Turn) -> Turn:
        """The first contact that an agent fits, if it comes before this turn; otherwise that turn."""
        for order_key, contact, need_class in self.heads:
            if (order_key, contact) > before:
                break
            if need_class.fit >> agent & 1:
                return order_key, contact
        return before


class Heads:
    """The first turn of every class."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._turns: list[Turn] = []
        """By slot, as are these."""
        self._order_keys = array("d")
        """Of the turns: side by side, so that a look at many of them does not go all over the memory."""
        self._queues: list[QueueId | None] = []
        """None: a class of those who wait for one person."""
        self._vacant: list[int] = []
        self._own = [array("I") for _ in crew.names]
        """By agent, the slots of the classes that only few fit."""
        self._few: dict[int, NeedClass] = {}
        """These classes, by slot."""
        self._group_of: dict[NeedClass, Group] = {}
        self._groups: dict[tuple[QueueId, ...], Group] = {}
        self._groups_of: list[tuple[Group, ...]] = [()] * len(crew.names)
        """By agent."""
        self.unwanted: Members = NOBODY
        """Of whom it is known that nobody waits whom they fit."""

    def add(self, need_class: NeedClass, queues: tuple[QueueId, ...]) -> None:
        """A class has been made, which those who serve one of these queues may fit, and nobody else.

        None of its contacts waits yet.
        """
        if not self._vacant:
            self._vacant.append(len(self._turns))
            self._turns.append(NEVER)
            self._order_keys.append(inf)
            self._queues.append(None)
        slot = need_class.slot = self._vacant.pop()
        self._queues[slot] = None if need_class.takers is not None else need_class.queue
        if not need_class.is_passing and need_class.fit.bit_count() * FEW >= len(self._crew.names):
            need_class.is_broad = True
            self._group_of[need_class] = self._groups.get(queues) or self._make_group(queues)
            return
        self._few[slot] = need_class
        for agent in members(need_class.fit):
            self._own[agent].append(slot)

    def drop(self, need_class: NeedClass) -> None:
        """Forget a class of which nobody waits."""
        del self._few[need_class.slot]
        self._vacant.append(need_class.slot)
        for agent in members(need_class.fit):
            self._own[agent].remove(need_class.slot)

    def follow(self, need_class: NeedClass) -> None:
        """Somebody has joined or left a class."""
        old, new = self._turns[need_class.slot], need_class.turns[0] if need_class.turns else NEVER
        if old is new:
            return
        self._turns[need_class.slot] = new
        self._order_keys[need_class.slot] = new[0]
        if old is NEVER and self.unwanted:
            self.unwanted &= ~need_class.fit
        if need_class.is_broad:
            self._group_of[need_class].replace(need_class, old, new)

    def first_for(self, agent: int, only: Only = None) -> Turn:
        """The first contact that an agent fits; `NEVER`, if there is none."""
        if self.unwanted >> agent & 1:
            return NEVER
        slots: Sequence[int] = self._own[agent]
        if only is not None:
            slots = [slot for slot in slots if self._queues[slot] is None or self._queues[slot] in only]
        order_keys = list(map(self._order_keys.__getitem__, slots))
        least = min(order_keys, default=inf)
        if least == inf:
            first = NEVER
        elif order_keys.count(least) == 1:
            first = self._turns[slots[order_keys.index(least)]]
        else:  # several who came at the same moment
            first = min(map(self._turns.__getitem__, slots))
        for group in self._groups_of[agent]:
            if group.heads and (only is None or group.queue in only):
                first = group.first_for(agent, before=first)
        if first is NEVER and only is None:
            self.unwanted |= 1 << agent
        return first

    def classes_of(self, agent: int) -> list[NeedClass]:
        """The classes that an agent fits, whether anybody waits in them or not."""
        broad = [each for each in self._group_of if each.fit >> agent & 1]
        return [*(self._few[slot] for slot in self._own[agent]), *broad]

    def _make_group(self, queues: tuple[QueueId, ...]) -> Group:
        group = self._groups[queues] = Group(queues[0])
        for agent in members(self._crew.serving_any(queues)):
            self._groups_of[agent] += (group,)
        return group
