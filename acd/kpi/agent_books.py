"""The books of agents: what they did, and when they did nothing, what they wanted."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from acd.kpi.intervals import AgentBucket, AgentInterval, FactsAt
from acd.kpi.untimed import Untimed
from acd.model.agent import LOGGED_IN
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    ContactArrived,
    ContactEnded,
    Fact,
    MessageInvited,
    MessagePlayed,
    OfferAnswered,
    OfferFailed,
    OfferOpened,
    OfferWithdrawn,
    Overflowed,
    PlaceRestored,
    PlaceTaken,
    SenderWanted,
    TalkBegan,
    TalkEnded,
    TalkFailed,
    TalkJoined,
    WrapUpBegan,
    WrapUpEnded,
)
from acd.model.ids import AgentId, ContactId

_Unread = (
    Untimed
    | ContactArrived
    | PlaceTaken
    | PlaceRestored
    | Overflowed
    | MessageInvited
    | TalkBegan
    | ContactEnded
)
"""What the books of contacts read, or none."""


class _Wish(msgspec.Struct, frozen=True):
    """What an agent wants."""

    bucket: AgentBucket
    reason: str | None = None


class _Deed(msgspec.Struct, frozen=True):
    """What an agent does, with which contact."""

    bucket: AgentBucket
    contact: ContactId


_OUT = _Wish(AgentBucket.LOGGED_OUT)


class _Now(msgspec.Struct, frozen=True):
    since: float
    wish: _Wish = _OUT
    deed: _Deed | None = None
    """None: idle, and then the wish is what counts."""


def agent_intervals(entries: Iterable[FactsAt], until: float) -> list[AgentInterval]:
    """The books of all agents named in `entries`, each from the first fact of his or her work to `until`.

    In the order in which the intervals end.

    Args:
        entries: facts in the order of their conclusion.
        until: the moment at which the books are closed; not before the last entry.
    """
    books = _Books()
    for entry in entries:
        for fact in entry.facts:
            books.read(fact, entry.at)
    return books.closed_at(until)


class _Books:
    def __init__(self) -> None:
        self._now: dict[AgentId, _Now] = {}
        self._closed: list[AgentInterval] = []

    def read(self, fact: Fact, at: float) -> None:
        match fact:
            case AgentLoggedIn(agent=agent):
                self._want(agent, _Wish(AgentBucket.NOT_READY, LOGGED_IN), at)
            case AgentBecameNotReady(agent=agent, reason=reason):
                self._want(agent, _Wish(AgentBucket.NOT_READY, reason), at)
            case AgentBecameReady(agent=agent):
                self._want(agent, _Wish(AgentBucket.IDLE), at)
            case AgentLoggedOut(agent=agent):
                self._want(agent, _OUT, at)
            case OfferOpened(agent=agent, contact=contact):
                self._do(agent, _Deed(AgentBucket.RESERVED, contact), at)
            case OfferAnswered(agent=agent, contact=contact) | SenderWanted(agent=agent, contact=contact):
                self._do(agent, _Deed(AgentBucket.JOINING, contact), at)
            case TalkJoined(agent=agent, contact=contact) | MessagePlayed(agent=agent, contact=contact):
                self._do(agent, _Deed(AgentBucket.TALKING, contact), at)
            case WrapUpBegan(agent=agent, contact=contact):
                self._do(agent, _Deed(AgentBucket.WRAP_UP, contact), at)
            case (
                OfferFailed(agent=agent)
                | OfferWithdrawn(agent=agent)
                | TalkFailed(agent=agent)
                | TalkEnded(agent=agent)
                | WrapUpEnded(agent=agent)
            ):
                self._do(agent, None, at)
            case _:
                if not isinstance(fact, _Unread):
                    assert_never(fact)

    def closed_at(self, until: float) -> list[AgentInterval]:
        for agent, now in self._now.items():
            self._close(agent, now, until)
        return self._closed

    def _want(self, agent: AgentId, wish: _Wish, at: float) -> None:
        now = self._now.get(agent, _Now(at))
        self._turn(agent, now, _Now(at, wish, now.deed), at)

    def _do(self, agent: AgentId, deed: _Deed | None, at: float) -> None:
        now = self._now.get(agent, _Now(at))
        self._turn(agent, now, _Now(at, now.wish, deed), at)

    def _turn(self, agent: AgentId, before: _Now, after: _Now, at: float) -> None:
        if (after.deed or after.wish) == (before.deed or before.wish):
            after = msgspec.structs.replace(after, since=before.since)
        else:
            self._close(agent, before, at)
        self._now[agent] = after

    def _close(self, agent: AgentId, now: _Now, at: float) -> None:
        if at <= now.since:
            return
        does = now.deed or now.wish
        interval = AgentInterval(
            owner=agent,
            bucket=does.bucket,
            began_at=now.since,
            ended_at=at,
            reason=does.reason if isinstance(does, _Wish) else None,
            contact=does.contact if isinstance(does, _Deed) else None,
        )
        self._closed.append(interval)
