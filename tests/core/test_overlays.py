"""Changes for a while: what is refused of them and what people are told then, and whom an incident moves."""

import msgspec
import pytest

from acd.model.about import When
from acd.model.command import Play
from acd.model.contact import Queued
from acd.model.fact import IncidentTold, OfferOpened, PlaceMoved, PlaceTaken
from acd.model.ids import (
    AgentId,
    LegId,
    OverlayId,
    PhoneId,
    PlaybackId,
    PromptId,
    QueueId,
    RegionId,
    agent_leg_of,
    bridge_of,
)
from acd.model.message import (
    AsteriskLost,
    AsteriskSeen,
    CallArrived,
    EnterOverlay,
    GoReady,
    JoinRefused,
    LegAnswered,
    LegRang,
    LegSeen,
    LogIn,
    PlaybackEnded,
    PolicyApplied,
    SeenLeg,
    TimePassed,
    WithdrawOverlay,
)
from acd.model.outcome import Done, Refused
from acd.model.overlay import Absence, Edit, Incident
from acd.model.queue import Overflow, ToFlow
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, NORTH, SALES, STRAIGHT_TO_SALES, company, need, queue
from tests.core.small_variants import fine
from tests.core.story_companies import announcing
from tests.core.told import facts_of


def entered(story: FloorStory, edit: Edit, **times: float) -> str | None:
    """The reason of a refusal; None: it was entered."""
    moments = {name: MONDAY_TEN + moment for name, moment in times.items()}
    message = EnterOverlay(edit=edit, author="boss", reason="ill", **moments)
    match story.take(story.now_s, message).reply:
        case Refused(reason=reason):
            assert not list(story.floor.overlays())
            return reason
        case reply:
            assert isinstance(reply, Done)
            return None


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Absence(agent=AgentId("eve")), "The company has no agent eve; did you mean eva?"),
        (Absence(agent=AgentId("99")), "The company has no agent 99; known: 11, bob, eva, joe."),
        (Absence(agent=AgentId("night")), "no agent night"),
        (Incident(when=When(regions=frozenset({RegionId("nort")}))), "no region nort; did you mean north?"),
        (Incident(when=When(queues=frozenset({QueueId("x")}))), "no queue x; known: repair, sales."),
        (Incident(when=When(numbers=frozenset({"101"}))), "no number 101; did you mean 100?"),
        (Incident(when=When(languages=frozenset({"hu"}))), "no language hu; known: en."),
        (Incident(when=When(products=frozenset({"heatings"}))), "no product heatings; did you mean heating?"),
        (Incident(when=When(services=frozenset({"refund"}))), "no service refund; known: none."),
        (Incident(when=When(customer_classes=frozenset({"tin"}))), "no customer class tin; known: gold."),
        (Incident(when=When(needs=need(germn=1))), "no skill germn; did you mean german?"),
        (Incident(when=When(needs=need(german=5))), "the highest level asked for is german 4."),
        (Incident(when=When(needs=need(french=1))), "no skill french; known: german, repair, sales."),
        (Incident(when=When(), prompt=PromptId("storm")), "no prompt storm"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_names_nobody_and_nothing_is_refused(edit: Edit, told: str) -> None:
    reason = entered(FloorStory(fine()), edit)
    assert reason is not None
    assert told in reason


def test_what_the_company_has_is_entered() -> None:
    story = FloorStory(fine())
    assert entered(story, Absence(agent=AgentId("eva"))) is None
    about = When(
        numbers=frozenset({"100"}),
        languages=frozenset({"en"}),
        products=frozenset({"heating"}),
        customer_classes=frozenset({"gold"}),
        regions=frozenset({NORTH}),
        queues=frozenset({QueueId("sales")}),
        needs=need(german=4),
    )
    assert entered(story, Incident(when=about, prompt=PromptId("closed"))) is None
    assert [overlay.author for overlay in story.floor.overlays()] == ["boss", "boss"]


def test_what_would_be_over_before_it_begins_is_refused() -> None:
    story = FloorStory(fine())
    away = Absence(agent=AgentId("eva"))
    for times in (
        {"begins_at": 100.0, "ends_at": 50.0},
        {"ends_at": -5.0},
        {"begins_at": -9.0, "ends_at": 0.0},
    ):
        reason = entered(story, away, **times)
        assert reason is not None
        assert "choose a later end" in reason
    assert entered(story, away, begins_at=-9.0, ends_at=50.0) is None


def test_taking_back_what_is_not_there_is_refused() -> None:
    story = FloorStory(fine())
    reply = story.take(0.0, WithdrawOverlay(overlay=OverlayId("v1-7"), author="boss")).reply
    assert reply == Refused(reason="There is no change v1-7, or it is over.")


# --- whom an incident concerns ------------------------------------------------------------------------------


def open_incident(story: FloorStory, at_s: float, reason: str, head_start_s: float) -> None:
    incident = Incident(when=When(), head_start_s=head_start_s)
    story.take(at_s, EnterOverlay(edit=incident, author="boss", reason=reason))


def order_key_of(story: FloorStory) -> float:
    (contact,) = story.floor.contacts()
    assert isinstance(contact.place, Queued)
    return contact.place.order_key - MONDAY_TEN


def test_who_has_as_much_of_a_head_start_as_is_allowed_is_moved_no_further() -> None:
    story = FloorStory(company(head_start_cap_s=60.0))
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    story.take(1.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    open_incident(story, 2.0, "storm", 60.0)
    open_incident(story, 3.0, "flood", 60.0)
    assert [moved.because for moved in facts_of(story, PlaceMoved)] == ["storm"]
    assert order_key_of(story) == 1.0 - 60.0


@pytest.mark.parametrize("before", [True, False])
def test_an_incident_at_the_moment_of_an_answer_counts_once_for_who_comes_back(before: bool) -> None:
    story = FloorStory(company())
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    story.take(0.0, LogIn(agent=AgentId("eva"), phone=PhoneId("201")))
    story.take(0.0, GoReady(agent=AgentId("eva")))
    story.take(1.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    (offer,) = facts_of(story, OfferOpened)
    leg = agent_leg_of(offer.offer)
    story.take(2.0, LegSeen(leg=leg))
    story.take(2.0, LegRang(leg=leg))
    if before:
        open_incident(story, 3.0, "storm", 60.0)
    story.take(3.0, LegAnswered(leg=leg))
    if not before:
        open_incident(story, 3.0, "storm", 60.0)
    story.take(4.0, JoinRefused(bridge=bridge_of(offer.offer), reason="gone"))
    assert [moved.because for moved in facts_of(story, PlaceMoved)] == ["storm"]
    assert order_key_of(story) == 1.0 - 60.0


def test_who_comes_back_into_a_queue_through_a_flow_is_not_told_again() -> None:
    again = Overflow(to=ToFlow(flow=STRAIGHT_TO_SALES.id), waited_s=10.0)
    sales = msgspec.structs.replace(queue(SALES, sales=1), overflow=(again,))
    story = FloorStory(company(queues=company().queues | {SALES: sales}))
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    storm = Incident(when=When(), prompt=PromptId("closed"))
    story.take(0.0, EnterOverlay(edit=storm, author="boss", reason="storm"))
    story.take(1.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    story.take(11.0, TimePassed())
    assert len(facts_of(story, PlaceTaken)) == 2
    assert [told.because for told in facts_of(story, IncidentTold)] == ["storm"]


def test_what_was_being_said_when_asterisk_was_lost_is_said_again() -> None:
    story = FloorStory(company())
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    storm = Incident(when=When(), prompt=PromptId("closed"))
    story.take(0.0, EnterOverlay(edit=storm, author="boss", reason="storm"))
    story.take(1.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    story.take(1.1, LegAnswered(leg=LegId("call-1")))
    said = [told_again(story, at_s) for at_s in (5.0, 9.0)]
    assert said == ["c1-2-a2", "c1-2-a3"]
    for playback in ("c1-2-a2", "c1-2-a3"):
        story.take(12.0, PlaybackEnded(playback=PlaybackId(playback)))
    assert told_again(story, 13.0) is None, "it had been said to its end"


def told_again(story: FloorStory, at_s: float) -> str | None:
    """Asterisk is lost and found again: what is said to the caller then."""
    story.take(at_s, AsteriskLost())
    seen = SeenLeg(leg=LegId("call-1"), up=True, ringing=False)
    outcome = story.take(at_s + 1, AsteriskSeen(asked_at=MONDAY_TEN + at_s + 1, legs=(seen,), bridges=()))
    return next((each.playback for each in outcome.commands if isinstance(each, Play)), None)


def test_a_prompt_with_blanks_is_none_for_an_incident() -> None:
    story = FloorStory(announcing())
    reason = entered(story, Incident(when=When(), prompt=PromptId("place")))
    assert reason == "The prompt place has blanks, which only announcements fill: choose another one."
    reason = entered(story, Incident(when=When(), prompt=PromptId("#1:en")))
    assert reason is not None
    assert "no prompt #1:en; known: " in reason
    assert entered(story, Incident(when=When(), prompt=PromptId("patience"))) is None


def test_a_prompt_that_the_company_has_given_up_is_not_said() -> None:
    story = FloorStory(company())
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    storm = Incident(when=When(), prompt=PromptId("closed"), head_start_s=5.0)
    story.take(0.0, EnterOverlay(edit=storm, author="boss", reason="storm"))
    sounds = {name: sound for name, sound in company().sounds.items() if name != "closed"}
    story.take(1.0, PolicyApplied(policy=company(version=2, sounds=sounds)))
    story.take(2.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    assert order_key_of(story) == 2.0 - 5.0
    assert facts_of(story, IncidentTold) == []


def test_a_prompt_that_has_got_blanks_since_is_not_said() -> None:
    story = FloorStory(company())
    story.take(0.0, AsteriskSeen(asked_at=MONDAY_TEN, legs=(), bridges=()))
    storm = Incident(when=When(), prompt=PromptId("closed"), head_start_s=5.0)
    story.take(0.0, EnterOverlay(edit=storm, author="boss", reason="storm"))
    sounds = {**company().sounds, PromptId("closed"): "sound:closed,{position:en}"}
    story.take(1.0, PolicyApplied(policy=company(version=2, sounds=sounds)))
    story.take(2.0, CallArrived(leg=LegId("call-1"), did="200", caller=None))
    assert order_key_of(story) == 2.0 - 5.0
    assert facts_of(story, IncidentTold) == []
