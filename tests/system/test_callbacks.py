"""Callbacks: the caller hangs up and keeps the place; an agent is told, and then the customer is dialled."""

from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, Waiting, ending_of, hear_only_each_other, unless_over

COMPANY = Path(__file__).parent / "callbacks.yaml"
SALES = "+43463555"
ANNA = "201"
CUSTOMER = "+436601234567"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def ask_for_callback(centre: CallCentre, number: str = CUSTOMER) -> Waiting:
    """Somebody rings, waits, presses the key and hangs up when good-bye has been said."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=number)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    centre.wait_fact("CallbackAgreed", contact=waiting.contact, number=number)
    return waiting


def hear_good_bye(centre: CallCentre, waiting: Waiting) -> None:
    """To its end."""
    assert waiting.call.hears_file(centre.prompt_file("thanks"), at_least=MOST)
    waiting.call.wait_ended(within_s=8)


def take(centre: CallCentre, anna: Phone, number: str = CUSTOMER) -> Call:
    """The agent answers, sees who it is and hears what it is about."""
    ringing = anna.wait_for_ring()
    assert ringing.caller_number == number
    call = ringing.answer()
    assert call.hears_file(centre.prompt_file("about"), at_least=MOST)
    return call


def test_the_customer_is_called_back_in_the_old_place(centre: CallCentre, home: Phone) -> None:
    first = ask_for_callback(centre)
    hear_good_bye(centre, first)
    second = queue_up(centre, centre.caller(), SALES)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, anna)
    ringing = home.wait_for_ring()
    assert ringing.invite.startswith(f"INVITE sip:{CUSTOMER}@")
    assert ringing.caller_number == SALES, "a number of ours"
    assert call.hears_tone(MUSIC_HZ, within_s=3), "until the customer answers"
    customer = ringing.answer()
    assert hear_only_each_other(call, customer)
    assert waits_with_music(second), "who came later is served later"
    customer.hang_up()
    assert ending_of(centre, first.contact) == "served"
    anna.wait_for_ring().answer()
    assert hear_only_each_other(second.call, anna.calls[-1])
    assert says(
        centre,
        first.contact,
        f"Will be called back at {CUSTOMER}, and keeps the place.",
        "waits for the callback",
        "Anna (201) waits for the customer.",
        f"{CUSTOMER} is dialled, attempt 1.",
        "The customer has answered.",
    )


def test_an_agent_who_hangs_up_in_the_briefing_has_nobody_dialled(centre: CallCentre, home: Phone) -> None:
    first = ask_for_callback(centre)
    hear_good_bye(centre, first)
    anna = centre.agent(ANNA, "desk1")
    call = anna.wait_for_ring().answer()
    assert call.hears_file(centre.prompt_file("about"), at_least=0.3)
    call.hang_up()
    again = anna.wait_for_ring()
    home.expect_no_ring(0)
    assert centre.facts("CustomerDialled", contact=first.contact) == []
    again.answer().press("1")
    home.wait_for_ring().answer()
    assert hear_only_each_other(again, home.calls[-1])


def test_who_hangs_up_during_good_bye_is_called_back_all_the_same(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    assert centre.facts("PromptFailed", contact=waiting.contact) == [], "nothing was wrong with the sound"
    anna = centre.agent(ANNA, "desk1")
    call = anna.wait_for_ring().answer()
    call.press("1")  # enough of the briefing
    customer = home.wait_for_ring().answer()
    assert hear_only_each_other(call, customer)


def test_nobody_answers_and_the_agent_is_free_for_others_until_it_is_tried_again(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, anna)
    home.wait_for_ring().wait_ended()
    call.wait_ended()
    missed = centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="no_answer")
    assert says(centre, waiting.contact, "not before", "the last time the customer did not answer.")
    again = take(centre, anna)
    home.wait_for_ring().answer()
    assert hear_only_each_other(again, home.calls[-1])
    dialled = centre.facts("CustomerDialled", contact=waiting.contact)
    assert dialled[-1].at - missed.at > 2.0, "not before its time"


def test_a_busy_line_is_tried_again_and_at_the_end_of_the_ladder_the_customer_is_given_up(
    centre: CallCentre, home: Phone
) -> None:
    home.auto_reject(486)
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    for _ in range(2):
        take(centre, anna).wait_ended()
    assert ending_of(centre, waiting.contact) == "unreached"
    assert len(centre.facts("CustomerMissed", contact=waiting.contact, miss="busy")) == 2
    centre.wait_agent(ANNA, activity="idle", presence="ready")
    assert says(centre, waiting.contact, "The customer was busy.", "not called any more: all attempts")


def test_a_number_that_the_network_does_not_know_goes_on_a_ladder_of_its_own_and_the_agent_is_free_again(
    centre: CallCentre, home: Phone
) -> None:
    home.auto_reject(486)
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    take(centre, anna).wait_ended()
    centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="busy")
    home.auto_reject(404)
    take(centre, anna).wait_ended()
    missed = centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="invalid")
    centre.wait_agent(ANNA, activity="idle", presence="ready")
    assert says(centre, waiting.contact, "the last time the customer could not be reached at this number.")
    other = queue_up(centre, centre.caller(), SALES)
    anna.wait_for_ring().answer()
    assert hear_only_each_other(other.call, anna.calls[-1]), "others are served meanwhile"
    other.call.hang_up()
    assert ending_of(centre, other.contact) == "served"
    take(centre, anna).wait_ended()
    assert ending_of(centre, waiting.contact) == "unreached"
    misses = centre.facts("CustomerMissed", contact=waiting.contact)
    assert [fact.fields["miss"] for fact in misses] == ["busy", "invalid", "invalid"]
    dialled = centre.facts("CustomerDialled", contact=waiting.contact)
    assert dialled[-1].at - missed.at > 4.0, "not before its time"
    assert says(
        centre, waiting.contact, "The customer could not be reached at this number. It is tried again at "
    )


def test_the_agent_hears_a_machine_says_so_by_a_key_and_the_customer_is_tried_again(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, anna)
    machine = home.wait_for_ring().answer()
    machine.play_file(centre.prompt_file("sorry"))
    assert call.hears_file(centre.prompt_file("sorry"), at_least=MOST)
    machine.press("*")  # a tone on the customer's line means nothing
    call.press("7")
    call.press("*")
    machine.wait_ended()
    call.wait_ended()
    missed = centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="voicemail")
    again = take(centre, anna)
    customer = home.wait_for_ring().answer()
    assert hear_only_each_other(again, customer)
    dialled = centre.facts("CustomerDialled", contact=waiting.contact)
    assert dialled[-1].at - missed.at > 2.0, "not before its time"
    again.hang_up()
    assert ending_of(centre, waiting.contact) == "served"
    assert says(
        centre,
        waiting.contact,
        "Anna (201) hears a machine, and presses the key for it.",
        "Anna (201) is free again.",
        "Waits again in Sales, in the old place: nobody has talked with the customer.",
    )


def test_the_agent_hangs_up_and_the_telephone_of_the_customer_stops_ringing(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    call = take(centre, anna)
    ringing = home.wait_for_ring()
    call.hang_up()
    ringing.wait_ended()
    centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="agent_left")
    again = take(centre, anna)
    home.wait_for_ring().answer()
    assert hear_only_each_other(again, home.calls[-1])


@pytest.mark.parametrize("number", ["anonymous", "133", "+43900123456", "+14155550123", SALES])
def test_nobody_is_called_back_at_a_number_that_must_not_be_dialled(
    centre: CallCentre, home: Phone, number: str
) -> None:
    """Withheld, of the police, premium, abroad, our own."""
    caller = centre.caller()
    after = centre.last_seq()
    call = caller.call(SALES, caller_id=number)
    taken = centre.wait_fact("PlaceTaken", after=after)
    waiting = Waiting(call, str(taken.fields["contact"]))
    assert waits_with_music(waiting)
    waiting.call.press("1")
    assert waiting.call.hears_file(centre.prompt_file("sorry"), at_least=MOST)
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5), "and the place is kept"
    anna = centre.agent(ANNA, "desk1")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(waiting.call, anna.calls[-1])
    home.expect_no_ring(0)


def test_a_service_that_was_killed_still_knows_whom_to_call_back(centre: CallCentre, home: Phone) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    centre.stack.service.kill()
    centre.stack.service.start()
    assert says(centre, waiting.contact, f"is to be called back at {CUSTOMER} as soon as an agent is there")
    call = take(centre, centre.agent(ANNA, "desk1"))
    customer = home.wait_for_ring().answer()
    assert hear_only_each_other(call, customer)


def test_killed_while_the_customer_is_rung_the_service_goes_on_and_does_not_dial_again(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    call = take(centre, centre.agent(ANNA, "desk1"))
    ringing = home.wait_for_ring()
    centre.wait_fact("LegStartedRinging", contact=waiting.contact, side="caller")
    centre.stack.service.kill()
    centre.stack.service.start()
    customer = ringing.answer()
    assert hear_only_each_other(call, customer)
    assert len(home.calls) == 1
    assert len(centre.facts("CustomerDialled", contact=waiting.contact)) == 1


def test_asterisk_dies_while_the_customer_is_rung_and_it_is_tried_again_but_not_at_once(
    centre: CallCentre, home: Phone
) -> None:
    waiting = ask_for_callback(centre)
    hear_good_bye(centre, waiting)
    anna = centre.agent(ANNA, "desk1")
    call, ringing = take(centre, anna), home.wait_for_ring()
    centre.wait_fact("LegStartedRinging", contact=waiting.contact, side="caller")
    centre.stack.asterisk.kill()
    centre.stack.asterisk.start()
    missed = centre.wait_fact("CustomerMissed", 30, contact=waiting.contact, miss="unknown")
    for phone, left in ((anna, call), (home, ringing)):
        unless_over(left.hang_up)  # nobody has told this phone
        phone.register()
    again = anna.wait_for_ring(20).answer()
    again.press("1")
    customer = home.wait_for_ring().answer()
    assert hear_only_each_other(again, customer)
    dialled = centre.facts("CustomerDialled", contact=waiting.contact)
    assert [fact.fields["attempt"] for fact in dialled] == [1, 2]
    assert dialled[-1].at - missed.at > 2.0, "not before its time"
