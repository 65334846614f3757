"""How calls end, also in ways that race with each other. True books and no stray channel: see `conftest`."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.scene import (
    OFFICE,
    SALES,
    a_number,
    ending_of,
    first_of,
    hear_only_each_other,
    talk,
    unless_over,
    wait_in_line,
)


def together(*deeds: Callable[[], object]) -> None:
    """Do things at the same moment."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> None:
        start.wait()
        unless_over(deed)

    threads = [threading.Thread(target=do, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_agent_hangs_up(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    talked = talk(centre, centre.caller(), anna)
    talked.agent.hang_up()
    talked.caller.wait_ended()
    assert talked.caller.ended_by == "them"
    ended = centre.wait_fact("TalkEnded", contact=talked.contact)
    assert ended.fields["by"] == "agent"
    assert ending_of(centre, talked.contact) == "served"


def test_caller_hangs_up(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    talked = talk(centre, centre.caller(), anna)
    talked.caller.hang_up()
    talked.agent.wait_ended()
    assert talked.agent.ended_by == "them"
    ended = centre.wait_fact("TalkEnded", contact=talked.contact)
    assert ended.fields["by"] == "caller"
    assert ending_of(centre, talked.contact) == "served"
    centre.wait_agent("201", activity="wrap_up")


def test_both_hang_up_at_once(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    for _ in range(5):
        talked = talk(centre, caller, anna, OFFICE)
        together(talked.caller.hang_up, talked.agent.hang_up)
        talked.caller.wait_ended()
        talked.agent.wait_ended()
        assert ending_of(centre, talked.contact) == "served"
        assert len(centre.facts("TalkEnded", contact=talked.contact)) == 1
        centre.wait_agent("201", activity="idle", presence="ready")


def test_caller_hangs_up_in_the_queue(centre: CallCentre) -> None:
    waiting = wait_in_line(centre, centre.caller(), SALES)
    waiting.call.hang_up()
    assert ending_of(centre, waiting.contact) == "abandoned"
    assert centre.status()["queues"][0]["waiting"] == 0


@pytest.mark.parametrize("first", ["answer", "hang-up", "both"])
def test_agent_answers_when_the_caller_hangs_up(centre: CallCentre, first: str) -> None:
    ben, caller = centre.agent("202", "desk1"), centre.caller()
    for _ in range(4):
        number = a_number()
        call = caller.call(OFFICE, caller_id=number)
        ringing = ben.wait_for_ring()
        call.wait_answered()
        match first:
            case "answer":
                ringing.respond(200)
                call.hang_up()
            case "hang-up":
                call.hang_up()
                unless_over(partial(ringing.respond, 200))
            case _:
                together(call.hang_up, partial(ringing.respond, 200))
        call.wait_ended()
        ringing.wait_ended()
        assert ending_of(centre, centre.contact_of(number)) in ("abandoned", "served")
        agent = centre.wait_agent("202", activity="idle", presence="ready")
        assert agent["reason"] is None
    talk(centre, caller, ben)


def test_answer_around_the_moment_when_the_offer_expires(centre: CallCentre) -> None:
    """Either they talk, or the call goes on to the next agent; never both, never neither."""
    ben, anna = centre.agent("202", "desk1"), centre.agent("201", "desk2", ready=False)
    caller = centre.caller()
    outcomes = set()
    for around_ms in (-500, -6, -2, 2, 6, 500):
        ben.auto_answer(after_s=1.0 + around_ms / 1000)
        number = a_number()
        call = caller.call(OFFICE, caller_id=number)
        rung = ben.wait_for_ring()
        contact = centre.contact_of(number)
        outcome = first_of(centre, contact, "OfferAnswered", "OfferFailed")
        if outcome == "OfferAnswered":
            assert call.hears_tone(ben.tone_hz)
            assert rung.hears_tone(caller.tone_hz)
        else:
            rung.wait_ended()
            centre.order("201", "ready")
            assert hear_only_each_other(call, anna.wait_for_ring().answer())
            centre.order("201", "notready", reason="Break")
        call.hang_up()
        assert ending_of(centre, contact) == "served"
        rung.wait_ended()
        centre.order("202", "ready")
        centre.wait_agent("202", activity="idle")
        outcomes.add(outcome)
    assert outcomes == {"OfferAnswered", "OfferFailed"}


def test_agent_who_puts_the_phone_down_on_answering_does_not_lose_the_caller(centre: CallCentre) -> None:
    """Whether or not the two were connected for a moment, the books tell what the caller heard."""
    ben, caller = centre.agent("202", "desk1"), centre.caller()
    for _ in range(3):
        number = a_number()
        call = caller.call(OFFICE, caller_id=number)
        ben.wait_for_ring().answer().hang_up()
        contact = centre.contact_of(number)
        outcome = first_of(centre, contact, "TalkFailed", "TalkEnded")
        if outcome == "TalkFailed":
            ben.wait_for_ring().answer()  # the caller has kept the place
            assert call.hears_tone(ben.tone_hz)
            call.hang_up()
        call.wait_ended()
        centre.wait_agent("202", activity="idle", presence="ready")
