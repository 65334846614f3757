"""Absences from a desk phone: the code, what comes of it, and back again; what a restart leaves of them."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from acd.cli.root import main
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import LATE_S, ROUTING, offered_after_s, queue_up, says
from tests.system.scene import MOST
from tests.system.test_hot_desk import dial, house_says

COMPANY = ROUTING
PERSONAL = "7601"
OWNED = "4366003"
"""A customer of Gina's. Her substitute is Hugo, and his is Ines."""
GINA, HUGO, INES = "301", "302", "303"


def acd(centre: CallCentre, *words: str) -> str:
    """What a command prints."""
    ran = CliRunner().invoke(
        main, [*words, "--socket", str(centre.stack.control_socket)], catch_exceptions=False
    )
    assert ran.exit_code == 0, ran.output
    return ran.output


@pytest.fixture(autouse=True)
def nothing_left_in_force(centre: CallCentre) -> Iterator[None]:
    yield
    for (overlay,) in centre.query("SELECT id FROM overlay WHERE state <> 'past'"):
        acd(centre, "absence", "end", overlay)


def be_absent(centre: CallCentre, desk: Phone, code: str = "*161") -> None:
    """Dial the code at a desk phone, and hear that it is noted."""
    call = dial(desk, code)
    assert call.hears_file(house_says(centre, "absent"), at_least=MOST)
    call.wait_ended()


def test_substitute_takes_what_is_meant_for_who_has_dialled_absent(centre: CallCentre) -> None:
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent(HUGO, "desk2")
    be_absent(centre, gina)
    centre.wait_agent(GINA, presence="not_ready", reason="Ill")
    assert "Gina (301) is absent until further notice (Ill, entered by 301)." in acd(centre, "status")
    assert "Hugo (302) stands in for Gina (301)." in acd(centre, "status")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    hugo.wait_for_ring().answer()
    assert waiting.call.hears_only(hugo.tone_hz)
    assert offered_after_s(centre, waiting.contact, HUGO) < LATE_S
    gina.expect_no_ring(0)
    waiting.call.hang_up()
    centre.wait_fact("ContactEnded", contact=waiting.contact)
    dial(gina, "*13").wait_ended()
    assert says(
        centre,
        waiting.contact,
        "It is meant for Gina (301): looks after the customer's account.",
        "Offered to Hugo (302)",
        "Gina (301) is absent since ",
        "until further notice (Ill): substitutes take it.",
        "It is over.",
    )


def test_who_dials_ready_is_back_and_gets_what_still_waits(centre: CallCentre) -> None:
    gina, hugo = centre.agent(GINA, "desk1"), centre.agent(HUGO, "desk2", ready=False)
    be_absent(centre, gina, "*162*14")
    assert "Holiday" in acd(centre, "absence", "list")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    assert says(centre, waiting.contact, "Holiday", "It may go to Hugo (302).", "Hugo (302) could take it")
    dial(gina, "*13").wait_ended()
    gina.wait_for_ring().answer()
    assert waiting.call.hears_only(gina.tone_hz)
    hugo.expect_no_ring(0)
    assert "ended by 301" in acd(centre, "absence", "list", "--past")


def test_absences_outlive_the_service_also_those_entered_ahead(centre: CallCentre) -> None:
    acd(centre, "absence", "add", HUGO, "Duty elsewhere", "--until", "+3h", "--author", "boss")
    acd(centre, "absence", "add", GINA, "2", "--from", "2099-07-06", "--until", "2099-07-17")
    before = acd(centre, "absence", "list", "--json")
    centre.stack.service.kill()
    centre.stack.service.start()
    assert acd(centre, "absence", "list", "--json") == before
    acd(centre, "absence", "add", GINA, "Ill", "--author", "boss")
    ines = centre.agent(INES, "desk3")
    waiting = queue_up(centre, centre.caller(), PERSONAL, from_number=OWNED)
    ines.wait_for_ring().answer()
    assert waiting.call.hears_only(ines.tone_hz)
    assert says(
        centre,
        waiting.contact,
        "Gina (301) is absent since ",
        "(Ill): substitutes take it.",
        "Hugo (302) is absent since ",
        "(Duty elsewhere): substitutes take it.",
    )


def test_a_code_for_a_reason_that_is_none_changes_nothing(centre: CallCentre) -> None:
    gina = centre.agent(GINA, "desk1")
    assert dial(gina, "*169").hears_file(house_says(centre, "refused"), at_least=MOST)
    assert centre.agent_status(GINA)["presence"] == "ready"
    assert acd(centre, "absence", "list") == "No absence is planned or in force.\n"
