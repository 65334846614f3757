"""The books of contacts: menu, waiting, ringing, joining, talking."""

from collections.abc import Iterable
from typing import assert_never

import msgspec

from acd.kpi.intervals import ContactBucket, ContactInterval, FactsAt
from acd.kpi.untimed import Untimed
from acd.model.fact import (
    AgentBecameNotReady,
    AgentBecameReady,
    AgentLoggedIn,
    AgentLoggedOut,
    CallbackScheduled,
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
from acd.model.ids import AgentId, ContactId, QueueId
from acd.model.queue import ToFlow

_Unread = (
    Untimed
    | TalkFailed
    | TalkEnded
    | OfferAnswered
    | AgentLoggedIn
    | AgentLoggedOut
    | AgentBecameReady
    | AgentBecameNotReady
    | WrapUpBegan
    | WrapUpEnded
)
"""What the books of agents read, or none."""


class _ContactNow(msgspec.Struct, kw_only=True):
    """Where a contact is while its facts are read."""

    since: float
    bucket: ContactBucket = ContactBucket.MENU
    queue: QueueId | None = None
    agent: AgentId | None = None


def contact_intervals(entries: Iterable[FactsAt], until: float | None = None) -> list[ContactInterval]:
    """The books of all contacts that arrive in `entries`, in the order in which the intervals end.

    Args:
        entries: facts in the order of their conclusion.
        until: closes the books of contacts that live on, at this moment; None leaves their last interval out.
    """
    books = _ContactBooks()
    for entry in entries:
        for fact in entry.facts:
            books.read(fact, entry.at)
    if until is not None:
        for contact in tuple(books.now):
            books.end(contact, until)
    return books.closed


class _ContactBooks:
    def __init__(self) -> None:
        self.now: dict[ContactId, _ContactNow] = {}
        self.closed: list[ContactInterval] = []
        self.scheduled: set[ContactId] = set()
        """Nobody has called, and none of their time counts until they take a place."""

    def read(self, fact: Fact, at: float) -> None:
        match fact:
            case ContactArrived() | CallbackScheduled():
                self._begin(fact, at)
            case PlaceTaken(contact=contact, queue=queue):
                self._enter(contact, queue, at)
            case OfferOpened(contact=contact, agent=agent):
                self._turn(contact, ContactBucket.RINGING, at, agent=agent)
            case OfferFailed(contact=contact) | OfferWithdrawn(contact=contact):
                self._turn(contact, ContactBucket.WAITING, at)
            case TalkBegan(contact=contact, agent=agent) | SenderWanted(contact=contact, agent=agent):
                self._turn(contact, ContactBucket.JOINING, at, agent=agent)
            case TalkJoined(contact=contact, agent=agent) | MessagePlayed(contact=contact, agent=agent):
                self._turn(contact, ContactBucket.TALKING, at, agent=agent)
            case PlaceRestored(contact=contact):
                self._turn(contact, ContactBucket.WAITING, at)
            case Overflowed() | MessageInvited():
                if isinstance(fact, MessageInvited) or isinstance(fact.to, ToFlow):
                    self._leave_queue(fact.contact, at)
            case ContactEnded(contact=contact):
                self.end(contact, at)
            case _:
                if not isinstance(fact, _Unread):
                    assert_never(fact)

    def _begin(self, fact: ContactArrived | CallbackScheduled, at: float) -> None:
        if isinstance(fact, CallbackScheduled):
            self.scheduled.add(fact.contact)
        else:
            self.now[fact.contact] = _ContactNow(since=at)

    def _enter(self, contact: ContactId, queue: QueueId, at: float) -> None:
        if contact in self.scheduled:
            self.scheduled.remove(contact)
            self.now[contact] = _ContactNow(since=at)
        self._turn(contact, ContactBucket.WAITING, at, queue=queue)

    def _turn(
        self,
        contact: ContactId,
        bucket: ContactBucket,
        at: float,
        *,
        queue: QueueId | None = None,
        agent: AgentId | None = None,
    ) -> None:
        """The contact goes over into another bucket; it stays in its queue unless another is named."""
        now = self.now.get(contact)
        if now is None:
            return
        queue = queue or now.queue
        if (bucket, queue, agent) != (now.bucket, now.queue, now.agent):
            self._close(contact, now, at)
            self.now[contact] = _ContactNow(since=at, bucket=bucket, queue=queue, agent=agent)

    def _leave_queue(self, contact: ContactId, at: float) -> None:
        """Back into a flow."""
        now = self.now.get(contact)
        if now is not None:
            self._close(contact, now, at)
            self.now[contact] = _ContactNow(since=at)

    def end(self, contact: ContactId, at: float) -> None:
        self.scheduled.discard(contact)
        now = self.now.pop(contact, None)
        if now is not None:
            self._close(contact, now, at)

    def _close(self, contact: ContactId, now: _ContactNow, at: float) -> None:
        if at > now.since:
            interval = ContactInterval(
                owner=contact,
                bucket=now.bucket,
                began_at=now.since,
                ended_at=at,
                queue=now.queue,
                agent=now.agent,
            )
            self.closed.append(interval)
