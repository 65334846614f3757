"""Sums and the summary, from what is committed."""

from acd.demo.ledger import Ledger
from acd.demo.show import line_of
from acd.demo.summary import summary
from acd.model.contact import Ending
from acd.model.ids import LegId
from acd.model.message import KeyPressed
from acd.runtime.ports import Entry
from acd.web.client import ControlClient
from tests.demo.conftest import SIGNS
from tests.support.calls import DIRECT, MENU, answered, call, declined, hung_up, ringing
from tests.support.rehearsal import Rehearsal


def three_calls(rehearsal: Rehearsal) -> tuple[Entry, ...]:
    """One is served at the second ring, one gives up waiting, one leaves in the menu."""
    with ControlClient(rehearsal.control_socket) as client:
        for agent, desk in (("201", "desk1"), ("202", "desk2")):
            client.log_in(agent, desk)
            client.go_ready(agent)
    rehearsal.hear(call(MENU, leg="call-1"), KeyPressed(leg=LegId("call-1"), key="1"))
    rehearsal.hear(*ringing("o1-2"), declined("o1-2", 21))
    rehearsal.hear(*ringing("o1-3"), *answered("o1-3"))
    rehearsal.hear(call(DIRECT, leg="call-2"), hung_up("call-2"))
    rehearsal.hear(call(MENU, leg="call-3"), hung_up("call-3"))
    rehearsal.hear(hung_up("call-1"), hung_up("o1-3-leg"))
    return rehearsal.service.journal.entries


def test_sums_are_those_of_the_books(rehearsal: Rehearsal) -> None:
    ledger = Ledger()
    ledger.read(three_calls(rehearsal), SIGNS.names)
    sums = ledger.sums()
    assert (sums.arrived, sums.offered, sums.served, sums.abandoned) == (3, 2, 1, 1)
    assert sums.endings == {Ending.SERVED: 1, Ending.ABANDONED: 1, Ending.LEFT_IN_MENU: 1}
    assert sums.mean_wait_s is not None
    assert 0 < sums.mean_wait_s < 60
    assert sums.example == "c1-1"  # it was offered twice
    assert ledger.calls == {}


def test_read_bit_by_bit_they_are_the_same(rehearsal: Rehearsal) -> None:
    entries = three_calls(rehearsal)
    at_once, bit_by_bit = Ledger(), Ledger()
    decided = at_once.read(entries, SIGNS.names)
    assert [one for entry in entries for one in bit_by_bit.read([entry], SIGNS.names)] == decided
    assert bit_by_bit.sums() == at_once.sums()


def test_the_summary_says_what_became_of_the_calls_and_which_one_to_look_at(rehearsal: Rehearsal) -> None:
    ledger = Ledger()
    ledger.read(three_calls(rehearsal), SIGNS.names)
    told = "\n".join(summary(ledger.sums()))
    for words in (
        "3 calls came in, 2 of them to a queue:",
        "1 served, after ",
        "1 gave up while waiting",
        "1 call hung up before entering a queue.",
        "2  sent to a queue",
        "acd explain c1-1",
    ):
        assert words in told


def test_a_demo_without_calls_has_a_summary_too() -> None:
    assert next(summary(Ledger().sums())) == "0 calls came in, 0 of them to a queue:"


def test_a_call_that_came_before_we_looked_is_left_out(rehearsal: Rehearsal) -> None:
    entries = three_calls(rehearsal)
    late = Ledger()
    late.read(entries[len(entries) // 2 :], SIGNS.names)
    assert late.sums().arrived < 3
    assert late.calls == {}


def test_a_line_names_the_moment_the_caller_the_contact_and_the_reasons(rehearsal: Rehearsal) -> None:
    told = [line_of(decision) for decision in Ledger().read(three_calls(rehearsal), SIGNS.names)]
    (first, *_) = (line for line in told if "Offered to" in line)
    assert " +4366412345678 (c1-1) Offered to Anna (201) at phone desk1. It had waited " in first
    assert any("Anna (201) rejected the call." in line for line in told)
