"""Customers who ring again: recognised by the number, with the same place, and never called twice."""

from itertools import count
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, Waiting, ending_of, hear_only_each_other, unless_over

COMPANY = Path(__file__).parent / "rings_again.yaml"
SALES = "+43463555"
ANNA = "201"
A_MINUTE_S = 75.0
"""Moments are agreed on to the minute; this is one, and some more."""

_customers = count(10)


@pytest.fixture
def customer() -> str:
    """The number of somebody who has not called yet."""
    return f"+4366012345{next(_customers)}"


def otherwise_written(number: str) -> str:
    """The same number, as another trunk writes it."""
    return f"0{number.removeprefix('+43')}"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def ask_for_callback(centre: CallCentre, number: str) -> str:
    """Somebody rings, waits, presses the key and hangs up: the contact that is to be called back."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=waiting.contact, number=number)
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    return waiting.contact


def ring(centre: CallCentre, number: str) -> Waiting:
    """Ring from a number; nothing is said yet of what is heard."""
    after = centre.last_seq()
    call = centre.caller().call(SALES, caller_id=number)
    arrived = centre.wait_fact("ContactArrived", after=after)
    return Waiting(call, str(arrived.fields["contact"]))


def ring_again(centre: CallCentre, first: str, number: str) -> Waiting:
    """Ring from the same number, and be recognised."""
    again = ring(centre, otherwise_written(number))
    centre.wait_fact("ContactArrived", contact=again.contact, earlier=first)
    assert again.call.hears_file(centre.prompt_file("known"), at_least=MOST)
    return again


def test_who_rings_again_takes_the_place_along_and_is_not_called_back(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = ask_for_callback(centre, customer)
    second = queue_up(centre, centre.caller(), SALES)
    again = ring_again(centre, first, customer)
    again.call.press("1")
    assert waits_with_music(again)
    assert ending_of(centre, first) == "withdrawn"
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert waits_with_music(second), "who came after the first call is served later"
    again.call.hang_up()
    anna.wait_for_ring().answer()
    assert hear_only_each_other(second.call, anna.calls[-1])
    home.expect_no_ring(0)
    assert centre.facts("CustomerDialled") == []
    assert says(centre, first, "he or she has rung in, and waits there now", f"({again.contact})")
    assert says(
        centre, again.contact, f"called from there ({first}).", f"Goes on in the place of {first}, which"
    )


def test_a_key_cancels_the_callback(centre: CallCentre, home: Phone, customer: str) -> None:
    first = ask_for_callback(centre, customer)
    again = ring_again(centre, first, customer)
    again.call.press("2")
    assert again.call.hears_file(centre.prompt_file("cancelled"), at_least=MOST)
    again.call.wait_ended(within_s=8)
    assert ending_of(centre, first) == "cancelled"
    assert says(centre, first, f"he or she has rung in and cancelled it ({again.contact})")
    centre.agent(ANNA, "desk1").expect_no_ring(1)
    home.expect_no_ring(0)


def test_an_agent_who_is_rung_for_the_callback_is_let_go_and_gets_the_customer_on_the_line(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = ask_for_callback(centre, customer)
    anna = centre.agent(ANNA, "desk1")
    ringing = anna.wait_for_ring()
    again = ring_again(centre, first, customer)
    ringing.wait_ended()
    again.call.press("1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert centre.facts("CustomerDialled") == []
    assert centre.facts("OfferFailed") == [], "no missed call"


def scheduled(centre: CallCentre, number: str, at: str) -> str:
    """A callback for a moment to come, which somebody has typed; the contact that has come of it."""
    after = centre.last_seq()
    wish = ("callback", "schedule", number, "--queue", "sales", "--at", at, "--author", "boss")
    status, _, complained = centre.stack.acd(*wish)
    assert status == 0, complained
    return str(centre.wait_fact("CallbackScheduled", after=after, number=number).fields["contact"])


def to_be_called(centre: CallCentre) -> str:
    """What the command prints of those who are to be called."""
    return str(centre.stack.acd("callback", "list")[1])


def test_who_is_to_be_called_tomorrow_rings_in_today_and_waits_instead(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = scheduled(centre, customer, "tomorrow 10:00")
    second = queue_up(centre, centre.caller(), SALES)
    assert waits_with_music(second)
    again = ring_again(centre, first, customer)
    centre.stack.service.kill()
    centre.stack.service.start()
    again.call.press("1")
    assert waits_with_music(again)
    assert ending_of(centre, first) == "withdrawn"
    assert customer not in to_be_called(centre)
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(second.call, anna.calls[-1]), "who waited already comes first"
    second.call.hang_up()
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    home.expect_no_ring(0)
    assert not centre.facts("CustomerDialled", contact=first)
    assert says(centre, first, "he or she has rung in, and waits there now", f"({again.contact})")
    words = f"Waits on this line now, and is not called at the moment that was agreed ({first})."
    assert says(centre, again.contact, f"called from there ({first}).", words)


def test_a_key_cancels_the_callback_of_tomorrow(centre: CallCentre, customer: str) -> None:
    first = scheduled(centre, customer, "tomorrow 10:00")
    again = ring_again(centre, first, customer)
    again.call.press("2")
    assert again.call.hears_file(centre.prompt_file("cancelled"), at_least=MOST)
    again.call.wait_ended(within_s=8)
    assert ending_of(centre, first) == "cancelled"
    assert customer not in to_be_called(centre)
    assert says(centre, first, f"he or she has rung in and cancelled it ({again.contact})")


def test_who_rings_for_something_else_before_the_moment_is_called_then_all_the_same(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = scheduled(centre, customer, "+1m")
    again = ring_again(centre, first, customer)
    again.call.press("3")
    assert waits_with_music(again)
    again.call.hang_up()
    assert ending_of(centre, again.contact) == "abandoned"
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring(within_s=A_MINUTE_S).answer().press("1")  # enough of the briefing
    dialled = home.wait_for_ring()
    assert dialled.invite.startswith(f"INVITE sip:{customer}@")
    assert hear_only_each_other(anna.calls[-1], dialled.answer())
    assert says(centre, first, "May be called back from now on.", "The customer has answered.")


def test_it_is_too_late_when_the_customer_is_being_called(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = ask_for_callback(centre, customer)
    anna = centre.agent(ANNA, "desk1")
    call = anna.wait_for_ring().answer()
    call.press("1")  # enough of the briefing
    ringing = home.wait_for_ring()
    again = ring_again(centre, first, customer)
    again.call.press("1")
    assert again.call.hears_file(centre.prompt_file("too_late"), at_least=MOST)
    answered = ringing.answer()
    assert hear_only_each_other(call, answered)


def test_a_second_call_from_that_number_is_asked_nothing_and_a_withheld_one_neither(
    centre: CallCentre,
    customer: str,
) -> None:
    first = ask_for_callback(centre, customer)
    again = ring_again(centre, first, customer)
    for number in (customer, "anonymous"):
        other = ring(centre, number)
        assert waits_with_music(other)
        assert centre.facts("ContactArrived", contact=other.contact)[0].fields["earlier"] is None
        other.call.hang_up()
    again.call.press("1")
    assert waits_with_music(again)


def test_killed_while_the_caller_is_asked_the_service_asks_again_and_holds_the_place(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = ask_for_callback(centre, customer)
    again = ring_again(centre, first, customer)
    centre.stack.service.kill()
    killed = Moment.now()
    centre.stack.service.start()
    assert again.call.hears_file(centre.prompt_file("known"), at_least=MOST, since=killed)
    again.call.press("1")
    assert waits_with_music(again)
    assert ending_of(centre, first) == "withdrawn"
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    home.expect_no_ring(0)


def drop(centre: CallCentre, number: str) -> str:
    """Somebody rings, waits, and the line ends: the contact that has stood there."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.hang_up()
    assert ending_of(centre, waiting.contact) == "abandoned"
    return waiting.contact


def come_back(centre: CallCentre, first: str, number: str) -> Waiting:
    """Ring from the same number, and be asked."""
    again = ring(centre, otherwise_written(number))
    centre.wait_fact("ContactArrived", contact=again.contact, earlier=first)
    assert again.call.hears_file(centre.prompt_file("back"), at_least=MOST)
    return again


def test_whose_line_has_ended_goes_on_in_the_same_place(centre: CallCentre, customer: str) -> None:
    first = drop(centre, customer)
    second = queue_up(centre, centre.caller(), SALES)
    again = come_back(centre, first, customer)
    again.call.press("1")
    assert waits_with_music(again)
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert waits_with_music(second), "who came after the first call is served later"
    assert says(centre, first, f"The customer rang again, and went on in this place ({again.contact}).")
    assert says(centre, again.contact, f"Goes on in the place of {first}, which")


def test_the_line_ends_and_the_service_is_killed_and_the_place_is_still_there_once(
    centre: CallCentre,
    customer: str,
) -> None:
    first = drop(centre, customer)
    centre.stack.service.kill()
    centre.stack.service.start()
    again = come_back(centre, first, customer)
    again.call.press("1")
    assert waits_with_music(again)
    centre.stack.service.kill()
    centre.stack.service.start()
    other = ring(centre, customer)
    arrived = centre.facts("ContactArrived", contact=other.contact)[0]
    assert arrived.fields["earlier"] == again.contact, "of the place as it is now, whose line is up"
    other.call.hang_up()
    assert ending_of(centre, other.contact) == "left_in_menu"
    assert waits_with_music(again)


def test_asterisk_dies_and_who_rings_again_goes_on_in_the_same_place(
    centre: CallCentre, customer: str
) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=customer)
    assert waits_with_music(waiting)
    centre.stack.asterisk.kill()
    centre.stack.asterisk.start()
    assert str(centre.wait_fact("ContactEnded", 30, contact=waiting.contact).fields["ending"]) == "lost"
    again = come_back(centre, waiting.contact, customer)
    again.call.press("1")
    assert waits_with_music(again)
    unless_over(waiting.call.hang_up)  # nobody has told this phone


def test_who_begins_anew_stands_at_the_end_and_is_not_asked_again(centre: CallCentre, customer: str) -> None:
    first = drop(centre, customer)
    second = queue_up(centre, centre.caller(), SALES)
    again = come_back(centre, first, customer)
    again.call.press("3")
    assert waits_with_music(again)
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(second.call, anna.calls[-1])
    other = ring(centre, customer)
    arrived = centre.facts("ContactArrived", contact=other.contact)[0]
    assert arrived.fields["earlier"] == again.contact, "of the new place; the first one was given up"


def hold_up(centre: CallCentre, number: str) -> tuple[Waiting, Waiting, Waiting]:
    """Somebody waits, then somebody else, and the first one rings again from a hole that the network has not
    noticed, and wants to go on there.
    """
    first = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(first)
    other = queue_up(centre, centre.caller(), SALES)
    again = come_back(centre, first.contact, number)
    again.call.press("1")
    centre.wait_fact("PlaceAwaited", contact=again.contact, earlier=first.contact)
    assert waits_with_music(again)
    return first, other, again


def test_who_rings_again_while_the_first_line_is_up_has_its_place_as_soon_as_it_ends(
    centre: CallCentre, customer: str
) -> None:
    first, other, again = hold_up(centre, customer)
    assert waits_with_music(first), "nobody cuts the line of somebody who may be another one"
    first.call.hang_up()
    centre.wait_fact("PlaceInherited", contact=again.contact, earlier=first.contact)
    assert ending_of(centre, first.contact) == "abandoned"
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert waits_with_music(other), "who came after the first call is served later"
    assert says(centre, first.contact, f"and went on in this place ({again.contact}).")
    words = f"That line has ended. Goes on in the place of {first.contact}, waiting since"
    assert says(centre, again.contact, f"Wants the place of {first.contact}, whose line is up still", words)


def test_the_first_line_ends_while_the_service_is_away_and_its_place_is_had_all_the_same(
    centre: CallCentre, customer: str
) -> None:
    first, other, again = hold_up(centre, customer)
    centre.stack.service.kill()
    first.call.hang_up()
    centre.stack.service.start()
    centre.wait_fact("PlaceInherited", contact=again.contact, earlier=first.contact)
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert waits_with_music(other)


def test_a_colleague_on_the_first_line_is_served_there_and_nobody_loses_a_call(
    centre: CallCentre, customer: str
) -> None:
    first, other, again = hold_up(centre, customer)
    anna = centre.agent(ANNA, "desk1")
    for each in (first, other, again):
        anna.wait_for_ring().answer()
        assert hear_only_each_other(each.call, anna.calls[-1])
        each.call.hang_up()
        assert ending_of(centre, each.contact) == "served"
    assert centre.facts("PlaceInherited", contact=again.contact) == []


def test_who_has_asked_twice_and_cancels_is_called_back_no_more(
    centre: CallCentre, home: Phone, customer: str
) -> None:
    first = ask_for_callback(centre, customer)
    once_more = ring_again(centre, first, customer)
    once_more.call.press("3")
    assert waits_with_music(once_more)
    once_more.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=once_more.contact, number=customer)
    once_more.call.hang_up()
    centre.wait_fact("CustomerParted", contact=once_more.contact)
    again = ring_again(centre, first, customer)
    again.call.press("2")
    assert again.call.hears_file(centre.prompt_file("cancelled"), at_least=MOST)
    for each in (first, once_more.contact):
        assert ending_of(centre, each) == "cancelled"
    assert customer not in to_be_called(centre)
    centre.agent(ANNA, "desk1").expect_no_ring(1)
    home.expect_no_ring(0)
