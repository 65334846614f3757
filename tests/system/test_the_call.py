"""The main road: caller, menu, queue, agent, wrap-up; heard and seen at the phones."""

from acd.testing.call_centre import CallCentre
from tests.system.scene import (
    CLOSED,
    MENU,
    MOST,
    MUSIC_HZ,
    OFFICE,
    SALES,
    SOUNDS,
    a_number,
    ending_of,
    hear_only_each_other,
    talk,
    wait_in_line,
)


def test_caller_goes_through_the_menu_to_an_agent_and_both_hear_only_each_other(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    caller = centre.caller()

    call = caller.call(MENU)
    call.wait_answered()
    assert call.hears_file(SOUNDS / "welcome.wav", at_least=MOST)
    assert call.hears_file(SOUNDS / "menu.wav", at_least=MOST)
    assert not call.hears_file(SOUNDS / "closed.wav", within_s=0, at_least=MOST)
    call.press("1")

    ringing = anna.wait_for_ring()
    assert ringing.display_name == "Sales line"
    ringing.answer()
    assert hear_only_each_other(call, ringing)

    ringing.hang_up()
    call.wait_ended()
    assert call.ended_by == "them"
    centre.wait_agent("201", activity="wrap_up")
    centre.wait_agent("201", activity="idle", presence="ready")


def test_who_has_waited_with_music_hears_only_the_agent_afterwards(centre: CallCentre) -> None:
    waiting = wait_in_line(centre, centre.caller(), SALES)
    anna = centre.agent("201", "desk1")
    ringing = anna.wait_for_ring()
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.5)  # also while the agent's phone rings
    ringing.answer()
    assert hear_only_each_other(waiting.call, ringing)
    assert not waiting.call.hears_tone(MUSIC_HZ, within_s=0.3)


def test_agent_sees_the_callers_number_and_the_name_of_the_queue_as_it_is_written(centre: CallCentre) -> None:
    number = a_number()
    anna = centre.agent("201", "desk1")
    centre.caller().call(OFFICE, caller_id=number)
    ringing = anna.wait_for_ring()
    assert ringing.display_name == "Büro Größe & Maß"
    assert ringing.caller_number == number


def test_out_of_hours_caller_is_told_so_and_the_call_ends(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    number = a_number()
    call = centre.caller().call(CLOSED, caller_id=number)
    assert call.hears_file(SOUNDS / "closed.wav", at_least=MOST)
    call.wait_ended()
    assert call.ended_by == "them"
    assert ending_of(centre, centre.contact_of(number)) == "flow_ended"
    anna.expect_no_ring(0)


def test_agent_talks_to_one_caller_after_the_other_when_there_is_no_wrap_up(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    first = talk(centre, caller, anna, OFFICE)
    second = wait_in_line(centre, caller, OFFICE)
    first.agent.hang_up()
    ringing = anna.wait_for_ring(within_s=1)
    ringing.answer()
    assert hear_only_each_other(second.call, ringing)
    first.caller.wait_ended()
