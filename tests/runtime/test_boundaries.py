"""Faults on purpose: how they are written, and that they happen at the boundary that they name, once."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from acd.model.command import AnswerLeg, Command, EndLeg
from acd.model.fact import AgentLoggedOut
from acd.model.ids import AgentId, LegId
from acd.runtime.boundaries import Boundaries, Boundary, Fault, fault
from acd.runtime.ports import Batch, Entry
from tests.support.memory_journal import MemoryJournal
from tests.support.noting_performer import NotingPerformer

ANSWER: Command = AnswerLeg(leg=LegId("call-1"))
END: Command = EndLeg(leg=LegId("call-1"))
LOGGED_OUT = Batch(
    rows=(), entries=(Entry(at=1.0, facts=(AgentLoggedOut(agent=AgentId("201"), reason=""),)),)
)
NOTHING = Batch(rows=(), entries=())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "kill:before-commit:1",
            Fault(act=signal.SIGKILL, boundary=Boundary.BEFORE_COMMIT, number=1),
        ),
        (
            "stop:after-commit:12:OfferOpened",
            Fault(act=signal.SIGSTOP, boundary=Boundary.AFTER_COMMIT, number=12, kind="OfferOpened"),
        ),
        (
            "stop:after-send:3:Ring",
            Fault(act=signal.SIGSTOP, boundary=Boundary.AFTER_SEND, number=3, kind="Ring"),
        ),
    ],
)
def test_a_fault_is_read(text: str, meant: Fault) -> None:
    assert fault(text) == meant


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "write ACT:BOUNDARY:N"),
        ("kill", "write ACT:BOUNDARY:N"),
        ("kill:before-commit", "write ACT:BOUNDARY:N"),
        ("kill:before-commit:0", "write ACT:BOUNDARY:N"),
        ("kill:before-commit:1:", "write ACT:BOUNDARY:N"),
        ("kill:before-commit:1:OfferOpened:x", "write ACT:BOUNDARY:N"),
        ("burn:before-commit:1", "write ACT:BOUNDARY:N"),
        ("kill:before-lunch:1", "write ACT:BOUNDARY:N"),
        ("kill:before-commit:1:Ring", "TYPE is one of .*OfferOpened"),
        ("kill:before-send:1:OfferOpened", "TYPE is one of .*Ring"),
    ],
)
def test_what_makes_no_sense_would_never_happen_and_is_refused(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        fault(text)


class Woken:
    """A fault that happens and is over at once: SIGSTOP as a process sees it that was woken."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        self.written_by_then: list[int] = []
        """How much was committed, each time that the fault has happened."""
        monkeypatch.setattr("acd.runtime.boundaries.signal.pthread_kill", self._strike)
        self._boundaries = Boundaries(fault(text))
        self._journal = MemoryJournal()
        self._performer = NotingPerformer()
        self.journal = self._boundaries.journal(self._journal)
        self.performer = self._boundaries.performer(self._performer)

    def _strike(self, _thread: int, act: int) -> None:
        assert act == signal.SIGSTOP
        self.written_by_then.append(len(self._journal.batches))

    def happened(self) -> int:
        return len(self.written_by_then)

    @property
    def sent(self) -> list[Command]:
        return self._performer.commands


@pytest.mark.parametrize(("boundary", "written"), [("before-commit", 1), ("after-commit", 2)])
async def test_a_commit_has_two_sides_and_a_fault_happens_once(
    monkeypatch: pytest.MonkeyPatch, boundary: str, written: int
) -> None:
    woken = Woken(monkeypatch, f"stop:{boundary}:2")
    for batch in (NOTHING, LOGGED_OUT, LOGGED_OUT):
        await woken.journal.commit(batch)
    assert woken.written_by_then == [written]


async def test_only_commits_with_the_fact_that_is_named_count(monkeypatch: pytest.MonkeyPatch) -> None:
    woken = Woken(monkeypatch, "stop:before-commit:1:AgentLoggedOut")
    await woken.journal.commit(NOTHING)
    assert woken.happened() == 0
    await woken.journal.commit(LOGGED_OUT)
    assert woken.happened() == 1


async def test_before_a_command_is_sent_and_after_the_link_has_had_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = Woken(monkeypatch, "stop:before-send:1:EndLeg")
    before.performer.perform(ANSWER)
    assert before.happened() == 0
    before.performer.perform(END)
    assert before.happened() == 1
    assert before.sent == [ANSWER, END]
    after = Woken(monkeypatch, "stop:after-send:1:EndLeg")
    after.performer.perform(END)
    assert after.happened() == 0
    await asyncio.sleep(0)
    assert after.happened() == 1


KILLS_ITSELF = """
from acd.runtime.boundaries import Boundaries, Boundary, fault
boundaries = Boundaries(fault("{act}:before-send:2"))
boundaries.cross(Boundary.BEFORE_SEND, ["Ring"])
print("once", flush=True)
boundaries.cross(Boundary.BEFORE_SEND, ["Ring"])
print("woken", flush=True)
"""


def test_the_process_kills_itself() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", KILLS_ITSELF.format(act="kill")], capture_output=True, text=True, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert ended.stdout.splitlines()[0] == "once"
    assert "a fault for a test" in ended.stdout
    assert "woken" not in ended.stdout


def test_the_process_stops_itself_and_goes_on_when_it_is_woken() -> None:
    command = [sys.executable, "-c", KILLS_ITSELF.format(act="stop")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as stopped:
        _, status = os.waitpid(stopped.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        stopped.send_signal(signal.SIGCONT)
        assert stopped.stdout is not None
        assert stopped.stdout.read().splitlines()[-1] == "woken"
