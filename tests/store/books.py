"""Rows and batches to write: as plain as the types allow, each told apart by its id."""

import msgspec

from acd.model.agent import Agent, Idle, LoggedOut, Ready, Reserved
from acd.model.contact import Contact, Ended, Ending, Nowhere, Over, Queued, Travelled
from acd.model.fact import AgentBecameReady, ContactEnded, PlaceTaken
from acd.model.ids import AgentId, ContactId, LegId, OfferId, PhoneId, QueueId
from acd.model.leg import Asked, Gone, Leg, LegState, Side
from acd.model.offer import Failed, Offer, OfferState, RingingOffer
from acd.model.outcome import Record
from acd.model.people import Failure
from acd.model.why import Decider, Why
from acd.runtime.ports import Batch, Entry

NOW = 1_760_000_000.123456789
RINGING = RingingOffer(since=NOW, until=NOW + 15)
MISSED = Failed(at=NOW + 15, failure=Failure.NO_ANSWER)


def contact(name: str = "c1-1", *, at: float = NOW, policy_version: int = 1) -> Contact:
    """One that waits in a queue."""
    return Contact(
        id=ContactId(name),
        leg=LegId(f"{name}-caller"),
        did="061234567",
        caller="06709999999",
        language="en",
        arrived_at=at,
        policy_version=policy_version,
        journey=Travelled(turn=2),
        place=Queued(queue=QueueId("sales"), needs=(), since=at, entered_at=at, order_key=at - 60),
    )


def talked(name: str, *, caller: str | None, agent: str, since: float) -> Contact:
    """One that was talked to, and is over."""
    return msgspec.structs.replace(
        ended(name),
        caller=caller,
        arrived_at=since - 5,
        talk=Over(agent=AgentId(agent), since=since, ended_at=since + 60),
        life=Ended(at=since + 60, ending=Ending.SERVED),
    )


def dropped(name: str, *, at: float) -> Contact:
    """One whose line ended at this moment while it waited."""
    waiting = contact(name, at=at - 30)
    assert isinstance(waiting.place, Queued)
    return msgspec.structs.replace(
        waiting, place=Nowhere(), life=Ended(at=at, ending=Ending.ABANDONED, left=waiting.place)
    )


def ended(name: str = "c1-1") -> Contact:
    return Contact(
        id=ContactId(name),
        leg=LegId(f"{name}-caller"),
        did="061234567",
        caller=None,
        language="en",
        arrived_at=NOW,
        policy_version=1,
        journey=Travelled(turn=2),
        life=Ended(at=NOW + 1, ending=Ending.ABANDONED),
    )


def leg(name: str, *, contact: str = "c1-1", state: LegState | None = None) -> Leg:
    return Leg(
        id=LegId(name), contact=ContactId(contact), side=Side.CALLER, asked_at=NOW, state=state or Asked()
    )


def gone(name: str) -> Leg:
    return leg(name, state=Gone(cause=16))


def offer(name: str, *, contact: str = "c1-1", agent: str = "anna", state: OfferState = RINGING) -> Offer:
    why = Why(
        queue=QueueId("sales"),
        needs=(),
        ring=0,
        region=None,
        order_key=NOW,
        waited_s=3.5,
        candidates=(),
        decided_by=Decider.ALONE,
        excluded={"busy": 2},
        ahead=0,
        policy_version=1,
    )
    return Offer(
        id=OfferId(name),
        contact=ContactId(contact),
        agent=AgentId(agent),
        phone=PhoneId("101"),
        leg=LegId(f"{name}-leg"),
        queue=QueueId("sales"),
        ring_s=15.0,
        opened_at=NOW,
        state=state,
        why=why,
    )


def agent(name: str, *, phone: str | None = None, offer: str | None = None) -> Agent:
    """Ready at `phone`, or logged out; reserved by `offer`, or idle."""
    presence = Ready(since=NOW, phone=PhoneId(phone)) if phone else LoggedOut(since=NOW)
    idle = Idle(since=NOW)
    return Agent(
        id=AgentId(name),
        presence=presence,
        activity=Reserved(since=NOW, offer=OfferId(offer), idle_since=NOW) if offer else idle,
    )


def queued(name: str = "c1-1", *, at: float = NOW) -> Entry:
    return Entry(
        at=at,
        facts=(PlaceTaken(contact=ContactId(name), queue=QueueId("sales"), needs=(), order_key=at),),
    )


def left(name: str = "c1-1", *, at: float = NOW) -> Entry:
    return Entry(at=at, facts=(ContactEnded(contact=ContactId(name), ending=Ending.ABANDONED),))


def ready(name: str, *, at: float = NOW) -> Entry:
    return Entry(at=at, facts=(AgentBecameReady(agent=AgentId(name)),))


def batch(*rows: Record, entries: tuple[Entry, ...] = ()) -> Batch:
    return Batch(rows=rows, entries=entries)


def numbered(n: int) -> Batch:
    """The batch number `n` of many: told apart by its contact, with a row and an entry."""
    return batch(contact(f"c1-{n}"), entries=(queued(f"c1-{n}", at=NOW + n),))


def piled_up(n: int) -> Batch:
    """As `numbered`, with two rows of one kind: in parts of one row it is more than one statement."""
    return batch(contact(f"c1-{n}"), contact(f"c1-{n}-more"), entries=(queued(f"c1-{n}", at=NOW + n),))
