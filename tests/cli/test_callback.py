"""`acd callback`: who is to be called back, cancelling, and numbers that are never called."""

from pathlib import Path

import pytest

from acd.model.fact import NoteBegan
from acd.model.ids import LegId, PlaybackId
from acd.model.message import KeyPressed, NoteRead, PlaybackEnded, RecordingEnded
from tests.cli.conftest import Acd
from tests.support.calls import call, hung_up
from tests.support.rehearsal import Rehearsal

COMPANY = Path(__file__).parents[1] / "system" / "callbacks.yaml"
SALES, CUSTOMER = "+43463555", "+436601234567"


@pytest.fixture
def agreed(acd: Acd, rehearsal: Rehearsal) -> str:
    """The contact of a customer who is to be called back."""
    assert acd("apply", str(COMPANY)).code == 0
    rehearsal.hear(call(SALES, caller=CUSTOMER))
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(hung_up())
    return "c1-1"


def test_who_is_to_be_called_back_is_listed_and_cancelled(acd: Acd, agreed: str) -> None:
    table = acd("callback", "list").out.splitlines()
    assert table[0].split() == [
        "Contact",
        "Number",
        "Queue",
        "State",
        "Not",
        "before",
        "Until",
        "Note",
        "Missed",
    ]
    assert table[1].split()[:5] == [agreed, CUSTOMER, "sales", "due", "-"]
    assert table[2] == "Times of Europe/Vienna."
    (one,) = acd("callback", "list", "--json").json
    assert (one["contact"], one["state"], one["misses"]) == (agreed, "due", [])
    told = acd("status").out
    assert "0 calls, 1 to be called back." in told
    assert "Of those who wait in Sales: 1 to be called back." in told
    ran = acd("callback", "cancel", agreed, "--author", "boss")
    assert (ran.code, ran.out) == (0, f"The callback {agreed} to {CUSTOMER} is cancelled.\n")
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    assert "not called any more: it was cancelled by boss" in acd("explain", agreed).out


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (None, "back: the number is withheld"),
        ("anonymous", "back at anonymous: no numbering plan knows it"),
        ("0316144", "back at 0316144: it is that of an emergency service"),
        ("0900123456", "back at 0900123456: it is no ordinary number, but such as of a premium"),
        ("+4930123456", "back at +4930123456: it is of a country that is not called"),
        (SALES, f"back at {SALES}: it is the company's own"),
    ],
)
def test_a_story_says_why_the_caller_was_not_asked_whether_the_number_is_right(
    acd: Acd, rehearsal: Rehearsal, number: str | None, why: str
) -> None:
    assert acd("apply", str(COMPANY.with_name("callback_number.yaml"))).code == 0
    rehearsal.hear(call(SALES, caller=number))
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"))
    told = acd("explain", "c1-1").out
    assert f"The customer cannot be called {why}" in told
    assert "(confirm)" in told


def test_nothing_is_said_of_the_rest_of_a_wait_that_is_not_to_end_yet(
    acd: Acd, rehearsal: Rehearsal, agreed: str
) -> None:
    assert "The rest of its wait: " in acd("explain", agreed).out
    rehearsal.hear(call(SALES, caller=CUSTOMER, leg="call-2"))
    told = acd("explain", agreed).out
    assert f"is to be called back at {CUSTOMER}, not before " in told
    assert "The rest of its wait" not in told


def test_a_note_is_listed_with_the_name_of_its_recording(acd: Acd, rehearsal: Rehearsal) -> None:
    assert acd("apply", str(COMPANY.with_name("voice_note.yaml"))).code == 0
    rehearsal.hear(call(SALES, caller=CUSTOMER))
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(PlaybackEnded(playback=PlaybackId("c1-1-p2")))
    (began,) = [
        fact
        for batch in rehearsal.service.journal.batches
        for entry in batch.entries
        for fact in entry.facts
        if isinstance(fact, NoteBegan)
    ]
    contact, recording = began.contact, began.recording
    rehearsal.hear(RecordingEnded(recording=recording, length_s=7.0))
    rehearsal.hear(hung_up())
    rehearsal.hear(NoteRead(contact=contact, recording=recording, text="It is cold."))
    assert "  7.0 s  " in acd("callback", "list").out
    (one,) = acd("callback", "list", "--json").json
    assert one["voice_note"] == {"recording": recording, "length_s": 7.0, "text": "It is cold."}
    assert "has left a note for the agent, of 7.0 s." in acd("explain", contact).out


def test_what_cannot_be_cancelled_says_why(acd: Acd, agreed: str, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(SALES, leg="call-2", caller="+436607654321"))
    (waits,) = (one for one in acd("status", "--json").json["contacts"] if one["where"] == "waiting")
    ran = acd("callback", "cancel", waits["id"])
    assert ran.code == 2
    assert ran.err == f"The callback {waits['id']} cannot be cancelled: no callback was agreed for it.\n"
    ran = acd("callback", "cancel", "c9-9")
    assert ran.code == 2
    assert "There is no callback c9-9, or it is over; `acd callback list` names" in ran.err


def test_a_number_is_put_on_the_list_and_whoever_waits_there_is_not_called(acd: Acd, agreed: str) -> None:
    assert acd("callback", "refused").out == "No number is on the do-not-call list.\n"
    ran = acd("callback", "refuse", "0660 1234567", "--note", "Rang up twice", "--author", "boss")
    assert (ran.code, ran.out) == (0, f"{CUSTOMER} is not called back until further notice.\n")
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    assert "not called any more: the number is on the do-not-call list" in acd("explain", agreed).out
    table = acd("callback", "refused").out.splitlines()
    assert table[0].split() == ["Number", "Note", "From", "Until", "Entered", "by"]
    assert table[1].startswith(f"{CUSTOMER}  Rang up twice")
    assert table[1].endswith("further notice  boss")
    (one,) = acd("callback", "refused", "--json").json
    assert one["edit"] == {"type": "refusal", "number": CUSTOMER}
    for command in ("absence", "incident"):
        assert one["id"] not in acd(command, "list").out
    assert CUSTOMER not in acd("status").out, "there may be thousands of them"
    ran = acd("absence", "end", one["id"])
    assert (ran.code, ran.err) == (
        2,
        f"{one['id']} is a number on the do-not-call list: `acd callback allow` takes it off.\n",
    )


@pytest.mark.parametrize(
    ("number", "whole", "why"),
    [
        ("112", "+43112", "it is that of an emergency service"),
        ("0316 144", "+43316144", "it is that of an emergency service"),
        ("0900 123456", "+43900123456", "it is no ordinary number"),
        ("+4930123456", "+4930123456", "it is of a country that is not called"),
        (SALES, SALES, "it is the company's own"),
        ("0999 9999999", "+439999999999", "no numbering plan knows it"),
    ],
)
def test_of_a_number_that_is_never_called_anyway_the_list_says_why(
    acd: Acd, agreed: str, number: str, whole: str, why: str
) -> None:
    assert agreed
    first, second = acd("callback", "refuse", number).out.splitlines()
    assert first == f"{whole} is not called back until further notice."
    assert second.startswith(f"It is never called anyway: {why}")
    assert whole in acd("callback", "refused").out, "it is kept: the company file may allow it one day"


def test_where_nobody_is_called_back_a_number_on_the_list_is_not_either(acd: Acd) -> None:
    told = acd("callback", "refuse", CUSTOMER).out.splitlines()
    assert told[1:] == ["It is never called anyway: the company calls nobody back."]
    assert acd("callback", "refuse", CUSTOMER, "--json").json["never_called"] == "nobody"


def test_a_number_is_taken_off_the_list(acd: Acd, agreed: str, rehearsal: Rehearsal) -> None:
    assert agreed
    acd("callback", "refuse", CUSTOMER, "--until", "+2h")
    acd("callback", "refuse", CUSTOMER)
    rehearsal.hear(call(SALES, leg="call-2", caller=CUSTOMER))
    rehearsal.hear(KeyPressed(leg=LegId("call-2"), key="1"))
    assert acd("callback", "list").out == "Nobody is to be called back.\n", "it was not agreed"
    ran = acd("callback", "allow", "06601234567", "--author", "boss")
    assert (ran.code, ran.out) == (0, f"{CUSTOMER} may be called back again.\n")
    assert acd("callback", "refused").out == "No number is on the do-not-call list.\n"
    rehearsal.hear(call(SALES, leg="call-3", caller=CUSTOMER))
    rehearsal.hear(KeyPressed(leg=LegId("call-3"), key="1"))
    rehearsal.hear(hung_up("call-3"))
    (one,) = acd("callback", "list", "--json").json
    assert one["number"] == CUSTOMER


def test_what_is_no_number_and_what_is_not_on_the_list(acd: Acd, agreed: str) -> None:
    assert agreed
    for command in ("refuse", "allow"):
        ran = acd("callback", command, "Mr Miller")
        assert ran.code == 2
        assert "Mr Miller is no telephone number: write it with its country" in ran.err
    ran = acd("callback", "allow", "+4930123456")
    assert ran.code == 2
    assert "+4930123456 is not on the do-not-call list; `acd callback refused` names" in ran.err


def test_a_number_of_the_company_file_stays_on_the_list(acd: Acd, agreed: str, tmp_path: Path) -> None:
    assert agreed
    text = COMPANY.read_text(encoding="utf-8").replace(
        "briefing: about", 'briefing: about\n  never: ["+436605550000"]'
    )
    changed = tmp_path / "company.yaml"
    changed.write_text(
        text.replace("folder: sounds/hum", f"folder: {COMPANY.parent}/sounds/hum"), encoding="utf-8"
    )
    assert acd("apply", str(changed)).code == 0
    ran = acd("callback", "allow", "+436605550000")
    assert ran.code == 2
    assert "+436605550000 stands in the company file, under never: of callbacks:." in ran.err
