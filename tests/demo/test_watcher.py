"""What the table says when the service cannot be asked."""

from pathlib import Path

from acd.demo.watcher import first_sentence
from acd.web.client import ServiceNotRunning


def test_a_path_with_dots_is_told_to_its_end_and_the_remedy_is_not() -> None:
    nobody = ServiceNotRunning(Path("/run/acd.d/control.sock"))
    assert first_sentence(nobody) == "No service listens on /run/acd.d/control.sock."


def test_what_has_one_sentence_is_told_as_it_is() -> None:
    assert (
        first_sentence(OSError("No such file")) == first_sentence(OSError("No such file.")) == "No such file."
    )
