"""A key proves a person, and the customer may be called before an agent is rung; with real telephones."""

from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "customer_first.yaml"
SALES, IN_GERMAN, REPAIRS = "+43463555", "+43463556", "+43463557"
ANNA, BEN = "201", "202"
CUSTOMER, OTHER = "+436601234567", "+436607654321"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def ask_for_callback(centre: CallCentre, number: str = CUSTOMER, *, line: str = SALES) -> Waiting:
    """Somebody rings, waits, presses the key, hears good-bye and is gone."""
    waiting = queue_up(centre, centre.caller(), line, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=waiting.contact, number=number)
    waiting.call.wait_ended(within_s=15)
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    return waiting


def take(centre: CallCentre, home: Phone, *, word: str = "its_us") -> Call:
    """The customer answers, and hears at once who it is."""
    call = home.wait_for_ring().answer()
    assert call.hears_file(centre.prompt_file(word), at_least=MOST)
    return call


def test_the_customer_is_called_hears_a_word_presses_the_key_and_talks_to_the_agent(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    home.expect_no_ring(0)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, home)
    anna.expect_no_ring(0)
    call.press("1")
    ringing = anna.wait_for_ring()
    assert ringing.caller_number == CUSTOMER
    assert call.hears_tone(MUSIC_HZ, within_s=3), "until the agent answers"
    assert hear_only_each_other(ringing.answer(), call)
    call.hang_up()
    assert ending_of(centre, waiting.contact) == "served"
    assert says(
        centre,
        waiting.contact,
        f"{CUSTOMER} is dialled, attempt 1.",
        "The call is answered: whoever it is, is asked to press a key.",
        "The customer has pressed the key.",
    )


def test_the_word_is_said_in_the_language_of_the_customer_and_again_after_a_wrong_key(
    centre: CallCentre, home: Phone
) -> None:
    ask_for_callback(centre, line=IN_GERMAN)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, home, word="its_us:de")
    call.press("7")
    assert call.hears_file(centre.prompt_file("its_us:de"), at_least=MOST)
    call.press("1")
    assert hear_only_each_other(anna.wait_for_ring().answer(), call)


def test_a_machine_is_left_alone_and_tried_again_by_its_ladder_and_nobody_is_rung(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    machine = home.wait_for_ring().answer()
    machine.play_file(centre.prompt_file("thanks"))
    machine.wait_ended(within_s=25)
    missed = centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="voicemail")
    anna.expect_no_ring(0)
    call = take(centre, home)
    dialled = centre.facts("CustomerDialled", contact=waiting.contact)
    assert dialled[-1].at - missed.at > 2.0, "not before its time"
    call.press("1")
    assert hear_only_each_other(anna.wait_for_ring().answer(), call)


def test_who_hangs_up_without_the_key_is_tried_once_more_and_then_given_up(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    for _ in range(2):
        home.wait_for_ring().answer().hang_up()
    assert ending_of(centre, waiting.contact) == "unreached"
    assert len(centre.facts("CustomerMissed", contact=waiting.contact, miss="hung_up")) == 2
    anna.expect_no_ring(0)


def test_the_service_is_killed_while_the_word_is_said_and_it_is_said_again_but_not_dialled(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = home.wait_for_ring().answer()
    centre.wait_fact("CallPickedUp", contact=waiting.contact)
    centre.stack.service.kill()
    centre.stack.service.start()
    assert call.hears_file(centre.prompt_file("its_us"), at_least=MOST)
    call.press("1")
    assert hear_only_each_other(anna.wait_for_ring().answer(), call)
    assert len(home.calls) == 1
    assert len(centre.facts("CustomerDialled", contact=waiting.contact)) == 1


def test_an_agent_who_is_taken_meanwhile_is_waited_for_in_the_old_place(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, home)
    stranger = queue_up(centre, centre.caller(), SALES)
    talk = anna.wait_for_ring().answer()
    assert hear_only_each_other(talk, stranger.call)
    later = queue_up(centre, centre.caller(), SALES)
    call.press("1")
    centre.wait_fact("CustomerReached", contact=waiting.contact)
    assert waits_with_music(Waiting(call, waiting.contact))
    talk.hang_up()
    assert hear_only_each_other(anna.wait_for_ring().answer(), call)
    assert waits_with_music(later)


def test_who_leaves_the_line_after_being_called_is_told_apart(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, home)
    call.press("1")
    ringing = anna.wait_for_ring()
    call.hang_up()
    ringing.wait_ended()
    assert ending_of(centre, waiting.contact) == "left_again"


def test_the_agent_first_hears_music_until_a_person_has_pressed_the_key(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre, OTHER, line=REPAIRS)
    ben = centre.agent(BEN, "desk2")
    agent = ben.wait_for_ring().answer()
    agent.press("1")  # enough of the briefing
    machine = home.wait_for_ring().answer()
    machine.play_file(centre.prompt_file("thanks"))
    assert agent.hears_only(MUSIC_HZ, within_s=3), "and nothing of the machine"
    agent.wait_ended(within_s=25)
    centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="voicemail")
    again = ben.wait_for_ring().answer()
    again.press("1")
    call = take(centre, home)
    call.press("1")
    assert hear_only_each_other(again, call)
