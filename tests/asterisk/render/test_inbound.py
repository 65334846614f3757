"""A call from outside: into the application, or refused, or held with music until somebody is there."""

import re

import pytest

from acd.testing.call import Call
from acd.testing.phone import Phone
from tests.asterisk.render.switch import HOLD_S, MUSIC_HZ, Switch

ANSWERED = {"ACD_KNOWN": "1", "ACD_OPEN": "1", "ACD_FLOW": "main", "ACD_ANSWERED": "1"}


@pytest.mark.parametrize(("number", "language"), [("5100", "en"), ("+435200", "de")])
def test_a_call_enters_the_application_unanswered(
    switch: Switch, outside: Phone, number: str, language: str
) -> None:
    with switch.controller() as controller, switch.agi(ANSWERED) as service:
        call = outside.call(number)
        start = controller.event("StasisStart")
        assert start["args"] == ["inbound", number]
        assert (start["channel"]["state"], start["channel"]["language"]) == ("Ring", language)
        assert service.asked.get_nowait() == ("lookup", number)
        assert "progress" not in call.reached
        controller.ask("POST", f"channels/{start['channel']['id']}/answer")
        call.wait_answered()
        controller.ask("DELETE", f"channels/{start['channel']['id']}")
        call.wait_ended()


def test_a_caller_without_a_number_is_a_caller(switch: Switch, carrier: Phone) -> None:
    with switch.controller() as controller:
        call = carrier.call(f"sip:5100@127.0.0.1:{switch.ports.sip}", caller_id="anonymous")
        assert controller.event("StasisStart")["args"] == ["inbound", "5100"]
        call.hang_up()
        call.wait_ended()


def test_a_trunk_that_logs_in_presents_the_numbers_of_its_callers(switch: Switch, outside: Phone) -> None:
    with switch.controller() as controller:
        call = outside.call("5100", caller_id="+4930123456")
        assert controller.event("StasisStart")["channel"]["caller"]["number"] == "+4930123456"
        call.hang_up()
        call.wait_ended()


def test_a_number_that_the_network_must_not_show_goes_no_further(switch: Switch, outside: Phone) -> None:
    with switch.controller() as controller:
        headers = {"P-Asserted-Identity": "<sip:+4930123456@127.0.0.1>", "Privacy": "id"}
        call = outside.call("5100", headers=headers)
        assert controller.event("StasisStart")["channel"]["caller"]["number"] == ""
        call.hang_up()
        call.wait_ended()


@pytest.mark.parametrize("look_up", ["refuses", "says nothing", "breaks off"])
def test_a_call_does_not_need_the_look_up(switch: Switch, outside: Phone, look_up: str) -> None:
    with switch.controller() as controller:
        match look_up:
            case "refuses":
                call = outside.call("5100")
                start = controller.event("StasisStart")
            case "says nothing":
                with switch.agi(None):
                    call = outside.call("5100")
                    start = controller.event("StasisStart")
            case _:
                with switch.agi({"ACD_KNOWN": "1"}):
                    call = outside.call("5100")
                    start = controller.event("StasisStart")
        assert start["channel"]["state"] == "Ring"
        assert f"Look-up of 5100 for {start['channel']['name']} failed" in switch.log
        call.hang_up()
        call.wait_ended()


def test_a_number_that_the_service_does_not_know_is_refused(switch: Switch, outside: Phone) -> None:
    with switch.controller(), switch.agi(ANSWERED | {"ACD_KNOWN": "0"}):
        _refused(switch, outside.call("5100"))


def test_a_number_nobody_has_is_refused(switch: Switch, outside: Phone) -> None:
    _refused(switch, outside.call("5199"))


def test_a_trunk_reaches_its_own_numbers_only(switch: Switch, carrier: Phone) -> None:
    _refused(switch, carrier.call(f"sip:+435200@127.0.0.1:{switch.ports.sip}"))


def _refused(switch: Switch, call: Call) -> None:
    assert call.hears_file(switch.sound("ss-noservice"))
    call.wait_ended()
    assert (call.sip_code, "answered" in call.reached) == (404, False)


def test_without_a_controller_music_plays_on_until_one_comes(switch: Switch, outside: Phone) -> None:
    call = outside.call("5100")
    answered = call.wait_answered()
    assert call.hears_tone(MUSIC_HZ, within_s=HOLD_S, for_s=HOLD_S - 2.0)  # two tries have failed in it
    with switch.controller() as controller:
        start = controller.event("StasisStart", within_s=2)
        assert start["args"] == ["inbound", "5100"]
        assert start["channel"]["state"] == "Up"
        waited_s = call.heard.duration_s
        assert call.hears_tone(MUSIC_HZ, since=answered, within_s=5, for_s=waited_s + 0.5)
        controller.ask("DELETE", f"channels/{start['channel']['id']}/moh")
        assert call.hears_silence()
        call.hang_up()
        call.wait_ended()


def test_a_call_does_not_enter_while_only_old_calls_hold_the_application(
    switch: Switch, outside: Phone
) -> None:
    with switch.controller() as controller:
        old = outside.call("5100")
        controller.event("StasisStart")
    new = outside.call("5100")
    assert new.hears_tone(MUSIC_HZ, for_s=1)
    with switch.controller() as controller:
        assert controller.event("StasisStart", within_s=2)["channel"]["state"] == "Up"
        for call in (old, new):
            call.hang_up()
            call.wait_ended()


def test_callers_who_wait_do_not_flood_the_log(switch: Switch, outside: Phone) -> None:
    before = len(switch.log)
    calls = [outside.call("5100") for _ in range(4)]
    for call in calls:
        call.wait_answered()
    assert calls[0].hears_tone(MUSIC_HZ, within_s=HOLD_S, for_s=HOLD_S - 1.0)
    with switch.controller() as controller:
        entered = {controller.event("StasisStart", within_s=10)["channel"]["id"] for _ in calls}
    assert len(entered) == len(calls)
    complaints = re.findall(r".*app_stasis\.c: .*", switch.log[before:])
    # Each may complain at its arrival, then one a second for all, or two that look at the same instant.
    assert 0 < len(complaints) <= len(calls) + 2 * HOLD_S < len(calls) * HOLD_S
    for call in calls:
        call.hang_up()
        call.wait_ended()


def test_after_the_limit_the_fallback_phones_ring(switch: Switch, outside: Phone, carol: Phone) -> None:
    call = outside.call("5100")
    ringing = carol.wait_for_ring(within_s=HOLD_S + 3)
    assert call.hears_tone(MUSIC_HZ, for_s=0.5)
    ringing.answer()
    assert ringing.hears_only(outside.tone_hz)
    assert call.hears_only(carol.tone_hz)
    call.hang_up()
    ringing.wait_ended()


def test_when_no_fallback_phone_answers_the_box_takes_a_message(
    switch: Switch, outside: Phone, carol: Phone
) -> None:
    call = outside.call("5100")
    carol.wait_for_ring(within_s=HOLD_S + 3).wait_ended()
    assert switch.leave_message(call, box="100").duration_s > 1
