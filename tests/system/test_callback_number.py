"""Where a callback is offered, and at which number: keyed in, read back, and the other telephone rings."""

from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, Waiting, ending_of, hear_only_each_other, talk

COMPANY = Path(__file__).parent / "callback_number.yaml"
SALES, AHEAD, OFFERED, FORESEEN = "+43463555", "+43463556", "+43463557", "+43463558"
ANNA = "201"
CUSTOMER = "+436601234567"
OTHER, KEYS = "+436608899889", "06608899889#"
"""Its digits 8 and 9 are none of the customer's."""
READ_OUT_S = 20
"""Within it a number of eleven digits has been read out, with what is said before."""
ENOUGH_CALLS = 12
"""After so many of them something can be said of the wait: ten, of which earlier ones count for less."""


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def hears_digits(centre: CallCentre, call: Call, digits: str) -> bool:
    """Are all of these read out, in this order? They come after a sentence and other digits."""
    return all(
        call.hears_file(centre.prompt_file(f"#{digit}:en"), READ_OUT_S, at_least=MOST) for digit in digits
    )


def hears_none(centre: CallCentre, call: Call, digits: str) -> bool:
    """Was none of these read out so far?"""
    files = [centre.prompt_file(f"#{digit}:en") for digit in digits]
    return not any(call.hears_file(file, within_s=0, at_least=MOST) for file in files)


def call_back(centre: CallCentre, home: Phone, number: str, anna: Phone | None = None) -> None:
    """An agent is ready now, and is brought together with whoever answers at this number."""
    anna = anna or centre.agent(ANNA, "desk1", ready=False)
    centre.order(ANNA, "ready")
    ringing = anna.wait_for_ring()
    assert ringing.caller_number == number
    agent = ringing.answer()
    dialled = home.wait_for_ring()
    assert dialled.invite.startswith(f"INVITE sip:{number}@")
    assert dialled.caller_number == SALES, "a number of ours"
    assert hear_only_each_other(agent, dialled.answer())


def hears_thanks(centre: CallCentre, call: Call) -> None:
    """To the end."""
    assert call.hears_file(centre.prompt_file("thanks"), at_least=MOST)
    call.wait_ended(within_s=8)


def test_the_number_is_read_back_and_another_one_keyed_in_whose_telephone_rings(
    centre: CallCentre, home: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("#")
    assert waiting.call.hears_file(centre.prompt_file("is_it/0"), at_least=MOST)
    assert hears_digits(centre, waiting.call, "01234567")
    assert hears_none(centre, waiting.call, "89")
    waiting.call.press("2")
    assert waiting.call.hears_file(centre.prompt_file("key_in"), at_least=MOST)
    waiting.call.press(KEYS)
    centre.wait_fact("NumberEntered", contact=waiting.contact, number=OTHER)
    assert hears_digits(centre, waiting.call, "89")
    waiting.call.press("1")
    hears_thanks(centre, waiting.call)
    call_back(centre, home, OTHER)
    assert says(
        centre,
        waiting.contact,
        f"The caller wants to be called at {OTHER} (other).",
        f"Will be called back at {OTHER}, and keeps the place.",
        f"{OTHER} is dialled, attempt 1.",
    )


def test_the_number_that_is_shown_is_called_when_it_is_confirmed(centre: CallCentre, home: Phone) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    waiting.call.press("#")
    assert hears_digits(centre, waiting.call, "567")
    waiting.call.press("1")
    hears_thanks(centre, waiting.call)
    call_back(centre, home, CUSTOMER)


@pytest.mark.parametrize(
    "keys",
    ["133#", "112", "0660123456706601234567066012#", "0463555#", "0900123456#", "0014155550123#"],
    ids=["police", "emergency", "thirty digits", "ours", "premium", "abroad"],
)
def test_what_must_not_be_called_is_not_taken(centre: CallCentre, home: Phone, keys: str) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("#2")
    assert waiting.call.hears_file(centre.prompt_file("key_in"), at_least=MOST)
    waiting.call.press(keys)
    assert waiting.call.hears_file(centre.prompt_file("unknown"), at_least=MOST)
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=20, for_s=0.5), (
        "nothing more is keyed in; back to the line"
    )
    centre.agent(ANNA, "desk1").wait_for_ring().answer()
    home.expect_no_ring(0)
    assert not centre.facts("CallbackAgreed", contact=waiting.contact)


@pytest.mark.parametrize(("tone_ms", "gap_ms"), [(100, 50), (100, 40), (80, 50)])
def test_a_number_that_a_telephone_dials_by_itself_is_taken_key_by_key(
    centre: CallCentre, home: Phone, tone_ms: int, gap_ms: int
) -> None:
    """Asterisk tells of some of such keys twice."""
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("#2")
    assert waiting.call.hears_file(centre.prompt_file("key_in"), at_least=MOST)
    waiting.call.press(KEYS, tone_ms=tone_ms, gap_ms=gap_ms)
    centre.wait_fact("NumberEntered", contact=waiting.contact, digits=KEYS.rstrip("#"))


def test_whose_number_is_withheld_keys_one_in(centre: CallCentre, home: Phone) -> None:
    after = centre.last_seq()
    call = centre.caller().call(SALES, caller_id="anonymous")
    taken = centre.wait_fact("PlaceTaken", after=after)
    waiting = Waiting(call, str(taken.fields["contact"]))
    assert waits_with_music(waiting)
    call.press("#")
    assert call.hears_file(centre.prompt_file("key_in"), at_least=MOST)
    call.press(KEYS)
    assert hears_digits(centre, call, "89")
    call.press("1")
    hears_thanks(centre, call)
    call_back(centre, home, OTHER)


def test_a_number_that_was_changed_often_enough_is_not_asked_for_again(
    centre: CallCentre, home: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("#")
    for number in ("06601111111", "06602222222", "06603333333"):
        waiting.call.press("2")
        after = centre.last_seq()
        waiting.call.press(f"{number}#")
        centre.wait_fact("NumberEntered", after=after, contact=waiting.contact, digits=number)
    waiting.call.press("2")
    centre.wait_fact("NumberSettled", contact=waiting.contact)
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5), "the place is kept"
    centre.agent(ANNA, "desk1").wait_for_ring().answer()
    home.expect_no_ring(0)


def test_the_number_that_was_keyed_in_outlives_the_service(centre: CallCentre, home: Phone) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    waiting.call.press("#2")
    centre.wait_fact("KeyTaken", contact=waiting.contact, key="2")
    waiting.call.press(KEYS)
    centre.wait_fact("NumberEntered", contact=waiting.contact, number=OTHER)
    centre.stack.service.kill()
    centre.stack.service.start()
    assert hears_digits(centre, waiting.call, "89"), "said once more"
    waiting.call.press("1")
    hears_thanks(centre, waiting.call)
    call_back(centre, home, OTHER)


def test_who_would_not_wait_at_all_takes_a_place_before_any_line(centre: CallCentre, home: Phone) -> None:
    call = centre.caller().call(AHEAD, caller_id=CUSTOMER)
    contact = centre.contact_of(CUSTOMER)
    assert call.hears_file(centre.prompt_file("choices"), at_least=MOST)
    call.press("1")
    centre.wait_fact("PlaceTaken", contact=contact, queue="sales")
    hears_thanks(centre, call)
    second = queue_up(centre, centre.caller(), SALES)
    call_back(centre, home, CUSTOMER)
    assert waits_with_music(second), "who came later is served later"
    assert not call.hears_tone(MUSIC_HZ, within_s=0, for_s=0.5), "it never waited"


def test_a_ring_that_opens_offers_a_callback_once(centre: CallCentre, home: Phone) -> None:
    anna = centre.agent(ANNA, "desk1", ready=False)  # without anybody there rings would open at once
    first = queue_up(centre, centre.caller(), OFFERED, from_number=CUSTOMER)
    second = queue_up(centre, centre.caller(), OFFERED, from_number=OTHER)
    assert waits_with_music(first)
    assert first.call.hears_file(centre.prompt_file("is_it/0"), at_least=MOST), "nobody has pressed a key"
    assert hears_digits(centre, first.call, "567")
    first.call.press("1")
    hears_thanks(centre, first.call)
    assert hears_digits(centre, second.call, "89")
    centre.wait_fact("WaitGoesOn", contact=second.contact)
    assert second.call.hears_tone(MUSIC_HZ, within_s=5, for_s=0.5), "who says nothing waits on"
    centre.wait_fact("RingOpened", 20, contact=second.contact, ring=2)
    assert len(centre.facts("CallbackProposed", contact=second.contact)) == 1
    assert second.call.hears_only(MUSIC_HZ, for_s=0.5)
    call_back(centre, home, CUSTOMER, anna)
    assert says(centre, first.contact, "A callback is offered.", f"Will be called back at {CUSTOMER}")


def test_a_callback_is_offered_when_the_wait_is_expected_to_be_long(centre: CallCentre, home: Phone) -> None:
    anna, caller = centre.agent(ANNA, "desk1"), centre.caller()
    for _ in range(ENOUGH_CALLS):
        talked = talk(centre, caller, anna, FORESEEN)
        assert not centre.facts("CallbackProposed", contact=talked.contact), (
            "nothing is known yet, or nobody waits"
        )
        talked.agent.hang_up()
        assert ending_of(centre, talked.contact) == "served"
    busy = talk(centre, caller, anna, FORESEEN)
    waiting = queue_up(centre, centre.caller(), FORESEEN, from_number=CUSTOMER)
    proposed = centre.wait_fact("CallbackProposed", contact=waiting.contact, because="expected")
    assert float(str(proposed.fields["expected_s"])) > 0
    assert waiting.call.hears_file(centre.prompt_file("is_it/0"), at_least=MOST), "nobody has pressed a key"
    waiting.call.press("1")
    hears_thanks(centre, waiting.call)
    busy.agent.hang_up()
    agent = anna.wait_for_ring().answer()
    assert hear_only_each_other(agent, home.wait_for_ring().answer())
    assert says(centre, waiting.contact, "A callback is offered: the wait is expected to be")
