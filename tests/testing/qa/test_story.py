"""How a story is told, from what phones and the service have noted."""

from pathlib import Path

from acd.testing.ladder import SipLadder, SipMessage
from acd.testing.protocol import Moment
from acd.testing.qa.kept import folder_of
from acd.testing.qa.story import CallStory, Event, told_messages

REFUSED = "SIP/2.0 401 Unauthorized\r\nCall-ID: a\r\nCSeq: 1 INVITE\r\n\r\n"


def message(at_ns: int, text: str, *, sent: bool) -> SipMessage:
    return SipMessage(at=Moment(at_ns, at_ns), phone="caller", sent=sent, peer="asterisk", text=text)


def request(method: str, call: str = "a", number: int = 1) -> str:
    return f"{method} sip:5100@here SIP/2.0\r\nCall-ID: {call}\r\nCSeq: {number} {method}\r\n\r\n"


def test_of_the_sip_messages_those_are_told_that_people_speak_of() -> None:
    ladder = SipLadder(
        [
            message(1, request("REGISTER", "r"), sent=True),
            message(2, request("INVITE"), sent=True),
            message(3, REFUSED, sent=False),
            message(4, request("ACK"), sent=True),
            message(5, request("INVITE", number=2), sent=True),
            message(6, "SIP/2.0 100 Trying\r\nCall-ID: a\r\nCSeq: 2 INVITE\r\n\r\n", sent=False),
            message(7, "SIP/2.0 200 OK\r\nCall-ID: a\r\nCSeq: 2 INVITE\r\n\r\n", sent=False),
            message(8, request("BYE", number=3), sent=True),
        ]
    )
    assert [(one.at.mono_ns, one.name) for one in told_messages(ladder)] == [
        (5, "INVITE"),
        (7, "200 (INVITE)"),
        (8, "BYE"),
    ]


def test_story_has_seconds_since_its_beginning_and_ends_with_who_still_waits() -> None:
    story = CallStory(
        events=(
            Event(at_ns=2_000_000_000, who="caller", kind="does", text="dials 5100"),
            Event(at_ns=3_500_000_000, who="acd", kind="decides", text="The way leads to Sales."),
        ),
        now=("caller still waits.",),
    )
    assert story.text().splitlines() == [
        "   0.000  caller  dials 5100",
        "   1.500  acd     The way leads to Sales.",
        "",
        "caller still waits.",
    ]


def test_test_without_a_call_has_a_story_too() -> None:
    assert CallStory(events=(), now=()).text() == "(nothing happened)"


def test_what_is_kept_of_a_test_lies_in_a_folder_by_its_name() -> None:
    root = Path("traces")
    assert folder_of(root, "calls/test_menu.py::test_key[de/1]") == root / "calls-test_menu.py--test_key-de-1"
    assert len(folder_of(root, "x" * 300).name) <= 100
