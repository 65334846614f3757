"""A real demo, on the real embedded stack: people phone, the table shows what the books say, and it ends."""

import codecs
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from acd.demo import party
from acd.demo.decisions import Decision
from acd.demo.party import Options, Party
from acd.demo.picture import Picture
from acd.kpi.contact_books import contact_intervals
from acd.kpi.figures import asa_s
from acd.kpi.intervals import ContactBucket
from acd.kpi.visits import Result, visits
from acd.lab.ports import Ports, check_free, free_ports
from acd.lab.stack import Stack
from acd.model.fact import ContactArrived, OfferFailed, OfferOpened
from acd.testing.call_centre import CallCentre
from acd.testing.rack import PhoneRack
from tests.demo.conftest import lines
from tests.lab.processes import ended
from tests.system.books import entries, live_rows, untruths
from tests.system.conftest import COMPANY

pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]

CALLS = 8
SETTLED_S = 0.7
"""A stage that began so long before a look, and lasts until after it, must be what the table shows."""
SHOWN = {
    ContactBucket.WAITING: "waits in ",
    ContactBucket.TALKING: "talks with ",
    ContactBucket.MENU: "hears “",
}


class Album:
    """Keeps every picture, and shows nothing."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self.decided: list[Decision] = []

    def begin(self) -> None: ...

    def end(self) -> None: ...

    def show(self, picture: Picture, fresh: list[Decision]) -> None:
        self.pictures.append(picture)
        self.decided += fresh


@pytest.fixture
def album(monkeypatch: pytest.MonkeyPatch) -> Album:
    kept = Album()
    monkeypatch.setattr(party, "show_on", lambda console: kept)
    return kept


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[CallCentre]:
    with CallCentre(tmp_path, COMPANY) as running:
        yield running


def test_eight_calls_are_in_the_books_on_the_table_and_in_the_summary(
    centre: CallCentre, album: Album
) -> None:
    assert isinstance(centre.stack, Stack)
    over, said = threading.Event(), StringIO()
    options = Options(agents=3, callers=4, calls=CALLS, seed=5, pace=6)
    guests = Party(Console(file=said, width=200), options, floor="main", end=over.set)
    try:
        guests.come(centre.stack, centre.company)
        assert over.wait(90)
    finally:
        guests.leave()

    centre.until(lambda: not centre.channels() or None, 10, "no channel left")
    centre.until(lambda: not live_rows(centre) or None, 10, "nothing open in the books, nobody logged in")
    assert untruths(centre) == []
    the_summary_is_true(centre, said.getvalue())
    the_table_was_true(centre, album)
    decided = Counter(decision.text.split(" (")[0].split(" to ")[0] for decision in album.decided)
    assert decided["Offered"] == len(centre.facts("OfferOpened"))


def the_summary_is_true(centre: CallCentre, said: str) -> None:
    told = entries(centre)
    found = visits(told)
    answered = [visit for visit in found if visit.result is Result.ANSWERED]
    arrived = sum(isinstance(fact, ContactArrived) for entry in told for fact in entry.facts)
    opened = sum(isinstance(fact, OfferOpened) for entry in told for fact in entry.facts)
    failed = sum(isinstance(fact, OfferFailed) for entry in told for fact in entry.facts)
    assert arrived == CALLS
    assert answered
    assert f"{CALLS} calls came in, {len(found)} of them to a queue:" in said
    assert f"{len(answered)} served, after {asa_s(found):.1f} s of waiting on average" in said
    assert f"{len(found) - len(answered)} gave up while waiting" in said
    assert re.search(rf"\b{opened}  offered to an agent", said)
    assert bool(failed) == ("the caller kept the place" in said)
    example = re.search(r"acd explain (c\S+)", said)
    assert example is not None
    assert centre.explain(example[1])["entries"]


def the_table_was_true(centre: CallCentre, album: Album) -> None:
    """Each stage that lasted around a look is what the line of that caller says; each agent likewise."""
    callers = {fact.fields["contact"]: fact.fields["caller"] for fact in centre.facts("ContactArrived")}
    names = {number: agent.name for number, agent in centre.company.agents.items()}
    compared: Counter[ContactBucket] = Counter()
    for picture in album.pictures:
        shown = lines(picture, 120, 60)
        for one in contact_intervals(entries(centre)):
            around = one.began_at + SETTLED_S < picture.asked_at and picture.at < one.ended_at
            if not around or one.bucket not in SHOWN:
                continue
            (line,) = [line for line in shown if line.startswith(callers[one.owner])]
            words = SHOWN[one.bucket] + (names[one.agent] if one.agent else "")
            assert words in line, (picture.at, one, shown)
            if one.agent:
                assert any(
                    names[one.agent] in line and f"talks with {callers[one.owner]}" in line for line in shown
                )
            compared[one.bucket] += 1
    assert compared[ContactBucket.TALKING] > 5
    assert compared.total() > 10


def test_on_a_terminal_there_is_a_table_one_can_join_in_and_sigterm_ends_it_in_order(tmp_path: Path) -> None:
    ports = free_ports()
    with demo_on_a_terminal(tmp_path, ports) as (demo, terminal), PhoneRack(ports.sip) as rack:
        welcome = terminal.read_until("Ctrl-C ends everything")
        invited = re.search(r"call +account (\w+), password (\w+): dial (\d+)", welcome)
        free = re.search(
            r"answer account (\w+), password (\w+): dial (\S+),\s+key in (\S+), then dial (\S+), .* Anna",
            welcome,
        )
        assert invited is not None
        assert free is not None
        terminal.read_until("WHAT WAS DECIDED, AND WHY")
        terminal.read_until("free")
        call = rack.phone(invited[1], invited[2]).call(invited[3], caller_id="5550100")
        call.wait_answered()
        call.press("1")
        terminal.read_until("talks with 5550100")
        desk = rack.phone(free[1], free[2])
        keyed = desk.call(free[3])
        keyed.wait_answered()
        keyed.press(free[4])
        keyed.wait_ended(within_s=20)
        desk.call(free[5]).wait_ended(within_s=20)
        terminal.read_until(" Anna ")

        phones = children_of(demo.pid)
        assert len(phones) >= 3
        demo.send_signal(signal.SIGTERM)
        last = terminal.read_until("Everything has ended")
        assert re.search(r"\d+ calls? came in", last)
        assert demo.wait(30) == 0
        assert all(ended(pid) for pid in phones)
    check_free(ports)


@contextmanager
def demo_on_a_terminal(
    tmp_path: Path, ports: Ports
) -> Iterator[tuple["subprocess.Popen[bytes]", "Terminal"]]:
    """A demo with two agents and two callers, as `make run DEMO=1` starts it."""
    environment = {
        **os.environ,
        "TERM": "xterm",
        "COLUMNS": "200",
        "LINES": "40",
        "ACD_VAR": str(tmp_path / "var"),
        **ports.settings(),
        "DEMO_PACE": "6",
    }
    command = [sys.executable, "-m", "acd.demo", str(COMPANY), "--agents", "2", "--callers", "2"]
    ours, theirs = pty.openpty()
    demo = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    terminal = Terminal(ours)
    try:
        yield demo, terminal
    finally:
        demo.kill()
        demo.wait()
        terminal.close()


class Terminal:
    """What a person at the other end of a pseudo-terminal sees go by."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._said = ""
        self._is_over = False
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def read_until(self, words: str, within_s: float = 60.0) -> str:
        """Everything up to these words; what comes after is for the next question."""
        with self._changed:
            self._changed.wait_for(lambda: words in self._said or self._is_over, within_s)
            assert words in self._said, f"it never said {words!r}, but:\n{self._said}"
            before, _, self._said = self._said.partition(words)
        return before

    def close(self) -> None:
        """The program has ended."""
        self._reader.join()
        os.close(self._descriptor)

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")()
        chunk = b"-"
        while chunk:
            try:
                chunk = os.read(self._descriptor, 65_536)
            except OSError:  # nobody has the other end any more
                chunk = b""
            with self._changed:
                self._said += decoder.decode(chunk)
                self._is_over = not chunk
                self._changed.notify_all()


def children_of(pid: int) -> list[int]:
    """The processes that a process has started itself."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text(encoding="ascii").split()]
