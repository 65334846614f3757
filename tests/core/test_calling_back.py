"""What callbacks mean for the rest: overflow, the place, the order."""

import msgspec

from acd.model.contact import Queued
from acd.model.fact import CallbackAgreed, ContactEnded, OfferOpened, Overflowed, WaitGoesOn
from acd.model.hours import Hours, every_day
from acd.model.ids import ContactId
from acd.model.message import PolicyApplied
from acd.model.policy import Policy
from acd.model.queue import Overflow, ToVoicemail
from tests.core.floor_story import FloorStory
from tests.core.small_company import SALES
from tests.core.story_companies import calling_back
from tests.core.story_times import by_day
from tests.core.told import facts_of

FIRST, SECOND = "+436601111111", "+436602222222"


def impatient() -> Policy:
    """As `calling_back`; whoever has waited 5 s for sales is sent to a voicemail box."""
    base = calling_back()
    box = Overflow(waited_s=5.0, to=ToVoicemail(box="100"))
    sales = msgspec.structs.replace(base.queues[SALES], overflow=(box,))
    return msgspec.structs.replace(base, version=5, queues=base.queues | {SALES: sales})


def agreed(policy: Policy) -> FloorStory:
    """The first of two callers has asked to be called back, and has hung up; nobody is at work."""
    story = FloorStory(policy)
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, f"CallArrived call-2 200 {SECOND}"),
        (3.0, "KeyPressed call-1 1"),
        (4.0, "LegVanished call-1 16"),
    ):
        story.hear(at, words)
    return story


def test_no_queue_gives_up_who_is_to_be_called_back() -> None:
    story = agreed(impatient())
    story.hear(7.0, "TimePassed")
    left = facts_of(story, Overflowed)
    assert [fact.contact for fact in left] == ["c1-2"], "who has gone on waiting"
    assert story.engine.deadline() is not None
    assert ContactId("c1-1") not in {fact.contact for fact in facts_of(story, ContactEnded)}


def test_nor_does_a_new_version_of_the_company() -> None:
    story = agreed(calling_back())
    story.take(4.5, PolicyApplied(policy=impatient()))
    story.hear(4.6, "GoNotReady night break")
    story.hear(4.7, "LegVanished o1-3-leg 16")
    story.hear(7.0, "TimePassed")
    assert "c1-1" not in {fact.contact for fact in facts_of(story, Overflowed)}


def test_the_place_is_that_of_the_first_call_whatever_comes_after() -> None:
    story = agreed(calling_back())
    contact = story.floor.contact(ContactId("c1-1"))
    assert contact is not None
    assert isinstance(contact.place, Queued)
    before = contact.place.order_key
    story.hear(5.0, "LogIn bob 202")
    story.hear(6.0, "GoReady bob")
    opened = facts_of(story, OfferOpened)
    assert [fact.contact for fact in opened] == ["c1-1"], "it came first, and is served first"
    assert opened[0].why.order_key == before


def test_what_can_never_be_kept_is_not_promised() -> None:
    """The time of day that is offered, 11:15, is none at which customers are called."""
    base = by_day(calling_back())
    assert base.dialling is not None
    until_eleven = Hours(timezone="Europe/Vienna", spans=every_day(8 * 60, 11 * 60 + 2))
    dialling = msgspec.structs.replace(base.dialling, hours=until_eleven)
    story = FloorStory(msgspec.structs.replace(base, dialling=dialling))
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {FIRST}"),
        (2.0, "KeyPressed call-1 4"),
    ):
        story.hear(at, words)
    assert facts_of(story, CallbackAgreed) == []
    assert [fact.contact for fact in facts_of(story, WaitGoesOn)] == ["c1-1"]
    story.hear(3.0, "KeyPressed call-1 1")
    assert [fact.number for fact in facts_of(story, CallbackAgreed)] == [FIRST], "at any time it can be kept"
