"""What callers have left is deleted when it was kept for long enough: Asterisk's file, and no other."""

from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.decisions import says
from tests.system.scene import ending_of
from tests.system.test_messages import ANNA, leave, listen

COMPANY = Path(__file__).parent / "messages.yaml"
OLDER_S = 100 * 86400
WITHIN_S = 10.0

AGE = """
UPDATE contact SET record = jsonb_set(record, '{life,at}', to_jsonb((record->'life'->>'at')::float - %s))
WHERE id = %s RETURNING record->'message'->'note'->>'recording'
"""


@pytest.fixture
def recordings(centre: CallCentre) -> Path:
    """Asterisk's folder."""
    return centre.stack.files.own / "spool" / "recording"


def test_a_recording_is_deleted_when_its_call_was_over_long_ago(centre: CallCentre, recordings: Path) -> None:
    closed = leave(centre)
    anna = centre.agent(ANNA, "desk1")
    listen(centre, anna, closed).press("1")
    assert ending_of(centre, closed.contact) == "handled"
    centre.order(ANNA, "notready")
    waits = leave(centre, "+436601234568")
    ((recording,),) = centre.query(AGE, OLDER_S, closed.contact)
    old = recordings / f"{recording}.wav"
    ((other,),) = centre.query(
        "SELECT record->'message'->'note'->>'recording' FROM contact WHERE id = %s", waits.contact
    )
    assert old.exists()
    centre.stack.service.stop()
    centre.stack.service.start()
    centre.wait_fact("RecordingDeleted", 20, contact=closed.contact, recording=recording)
    centre.until(lambda: None if old.exists() else True, WITHIN_S, "the file is gone")
    assert (recordings / f"{other}.wav").exists()
    assert not centre.facts("RecordingDeleted", contact=waits.contact)
    assert says(centre, closed.contact, "The recording is deleted: it was kept as long as recordings are.")
    centre.order(ANNA, "ready")
    listen(centre, anna, waits, "+436601234568").press("1")
    assert ending_of(centre, waits.contact) == "handled"
