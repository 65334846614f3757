"""A service is put beside an Asterisk that somebody else has set up: nothing of theirs is lost.

The tests follow each other: before, with the service; `test_taken_back` is after it has been taken away.
"""

import subprocess
import sys

from acd.testing.phone import Phone
from tests.attach.office import CARRIER, OUR_LINES, SERVICE_NUMBER, Office, talk_in_the_office


def test_the_office_telephones_before(untouched: Office) -> None:
    talk_in_the_office(untouched)
    untouched.rack.close()


def test_only_the_lines_that_the_administrator_added_are_new(office: Office) -> None:
    for name, was in office.before.items():
        added = [line for line in lines(office.files()[name]) if line not in lines(was)]
        kept = [line for line in lines(office.files()[name]) if line not in added]
        assert kept == lines(was)
        assert all(line.startswith("#tryinclude ") or line in OUR_LINES.values() for line in added)
    assert office.files().keys() == office.before.keys()


def lines(content: bytes) -> list[str]:
    return content.decode().splitlines()


def test_the_office_telephones_as_before(office: Office) -> None:
    talk_in_the_office(office)


def log_in(office: Office, phone: Phone) -> None:
    """Anna logs in at a phone by code, and is ready."""
    login = phone.call("*11201")
    login.wait_answered()
    pin = office.stack.secrets_path.read_text(encoding="utf-8").split('"pin.201": "')[1][:6]
    login.press(f"{pin}#")
    login.wait_ended(within_s=15)
    phone.call("*13").wait_ended(within_s=15)
    with office.control() as service:
        (anna,) = service.status().agents
    assert (anna.presence, anna.phone, anna.phone_state) == ("ready", "6002", "not_in_use")


def test_a_caller_reaches_an_agent_at_the_offices_own_phone(office: Office) -> None:
    workshop, outside = office.phone("6002"), office.outside()
    log_in(office, workshop)
    call = outside.call(SERVICE_NUMBER, caller_id="436602222222", headers=CARRIER)
    ringing = workshop.wait_for_ring(within_s=15)
    assert (ringing.display_name, ringing.caller_number) == ("Service line", "436602222222")
    ringing.answer()
    assert call.hears_only(workshop.tone_hz)
    assert ringing.hears_only(outside.tone_hz)
    call.hang_up()
    ringing.wait_ended()
    assert ringing.ended_by == "them"
    story = subprocess.run(
        [sys.executable, "-m", "acd", "explain", "c1-1"],
        capture_output=True,
        text=True,
        check=True,
        env=office.stack.service.environment,
    ).stdout
    assert "Offered to Anna (201) at phone 6002." in story
    assert "The call is over, and was served." in story
