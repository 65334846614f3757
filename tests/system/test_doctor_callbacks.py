"""`acd doctor` on a company that calls back: it says when the trunk for that is not there."""

from pathlib import Path

from acd.doctor import Finding, Level
from acd.testing.call_centre import CallCentre
from tests.system.test_doctor import ask_doctor

COMPANY = Path(__file__).parent / "callbacks.yaml"


def bad(centre: CallCentre) -> list[Finding]:
    return [one for one in ask_doctor(centre) if one.level is not Level.OK]


def test_a_trunk_that_is_not_registered_is_named_with_what_to_do(centre: CallCentre) -> None:
    (finding,) = bad(centre)
    assert (finding.level, finding.where) == (Level.WARNING, "Phones")
    assert finding.found == "The trunk gateway is not registered: no customer is called back."
    assert "register as gateway, with the password `trunk.gateway` of the secrets file" in finding.remedy
    centre.caller("gateway")
    assert bad(centre) == []
