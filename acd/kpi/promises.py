"""Promises: what callers were told of their wait in a queue, and how it came out."""

from collections.abc import Iterable

import msgspec

from acd.kpi.intervals import FactsAt
from acd.model.fact import WaitEnded, WaitPromised
from acd.model.ids import ContactId, QueueId
from acd.model.promise import Promise, WaitEnd


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One promise, and what became of the wait."""

    contact: ContactId
    queue: QueueId
    at: float
    """When it was said."""
    promise: Promise
    waited_s: float
    end: WaitEnd

    @property
    def is_kept(self) -> bool | None:
        """Whether the wait was as long as was told. None: nothing was told, or nobody knows how long the wait
        would have been.
        """
        low_s, high_s = self.promise.low_s, self.promise.high_s
        if low_s is None or high_s is None or self.end is not WaitEnd.ANSWERED or self.promise.basis is None:
            return None
        return low_s <= self.waited_s <= high_s


def outcomes(entries: Iterable[FactsAt]) -> list[Outcome]:
    """The promises whose outcome is in `entries`, in the order of the outcomes."""
    said: dict[tuple[ContactId, QueueId], tuple[float, Promise]] = {}
    found: list[Outcome] = []
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case WaitPromised(contact=contact, queue=queue, promise=promise):
                    said[contact, queue] = entry.at, promise
                case WaitEnded(contact=contact, queue=queue) if (contact, queue) in said:
                    at, promise = said.pop((contact, queue))
                    outcome = Outcome(
                        contact=contact,
                        queue=queue,
                        at=at,
                        promise=promise,
                        waited_s=fact.waited_s,
                        end=fact.end,
                    )
                    found.append(outcome)
                case _:
                    pass
    return found


def promises_kept(found: Iterable[Outcome]) -> float | None:
    """The share of promises that were kept, 0 to 1, of those made to callers who had to wait and were
    answered. None: there was none.

    Source: `WaitPromised` and `WaitEnded`.
    """
    verdicts = [outcome.is_kept for outcome in found if outcome.is_kept is not None]
    return sum(verdicts) / len(verdicts) if verdicts else None
