"""What agents are told when a wish of theirs is refused."""

import msgspec

from acd.model.ids import AgentId, PhoneId
from acd.model.message import FromAgent, GoNotReady, LogIn
from acd.model.outcome import Done, Refused
from tests.core.floor_story import FloorStory
from tests.core.small_variants import fine


def told(story: FloorStory, wish: FromAgent) -> str | None:
    """The reason of a refusal; None: the wish was granted."""
    match story.take(story.now_s, wish).reply:
        case Refused(reason=reason):
            return reason
        case reply:
            assert isinstance(reply, Done)
            return None


def test_nobody_seats_a_line_to_the_outside_at_a_desk() -> None:
    story = FloorStory(fine())
    desk = next(phone.id for phone in fine().phones.values() if phone.endpoint is None)
    at_desk = LogIn(agent=AgentId("night"), phone=desk)
    assert told(story, at_desk) == "night is a line to the outside: it sits at no desk."
    at_itself = LogIn(agent=AgentId("night"), phone=PhoneId("night"))
    assert told(story, at_itself) is None
    person = LogIn(agent=AgentId("eva"), phone=PhoneId("night"))
    assert "has no desk phone night" in (told(story, person) or "")


def test_without_reasons_nobody_can_be_not_ready_and_is_told_so() -> None:
    policy = msgspec.structs.replace(fine(), not_ready_reasons={})
    desk = next(phone.id for phone in policy.phones.values() if phone.endpoint is None)
    story = FloorStory(policy)
    assert told(story, LogIn(agent=AgentId("eva"), phone=desk)) is None
    assert told(story, GoNotReady(agent=AgentId("eva"), reason="break")) == (
        "The company names no reasons for being not ready; add `not_ready_reasons` to its file."
    )
