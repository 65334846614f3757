"""Hot desk: agents log in and say what they want at any desk phone, with the keys of that phone."""

import asyncio
from pathlib import Path

from acd.model.ids import PromptId
from acd.speech.house import house_prompts
from acd.speech.synthesis import synthesise
from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.testing.protocol import Moment
from tests.system.scene import MOST, SALES, hear_only_each_other, talk


def house_says(centre: CallCentre, prompt: str) -> Path:
    """What the house says to agents, as a sound."""
    media = asyncio.run(synthesise(house_prompts("en"), centre.stack.files.sounds))
    return Path(media[PromptId(prompt)].removeprefix("sound:") + ".wav")


def dial(phone: Phone, code: str) -> Call:
    """Dial a feature code."""
    call = phone.call(code)
    call.wait_answered()
    return call


def log_in(centre: CallCentre, phone: Phone, agent: str, pin: str | None = None) -> Call:
    """Dial the code and key in the PIN when asked for it."""
    call = dial(phone, f"*11{agent}")
    assert call.hears_file(house_says(centre, "ask_pin"), at_least=0.3)
    call.press((pin or centre.pin(agent)) + "#")
    return call


def test_agent_works_a_day_with_feature_codes_only(centre: CallCentre) -> None:
    desk, caller = centre.phone("desk1"), centre.caller()

    call = log_in(centre, desk, "201")
    assert call.hears_file(house_says(centre, "logged_in"), at_least=MOST)
    call.wait_ended()
    assert centre.wait_agent("201", presence="not_ready")["phone"] == "desk1"

    ready = dial(desk, "*13")
    assert ready.hears_file(house_says(centre, "ready"), at_least=MOST)
    ready.wait_ended()
    centre.wait_agent("201", presence="ready")
    talked = talk(centre, caller, desk, SALES)
    talked.agent.hang_up()
    centre.wait_agent("201", activity="wrap_up")

    done = dial(desk, "*15")
    assert done.hears_file(house_says(centre, "wrap_up_ended"), at_least=MOST)
    centre.wait_agent("201", activity="idle", presence="ready")
    done.wait_ended()

    pause = dial(desk, "*142")
    assert pause.hears_file(house_says(centre, "not_ready"), at_least=MOST)
    centre.wait_agent("201", presence="not_ready", reason="Training")
    pause.wait_ended()

    leave = dial(desk, "*12")
    assert leave.hears_file(house_says(centre, "logged_out"), at_least=MOST)
    centre.wait_agent("201", presence="logged_out", phone=None)
    leave.wait_ended()


def test_not_ready_without_a_key_takes_the_first_reason(centre: CallCentre) -> None:
    desk = centre.agent("201", "desk1")
    dial(desk, "*14").wait_ended()
    centre.wait_agent("201", presence="not_ready", reason="Break")


def test_not_ready_for_a_reason_that_is_none_changes_nothing(centre: CallCentre) -> None:
    desk = centre.agent("201", "desk1")
    assert dial(desk, "*149").hears_file(house_says(centre, "refused"), at_least=MOST)
    assert centre.agent_status("201")["presence"] == "ready"


def test_wrong_pin_three_times_ends_the_call_and_logs_nobody_in(centre: CallCentre) -> None:
    desk = centre.phone("desk1")
    right = centre.pin("201")
    wrong = "1" * len(right) if right != "1" * len(right) else "2" * len(right)
    call = log_in(centre, desk, "201", wrong)
    for _ in range(2):
        asked_at = Moment.now()
        assert call.hears_file(house_says(centre, "wrong_pin"), since=asked_at, at_least=MOST)
        call.press(wrong + "#")
    call.wait_ended(within_s=20)
    assert call.ended_by == "them"
    assert centre.agent_status("201")["presence"] == "logged_out"


def test_agent_that_does_not_exist_is_treated_like_a_wrong_pin(centre: CallCentre) -> None:
    call = log_in(centre, centre.phone("desk1"), "299", "1234")
    assert call.hears_file(house_says(centre, "wrong_pin"), at_least=MOST)


def test_calls_follow_the_agent_to_another_desk(centre: CallCentre) -> None:
    old = centre.agent("201", "desk1")
    new = centre.phone("desk2")
    log_in(centre, new, "201")
    assert centre.wait_agent("201", phone="desk2")["presence"] == "not_ready"
    for busy in new.calls:
        busy.hang_up()
    dial(new, "*13")
    centre.wait_agent("201", presence="ready")
    new.calls[-1].hang_up()
    call = centre.caller().call(SALES)
    assert hear_only_each_other(call, new.wait_for_ring().answer())
    old.expect_no_ring(0)


def test_who_logs_in_at_a_desk_takes_it(centre: CallCentre) -> None:
    desk, after = centre.agent("201", "desk1"), centre.last_seq()
    log_in(centre, desk, "202")
    assert centre.wait_agent("202", presence="not_ready")["phone"] == "desk1"
    assert centre.wait_agent("201", presence="logged_out")["phone"] is None
    left = centre.wait_fact("AgentLoggedOut", after=after, agent="201")
    assert left.fields["reason"] == "desk taken"


def test_desk_of_a_talking_agent_is_not_taken(centre: CallCentre) -> None:
    desk = centre.agent("201", "desk1")
    talked = talk(centre, centre.caller(), desk)
    call = log_in(centre, desk, "202")
    assert call.hears_file(house_says(centre, "refused"), at_least=MOST)
    assert centre.agent_status("202")["presence"] == "logged_out"
    call.hang_up()
    assert hear_only_each_other(talked.caller, talked.agent)


def test_feature_codes_at_an_empty_desk_are_refused(centre: CallCentre) -> None:
    desk = centre.phone("desk1")
    calls = [dial(desk, code) for code in ("*13", "*14", "*15", "*12")]
    assert all(call.hears_file(house_says(centre, "refused"), at_least=MOST) for call in calls)


def test_feature_codes_from_outside_do_nothing(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    calls = [caller.call(code) for code in ("*12", "*141", "*11201")]
    for call in calls:
        call.wait_ended(within_s=10)
        assert (call.sip_code, "answered" in call.reached) == (404, False)
    assert centre.agent_status("201")["presence"] == "ready"
    caller.call(SALES)
    anna.wait_for_ring()
