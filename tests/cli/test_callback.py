"""`acd callback`: who is to be called back, and cancelling."""

from pathlib import Path

import pytest

from acd.model.ids import LegId
from acd.model.message import KeyPressed
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
    assert table[0].split() == ["Contact", "Number", "Queue", "State", "Not", "before", "Until", "Missed"]
    assert table[1].split()[:5] == [agreed, CUSTOMER, "sales", "due", "-"]
    assert table[2] == "Times of Europe/Vienna."
    (one,) = acd("callback", "list", "--json").json
    assert (one["contact"], one["state"], one["misses"]) == (agreed, "due", [])
    assert "1 to be called back" in acd("status").out
    ran = acd("callback", "cancel", agreed, "--author", "boss")
    assert (ran.code, ran.out) == (0, f"The callback {agreed} to {CUSTOMER} is cancelled.\n")
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    assert "not called any more: it was cancelled by boss" in acd("explain", agreed).out


def test_what_cannot_be_cancelled_says_why(acd: Acd, agreed: str, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(SALES, leg="call-2", caller="+436607654321"))
    (waits,) = (one for one in acd("status", "--json").json["contacts"] if one["where"] == "waiting")
    ran = acd("callback", "cancel", waits["id"])
    assert ran.code == 2
    assert ran.err == f"The callback {waits['id']} cannot be cancelled: no callback was agreed for it.\n"
    ran = acd("callback", "cancel", "c9-9")
    assert ran.code == 2
    assert "There is no callback c9-9, or it is over; `acd callback list` names" in ran.err
