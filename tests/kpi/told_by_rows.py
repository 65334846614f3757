"""The books once more, from the rows instead of the facts: what the records said after each commit."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from acd.kpi.intervals import AgentBucket, AgentInterval, ContactBucket, ContactInterval
from acd.model.agent import Agent, LoggedOut, NotReady, OnCall, Ready, Reserved, WrapUp
from acd.model.contact import Contact, Joining, Queued, Talking
from acd.model.offer import Offer
from acd.model.outcome import Record

Batch = tuple[float, tuple[Record, ...]]
Books = dict[tuple[type, str], Record]


class Stretch(NamedTuple):
    """Someone was in one bucket for a while. Joining and talking are one: joining once more is no fact."""

    owner: str
    bucket: str
    began_at: float
    ended_at: float


def of_intervals(intervals: Iterable[ContactInterval | AgentInterval]) -> set[Stretch]:
    """What the facts say, in the coarser words of the rows."""
    return _merged(
        Stretch(
            one.owner,
            _coarse(one.bucket, one.reason if isinstance(one, AgentInterval) else None),
            one.began_at,
            one.ended_at,
        )
        for one in intervals
    )


def of_contacts(batches: Iterable[Batch], until: float) -> set[Stretch]:
    """What the rows of contacts and offers say."""
    return _merged(_stretches(batches, _contacts, until))


def of_agents(batches: Iterable[Batch], until: float) -> set[Stretch]:
    """What the rows of agents say."""
    return _merged(_stretches(batches, _agents, until))


def _stretches(
    batches: Iterable[Batch], look: Callable[[Books], dict[str, str]], until: float
) -> Iterator[Stretch]:
    books: Books = {}
    now: dict[str, tuple[str, float]] = {}
    for at, rows in batches:
        books.update({(type(row), row.id): row for row in rows})
        seen = look(books)
        for owner, (bucket, since) in tuple(now.items()):
            if seen.get(owner) != bucket:
                del now[owner]
                if at > since:
                    yield Stretch(owner, bucket, since, at)
        for owner, bucket in seen.items():
            now.setdefault(owner, (bucket, at))
    for owner, (bucket, since) in now.items():
        if until > since:
            yield Stretch(owner, bucket, since, until)


def _merged(stretches: Iterable[Stretch]) -> set[Stretch]:
    """Neighbours in the same bucket made one."""
    merged: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.owner, one.began_at)):
        last = merged[-1] if merged else None
        if last and (last.owner, last.bucket, last.ended_at) == (one.owner, one.bucket, one.began_at):
            merged[-1] = last._replace(ended_at=one.ended_at)
        else:
            merged.append(one)
    return set(merged)


def _coarse(bucket: ContactBucket | AgentBucket, reason: str | None) -> str:
    if bucket in (ContactBucket.JOINING, AgentBucket.JOINING):
        return ContactBucket.TALKING
    return f"{bucket} {reason}" if reason else bucket


def _contacts(books: Books) -> dict[str, str]:
    offered = {row.contact for row in books.values() if isinstance(row, Offer) and row.is_open}
    seen: dict[str, str] = {}
    for row in books.values():
        if isinstance(row, Contact) and row.is_live:
            if isinstance(row.talk, Joining | Talking):
                seen[row.id] = ContactBucket.TALKING
            elif isinstance(row.place, Queued):
                seen[row.id] = ContactBucket.RINGING if row.id in offered else ContactBucket.WAITING
            else:
                seen[row.id] = ContactBucket.MENU
    return seen


def _agents(books: Books) -> dict[str, str]:
    return {row.id: _agent(row) for row in books.values() if isinstance(row, Agent)}


def _agent(agent: Agent) -> str:
    match agent.activity, agent.presence:
        case Reserved(), _:
            return AgentBucket.RESERVED
        case OnCall(), _:
            return AgentBucket.TALKING
        case WrapUp(), _:
            return AgentBucket.WRAP_UP
        case _, LoggedOut():
            return AgentBucket.LOGGED_OUT
        case _, NotReady(reason=reason):
            return f"{AgentBucket.NOT_READY} {reason}"
        case _, Ready():
            return AgentBucket.IDLE
        case _:
            raise AssertionError(agent)
