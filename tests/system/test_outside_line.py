"""The night service: a line through a trunk, where only a key proves that a person has answered."""

import pytest

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from acd.web.client import RequestRefused
from tests.system.decisions import (
    LATE_S,
    ROUTING,
    offered_after_s,
    queue_up,
    says,
    told,
    waits_with_music,
    why,
)
from tests.system.scene import MUSIC_HZ, hear_only_each_other

COMPANY = ROUTING
NIGHT, EVENING = "7705", "7706"
"""Out at once while nobody is logged in; out after 1.5 s, too."""
LINE = "outside:night"
QUESTION = ROUTING.parent / "sounds/welcome.wav"
"""What whoever answers out there is told."""
A_PIECE = 0.2
"""Enough of it to know it by."""


@pytest.fixture
def gateway(centre: CallCentre) -> Phone:
    """The telephone that rings when we call out: somebody far away, behind a trunk."""
    return centre.caller("gateway", name="gateway")


def answered(gateway: Phone) -> Call:
    """It rings out there and is answered."""
    return gateway.wait_for_ring().answer()


def test_nobody_is_logged_in_so_it_rings_outside_and_the_key_connects(
    centre: CallCentre, gateway: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), NIGHT)
    ringing = gateway.wait_for_ring()
    assert ringing.invite.startswith("INVITE sip:+43463999@")
    assert ringing.caller_number == NIGHT  # a number of ours: networks refuse others
    assert offered_after_s(centre, waiting.contact, LINE) < LATE_S
    assert waits_with_music(waiting)
    person = ringing.answer()
    assert person.hears_file(QUESTION, at_least=A_PIECE)
    assert waits_with_music(waiting)  # whoever has answered has not said yet that somebody is there
    assert centre.facts("TalkBegan", contact=waiting.contact) == []
    person.press("1")
    centre.wait_fact("TalkJoined", contact=waiting.contact, agent=LINE)
    assert hear_only_each_other(waiting.call, person)
    (left,) = told(centre, waiting.contact, "Overflowed")
    assert left["because"] == "nobody"
    assert why(centre, waiting.contact)["queue"] == LINE
    assert says(
        centre,
        waiting.contact,
        "Leaves Night for",
        "nobody who is logged in could take it.",
        "Offered to Night service",
        "The phone of Night service",
        "answered, and a key proved that it was a person.",
    )
    person.hang_up()
    waiting.call.wait_ended()
    assert centre.wait_fact("ContactEnded", contact=waiting.contact).fields["ending"] == "served"


def test_a_key_in_the_middle_of_the_question_connects_at_once(centre: CallCentre, gateway: Phone) -> None:
    waiting = queue_up(centre, centre.caller(), NIGHT)
    person = answered(gateway)
    assert person.hears_file(QUESTION, at_least=A_PIECE)
    person.press("7")  # means nothing
    person.press("1")
    centre.wait_fact("TalkJoined", contact=waiting.contact, agent=LINE)
    assert hear_only_each_other(waiting.call, person)


def test_an_answering_machine_is_not_connected_and_the_caller_keeps_the_place(
    centre: CallCentre, gateway: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), NIGHT)
    before = centre.facts("PlaceTaken", contact=waiting.contact)[-1]
    machine = answered(gateway)
    machine.wait_ended(within_s=7)  # nobody has pressed the key in 4 s
    failed = centre.wait_fact("OfferFailed", contact=waiting.contact)
    assert failed.fields["failure"] == "no_answer"
    assert waiting.call.hears_tone(MUSIC_HZ, within_s=2)
    assert not waiting.call.hears_tone(gateway.tone_hz, within_s=0)
    person = answered(gateway)  # tried again after a rest
    person.press("1")
    joined = centre.wait_fact("TalkJoined", contact=waiting.contact, agent=LINE)
    assert joined.at > failed.at
    assert centre.facts("PlaceTaken", contact=waiting.contact)[-1] == before
    assert hear_only_each_other(waiting.call, person)


def test_who_hangs_up_before_the_key_is_not_connected(centre: CallCentre, gateway: Phone) -> None:
    waiting = queue_up(centre, centre.caller(), NIGHT)
    answered(gateway).hang_up()
    centre.wait_fact("OfferFailed", contact=waiting.contact, failure="no_answer")
    assert waits_with_music(waiting)


def test_the_caller_leaves_while_the_question_is_put_and_the_line_is_dropped(
    centre: CallCentre, gateway: Phone
) -> None:
    waiting = queue_up(centre, centre.caller(), NIGHT)
    person = answered(gateway)
    assert person.hears_file(QUESTION, at_least=A_PIECE)
    waiting.call.hang_up()
    person.wait_ended()
    ended = centre.wait_fact("ContactEnded", contact=waiting.contact)
    assert ended.fields["ending"] == "abandoned"


def test_a_number_outside_that_is_busy_is_tried_again_and_colleagues_come_first(
    centre: CallCentre, gateway: Phone
) -> None:
    gateway.auto_reject(486)
    anna = centre.agent("201", "desk1", ready=False)
    waiting = queue_up(centre, centre.caller(), EVENING)
    assert waits_with_music(waiting)
    centre.wait_fact("OfferFailed", contact=waiting.contact, agent=LINE, failure="busy")
    assert 1.5 <= offered_after_s(centre, waiting.contact, LINE) < 1.5 + LATE_S
    centre.order("201", "ready")
    anna.wait_for_ring().answer()
    assert hear_only_each_other(waiting.call, anna.calls[-1])


def test_a_line_is_switched_off_and_on_and_is_nobodys_desk(centre: CallCentre, gateway: Phone) -> None:
    gina = centre.phone("desk1")
    with pytest.raises(RequestRefused, match="no desk phone outside:night"):
        centre.order("301", "login", phone=LINE)
    centre.order(LINE, "notready", reason="Break")
    waiting = queue_up(centre, centre.caller(), NIGHT)
    assert waits_with_music(waiting)
    gateway.expect_no_ring(0)
    centre.order(LINE, "ready")
    gateway.wait_for_ring()
    gina.expect_no_ring(0)


def test_nothing_that_a_caller_keys_or_dials_reaches_the_line(centre: CallCentre, gateway: Phone) -> None:
    anna = centre.agent("201", "desk1", ready=False)
    caller = centre.caller()
    for number in ("+43463999", "0043463999", "gateway", "outside"):
        refused = caller.call(number)
        refused.wait_ended()
        assert refused.sip_code in (403, 404, 484)
    waiting = queue_up(centre, caller, NIGHT)  # Anna is there: nobody is sent out
    waiting.call.press("0043463999#*9")
    assert waits_with_music(waiting)
    gateway.expect_no_ring(0)
    centre.order("201", "ready")
    anna.wait_for_ring()
