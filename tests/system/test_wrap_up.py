"""After the talk: wrap-up with a limit, its early end, and the next caller at once."""

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.scene import MUSIC_HZ, SALES, Waiting, ending_of, obstacles, talk, wait_in_line


def in_wrap_up_with_a_caller_waiting(centre: CallCentre) -> tuple[Phone, Waiting]:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    talked = talk(centre, caller, anna, SALES)
    waiting = wait_in_line(centre, caller, SALES)
    talked.agent.hang_up()
    centre.wait_agent("201", activity="wrap_up")
    assert ending_of(centre, talked.contact) == "served"
    return anna, waiting


def test_nobody_is_rung_during_wrap_up_and_at_once_when_its_time_is_up(centre: CallCentre) -> None:
    anna, waiting = in_wrap_up_with_a_caller_waiting(centre)
    began = centre.facts("WrapUpBegan", agent="201")[-1]
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.5)
    suitable = obstacles(centre, waiting.contact)
    assert suitable["201"] == "in wrap-up"
    anna.wait_for_ring(within_s=4)
    ended = centre.wait_fact("WrapUpEnded", agent="201", after=began.seq)
    offered = centre.wait_fact("OfferOpened", contact=waiting.contact)
    assert ended.fields["by_limit"] is True
    assert began.fields["until"] == pytest.approx(began.at + 2)
    assert 2.0 <= offered.at - began.at < 2.2


def test_wrap_up_is_ended_early_by_order(centre: CallCentre) -> None:
    anna, waiting = in_wrap_up_with_a_caller_waiting(centre)
    assert centre.order("201", "endwrap")["activity"] != "wrap_up"
    anna.wait_for_ring(within_s=1).answer()
    assert waiting.call.hears_only(anna.tone_hz)


def test_wrap_up_is_ended_early_by_feature_code_and_the_call_comes_when_the_phone_is_free(
    centre: CallCentre,
) -> None:
    anna, waiting = in_wrap_up_with_a_caller_waiting(centre)
    code = anna.call("*15")
    ended = centre.wait_fact("WrapUpEnded", agent="201", after=centre.facts("WrapUpBegan")[-1].seq)
    assert ended.fields["by_limit"] is False
    code.wait_ended()
    anna.wait_for_ring(within_s=1).answer()
    assert waiting.call.hears_only(anna.tone_hz)


def test_who_goes_not_ready_during_the_talk_finishes_it_and_gets_no_further_call(
    centre: CallCentre,
) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    talked = talk(centre, caller, anna, SALES)
    centre.order("201", "notready", reason="Break")
    assert talked.caller.hears_only(anna.tone_hz, for_s=0.5)
    waiting = wait_in_line(centre, caller, SALES)
    talked.agent.hang_up()
    centre.wait_agent("201", activity="wrap_up")
    centre.order("201", "endwrap")
    assert waiting.call.hears_only(MUSIC_HZ, for_s=0.5)
    anna.expect_no_ring(0)
    centre.order("201", "ready")
    anna.wait_for_ring()
