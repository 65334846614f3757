"""Whoever has had too much to do lately is spared the calls meant for him or her, and takes all others."""

from pathlib import Path

from acd.testing.call_centre import CallCentre
from tests.system.decisions import LATE_S, hang_up_both, offered_after_s, queue_up, says, why

COMPANY = Path(__file__).parent / "overload.yaml"
PERSONAL, DESK = "7601", "7501"
OWNED = "4366003"
GINA, HUGO = "301", "302"


def test_a_substitute_takes_what_is_meant_for_somebody_with_too_much_to_do(centre: CallCentre) -> None:
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent(HUGO, "desk2")
    caller = centre.caller()
    before = queue_up(centre, caller, PERSONAL, from_number=OWNED)
    gina.wait_for_ring().answer()
    centre.wait_fact("AgentOverloaded", agent=GINA)  # after a second of talk
    hang_up_both(centre, before, GINA)
    assert centre.agent_status(GINA)["presence"] == "ready"
    waiting = queue_up(centre, caller, PERSONAL, from_number=OWNED)
    hugo.wait_for_ring().answer()
    assert waiting.call.hears_only(hugo.tone_hz)
    assert offered_after_s(centre, waiting.contact, HUGO) < LATE_S
    gina.expect_no_ring(0)
    assert says(centre, waiting.contact, "It is meant for Gina (301)", "Offered to Hugo (302)", "Gina (301)")
    reason = why(centre, waiting.contact)
    assert [one["agent"] for one in reason["candidates"]] == [HUGO]
    assert reason["excluded"]["is not the one it is meant for"] == 1
    anybody = queue_up(centre, caller, DESK)  # what is for everybody, she takes as before
    gina.wait_for_ring().answer()
    assert anybody.call.hears_only(gina.tone_hz)
