"""The directory: who is found by a number. The random days hold it to a look at everybody, step by step."""

import msgspec

from acd.model.ids import ContactId
from acd.model.message import PolicyApplied
from acd.model.policy import Policy
from tests.core.again_companies import dropping, ringing_again
from tests.core.floor_story import FloorStory

NUMBER = "+436601111111"


def of_hungary(policy: Policy) -> Policy:
    """The company has moved there."""
    assert policy.dialling is not None
    return msgspec.structs.replace(
        policy,
        version=policy.version + 1,
        dialling=msgspec.structs.replace(policy.dialling, country="HU", countries=frozenset({"HU", "AT"})),
        recognition=msgspec.structs.replace(policy.recognition, country="HU"),
    )


def waiting(policy: Policy, *callers: str) -> FloorStory:
    """Nobody is there to serve them."""
    story = FloorStory(policy)
    story.hear(0.0, "AsteriskSeen")
    story.hear(0.0, "GoNotReady night break")
    for index, caller in enumerate(callers):
        story.hear(1.0, f"CallArrived call-{index} 200 {caller}")
    return story


def found(story: FloorStory, number: str) -> list[ContactId]:
    return [contact.id for contact in story.floor.at_number(number)]


def test_one_line_is_found_however_the_network_writes_its_number() -> None:
    story = waiting(ringing_again(), NUMBER, "06601111111", "+436602222222")
    assert found(story, NUMBER) == ["c1-1", "c1-2"]


def test_in_another_country_a_number_stands_for_another_one() -> None:
    story = waiting(ringing_again(), "06601111111")
    assert found(story, NUMBER) == ["c1-1"]
    story.take(2.0, PolicyApplied(policy=of_hungary(ringing_again())))
    assert found(story, NUMBER) == []


def test_so_do_those_who_wait_on_one() -> None:
    story = waiting(dropping(), "06601111111")
    assert [contact.id for contact in story.floor.waiting_at(NUMBER)] == ["c1-1"]
    story.take(3.0, PolicyApplied(policy=of_hungary(dropping())))
    assert story.floor.waiting_at(NUMBER) == []


def test_so_do_those_who_have_left_a_line() -> None:
    story = waiting(dropping(), "06601111111")
    story.hear(2.0, "LegVanished call-0 16")
    assert [contact.id for contact in story.floor.dropped_at(NUMBER)] == ["c1-1"]
    story.take(3.0, PolicyApplied(policy=of_hungary(dropping())))
    assert list(story.floor.dropped_at(NUMBER)) == []
