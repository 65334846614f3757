"""The service is killed when its decision is in the books and Asterisk has not heard of it.

The line loses what is sent to Asterisk; the fact is waited for; then comes the kill. So each test hits, every
time, a gap that is a millisecond wide otherwise.
"""

from collections.abc import Iterator

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On
from tests.system.trouble import COMPANY, HUM_HZ, MENU, SUPPORT, talk
from tests.system.wire import Wire, through_wire


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, wire: Wire, on: On) -> Iterator[CallCentre]:
    with through_wire(wire, tmp_path_factory.mktemp("centre"), COMPANY, on=on) as centre:
        yield centre


def kill_after(centre: CallCentre, kind: str, after: int) -> None:
    """Kill the service once such a fact is in the books, and start it again."""
    centre.wait_fact(kind, 10, after=after)
    centre.stack.service.kill()
    centre.stack.service.start()


def test_a_call_that_was_taken_in_and_not_answered(centre: CallCentre, wire: Wire) -> None:
    after = centre.last_seq()
    wire.mute()
    calling = centre.caller().call(SUPPORT)
    kill_after(centre, "PlaceTaken", after)
    calling.wait_answered(10)
    assert calling.hears_tone(HUM_HZ, within_s=5)
    assert len(centre.facts("ContactArrived", after=after)) == 1


def test_a_prompt_that_was_not_played(centre: CallCentre, wire: Wire) -> None:
    after = centre.last_seq()
    wire.mute()
    calling = centre.caller().call(MENU)
    kill_after(centre, "PromptBegan", after)
    assert calling.hears_file(COMPANY.parent / "sounds/welcome.wav", within_s=20)


def test_an_offer_whose_phone_was_not_called(centre: CallCentre, wire: Wire) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    wire.mute()
    calling = centre.caller().call(SUPPORT)
    kill_after(centre, "OfferOpened", after)
    talk(calling, cleo.wait_for_ring(10).answer())
    assert centre.facts("OfferFailed", after=after) == []


def test_a_talk_whose_legs_were_not_joined(centre: CallCentre, wire: Wire) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    calling = centre.caller().call(SUPPORT)
    ringing = cleo.wait_for_ring(10)
    assert calling.hears_tone(HUM_HZ, within_s=5)
    wire.mute()
    ringing.answer()
    kill_after(centre, "TalkBegan", after)
    talk(calling, ringing)
    assert len(centre.facts("TalkBegan", after=after)) == 1


def test_a_call_that_was_over_and_not_ended(centre: CallCentre, wire: Wire) -> None:
    cleo, after = centre.agent("203", "desk3"), centre.last_seq()
    calling = centre.caller().call(SUPPORT)
    answered = cleo.wait_for_ring(10).answer()
    talk(calling, answered)
    wire.mute()
    answered.hang_up()
    kill_after(centre, "ContactEnded", after)
    calling.wait_ended(10)
    assert calling.ended_by == "them"


def test_commands_that_are_lost_are_made_up_for_without_a_kill(centre: CallCentre, wire: Wire) -> None:
    cleo = centre.agent("203", "desk3")
    calling = centre.caller().call(SUPPORT)
    ringing = cleo.wait_for_ring(10)
    assert calling.hears_tone(HUM_HZ, within_s=5)
    wire.mute()
    ringing.answer()
    talk(calling, ringing)
