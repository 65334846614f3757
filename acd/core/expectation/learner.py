"""The learner: it listens to what happens, and knows what each queue has learnt from it."""

from collections.abc import Callable, Iterable, Mapping

from acd.core.expectation import forecast
from acd.core.expectation.outlook import Outlook
from acd.core.expectation.rates import Rates
from acd.core.expectation.regression import Regression
from acd.model.contact import InQueue
from acd.model.experience import Experience
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
        self.kinds: dict[Kind, Regression] = {
            (lesson.needs, lesson.region): Regression.of(lesson) for lesson in lessons
        }

    def kind(self, place: InQueue) -> Regression | None:
        """What is known of contacts with such needs."""
        return self.kinds.get((place.needs, place.region)) or self.kinds.get(_OTHERS)

    def to_learn(self, place: InQueue) -> Regression:
        """Where the outcome of a wait belongs."""
        kind: Kind = (place.needs, place.region)
        found = self.kinds.get(kind)
        if found is not None:
            return found
        if len(self.kinds) >= MOST_KINDS:
            kind = _OTHERS
        return self.kinds.setdefault(kind, Regression(*kind))


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
            lessons=tuple(regression.lesson() for regression in known.kinds.values()),
        )

    def _of(self, queue: QueueId) -> _Known:
        found = self._queues.get(queue)
        if found is None:
            found = self._queues[queue] = _Known()
        return found


_NOTHING = _Known()
