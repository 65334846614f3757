"""The main road: caller, menu, queue, agent, wrap-up; heard and seen at the phones."""

from pathlib import Path

from acd.testing.call_centre import CallCentre

SOUNDS = Path(__file__).parent / "sounds"


def test_caller_goes_through_the_menu_to_an_agent_and_both_hear_only_each_other(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    caller = centre.caller()

    call = caller.call("7100")
    call.wait_answered()
    assert call.hears_file(SOUNDS / "welcome.wav", within_s=10)
    assert call.hears_file(SOUNDS / "menu.wav", within_s=10)
    call.press("1")

    ringing = anna.wait_for_ring()
    assert ringing.display_name == "Sales line"
    ringing.answer()
    assert ringing.hears_only(caller.tone_hz)
    assert call.hears_only(anna.tone_hz)

    ringing.hang_up()
    call.wait_ended()
    centre.wait_agent("201", activity="wrap_up")
    centre.wait_agent("201", activity="idle", presence="ready")
