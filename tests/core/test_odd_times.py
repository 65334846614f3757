"""What must hold when time goes on oddly: over midnight, past a deadline that came while a phone rang, back
over a restart, and on from one queue into the next.
"""

from datetime import datetime

import msgspec
import pytest

from acd.core.workload import at_work, day_end
from acd.model.agent import AtRest, AtWork, PhoneState
from acd.model.experience import Experience
from acd.model.fact import CallPassedOn, OfferOpened, Overflowed
from acd.model.ids import AgentId, LegId, PhoneId, agent_leg_of, bridge_of
from acd.model.message import (
    AsteriskSeen,
    CallArrived,
    GoReady,
    JoinRefused,
    LegAnswered,
    LegJoined,
    LegRang,
    LegSeen,
    LegVanished,
    LogIn,
    LogOut,
    PhoneSeen,
    TimePassed,
)
from acd.model.policy import Policy
from acd.model.queue import Choosing, Excess, Overflow, Queue, ToQueue, ToVoicemail
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, company, queue
from tests.core.told import facts_of

EVA, BOB = AgentId("eva"), AgentId("bob")
DESKS = {EVA: PhoneId("201"), BOB: PhoneId("202")}
A_DAY_S = 86_400.0


def begun(sales: Queue) -> FloorStory:
    story = FloorStory(with_sales(sales))
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    return story


def with_sales(sales: Queue) -> Policy:
    return company(queues=company().queues | {SALES: sales})


def come(story: FloorStory, at_s: float, agent: AgentId) -> None:
    story.take(at_s, LogIn(agent=agent, phone=DESKS[agent]))
    story.take(at_s, GoReady(agent=agent))


def call(story: FloorStory, at_s: float, number: int = 1) -> None:
    story.take(at_s, CallArrived(leg=LegId(f"call-{number}"), did="200", caller=None))


def ring(story: FloorStory, at_s: float) -> OfferOpened:
    """The phone of the last offer rings."""
    offer = facts_of(story, OfferOpened)[-1]
    story.take(at_s, LegSeen(leg=agent_leg_of(offer.offer)))
    story.take(at_s, LegRang(leg=agent_leg_of(offer.offer)))
    return offer


def serve(story: FloorStory, at_s: float, number: int) -> AgentId:
    """Somebody calls, is talked to for a second and hangs up. Returns who took the call."""
    caller = LegId(f"call-{number}")
    call(story, at_s, number)
    offer = ring(story, at_s)
    leg = agent_leg_of(offer.offer)
    story.take(at_s, LegAnswered(leg=leg))
    for each in (caller, leg):
        story.take(at_s, LegJoined(leg=each, bridge=bridge_of(offer.offer)))
    for each in (caller, leg):
        story.take(at_s + 1, LegVanished(leg=each, cause=16))
    return offer.agent


def pass_time(story: FloorStory, until_s: float) -> None:
    """All deadlines up to this moment."""
    while (deadline := story.engine.deadline()) is not None and deadline <= MONDAY_TEN + until_s:
        story.take(deadline - MONDAY_TEN, TimePassed())


@pytest.mark.parametrize("goes_home", [True, False])
def test_the_contacts_of_yesterday_do_not_count_today(goes_home: bool) -> None:
    fewest = Choosing.FEWEST_CONTACTS
    story = begun(msgspec.structs.replace(queue(SALES, sales=1, wrap_up_s=0.0), choosing=fewest))
    come(story, 0.0, EVA)
    assert [serve(story, 10.0 + 2 * number, number) for number in range(5)] == [EVA] * 5
    if goes_home:
        story.take(30.0, LogOut(agent=EVA))
    pass_time(story, A_DAY_S)
    if goes_home:
        come(story, A_DAY_S, EVA)
    come(story, A_DAY_S, BOB)
    served = [serve(story, A_DAY_S + 10 + 2 * number, 10 + number) for number in range(6)]
    assert (served.count(EVA), served.count(BOB)) == (3, 3)


def test_who_was_ready_over_midnight_has_had_no_contact_today() -> None:
    """Eva had three yesterday and Bob one, the last of all; today the longest idle comes first."""
    fewest = msgspec.structs.replace(queue(SALES, sales=1, wrap_up_s=0.0), choosing=Choosing.FEWEST_CONTACTS)
    story = begun(fewest)
    come(story, 0.0, EVA)
    assert [serve(story, 10.0 + 2 * number, number) for number in range(3)] == [EVA] * 3
    come(story, 20.0, BOB)
    assert serve(story, 30.0, 3) == BOB
    before_midnight, midnight = 14 * 3600.0 - 10, 14 * 3600.0
    assert serve(story, before_midnight, 4) == BOB
    pass_time(story, midnight)
    assert serve(story, midnight, 5) == EVA, "longer idle, and nobody has had any today"
    assert serve(story, midnight + 2, 6) == BOB


def test_a_talk_over_midnight_is_no_contact_of_the_new_day() -> None:
    fewest = msgspec.structs.replace(queue(SALES, sales=1, wrap_up_s=0.0), choosing=Choosing.FEWEST_CONTACTS)
    story = begun(fewest)
    come(story, 0.0, EVA)
    assert serve(story, 14 * 3600.0 - 0.5, 1) == EVA
    come(story, 14 * 3600.0 + 1, BOB)
    assert serve(story, 14 * 3600.0 + 2, 2) == EVA, "longer idle"


@pytest.mark.parametrize(
    ("timezone", "at", "ends_at"),
    [
        ("UTC", "2026-01-05T00:00:00+00:00", "2026-01-06T00:00:00+00:00"),
        ("Europe/Budapest", "2026-01-05T23:30:00+00:00", "2026-01-06T23:00:00+00:00"),
        ("Europe/Budapest", "2026-03-29T00:00:00+00:00", "2026-03-29T22:00:00+00:00"),  # 23 hours
        ("Africa/Cairo", "2026-04-23T12:00:00+00:00", "2026-04-23T22:00:00+00:00"),  # there is no midnight
    ],
)
def test_a_day_ends_at_the_companys_midnight(timezone: str, at: str, ends_at: str) -> None:
    found = day_end(timezone, datetime.fromisoformat(at).timestamp())
    assert found == datetime.fromisoformat(ends_at).timestamp()


def test_whose_time_was_up_before_the_answer_leaves_when_the_two_do_not_get_together() -> None:
    away = Overflow(to=ToVoicemail(box="100"), waited_s=10.0)
    story = begun(msgspec.structs.replace(queue(SALES, sales=1), overflow=(away,)))
    come(story, 0.0, EVA)
    call(story, 1.0)
    offer = ring(story, 3.0)
    pass_time(story, 11.0)
    story.take(12.0, LegAnswered(leg=agent_leg_of(offer.offer)))
    assert facts_of(story, Overflowed) == []
    story.take(13.0, JoinRefused(bridge=bridge_of(offer.offer), reason="gone"))
    assert [gone.box for gone in facts_of(story, CallPassedOn)] == ["100"]


def test_a_clock_that_was_set_back_over_a_restart_makes_nobody_busier_than_possible() -> None:
    rested = AtRest(since=1000.0, occupancy=0.9)
    assert at_work(rested, 0.95, 0.0, contacts=1, day_ends_at=1.0).occupancy == 0.9
    assert AtWork(since=1000.0, occupancy=0.9).occupancy_at(0.0) == pytest.approx(0.9)


def test_what_was_told_in_one_queue_does_not_hide_how_long_the_next_one_takes() -> None:
    """Nobody is told of a longer wait than before; but where the wait is too long is another question."""
    on = Overflow(to=ToQueue(queue=REPAIR), waited_s=5.0)
    away = Overflow(to=ToVoicemail(box="100"), expected_over_s=100.0)
    queues = {
        SALES: msgspec.structs.replace(queue(SALES, sales=1), overflow=(on,)),
        REPAIR: msgspec.structs.replace(queue(REPAIR, repair=1), overflow=(away,)),
    }
    story = FloorStory(company(queues=queues))
    for name, each_s in ((SALES, 20.0), (REPAIR, 200.0)):
        learnt = Experience(id=name, at=MONDAY_TEN, handled=100.0, handled_s=100 * each_s)
        story.books[Experience, name] = learnt
    story.restart()
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    for agent, desk in DESKS.items():
        come(story, 0.0, agent)
        story.take(0.0, PhoneSeen(phone=desk, state=PhoneState.IN_USE))
    call(story, 1.0)
    pass_time(story, 10.0)
    assert [(gone.queue, gone.because) for gone in facts_of(story, Overflowed)] == [
        (SALES, Excess.WAITED),
        (REPAIR, Excess.EXPECTED),
    ]
