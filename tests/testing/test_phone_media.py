"""What a phone hears and says, against Asterisk's own applications."""

import pytest

from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from tests.testing.exchange import Exchange

pytestmark = pytest.mark.system

PROMPT, OTHER_PROMPT = "agent-loginok.wav", "agent-incorrect.wav"


@pytest.fixture
def alice(phones: PhoneRack, exchange: Exchange) -> Phone:
    return phones.phone(*exchange.account(0), name="alice")


@pytest.mark.parametrize("codec", ["PCMA", "PCMU"])
def test_a_prompt_is_recognised_and_others_are_not(phones: PhoneRack, exchange: Exchange, codec: str) -> None:
    caller = phones.phone(*exchange.account(0), codecs=(codec,))
    call = caller.call("play")
    call.wait_answered()
    assert call.hears_file(exchange.sounds / PROMPT)
    assert not call.hears_file(exchange.sounds / OTHER_PROMPT, within_s=0.5)
    assert call.codec == codec


def test_a_prompt_before_the_answer_is_heard(alice: Phone, exchange: Exchange) -> None:
    call = alice.call("early")
    call.wait_until("progress")
    assert call.hears_file(exchange.sounds / PROMPT)
    call.wait_ended()
    assert call.sip_code == 486


def test_keys_arrive_exactly(alice: Phone, exchange: Exchange) -> None:
    exchange.set_variable("KEYS", "none")
    call = alice.call("read")
    call.wait_answered()
    call.press("40971")
    call.press("5*2#")  # the hash ends Read
    assert call.hears_file(exchange.sounds / "digits/4.wav")
    assert exchange.variable("KEYS") == "40971" + "5*2"


def test_echo_returns_a_file_and_then_the_tone(alice: Phone, exchange: Exchange) -> None:
    call = alice.call("echo")
    call.wait_answered()
    call.play_file(exchange.sounds / OTHER_PROMPT)
    call.wait_played()
    assert call.hears_file(exchange.sounds / OTHER_PROMPT, within_s=2.0)
    assert call.hears_only(alice.tone_hz)
    call.send_silence()
    assert call.hears_silence()
    call.send_tone(1020)
    assert call.hears_only(1020)


def test_music_is_the_file_and_not_silence(alice: Phone, exchange: Exchange) -> None:
    call = alice.call("hold")
    call.wait_answered()
    assert call.hears_file(exchange.music)
    assert not call.hears_file(exchange.sounds / PROMPT, within_s=0.5)
    assert not call.hears_silence(within_s=1.0)


def test_a_tone_with_music_under_it_is_not_the_only_sound(
    phones: PhoneRack, exchange: Exchange, alice: Phone
) -> None:
    talker = phones.phone(*exchange.account(1), name="talker")
    player = phones.phone(*exchange.account(2), name="player")
    call, talk, music = (phone.call("room") for phone in (alice, talker, player))
    for member in (call, talk, music):
        member.wait_answered()
    music.send_silence()
    assert call.hears_only(talker.tone_hz)
    music.play_file(exchange.music)
    assert not call.hears_only(talker.tone_hz, within_s=2.0)
    music.hang_up()
    assert call.hears_only(talker.tone_hz)


def test_heard_has_a_clock(alice: Phone) -> None:
    call = alice.call("echo")
    answered_at = call.wait_answered()
    assert call.hears_tone(alice.tone_hz)
    heard = call.heard
    assert heard.rate_hz == 8000
    assert 0 <= heard.moment_ns(0) - answered_at.mono_ns < 1e9
    spanned_s = (heard.moment_ns(len(heard.samples)) - heard.moment_ns(0)) / 1e9
    assert spanned_s == pytest.approx(heard.duration_s, abs=0.1)
