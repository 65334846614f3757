"""A program of the administrator's writes down what was left; one that fails takes nothing away."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from acd.cli.root import main
from acd.testing.call_centre import CallCentre
from acd.testing.phone import Phone
from tests.system.decisions import says
from tests.system.scene import ending_of
from tests.system.test_messages import ANNA, COMPANY, leave, listen
from tests.system.trouble import logged

OTHER = "+436601234568"
FAILED = "a message was not transcribed"
WITHIN_S = 10.0

PROGRAM = """
import sys, time, wave
from pathlib import Path
while Path(__file__).with_name("slow").exists():
    time.sleep(0.05)
if Path(__file__).with_name("broken").exists():
    sys.exit("there is no model")
with wave.open(sys.argv[-1]) as sound:
    print(*sys.argv[1:-1], f"{sound.getnframes() / sound.getframerate():.1f} s")
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Writes its arguments and how long the sound is; fails while a file `broken` is beside it, and is not
    done while there is one `slow`.
    """
    file = tmp_path_factory.mktemp("program") / "transcribe.py"
    file.write_text(PROGRAM, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, program: Path) -> Iterator[CallCentre]:
    command = json.dumps([sys.executable, str(program), "heard", "for"])
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY, ACD_TRANSCRIBE=command) as centre:
        yield centre


@pytest.fixture
def slow(program: Path) -> Iterator[Path]:
    """The program is not done while this file is there."""
    file = program.with_name("slow")
    file.touch()
    yield file
    file.unlink(missing_ok=True)


@pytest.fixture
def broken(program: Path) -> Iterator[Path]:
    """The program fails while this file is there."""
    file = program.with_name("broken")
    file.touch()
    yield file
    file.unlink(missing_ok=True)


def listed(centre: CallCentre, contact: str) -> dict[str, Any]:
    """What `acd message list --json` says of it."""
    words = ["message", "list", "--json", "--socket", str(centre.stack.control_socket)]
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    (found,) = [one for one in json.loads(ran.stdout) if one["contact"] == contact]
    return dict(found)


def wait_failure(centre: CallCentre, contact: str) -> str:
    """Why the program has failed, as the log says."""

    def look() -> str | None:
        found = [line["reason"] for line in logged(centre, FAILED) if line["contact"] == contact]
        return found[0] if found else None

    return centre.until(look, WITHIN_S, "a line in the log")


def close(centre: CallCentre, anna: Phone, contact: str) -> None:
    """By the key of the agent who listens."""
    anna.calls[-1].press("1")
    assert ending_of(centre, contact) == "handled"


def test_what_it_has_understood_is_in_the_list_and_in_the_story(centre: CallCentre) -> None:
    waiting = leave(centre)
    read = centre.wait_fact("MessageTranscribed", WITHIN_S, contact=waiting.contact)
    found = listed(centre, waiting.contact)
    assert found["text"] == read.fields["text"]
    words, length_s = found["text"].removesuffix(" s").rsplit(" ", 1)
    assert words == "heard for"
    silence_s = float(length_s) - found["length_s"]
    assert 0 <= silence_s < 2, "it was given what the caller has said, and the silence at its end"
    assert says(centre, waiting.contact, f"A program has understood the message so: “{found['text']}”.")
    anna = centre.agent(ANNA, "desk1")
    listen(centre, anna, waiting)
    close(centre, anna, waiting.contact)


def test_where_it_fails_the_message_is_listened_to_without_it(centre: CallCentre, broken: Path) -> None:
    waiting = leave(centre, OTHER)
    assert "there is no model" in wait_failure(centre, waiting.contact)
    assert listed(centre, waiting.contact)["text"] is None
    anna = centre.agent(ANNA, "desk1")
    listen(centre, anna, waiting, OTHER)
    close(centre, anna, waiting.contact)
    assert broken.exists()
    assert not centre.facts("MessageTranscribed", contact=waiting.contact)


def test_what_it_understands_when_the_message_is_closed_already_is_in_the_story(
    centre: CallCentre, slow: Path
) -> None:
    waiting = leave(centre)
    anna = centre.agent(ANNA, "desk1")
    listen(centre, anna, waiting)
    close(centre, anna, waiting.contact)
    assert not centre.facts("MessageTranscribed", contact=waiting.contact)
    slow.unlink()
    read = centre.wait_fact("MessageTranscribed", WITHIN_S, contact=waiting.contact)
    understood = f"A program has understood the message so: “{read.fields['text']}”."
    assert says(centre, waiting.contact, "The message was listened to and closed.", understood)


def test_what_nobody_has_closed_is_written_down_after_the_next_start(
    centre: CallCentre, broken: Path
) -> None:
    waiting = leave(centre)
    wait_failure(centre, waiting.contact)
    broken.unlink()
    centre.stack.service.stop()
    centre.stack.service.start()
    centre.wait_fact("MessageTranscribed", WITHIN_S, contact=waiting.contact)
    assert listed(centre, waiting.contact)["text"].startswith("heard for ")
    anna = centre.agent(ANNA, "desk1")
    listen(centre, anna, waiting)
    close(centre, anna, waiting.contact)
