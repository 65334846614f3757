"""Whoever has had too much to do lately is spared the calls meant for him or her, and takes all others."""

from pathlib import Path

from acd.testing.call_centre import CallCentre
from tests.system.decisions import (
    LATE_S,
    hang_up_both,
    offered_after_s,
    queue_up,
    says,
    waits_with_music,
    why,
)
from tests.system.scene import obstacles

COMPANY = Path(__file__).parent / "overload.yaml"
PERSONAL, DESK = "7601", "7501"
OWNED, OWNED_TOO = "4366003", "4366004"
GINA, HUGO = "301", "302"
IDA, JAN = "303", "304"
"""Who had too much to do in one test has it in the next."""


def test_a_substitute_takes_what_is_meant_for_somebody_with_too_much_to_do(centre: CallCentre) -> None:
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent(HUGO, "desk2")
    caller = centre.caller()
    before = queue_up(centre, caller, PERSONAL, from_number=OWNED)
    gina.wait_for_ring().answer()
    centre.wait_fact("AgentOverloaded", within_s=10.0, agent=GINA)  # after five seconds of talk
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
    assert reason["excluded"]["is not the one it is meant for"] == 3  # Gina, and those of the other test
    anybody = queue_up(centre, caller, DESK)  # what is for everybody, she takes as before
    gina.wait_for_ring().answer()
    assert anybody.call.hears_only(gina.tone_hz)


def test_whoever_keeps_a_caller_waiting_for_too_long_is_helped_also_with_the_next_ones(
    centre: CallCentre,
) -> None:
    ida, jan = centre.agent(IDA, "desk1", ready=False), centre.agent(JAN, "desk2")
    caller = centre.caller()
    first = queue_up(centre, caller, PERSONAL, from_number=OWNED_TOO)
    assert waits_with_music(first)
    jan.wait_for_ring()
    second = queue_up(centre, caller, PERSONAL, from_number=OWNED_TOO)
    jan.calls[-1].answer()
    assert first.call.hears_only(jan.tone_hz)
    assert 2.0 <= offered_after_s(centre, first.contact, JAN) < 2.0 + LATE_S
    assert obstacles(centre, second.contact)[JAN] == "on a call"
    assert says(centre, second.contact, "Ida (303) had let somebody wait for too long")
    first.call.hang_up()
    jan.wait_for_ring().answer()
    assert second.call.hears_only(jan.tone_hz)
    ida.expect_no_ring(0)
