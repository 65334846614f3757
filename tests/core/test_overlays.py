"""What is refused of the changes that people enter for a while, and what they are told."""

import pytest

from acd.model.about import When
from acd.model.ids import AgentId, OverlayId, PromptId, QueueId, RegionId
from acd.model.message import EnterOverlay, WithdrawOverlay
from acd.model.outcome import Done, Refused
from acd.model.overlay import Absence, Edit, Incident
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, NORTH, fine


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
