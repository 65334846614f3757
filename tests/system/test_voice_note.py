"""Voice notes: the customer says what it is about and hangs up; whoever calls back hears it first."""

from pathlib import Path

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, MUSIC_HZ, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "voice_note.yaml"
SALES, REPAIRS = "+43463555", "+43463556"
ANNA = "201"
CUSTOMER = "+436601234567"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def choose(centre: CallCentre, key: str = "1", *, line: str = SALES) -> Waiting:
    """Somebody waits, and presses the key for it; with 3 to be called back is agreed before."""
    waiting = queue_up(centre, centre.caller(), line, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.send_silence()
    waiting.call.press(key)
    assert waiting.call.hears_file(centre.prompt_file("speak"), at_least=MOST)
    centre.wait_fact("NoteBegan", contact=waiting.contact)
    return waiting


def speak(centre: CallCentre, waiting: Waiting) -> None:
    """In words of her own."""
    waiting.call.play_file(centre.prompt_file("words"))
    waiting.call.wait_played()


def leave(centre: CallCentre, *, line: str = SALES) -> Waiting:
    """A note, and good-bye."""
    waiting = choose(centre, line=line)
    speak(centre, waiting)
    waiting.call.press("#")
    centre.wait_fact("NoteLeft", contact=waiting.contact)
    hear_good_bye(centre, waiting)
    return waiting


def hear_good_bye(centre: CallCentre, waiting: Waiting) -> None:
    """To its end."""
    assert waiting.call.hears_file(centre.prompt_file("thanks"), at_least=MOST)
    waiting.call.wait_ended(within_s=8)


def take(centre: CallCentre, anna: Phone) -> Call:
    """The agent answers, and hears that it is a callback."""
    call = anna.wait_for_ring().answer()
    assert call.hears_file(centre.prompt_file("about"), at_least=MOST)
    return call


def meet(call: Call, home: Phone) -> None:
    """The customer is called, and the two talk."""
    customer = home.wait_for_ring(within_s=15).answer()
    assert hear_only_each_other(call, customer)


def test_the_agent_hears_what_it_is_about_before_the_customer_is_called(
    centre: CallCentre, home: Phone
) -> None:
    waiting = leave(centre)
    call = take(centre, centre.agent(ANNA, "desk1"))
    assert call.hears_file(centre.prompt_file("words"), at_least=MOST)
    assert not home.calls, "not before the agent knows"
    meet(call, home)
    home.calls[-1].hang_up()
    assert ending_of(centre, waiting.contact) == "served"
    assert says(
        centre,
        waiting.contact,
        "What the caller says of it is recorded for the agent.",
        "The caller has left a note for the agent, of ",
        f"Will be called back at {CUSTOMER}, and keeps the place.",
        "Anna (201) hears the note.",
        f"{CUSTOMER} is dialled, attempt 1.",
    )


def test_a_key_of_the_agent_cuts_the_note_short_and_the_next_one_hears_it_too(
    centre: CallCentre, home: Phone
) -> None:
    waiting = leave(centre)
    anna = centre.agent(ANNA, "desk1")
    home.auto_reject(486)
    call = take(centre, anna)
    centre.wait_fact("NotePlayed", contact=waiting.contact)
    call.press("1")
    home.wait_for_ring().wait_ended()  # refused at once
    missed = centre.wait_fact("CustomerMissed", contact=waiting.contact, miss="busy")
    assert centre.facts("NotePlayed", contact=waiting.contact)[0].at < missed.at
    call.wait_ended()
    home.ring_and_wait()
    again = take(centre, anna)
    assert again.hears_file(centre.prompt_file("words"), at_least=MOST)
    meet(again, home)


@pytest.mark.parametrize("key", ["1", "3"])
def test_who_hangs_up_while_speaking_is_called_back_and_what_was_said_is_heard(
    centre: CallCentre, home: Phone, key: str
) -> None:
    waiting = choose(centre, key)
    speak(centre, waiting)
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    left = centre.wait_fact("NoteLeft", contact=waiting.contact)
    assert left.fields["length_s"] >= 3
    call = take(centre, centre.agent(ANNA, "desk1"))
    assert call.hears_file(centre.prompt_file("words"), at_least=MOST)
    meet(call, home)


def test_who_hangs_up_after_the_tone_is_called_back_without_a_note(centre: CallCentre, home: Phone) -> None:
    waiting = choose(centre, "3")
    waiting.call.hang_up()
    centre.wait_fact("CustomerParted", contact=waiting.contact)
    centre.wait_fact("NoteMissed", contact=waiting.contact, failed=False)
    meet(take(centre, centre.agent(ANNA, "desk1")), home)
    assert not centre.facts("NotePlayed", contact=waiting.contact)


@pytest.mark.parametrize("key", ["1", "3"])
def test_killed_while_the_customer_speaks_and_hangs_up_the_note_is_there(
    centre: CallCentre, home: Phone, key: str
) -> None:
    waiting = choose(centre, key)
    centre.stack.service.kill()
    speak(centre, waiting)
    waiting.call.hang_up()
    centre.stack.service.start()
    centre.wait_fact("NoteLeft", 20, contact=waiting.contact)
    call = take(centre, centre.agent(ANNA, "desk1"))
    assert call.hears_file(centre.prompt_file("words"), at_least=MOST)
    meet(call, home)


def test_who_says_nothing_is_called_back_without_a_note(centre: CallCentre, home: Phone) -> None:
    waiting = choose(centre)
    centre.wait_fact("NoteMissed", 10, contact=waiting.contact, failed=False)
    assert waiting.call.hears_file(centre.prompt_file("unsaid"), at_least=MOST)
    hear_good_bye(centre, waiting)
    call = take(centre, centre.agent(ANNA, "desk1"))
    meet(call, home)
    assert not centre.facts("NotePlayed", contact=waiting.contact)


def test_an_agent_who_answers_ends_the_recording_in_the_middle_of_a_word(centre: CallCentre) -> None:
    waiting = choose(centre)
    waiting.call.play_file(centre.prompt_file("words"))
    call = centre.agent(ANNA, "desk1").wait_for_ring().answer()
    centre.wait_fact("TalkJoined", contact=waiting.contact)
    waiting.call.send_tone(waiting.call.phone.tone_hz)
    assert hear_only_each_other(call, waiting.call)
    assert not centre.facts("NoteLeft", contact=waiting.contact)


def test_killed_while_the_customer_speaks_the_note_is_there(centre: CallCentre, home: Phone) -> None:
    waiting = choose(centre)
    centre.stack.service.kill()
    speak(centre, waiting)
    waiting.call.press("#")
    centre.stack.service.start()
    centre.wait_fact("NoteLeft", 20, contact=waiting.contact)
    hear_good_bye(centre, waiting)
    call = take(centre, centre.agent(ANNA, "desk1"))
    assert call.hears_file(centre.prompt_file("words"), at_least=MOST)
    meet(call, home)


def test_where_nothing_can_be_recorded_the_customer_is_called_back_all_the_same(
    centre: CallCentre, home: Phone
) -> None:
    folder = centre.stack.files.own / "spool" / "recording"
    folder.rename(folder.with_name("elsewhere"))
    try:
        waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
        assert waits_with_music(waiting)
        waiting.call.press("1")
        centre.wait_fact("NoteMissed", 10, contact=waiting.contact, failed=True)
        assert waiting.call.hears_file(centre.prompt_file("unsaid"), at_least=MOST)
    finally:
        folder.with_name("elsewhere").rename(folder)
    hear_good_bye(centre, waiting)
    meet(take(centre, centre.agent(ANNA, "desk1")), home)


def listen_first(centre: CallCentre, home: Phone) -> tuple[Waiting, Call, Call]:
    """A customer who has left a note is called first, presses the key, and waits; the agent answers."""
    waiting = leave(centre, line=REPAIRS)
    anna = centre.agent(ANNA, "desk1")
    customer = home.wait_for_ring().answer()
    assert customer.hears_file(centre.prompt_file("its_us"), at_least=MOST)
    customer.press("1")
    agent = anna.wait_for_ring().answer()
    centre.wait_fact("NotePlayed", contact=waiting.contact)
    return waiting, customer, agent


def test_the_agent_hears_the_note_of_a_customer_who_was_called_first_and_then_the_customer(
    centre: CallCentre, home: Phone
) -> None:
    waiting, customer, agent = listen_first(centre, home)
    assert customer.hears_only(MUSIC_HZ, for_s=1.5), "meanwhile"
    assert agent.hears_file(centre.prompt_file("words"), at_least=MOST)
    centre.wait_fact("TalkJoined", contact=waiting.contact)  # after the end of the note
    assert hear_only_each_other(agent, customer)
    customer.hang_up()
    assert ending_of(centre, waiting.contact) == "served"
    assert says(
        centre,
        waiting.contact,
        "The customer has pressed the key.",
        "Anna (201) hears the note.",
        "Caller and Anna (201) are brought together.",
    )


def test_a_key_of_the_agent_puts_the_customer_through_at_once(centre: CallCentre, home: Phone) -> None:
    _, customer, agent = listen_first(centre, home)
    assert customer.hears_only(MUSIC_HZ, for_s=0.5), "meanwhile"
    agent.press("5")
    assert hear_only_each_other(agent, customer)
    assert not agent.hears_file(centre.prompt_file("words"), 0.0, at_least=MOST), "not to its end"


def test_killed_while_the_agent_listens_the_two_are_brought_together(centre: CallCentre, home: Phone) -> None:
    _, customer, agent = listen_first(centre, home)
    centre.stack.service.kill()
    centre.stack.service.start()
    assert hear_only_each_other(agent, customer)


def test_a_customer_who_hangs_up_while_the_agent_listens_was_not_served(
    centre: CallCentre, home: Phone
) -> None:
    waiting, customer, agent = listen_first(centre, home)
    customer.hang_up()
    agent.wait_ended()
    assert ending_of(centre, waiting.contact) == "left_again"
