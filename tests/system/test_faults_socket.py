"""The line to Asterisk breaks while calls go on; whatever happens meanwhile is put right afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.protocol import Moment
from acd.testing.stacks import On
from tests.system.trouble import (
    COMPANY,
    HOTLINE,
    HUM_HZ,
    MENU,
    SUPPORT,
    contact_of,
    keeps_hearing,
    talk,
    wait_ready,
)
from tests.system.wire import Wire, through_wire

RECONNECTED_S = 15.0
"""The longest pause between two attempts, the look-up, and a machine that is busy with other tests."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, wire: Wire, on: On) -> Iterator[CallCentre]:
    with through_wire(wire, tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


@contextmanager
def gap(centre: CallCentre, wire: Wire) -> Iterator[None]:
    """The line is broken, and the service knows it; afterwards it is connected again."""
    with wire.broken():
        centre.until(lambda: not centre.stack.service.ready() or None, 10, "the loss to be noticed")
        yield
    wait_ready(centre, RECONNECTED_S)


def begin_talk(centre: CallCentre) -> tuple[Call, Call]:
    cleo, caller, after = centre.agent("203", "desk3"), centre.caller(), centre.last_seq()
    calling = caller.call(SUPPORT)
    answered = cleo.wait_for_ring(10).answer()
    talk(calling, answered)
    centre.wait_fact("TalkJoined", after=after)
    return calling, answered


def begin_ring(centre: CallCentre) -> tuple[Call, Call]:
    cleo, caller = centre.agent("203", "desk3"), centre.caller()
    after = centre.last_seq()
    calling = caller.call(SUPPORT)
    ringing = cleo.wait_for_ring(10)
    centre.wait_fact("OfferRang", after=after)
    return calling, ringing


def test_a_talk_goes_on_and_who_waits_hears_music(centre: CallCentre, wire: Wire) -> None:
    calling, answered = begin_talk(centre)
    waiting = centre.caller("caller2").call(SUPPORT)
    assert waiting.hears_tone(HUM_HZ, within_s=8)
    since = Moment.now()
    with gap(centre, wire):
        pass
    keeps_hearing(calling, answered.phone.tone_hz, since)
    keeps_hearing(answered, calling.phone.tone_hz, since)
    keeps_hearing(waiting, HUM_HZ, since)


def test_the_agent_hung_up_meanwhile(centre: CallCentre, wire: Wire) -> None:
    calling, answered = begin_talk(centre)
    with gap(centre, wire):
        answered.hang_up()
        answered.wait_ended()
    calling.wait_ended(5)
    centre.wait_agent("203", activity="idle", presence="ready")


def test_the_caller_hung_up_meanwhile(centre: CallCentre, wire: Wire) -> None:
    calling, answered = begin_talk(centre)
    with gap(centre, wire):
        calling.hang_up()
        calling.wait_ended()
    answered.wait_ended(5)
    centre.wait_agent("203", activity="idle", presence="ready")


def test_the_agent_answered_meanwhile(centre: CallCentre, wire: Wire) -> None:
    calling, ringing = begin_ring(centre)
    with gap(centre, wire):
        ringing.answer()
    talk(calling, ringing)


def test_the_agent_answered_meanwhile_when_the_time_was_up(centre: CallCentre, wire: Wire) -> None:
    cleo, caller, after = centre.agent("203", "desk3"), centre.caller(), centre.last_seq()
    cleo.auto_answer(after_s=5)
    calling = caller.call(HOTLINE)
    ringing = cleo.wait_for_ring(10)
    centre.wait_fact("OfferRang", after=after)
    with gap(centre, wire):
        ringing.wait_answered(10)
    talk(calling, ringing)


def test_the_caller_left_meanwhile_and_the_phone_stops_ringing(centre: CallCentre, wire: Wire) -> None:
    calling, ringing = begin_ring(centre)
    with gap(centre, wire):
        calling.hang_up()
        calling.wait_ended()
        assert ringing.state == "ringing"
    ringing.wait_ended(5)
    assert ringing.ended_by == "them"
    centre.wait_agent("203", activity="idle", presence="ready")
    assert centre.facts("OfferFailed", offer=centre.facts("OfferOpened")[-1].fields["offer"]) == []


def test_the_agent_rejected_meanwhile_and_is_offered_the_call_again(centre: CallCentre, wire: Wire) -> None:
    calling, ringing = begin_ring(centre)
    with gap(centre, wire):
        ringing.reject()
        ringing.wait_ended()
    again = ringing.phone.wait_for_ring(10).answer()
    talk(calling, again)


def test_a_key_pressed_meanwhile_is_asked_for_again(centre: CallCentre, wire: Wire) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    calling = centre.caller().call(MENU)
    contact = contact_of(centre, "caller", after=after)
    centre.wait_fact("PromptBegan", after=after, contact=contact, node="menu", within_s=20)
    with gap(centre, wire):
        calling.press("2")
        assert not calling.hears_tone(HUM_HZ, within_s=0.6)  # by now the key is released, and unheard
        lost_at = Moment.now()
    assert calling.hears_file(COMPANY.parent / "sounds/menu.wav", within_s=20, since=lost_at)
    assert centre.facts("KeyTaken", after=after) == []
    calling.press("2")
    talk(calling, cleo.wait_for_ring(10).answer())


def test_who_calls_meanwhile_hears_music_and_is_taken_over(centre: CallCentre, wire: Wire) -> None:
    cleo = centre.agent("203", "desk3")
    with gap(centre, wire):
        calling = centre.caller().call(SUPPORT)
        assert calling.hears_tone(HUM_HZ, within_s=8)
        since = Moment.now()
    ringing = cleo.wait_for_ring(10)
    keeps_hearing(calling, HUM_HZ, since)
    talk(calling, ringing.answer())


def test_a_line_that_hangs_half_open_is_given_up(centre: CallCentre, wire: Wire) -> None:
    calling, answered = begin_talk(centre)
    wire.freeze()
    answered.hang_up()
    calling.wait_ended(RECONNECTED_S)
    centre.wait_agent("203", 10, activity="idle", presence="ready")
