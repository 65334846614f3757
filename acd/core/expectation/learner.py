"""The learner: it listens to what happens, and knows what each queue has learnt from it."""

from collections.abc import Callable, Iterable, Mapping

from acd.core.expectation import forecast
from acd.core.expectation.outlook import Outlook
from acd.core.expectation.rates import Rates
from acd.core.expectation.regression import Regression
from acd.model.contact import InQueue
from acd.model.experience import Experience, Lesson
from acd.model.fact import (
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    TalkEnded,
    TalkFailed,
    WaitEnded,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.ids import AgentId, QueueId, RegionId
from acd.model.needs import Needs
from acd.model.promise import Promise, WaitEnd

PUT_DOWN_EVERY_S, PUT_DOWN_AFTER = 30.0, 16
PUT_DOWN_BY_S = 600.0
"""What a queue has learnt is put down after so many waits, or when it was not for so long; but not more often
than every so many seconds. A restart forgets no more than that.
"""

MOST_KINDS = 64
"""Contacts of one queue with so many different needs have a lesson each; all others share one."""

STALE_AFTER = 4096
"""After so many waits of others in the queue a kind makes room for one that has none. Sooner, and many rare
kinds would drive each other out before anything is learnt of them.
"""

Kind = tuple[Needs | None, RegionId | None]
_OTHERS: Kind = (None, None)

Works = OfferOpened | OfferFailed | OfferWithdrawn | TalkFailed | TalkEnded | WrapUpBegan | WrapUpEnded
"""What tells how long a call takes an agent."""


_ENDS: Mapping[type, Callable[[Rates, float, float], None]] = {
    TalkEnded: Rates.note_talk,
    WrapUpEnded: Rates.note_wrap_up,
    OfferFailed: Rates.drop_work,
    OfferWithdrawn: Rates.drop_work,
    TalkFailed: Rates.drop_work,
}


class _Known:
    """What one queue has learnt."""

    def __init__(self, experience: Experience | None = None) -> None:
        self.rates = Rates(experience)
        self.put_down_at = experience.at if experience else 0.0
        self.new = 0
        """Waits that ended since then."""
        lessons = experience.lessons if experience else ()
        self._learnt = 0
        """Waits from which something was learnt."""
        self._kinds: dict[Kind, Regression] = {}
        self._learnt_of: dict[Kind, int] = {}
        """How many they were when the last one of a kind was; that of the longest ago first."""
        for lesson in sorted(lessons, key=lambda lesson: -lesson.others):
            kind = (lesson.needs, lesson.region)
            self._kinds[kind] = Regression.of(lesson)
            self._learnt_of[kind] = -lesson.others

    def kind(self, place: InQueue) -> Regression | None:
        """What is known of contacts with such needs."""
        return self._kinds.get((place.needs, place.region)) or self._kinds.get(_OTHERS)

    def to_learn(self, place: InQueue) -> Regression:
        """Where the outcome of a wait belongs."""
        kind: Kind = (place.needs, place.region)
        if kind not in self._kinds:
            if len(self._kinds) >= MOST_KINDS:
                self._make_room()
            if len(self._kinds) >= MOST_KINDS:
                kind = _OTHERS
            self._kinds.setdefault(kind, Regression(*kind))
        self._learnt += 1
        self._learnt_of.pop(kind, None)
        self._learnt_of[kind] = self._learnt
        return self._kinds[kind]

    def _make_room(self) -> None:
        """Forget the kinds that come no more."""
        for kind, learnt in list(self._learnt_of.items()):
            if self._learnt - learnt < STALE_AFTER:
                break
            del self._kinds[kind], self._learnt_of[kind]

    def lessons(self) -> tuple[Lesson, ...]:
        """To be put down."""
        return tuple(
            regression.lesson(others=self._learnt - self._learnt_of[kind])
            for kind, regression in self._kinds.items()
        )


class Learner:
    """What all queues have learnt."""

    def __init__(self, experiences: Iterable[Experience] = ()) -> None:
        self._queues = {experience.id: _Known(experience) for experience in experiences}
        self._work: dict[AgentId, tuple[Rates, float]] = {}
        """The rates of the queue for which an agent is at work, and since when."""
        self._last: dict[AgentId, Rates] = {}
        """Those of the queue for which an agent was at work last."""

    def promise(self, place: InQueue, outlook: Outlook) -> Promise:
        """What can be said to whoever stands at a place."""
        known = self._queues.get(place.queue)
        if known is None:
            known = _NOTHING
        return forecast.promise(outlook, known.rates, known.kind(place))

    def resume(self, agent: AgentId, queue: QueueId, since: float) -> None:
        """An agent has been at work since before we were there."""
        self._begin(agent, self._of(queue).rates, since)

    def hear_work(self, fact: Works, at: float) -> None:
        """An agent begins, goes on with or ends the work for a contact."""
        if isinstance(fact, OfferOpened):
            self._begin(fact.agent, self._of(fact.queue).rates, at)
        elif isinstance(fact, WrapUpBegan):
            if fact.agent in self._last:
                self._begin(fact.agent, self._last[fact.agent], at)
        elif fact.agent in self._work:  # else it began before we were there
            rates, since = self._work.pop(fact.agent)
            _ENDS[type(fact)](rates, since, at)

    def _begin(self, agent: AgentId, rates: Rates, at: float) -> None:
        if agent in self._work:  # whose end nobody told us
            before, since = self._work[agent]
            before.drop_work(since, at)
        self._work[agent] = rates, at
        self._last[agent] = rates
        rates.begin_work(at)

    def hear_end(self, fact: WaitEnded, place: InQueue | None, at: float) -> Experience | None:
        """A wait is over.

        Args:
            fact: how it ended.
            place: where the contact stood.
            at: the moment.

        Returns:
            What the queue has learnt, if it is time to put it down.
        """
        known = self._of(fact.queue)
        known.rates.note_wait(fact.waited_s, left=fact.end is WaitEnd.ABANDONED)
        if fact.end is WaitEnd.ANSWERED and place is not None and place.promise is not None:
            basis = place.promise.basis
            if basis is not None:  # else nobody had to be waited for
                known.to_learn(place).learn(forecast.inputs(basis), fact.waited_s)
        known.new += 1
        age_s = at - known.put_down_at
        if age_s < PUT_DOWN_EVERY_S or (known.new < PUT_DOWN_AFTER and age_s < PUT_DOWN_BY_S):
            return None
        known.put_down_at, known.new = at, 0
        return Experience(
            id=fact.queue,
            at=at,
            handled=known.rates.handled,
            handled_s=known.rates.handled_s,
            left=known.rates.left,
            waited_s=known.rates.waited_s,
            lessons=known.lessons(),
        )

    def _of(self, queue: QueueId) -> _Known:
        found = self._queues.get(queue)
        if found is None:
            found = self._queues[queue] = _Known()
        return found


_NOTHING = _Known()
