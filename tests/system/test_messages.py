"""Voice messages: the caller speaks and hangs up; when it is its turn an agent is rung, and listens."""

from pathlib import Path

import pytest

from acd.kpi.visits import Result, visits
from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.books import entries
from tests.system.decisions import queue_up, says, waits_with_music
from tests.system.scene import MOST, Waiting, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "messages.yaml"
SALES, BOX = "+43463555", "+43463556"
ANNA = "201"
CUSTOMER = "+436601234567"


@pytest.fixture
def home(centre: CallCentre) -> Phone:
    """The customers' telephones, as far as we call them: behind a trunk."""
    return centre.caller("gateway", name="home")


def speak(centre: CallCentre, number: str = CUSTOMER) -> Waiting:
    """Somebody rings the number that leads to the box, hears what to do, and speaks after the tone."""
    after = centre.last_seq()
    call = centre.caller().call(BOX, caller_id=number)
    arrived = centre.wait_fact("ContactArrived", after=after, caller=number)
    contact = str(arrived.fields["contact"])
    assert call.hears_file(centre.prompt_file("speak"), at_least=MOST)
    centre.wait_fact("RecordingBegan", contact=contact)
    return Waiting(call, contact)


def leave(centre: CallCentre, number: str = CUSTOMER) -> Waiting:
    """A message of some seconds: its caller sends a tone of his or her own, and ends it with a key."""
    waiting = speak(centre, number)
    assert waiting.call.hears_silence(within_s=5, for_s=2.5)
    waiting.call.press("#")
    centre.wait_fact("MessageLeft", contact=waiting.contact)
    waiting.call.wait_ended()
    return waiting


def listen(centre: CallCentre, anna: Phone, waiting: Waiting, number: str = CUSTOMER) -> Call:
    """The agent answers, is told what the keys mean, and hears what the caller has said."""
    ringing = anna.wait_for_ring()
    assert ringing.caller_number == number
    assert ringing.display_name == "Message: Sales"
    call = ringing.answer()
    assert call.hears_file(centre.prompt_file("keys"), at_least=MOST)
    assert call.hears_tone(waiting.call.phone.tone_hz, within_s=8)
    return call


def test_a_message_waits_in_line_and_an_agent_hears_it_and_closes_it(centre: CallCentre) -> None:
    waiting = leave(centre)
    later = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    anna = centre.agent(ANNA, "desk1")
    call = listen(centre, anna, waiting)
    assert waits_with_music(later), "who came later is served later"
    pressed = Moment.now()
    call.press("2")
    keys = centre.prompt_file("keys")
    assert call.hears_file(keys, at_least=MOST, since=pressed), (
        "the sender cannot be called: the number is in use"
    )
    call.press("9")
    call.wait_ended()
    assert ending_of(centre, waiting.contact) == "handled"
    anna.wait_for_ring().answer()
    assert hear_only_each_other(later.call, anna.calls[-1])
    assert says(
        centre,
        waiting.contact,
        "The caller is told to speak after the tone (box 700).",
        "What the caller says is recorded.",
        "A message was left, of ",
        "Anna (201) listens to the message.",
        "Anna (201) has closed the message: nothing to do.",
        "The message was listened to and closed.",
    )


def test_who_waits_may_leave_one_and_hang_up_in_the_middle_of_a_word(centre: CallCentre) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    assert waiting.call.hears_file(centre.prompt_file("speak"), at_least=MOST)
    centre.wait_fact("RecordingBegan", contact=waiting.contact)
    assert waiting.call.hears_silence(within_s=5, for_s=2.5)
    waiting.call.hang_up()
    centre.wait_fact("MessageLeft", contact=waiting.contact)
    call = listen(centre, centre.agent(ANNA, "desk1"), waiting)
    call.press("1")
    assert ending_of(centre, waiting.contact) == "handled"


def test_who_says_nothing_has_left_no_message(centre: CallCentre) -> None:
    after = centre.last_seq()
    call = centre.caller().call(BOX, caller_id=CUSTOMER)
    call.wait_answered()
    call.send_silence()
    arrived = centre.wait_fact("ContactArrived", after=after, caller=CUSTOMER)
    contact = str(arrived.fields["contact"])
    centre.wait_fact("MessageMissed", 15, contact=contact, to_box=None)
    assert ending_of(centre, contact) == "no_message"
    call.wait_ended()


def test_who_waits_and_hangs_up_before_the_tone_has_abandoned(centre: CallCentre) -> None:
    waiting = queue_up(centre, centre.caller(), SALES, from_number=CUSTOMER)
    assert waits_with_music(waiting)
    waiting.call.press("1")
    centre.wait_fact("MessageInvited", contact=waiting.contact)
    waiting.call.hang_up()
    assert ending_of(centre, waiting.contact) == "no_message"
    assert says(centre, waiting.contact, "The call is over: the caller has left no message.")
    visit = next(one for one in visits(entries(centre)) if one.contact == waiting.contact)
    assert visit.result is Result.ABANDONED


def test_given_back_and_hung_up_on_it_comes_again_and_the_sender_is_called_at_once(
    centre: CallCentre, home: Phone
) -> None:
    waiting = leave(centre)
    anna = centre.agent(ANNA, "desk1")
    call = listen(centre, anna, waiting)
    call.press("3")
    centre.wait_fact("MessageReturned", contact=waiting.contact, given_back=True)
    call = listen(centre, anna, waiting)
    call.hang_up()
    centre.wait_fact("MessageReturned", contact=waiting.contact, given_back=False)
    call = listen(centre, anna, waiting)
    call.press("2")
    customer = home.wait_for_ring().answer()
    assert hear_only_each_other(call, customer)
    customer.hang_up()
    assert ending_of(centre, waiting.contact) == "served"


def test_killed_while_the_caller_speaks_the_message_is_there(centre: CallCentre) -> None:
    waiting = speak(centre)
    assert waiting.call.hears_silence(within_s=5, for_s=2.5)
    centre.stack.service.kill()
    waiting.call.hang_up()
    waiting.call.wait_ended()
    centre.stack.service.start()
    centre.wait_fact("MessageLeft", 20, contact=waiting.contact)
    call = listen(centre, centre.agent(ANNA, "desk1"), waiting)
    call.press("1")
    assert ending_of(centre, waiting.contact) == "handled"


def test_killed_while_an_agent_listens_the_message_is_heard_again(centre: CallCentre) -> None:
    waiting = leave(centre)
    call = listen(centre, centre.agent(ANNA, "desk1"), waiting)
    centre.stack.service.kill()
    centre.stack.service.start()
    assert call.hears_tone(waiting.call.phone.tone_hz, within_s=8)
    call.press("1")
    assert ending_of(centre, waiting.contact) == "handled"
