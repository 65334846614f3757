"""What the people of the demo are like: every decision of theirs, drawn from one seed.

A decision depends on the seed and on whose turn it is, never on when it is asked for: the third call of a
seed is the same call on a slow machine and on a fast one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from acd.demo.ways import Way

ALL_KEYS = "1234567890*#"

_IMPATIENT = 0.25
_LEAVES_IN_MENU = 0.04
_MISTYPES = 0.07
_PRESSES_NOTHING = 0.04
_WANTS_A_BREAK = 0.1
_HOPELESS = 0.06
"""The weight of a way on which nobody of the demo could help, beside one on which somebody can."""
_NO_QUEUE = 0.05
"""That of a way that ends with a good-bye, such as out of hours."""


class Reaction(StrEnum):
    """What an agent does about a ringing phone."""

    ANSWER = "answer"
    IGNORE = "ignore"
    DECLINE = "decline"
    BUSY = "busy"


_REACTIONS = {Reaction.ANSWER: 86, Reaction.IGNORE: 5, Reaction.DECLINE: 5, Reaction.BUSY: 4}
_WEIGHTED = list(_REACTIONS), list(_REACTIONS.values())


@dataclass(frozen=True, kw_only=True)
class Press:
    """A key, and how long the caller listens before pressing it."""

    key: str
    after_s: float


@dataclass(frozen=True, kw_only=True)
class CallPlan:
    """What a caller is going to do."""

    caller: str
    """The number that the call comes from; one of those that are kept for stories."""
    did: str
    presses: tuple[Press, ...]
    patience_s: float
    """How long the caller waits, after the last key, until somebody answers."""
    talk_s: float
    """The longest that the caller talks."""
    rest_s: float
    """How long until the same telephone calls again."""


@dataclass(frozen=True, kw_only=True)
class RingPlan:
    """What an agent is going to do about one ring."""

    reaction: Reaction
    after_s: float
    talk_s: float
    """The longest that the agent talks."""
    wrap_up_s: float
    """How long the agent works after the talk, if the queue gives so much time."""
    break_s: float
    """How long a break the agent takes then; 0: none."""


@dataclass(frozen=True, kw_only=True)
class Habits:
    """Everybody's decisions. At a pace of 2 people do everything in half the time."""

    seed: int
    pace: float = 1.0

    def call(self, nth: int, chances: Sequence[tuple[Way, float]]) -> CallPlan:
        """The `nth` call of the demo, on one of these ways with their weights."""
        dice = self._dice("call", nth)
        (way,) = dice.choices([way for way, _ in chances], [weight for _, weight in chances])
        patient = dice.random() >= _IMPATIENT
        patience_s = dice.uniform(30, 75) if patient else dice.uniform(12, 22)
        talk_s, rest_s = dice.uniform(12, 35), dice.uniform(4, 14)
        presses = tuple(self._presses(dice, way))
        if way.keys and dice.random() < _LEAVES_IN_MENU:
            presses, patience_s = (), dice.uniform(1, 4)
        return CallPlan(
            caller=f"07700900{nth % 1000:03}",
            did=way.did,
            presses=presses,
            patience_s=patience_s / self.pace,
            talk_s=talk_s / self.pace,
            rest_s=rest_s / self.pace,
        )

    def ring(self, agent: str, nth: int) -> RingPlan:
        """The `nth` ring of an agent's phone."""
        dice = self._dice("ring", agent, nth)
        after_s, talk_s, wrap_up_s = dice.uniform(1.5, 4.5), dice.uniform(10, 30), dice.uniform(3, 9)
        break_s = dice.uniform(12, 30) if dice.random() < _WANTS_A_BREAK else 0.0
        return RingPlan(
            reaction=self._reaction(agent, nth),
            after_s=after_s / self.pace,
            talk_s=talk_s / self.pace,
            wrap_up_s=wrap_up_s / self.pace,
            break_s=break_s / self.pace,
        )

    def moment_s(self, least: float, most: float, *who: object) -> float:
        """How long somebody takes for something, in seconds."""
        return self._dice("moment", *who).uniform(least, most) / self.pace

    def _reaction(self, agent: str, nth: int) -> Reaction:
        """The first ring is answered: everybody means well at first. Who ignores one has left the desk, and
        misses the next one, too.
        """
        if nth == 0:
            return Reaction.ANSWER
        before, now = (self._dice("reaction", agent, n).choices(*_WEIGHTED)[0] for n in (nth - 1, nth))
        has_left = nth > 1 and before is Reaction.IGNORE
        return Reaction.IGNORE if has_left else now

    def _presses(self, dice: Random, way: Way) -> list[Press]:
        if dice.random() < _PRESSES_NOTHING:
            return []
        found = []
        for key, known in zip(way.keys, way.menus, strict=True):
            unknown = [other for other in ALL_KEYS if other not in known]
            if unknown and dice.random() < _MISTYPES:
                found.append(Press(key=dice.choice(unknown), after_s=dice.uniform(2, 5) / self.pace))
            found.append(Press(key=key, after_s=dice.uniform(2, 6) / self.pace))
        return found

    def _dice(self, *who: object) -> Random:
        return Random(" ".join(map(str, (self.seed, *who))))  # noqa: S311 - repeatable, and no secret


def chances(ways: Sequence[Way], hopeful: Sequence[bool]) -> list[tuple[Way, float]]:
    """How likely each way is; `hopeful`: somebody of the demo could help. A number with more ways gets more
    calls, though fewer for each of its ways.
    """
    weights = [
        _NO_QUEUE if way.queue is None else 1.0 if hope else _HOPELESS
        for way, hope in zip(ways, hopeful, strict=True)
    ]
    of_number: dict[str, int] = {}
    for way in ways:
        of_number[way.did] = of_number.get(way.did, 0) + 1
    return [(way, weight / of_number[way.did] ** 0.5) for way, weight in zip(ways, weights, strict=True)]
