"""Who is good enough, who is best, and how that changes the longer somebody waits."""

from acd.testing.call_centre import CallCentre
from tests.system.decisions import (
    LATE_S,
    ROUTING,
    not_yet,
    offered_after_s,
    queue_up,
    says,
    told,
    waits_with_music,
    why,
)
from tests.system.scene import hear_only_each_other, obstacles

COMPANY = ROUTING
EXPERT, WORDS, GERMAN = "7201", "7202", "7203"
"""Repair at 5; repair at 3 with German at 5 or English at 7; a number that is answered in German."""
RINGS, HELPED = "7301", "7302"
"""Repair at 8, after 2 s at 5, after 4 s at 1; repair at 8, after 1.5 s whoever sits at the desk, too."""
REGIONAL = "7401"
FROM_THE_SOUTH = "4366001"


def test_the_best_of_those_who_are_good_enough_gets_the_call(centre: CallCentre) -> None:
    anna, ben = centre.agent("201", "desk1"), centre.agent("202", "desk2")
    cleo, jan = centre.agent("203", "desk3"), centre.agent("304", "desk4")
    waiting = queue_up(centre, centre.caller(), EXPERT)
    ringing = cleo.wait_for_ring().answer()
    assert hear_only_each_other(waiting.call, ringing)
    for other in (anna, ben, jan):
        other.expect_no_ring(0)
    reason = why(centre, waiting.contact)
    assert reason["needs"] == [[{"skill": "repair", "level": 5}]]
    assert [(one["agent"], one["proficiency"]) for one in reason["candidates"]] == [("203", 9), ("202", 6)]
    assert reason["decided_by"] == "proficiency"
    assert says(
        centre,
        waiting.contact,
        "an agent needs repair 5 or more",
        "Candidates, best first: Cleo (203) level 9",
        "Ben (202) level 6",
        "The level decided.",
    )
    assert reason["excluded"]["lacks a skill or its level"] >= 1  # Anna has 3 of 5


def test_a_missing_skill_is_not_a_low_level(centre: CallCentre) -> None:
    gina = centre.agent("301", "desk1")
    waiting = queue_up(centre, centre.caller(), GERMAN)
    assert waits_with_music(waiting)
    gina.expect_no_ring(0)
    assert "301" not in obstacles(centre, waiting.contact)


def test_one_language_or_the_other_will_do_at_its_level(centre: CallCentre) -> None:
    cleo = centre.agent("203", "desk3")  # English 6 of 7, no German
    waiting = queue_up(centre, centre.caller(), WORDS)
    assert waits_with_music(waiting)
    ben = centre.agent("202", "desk2")  # German 3 of 5, but English 8
    ringing = ben.wait_for_ring().answer()
    assert waiting.call.hears_only(ben.tone_hz)
    ringing.hang_up()
    centre.order("202", "logout")
    anna = centre.agent("201", "desk1")  # German 8, no English
    again = queue_up(centre, centre.caller(), WORDS)
    anna.wait_for_ring().answer()
    assert again.call.hears_only(anna.tone_hz)
    cleo.expect_no_ring(0)


def test_a_language_is_a_skill_that_the_number_asks_for(centre: CallCentre) -> None:
    cleo, anna = centre.agent("203", "desk3"), centre.agent("201", "desk1")
    waiting = queue_up(centre, centre.caller(), GERMAN)
    anna.wait_for_ring().answer()
    assert waiting.call.hears_only(anna.tone_hz)
    cleo.expect_no_ring(0)
    assert [{"skill": "german", "level": 5}] in why(centre, waiting.contact)["needs"]


def test_after_a_while_a_lower_level_is_enough(centre: CallCentre) -> None:
    cleo, ben = centre.agent("203", "desk3", ready=False), centre.agent("202", "desk2")
    waiting = queue_up(centre, centre.caller(), RINGS)
    assert waits_with_music(waiting)
    assert obstacles(centre, waiting.contact) == {"203": "not ready: logged in"}
    ben.wait_for_ring().answer()
    assert waiting.call.hears_only(ben.tone_hz)
    assert 2.0 <= offered_after_s(centre, waiting.contact, "202") < 2.0 + LATE_S
    cleo.expect_no_ring(0)
    (opened,) = told(centre, waiting.contact, "RingOpened")
    assert (opened["ring"], opened["skipped"]) == (1, False)
    assert why(centre, waiting.contact)["ring"] == 1
    assert says(
        centre,
        waiting.contact,
        "an agent needs repair 8 or more",
        "Ring 2 opens",
        "Offered to Ben (202)",
        "Ring 2 was open: repair 5 or more.",
    )


def test_a_ring_in_which_nobody_could_serve_is_skipped_at_once(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1")  # level 3: not in the first ring, not in the second
    waiting = queue_up(centre, centre.caller(), RINGS)
    anna.wait_for_ring().answer()
    assert waiting.call.hears_only(anna.tone_hz)
    assert offered_after_s(centre, waiting.contact, "201") < LATE_S
    opened = told(centre, waiting.contact, "RingOpened")
    assert [(each["ring"], each["skipped"]) for each in opened] == [(1, True), (2, True)]
    skipped = "Nobody who is logged in could take it: on to ring"
    assert says(centre, waiting.contact, f"{skipped} 2", f"{skipped} 3", "Offered to Anna (201)")


def test_after_a_while_another_team_helps(centre: CallCentre) -> None:
    cleo, gina = centre.agent("203", "desk3", ready=False), centre.agent("301", "desk1")
    waiting = queue_up(centre, centre.caller(), HELPED)
    ringing = gina.wait_for_ring()
    assert ringing.display_name == "With help"
    ringing.answer()
    assert waiting.call.hears_only(gina.tone_hz)
    assert 1.5 <= offered_after_s(centre, waiting.contact, "301") < 1.5 + LATE_S
    cleo.expect_no_ring(0)


def test_a_customer_is_served_by_his_region_and_later_by_the_neighbours(centre: CallCentre) -> None:
    anna = centre.agent("201", "desk1", ready=False)  # of the south, as the customer
    ben = centre.agent("202", "desk2")  # of the north, and better
    caller = centre.caller()
    waiting = queue_up(centre, caller, REGIONAL, from_number=FROM_THE_SOUTH)
    assert waits_with_music(waiting)
    assert obstacles(centre, waiting.contact)["201"] == "not ready: logged in"
    assert not_yet(centre, waiting.contact)["excluded"]["is responsible for other regions"] == 1
    assert says(
        centre,
        waiting.contact,
        "The customer's region: south.",
        "Anna (201) could take it: not ready: logged in",
        "ring 2 opens and adds 1 agent: Ben (202).",
    )
    ben.wait_for_ring().answer()
    assert 2.0 <= offered_after_s(centre, waiting.contact, "202") < 2.0 + LATE_S
    assert waiting.call.hears_only(ben.tone_hz)
    anna.expect_no_ring(0)


def test_in_the_customers_own_region_nobody_waits(centre: CallCentre) -> None:
    ben, anna = centre.agent("202", "desk2"), centre.agent("201", "desk1")
    waiting = queue_up(centre, centre.caller(), REGIONAL, from_number=FROM_THE_SOUTH)
    anna.wait_for_ring().answer()
    assert waiting.call.hears_only(anna.tone_hz)
    assert offered_after_s(centre, waiting.contact, "201") < LATE_S
    assert why(centre, waiting.contact)["region"] == "south"
    ben.expect_no_ring(0)
