"""The books at the end of a run, when everybody has left: they must add up, and nothing may be left over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from acd.kpi.agent_books import agent_intervals
from acd.kpi.contact_books import contact_intervals
from acd.kpi.intervals import gaps_and_overlaps
from acd.model.agent import Agent, Idle
from acd.model.experience import Experience
from acd.model.fact import ContactArrived, ContactEnded
from acd.model.ids import ContactId
from acd.model.outcome import Record
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry

SECOND_OF_DOUBT = 1e-3
"""Sums of many lengths are compared with so much tolerance; neighbours without any."""


def wrongs(entries: Sequence[Entry], left: Sequence[Record], until: float) -> list[str]:
    """What does not add up, as sentences.

    Args:
        entries: all that was ever committed, in order.
        left: the rows that a restarted service would load.
        until: the moment at which the books are closed.
    """
    return [*_order(entries), *_contacts(entries), *_agents(entries, until), *_left(left)]


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
                case ContactArrived():
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
    intervals = contact_intervals(entries)
    yield from gaps_and_overlaps(intervals)
    sums: Counter[str] = Counter()
    for interval in intervals:
        sums[interval.owner] += interval.length_s  # type: ignore[assignment]
    for contact, at in ended.items():
        if abs(sums[contact] - (at - arrived.get(contact, at))) > SECOND_OF_DOUBT:
            yield f"{contact} was with us {at - arrived[contact]} s, its books say {sums[contact]} s"


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
