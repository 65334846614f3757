"""What the table says when the service cannot be asked, and what agents see."""

from pathlib import Path

from acd.demo.watcher import Floor, Watcher, first_sentence
from acd.model.ids import AgentId
from acd.model.overlay import Absence
from acd.web.bodies import NewOverlay
from acd.web.client import ControlClient, ServiceNotRunning
from tests.demo.conftest import SIGNS
from tests.support.rehearsal import Rehearsal


def test_a_path_with_dots_is_told_to_its_end_and_the_remedy_is_not() -> None:
    nobody = ServiceNotRunning(Path("/run/acd.d/control.sock"))
    assert first_sentence(nobody) == "No service listens on /run/acd.d/control.sock."


def test_what_has_one_sentence_is_told_as_it_is() -> None:
    assert (
        first_sentence(OSError("No such file")) == first_sentence(OSError("No such file.")) == "No such file."
    )


def test_whoever_is_absent_looks_at_no_screen_and_so_is_not_back_at_once(rehearsal: Rehearsal) -> None:
    with ControlClient(rehearsal.control_socket) as client:
        client.enter(NewOverlay(edit=Absence(agent=AgentId("202")), reason="Ill", author="Sup"))
    no_facts = Floor(control_socket=rehearsal.control_socket, dsn="host=/nowhere", name="main")
    watcher = Watcher(no_facts, SIGNS, show=lambda *_: None, talk_heard=lambda _: None)
    watcher.start()
    try:
        assert watcher.wait_status(lambda status: bool(status.in_force), 20.0)
        assert watcher.agent("202", 0.0) is None
        assert watcher.agent("201", 0.0) is not None
    finally:
        watcher.stop()
