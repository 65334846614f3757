"""Tally: what one run has measured, from the facts and agents that the engine tells.

Counted are the callers who call while the run is measured, whenever their calls end; of the agents, the time
from the beginning of the measuring to its end. The formulas are those of `acd.kpi`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from acd.core.view import View
from acd.kpi.visits import Result, Visit
from acd.model.agent import Agent, OnCall, Ready, WrapUp
from acd.model.contact import Ending, MeantFor
from acd.model.fact import (
    ContactEnded,
    Fact,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    Overflowed,
    PersonBack,
    PersonGivenUp,
    PlaceTaken,
    TalkBegan,
    TalkFailed,
)
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.why import Why
from acd.simulate.callback_tally import CallbackTally


class Meant(StrEnum):
    """What became of somebody who was meant for one person."""

    PERSON = "person"
    """That person answered."""
    SUBSTITUTE = "substitute"
    """One of the substitutes did."""
    STAND_IN = "stand_in"
    """The person was not waited for any longer: somebody did who stands in for a skill or a region."""
    QUEUE = "queue"
    """The person was not waited for any longer: anybody of the queue did."""
    HUNG_UP = "hung_up"
    """While it was kept for that person and the substitutes."""
    HUNG_UP_LATER = "hung_up_later"
    """When anybody of the queue might have answered."""
    ELSEWHERE = "elsewhere"
    """Sent on to a flow or a box, or still waiting."""


class StreamTally:
    """What became of the callers of one stream who called while the run was measured."""

    def __init__(self) -> None:
        self.offered = 0
        self.blocked = 0
        self.delayed = 0
        """Nobody was free for them at once."""
        self.overflowed = 0
        """Left a queue for another one, a flow or a box."""
        self.still_waiting = 0
        """Neither answered nor gone when the run ended."""
        self.visits: list[Visit] = []
        """Of all who came to a queue, from the first entry to the answer, the end, or the end of the run."""
        self.rings: Counter[int] = Counter()
        """Answered, by the ring that was open."""
        self.stood_in = 0
        """Answered by somebody who stands in for a skill or a region."""
        self.meant: Counter[Meant] = Counter()
        """What became of those who were meant for one person."""
        self.meant_wait_s: defaultdict[Meant, float] = defaultdict(float)
        """Their waits together, likewise."""


class AgentTally:
    """How an agent spent the time that was measured."""

    def __init__(self, since: float) -> None:
        self.idle_s = 0.0
        """Ready, with nothing to do; while the phone rings, too."""
        self.busy_s: defaultdict[str, float] = defaultdict(float)
        """Talk and wrap-up, by stream."""
        self.contacts = 0
        self.failures = 0
        """Offers not taken."""
        self._since = since
        self.stream: str | None = None
        """Whose caller it works for."""
        self._idle = False

    @property
    def busy_all_s(self) -> float:
        """Talk and wrap-up, whoever the callers were."""
        return sum(self.busy_s.values())

    def turn(self, at: float, stream: str | None, *, idle: bool) -> None:
        """From now on it does something else; the moment is within the measured time."""
        spent_s = at - self._since
        if self.stream is not None:
            self.busy_s[self.stream] += spent_s
        elif self._idle:
            self.idle_s += spent_s
        self._since, self.stream, self._idle = at, stream, idle


class _Seen(msgspec.Struct, kw_only=True):
    """A contact as far as it has come."""

    stream: str
    tally: StreamTally | None
    """None: it called before or after the measuring."""
    queue: QueueId | None = None
    entered_at: float = 0.0
    unrung_since: float | None = None
    """Since when no phone rings for it."""
    is_delayed: bool = False
    why: Why | None = None
    """Of the last offer."""
    offered_to: AgentId | None = None
    """Likewise."""
    answered_at: float | None = None
    meant_for: MeantFor | None = None
    """The one person, also when nobody waits for that one any longer."""
    is_kept: bool = False
    """For that person, and perhaps the substitutes."""


class Tally:
    """All that one run measures between two moments, in seconds since the epoch."""

    def __init__(self, streams: Iterable[str], *, begins_at: float, ends_at: float) -> None:
        self.streams = {stream: StreamTally() for stream in streams}
        self.agents: dict[AgentId, AgentTally] = {}
        self.open = 0
        """Counted callers whose calls have not ended."""
        self.calls = 0
        """Simulated in all, those before and after the measuring and those who met a busy line included."""
        self.callbacks = CallbackTally(begins_at=begins_at, ends_at=ends_at)
        self._begins_at, self._ends_at = begins_at, ends_at
        self._seen: dict[ContactId, _Seen] = {}
        self._handlers: Mapping[type, Callable[[Any, float, View], None]] = {
            PlaceTaken: self._enter,
            PersonGivenUp: self._give_up,
            PersonBack: self._be_kept_again,
            OfferOpened: self._be_rung,
            OfferFailed: self._fall_silent,
            OfferWithdrawn: self._fall_silent,
            TalkBegan: self._be_answered,
            TalkFailed: self._wait_again,
            Overflowed: self._overflow,
            ContactEnded: self._end,
        }

    def call(self, stream: str, at: float, *, blocked: bool) -> bool:
        """Somebody calls. Returns whether the call counts."""
        self.calls += 1
        counts = self._begins_at <= at < self._ends_at
        if counts:
            tally = self.streams[stream]
            tally.offered += 1
            tally.blocked += blocked
            self.open += not blocked
        return counts

    def meet(self, contact: ContactId, stream: str, *, counts: bool) -> None:
        """The call has become a contact."""
        self._seen[contact] = _Seen(stream=stream, tally=self.streams[stream] if counts else None)

    def read(self, facts: Iterable[Fact], at: float, view: View) -> None:
        """What the engine has concluded."""
        for handlers in (self._handlers, self.callbacks.handlers):
            for fact in facts:
                handler = handlers.get(type(fact))
                if handler is not None:
                    handler(fact, at, view)

    # --- contacts -------------------------------------------------------------------------------------

    def _enter(self, fact: PlaceTaken, at: float, _view: View) -> None:
        seen = self._seen[fact.contact]
        if seen.queue is None:
            seen.queue, seen.entered_at, seen.unrung_since = fact.queue, at, at
        seen.meant_for = seen.meant_for or fact.meant_for
        seen.is_kept = fact.meant_for is not None

    def _give_up(self, fact: PersonGivenUp, _at: float, _view: View) -> None:
        self._seen[fact.contact].is_kept = fact.substitutes

    def _be_kept_again(self, fact: PersonBack, _at: float, _view: View) -> None:
        self._seen[fact.contact].is_kept = True

    def _be_rung(self, fact: OfferOpened, at: float, _view: View) -> None:
        seen = self._seen[fact.contact]
        seen.is_delayed = seen.is_delayed or at != seen.unrung_since
        seen.unrung_since = None
        seen.why, seen.offered_to = fact.why, fact.agent

    def _fall_silent(self, fact: OfferFailed | OfferWithdrawn, at: float, _view: View) -> None:
        seen = self._seen.get(fact.contact)
        if seen is not None:  # an offer is withdrawn after its contact has ended
            seen.unrung_since = at
        if isinstance(fact, OfferFailed) and self._begins_at <= at < self._ends_at:
            self._agent(fact.agent).failures += 1

    def _be_answered(self, fact: TalkBegan, at: float, _view: View) -> None:
        seen = self._seen[fact.contact]
        seen.answered_at = at
        if seen.tally is not None:
            self._agent(fact.agent).contacts += 1

    def _wait_again(self, fact: TalkFailed, at: float, _view: View) -> None:
        seen = self._seen[fact.contact]
        seen.answered_at, seen.unrung_since = None, at

    def _overflow(self, fact: Overflowed, _at: float, _view: View) -> None:
        tally = self._seen[fact.contact].tally
        if tally is not None:
            tally.overflowed += 1

    def _end(self, fact: ContactEnded, at: float, _view: View) -> None:
        seen = self._seen.pop(fact.contact)
        if seen.tally is not None:
            self.open -= 1
            self._count(fact.contact, seen, seen.tally, at, fact.ending)

    # --- agents ---------------------------------------------------------------------------------------

    def see(self, agent: Agent, at: float) -> None:
        """An agent has changed."""
        activity = agent.activity
        stream: str | None = None
        if isinstance(activity, OnCall | WrapUp):
            seen = self._seen.get(activity.contact)
            before = self._agent(agent.id)
            stream = seen.stream if seen is not None else before.stream
        idle = stream is None and isinstance(agent.presence, Ready)
        within = min(max(at, self._begins_at), self._ends_at)
        self._agent(agent.id).turn(within, stream, idle=idle)

    def close(self, at: float) -> None:
        """The run is over. Counted callers who are still there have waited until now, at least."""
        for contact, seen in self._seen.items():
            if seen.tally is not None and seen.queue is not None:
                seen.tally.still_waiting += seen.answered_at is None
                self._count(contact, seen, seen.tally, at, None)
        for agent in self.agents.values():
            agent.turn(self._ends_at, None, idle=False)

    def _count(
        self, contact: ContactId, seen: _Seen, tally: StreamTally, at: float, ending: Ending | None
    ) -> None:
        result = _result(seen, ending)
        waited_s = _count(contact, seen, tally, at, result)
        if waited_s is not None:
            self.callbacks.count(contact, result, waited_s, is_over=ending is not None)

    def _agent(self, agent: AgentId) -> AgentTally:
        tally = self.agents.get(agent)
        if tally is None:
            tally = self.agents[agent] = AgentTally(self._begins_at)
        return tally


def _count(contact: ContactId, seen: _Seen, tally: StreamTally, at: float, result: Result) -> float | None:
    """What has become of a counted caller, at the end of the call or of the run. Returns how long it waited,
    if it came to a queue.
    """
    if seen.queue is None:
        return None
    waits = seen.unrung_since is not None and seen.answered_at is None
    tally.delayed += seen.is_delayed or (waits and at != seen.unrung_since)
    waited_s = (at if seen.answered_at is None else seen.answered_at) - seen.entered_at
    tally.visits.append(
        Visit(
            contact=contact,
            queue=seen.queue,
            entered_at=seen.entered_at,
            waited_s=waited_s,
            result=result,
        )
    )
    if seen.answered_at is not None and seen.why is not None:
        tally.rings[seen.why.ring] += 1
        tally.stood_in += bool(seen.why.stands_in_for)
    if seen.meant_for is not None:
        end = _end_of_meant(seen, seen.meant_for, result)
        tally.meant[end] += 1
        tally.meant_wait_s[end] += waited_s
    return waited_s


def _end_of_meant(seen: _Seen, meant_for: MeantFor, result: Result) -> Meant:
    why = seen.why
    if result is Result.ABANDONED:
        return Meant.HUNG_UP if seen.is_kept else Meant.HUNG_UP_LATER
    if result is not Result.ANSWERED or why is None:
        return Meant.ELSEWHERE
    if seen.offered_to == meant_for.agent:
        return Meant.PERSON
    if why.passed_over:
        return Meant.SUBSTITUTE
    return Meant.STAND_IN if why.stands_in_for else Meant.QUEUE


def _result(seen: _Seen, ending: Ending | None) -> Result:
    if seen.answered_at is not None:
        return Result.ANSWERED
    # Who was sent to a box or a flow, was called back in vain, or still waits, was offered, and neither
    # answered nor gone by will.
    return Result.ABANDONED if ending in (Ending.ABANDONED, Ending.LEFT_AGAIN) else Result.LOST
