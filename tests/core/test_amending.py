"""A new version of the company, and those who wait since the one before; a thousand of them: `bad_input`."""

import msgspec
import pytest

from acd.core.changeover import needed
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.about import About, When
from acd.model.command import EndLeg, Play
from acd.model.contact import Ending, Queued
from acd.model.fact import (
    CallPassedOn,
    ContactEnded,
    FlowEnded,
    KeyMistaken,
    NobodyFound,
    OfferOpened,
    Overflowed,
    PersonGivenUp,
    PlaceAmended,
    PromptBegan,
    RingOpened,
)
from acd.model.flow import Choice, Enqueue, Flow, Hangup, Menu, Say
from acd.model.ids import (
    AgentId,
    FlowId,
    LegId,
    NodeId,
    PhoneId,
    PromptId,
    SkillId,
    agent_leg_of,
    bridge_of,
    playback_of,
)
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    EnterOverlay,
    GoReady,
    JoinRefused,
    KeyPressed,
    LegAnswered,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    PlaybackEnded,
    PolicyApplied,
    TimePassed,
)
from acd.model.overlay import Incident
from acd.model.policy import Customer, Policy
from acd.model.queue import Destination, Excess, Overflow, Personal, Queue, Ring, ToEnd, ToFlow, ToVoicemail
from acd.model.region import Region
from tests.core.floor_story import FloorStory, is_living
from tests.core.small_company import MONDAY_TEN, NORTH, REPAIR, SALES, STRAIGHT_TO_SALES, company, queue
from tests.core.story_companies import leaving_messages, line_out
from tests.core.told import facts_of

EVA, BOB, DESK = AgentId("eva"), AgentId("bob"), PhoneId("201")
"""Eva has sales 8, Bob repairs."""
LADDER = (Ring(opens_s=0.0), Ring(opens_s=10.0, lower={SkillId("sales"): 1}))


def with_sales(sales: Queue, *, version: int = 1, **changes: object) -> Policy:
    return company(version=version, queues=company().queues | {SALES: sales}, **changes)


def begun(policy: Policy, *, ready: bool = False) -> FloorStory:
    """Eva is at her desk, and at moment 1 somebody calls sales."""
    story = FloorStory(policy)
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    story.take(0.0, LogIn(agent=EVA, phone=DESK))
    if ready:
        story.take(0.0, GoReady(agent=EVA))
    call(story, 1.0)
    return story


def call(story: FloorStory, at_s: float, number: int = 1) -> None:
    story.take(at_s, CallArrived(leg=LegId(f"call-{number}"), did="200", caller=f"+36{number}"))


def place_of(story: FloorStory) -> Queued:
    (contact,) = story.floor.contacts()
    assert isinstance(contact.place, Queued)
    return contact.place


def pass_time(story: FloorStory, until_s: float) -> None:
    """All deadlines up to this moment."""
    while (deadline := story.engine.deadline()) is not None and deadline <= MONDAY_TEN + until_s:
        story.take(deadline - MONDAY_TEN, TimePassed())


def test_a_version_that_leaves_the_queue_alone_leaves_its_callers_alone() -> None:
    sales = msgspec.structs.replace(queue(SALES, sales=9), rings=LADDER)
    story = begun(with_sales(sales))
    assert place_of(story).ring == 1  # at once: Eva is all there is, and has 8 of 9
    before = place_of(story)
    story.take(2.0, PolicyApplied(policy=with_sales(sales, version=2)))
    assert place_of(story) == before
    assert len(facts_of(story, RingOpened)) == 1
    assert facts_of(story, PlaceAmended) == []


def test_who_waits_for_one_person_goes_on_doing_so_and_comes_to_the_new_rings_then() -> None:
    personal = Personal(wait_s=20.0, substitutes_s=5.0, owner=True)
    owned = {"+361": Customer(name="Mr First", owner=EVA)}
    sales = msgspec.structs.replace(queue(SALES, sales=1), personal=personal)
    story = begun(with_sales(sales, customers=owned))
    new = msgspec.structs.replace(sales, rings=LADDER, needs=queue(SALES, sales=6).needs)
    story.take(16.0, PolicyApplied(policy=with_sales(new, version=2, customers=owned)))
    place = place_of(story)
    assert place.meant_for is not None
    assert (place.meant_for.agent, place.meant_for.until, place.ring) == (EVA, MONDAY_TEN + 21, 0)
    pass_time(story, 30.0)
    assert [given.substitutes for given in facts_of(story, PersonGivenUp)] == [True, False]
    assert [opened.ring for opened in facts_of(story, RingOpened)] == [1]


def test_who_was_about_to_be_sent_away_stays_if_the_new_version_lets_it() -> None:
    away = Overflow(to=ToVoicemail(box="100"), waited_s=10.0)
    sales = msgspec.structs.replace(queue(SALES, sales=1), overflow=(away,), ring_s=15.0)
    story = begun(with_sales(sales), ready=True)
    leg = agent_leg_of(facts_of(story, OfferOpened)[0].offer)
    story.take(2.0, LegSeen(leg=leg))
    story.take(3.0, LegRang(leg=leg))
    pass_time(story, 11.0)
    assert place_of(story).is_overdue
    patient = msgspec.structs.replace(sales, overflow=(msgspec.structs.replace(away, waited_s=60.0),))
    story.take(12.0, PolicyApplied(policy=with_sales(patient, version=2)))
    story.take(13.0, LegVanished(leg=leg, cause=21))
    assert facts_of(story, Overflowed) == []
    assert place_of(story).leaves_at == MONDAY_TEN + 61
    pass_time(story, 12.0 + 60)
    assert [gone.box for gone in facts_of(story, CallPassedOn)] == ["100"]


def test_a_version_that_was_changed_while_no_service_ran_holds_as_well() -> None:
    story = begun(with_sales(queue(SALES, sales=1)))
    old, living = story.floor.policy, [record for record in story.books.values() if is_living(record)]
    new = with_sales(msgspec.structs.replace(queue(SALES, sales=1), rings=LADDER), version=2)
    engine = Engine(Floor.of(new, 2, earlier=(old,), records=living))
    engine.handle(PolicyApplied(policy=new), MONDAY_TEN + 15)
    (contact,) = engine.view.contacts()
    assert isinstance(contact.place, Queued)
    assert (contact.place.ring, contact.place.next_ring_at) == (1, None)


def test_a_flow_that_only_the_new_version_has_takes_those_who_came_before_it() -> None:
    end = NodeId("end")
    regret = Flow(
        id=FlowId("regret"),
        start=NodeId("sorry"),
        nodes={NodeId("sorry"): Say(prompt=PromptId("sorry"), next=end), end: Hangup()},
    )
    to_regret = Overflow(to=ToFlow(flow=regret.id), waited_s=10.0)
    sales = queue(SALES, sales=1)
    new = with_sales(
        msgspec.structs.replace(sales, overflow=(to_regret,)),
        version=2,
        flows=company().flows | {regret.id: regret},
        sounds=company().sounds | {PromptId("sorry"): "sound:sorry"},
    )
    story = begun(with_sales(sales))
    story.take(2.0, PolicyApplied(policy=new))
    pass_time(story, 11.0)
    (began,) = facts_of(story, PromptBegan)
    assert began.prompt == "sorry"
    story.take(12.0, PlaybackEnded(playback=playback_of(began.contact, 1)))
    assert facts_of(story, FlowEnded)


@pytest.mark.parametrize("restarted", [False, True])
def test_a_flow_stays_for_those_who_are_in_it_when_later_versions_do_without(restarted: bool) -> None:
    end, key = NodeId("end"), NodeId("key")
    regret = Flow(
        id=FlowId("regret"),
        start=key,
        nodes={
            key: Menu(
                prompt=PromptId("sorry"),
                choices={"1": Choice(next=end)},
                tries=2,
                wait_s=5.0,
                wrong_key=PromptId("sorry"),
                no_key=PromptId("sorry"),
                otherwise=end,
            ),
            end: Hangup(),
        },
    )
    sales = queue(SALES, sales=1)
    new = with_sales(
        msgspec.structs.replace(sales, overflow=(Overflow(to=ToFlow(flow=regret.id), waited_s=10.0),)),
        version=2,
        flows=company().flows | {regret.id: regret},
        sounds=company().sounds | {PromptId("sorry"): "sound:sorry"},
    )
    story = begun(with_sales(sales))
    story.take(2.0, PolicyApplied(policy=new))
    pass_time(story, 11.0)
    story.take(12.0, PolicyApplied(policy=with_sales(sales, version=3)))
    if restarted:
        story.restart()
    story.take(13.0, KeyPressed(leg=LegId("call-1"), key="9"))
    assert [mistaken.key for mistaken in facts_of(story, KeyMistaken)] == ["9"]
    story.take(14.0, KeyPressed(leg=LegId("call-1"), key="1"))
    assert facts_of(story, FlowEnded)


def test_a_queue_that_goes_by_regions_now_does_so_for_those_who_wait() -> None:
    regions = {NORTH: Region(id=NORTH, name="North")}
    did = msgspec.structs.replace(company().dids["200"], about=About(region=NORTH))
    dids = company().dids | {"200": did}
    story = begun(with_sales(queue(SALES), dids=dids, regions=regions))
    assert place_of(story).region is None
    regional = msgspec.structs.replace(queue(SALES), regional=True)
    story.take(2.0, PolicyApplied(policy=with_sales(regional, version=2, dids=dids, regions=regions)))
    assert place_of(story).region == NORTH
    story.take(3.0, PolicyApplied(policy=with_sales(queue(SALES), version=3, dids=dids, regions=regions)))
    assert place_of(story).region is None


def test_a_line_to_the_outside_is_asked_what_was_to_be_asked_when_it_was_dialled() -> None:
    """Even if the company has given up the prompt while it rang."""
    story = begun(line_out())
    story.take(2.0, PolicyApplied(policy=line_out()))
    pass_time(story, 11.0)
    (offer,) = facts_of(story, OfferOpened)
    story.take(12.0, LegSeen(leg=offer.leg))
    sounds = {name: sound for name, sound in line_out().sounds.items() if name != "menu"}
    story.take(13.0, PolicyApplied(policy=msgspec.structs.replace(line_out(), version=3, sounds=sounds)))
    asked = story.take(14.0, LegAnswered(leg=offer.leg))
    assert [each.media for each in asked.commands if isinstance(each, Play)] == ["sound:menu"]


# --- whom nobody could serve -------------------------------------------------------------------------------


def test_what_happens_meanwhile_does_not_say_it_again() -> None:
    story = begun(with_sales(queue(SALES, chinese=1)))
    storm = Incident(when=When(), head_start_s=5.0)
    story.take(2.0, EnterOverlay(edit=storm, author="boss", reason="storm"))
    assert [found.contact for found in facts_of(story, NobodyFound)] == ["c1-1"]


def test_who_is_sent_away_in_the_same_breath_is_not_said_to_stay() -> None:
    full = Overflow(to=ToVoicemail(box="100"), longer_than=0)
    story = begun(with_sales(msgspec.structs.replace(queue(SALES, chinese=1), overflow=(full,))))
    call(story, 2.0, 2)
    assert [gone.contact for gone in facts_of(story, CallPassedOn)] == ["c1-2"]
    assert [found.contact for found in facts_of(story, NobodyFound)] == ["c1-1"]


# --- whose queue is closed down ----------------------------------------------------------------------------

STRAIGHT_TO_REPAIR = Flow(
    id=STRAIGHT_TO_SALES.id, start=NodeId("go"), nodes={NodeId("go"): Enqueue(queue=REPAIR)}
)
"""What became of the flow that led to sales."""


def without_sales(**changes: object) -> Policy:
    base = company()
    return company(
        version=2,
        queues={REPAIR: base.queues[REPAIR]},
        flows=base.flows | {STRAIGHT_TO_REPAIR.id: STRAIGHT_TO_REPAIR},
        **changes,
    )


def overflows(story: FloorStory) -> list[tuple[Excess, Destination]]:
    return [(left.because, left.to) for left in facts_of(story, Overflowed)]


def test_whose_queue_is_closed_down_goes_where_the_number_leads_now() -> None:
    story = begun(with_sales(queue(SALES, sales=9)))
    story.take(2.0, PolicyApplied(policy=without_sales()))
    assert overflows(story) == [(Excess.CLOSED, ToFlow(flow=STRAIGHT_TO_REPAIR.id))]
    assert (place_of(story).queue, place_of(story).own_needs) == (REPAIR, ())
    story.take(3.0, LogIn(agent=BOB, phone=DESK))
    assert facts_of(story, OfferOpened) == []
    story.take(3.0, GoReady(agent=BOB))
    assert [offer.agent for offer in facts_of(story, OfferOpened)] == [BOB]


def test_where_a_queue_that_is_closed_down_sends_those_whom_nobody_can_serve_holds_to_the_end() -> None:
    away = Overflow(to=ToVoicemail(box="100"), nobody=True)
    story = begun(with_sales(msgspec.structs.replace(queue(SALES), overflow=(away,))))
    story.take(2.0, PolicyApplied(policy=without_sales()))
    assert [gone.box for gone in facts_of(story, CallPassedOn)] == ["100"]


def test_where_neither_queue_nor_number_is_left_the_call_ends() -> None:
    story = begun(company())
    dids = {number: did for number, did in company().dids.items() if number != "200"}
    outcome = story.take(2.0, PolicyApplied(policy=without_sales(dids=dids)))
    assert overflows(story) == [(Excess.CLOSED, ToEnd())]
    assert [ended.ending for ended in facts_of(story, ContactEnded)] == [Ending.FLOW_ENDED]
    assert EndLeg(leg=LegId("call-1"), reason="normal") in outcome.commands


def test_a_phone_that_rings_for_a_queue_that_is_closed_down_may_be_answered() -> None:
    story = begun(company(), ready=True)
    leg = agent_leg_of(facts_of(story, OfferOpened)[0].offer)
    story.take(2.0, LegSeen(leg=leg))
    story.take(3.0, LegRang(leg=leg))
    story.take(4.0, PolicyApplied(policy=without_sales()))
    assert overflows(story) == []
    story.take(5.0, LegVanished(leg=leg, cause=21))
    assert place_of(story).queue == REPAIR


def test_who_does_not_get_together_with_an_agent_does_not_go_back_to_a_queue_that_is_closed_down() -> None:
    story = begun(company(), ready=True)
    offer = facts_of(story, OfferOpened)[0].offer
    story.take(2.0, LegSeen(leg=agent_leg_of(offer)))
    story.take(3.0, LegAnswered(leg=agent_leg_of(offer)))
    story.take(4.0, PolicyApplied(policy=without_sales()))
    story.take(5.0, JoinRefused(bridge=bridge_of(offer), reason="gone"))
    assert place_of(story).queue == REPAIR


def test_a_queue_is_needed_by_all_who_stand_there_or_will() -> None:
    """One who waits, one who is to be called at a moment to come, and two who leave a message."""
    story = FloorStory(leaving_messages())
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, "CallArrived call-1 200 +361"),
        (2.0, "ScheduleCallback +436601111111 sales 60 boss"),
        (3.0, "CallArrived call-2 200 +362"),
        (4.0, "KeyPressed call-2 4"),
        (5.0, "CallArrived call-3 200 +363"),
        (6.0, "KeyPressed call-3 4"),
        (7.0, "PlaybackEnded c1-4-g1"),
        (8.0, "CallArrived call-4 100 +364"),
    ):
        story.hear(at, words)
    assert needed(story.floor) == {SALES: 4}
    story.hear(9.0, "CancelCallback c1-2 boss")
    story.hear(10.0, "LegVanished call-2 16")
    assert needed(story.floor) == {SALES: 2}


def test_a_queue_that_was_closed_down_while_no_service_ran_holds_nobody() -> None:
    story = begun(company())
    old, living = story.floor.policy, [record for record in story.books.values() if is_living(record)]
    engine = Engine(Floor.of(without_sales(), 2, earlier=(old,), records=living))
    engine.handle(AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()), MONDAY_TEN + 15)
    (contact,) = engine.view.contacts()
    assert isinstance(contact.place, Queued)
    assert contact.place.queue == REPAIR
