"""One run: everybody's estimate of every wait, and how wrong it was.

The estimates are made at entry, of what was known then; what they are about comes out later, and only then
may anybody learn from it. Of the callers who had to wait those count who were answered: how long the others
would have waited nobody knows. Where we said nothing, nobody's estimate counts.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import inf, nan, sqrt

import msgspec

from acd.core.expectation.rates import FEW_CALLS
from acd.model.fact import Fact, OfferOpened, PlaceTaken, TalkEnded, WaitEnded, WaitPromised
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.promise import Promise, WaitEnd
from acd.simulate.carried import policy_carried
from acd.simulate.schema import Scenario
from acd.simulate.world import Setting, World
from bench.waits.rivals import RIVALS, Estimate

OURS = "ours"


@dataclass(kw_only=True)
class Score:
    """What one run came to."""

    squared_s2: Counter[str] = field(default_factory=Counter)
    """By contestant, the squared errors together."""
    waits: int = 0
    waited_s: float = 0.0
    in_range: int = 0
    """Waits that came out within what was told."""
    unsaid: Counter[str] = field(default_factory=Counter)
    """Callers who had to wait and were told nothing, by reason."""
    too_early: int = 0
    """Promises that were made when too few calls of the queue had been handled."""
    calls: int = 0

    def relative_to(self, rival: str) -> float:
        """Our mean squared error, as a share of the rival's."""
        theirs = self.squared_s2[rival]
        return self.squared_s2[OURS] / theirs if theirs else nan

    def error_s(self, who: str) -> float:
        """The root of a contestant's mean squared error."""
        return sqrt(self.squared_s2[who] / self.waits) if self.waits else nan


class _Told(msgspec.Struct, frozen=True):
    """What everybody said to one caller."""

    promise: Promise
    rivals: dict[str, float]


class Witness(World):
    """A simulated call centre in which somebody notes what was told, and how it came out."""

    def __init__(self, scenario: Scenario, *, seed: int) -> None:
        super().__init__(Setting(policy=policy_carried(scenario), scenario=scenario), seed=seed, run=0)
        self.score = Score()
        self._rivals: defaultdict[QueueId, dict[str, Estimate]] = defaultdict(
            lambda: {name: rival() for name, rival in RIVALS.items()}
        )
        self._kept: dict[ContactId, _Told] = {}
        self._handled: Counter[QueueId] = Counter()
        """By queue, talks that have ended."""
        self._serves: dict[AgentId, QueueId] = {}

    def _listen(self, facts: tuple[Fact, ...]) -> None:
        super()._listen(facts)
        for fact in facts:
            match fact:
                case PlaceTaken():
                    self.score.calls += 1
                case WaitPromised():
                    self._note(fact)
                case WaitEnded(end=WaitEnd.ANSWERED):
                    self._compare(fact)
                case WaitEnded():
                    self._kept.pop(fact.contact, None)
                case OfferOpened(agent=agent, queue=queue):
                    self._serves[agent] = queue
                case TalkEnded(agent=agent):
                    self._handled[self._serves[agent]] += 1
                case _:
                    pass

    def _note(self, fact: WaitPromised) -> None:
        promise, rivals = fact.promise, self._rivals[fact.queue]
        said = {name: rival.expected_s() for name, rival in rivals.items()}
        self._kept[fact.contact] = _Told(promise, said)
        if promise.unsure is not None:
            self.score.unsaid[promise.unsure] += 1
        elif promise.basis is not None and self._handled[fact.queue] < FEW_CALLS:
            self.score.too_early += 1

    def _compare(self, fact: WaitEnded) -> None:
        told, waited_s = self._kept.pop(fact.contact), fact.waited_s
        for rival in self._rivals[fact.queue].values():
            rival.answered(waited_s)
        promise = told.promise
        if promise.basis is None or promise.expected_s is None or promise.unsure is not None:
            return
        score = self.score
        score.waits += 1
        score.waited_s += waited_s
        score.in_range += (promise.low_s or 0.0) <= waited_s <= (promise.high_s or inf)
        for name, said_s in {OURS: promise.expected_s, **told.rivals}.items():
            score.squared_s2[name] += (said_s - waited_s) ** 2  # type: ignore[assignment]


def contest(scenario: Scenario, *, seed: int) -> Score:
    """Run a scenario and tell how it came out."""
    witness = Witness(scenario, seed=seed)
    witness.run()
    return witness.score
