"""Whose turn it is: who came first, head starts and their limit, and which free agent gets the call."""

import time

from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import ROUTING, hang_up_both, not_yet, queue_up, says, waits_with_music, why
from tests.system.scene import obstacles

COMPANY = ROUTING
DESK = "7501"
IDLE, FEWEST, ORDERED, SPECIAL = "7801", "7802", "7803", "7804"
IMPORTANT = "4366002"
CAP_S = 6.0
"""The most that a head start comes to in this company; that of an important customer would be ten minutes."""


def served_in_turn(centre: CallCentre, desk: Phone, agent: str, contacts: list[str]) -> None:
    """Assert that an agent gets these contacts, one after another."""
    for contact in contacts:
        desk.wait_for_ring().answer()
        joined = centre.wait_fact("TalkJoined", contact=contact, agent=agent)
        assert joined.fields["agent"] == agent
        desk.calls[-1].hang_up()
        centre.wait_fact("ContactEnded", contact=contact)


def test_an_important_customer_is_served_before_who_came_a_little_earlier(centre: CallCentre) -> None:
    caller = centre.caller()
    ordinary = queue_up(centre, caller, DESK)
    important = queue_up(centre, caller, DESK, from_number=IMPORTANT)
    assert waits_with_music(ordinary)
    gina = centre.agent("301", "desk1")
    served_in_turn(centre, gina, "301", [important.contact, ordinary.contact])
    starts = centre.wait_fact("PlaceTaken", contact=important.contact).fields["head_starts"]
    assert starts == [{"reason": "Important customers", "seconds": 600.0}]
    assert says(
        centre,
        important.contact,
        "Head start: Important customers 600 s.",
        "Offered to Gina (301)",
        "Served 6 s earlier than its arrival says: Important customers 600 s, as much as the company allows.",
    )


def test_nobody_is_overtaken_by_who_comes_later_than_the_limit(centre: CallCentre) -> None:
    caller = centre.caller()
    ordinary = queue_up(centre, caller, DESK)
    taken = centre.wait_fact("PlaceTaken", contact=ordinary.contact)
    centre.until(lambda: time.time() > taken.at + CAP_S or None, CAP_S + 5, "the limit to pass")
    important = queue_up(centre, caller, DESK, from_number=IMPORTANT)
    assert not_yet(centre, important.contact)["ahead"] == 1
    assert says(centre, important.contact, "1 contact ahead.")
    assert not_yet(centre, ordinary.contact)["ahead"] == 0
    gina = centre.agent("301", "desk1")
    served_in_turn(centre, gina, "301", [ordinary.contact, important.contact])


def test_the_longest_idle_of_those_who_can_gets_the_call(centre: CallCentre) -> None:
    hugo, gina = centre.agent("302", "desk2"), centre.agent("301", "desk1")
    caller = centre.caller()
    first = queue_up(centre, caller, IDLE)
    hugo.wait_for_ring().answer()  # he came first
    hang_up_both(centre, first, "302")
    second = queue_up(centre, caller, IDLE)
    gina.wait_for_ring().answer()
    assert second.call.hears_only(gina.tone_hz)
    hang_up_both(centre, second, "301")


def test_whoever_has_had_the_fewest_contacts_gets_the_next(centre: CallCentre) -> None:
    before = {agent: contacts_today(centre, agent) for agent in ("301", "302")}
    hugo = centre.agent("302", "desk2")
    caller = centre.caller()
    while contacts_today(centre, "302") <= before["301"]:
        done = queue_up(centre, caller, FEWEST)
        hugo.wait_for_ring().answer()
        hang_up_both(centre, done, "302")
    gina = centre.agent("301", "desk1")  # idle for less long, but with fewer contacts
    waiting = queue_up(centre, caller, FEWEST)
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    hugo.expect_no_ring(0)
    reason = why(centre, waiting.contact)
    assert [one["agent"] for one in reason["candidates"]] == ["301", "302"]
    assert reason["decided_by"] == "contacts"
    assert says(centre, waiting.contact, "Who had fewer contacts today came first.")


def contacts_today(centre: CallCentre, agent: str) -> int:
    """How many contacts an agent has taken, by the facts."""
    return len(centre.facts("OfferAnswered", agent=agent))


def test_an_order_is_followed(centre: CallCentre) -> None:
    gina, hugo = centre.agent("301", "desk1"), centre.agent("302", "desk2")
    ines = centre.agent("303", "desk3")
    caller = centre.caller()
    first = queue_up(centre, caller, ORDERED)
    ines.wait_for_ring().answer()
    second = queue_up(centre, caller, ORDERED)
    gina.wait_for_ring().answer()
    assert first.call.hears_only(ines.tone_hz)
    assert second.call.hears_only(gina.tone_hz)
    hugo.expect_no_ring(0)


def test_one_specialist_is_kept_for_those_who_need_one(centre: CallCentre) -> None:
    jan, kim = centre.agent("304", "desk1"), centre.agent("305", "desk2")
    caller = centre.caller()
    first = queue_up(centre, caller, DESK)
    jan.wait_for_ring().answer()
    assert first.call.hears_only(jan.tone_hz)
    second = queue_up(centre, caller, DESK)
    assert waits_with_music(second)
    kim.expect_no_ring(0)
    assert obstacles(centre, second.contact)["305"] == "kept for callers of another queue"
    special = queue_up(centre, caller, SPECIAL)
    kim.wait_for_ring().answer()
    assert special.call.hears_only(kim.tone_hz)
    first.call.hang_up()
    centre.wait_agent("304", activity="idle")
    assert waits_with_music(second)  # again one is free, and again that one is kept
    special.call.hang_up()
    jan.wait_for_ring().answer()
    assert second.call.hears_only(jan.tone_hz)
