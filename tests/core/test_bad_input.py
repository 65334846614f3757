"""What callers and agents notice when the company, the clock or people do what they should not."""

import msgspec
import pytest

from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.core.invariants import violations
from acd.model.about import When
from acd.model.agent import Ready
from acd.model.command import CreateLeg, EndLeg
from acd.model.contact import Contact, Ended, Ending, Queued
from acd.model.fact import (
    CallPassedOn,
    NobodyFound,
    OfferFailed,
    OfferOpened,
    OfferRang,
    PlaceAmended,
    PlaceMoved,
    PlaceTaken,
    RingOpened,
    TalkBegan,
)
from acd.model.ids import AgentId, ContactId, LegId, PhoneId, SkillId, agent_leg_of
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    EnterOverlay,
    GoNotReady,
    GoReady,
    Heard,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    PolicyApplied,
    TimePassed,
)
from acd.model.outcome import Outcome
from acd.model.overlay import Incident
from acd.model.people import AgentPolicy, Phone
from acd.model.policy import Policy
from acd.model.queue import Overflow, Queue, Ring, ToVoicemail
from tests.core.floor_story import FloorStory
from tests.core.oracle import pairs_expected
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, agent, company, need, queue
from tests.core.told import facts_of

EVA, BOB = AgentId("eva"), AgentId("bob")
DESK, OTHER_DESK = PhoneId("201"), PhoneId("202")


def at_work(policy: Policy, *people: tuple[AgentId, PhoneId]) -> FloorStory:
    """A floor on which these are ready, at moment 0."""
    story = FloorStory(policy)
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    for person, phone in people:
        story.take(0.0, LogIn(agent=person, phone=phone))
        story.take(0.0, GoReady(agent=person))
    return story


def call(story: FloorStory, at_s: float, number: int = 1) -> Outcome:
    return story.take(at_s, CallArrived(leg=LegId(f"call-{number}"), did="200", caller=f"+36{number}"))


def of_sales(*people: AgentPolicy, sales: Queue) -> Policy:
    return company(
        queues={SALES: sales, REPAIR: queue(REPAIR)}, agents={person.id: person for person in people}
    )


# --- skills ------------------------------------------------------------------------------------------------


def test_an_agent_without_skills_serves_those_who_need_none_and_nobody_else() -> None:
    asking_nothing = at_work(of_sales(agent("eva", SALES), sales=queue(SALES)), (EVA, DESK))
    call(asking_nothing, 1.0)
    assert [offer.agent for offer in facts_of(asking_nothing, OfferOpened)] == ["eva"]
    asking_much = at_work(
        of_sales(agent("eva", SALES), agent("bob", SALES, sales=2), sales=queue(SALES, sales=1)),
        (EVA, DESK),
        (BOB, OTHER_DESK),
    )
    call(asking_much, 1.0)
    call(asking_much, 2.0, 2)
    (offer,) = facts_of(asking_much, OfferOpened)
    assert offer.agent == "bob"
    assert offer.why.excluded == {"lacks a skill or its level": 1}


IMPOSSIBLE = queue(SALES, chinese=3)


def test_a_caller_whom_nobody_could_serve_goes_the_overflow_way_at_once() -> None:
    sales = msgspec.structs.replace(IMPOSSIBLE, overflow=(Overflow(to=ToVoicemail(box="100"), nobody=True),))
    story = at_work(of_sales(agent("eva", SALES, sales=8), sales=sales), (EVA, DESK))
    call(story, 1.0)
    assert [passed.box for passed in facts_of(story, CallPassedOn)] == ["100"]
    assert story.outcomes[-1].at == MONDAY_TEN + 1.0
    assert facts_of(story, NobodyFound) == []


def test_a_caller_whom_nobody_could_serve_gets_the_ring_that_helps_at_once() -> None:
    rings = (Ring(opens_s=0.0), Ring(opens_s=600.0, give_up=frozenset({SkillId("chinese")})))
    sales = msgspec.structs.replace(IMPOSSIBLE, rings=rings)
    story = at_work(of_sales(agent("eva", SALES, sales=8), sales=sales), (EVA, DESK))
    call(story, 1.0)
    assert [opened.skipped for opened in facts_of(story, RingOpened)] == [True]
    assert [offer.agent for offer in facts_of(story, OfferOpened)] == ["eva"]


def test_without_such_a_way_it_is_said_once_and_a_better_company_helps() -> None:
    policy = of_sales(agent("eva", SALES, sales=8), sales=IMPOSSIBLE)
    story = at_work(policy, (EVA, DESK))
    call(story, 1.0)
    call(story, 2.0, 2)
    story.take(3.0, LogIn(agent=EVA, phone=OTHER_DESK))
    story.take(4.0, GoReady(agent=EVA))
    assert [(found.contact, found.queue) for found in facts_of(story, NobodyFound)] == [
        ("c1-1", "sales"),
        ("c1-2", "sales"),
    ]
    skilled = {EVA: agent("eva", SALES, sales=8, chinese=5)}
    story.take(5.0, PolicyApplied(policy=msgspec.structs.replace(policy, version=2, agents=skilled)))
    assert [offer.contact for offer in facts_of(story, OfferOpened)] == ["c1-1"]
    assert len(facts_of(story, NobodyFound)) == 2


# --- time --------------------------------------------------------------------------------------------------


def test_a_clock_that_goes_back_stops_time_and_no_more() -> None:
    story = at_work(company(), (EVA, DESK))
    call(story, 1.0)
    engine, (offer,) = story.engine, facts_of(story, OfferOpened)
    leg = agent_leg_of(offer.offer)
    engine.handle(LegSeen(leg=leg), MONDAY_TEN + 1.5)
    engine.handle(LegRang(leg=leg), MONDAY_TEN + 2.0)
    deadline = engine.deadline()
    assert deadline == MONDAY_TEN + 17.0
    for _ in range(3):
        late = engine.handle(TimePassed(), MONDAY_TEN - 3600)
        assert (late.at, late.facts) == (MONDAY_TEN + 2.0, ())
        assert engine.deadline() == deadline
    second = CallArrived(leg=LegId("call-2"), did="200", caller=None)
    taken = [fact for fact in engine.handle(second, MONDAY_TEN - 10).facts if isinstance(fact, PlaceTaken)]
    assert [place.order_key for place in taken] == [MONDAY_TEN + 2.0]
    due = engine.handle(TimePassed(), MONDAY_TEN + 17.0)
    assert [fact.failure for fact in due.facts if isinstance(fact, OfferFailed)] == ["no_answer"]


# --- people ------------------------------------------------------------------------------------------------


def test_an_agent_at_two_desks_is_at_the_second_one() -> None:
    story = at_work(company(), (EVA, DESK))
    story.take(1.0, LogIn(agent=EVA, phone=OTHER_DESK))
    call(story, 2.0)
    assert facts_of(story, OfferOpened) == []
    story.take(3.0, GoReady(agent=EVA))
    assert [offer.phone for offer in facts_of(story, OfferOpened)] == [OTHER_DESK]
    story.take(4.0, LogIn(agent=BOB, phone=DESK))
    at_desk = story.floor.agent_at(DESK)
    assert at_desk is not None
    assert at_desk.id == BOB


def test_of_two_people_at_one_phone_the_second_one_gets_the_calls() -> None:
    story = at_work(company(), (EVA, DESK), (BOB, DESK))
    call(story, 1.0)
    call(story, 2.0, 2)
    assert [(offer.agent, offer.phone) for offer in facts_of(story, OfferOpened)] == [("bob", DESK)]
    eva = story.floor.agent(EVA)
    assert eva is not None
    assert eva.phone is None


@pytest.mark.parametrize("stage", ["asked for", "seen", "ringing", "answered"])
def test_a_caller_who_leaves_during_the_offer_costs_the_agent_nothing(stage: str) -> None:
    story = at_work(company(), (EVA, DESK))
    call(story, 1.0)
    call(story, 1.5, 2)
    leg = agent_leg_of(facts_of(story, OfferOpened)[0].offer)
    if stage != "asked for":
        story.take(2.0, LegSeen(leg=leg))
    if stage in ("ringing", "answered"):
        story.take(2.1, LegRang(leg=leg))
    if stage == "answered":
        story.take(2.2, LegAnswered(leg=leg))
    left = story.take(3.0, LegVanished(leg=LegId("call-1"), cause=16))
    assert EndLeg(leg=leg, reason="normal") in left.commands
    story.take(3.1, LegVanished(leg=leg, cause=16))
    while (
        stage == "answered" and (deadline := story.engine.deadline()) is not None and len(_offers(story)) < 2
    ):
        story.take(deadline - MONDAY_TEN, TimePassed())  # the work after the talk
    assert [(offer.contact, offer.agent) for offer in _offers(story)] == [("c1-1", EVA), ("c1-3", EVA)]
    eva = story.floor.agent(EVA)
    assert eva is not None
    assert isinstance(eva.presence, Ready)
    assert eva.presence.misses == {}
    assert facts_of(story, OfferFailed) == []
    gone = story.books[Contact, "c1-1"]
    assert isinstance(gone, Contact)
    assert isinstance(gone.life, Ended)
    assert gone.life.ending is (Ending.SERVED if stage == "answered" else Ending.ABANDONED)
    assert len(facts_of(story, OfferRang)) == (stage in ("ringing", "answered"))
    assert len(facts_of(story, TalkBegan)) == (stage == "answered")


def _offers(story: FloorStory) -> list[OfferOpened]:
    return facts_of(story, OfferOpened)


# --- many --------------------------------------------------------------------------------------------------

CROWD = 10_000


def test_ten_thousand_agents_log_in_within_a_second() -> None:
    """All of them are there, each at a desk, and those who waited for them are offered in their order."""
    people = [agent(f"a{number:05}", SALES, sales=1 + number % 10) for number in range(CROWD)]
    phones = {PhoneId(person.id): Phone(id=PhoneId(person.id), extension=person.id) for person in people}
    policy = company(agents={person.id: person for person in people}, phones=phones)
    floor = Floor(policy, 1)
    for person in people:
        floor.put(new_agent(person.id, MONDAY_TEN))
    engine = Engine(floor)
    engine.handle(AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()), MONDAY_TEN)
    for number in range(100):
        engine.handle(CallArrived(leg=LegId(f"call-{number}"), did="200", caller=None), MONDAY_TEN + number)
    offered: list[OfferOpened] = []
    rung: set[str] = set()
    for number, person in enumerate(people):
        at = MONDAY_TEN + 100 + number / CROWD
        for message in (LogIn(agent=person.id, phone=PhoneId(person.id)), GoReady(agent=person.id)):
            outcome = engine.handle(message, at)
            offered += [fact for fact in outcome.facts if isinstance(fact, OfferOpened)]
            rung |= {command.endpoint for command in outcome.commands if isinstance(command, CreateLeg)}
    assert [offer.contact for offer in offered] == [f"c1-{number}" for number in _contacts(offered)]
    assert [offer.agent for offer in offered] == [person.id for person in people[:100]]
    assert len(rung) == 100
    assert all(isinstance(each.presence, Ready) for each in floor.agents())
    assert {floor.agent_at(phone) is not None for phone in phones} == {True}
    assert violations(floor) == []


def _contacts(offered: list[OfferOpened]) -> list[int]:
    """The numbers of the contacts, which must have come in this order."""
    return sorted(int(offer.contact.removeprefix("c1-")) for offer in offered)


def test_an_incident_may_concern_more_than_ten_thousand_who_wait() -> None:
    story = FloorStory(company())
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    call(story, 1.0)
    (first,) = story.floor.contacts()
    floor = _floor_of(company())
    for number in range(CROWD + 1):
        leg = LegId(f"call-{number}")
        floor.put(msgspec.structs.replace(first, id=ContactId(f"c1-{number}"), leg=leg))
    incident = Incident(when=When(), head_start_s=60.0)
    storm = EnterOverlay(edit=incident, author="boss", reason="storm")
    outcome = Engine(floor).handle(storm, MONDAY_TEN + 2)
    moved = [fact for fact in outcome.facts if isinstance(fact, PlaceMoved)]
    assert len(moved) == CROWD + 1
    assert {fact.order_key for fact in moved} == {MONDAY_TEN + 1 - 60}


WAITING = 1_000
LADDER = (
    Ring(opens_s=0.0),
    Ring(opens_s=10.0, lower={SkillId("sales"): 5}),
    Ring(opens_s=30.0, give_up=frozenset({SkillId("sales")})),
)


def test_a_company_changed_under_a_thousand_waiting_takes_nobodys_place() -> None:
    """A hundred seconds of callers, ten in each. Then sales asks for more, and gives in by and by."""
    engine = Engine(_floor_of(company()))
    engine.handle(AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()), MONDAY_TEN)
    for number in range(WAITING):
        at = MONDAY_TEN + number / 10
        engine.handle(CallArrived(leg=LegId(f"call-{number}"), did="200", caller=None), at)
    before = {contact.id: _place(contact) for contact in engine.view.contacts()}
    now = MONDAY_TEN + WAITING / 10
    engine.handle(LogIn(agent=EVA, phone=DESK), now)
    sales = msgspec.structs.replace(queue(SALES, sales=6), rings=LADDER)
    changed = company(version=2, queues={SALES: sales, REPAIR: queue(REPAIR, repair=1)})
    outcome = engine.handle(PolicyApplied(policy=changed), now)
    amended = [fact.contact for fact in outcome.facts if isinstance(fact, PlaceAmended)]
    assert sorted(amended) == sorted(before)
    for contact in engine.view.contacts():
        place, old = _place(contact), before[contact.id]
        assert (place.since, place.order_key) == (old.since, old.order_key)
        assert place.needs == need(sales=6)
        waited_s = now - place.since
        assert place.ring == (2 if waited_s >= 30 else 1 if waited_s >= 10 else 0)
    _agrees_with_the_oracle(engine, now)


def _floor_of(policy: Policy) -> Floor:
    floor = Floor(policy, 1)
    for name in policy.agents:
        floor.put(new_agent(name, MONDAY_TEN))
    return floor


def _place(contact: Contact) -> Queued:
    assert isinstance(contact.place, Queued)
    return contact.place


def _agrees_with_the_oracle(engine: Engine, now: float) -> None:
    """Agents come and go; the pairs are always those that the oracle names, the oldest callers first."""
    offered: list[OfferOpened] = []

    def hear(message: Heard) -> None:
        outcome = engine.handle(message, now)
        opened = [fact for fact in outcome.facts if isinstance(fact, OfferOpened)]
        assert [(one.contact, one.agent) for one in opened] == pairs_expected(engine.view, opened)
        offered.extend(opened)

    for turn in range(10):
        now += 1.0
        person, phone = ((EVA, DESK), (BOB, OTHER_DESK))[turn % 2]
        hear(TimePassed())
        hear(LogIn(agent=person, phone=phone))
        hear(GoReady(agent=person))
        hear(LegVanished(leg=LegId(f"call-{turn}"), cause=16))  # the caller for whom it rings
        hear(LegVanished(leg=agent_leg_of(offered[-1].offer), cause=16))
        hear(GoNotReady(agent=person, reason="break"))
        hear(LegVanished(leg=agent_leg_of(offered[-1].offer), cause=16))
    in_order = list(dict.fromkeys(offer.contact for offer in offered))
    assert in_order == [f"c1-{number + 1}" for number in range(11)]
    assert engine.view.waiting_in(SALES) == WAITING - 10
