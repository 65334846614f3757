"""Why not yet: what a person who waits, or asks for one who waits, can be told."""

from acd.core.explain import NotYet, not_yet
from acd.model.ids import ContactId
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, company


def told(story: FloorStory, contact: str) -> NotYet:
    found = story.floor.contact(ContactId(contact))
    assert found is not None
    reasons = not_yet(found, story.floor, MONDAY_TEN + story.now_s)
    assert reasons is not None
    return reasons


def hear(story: FloorStory, lines: str) -> None:
    for line in lines.strip().splitlines():
        at_s, text = line.split(maxsplit=1)
        story.hear(float(at_s), text)


def test_who_waits_is_told_the_reason_of_every_agent() -> None:
    story = FloorStory(company())
    hear(
        story,
        """
        0   AsteriskSeen
        0   LogIn eva 201
        0   LogIn bob 202
        1   CallArrived call-1 200 -
        2   CallArrived call-2 200 -
        3   PhoneSeen 201 in_use
        3   GoReady eva
        """,
    )
    first, second = told(story, "c1-1"), told(story, "c1-2")
    assert (first.ahead, second.ahead) == (0, 1)
    assert first.waited_s == 2.0
    assert first.excluded == {"phone is in use": 1, "not ready: logged in": 1, "serves other queues": 1}
    assert [(one.agent, one.obstacle, one.for_s) for one in first.suitable] == [
        ("eva", "phone is in use", None),
        ("bob", "not ready: logged in", 3.0),
    ]
    assert first.connected
    assert first.ringing is None


def test_every_occupation_has_a_name_and_the_agent_who_is_rung_is_named() -> None:
    story = FloorStory(company())
    hear(
        story,
        """
        0   AsteriskSeen
        0   LogIn eva 201
        0   LogIn bob 202
        1   GoReady eva
        1   GoReady bob
        2   CallArrived call-1 200 -
        2   LegSeen o1-2-leg
        3   LegAnswered o1-2-leg
        4   CallArrived call-2 200 -
        5   CallArrived call-3 200 -
        """,
    )
    assert told(story, "c1-3").ringing == "bob"
    assert told(story, "c1-5").excluded == {"on a call": 1, "being rung": 1, "serves other queues": 1}
    hear(story, "6 LegRefused o1-4-leg gone\n6 LegVanished call-1 16\n6 AsteriskLost")
    waiting = told(story, "c1-5")
    assert waiting.excluded == {"in wrap-up": 1, "resting after a failed offer": 1, "serves other queues": 1}
    assert not waiting.connected


def test_a_missing_skill_and_a_log_out_are_reasons_too() -> None:
    story = FloorStory(company())
    hear(story, "0 AsteriskSeen\n0 CallArrived call-1 100 -\n1 KeyPressed call-1 3")
    assert told(story, "c1-1").excluded == {
        "serves other queues": 1,
        "lacks a skill or its level": 1,
        "logged out": 1,
    }


def test_who_does_not_wait_has_no_reasons() -> None:
    story = FloorStory(company())
    hear(story, "0 AsteriskSeen\n0 CallArrived call-1 100 -")
    contact = story.floor.contact(ContactId("c1-1"))
    assert contact is not None
    assert not_yet(contact, story.floor, MONDAY_TEN) is None
