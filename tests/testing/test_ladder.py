from acd.testing.ladder import SipLadder, SipMessage
from acd.testing.protocol import Moment

MS = 1_000_000


def message(at_ms: float, text: str, *, sent: bool, phone: str = "agent") -> SipMessage:
    at = Moment(round(at_ms * MS), round(at_ms * MS))
    return SipMessage(at=at, phone=phone, sent=sent, peer="127.0.0.1:5060", text=text)


def request(method: str, call_id: str = "one") -> str:
    return (
        f"{method} sip:x@127.0.0.1 SIP/2.0\r\nCall-ID: {call_id}\r\nCSeq: 1 {method}\r\n\r\nReason: not here"
    )


def response(code: int, method: str) -> str:
    return f"SIP/2.0 {code} Whatever\r\ni: one\r\nCSeq: 1 {method}\r\nReason: Q.850;\r\n cause=16\r\n\r\n"


def test_requests_and_responses_are_told_apart() -> None:
    asked, answered = message(1, request("BYE"), sent=True), message(2, response(200, "BYE"), sent=False)
    assert (asked.method, asked.code, asked.name, asked.call_id) == ("BYE", 0, "BYE", "one")
    assert (answered.method, answered.code, answered.name) == ("BYE", 200, "200 (BYE)")
    assert answered.call_id == "one", "compact header names are the same headers"
    assert answered.header("reason") == "Q.850; cause=16", "a folded line is one line"
    assert asked.header("Reason") is None, "the body has no headers"


def test_a_ladder_is_in_order_and_can_be_asked() -> None:
    ladder = SipLadder([message(3, response(200, "INVITE"), sent=False)]) + SipLadder(
        [message(1, request("INVITE"), sent=True), message(2, request("INVITE", "two"), sent=False)]
    )
    assert [entry.at.mono_ns // MS for entry in ladder] == [1, 2, 3]
    assert [entry.at.mono_ns // MS for entry in ladder.all("INVITE")] == [1, 2]
    first = ladder.first("INVITE", after_ns=1 * MS)
    assert first is not None
    assert first.call_id == "two"
    assert ladder.first(200, sent=True) is None
    assert len(ladder.of_call("one")) == 2


def test_from_hanging_up_to_the_next_invite_phone_by_phone() -> None:
    ladder = SipLadder(
        [
            message(0, request("INVITE"), sent=False),
            message(10, request("BYE"), sent=True),
            message(11, response(200, "BYE"), sent=False),
            message(12, request("INVITE"), sent=False, phone="other"),
            message(14.5, request("INVITE"), sent=False),
            message(20, request("BYE"), sent=True, phone="other"),
            message(30, request("BYE"), sent=True),
            message(31, request("INVITE"), sent=False, phone="other"),
        ]
    )
    assert ladder.gaps_ms("BYE", "INVITE") == [4.5, 11.0]
