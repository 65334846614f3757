"""`acd status`: the floor at a glance."""

from acd.model.message import AsteriskLost
from tests.cli.conftest import Acd
from tests.support.calls import DIRECT, MENU, call, ringing
from tests.support.rehearsal import Rehearsal


def columns(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def test_an_empty_floor(acd: Acd) -> None:
    told, queues, agents, calls = acd("status").out.split("\n\n")
    assert told == "Callers are served: company version 1, 0 calls."
    assert columns(queues)[1:] == [
        ["sales", "Sales", "0", "-", "0", "0", "0", "?"],
        ["repairs", "Repairs", "0", "-", "0", "0", "0", "?"],
    ]
    assert len(columns(agents)) == 4
    assert calls == "No calls.\n"


def test_calls_in_the_menu_waiting_and_ringing(acd: Acd, rehearsal: Rehearsal) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    rehearsal.hear(call(DIRECT), *ringing("o1-2"))
    rehearsal.hear(call(DIRECT, leg="call-2"), call(MENU, leg="call-3"))
    told, queues, agents, calls = acd("status").out.split("\n\n")
    assert told == "Callers are served: company version 1, 3 calls."
    repairs = columns(queues)[2]
    assert (repairs[2], repairs[-4:]) == ("2", ["1", "0", "1", "?"])
    assert columns(agents)[1][2:4] == ["ready", "reserved"]
    assert [line[:5] for line in columns(calls)[1:]] == [
        ["c1-1", "5552000", "ringing", "repairs", "201"],
        ["c1-3", "5552000", "waiting", "repairs", "-"],
        ["c1-4", "5551000", "menu", "-", "-"],
    ]


def test_what_is_missing_is_said_first(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(AsteriskLost())
    ran = acd("status")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "Callers are NOT served: company version 1, 0 calls.",
        "Asterisk: it is not connected.",
    ]


def test_for_scripts_all_of_it(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT))
    found = acd("status", "--json").json
    assert set(found) == {"readiness", "queues", "agents", "contacts", "in_force", "timezone"}
    assert found["contacts"][0]["id"] == "c1-1"
    assert found["queues"][1]["waiting"] == 1
