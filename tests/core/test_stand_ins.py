"""Stand-ins for a skill or region: who serves while nobody is there who could, and in what order."""

import msgspec

from acd.model.fact import CallPassedOn, NobodyFound, OfferOpened
from acd.model.ids import AgentId, LegId, PhoneId, SkillId
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    EnterOverlay,
    GoNotReady,
    GoReady,
    LogIn,
    LogOut,
)
from acd.model.overlay import Absence
from acd.model.people import AgentPolicy, Phone
from acd.model.policy import Policy
from acd.model.queue import Overflow, Ring, ToVoicemail
from acd.model.why import Decider
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, agent, company, queue
from tests.core.told import facts_of

GERMAN = SkillId("german")
ABE, ZED, DORA, EVA = (AgentId(name) for name in ("abe", "zed", "dora", "eva"))


def with_german(*people: AgentPolicy, stand_ins: tuple[AgentId, ...], **changes: object) -> Policy:
    """Callers of sales need German 5."""
    sales = msgspec.structs.replace(queue(SALES, german=5), **changes)
    numbers = [str(201 + n) for n in range(len(people))]
    return company(
        queues={SALES: sales, REPAIR: queue(REPAIR)},
        agents={person.id: person for person in people},
        phones={PhoneId(number): Phone(id=PhoneId(number), extension=number) for number in numbers},
        stand_ins={GERMAN: stand_ins},
    )


def begun(policy: Policy, *ready: AgentId, out: tuple[AgentId, ...] = ()) -> FloorStory:
    """These are ready, one after another; those who are `out` have been entered as absent before."""
    story = FloorStory(policy)
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    desks = dict(zip(policy.agents, sorted(policy.phones), strict=True))
    for name in out:
        story.take(0.0, EnterOverlay(edit=Absence(agent=name), author="boss", reason="ill"))
    for at_s, name in enumerate(ready):
        story.take(float(at_s), LogIn(agent=name, phone=desks[name]))
        story.take(float(at_s), GoReady(agent=name))
    return story


def call(story: FloorStory, at_s: float, number: int = 1) -> list[AgentId]:
    """Somebody calls sales: who has been rung so far."""
    story.take(at_s, CallArrived(leg=LegId(f"call-{number}"), did="200", caller=f"+36{number}"))
    return [fact.agent for fact in facts_of(story, OfferOpened)]


def test_somebody_who_has_not_enough_of_a_skill_does_not_keep_the_stand_ins_away() -> None:
    dora = agent("dora", SALES, german=1)
    story = begun(with_german(agent("abe"), dora, stand_ins=(ABE,)), ABE, DORA)
    assert call(story, 10.0) == [ABE]
    assert facts_of(story, OfferOpened)[0].why.stands_in_for == (GERMAN,)


def test_somebody_who_serves_other_queues_does_not_keep_the_stand_ins_away() -> None:
    dora = agent("dora", REPAIR, german=9)
    story = begun(with_german(agent("abe"), dora, stand_ins=(ABE,)), ABE, DORA)
    assert call(story, 10.0) == [ABE]


def test_stand_ins_wait_while_somebody_is_there_who_could_and_serve_when_that_one_goes() -> None:
    dora = agent("dora", SALES, german=5)
    story = begun(with_german(agent("abe"), dora, stand_ins=(ABE,)), ABE, DORA)
    story.take(5.0, GoNotReady(agent=DORA, reason="break"))
    assert call(story, 10.0) == []
    story.take(20.0, LogOut(agent=DORA))
    assert [fact.agent for fact in facts_of(story, OfferOpened)] == [ABE]


def test_stand_ins_serve_in_the_order_in_which_they_are_named() -> None:
    policy = with_german(agent("abe"), agent("zed"), stand_ins=(ZED, ABE))
    story = begun(policy, ABE, ZED)
    assert call(story, 10.0) == [ZED]
    assert facts_of(story, OfferOpened)[0].why.decided_by is Decider.STAND_IN


def test_in_a_ring_that_asks_for_stand_ins_they_come_after_all_others() -> None:
    rings = (Ring(opens_s=0.0, stand_ins=True),)
    dora = agent("dora", SALES, german=5)
    story = begun(with_german(agent("abe"), dora, stand_ins=(ABE,), rings=rings), ABE, DORA)
    assert call(story, 10.0) == [DORA]
    assert facts_of(story, OfferOpened)[0].why.decided_by is Decider.STAND_IN
    assert call(story, 11.0, 2) == [DORA, ABE]


def test_for_a_stand_in_who_is_absent_the_substitutes_of_that_one_serve() -> None:
    abe = msgspec.structs.replace(agent("abe"), substitutes=(ZED,))
    story = begun(with_german(abe, agent("zed"), stand_ins=(ABE,)), ZED, out=(ABE,))
    assert call(story, 10.0) == [ZED]


def test_a_circle_of_stand_ins_and_substitutes_ends() -> None:
    abe = msgspec.structs.replace(agent("abe"), substitutes=(ZED,))
    zed = msgspec.structs.replace(agent("zed"), substitutes=(ABE,))
    story = begun(with_german(abe, zed, stand_ins=(ABE, ZED)), out=(ABE, ZED))
    assert call(story, 10.0) == []
    assert facts_of(story, NobodyFound)


def test_nobody_waits_for_somebody_who_is_logged_in_but_entered_as_absent() -> None:
    to_box = (Overflow(nobody=True, to=ToVoicemail(box="100")),)
    dora = agent("dora", SALES, german=5)
    story = begun(with_german(dora, stand_ins=(), overflow=to_box), DORA)
    story.take(5.0, EnterOverlay(edit=Absence(agent=DORA), author="boss", reason="ill"))
    call(story, 10.0)
    assert [gone.box for gone in facts_of(story, CallPassedOn)] == ["100"]
