"""The floor's books as they are written: what has become of each call so far, and the sums."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from acd.demo.decisions import Decision, Sort, decisions
from acd.kpi.figures import asa_s
from acd.kpi.visits import Result, Visit, visits
from acd.model.contact import Ending
from acd.model.fact import (
    ContactArrived,
    ContactEnded,
    Fact,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    PlaceRestored,
    PlaceTaken,
    PromptBegan,
    TalkJoined,
)
from acd.runtime.ports import Entry
from acd.telling.names import Names


@dataclass(frozen=True, kw_only=True)
class CallSoFar:
    """What the facts tell about a call that is not over."""

    caller: str
    """The number, or words for a withheld one."""
    prompt: str = ""
    """Which was played last."""
    since: float
    """Moment at which the present stage began: menu, waiting, ringing or talking."""
    queued_at: float | None = None


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What became of the calls of the demo."""

    arrived: int
    offered: int
    """Entered a queue, and the call is over."""
    served: int
    abandoned: int
    endings: dict[Ending, int]
    mean_wait_s: float | None
    """Of those who were answered; None: nobody yet."""
    decided: dict[Sort, int]
    example: str | None
    """The finished call about which most was decided."""


@dataclass
class Ledger:
    """Reads entries in order, each once. Remembers no more of a finished call than how it went."""

    calls: dict[str, CallSoFar] = field(default_factory=dict)
    _entries: dict[str, list[Entry]] = field(default_factory=dict)
    _visits: list[Visit] = field(default_factory=list)
    _arrived: int = 0
    _endings: Counter[Ending] = field(default_factory=Counter)
    _decided: Counter[Sort] = field(default_factory=Counter)
    _example: tuple[int, str] | None = None

    def read(self, entries: Iterable[Entry], names: Names) -> list[Decision]:
        """The decisions in these entries."""
        found: list[Decision] = []
        for entry in entries:
            for fact in entry.facts:
                if isinstance(fact, ContactArrived):
                    self._open(fact, entry.at)
            told = [self._with_caller(decision) for decision in decisions(entry, names)]
            found += told
            self._decided.update(decision.sort for decision in told)
            for fact in entry.facts:
                self._read(fact, entry)
        return found

    def sums(self) -> Sums:
        """The sums so far."""
        results = Counter(visit.result for visit in self._visits)
        return Sums(
            arrived=self._arrived,
            offered=len(self._visits),
            served=results[Result.ANSWERED],
            abandoned=results[Result.ABANDONED],
            endings=dict(self._endings),
            mean_wait_s=asa_s(self._visits),
            decided=dict(self._decided),
            example=self._example[1] if self._example else None,
        )

    def _open(self, fact: ContactArrived, at: float) -> None:
        self._arrived += 1
        self._entries[fact.contact] = []
        self.calls[fact.contact] = CallSoFar(caller=fact.caller or "number withheld", since=at)

    def _with_caller(self, decision: Decision) -> Decision:
        call = self.calls.get(decision.contact or "")
        return replace(decision, caller=call.caller) if call else decision

    def _read(self, fact: Fact, entry: Entry) -> None:
        contact = getattr(fact, "contact", None)
        if contact not in self.calls:
            return  # it came before we looked
        kept = self._entries[contact]
        if not kept or kept[-1] is not entry:
            kept.append(entry)
        self.calls[contact] = _stage(self.calls[contact], fact, entry.at)
        if isinstance(fact, ContactEnded):
            self._close(fact)

    def _close(self, fact: ContactEnded) -> None:
        entries = self._entries.pop(fact.contact)
        del self.calls[fact.contact]
        self._endings[fact.ending] += 1
        self._visits += [visit for visit in visits(entries) if visit.contact == fact.contact]
        offers = sum(
            isinstance(one, OfferOpened) and one.contact == fact.contact
            for entry in entries
            for one in entry.facts
        )
        if offers and (self._example is None or offers > self._example[0]):
            self._example = offers, fact.contact


def _stage(call: CallSoFar, fact: Fact, at: float) -> CallSoFar:
    match fact:
        case PromptBegan(prompt=prompt):
            return replace(call, prompt=prompt)
        case PlaceTaken():
            return replace(call, since=at, queued_at=at)
        case OfferOpened() | TalkJoined():
            return replace(call, since=at)
        case OfferFailed() | OfferWithdrawn() | PlaceRestored():
            return replace(call, since=call.queued_at or at)
        case _:
            return call
