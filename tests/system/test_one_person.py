"""Callers who are meant for one person: the owner of the account, or whoever they last talked with; then that
person's substitutes, then everybody."""

from acd.testing.call_centre import CallCentre
from tests.system.decisions import (
    LATE_S,
    ROUTING,
    hang_up_both,
    offered_after_s,
    queue_up,
    says,
    told,
    waits_with_music,
)
from tests.system.scene import a_number, obstacles

COMPANY = ROUTING
PERSONAL = "7601"
"""Two seconds for the person alone, two more with the substitutes, then for all."""
OWNED = "4366003"
"""A customer of Gina's. Her substitute is Hugo; Ines is nobody to her."""
GINA, HUGO, INES = "301", "302", "303"


def test_the_owner_of_the_account_gets_the_call_however_long_others_have_been_idle(
    centre: CallCentre,
) -> None:
    hugo, ines = centre.agent(HUGO, "desk2"), centre.agent(INES, "desk3")
    gina = centre.agent(GINA, "desk1")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    assert offered_after_s(centre, waiting.contact, GINA) < LATE_S
    for other in (hugo, ines):
        other.expect_no_ring(0)


def test_the_substitute_is_asked_after_a_while_and_nobody_else(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1", ready=False)
    ines, hugo = centre.agent(INES, "desk3"), centre.agent(HUGO, "desk2")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    assert waits_with_music(waiting)
    assert obstacles(centre, waiting.contact) == {GINA: "not ready: logged in"}
    assert says(
        centre,
        waiting.contact,
        "It is meant for Gina (301): looks after the customer's account.",
        "is not the one it is meant for",
        "the substitutes may take it, too, which adds 1 agent: Hugo (302).",
        "everybody in the queue may take it, which adds 1 agent: Ines (303).",
    )
    hugo.wait_for_ring().answer()
    assert waiting.call.hears_only(hugo.tone_hz)
    assert 2.0 <= offered_after_s(centre, waiting.contact, HUGO) < 2.0 + LATE_S
    (given_up,) = told(centre, waiting.contact, "PersonGivenUp")
    assert (given_up["agent"], given_up["substitutes"], given_up["skipped"]) == (GINA, True, False)
    for other in (gina, ines):
        other.expect_no_ring(0)


def test_then_everybody_may_take_the_call(centre: CallCentre) -> None:
    centre.agent(GINA, "desk1", ready=False)
    centre.agent(HUGO, "desk2", ready=False)
    ines = centre.agent(INES, "desk3")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    ines.wait_for_ring(within_s=8).answer()
    assert waiting.call.hears_only(ines.tone_hz)
    assert 4.0 <= offered_after_s(centre, waiting.contact, INES) < 4.0 + LATE_S


def test_nobody_waits_for_whoever_is_not_logged_in(centre: CallCentre) -> None:
    ines, hugo = centre.agent(INES, "desk3"), centre.agent(HUGO, "desk2")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    hugo.wait_for_ring().answer()
    assert offered_after_s(centre, waiting.contact, HUGO) < LATE_S
    assert [step["skipped"] for step in told(centre, waiting.contact, "PersonGivenUp")] == [True]
    ines.expect_no_ring(0)


def test_who_comes_back_ready_while_the_caller_waits_gets_the_call(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1", ready=False)
    ines = centre.agent(INES, "desk3")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    centre.order(GINA, "ready")
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    ines.expect_no_ring(0)


def test_who_calls_again_gets_whoever_it_was_last_time(centre: CallCentre) -> None:
    ines = centre.agent(INES, "desk3")
    number = a_number()
    caller = centre.caller()
    first = queue_up(centre, caller, PERSONAL, from_number=number)
    ines.wait_for_ring().answer()
    hang_up_both(centre, first, INES)
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent(HUGO, "desk2")
    centre.order(INES, "notready", reason="Break")
    again = queue_up(centre, caller, PERSONAL, from_number=number)
    assert waits_with_music(again)
    assert obstacles(centre, again.contact) == {INES: "not ready: Break"}
    centre.order(INES, "ready")
    ines.wait_for_ring().answer()
    assert again.call.hears_only(ines.tone_hz)
    for other in (gina, hugo):
        other.expect_no_ring(0)


def test_the_last_agent_is_remembered_over_a_restart(centre: CallCentre) -> None:
    ines = centre.agent(INES, "desk3")
    number = a_number()
    caller = centre.caller()
    first = queue_up(centre, caller, PERSONAL, from_number=number)
    ines.wait_for_ring().answer()
    hang_up_both(centre, first, INES)
    gina = centre.agent(GINA, "desk1")
    centre.stack.service.stop()
    centre.stack.service.start()
    centre.wait_agent(INES, within_s=10, presence="ready", phone_state="not_in_use")
    centre.wait_agent(GINA, within_s=10, presence="ready", phone_state="not_in_use")
    again = queue_up(centre, caller, PERSONAL, from_number=number)
    ines.wait_for_ring().answer()
    assert again.call.hears_only(ines.tone_hz)
    gina.expect_no_ring(0)
