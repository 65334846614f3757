"""Callers and packets as the world sends them: unknown, withheld, far too long, or no SIP at all."""

import secrets

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.raw_sip import RawSip
from tests.system.scene import OFFICE, SALES, a_number, ending_of, hear_only_each_other, talk

FORTY_DIGITS = "12345678901234567890" * 2


def test_number_that_nobody_has_is_refused_and_leaves_nothing(centre: CallCentre) -> None:
    before = centre.last_seq()
    caller = centre.caller()
    for call in [caller.call(number) for number in ("9999", FORTY_DIGITS)]:
        call.wait_ended(within_s=10)
        assert (call.sip_code, "answered" in call.reached) == (404, False)
    assert centre.facts(after=before) == []


@pytest.mark.parametrize(
    "withheld",
    [
        {"caller_id": "anonymous"},
        {
            "headers": {
                "P-Asserted-Identity": "<sip:4315550000@127.0.0.1>",
                "Privacy": "id",
            }
        },
    ],
    ids=["no number", "number for the network only"],
)
def test_caller_who_withholds_the_number_is_served_and_stays_unknown(
    centre: CallCentre, withheld: dict[str, object]
) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    before = centre.last_seq()
    call = caller.call(SALES, **withheld)  # type: ignore[arg-type]
    ringing = anna.wait_for_ring()
    assert ringing.display_name == "Sales line"
    assert ringing.caller_number == "anonymous"
    assert "4315550000" not in ringing.invite
    assert hear_only_each_other(call, ringing.answer())
    arrived = centre.wait_fact("ContactArrived", after=before)
    assert arrived.fields["caller"] is None
    assert "4315550000" not in centre.stack.service.log.read_text()


def test_caller_with_a_number_of_forty_digits_is_served(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    call = caller.call(SALES, caller_id=FORTY_DIGITS)
    ringing = anna.wait_for_ring()
    assert ringing.caller_number == FORTY_DIGITS
    assert hear_only_each_other(call, ringing.answer())
    assert FORTY_DIGITS not in centre.stack.service.log.read_text()


def test_caller_whose_name_and_number_are_nonsense_is_served(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    before = centre.last_seq()
    call = caller.call(SALES, caller_id="%22%0D%0AX-Bad:%201')%20OR%201=1--", from_display='"><$(reboot) ü\\')
    ringing = anna.wait_for_ring()
    assert ringing.header("X-Bad") is None
    assert hear_only_each_other(call, ringing.answer())
    contact = centre.wait_fact("ContactArrived", after=before).fields["contact"]
    assert centre.explain(contact)["contact"] == contact
    call.hang_up()
    assert ending_of(centre, contact) == "served"


def test_garbage_on_the_sip_port_disturbs_nobody(centre: CallCentre) -> None:
    anna, caller = centre.agent("201", "desk1"), centre.caller()
    talked = talk(centre, caller, anna, OFFICE)
    before = centre.last_seq()
    with RawSip(centre.stack.ports.sip) as stranger:
        for datagram in (
            b"",
            b"\x00" * 1200,
            secrets.token_bytes(1400),
            b"INVITE sip:7400@127.0.0.1 SIP/2.0\r\n\r\n",
            b"INVITE " + b"A" * 60_000 + b" SIP/2.0\r\n\r\n",
            b"SIP/2.0 200 OK\r\n" + b"Via: x\r\n" * 2000 + b"\r\n",
            "BYE sip:7400@127.0.0.1 SIP/2.0\r\nCall-ID: " + talked.caller.sip_call_id + "\r\n\r\n",
        ):
            stranger.send(datagram)
        for method in ("INVITE", "BYE", "CANCEL", "REFER", "NOTIFY", "PRACK", "NONSENSE"):
            stranger.request(method, "sip:7400@127.0.0.1", headers="Content-Type: application/sdp", body="v=")
        assert stranger.is_alive()
    assert hear_only_each_other(talked.caller, talked.agent)
    assert centre.facts("ContactArrived", after=before) == []
    number = a_number()
    talked.agent.hang_up()
    caller.call(OFFICE, caller_id=number)
    anna.wait_for_ring()
