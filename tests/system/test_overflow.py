"""When a queue gives a caller up: another queue, a word of regret, a voicemail box."""

from acd.testing.call_centre import CallCentre
from tests.system.boxes import listen_to_box, wait_spoken_to
from tests.system.decisions import LATE_S, ROUTING, queue_up, says, told, waits_with_music, why
from tests.system.scene import MOST, ending_of

COMPANY = ROUTING
PATIENT, LONELY, BOXED, FULL = "7701", "7702", "7703", "7704"
BOX = "100"


def test_after_a_while_another_queue_serves_with_the_time_waited_so_far(centre: CallCentre) -> None:
    anna, gina = centre.agent("201", "desk2", ready=False), centre.agent("301", "desk1")
    waiting = queue_up(centre, centre.caller(), PATIENT)
    ringing = gina.wait_for_ring()
    assert ringing.display_name == "Desk"
    ringing.answer()
    assert waiting.call.hears_only(gina.tone_hz)
    anna.expect_no_ring(0)
    (left,) = told(centre, waiting.contact, "Overflowed")
    assert (left["queue"], left["to"]["queue"], left["because"]) == ("patient", "desk", "waited")
    first, second = centre.facts("PlaceTaken", contact=waiting.contact)
    assert 1.5 <= second.at - first.at < 1.5 + LATE_S
    assert second.fields["order_key"] == first.fields["order_key"]
    assert why(centre, waiting.contact)["queue"] == "desk"
    assert says(
        centre, waiting.contact, "Leaves Patient for", "it has waited too long.", "Offered to Gina (301)"
    )


def test_when_nobody_is_logged_in_who_could_serve_the_caller_goes_on_at_once(centre: CallCentre) -> None:
    gina = centre.agent("301", "desk1")
    waiting = queue_up(centre, centre.caller(), LONELY)
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    (left,) = told(centre, waiting.contact, "Overflowed")
    assert left["because"] == "nobody"
    assert says(centre, waiting.contact, "Leaves Lonely for", "nobody who is logged in could take it.")
    first, second = centre.facts("PlaceTaken", contact=waiting.contact)
    assert second.at - first.at < LATE_S


def test_the_last_one_who_could_serve_goes_home_and_the_caller_goes_on(centre: CallCentre) -> None:
    centre.agent("201", "desk2", ready=False)
    gina = centre.agent("301", "desk1")
    waiting = queue_up(centre, centre.caller(), LONELY)
    assert waits_with_music(waiting)
    gina.expect_no_ring(0)
    centre.order("201", "logout")
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)


def test_a_line_that_is_too_long_says_sorry(centre: CallCentre) -> None:
    centre.agent("201", "desk2", ready=False)
    caller = centre.caller()
    line = [queue_up(centre, caller, FULL) for _ in range(2)]
    one_too_many = queue_up(centre, caller, FULL)
    assert one_too_many.call.hears_file(ROUTING.parent / "sounds/closed.wav", at_least=MOST)
    one_too_many.call.wait_ended()
    assert ending_of(centre, one_too_many.contact) == "flow_ended"
    assert all(waits_with_music(waiting) for waiting in line)
    (left,) = told(centre, one_too_many.contact, "Overflowed")
    assert left["because"] == "length"
    assert says(centre, one_too_many.contact, "Leaves Full for", "too many wait there.")


def test_a_caller_leaves_a_message_in_the_box_and_the_books_say_so(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk2", ready=False)
    caller = centre.caller()
    waiting = queue_up(centre, caller, BOXED)
    assert waits_with_music(waiting)
    centre.wait_fact("CallPassedOn", contact=waiting.contact, box=BOX)
    assert ending_of(centre, waiting.contact) == "voicemail"
    waiting.call.press("#")  # past the greeting
    wait_spoken_to(waiting.call, 4.0)
    assert not waiting.call.hears_tone(440, within_s=0)
    waiting.call.hang_up()
    anna.expect_no_ring(0)
    listen_to_box(centre, anna, BOX, caller.tone_hz)
    (left,) = told(centre, waiting.contact, "Overflowed")
    assert (left["because"], left["to"]) == ("waited", {"type": "voicemail", "box": BOX})
    assert says(
        centre, waiting.contact, "Leaves Boxed for", "The call goes to voicemail box 100.", "It is over."
    )
