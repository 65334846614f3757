"""Callers type where they are, or whom they want, on real telephones; and the last agent is not forgotten."""

from pathlib import Path

from acd.testing.call import Call
from acd.testing.call_centre import CallCentre
from tests.system.scene import MOST, a_number, ending_of, hear_only_each_other

COMPANY = Path(__file__).parent / "asking.yaml"
WHERE, WHOM, AGAIN = "7100", "7200", "7300"
"""Asks for the postal code; asks for the number of an agent; leads to the desk without a question."""


def asked(centre: CallCentre, number: str, caller: str | None = None) -> tuple[Call, str]:
    """A caller who is being asked, and the contact."""
    from_number = caller or a_number()
    after = centre.last_seq()
    call = centre.caller().call(number, caller_id=from_number)
    call.wait_answered()
    arrived = centre.wait_fact("ContactArrived", after=after, caller=from_number)
    return call, str(arrived.fields["contact"])


def test_who_types_a_postal_code_lands_with_the_agent_of_that_region(centre: CallCentre) -> None:
    anna, ben = centre.agent("201", "desk1"), centre.agent("202", "desk2")
    call, contact = asked(centre, WHERE)
    assert call.hears_file(centre.prompt_file("where"), at_least=0.2)
    call.press("9020#")  # in the middle of the question
    ringing = anna.wait_for_ring().answer()
    assert hear_only_each_other(call, ringing)
    ben.expect_no_ring(0)
    (taken,) = centre.facts("DigitsTaken", contact=contact)
    assert (taken.fields["digits"], taken.fields["region"]) == ("9020", "south")
    (offer,) = centre.facts("OfferOpened", contact=contact)
    assert offer.fields["why"]["excluded"]["is responsible for other regions"] == 1


def test_without_a_hash_the_digits_count_after_a_while(centre: CallCentre) -> None:
    anna, ben = centre.agent("201", "desk1"), centre.agent("202", "desk2")
    call, _ = asked(centre, WHERE)
    call.press("1010")
    ben.wait_for_ring().answer()
    assert call.hears_only(ben.tone_hz)
    anna.expect_no_ring(0)


def test_a_postal_code_that_nobody_knows_is_told_and_asked_for_again(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")
    call, contact = asked(centre, WHERE)
    call.press("5555#")
    assert call.hears_file(centre.prompt_file("unknown"), at_least=MOST)
    assert call.hears_file(centre.prompt_file("where"), at_least=0.2)
    call.press("8010#")
    anna.wait_for_ring().answer()
    assert call.hears_only(anna.tone_hz)
    assert [fact.fields["digits"] for fact in centre.facts("DigitsMistaken", contact=contact)] == ["5555"]


def test_who_types_nothing_is_told_so_twice_and_goes_the_other_way(centre: CallCentre) -> None:
    call, contact = asked(centre, WHERE)
    assert call.hears_file(centre.prompt_file("no_key"), within_s=12, at_least=MOST)
    call.wait_ended(within_s=20)
    assert call.ended_by == "them"
    assert ending_of(centre, contact) == "flow_ended"
    assert len(centre.facts("KeyMissed", contact=contact)) == 2


def test_who_types_an_agents_number_is_put_through_to_that_agent(centre: CallCentre) -> None:
    gina, hugo = centre.agent("301", "desk1"), centre.agent("302", "desk2")
    call, contact = asked(centre, WHOM)
    call.press("302#")  # the hash is not needed, and does no harm
    ringing = hugo.wait_for_ring().answer()
    assert hear_only_each_other(call, ringing)
    gina.expect_no_ring(0)
    assert centre.facts("DigitsTaken", contact=contact)[0].fields["wanted"] == "302"


def test_a_number_that_is_no_agents_is_told_and_in_the_end_anybody_takes_the_call(centre: CallCentre) -> None:
    gina = centre.agent("301", "desk1")
    call, contact = asked(centre, WHOM)
    call.press("999")
    assert call.hears_file(centre.prompt_file("unknown"), at_least=MOST)
    call.press("998")
    gina.wait_for_ring().answer()
    assert call.hears_only(gina.tone_hz)
    mistaken = centre.facts("DigitsMistaken", contact=contact)
    assert [fact.fields["digits"] for fact in mistaken] == ["999", "998"]


def test_the_last_agent_is_remembered_by_a_service_that_was_killed(centre: CallCentre) -> None:
    gina, hugo = centre.agent("301", "desk1", ready=False), centre.agent("302", "desk2")
    customer = a_number()
    call, contact = asked(centre, AGAIN, customer)
    hugo.wait_for_ring().answer()
    centre.wait_fact("TalkJoined", contact=contact)
    call.hang_up()
    assert ending_of(centre, contact) == "served"
    centre.stack.service.kill()
    centre.stack.service.start()
    centre.order("301", "ready")  # better at it than Hugo, and idle for longer than he
    centre.wait_agent("302", presence="ready", activity="idle", phone_state="not_in_use")
    stranger, _ = asked(centre, AGAIN)
    gina.wait_for_ring().answer()
    assert stranger.hears_only(gina.tone_hz)
    stranger.hang_up()
    centre.wait_agent("301", presence="ready", activity="idle", phone_state="not_in_use")
    again, contact = asked(centre, AGAIN, customer)
    hugo.wait_for_ring().answer()
    assert again.hears_only(hugo.tone_hz)
    (offer,) = centre.facts("OfferOpened", contact=contact)
    assert offer.fields["why"]["excluded"]["is not the one it is meant for"] >= 1
