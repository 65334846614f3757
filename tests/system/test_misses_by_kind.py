"""Six ways of not taking an offer, each with a rule of its own, and how agents come back by themselves."""

from acd.testing.call_centre import CallCentre
from tests.system.decisions import LATE_S, ROUTING, queue_up, says, told, waits_with_music
from tests.system.scene import obstacles

COMPANY = ROUTING
DESK = "7501"
GINA = "301"


def failures(centre: CallCentre, contact: str) -> list[str]:
    """How the offers of a contact failed, as `acd explain` tells it."""
    return [fact["failure"] for fact in told(centre, contact, "OfferFailed")]


def test_two_unanswered_calls_and_not_the_first_make_an_agent_not_ready(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    waiting = queue_up(centre, centre.caller(), DESK)
    for _ in range(2):
        assert centre.agent_status(GINA)["presence"] == "ready"
        gina.wait_for_ring().wait_ended(within_s=5)
    centre.wait_agent(GINA, presence="not_ready", reason="RONA")
    assert failures(centre, waiting.contact) == ["no_answer"] * 2
    assert waits_with_music(waiting)
    gina.expect_no_ring(1.0)
    assert obstacles(centre, waiting.contact)[GINA] == "not ready: RONA"
    assert says(centre, waiting.contact, "Gina (301) could take it: not ready: RONA")


def test_who_rejects_twice_is_left_alone_and_returns_by_itself(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    seq = centre.last_seq()
    waiting = queue_up(centre, centre.caller(), DESK)
    for _ in range(2):
        gina.wait_for_ring().reject(603)
    left = centre.wait_fact("AgentBecameNotReady", agent=GINA, after=seq)
    assert failures(centre, waiting.contact) == ["rejected"] * 2
    back = centre.wait_fact("AgentBecameReady", agent=GINA, after=left.seq)
    assert 2.0 <= back.at - left.at < 2.0 + LATE_S
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)


def test_a_busy_phone_never_makes_its_agent_not_ready(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    waiting = queue_up(centre, centre.caller(), DESK)
    for _ in range(3):
        gina.wait_for_ring().reject(486)
        assert centre.agent_status(GINA)["presence"] == "ready"
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    assert failures(centre, waiting.contact) == ["busy"] * 3


def test_a_phone_that_is_lost_comes_back_with_its_agent(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    gina.stay_silent()
    waiting = queue_up(centre, centre.caller(), DESK)
    gina.wait_for_ring()
    centre.wait_agent(GINA, presence="not_ready", reason="RONA")
    assert failures(centre, waiting.contact) == ["unreachable"]
    gina.unregister()
    centre.wait_agent(GINA, phone_state="unavailable")
    gina.ring_and_wait()
    gina.register()
    centre.wait_agent(GINA, presence="ready")
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)


def test_a_phone_that_is_known_to_be_away_is_not_offered_anything(centre: CallCentre) -> None:
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent("302", "desk2", ready=False)
    gina.unregister()
    centre.wait_agent(GINA, phone_state="unavailable")
    waiting = queue_up(centre, centre.caller(), DESK)
    assert waits_with_music(waiting)
    assert obstacles(centre, waiting.contact)[GINA] == "phone is unavailable"
    assert told(centre, waiting.contact, "OfferOpened") == []
    centre.order("302", "ready")
    hugo.wait_for_ring().answer()
    assert waiting.call.hears_only(hugo.tone_hz)


def test_do_not_disturb_counts_at_once_and_is_no_rejection(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    gina.auto_reject(480)
    waiting = queue_up(centre, centre.caller(), DESK)
    centre.wait_agent(GINA, presence="not_ready", reason="RONA")
    assert failures(centre, waiting.contact) == ["do_not_disturb"]
    assert waits_with_music(waiting)


def test_a_phone_that_forwards_is_not_followed_and_its_agent_returns(
    centre: CallCentre,
) -> None:
    gina = centre.agent(GINA, "desk1")
    seq = centre.last_seq()
    waiting = queue_up(centre, centre.caller(), DESK)
    gina.wait_for_ring().reject(302)
    left = centre.wait_fact("AgentBecameNotReady", agent=GINA, after=seq)
    assert failures(centre, waiting.contact) == ["forwarded"]
    back = centre.wait_fact("AgentBecameReady", agent=GINA, after=left.seq)
    assert 2.0 <= back.at - left.at < 2.0 + LATE_S
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)


def test_kinds_are_counted_apart(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    waiting = queue_up(centre, centre.caller(), DESK)
    gina.wait_for_ring().reject(603)
    gina.wait_for_ring().wait_ended(within_s=5)
    assert centre.agent_status(GINA)["presence"] == "ready"
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    assert failures(centre, waiting.contact) == ["rejected", "no_answer"]
