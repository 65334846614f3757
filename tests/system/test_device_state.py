"""A desk phone is also a telephone: while it is used privately, its agent is left in peace."""

from acd.testing.call_centre import CallCentre
from tests.system.scene import MUSIC_HZ, OFFICE, SALES, hear_only_each_other, obstacles, talk, wait_in_line


def test_phone_in_a_private_call_is_not_rung_and_at_once_when_it_is_free(centre: CallCentre) -> None:
    anna, colleague = centre.agent("201", "desk1"), centre.phone("desk2")
    private = anna.call("102")
    colleague.wait_for_ring().answer()
    centre.wait_agent("201", phone_state="in_use")
    waiting = wait_in_line(centre, centre.caller(), SALES)
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.5)
    suitable = obstacles(centre, waiting.contact)
    assert suitable["201"] == "phone is in use"
    anna.expect_no_ring(0)
    private.hang_up()
    ringing = anna.wait_for_ring(within_s=1)
    bye = anna.ladder.all("BYE", sent=True)[-1]
    invite = anna.ladder.all("INVITE", sent=False)[-1]
    assert invite.at.mono_ns - bye.at.mono_ns < 500_000_000
    assert hear_only_each_other(waiting.call, ringing.answer())


def test_phone_that_is_rung_privately_is_not_rung_by_us_too(centre: CallCentre) -> None:
    anna, colleague = centre.agent("201", "desk1"), centre.phone("desk2")
    private = colleague.call("101")
    anna.wait_for_ring()
    centre.wait_agent("201", phone_state="ringing")
    waiting = wait_in_line(centre, centre.caller(), SALES)
    anna.expect_no_ring(0)
    private.hang_up()
    assert anna.wait_for_ring(within_s=1).display_name == "Sales line"
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.3)


def test_call_goes_to_the_colleague_whose_phone_is_free(centre: CallCentre) -> None:
    ben, anna = centre.agent("202", "desk1"), centre.agent("201", "desk2")
    centre.phone("desk3")
    ben.call("103")
    centre.wait_agent("202", phone_state="in_use")
    centre.caller().call(SALES)  # Ben would be the better one
    anna.wait_for_ring()


def test_our_own_calls_do_not_make_a_phone_busy_for_the_next(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    for _ in range(5):
        talked = talk(centre, caller, anna, OFFICE)
        talked.caller.hang_up()
        talked.agent.wait_ended()
    centre.wait_agent("201", phone_state="not_in_use", activity="idle")


def test_agent_in_wrap_up_who_telephones_is_not_rung_until_the_phone_is_free(centre: CallCentre) -> None:
    anna, colleague, caller = centre.agent("201", "desk1"), centre.phone("desk2"), centre.caller()
    talk(centre, caller, anna, SALES).agent.hang_up()
    centre.wait_agent("201", activity="wrap_up")
    private = anna.call("102")
    colleague.wait_for_ring().answer()
    centre.order("201", "endwrap")
    wait_in_line(centre, caller, SALES)
    anna.expect_no_ring(0.3)
    private.hang_up()
    anna.wait_for_ring(within_s=1)
