"""What goes along with a place that is taken by a later call, and who is recognised."""

from typing import Any

import msgspec
import pytest

from acd.core.numbers import international
from acd.core.recognising import Held, appointment_to_take, brought_forward, place_to_take
from acd.core.resuming import move_up
from acd.model.about import About
from acd.model.again import Awaiting, BegunAnew, NotRecognised, Recognised, Resumed
from acd.model.callback import GivenUp, Reached, Resting
from acd.model.contact import Because, Contact, Ended, Ending, MeantFor, Queued
from acd.model.fact import (
    CallbackGivenUp,
    ContactArrived,
    Overflowed,
    PlaceInherited,
    PlaceResumed,
    QueueChosen,
)
from acd.model.flow import Choice, Enqueue, Menu, Voicemail
from acd.model.ids import AgentId, ContactId, FlowId, LegId, NodeId, OverlayId, PromptId
from acd.model.message import PolicyApplied, ScheduleCallback
from acd.model.needs import joined
from acd.model.policy import Policy
from acd.model.promise import Promise
from acd.model.queue import Excess, Overflow, ToVoicemail
from acd.model.voice_message import MessageBox
from tests.core.again_companies import dropping, dropping_with_rings, ringing_again
from tests.core.floor_story import FloorStory
from tests.core.small_company import MONDAY_TEN, REPAIR, SALES, need
from tests.core.told import facts_of

NUMBER = "+436601111111"


def contact_of(story: FloorStory, contact: str) -> Contact:
    found = story.floor.contact(ContactId(contact))
    assert found is not None
    return found


def place_of(story: FloorStory, contact: str) -> Queued:
    place = contact_of(story, contact).place
    assert isinstance(place, Queued)
    return place


def agreed(policy: Policy) -> FloorStory:
    """Nobody is there, and one caller is to be called back: c1-1, since 1 s."""
    story = FloorStory(policy)
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (1.0, f"CallArrived call-1 200 {NUMBER}"),
        (2.0, "KeyPressed call-1 1"),
        (3.0, "LegVanished call-1 16"),
    ):
        story.hear(at, words)
    return story


def with_sales(policy: Policy, **changes: object) -> Policy:
    sales = msgspec.structs.replace(policy.queues[SALES], **changes)
    return msgspec.structs.replace(policy, queues=policy.queues | {SALES: sales})


def test_the_time_on_no_line_sends_nobody_away() -> None:
    ways = (Overflow(waited_s=30.0, to=ToVoicemail(box="100")),)
    story = agreed(with_sales(ringing_again(), overflow=ways))
    story.hear(60.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(61.0, "KeyPressed call-2 1")
    assert place_of(story, "c1-2").since == place_of(agreed(ringing_again()), "c1-1").since
    story.hear(90.0, "TimePassed")
    assert not [fact for outcome in story.outcomes for fact in outcome.facts if isinstance(fact, Overflowed)]
    story.hear(91.0, "TimePassed")
    assert [fact for outcome in story.outcomes for fact in outcome.facts if isinstance(fact, Overflowed)]


def test_nor_does_it_when_the_company_file_is_changed_meanwhile() -> None:
    """The line of the one has ended, and the other was to be called back: both count from their last call."""
    ways = (Overflow(waited_s=30.0, to=ToVoicemail(box="100")),)
    base = with_sales(dropping(), overflow=ways)
    for story in (dropped(base), agreed(base)):
        story.hear(20.0, f"CallArrived call-2 200 {NUMBER}")
        story.hear(21.0, "KeyPressed call-2 1")
        changed = with_sales(msgspec.structs.replace(base, version=99), overflow=ways, ring_s=20.0)
        story.take(35.0, PolicyApplied(policy=changed))
        story.hear(49.0, "TimePassed")
        assert facts_of(story, Overflowed) == []
        story.hear(50.0, "TimePassed")
        assert [fact.because for fact in facts_of(story, Overflowed)] == [Excess.WAITED]


def test_what_was_told_and_the_language_go_along() -> None:
    story = agreed(ringing_again())
    told = Promise(expected_s=60.0, low_s=30.0, high_s=120.0)
    before = contact_of(story, "c1-1")
    room = msgspec.structs.replace(before.waiting_room, position=2, promise=told)
    story.floor.put(msgspec.structs.replace(before, waiting_room=room, language="hu"))
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    assert contact_of(story, "c1-2").language == "hu", "already when it is asked"
    story.hear(6.0, "KeyPressed call-2 1")
    now = contact_of(story, "c1-2")
    assert (now.waiting_room.position, now.waiting_room.promise) == (2, told)
    assert now.promised == told, "of nothing it is said that it is longer"


def test_needs_of_keys_on_the_way_are_added() -> None:
    policy = ringing_again()
    flow = policy.flows[FlowId("again")]
    menu = flow.nodes[NodeId("known")]
    assert isinstance(menu, Menu)
    choices = menu.choices | {"1": Choice(next=NodeId("take"), needs=need(german=4))}
    asking = msgspec.structs.replace(
        flow, nodes=flow.nodes | {NodeId("known"): msgspec.structs.replace(menu, choices=choices)}
    )
    story = agreed(msgspec.structs.replace(policy, flows=policy.flows | {flow.id: asking}))
    before = place_of(story, "c1-1").needs
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(6.0, "KeyPressed call-2 1")
    assert place_of(story, "c1-2").needs == joined(before, need(german=4))


def test_who_has_been_reached_meanwhile_keeps_the_place() -> None:
    """Somebody else has answered at that number, waits on that line, and is not sent away."""
    story = agreed(ringing_again())
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    first, second = contact_of(story, "c1-1"), contact_of(story, "c1-2")
    assert place_to_take(second, story.floor) == Held(contact=first, place=place_of(story, "c1-1"))
    assert isinstance(first.callback, Resting)
    reached = Reached(order=first.callback.order, leg=LegId("c1-1-d1"))
    story.floor.put(msgspec.structs.replace(first, callback=reached))
    assert place_to_take(second, story.floor) is None


def scheduled(policy: Policy, **changes: Any) -> FloorStory:
    """Nobody is there, and one customer is to be called in ten minutes: c1-1."""
    story = FloorStory(policy)
    story.hear(0.0, "AsteriskSeen")
    story.hear(0.0, "GoNotReady night break")
    wish: dict[str, Any] = {"number": NUMBER, "queue": SALES, "not_before": MONDAY_TEN + 600.0}
    story.take(1.0, ScheduleCallback(**wish | {"author": "boss"} | changes))
    return story


def test_who_waits_instead_of_being_called_asks_for_what_was_agreed() -> None:
    """And for what the keys on the way add; by name, and in the language that was agreed."""
    about = About(product="boiler")
    story = scheduled(
        ringing_again(), needs=need(german=2), about=about, wanted=AgentId("bob"), language="hu"
    )
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(6.0, "KeyPressed call-2 1")
    place = place_of(story, "c1-2")
    assert place.own_needs == need(german=2)
    assert place.about == msgspec.structs.replace(about, wanted=AgentId("bob"))
    assert place.since == place.order_key == MONDAY_TEN + 6.0, "until then nobody has stood there"
    assert contact_of(story, "c1-2").language == "hu"
    assert contact_of(story, "c1-2").again == Resumed(earlier=ContactId("c1-1"))


def test_needs_of_keys_are_added_to_those_that_were_agreed() -> None:
    story = scheduled(ringing_again(), needs=need(german=2))
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    agreed_for, caller = contact_of(story, "c1-1"), contact_of(story, "c1-2")
    chosen = brought_forward(caller, agreed_for, need(german=4))[1]
    assert isinstance(chosen, QueueChosen)
    assert chosen.needs == joined(need(german=2), need(german=4))


def test_who_was_promised_a_call_is_not_sent_away_from_a_long_line() -> None:
    """Others are; and so is who has waited on the line for too long."""
    ways = (
        Overflow(longer_than=0, to=ToVoicemail(box="100")),
        Overflow(waited_s=30.0, to=ToVoicemail(box="100")),
    )
    story = scheduled(with_sales(ringing_again(), overflow=ways))
    story.hear(3.0, "CallArrived call-1 200 +436602222222")
    story.hear(4.0, "CallArrived call-2 200 +436603333333")
    assert [fact.contact for fact in facts_of(story, Overflowed)] == ["c1-3"]
    story.hear(5.0, f"CallArrived call-3 200 {NUMBER}")
    story.hear(6.0, "KeyPressed call-3 1")
    assert place_of(story, "c1-4").queue == SALES
    assert len(facts_of(story, Overflowed)) == 1
    story.hear(33.0, "TimePassed")
    story.hear(36.0, "TimePassed")
    assert [fact.contact for fact in facts_of(story, Overflowed)] == ["c1-3", "c1-2", "c1-4"]


def test_out_of_hours_an_appointment_can_be_cancelled_and_nobody_waits_instead() -> None:
    """100 is open until 17:00, and 200 always."""
    for number, waits in (("200", True), ("100", False)):
        story = scheduled(ringing_again(), not_before=MONDAY_TEN + 90_000.0)
        story.hear(26_000.0, f"CallArrived call-2 {number} {NUMBER}")
        story.hear(26_001.0, "KeyPressed call-2 1")
        assert isinstance(contact_of(story, "c1-2").place, Queued) is waits
        assert (story.floor.contact(ContactId("c1-1")) is None) is waits, "withdrawn, or to be called still"
    story.hear(26_002.0, "KeyPressed call-2 2")
    assert [fact.because for fact in facts_of(story, CallbackGivenUp)] == [GivenUp.DECLINED]


def test_of_a_number_that_is_no_more_nobody_waits_instead() -> None:
    story = scheduled(ringing_again())
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    caller = contact_of(story, "c1-2")
    assert appointment_to_take(caller, story.floor) == contact_of(story, "c1-1")
    assert appointment_to_take(msgspec.structs.replace(caller, did="999"), story.floor) is None


@pytest.mark.parametrize("instead", [Enqueue(queue=REPAIR), Voicemail(box="300")])
def test_who_does_something_else_instead_has_begun_anew(instead: Enqueue | Voicemail) -> None:
    """And leaves the place to whoever rings next, were it only because a message waits for long."""
    policy = ringing_again()
    flow = policy.flows[FlowId("again")]
    policy = msgspec.structs.replace(
        policy,
        flows=policy.flows
        | {flow.id: msgspec.structs.replace(flow, nodes=flow.nodes | {NodeId("over"): instead})},
        boxes={
            "300": MessageBox(box="300", queue=REPAIR, prompt=PromptId("goodbye"), outcomes={"1": "done"})
        },
    )
    story = agreed(policy)
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(6.0, "KeyPressed call-2 3")
    assert contact_of(story, "c1-2").again == BegunAnew(earlier=ContactId("c1-1"))
    story.hear(7.0, f"CallArrived call-3 200 {NUMBER}")
    assert isinstance(contact_of(story, "c1-3").again, Recognised)


def test_who_has_a_place_is_asked_for_that_and_not_for_the_appointment() -> None:
    story = scheduled(ringing_again())
    story.hear(2.0, f"CallArrived call-1 200 {NUMBER}")
    story.hear(3.0, "KeyPressed call-1 3")
    story.hear(4.0, "KeyPressed call-1 1")
    story.hear(5.0, "LegVanished call-1 16")
    for call, earlier in (("call-2", "c1-2"), ("call-3", "c1-1")):
        story.hear(story.now_s + 1.0, f"CallArrived {call} 200 {NUMBER}")
        assert facts_of(story, ContactArrived)[-1].earlier == earlier


def test_nobody_is_recognised_unless_the_company_wants_it() -> None:
    policy = ringing_again()
    recognition = msgspec.structs.replace(policy.recognition, called_back=None)
    story = agreed(msgspec.structs.replace(policy, recognition=recognition))
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    facts = [fact for outcome in story.outcomes for fact in outcome.facts]
    assert [fact.earlier for fact in facts if isinstance(fact, ContactArrived)] == [None, None]
    assert not [fact for fact in facts if isinstance(fact, PlaceResumed)]


def dropped(policy: Policy) -> FloorStory:
    """Bob is there and takes no calls; the line of one caller has ended who waited: c1-1, from 1 s to 3 s."""
    story = FloorStory(policy)
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, f"CallArrived call-1 200 {NUMBER}"),
        (3.0, "LegVanished call-1 16"),
    ):
        story.hear(at, words)
    return story


def test_whoever_comes_back_to_a_line_is_moved_by_what_has_happened_since() -> None:
    """An incident, and a ring that has opened."""
    story = dropped(dropping_with_rings())
    story.hear(4.0, "EnterOverlay incident boss storm head_start_s=25")
    story.hear(20.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(21.0, "KeyPressed call-2 1")
    place = place_of(story, "c1-3")
    assert place.since - place.order_key == 25.0
    assert place.ring == 1


def test_a_place_that_was_taken_is_offered_to_nobody_else() -> None:
    story = dropped(dropping())
    story.hear(5.0, f"CallArrived call-2 200 {NUMBER}")
    story.hear(6.0, "KeyPressed call-2 1")
    story.hear(7.0, f"CallArrived call-3 200 {NUMBER}")
    assert contact_of(story, "c1-2").again == Resumed(earlier=ContactId("c1-1"))
    asked = contact_of(story, "c1-3").again
    assert isinstance(asked, Recognised)
    assert asked.earlier == "c1-2", "of the place as it is now, whose line has not ended"
    story.hear(8.0, "LegVanished call-3 16")
    story.hear(9.0, "LegVanished call-2 16")
    story.hear(10.0, f"CallArrived call-4 200 {NUMBER}")
    assert facts_of(story, ContactArrived)[-1].earlier == "c1-2"


def held_up(policy: Policy, *words: str) -> FloorStory:
    """The line of c1-1 is up since 1 s, somebody else waits since 2 s, and c1-3 wants the first place."""
    story = FloorStory(policy)
    for at, text in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, f"CallArrived call-1 200 {NUMBER}"),
        (2.0, "CallArrived call-2 200 +436602222222"),
        (5.0, f"CallArrived call-3 200 {NUMBER}"),
        (6.0, "KeyPressed call-3 1"),
    ):
        story.hear(at, text)
    for text in words:
        story.hear(7.0, text)
    return story


def test_the_line_that_is_up_still_is_never_cut() -> None:
    story = held_up(dropping())
    assert contact_of(story, "c1-3").again == Awaiting(earlier=ContactId("c1-1"))
    assert contact_of(story, "c1-1").waits_on_line
    assert place_of(story, "c1-3").order_key == MONDAY_TEN + 6.0, "like anybody who comes now"
    story.hear(8.0, "LegVanished call-1 16")
    place = place_of(story, "c1-3")
    assert (place.since, place.order_key) == (MONDAY_TEN + 1.0, MONDAY_TEN + 1.0)
    assert contact_of(story, "c1-3").again == Resumed(earlier=ContactId("c1-1"))
    assert list(story.floor.dropped()) == []


def test_a_company_that_calls_nobody_back_knows_who_waits_on_a_line_too() -> None:
    base = dropping()
    recognition = msgspec.structs.replace(base.recognition, called_back=None)
    story = held_up(msgspec.structs.replace(base, dialling=None, recognition=recognition))
    assert contact_of(story, "c1-3").again == Awaiting(earlier=ContactId("c1-1"))


def test_a_line_that_ends_later_than_a_hole_lasts_was_somebody_elses() -> None:
    """Counted from the second call on. The place is kept for whoever rings next from there."""
    for after_s, goes_on in ((60.0, True), (60.1, False)):
        story = held_up(dropping())
        story.hear(11.0, "TimePassed")
        story.hear(12.0, "TimePassed")
        story.hear(16.0, "TimePassed")
        story.hear(5.0 + after_s, "LegVanished call-1 16")
        assert isinstance(contact_of(story, "c1-3").again, Resumed) is goes_on
        assert isinstance(contact_of(story, "c1-3").again, NotRecognised) is not goes_on
        assert [contact.id for contact in story.floor.dropped()] == ([] if goes_on else ["c1-1"])


def test_who_asks_for_a_place_is_not_sent_away_from_a_long_line() -> None:
    """One may wait there, and there are two."""
    ways = (Overflow(longer_than=1, to=ToVoicemail(box="100")),)
    story = held_up(with_sales(dropping(), overflow=ways))
    assert facts_of(story, Overflowed) == []
    assert place_of(story, "c1-3").queue == SALES


def test_whoever_moves_up_is_sent_away_for_the_time_on_this_line_alone() -> None:
    ways = (Overflow(waited_s=30.0, to=ToVoicemail(box="100")),)
    story = held_up(with_sales(dropping(), overflow=ways))
    story.hear(8.0, "LegVanished call-1 16")
    assert place_of(story, "c1-3").since == MONDAY_TEN + 1.0
    assert place_of(story, "c1-3").leaves_at == MONDAY_TEN + 36.0


def test_who_begins_anew_beside_a_line_that_is_up_gives_up_no_place_of_another() -> None:
    story = FloorStory(dropping())
    for at, words in (
        (0.0, "AsteriskSeen"),
        (0.0, "GoNotReady night break"),
        (0.0, "LogIn bob 202"),
        (1.0, f"CallArrived call-1 200 {NUMBER}"),
        (2.0, f"CallArrived call-2 200 {NUMBER}"),
        (3.0, "KeyPressed call-2 3"),
        (4.0, "LegVanished call-1 16"),
        (5.0, "LegVanished call-2 16"),
    ):
        story.hear(at, words)
    assert [contact.id for contact in story.floor.dropped()] == ["c1-1", "c1-2"]


def test_what_is_asked_for_by_now_and_what_was_told_on_either_line_counts() -> None:
    story = held_up(dropping())
    now, told = contact_of(story, "c1-3"), Promise(expected_s=60.0, low_s=30.0, high_s=120.0)
    place = msgspec.structs.replace(
        place_of(story, "c1-3"), own_needs=need(german=3), about=About(wanted=AgentId("bob"))
    )
    room = msgspec.structs.replace(now.waiting_room, position=3, told=(OverlayId("v1"), OverlayId("v2")))
    story.floor.put(msgspec.structs.replace(now, place=place, waiting_room=room))
    first = contact_of(story, "c1-1")
    room = msgspec.structs.replace(
        first.waiting_room, position=1, promise=told, told=(OverlayId("v2"), OverlayId("v3"))
    )
    story.floor.put(msgspec.structs.replace(first, waiting_room=room))
    story.hear(8.0, "LegVanished call-1 16")
    now = contact_of(story, "c1-3")
    assert place_of(story, "c1-3").own_needs == need(german=3)
    assert place_of(story, "c1-3").about.wanted == "bob"
    assert (now.waiting_room.position, now.waiting_room.promise) == (1, told)
    assert now.waiting_room.told == ("v3", "v1", "v2"), "the last one may be heard just now"
    assert now.promised == told


def test_the_person_of_the_place_goes_along_unless_another_one_was_asked_for() -> None:
    for wanted, expected in ((None, "anna"), ("bob", "bob")):
        story = held_up(dropping())
        for contact, person, about in (("c1-1", "anna", None), ("c1-3", "bob", wanted)):
            meant = MeantFor(agent=AgentId(person), because=Because.ASKED_FOR, until=MONDAY_TEN + 50.0)
            about_it = About(wanted=AgentId(about) if about is not None else None)
            place = msgspec.structs.replace(place_of(story, contact), meant_for=meant, about=about_it)
            story.floor.put(msgspec.structs.replace(contact_of(story, contact), place=place))
        held = Held(
            contact=contact_of(story, "c1-1"), place=place_of(story, "c1-1"), left_at=MONDAY_TEN + 8.0
        )
        over = msgspec.structs.replace(
            held.contact, life=Ended(at=MONDAY_TEN + 8.0, ending=Ending.ABANDONED, left=held.place)
        )
        story.floor.put(over)
        news = PlaceInherited(contact=ContactId("c1-3"), earlier=over.id, waits_since=held.place.since)
        step = move_up(
            contact_of(story, "c1-3"), place_of(story, "c1-3"), news, story.floor, MONDAY_TEN + 8.0
        )
        assert step.state.meant_for is not None
        assert step.state.meant_for.agent == expected


def test_whoever_stands_in_front_by_now_stays_there() -> None:
    """By what has been asked for since."""
    story = held_up(dropping())
    place = msgspec.structs.replace(place_of(story, "c1-3"), order_key=MONDAY_TEN)
    story.floor.put(msgspec.structs.replace(contact_of(story, "c1-3"), place=place))
    story.hear(8.0, "LegVanished call-1 16")
    assert contact_of(story, "c1-3").again == NotRecognised()
    assert place_of(story, "c1-3").order_key == MONDAY_TEN


def test_a_place_is_not_kept_longer_than_the_company_says() -> None:
    """From the end of the line on."""
    for after_s, is_asked in ((60.0, True), (60.1, False)):
        story = dropped(dropping())
        story.hear(3.0 + after_s, f"CallArrived call-2 200 {NUMBER}")
        assert isinstance(contact_of(story, "c1-2").again, Recognised) is is_asked


def test_without_the_company_wanting_it_nothing_is_kept() -> None:
    story = dropped(ringing_again())
    assert list(story.floor.dropped()) == []
    life = story.books[Contact, "c1-1"]
    assert isinstance(life, Contact)
    assert life.life == Ended(at=story.outcomes[-1].at, ending=Ending.ABANDONED)


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acd.core.directory.MOST_DROPPED", 1)
    story = dropped(dropping())
    story.hear(4.0, "CallArrived call-2 200 +436602222222")
    story.hear(5.0, "LegVanished call-2 16")
    assert [contact.id for contact in story.floor.dropped()] == ["c1-2"]


def test_who_left_too_long_ago_is_forgotten_when_the_next_one_leaves() -> None:
    story = dropped(dropping())
    story.hear(70.0, "CallArrived call-2 200 +436602222222")
    story.hear(71.0, "LegVanished call-2 16")
    assert [contact.id for contact in story.floor.dropped()] == ["c1-2"]


@pytest.mark.parametrize(
    ("shown", "country", "number"),
    [
        ("+436601234567", None, "+436601234567"),
        ("06601234567", "AT", "+436601234567"),
        ("00436601234567", "AT", "+436601234567"),
        ("06601234567", None, "06601234567"),
        ("133", "AT", "133"),
        ("1" * 30, "AT", "1" * 30),
        ("front desk", "AT", "front desk"),
        ("", "AT", None),
        (None, "AT", None),
    ],
)
def test_numbers_are_compared_in_the_international_form(
    shown: str | None, country: str | None, number: str | None
) -> None:
    assert international(shown, country) == number
