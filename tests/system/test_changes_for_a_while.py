"""What a supervisor enters for a while: somebody is absent, so that substitutes help; a fault hits many."""

import json
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner

from acd.cli.root import main
from acd.testing.call_centre import CallCentre
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
from tests.system.scene import MOST, MUSIC_HZ, obstacles

COMPANY = ROUTING
PERSONAL, DESK, IDLE = "7601", "7501", "7801"
OWNED = "4366003"
"""A customer of Gina's. Her substitute is Hugo, his is Ines, and hers is Hugo again."""
GINA, HUGO, INES = "301", "302", "303"
KNOWN = ROUTING.parent / "sounds/menu.wav"
"""What those hear whom a fault hits."""

Acd = Callable[..., str]


@pytest.fixture
def acd(centre: CallCentre) -> Iterator[Acd]:
    """The command line of a supervisor; what was entered is taken back at the end."""

    def run(*words: str) -> str:
        ran = CliRunner().invoke(main, [*words, "--socket", str(centre.stack.control_socket)])
        assert ran.exit_code == 0, ran.output
        return ran.output

    yield run
    for kind, end in (("absence", "end"), ("incident", "close")):
        for overlay in json.loads(run(kind, "list", "--json")):
            run(kind, end, overlay["id"])


def test_a_substitute_takes_at_once_what_is_meant_for_somebody_absent(centre: CallCentre, acd: Acd) -> None:
    ines, hugo = centre.agent(INES, "desk3"), centre.agent(HUGO, "desk2")
    acd("absence", "add", GINA, "Ill")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    hugo.wait_for_ring().answer()
    assert waiting.call.hears_only(hugo.tone_hz)
    assert offered_after_s(centre, waiting.contact, HUGO) < LATE_S
    ines.expect_no_ring(0)
    (over,) = why(centre, waiting.contact)["passed_over"]
    assert (over["agent"], over["because"], over["reason"]) == (GINA, "absent", "Ill")
    assert says(centre, waiting.contact, "It is meant for Gina (301)", "Offered to Hugo (302)", "Ill")


def test_who_is_entered_as_absent_takes_no_more_calls(centre: CallCentre, acd: Acd) -> None:
    gina = centre.agent(GINA, "desk1")
    acd("absence", "add", GINA, "Doctor", "--until", "+1h")
    centre.wait_agent(GINA, presence="not_ready")
    waiting = queue_up(centre, centre.caller(), DESK)
    assert waits_with_music(waiting)
    gina.expect_no_ring(0)
    assert "Doctor" in acd("absence", "list")


def test_who_returns_gets_back_what_still_waits(centre: CallCentre, acd: Acd) -> None:
    hugo = centre.agent(HUGO, "desk2", ready=False)
    acd("absence", "add", GINA, "Holiday")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    assert list(obstacles(centre, waiting.contact)) == [HUGO]
    gina = centre.agent(GINA, "desk1")
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    hugo.expect_no_ring(0)
    assert "Holiday" not in acd("absence", "list")
    assert "Holiday" in acd("absence", "list", "--past")


def test_the_substitute_of_an_absent_substitute_helps(centre: CallCentre, acd: Acd) -> None:
    ines = centre.agent(INES, "desk3")
    acd("absence", "add", GINA, "Ill")
    acd("absence", "add", HUGO, "Training")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    ines.wait_for_ring().answer()
    assert waiting.call.hears_only(ines.tone_hz)
    assert offered_after_s(centre, waiting.contact, INES) < LATE_S
    over = why(centre, waiting.contact)["passed_over"]
    assert [(each["agent"], each["reason"]) for each in over] == [(GINA, "Ill"), (HUGO, "Training")]


def test_a_circle_of_absent_substitutes_holds_nobody(centre: CallCentre, acd: Acd) -> None:
    for agent in (GINA, HUGO, INES):
        acd("absence", "add", agent, "Outing")
    jan = centre.agent("304", "desk4")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    assert waits_with_music(waiting)
    assert all(step["skipped"] for step in told(centre, waiting.contact, "PersonGivenUp"))
    ines = centre.agent(INES, "desk3")  # is back; the queue is everybody's by now
    ines.wait_for_ring().answer()
    assert waiting.call.hears_only(ines.tone_hz)
    jan.expect_no_ring(0)


def test_those_whom_a_fault_hits_are_served_earlier_also_if_they_wait_already(
    centre: CallCentre, acd: Acd
) -> None:
    caller = centre.caller()
    other = queue_up(centre, caller, IDLE)
    hit = queue_up(centre, caller, DESK)
    acd("incident", "open", "Cable cut", "--number", DESK, "--head-start", "600")
    also_hit = queue_up(centre, caller, DESK)
    moved = centre.wait_fact("PlaceMoved", contact=hit.contact)
    assert moved.fields["because"] == "Cable cut"
    gina = centre.agent(GINA, "desk1")
    for waiting in (hit, also_hit, other):
        gina.wait_for_ring().answer()
        centre.wait_fact("TalkJoined", contact=waiting.contact, agent=GINA)
        gina.calls[-1].hang_up()
        centre.wait_fact("ContactEnded", contact=waiting.contact)
    assert says(centre, hit.contact, "Cable cut", "Offered to Gina (301)")
    assert says(centre, also_hit.contact, "Head start: Cable cut 600 s", "Offered to Gina (301)")


def test_those_whom_a_fault_hits_are_told_what_is_known_once_and_keep_their_music(
    centre: CallCentre, acd: Acd
) -> None:
    caller = centre.caller()
    hit, other = queue_up(centre, caller, DESK), queue_up(centre, caller, IDLE)
    assert waits_with_music(hit)
    acd("incident", "open", "Outage", "--queue", "desk", "--prompt", "known", "--until", "+1h")
    assert hit.call.hears_file(KNOWN, at_least=MOST)
    assert hit.call.hears_tone(MUSIC_HZ, within_s=5, for_s=1.0)
    assert not other.call.hears_file(KNOWN, within_s=0, at_least=0.2)
    next_one = queue_up(centre, caller, DESK)
    assert next_one.call.hears_file(KNOWN, at_least=MOST)
    assert "Outage" in acd("incident", "list")
    gina = centre.agent(GINA, "desk1")
    gina.wait_for_ring().answer()
    assert hit.call.hears_only(gina.tone_hz)
