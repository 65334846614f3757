"""What messages mean for the rest: overflow, order, persons and their substitutes, needs."""

import msgspec
import pytest

from acd.model.contact import Contact, Queued
from acd.model.fact import CallbackFellDue, CustomerDialled, OfferOpened, Overflowed, SenderWanted
from acd.model.ids import AgentId, ContactId
from acd.model.policy import Customer, Policy
from acd.model.voice_message import Kept
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, agent, need
from tests.core.story_companies import leaving_messages
from tests.core.told import facts_of

CALLER = "+436601234567"
LEFT = (
    (1.0, f"CallArrived call-1 200 {CALLER}"),
    (2.0, "KeyPressed call-1 4"),
    (3.0, "PlaybackEnded c1-1-g1"),
    (9.0, "RecordingEnded acd-1767607201-c1-1 6"),
    (9.1, "LegVanished call-1 16"),
)


def left(policy: Policy, *before: tuple[float, str]) -> FloorStory:
    """Somebody has left a message."""
    story = FloorStory(policy)
    for at, words in ((0.0, "AsteriskSeen"), (0.0, "GoNotReady night break"), *before, *LEFT):
        story.hear(at, words)
    return story


def message_of(story: FloorStory) -> tuple[Contact, Queued]:
    contact = story.floor.contact(ContactId("c1-1"))
    assert contact is not None
    assert isinstance(contact.message, Kept)
    assert isinstance(contact.place, Queued)
    return contact, contact.place


def owned() -> Policy:
    """As `leaving_messages`; bob looks after the caller, and joe stands in for him."""
    base = leaving_messages()
    bob = msgspec.structs.replace(agent("bob", SALES, REPAIR, sales=5), substitutes=(AgentId("joe"),))
    joe = agent("joe", SALES, REPAIR, sales=2)
    return msgspec.structs.replace(
        base,
        agents=base.agents | {bob.id: bob, joe.id: joe},
        customers={CALLER: Customer(name="Mr First", owner=bob.id)},
    )


def test_a_message_for_somebody_who_is_absent_goes_to_the_substitute() -> None:
    story = left(
        owned(),
        (0.2, "LogIn joe 203"),
        (0.3, "LogIn eva 201"),
        (0.4, "GoNotReady joe break"),
    )
    story.hear(9.2, "EnterOverlay absence boss ill agent=bob")
    story.hear(9.3, "GoReady joe")
    (opened,) = facts_of(story, OfferOpened)
    assert (opened.contact, opened.agent) == ("c1-1", "joe")
    assert opened.why.meant_for is not None
    assert (opened.why.meant_for.agent, opened.why.meant_for.substitutes) == ("bob", True)


def test_no_queue_gives_a_message_up_however_long_it_waits() -> None:
    story = left(leaving_messages())
    _, place = message_of(story)
    assert place.leaves_at is None
    while (deadline := story.engine.deadline()) is not None:
        story.hear(deadline - MONDAY_TEN, "TimePassed")
    assert facts_of(story, Overflowed) == []
    message_of(story)


def test_it_asks_for_what_the_box_does() -> None:
    base = leaving_messages()
    box = msgspec.structs.replace(base.boxes["100"], needs=need(german=4))
    _, place = message_of(left(msgspec.structs.replace(base, boxes={"100": box})))
    assert {(each.skill, each.level) for clause in place.needs for each in clause} == {
        ("sales", 1),
        ("german", 4),
    }


def test_it_is_as_old_as_the_call() -> None:
    contact, place = message_of(left(leaving_messages()))
    assert place.since == place.order_key == contact.arrived_at


def test_who_has_left_a_message_is_not_on_the_line_and_holds_up_no_callback_to_the_number() -> None:
    story = left(leaving_messages())
    story.hear(10.0, f"CallArrived call-2 200 {CALLER}")
    story.hear(10.5, "KeyPressed call-2 1")
    story.hear(10.8, "LegVanished call-2 16")
    assert [fact.contact for fact in facts_of(story, CallbackFellDue)] == ["c1-2"]


@pytest.mark.parametrize(("gone", "unclosed"), [("AsteriskSeen", 0), ("LegVanished o1-2-leg 16", 1)])
def test_a_line_that_was_lost_is_no_agent_who_has_hung_up(gone: str, unclosed: int) -> None:
    story = left(leaving_messages(), (0.1, "LogIn eva 201"), (0.2, "LogIn bob 202"))
    for at, words in (
        (9.2, "GoReady bob"),
        (9.3, "LegSeen o1-2-leg"),
        (9.4, "LegRang o1-2-leg"),
        (9.5, "LegAnswered o1-2-leg"),
        (9.6, gone),
    ):
        story.hear(at, words)
    contact, _ = message_of(story)
    assert isinstance(contact.message, Kept)
    assert contact.message.note.unclosed == unclosed


def test_who_cannot_call_the_sender_hears_the_message_again_where_the_keys_are_not_explained() -> None:
    base = leaving_messages()
    box = msgspec.structs.replace(base.boxes["100"], briefing=None)
    nobody = msgspec.structs.replace(base, boxes={"100": box}, dialling=None)
    story = left(nobody, (0.1, "LogIn eva 201"), (0.2, "LogIn bob 202"))
    for at, words in (
        (9.2, "GoReady bob"),
        (9.3, "LegSeen o1-2-leg"),
        (9.4, "LegRang o1-2-leg"),
        (9.5, "LegAnswered o1-2-leg"),
        (9.6, "KeyPressed o1-2-leg 2"),
    ):
        story.hear(at, words)
    assert story.text.splitlines()[-2:] == [
        "        → StopPlayback o1-2-m2",
        "        → Play o1-2-leg o1-2-m4 recording:acd-1767607201-c1-1",
    ]


def test_who_left_it_is_called_when_there_is_a_line_for_that() -> None:
    base = leaving_messages()
    assert base.dialling is not None
    one_line = msgspec.structs.replace(base, dialling=msgspec.structs.replace(base.dialling, lines=1))
    story = left(one_line, (0.1, "LogIn eva 201"), (0.2, "LogIn bob 202"))
    for at, words in (
        (9.15, "GoReady bob"),
        (9.2, "LegSeen o1-2-leg"),
        (9.3, "LegRang o1-2-leg"),
        (9.4, "LegAnswered o1-2-leg"),
        (10.0, "CallArrived call-2 200 +436607654321"),
        (10.1, "KeyPressed call-2 1"),
        (10.2, "LegVanished call-2 16"),
        (10.3, "GoReady eva"),
        (10.4, "KeyPressed o1-2-leg 2"),
    ):
        story.hear(at, words)
    rung = [(fact.contact, fact.agent) for fact in facts_of(story, OfferOpened)]
    assert rung == [("c1-1", "bob"), ("c1-3", "eva")], "who is rung for the second one has taken the line"
    assert facts_of(story, SenderWanted) == []
    story.hear(10.5, "CancelCallback c1-3 boss")
    story.hear(10.6, "KeyPressed o1-2-leg 2")
    assert [fact.contact for fact in facts_of(story, CustomerDialled)] == ["c1-1"]
