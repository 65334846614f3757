"""Visits: each contact that entered a queue, and what became of it."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from acd.kpi.intervals import FactsAt
from acd.model.contact import Ending
from acd.model.fact import ContactEnded, PlaceTaken, TalkBegan, TalkFailed
from acd.model.ids import ContactId, QueueId


class Result(StrEnum):
    """How a visit to a queue ended."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    """The caller left before an answer."""
    LOST = "lost"
    """The call broke off while nobody watched: offered, and neither answered nor abandoned."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One contact's visit to one queue, from entry to an answer or to the caller's going."""

    contact: ContactId
    queue: QueueId
    entered_at: float
    waited_s: float
    result: Result


def visits(entries: Iterable[FactsAt]) -> list[Visit]:
    """The visits that came to an end in `entries`, in the order of their contacts' ends.

    An answer counts from the moment the agent answered, unless the two could not be brought together: then
    the contact went on waiting. Those who are still with us are left out: their visit may yet fail.
    """
    entered: dict[ContactId, tuple[QueueId, float]] = {}
    answered_at: dict[ContactId, float] = {}
    found: list[Visit] = []
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case PlaceTaken(contact=contact, queue=queue):
                    entered[contact] = queue, entry.at
                case TalkBegan(contact=contact):
                    answered_at[contact] = entry.at
                case TalkFailed(contact=contact):
                    answered_at.pop(contact, None)
                case ContactEnded(contact=contact, ending=ending) if contact in entered:
                    queue, at = entered.pop(contact)
                    answer = answered_at.pop(contact, None)
                    visit = Visit(
                        contact=contact,
                        queue=queue,
                        entered_at=at,
                        waited_s=(entry.at if answer is None else answer) - at,
                        result=_result(ending, answer),
                    )
                    found.append(visit)
                case _:
                    pass
    return found


def _result(ending: Ending, answered_at: float | None) -> Result:
    if answered_at is not None:
        return Result.ANSWERED
    return Result.LOST if ending is Ending.LOST else Result.ABANDONED
