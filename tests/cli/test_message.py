"""`acd message`: what was left for somebody to listen to."""

from pathlib import Path

import pytest

from acd.model.ids import LegId, PlaybackId, RecordingId
from acd.model.message import KeyPressed, PlaybackEnded, RecordingEnded
from tests.cli.conftest import Acd
from tests.support.calls import call, hung_up
from tests.support.rehearsal import Rehearsal

COMPANY = Path(__file__).parents[1] / "system" / "messages.yaml"
SALES, CUSTOMER = "+43463555", "+436601234567"


@pytest.fixture
def recorded(acd: Acd, rehearsal: Rehearsal) -> str:
    """The contact of somebody who speaks after the tone: the name of the recording."""
    assert acd("apply", str(COMPANY)).code == 0
    rehearsal.hear(call(SALES, caller=CUSTOMER))
    rehearsal.hear(KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(PlaybackEnded(playback=PlaybackId("c1-1-g1")))
    entries = acd("explain", "c1-1", "--json").json["entries"]
    facts = [fact for entry in entries for fact in entry["facts"]]
    return next(str(fact["recording"]) for fact in facts if fact["type"] == "RecordingBegan")


def test_what_was_left_is_listed_and_counted(acd: Acd, recorded: str, rehearsal: Rehearsal) -> None:
    assert acd("message", "list").out == "There is no message that nobody has closed.\n"
    (one,) = acd("status", "--json").json["contacts"]
    assert one["where"] == "recording"
    rehearsal.hear(RecordingEnded(recording=RecordingId(recorded), length_s=12.0))
    rehearsal.hear(hung_up())
    table = acd("message", "list").out.splitlines()
    assert table[0].split() == [
        "Contact", "Number", "Left", "Length", "Queue", "State", "Agent", "Recording",
    ]  # fmt: skip
    row = table[1].split()
    assert (row[:2], row[-1]) == (["c1-1", CUSTOMER], recorded)
    assert row[-4:-1] == ["sales", "waiting", "-"]
    assert table[2] == "Times of Europe/Vienna."
    (one,) = acd("message", "list", "--json").json
    assert (one["contact"], one["length_s"], one["state"], one["text"]) == ("c1-1", 12.0, "waiting", None)
    assert "1 message" in acd("status").out
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    assert "It is a message of 12.0 s, for an agent to listen to." in acd("explain", "c1-1").out
