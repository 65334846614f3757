"""What a desk phone can reach: other phones, boxes, feature codes, emergency numbers; most without us."""

from contextlib import nullcontext

import pytest

from acd.testing.errors import RegistrationRefusedError
from acd.testing.phone import Phone
from acd.testing.tones import tone_lasts_s
from tests.asterisk.render.raw_sip import Dialog, RawPhone
from tests.asterisk.render.switch import SILENCE_S, Switch


def test_a_wrong_password_is_refused(switch: Switch) -> None:
    with Phone("alice", "wrong", switch.ports.sip) as phone, pytest.raises(RegistrationRefusedError):
        phone.register()


def test_phones_call_each_other_and_hear_each_other(alice: Phone, bob: Phone) -> None:
    talk = alice.call("102")
    ringing = bob.wait_for_ring()
    assert (ringing.display_name, ringing.caller_number) == ("Alice Ä.", "101")
    ringing.answer()
    talk.wait_answered()
    assert ringing.hears_only(alice.tone_hz)
    assert talk.hears_only(bob.tone_hz)
    talk.hang_up()
    ringing.wait_ended()


def test_a_phone_cannot_pose_as_another(alice: Phone, bob: Phone) -> None:
    alice.call("102", from_display="The Director")
    assert bob.wait_for_ring().display_name == "Alice Ä."


def test_a_newer_registration_replaces_the_older(switch: Switch, alice: Phone, bob: Phone) -> None:
    with switch.phone("bob") as newer:
        newer.register()
        alice.call("102")
        newer.wait_for_ring()
        bob.expect_no_ring(0.5)


def test_all_phones_of_an_extension_ring_and_then_the_box_takes_a_message(
    switch: Switch, alice: Phone, bob: Phone, carol: Phone
) -> None:
    call = carol.call("150")
    alice.wait_for_ring()
    bob.wait_for_ring()
    message = switch.leave_message(call, box="100")
    assert message.duration_s > 1
    assert tone_lasts_s(message.samples, carol.tone_hz, message.rate_hz) > 1


def test_an_extension_may_be_a_box_alone(switch: Switch, alice: Phone) -> None:
    message = switch.leave_message(alice.call("190"), box="190")
    assert tone_lasts_s(message.samples, alice.tone_hz, message.rate_hz) > 1


@pytest.mark.parametrize(("code", "cause"), [(486, 486), (603, 480), (480, 480)])
def test_without_a_box_the_caller_is_told_what_happened(
    alice: Phone, carol: Phone, code: int, cause: int
) -> None:
    carol.auto_reject(code)
    call = alice.call("103")
    call.wait_ended()
    assert call.sip_code == cause


def test_a_phone_that_died_does_not_keep_the_other_one(switch: Switch, alice: Phone, bob: Phone) -> None:
    alice.call("102")
    ringing = bob.wait_for_ring().answer()
    assert ringing.hears_only(alice.tone_hz)
    alice.unplug()
    ringing.wait_ended(within_s=SILENCE_S + 3)
    assert ringing.ended_by == "them"


def test_a_number_nobody_has_is_called_so(switch: Switch, alice: Phone) -> None:
    call = alice.call("999")
    assert call.hears_file(switch.sound("ss-noservice"))
    call.wait_ended()
    assert (call.sip_code, "answered" in call.reached) == (404, False)


def test_a_phone_opens_its_own_box_with_the_pin(switch: Switch, bob: Phone) -> None:
    call = bob.call("*97")
    assert call.hears_file(switch.sound("vm-password"))
    call.press(f"{switch.secrets['voicemail.100']}#")
    assert call.hears_file(switch.sound("vm-youhave"))


def test_a_phone_may_watch_its_own_box(switch: Switch) -> None:
    with RawPhone("bob", switch.ports.sip, switch.secrets["phone.bob"]) as bob:
        watch = Dialog(bob, bob.uri("bob"), to=bob.uri("bob"))
        wanted = ("Event: message-summary", "Accept: application/simple-message-summary", "Expires: 60")
        assert watch.ask("SUBSCRIBE", *wanted).code == 200
        notice = bob.wait_for("NOTIFY")
        bob.respond(notice, 200, "OK")
        assert "Messages-Waiting:" in notice.text


def test_a_phone_without_a_box_is_asked_for_one(switch: Switch, alice: Phone) -> None:
    assert alice.call("*97").hears_file(switch.sound("vm-login"))


@pytest.mark.parametrize(
    ("dialled", "asked"),
    [
        ("*11201", ("feature", "login", "201", "alice")),
        ("*11", ("feature", "login", "", "alice")),
        ("*12", ("feature", "logout", "", "alice")),
        ("*13", ("feature", "ready", "", "alice")),
        ("*14", ("feature", "notready", "", "alice")),
        ("*142", ("feature", "notready", "2", "alice")),
        ("*15", ("feature", "endwrap", "", "alice")),
        ("*16", ("feature", "absent", "", "alice")),
        ("*161", ("feature", "absent", "1", "alice")),
        ("*162*14*7", ("feature", "absent", "2*14*7", "alice")),
    ],
)
def test_a_feature_code_asks_the_service(
    switch: Switch, alice: Phone, dialled: str, asked: tuple[str, ...]
) -> None:
    with switch.agi({"ACD_RESULT": "accepted"}) as service:
        call = alice.call(dialled)
        assert service.asked.get(timeout=5) == asked
        call.wait_ended()
        assert not call.hears_file(switch.sound("please-try-call-later"))


@pytest.mark.parametrize("answers", ["nobody", "breaks off"])
def test_a_feature_code_says_so_when_the_service_is_away(switch: Switch, alice: Phone, answers: str) -> None:
    with switch.agi({}) if answers == "breaks off" else nullcontext():
        call = alice.call("*13")
        assert call.hears_file(switch.sound("please-try-call-later"))
        call.wait_ended()


def test_an_emergency_call_goes_straight_out(switch: Switch, alice: Phone, carrier: Phone) -> None:
    # Neither controller nor look-up server runs here.
    call = alice.call("112")
    outside = carrier.wait_for_ring(within_s=1)
    assert outside.invite.startswith("INVITE sip:112@")
    assert outside.caller_number == "5100"
    outside.answer()
    call.wait_answered()
    assert outside.hears_only(alice.tone_hz)
    assert call.hears_only(carrier.tone_hz)
    call.hang_up()
    outside.wait_ended()


def test_an_emergency_call_that_fails_is_not_silent(switch: Switch, alice: Phone, carrier: Phone) -> None:
    carrier.auto_reject(503)
    call = alice.call("112")
    assert call.hears_file(switch.sound("all-circuits-busy-now"))
    call.wait_ended()
    assert "Emergency call to 112 failed" in switch.log
    carrier.ring_and_wait()
