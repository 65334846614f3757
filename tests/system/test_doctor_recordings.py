"""`acd doctor` on a company whose callers leave messages: it lets Asterisk record, and says if it cannot."""

from pathlib import Path

import pytest

from acd.doctor import Level
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.test_doctor import ask_doctor

COMPANY = Path(__file__).parent / "messages.yaml"


@pytest.fixture(autouse=True)
def gateway(centre: CallCentre) -> Phone:
    """Through which senders are called."""
    return centre.caller("gateway")


def test_it_records_and_leaves_nothing_behind(centre: CallCentre) -> None:
    findings = ask_doctor(centre)
    assert [one for one in findings if one.level is not Level.OK] == []
    assert "It records, as for messages, and deletes that again." in {one.found for one in findings}
    assert list((centre.stack.files.own / "spool" / "recording").glob("*doctor*")) == []


def test_without_the_folder_it_says_so_and_what_to_do_and_nothing_else(centre: CallCentre) -> None:
    folder = centre.stack.files.own / "spool" / "recording"
    folder.rename(folder.with_name("away"))
    try:
        findings = ask_doctor(centre)
    finally:
        folder.with_name("away").rename(folder)
    (finding,) = [one for one in findings if one.level is not Level.OK]
    assert (finding.level, finding.where) == (Level.PROBLEM, "Asterisk")
    assert "cannot record" in finding.found
    assert "install -d -o asterisk" in finding.remedy
