"""Visits: each contact that entered a queue, and what became of it."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from acd.kpi.intervals import FactsAt
from acd.model.contact import Ending
from acd.model.fact import (
    ContactEnded,
    MessageInvited,
    MessagePlayed,
    Overflowed,
    PlaceTaken,
    TalkBegan,
    TalkFailed,
)
from acd.model.ids import ContactId, QueueId


class Result(StrEnum):
    """How a visit to a queue ended."""

    ANSWERED = "answered"
    ABANDONED = "abandoned"
    """The caller left before an answer; also who should have left a message then, and has left none."""
    SENT_ON = "sent_on"
    """The queue gave the contact up: on to another queue, into a flow, to a voicemail box."""
    WITHDRAWN = "withdrawn"
    """The customer was to be called back, and has taken the place along to another call: the visit of that
    one counts.
    """
    UNREACHED = "unreached"
    """The caller asked to be called back and was not reached, or it was cancelled: nobody has hung up."""
    LOST = "lost"
    """The call broke off while nobody watched: offered, and neither answered nor abandoned."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One contact's visit to one queue, from entry to an answer, to the caller's going or being sent on."""

    contact: ContactId
    queue: QueueId
    entered_at: float
    waited_s: float
    result: Result


def visits(entries: Iterable[FactsAt]) -> list[Visit]:
    """The visits that came to an end in `entries`, in the order in which they did: with the contact, or when
    the queue sent it on.

    An answer counts from the moment the agent answered, unless the two could not be brought together: then
    the contact went on waiting. Those who are still with us are left out: their visit may yet fail.
    """
    entered: dict[ContactId, tuple[QueueId, float]] = {}
    answered_at: dict[ContactId, float] = {}
    last: dict[ContactId, int] = {}
    """Which visit of a contact the queue gave up last."""
    found: list[Visit] = []
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case PlaceTaken(contact=contact, queue=queue):
                    entered[contact] = queue, entry.at
                case TalkBegan(contact=contact) | MessagePlayed(contact=contact):
                    answered_at[contact] = entry.at
                case TalkFailed(contact=contact):
                    answered_at.pop(contact, None)
                case Overflowed(contact=contact) | MessageInvited(contact=contact) if contact in entered:
                    last[contact] = len(found)
                    found.append(_visit(contact, *entered.pop(contact), entry.at, Result.SENT_ON))
                case ContactEnded(contact=contact, ending=ending) if contact in entered:
                    answer = answered_at.pop(contact, None)
                    until = entry.at if answer is None else answer
                    found.append(_visit(contact, *entered.pop(contact), until, _result(ending, answer)))
                case ContactEnded(contact=contact, ending=Ending.NO_MESSAGE) if contact in last:
                    place = last.pop(contact)
                    found[place] = msgspec.structs.replace(found[place], result=Result.ABANDONED)
                case _:
                    pass
    return found


def _visit(contact: ContactId, queue: QueueId, entered_at: float, until: float, result: Result) -> Visit:
    return Visit(
        contact=contact, queue=queue, entered_at=entered_at, waited_s=until - entered_at, result=result
    )


def _result(ending: Ending, answered_at: float | None) -> Result:
    if answered_at is not None:
        return Result.ANSWERED
    return _UNANSWERED.get(ending, Result.ABANDONED)


_UNANSWERED = {
    Ending.LOST: Result.LOST,
    Ending.WITHDRAWN: Result.WITHDRAWN,
    Ending.UNREACHED: Result.UNREACHED,
    Ending.CANCELLED: Result.UNREACHED,
}
