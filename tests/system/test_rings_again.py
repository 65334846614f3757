"""Customers who ring again: recognised by the number, with the same place, and never called twice."""

from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "rings_again.yaml"
SALES = "+43463555"
ANNA = "201"
CUSTOMER = "+436601234567"
NATIONAL = "06601234567"
"""The same number, as another trunk writes it."""


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def ask_for_callback(centre: CallCentre, number: str = CUSTOMER) -> str:
    """Somebody rings, waits, presses the key and hangs up: the contact that is to be called back."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=waiting.contact, number=CUSTOMER)
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    return waiting.contact


def ring(centre: CallCentre, number: str) -> Waiting:
    """Ring from a number; nothing is said yet of what is heard."""
    after = centre.last_seq()
    call = centre.caller().call(SALES, caller_id=number)
    arrived = centre.wait_fact("ContactArrived", after=after)
    return Waiting(call, str(arrived.fields["contact"]))


def ring_again(centre: CallCentre, first: str, number: str = NATIONAL) -> Waiting:
    """Ring from the same number, and be recognised."""
    again = ring(centre, number)
    centre.wait_fact("ContactArrived", contact=again.contact, earlier=first)
    assert again.call.hears_file(centre.prompt_file("known"), at_least=MOST)
    return again


def test_who_rings_again_takes_the_place_along_and_is_not_called_back(
    centre: CallCentre, home: Phone
) -> None:
    first = ask_for_callback(centre)
    second = queue_up(centre, centre.caller(), SALES)
    again = ring_again(centre, first)
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


def test_a_key_cancels_the_callback(centre: CallCentre, home: Phone) -> None:
    first = ask_for_callback(centre)
    again = ring_again(centre, first)
    again.call.press("2")
    assert again.call.hears_file(centre.prompt_file("cancelled"), at_least=MOST)
    again.call.wait_ended(within_s=8)
    assert ending_of(centre, first) == "cancelled"
    assert says(centre, first, f"he or she has rung in and cancelled it ({again.contact})")
    centre.agent(ANNA, "desk1").expect_no_ring(1)
    home.expect_no_ring(0)


def test_an_agent_who_is_rung_for_the_callback_is_let_go_and_gets_the_customer_on_the_line(
    centre: CallCentre, home: Phone
) -> None:
    first = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    ringing = anna.wait_for_ring()
    again = ring_again(centre, first)
    ringing.wait_ended()
    again.call.press("1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(again.call, anna.calls[-1])
    assert centre.facts("CustomerDialled") == []
    assert centre.facts("OfferFailed") == [], "no missed call"


def test_it_is_too_late_when_the_customer_is_being_called(centre: CallCentre, home: Phone) -> None:
    first = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = anna.wait_for_ring().answer()
    call.press("1")  # enough of the briefing
    ringing = home.wait_for_ring()
    again = ring_again(centre, first)
    again.call.press("1")
    assert again.call.hears_file(centre.prompt_file("too_late"), at_least=MOST)
    customer = ringing.answer()
    assert hear_only_each_other(call, customer)


def test_a_second_call_from_that_number_is_asked_nothing_and_a_withheld_one_neither(
    centre: CallCentre,
) -> None:
    first = ask_for_callback(centre)
    again = ring_again(centre, first)
    for number in (CUSTOMER, "anonymous"):
        other = ring(centre, number)
        assert waits_with_music(other)
        assert centre.facts("ContactArrived", contact=other.contact)[0].fields["earlier"] is None
        other.call.hang_up()
    again.call.press("1")
    assert waits_with_music(again)


def test_killed_while_the_caller_is_asked_the_service_asks_again_and_holds_the_place(
    centre: CallCentre, home: Phone
) -> None:
    first = ask_for_callback(centre)
    again = ring_again(centre, first)
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
