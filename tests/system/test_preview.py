"""Preview: an agent hears whom it is about, and decides by a key before the customer is dialled."""

from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "preview.yaml"
SALES = "+43463555"
ANNA, BEN = "201", "202"
CUSTOMER = "+436601234567"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def ask_for_callback(centre: CallCentre) -> Waiting:
    """Somebody waits, presses the key and hangs up."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    assert waiting.call.hears_file(centre.prompt_file("thanks"), at_least=MOST)
    waiting.call.wait_ended(within_s=8)
    return waiting


def look(centre: CallCentre, desk: Phone) -> Call:
    """The agent answers, sees who it is, and hears what it is about and which keys there are."""
    ringing = desk.wait_for_ring(within_s=15)
    assert ringing.caller_number == CUSTOMER
    call = ringing.answer()
    assert call.hears_file(centre.prompt_file("about"), at_least=MOST)
    assert call.hears_file(centre.prompt_file("keys"), at_least=MOST)
    return call


def meet(centre: CallCentre, call: Call, home: Phone, waiting: Waiting) -> None:
    """The customer is called, and the two talk."""
    customer = home.wait_for_ring(within_s=15).answer()
    assert hear_only_each_other(call, customer)
    customer.hang_up()
    assert ending_of(centre, waiting.contact) == "served"


def test_nobody_is_dialled_before_the_agent_says_so(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    call = look(centre, centre.agent(ANNA, "desk1"))
    since = Moment.now()
    call.press("4")
    assert call.hears_file(centre.prompt_file("about"), at_least=MOST, since=since)
    assert not home.calls
    call.press("1")
    meet(centre, call, home, waiting)
    assert says(
        centre,
        waiting.contact,
        "Anna (201) hears whom it is about, and decides.",
        "Anna (201) waits for the customer.",
        f"{CUSTOMER} is dialled, attempt 1.",
    )


def test_the_note_is_heard_before_the_agent_decides(centre: CallCentre, home: Phone) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    waiting.call.press("2")
    assert waiting.call.hears_file(centre.prompt_file("speak"), at_least=MOST)
    centre.wait_fact("NoteBegan", contact=waiting.contact)
    waiting.call.play_file(centre.prompt_file("words"))
    waiting.call.wait_played()
    waiting.call.press("#")
    waiting.call.wait_ended(within_s=15)
    call = centre.agent(ANNA, "desk1").wait_for_ring().answer()
    for prompt in ("about", "words", "keys"):
        assert call.hears_file(centre.prompt_file(prompt), at_least=MOST)
    call.press("1")
    meet(centre, call, home, waiting)


def test_later_is_later_and_not_for_ever(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = look(centre, anna)
    call.press("2")
    call.wait_ended()
    put_off = centre.wait_fact("CallbackDeferred", contact=waiting.contact)
    assert says(centre, waiting.contact, "Anna (201) wants the customer to be called later: not before")
    again = look(centre, anna)
    opened = centre.facts("OfferOpened", contact=waiting.contact)
    assert opened[-1].at - put_off.at >= 10.0, "not before its time"
    since = Moment.now()
    again.press("2")
    assert again.hears_file(centre.prompt_file("not_that"), at_least=MOST, since=since)
    assert again.hears_file(centre.prompt_file("keys"), at_least=MOST, since=since)
    meet(centre, again, home, waiting)  # who presses nothing lets the customer be called
    assert centre.agent_status(ANNA)["presence"] == "ready", "it counts as no missed call"


def test_left_to_somebody_else_it_goes_to_somebody_else_and_in_the_end_nobody_is_asked(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = look(centre, anna)
    ben = centre.agent(BEN, "desk2")
    call.press("3")
    call.wait_ended()
    other = look(centre, ben)
    other.hang_up()
    centre.wait_fact("CallbackPassedOn", contact=waiting.contact, hung_up=True)
    asked_no_more = anna.wait_for_ring().answer()
    assert asked_no_more.hears_file(centre.prompt_file("about"), at_least=MOST)
    meet(centre, asked_no_more, home, waiting)
    assert len(centre.facts("CustomerPreviewed", contact=waiting.contact)) == 2


def test_killed_while_the_agent_decides_it_is_said_again(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    call = look(centre, centre.agent(ANNA, "desk1"))
    since = Moment.now()
    centre.stack.service.kill()
    centre.stack.service.start()
    assert call.hears_file(centre.prompt_file("about"), within_s=15, at_least=MOST, since=since)
    call.press("1")
    meet(centre, call, home, waiting)
