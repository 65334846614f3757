"""Calls between real phones through a real Asterisk."""

import pytest

from acd.testing.errors import CallEndedError, NotInTimeError
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from tests.testing.exchange import Exchange

pytestmark = pytest.mark.system


@pytest.fixture
def alice(phones: PhoneRack, exchange: Exchange) -> Phone:
    return phones.phone(*exchange.account(0), name="alice")


@pytest.fixture
def bob(phones: PhoneRack, exchange: Exchange) -> Phone:
    return phones.phone(*exchange.account(1), name="bob")


def test_both_sides_hear_each_other_within_a_second(alice: Phone, bob: Phone) -> None:
    out = alice.call("p1")
    ringing = bob.wait_for_ring()
    out.wait_ringing()
    ringing.answer()
    answered_at = out.wait_answered()
    assert ringing.hears_tone(alice.tone_hz, within_s=1.0, since=answered_at)
    assert out.hears_tone(bob.tone_hz, within_s=1.0, since=answered_at)
    assert ringing.hears_only(alice.tone_hz)
    assert out.hears_only(bob.tone_hz)
    assert not out.hears_tone(alice.tone_hz, within_s=0.3)
    assert out.codec == "PCMA"


def test_the_one_who_hangs_up_and_the_cause_are_known(alice: Phone, bob: Phone) -> None:
    out = alice.call("p1")
    incoming = bob.wait_for_ring().answer()
    incoming.hang_up()
    out.wait_ended()
    incoming.wait_ended()
    assert (incoming.ended_by, out.ended_by) == ("us", "them")
    assert "cause=16" in out.end_cause
    bye_sent = bob.ladder.first("BYE", sent=True)
    bye_came = alice.ladder.first("BYE", sent=False)
    assert bye_sent is not None
    assert bye_came is not None
    assert 0 < bye_came.at.mono_ns - bye_sent.at.mono_ns < 1e9


def test_the_display_shows_who_calls(alice: Phone, bob: Phone) -> None:
    alice.call("p1", from_display='Zoë "Z" Ö')
    first = bob.wait_for_ring()
    assert "Zoë" in first.display_name
    assert first.caller_number == "p0"
    first.reject()
    alice.call("queue-p1")
    second = bob.wait_for_ring()
    assert second.display_name == 'Größe & "Co" <7>'
    assert second.caller_number == "4711"
    assert (second.header("Max-Forwards") or "").isdigit()
    assert second.header("X-Not-There") is None


def test_a_caller_may_present_another_number_or_none(alice: Phone, bob: Phone) -> None:
    alice.call("p1", caller_id="+4930123456", from_display="Trunk", headers={"X-Test": "a; b"})
    incoming = bob.wait_for_ring()
    assert (incoming.display_name, incoming.caller_number) == ("Trunk", "+4930123456")
    invite = alice.ladder.first("INVITE", sent=True)
    assert invite is not None
    assert invite.header("X-Test") == "a; b"
    incoming.reject()
    alice.call("p1", caller_id="anonymous")
    assert bob.wait_for_ring().display_name == "Anonymous"


@pytest.mark.parametrize(("code", "told"), [(486, 486), (603, 403)])  # Asterisk makes 403 of cause 21
def test_a_rejected_caller_learns_of_it(alice: Phone, bob: Phone, code: int, told: int) -> None:
    out = alice.call("p1")
    incoming = bob.wait_for_ring()
    incoming.reject(code)
    out.wait_ended()
    incoming.wait_ended()
    assert bob.ladder.first(code, sent=True) is not None
    assert out.sip_code == told
    assert (incoming.ended_by, out.ended_by) == ("us", "them")


def test_a_phone_refuses_by_itself(alice: Phone, bob: Phone) -> None:
    bob.auto_reject(486)
    out = alice.call("p1")
    with pytest.raises(CallEndedError, match="486 Busy Here"):
        out.wait_answered()
    assert bob.wait_for_ring().wait_ended()
    bob.ring_and_wait()
    alice.call("p1").wait_ringing()


def test_ringing_stops_when_the_caller_hangs_up(alice: Phone, bob: Phone) -> None:
    out = alice.call("p1")
    incoming = bob.wait_for_ring()
    out.wait_ringing()
    out.hang_up()
    incoming.wait_ended(within_s=1.0)
    assert incoming.sip_code == 487
    assert incoming.ended_by == "them"


def test_nobody_answers(alice: Phone, bob: Phone) -> None:
    out = alice.call("brief-p1")
    incoming = bob.wait_for_ring()
    with pytest.raises(NotInTimeError, match=r"waited 0.2 s for in-1 to be answered.*\n.*alice|bob"):
        incoming.wait_answered(within_s=0.2)
    out.wait_ended()
    assert out.sip_code == 480
    assert incoming.wait_ended()


def test_a_phone_that_stays_silent_does_not_ring(alice: Phone, bob: Phone) -> None:
    bob.stay_silent()
    out = alice.call("p1")
    incoming = bob.wait_for_ring()
    with pytest.raises(NotInTimeError):
        out.wait_ringing(within_s=0.3)
    incoming.respond(180)
    out.wait_ringing()


def test_a_phone_answers_by_itself_after_a_while(alice: Phone, bob: Phone) -> None:
    bob.auto_answer(after_s=0.3)
    out = alice.call("p1")
    rang_at, answered_at = out.wait_ringing(), out.wait_answered()
    assert 0.25e9 < answered_at.mono_ns - rang_at.mono_ns < 1.5e9


def test_hold_is_silence_until_it_is_taken_back(alice: Phone, bob: Phone) -> None:
    bob.auto_answer()
    out = alice.call("p1")
    out.wait_answered()
    incoming = bob.wait_for_ring()
    assert incoming.hears_tone(alice.tone_hz)
    out.hold()
    assert incoming.hears_silence()
    out.unhold()
    assert incoming.hears_tone(alice.tone_hz)
    assert out.hears_tone(bob.tone_hz)


def test_keys_arrive_at_the_other_phone(alice: Phone, bob: Phone) -> None:
    bob.auto_answer()
    out = alice.call("p1")
    out.wait_answered()
    out.press("0123456789*#")
    bob.wait_for_ring().wait_for_keys("0123456789*#")


def test_a_flood_of_keys_arrives_whole(alice: Phone, bob: Phone) -> None:
    bob.auto_answer()
    out = alice.call("p1")
    out.wait_answered()
    keys = "0123456789*#" * 5
    out.press(keys, tone_ms=50, gap_ms=50)
    bob.wait_for_ring().wait_for_keys(keys, within_s=20.0)


def test_two_calls_on_two_lines_of_one_phone(alice: Phone, bob: Phone) -> None:
    first, second = alice.call("p1"), alice.call("echo")
    bob.wait_for_ring().answer()
    first.wait_answered()
    second.wait_answered()
    first.send_tone(2210)
    assert second.hears_only(alice.tone_hz)
    assert first.hears_only(bob.tone_hz)


def test_a_phone_without_a_free_line_is_busy(phones: PhoneRack, exchange: Exchange, bob: Phone) -> None:
    alice = phones.phone(*exchange.account(0), name="alice", lines=1)
    alice.call("echo").wait_answered()
    refused = bob.call("p0")
    refused.wait_ended()
    assert refused.sip_code == 486


def test_ten_calls_at_once(phones: PhoneRack, exchange: Exchange) -> None:
    devices = [phones.phone(*exchange.account(n)) for n in range(20)]
    callers, callees = devices[:10], devices[10:]
    for callee in callees:
        callee.auto_answer()
    calls = [caller.call(callee.user) for caller, callee in zip(callers, callees, strict=True)]
    since = max(call.wait_answered() for call in calls)
    for call, caller, callee in zip(calls, callers, callees, strict=True):
        assert call.hears_only(callee.tone_hz, since=since)
        assert callee.wait_for_ring().hears_only(caller.tone_hz, since=since)
    for call in calls:
        call.hang_up()
    for callee in callees:
        callee.calls[0].wait_ended()
    assert len(phones.ladder.all("BYE", sent=True)) == 10


def test_a_phone_that_forgets_calls_like_any_other_and_keeps_nothing(
    phones: PhoneRack, exchange: Exchange, bob: Phone
) -> None:
    hasty = phones.phone(*exchange.account(0), forgets=True)
    for _ in range(2):
        out = hasty.call("p1")
        incoming = bob.wait_for_ring().answer()
        out.wait_answered()
        assert incoming.hears_tone(hasty.tone_hz)
        incoming.hang_up()
        out.wait_ended()
        assert not hasty.calls
        assert out.heard.duration_s == 0
    assert not hasty.ladder.messages
    assert hasty.story() == "(nothing happened)"
