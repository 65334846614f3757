"""An offer that is not taken: by whom, how, and what becomes of caller and agent."""

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.scene import (
    MUSIC_HZ,
    OFFICE,
    SALES,
    a_number,
    hear_only_each_other,
    obstacles,
    talk,
    wait_in_line,
)


def test_unanswered_call_goes_to_the_next_agent_and_the_caller_hears_music(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    anna = centre.agent("201", "desk1")
    before = centre.last_seq()
    waiting = centre.caller().call(OFFICE)
    missed = ben.wait_for_ring()
    missed.wait_ended(within_s=3)
    ringing = anna.wait_for_ring(within_s=1)
    assert waiting.hears_only(MUSIC_HZ, for_s=0.3)
    ringing.answer()
    assert hear_only_each_other(waiting, ringing)
    failed = centre.wait_fact("OfferFailed", agent="202", after=before)
    assert failed.fields["failure"] == "no_answer"


@pytest.mark.parametrize(
    ("sip_code", "failure"), [(603, "rejected"), (486, "busy"), (480, "do_not_disturb"), (404, "unreachable")]
)
def test_refusals_are_told_apart(centre: CallCentre, sip_code: int, failure: str) -> None:
    ben = centre.agent("202", "desk2")
    anna = centre.agent("201", "desk1")
    ben.auto_reject(sip_code)
    before = centre.last_seq()
    centre.caller().call(SALES)
    anna.wait_for_ring()
    failed = centre.wait_fact("OfferFailed", agent="202", after=before)
    assert failed.fields["failure"] == failure


def test_phone_that_says_nothing_is_unreachable(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    anna = centre.agent("201", "desk1")
    ben.stay_silent()
    seq = centre.last_seq()
    centre.caller().call(SALES)
    anna.wait_for_ring()
    failed = centre.wait_fact("OfferFailed", agent="202", after=seq)
    assert failed.fields["failure"] == "unreachable"
    assert centre.agent_status("202")["presence"] == "ready"


def test_phone_that_is_not_registered_is_not_rung_until_it_is(centre: CallCentre) -> None:
    emil = centre.agent("205", "desk2")
    emil.unregister()
    centre.wait_agent("205", phone_state="unavailable")
    waiting = wait_in_line(centre, centre.caller(), SALES)
    suitable = obstacles(centre, waiting.contact)
    assert suitable["205"] == "phone is unavailable"
    emil.register()
    emil.wait_for_ring().answer()
    assert waiting.call.hears_only(emil.tone_hz)


def test_two_misses_in_a_row_make_an_agent_not_ready_and_the_caller_keeps_the_place(
    centre: CallCentre,
) -> None:
    caller = centre.caller()
    first, second = [wait_in_line(centre, caller, OFFICE) for _ in range(2)]
    ben = centre.agent("202", "desk2")
    for _ in range(2):
        missed = ben.wait_for_ring()
        missed.wait_ended(within_s=3)
    centre.wait_agent("202", presence="not_ready", reason="RONA")
    assert first.call.hears_only(MUSIC_HZ, for_s=0.5)
    not_yet = [centre.explain(one.contact)["not_yet"] for one in (first, second)]
    assert [reason["ahead"] for reason in not_yet] == [0, 1]
    ben.expect_no_ring(0)
    centre.order("202", "ready")
    ben.wait_for_ring().answer()
    assert first.call.hears_only(ben.tone_hz)


def test_answer_between_two_misses_starts_the_count_anew(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    caller = centre.caller()
    for _ in range(2):
        call = caller.call(OFFICE)
        ben.wait_for_ring().reject(603)
        ringing = ben.wait_for_ring().answer()  # after the rest
        assert call.hears_tone(ben.tone_hz)
        ringing.hang_up()
        call.wait_ended()
    assert centre.agent_status("202")["presence"] == "ready"


def test_agent_rests_after_a_failure_so_that_others_come_first(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    seq = centre.last_seq()
    centre.caller().call(SALES)
    ben.wait_for_ring().reject(603)
    failed = centre.wait_fact("OfferFailed", agent="202", after=seq)
    ben.wait_for_ring()
    again = centre.wait_fact("OfferOpened", agent="202", after=failed.seq)
    assert 1.0 <= again.at - failed.at < 1.5


def test_phone_stops_at_once_when_the_caller_hangs_up_and_nobody_is_blamed(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    caller = centre.caller()
    for _ in range(3):  # more often than misses are allowed
        number = a_number()
        call = caller.call(SALES, caller_id=number)
        ringing = ben.wait_for_ring()
        call.wait_answered()
        call.hang_up()
        ringing.wait_ended()
        left, stopped = caller.ladder.all("BYE", sent=True)[-1], ben.ladder.all("CANCEL", sent=False)[-1]
        assert 0 < stopped.at.mono_ns - left.at.mono_ns < 500_000_000
        ended = centre.wait_fact("ContactEnded", contact=centre.contact_of(number))
        assert ended.fields["ending"] == "abandoned"
    agent = centre.wait_agent("202", presence="ready", activity="idle")
    assert agent["reason"] is None
    talk(centre, caller, ben)


def test_agent_who_goes_not_ready_while_the_phone_rings_passes_the_call_on(centre: CallCentre) -> None:
    ben = centre.agent("202", "desk2")
    anna = centre.agent("201", "desk1")
    centre.caller().call(SALES)
    ringing = ben.wait_for_ring()
    centre.order("202", "notready", reason="Break")
    ringing.wait_ended()
    anna.wait_for_ring()
