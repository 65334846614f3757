"""Made-up calls, as what the engine makes of them: outcomes, each with the rows that it really changes."""

from collections.abc import Iterator

from msgspec.structs import replace

from acd.model.agent import Agent, Idle, OnCall, Ready, Reserved
from acd.model.contact import Contact, Ended, Ending, Queued, Travelled
from acd.model.fact import ContactEnded, Fact, LegAppeared, OfferAnswered, OfferOpened, PlaceTaken, TalkJoined
from acd.model.ids import AgentId, ContactId, LegId, OfferId, PhoneId, QueueId
from acd.model.leg import Asked, Gone, Leg, Ringing, Side, Up
from acd.model.offer import Answered, Offer, Opening
from acd.model.outcome import Record
from acd.model.why import Candidate, Decider, Why
from acd.runtime.ports import Entry

AGENTS = 300
CALLS_AT_ONCE = 100
NOW = 1_760_000_000.123456
SALES = QueueId("sales")
WHY = Why(
    queue=SALES,
    needs=(),
    ring=0,
    region=None,
    order_key=NOW,
    waited_s=12.5,
    candidates=tuple(
        Candidate(agent=AgentId(f"agent-{n}"), proficiency=9 - n, idle_s=31.25) for n in range(5)
    ),
    decided_by=Decider.PROFICIENCY,
    excluded={"busy": 71, "not ready": 12},
    ahead=0,
    policy_version=1,
)

Outcome = tuple[tuple[Record, ...], Entry]


def outcomes() -> Iterator[Outcome]:
    """Those of a hundred calls at a time, one of each in turn."""
    running = [call(n) for n in range(CALLS_AT_ONCE)]
    begun = CALLS_AT_ONCE
    while True:
        for place, calls in enumerate(running):
            outcome = next(calls, None)
            if outcome is None:
                running[place] = call(begun)
                begun += 1
            else:
                yield outcome


def call(n: int) -> Iterator[Outcome]:
    """The outcomes of one call, from the queue to its end."""
    contact, caller = _waiting(n)
    offer, leg, agent = _offered(n, contact)
    yield (
        (contact, caller),
        _entry(PlaceTaken(contact=contact.id, queue=SALES, needs=(), order_key=NOW)),
    )
    opened = OfferOpened(
        offer=offer.id,
        contact=contact.id,
        agent=agent.id,
        phone=offer.phone,
        leg=leg.id,
        queue=SALES,
        why=WHY,
    )
    yield (offer, leg, agent), _entry(opened)
    appeared = LegAppeared(leg=leg.id, contact=contact.id, side=Side.AGENT)
    yield (replace(leg, state=Ringing()),), _entry(appeared)
    talking = replace(agent, activity=OnCall(since=NOW, contact=contact.id, wrap_up_s=10.0))
    yield (
        (replace(offer, state=Answered(at=NOW)), replace(leg, state=Up(answered_at=NOW)), talking),
        _entry(OfferAnswered(offer=offer.id, contact=contact.id, agent=agent.id, leg=leg.id)),
    )
    yield (contact,), _entry(TalkJoined(contact=contact.id, agent=agent.id))
    over = replace(contact, life=Ended(at=NOW, ending=Ending.SERVED))
    gone = tuple(replace(each, state=Gone(cause=16)) for each in (caller, leg))
    idle = replace(agent, activity=Idle(since=NOW))
    yield (over, *gone, idle), _entry(ContactEnded(contact=contact.id, ending=Ending.SERVED))


def _waiting(n: int) -> tuple[Contact, Leg]:
    """A caller in the queue, and the caller's leg."""
    contact, leg = ContactId(f"c1-{n}"), LegId(f"17600.{n}")
    return (
        Contact(
            id=contact,
            leg=leg,
            did="061234567",
            caller="06709999999",
            language="en",
            arrived_at=NOW,
            policy_version=1,
            journey=Travelled(turn=2),
            place=Queued(queue=SALES, needs=(), since=NOW, entered_at=NOW, order_key=NOW),
        ),
        Leg(id=leg, contact=contact, side=Side.CALLER, asked_at=NOW, state=Up(answered_at=NOW)),
    )


def _offered(n: int, contact: Contact) -> tuple[Offer, Leg, Agent]:
    """An offer of the contact that has just been opened, the leg to the phone, and whose phone it is."""
    agent, offer = AgentId(f"agent-{n % AGENTS}"), OfferId(f"o1-{n}")
    phone, leg = PhoneId(f"{n % AGENTS}"), LegId(f"o1-{n}-leg")
    return (
        Offer(
            id=offer,
            contact=contact.id,
            agent=agent,
            phone=phone,
            leg=leg,
            queue=SALES,
            ring_s=15.0,
            opened_at=NOW,
            state=Opening(until=NOW + 4),
            why=WHY,
        ),
        Leg(
            id=leg,
            contact=contact.id,
            side=Side.AGENT,
            asked_at=NOW,
            state=Asked(),
            agent=agent,
            offer=offer,
            phone=phone,
        ),
        Agent(
            id=agent,
            presence=Ready(since=NOW, phone=phone),
            activity=Reserved(since=NOW, offer=offer, idle_since=NOW),
        ),
    )


def _entry(fact: Fact) -> Entry:
    return Entry(at=NOW, facts=(fact,))
