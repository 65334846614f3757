"""The last chapter: the service ends and is taken away, and the office has its Asterisk as it was."""

from tests.attach.office import CARRIER, SERVICE_NUMBER, Office, talk_in_the_office


def test_without_the_service_callers_reach_the_fallback_phone(office: Office) -> None:
    reception, outside = office.phone("6001"), office.outside()
    office.stack.service.stop()
    call = outside.call(SERVICE_NUMBER, caller_id="436603333333", headers=CARRIER)
    ringing = reception.wait_for_ring(within_s=15).answer()
    assert call.hears_only(reception.tone_hz)
    call.hang_up()
    ringing.wait_ended()


def test_without_our_lines_everything_is_as_it_was(office: Office) -> None:
    office.stack.service.stop()
    office.follow("Taking it back")
    office.remove_our_lines()
    office.reload()
    assert office.files() == office.before
    assert "There is no existence of 'acd-" in office.stack.asterisk.rx("dialplan show acd-arrival")
    assert "acd" not in office.stack.asterisk.rx("manager show users").split()
    talk_in_the_office(office)
