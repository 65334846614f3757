"""The books at the end of a run, when everybody has left: they must add up, and nothing may be left over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from acd.kpi.agent_books import agent_intervals
from acd.kpi.contact_books import contact_intervals
from acd.kpi.intervals import gaps_and_overlaps
from acd.model.agent import Agent, Idle
from acd.model.callback import Miss
from acd.model.contact import Ending
from acd.model.experience import Experience
from acd.model.fact import (
    CallbackAgreed,
    CallbackScheduled,
    ContactArrived,
    ContactEnded,
    CustomerDialled,
    CustomerMissed,
    CustomerReached,
    PlaceTaken,
)
from acd.model.ids import ContactId
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry

SECOND_OF_DOUBT = 1e-3
"""Sums of many lengths are compared with so much tolerance; neighbours without any."""

NOT_REACHED = (Ending.UNREACHED, Ending.CANCELLED, Ending.WITHDRAWN)
"""How those may end who were to be called, and were not reached."""

MISSED_AFTER_ALL = (Miss.UNKNOWN, Miss.VOICEMAIL)
"""Who was taken for the customer was a machine, or was lost before anybody talked to him or her."""


def wrongs(entries: Sequence[Entry], left: Sequence[Record], until: float) -> list[str]:
    """What does not add up, as sentences.

    Args:
        entries: all that was ever committed, in order.
        left: the rows that a restarted service would load.
        until: the moment at which the books are closed.
    """
    return [
        *_order(entries),
        *_contacts(entries),
        *_callbacks(entries),
        *_agents(entries, until),
        *_left(left),
    ]


def _order(entries: Sequence[Entry]) -> Iterator[str]:
    for one, other in pairwise(entries):
        if other.at < one.at:
            yield f"an entry of {other.at} stands after one of {one.at}"


def _contacts(entries: Sequence[Entry]) -> Iterator[str]:
    arrived: dict[ContactId, float] = {}
    ended: dict[ContactId, float] = {}
    legs: Counter[str] = Counter()
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case ContactArrived() | CallbackScheduled():
                    if isinstance(fact, ContactArrived):
                        legs[fact.leg] += 1
                    if fact.contact in arrived:
                        yield f"{fact.contact} arrived twice"
                    arrived[fact.contact] = entry.at
                case ContactEnded():
                    if fact.contact in ended:
                        yield f"{fact.contact} ended twice"
                    if fact.contact not in arrived:
                        yield f"{fact.contact} ended and had never arrived"
                    ended[fact.contact] = entry.at
                case _:
                    pass
    yield from (f"the call on {leg} became {number} contacts" for leg, number in legs.items() if number > 1)
    yield from (f"{contact} never ended" for contact in arrived if contact not in ended)
    yield from _times(entries, arrived | _begun(entries, ended), ended)


def _begun(entries: Sequence[Entry], ended: dict[ContactId, float]) -> dict[ContactId, float]:
    """From when the books of those count for whom a moment was agreed: from their place, if they took one."""
    begun: dict[ContactId, float] = {}
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case CallbackScheduled():
                    begun[fact.contact] = ended.get(fact.contact, entry.at)
                case PlaceTaken() if fact.contact in begun:
                    begun[fact.contact] = min(begun[fact.contact], entry.at)
                case _:
                    pass
    return begun


def _times(
    entries: Sequence[Entry], began: dict[ContactId, float], ended: dict[ContactId, float]
) -> Iterator[str]:
    """Every second of a contact belongs to one interval."""
    intervals = contact_intervals(entries)
    yield from gaps_and_overlaps(intervals)
    sums: Counter[str] = Counter()
    for interval in intervals:
        sums[interval.owner] += interval.length_s  # type: ignore[assignment]
    for contact, at in ended.items():
        length_s = at - began.get(contact, at)
        if abs(sums[contact] - length_s) > SECOND_OF_DOUBT:
            yield f"{contact} was with us {length_s} s, its books say {sums[contact]} s"


def _callbacks(entries: Sequence[Entry]) -> Iterator[str]:
    """Each dial is counted once; nobody is reached more often than was agreed; and who was to be called ends
    as reached, as given up, or as rung in.
    """
    dials: Counter[ContactId] = Counter()
    owed: Counter[ContactId] = Counter()
    for entry in entries:
        for fact in entry.facts:
            match fact:
                case CallbackAgreed() | CallbackScheduled():
                    owed[fact.contact] += 1
                case CustomerDialled():
                    dials[fact.contact] += 1
                    if fact.attempt != dials[fact.contact]:
                        yield f"{fact.contact} was dialled {dials[fact.contact]} times by dial {fact.attempt}"
                case CustomerReached():
                    owed[fact.contact] -= 1
                    if owed[fact.contact] < 0:
                        yield f"{fact.contact} was reached and had not asked for it"
                case CustomerMissed() if fact.miss in MISSED_AFTER_ALL:
                    owed[fact.contact] = 1
                case ContactEnded() if owed[fact.contact] and fact.ending not in NOT_REACHED:
                    yield f"{fact.contact} was to be called, was not reached, and is {fact.ending}"
                case _:
                    pass


def _agents(entries: Sequence[Entry], until: float) -> Iterator[str]:
    intervals = agent_intervals(entries, until)
    yield from gaps_and_overlaps(intervals)
    last = {interval.owner: interval.ended_at for interval in intervals}
    for agent, ended_at in last.items():
        if ended_at != until:
            yield f"the books of {agent} end at {ended_at}, and not at {until}"


def _left(left: Sequence[Record]) -> Iterator[str]:
    for record in left:
        if isinstance(record, Overlay | Experience):
            continue  # it holds until somebody takes it back; what was learnt is kept
        if not isinstance(record, Agent):
            yield f"left over: {record}"
        elif not isinstance(record.activity, Idle):
            yield f"{record.id} is left {record.activity}"
