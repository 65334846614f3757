"""`acd absence` and `acd incident`: entered now and ahead, listed, ended; and every mistake."""

import pytest

from acd.model.ids import LegId
from acd.model.message import KeyPressed
from tests.cli.conftest import Acd, run_acd
from tests.support.calls import DIRECT, MENU, call
from tests.support.rehearsal import Rehearsal


def test_an_absence_from_its_entry_to_its_end(acd: Acd) -> None:
    acd("agent", "login", "201", "desk1")
    acd("agent", "ready", "201")
    entered = acd("absence", "add", "201", "Ill", "--author", "boss")
    assert entered.code == 0
    assert entered.out.startswith("v1-1: Anna (201), from ")
    assert entered.out.endswith("until further notice: in force.\n")
    assert "not ready: Ill" in acd("agent", "list").out
    listed = acd("absence", "list").out.splitlines()
    assert listed[0].split() == ["Id", "What", "Reason", "State", "From", "Until", "Entered", "by"]
    assert listed[1].split()[:6] == ["v1-1", "Anna", "(201)", "Ill", "in", "force"]
    assert listed[1].endswith("further notice  boss")
    assert listed[2] == "Times of Europe/Vienna."
    over = acd("absence", "end", "v1-1", "--author", "eva")
    assert over.out.endswith(": past.\n")
    assert acd("absence", "list").out == "No absence is planned or in force.\n"
    assert "past, ended by eva" in acd("absence", "list", "--past").out


def test_a_holiday_is_entered_ahead_by_the_key_of_its_reason_and_called_off(acd: Acd) -> None:
    ran = acd("absence", "add", "202", "2", "--from", "2099-07-06", "--until", "2099-07-17")
    assert ran.out == ("v1-1: Ben (202), from Mon 2099-07-06 00:00 until Sat 2099-07-18 00:00: planned.\n")
    (one,) = acd("absence", "list", "--json").json
    assert (one["state"], one["reason"], one["edit"]) == (
        "planned",
        "Holiday",
        {"type": "absence", "agent": "202"},
    )
    ended = acd("absence", "end", "v1-1", "--author", "eva")
    assert ended.out == "v1-1: Ben (202), from Mon 2099-07-06 00:00 until Sat 2099-07-18 00:00: called off.\n"
    assert acd("absence", "list", "--json").json == []
    told = acd("absence", "list", "--past").out
    assert "called off by eva  Mon 2099-07-06 00:00  Sat 2099-07-18 00:00" in told


def test_an_absence_is_not_closed_as_an_incident_nor_the_other_way(acd: Acd) -> None:
    acd("absence", "add", "201", "Ill")
    acd("incident", "open", "Storm", "--head-start", "5")
    ran = acd("incident", "close", "v1-1")
    assert (ran.code, ran.err) == (2, "v1-1 is an absence: `acd absence end v1-1` ends it.\n")
    ran = acd("absence", "change", "v1-2", "--open-end")
    assert (ran.code, ran.err) == (2, "v1-2 is an incident: `acd incident change v1-2` changes it.\n")
    ran = acd("absence", "end", "v1-2")
    assert (ran.code, ran.err) == (2, "v1-2 is an incident: `acd incident close v1-2` ends it.\n")
    assert [one["state"] for one in acd("absence", "list", "--json").json] == ["in_force"]
    assert [one["state"] for one in acd("incident", "list", "--json").json] == ["in_force"]


def test_the_end_of_an_absence_is_moved(acd: Acd) -> None:
    acd("absence", "add", "202", "Holiday", "--until", "2099-07-17", "--author", "boss")
    moved = acd("absence", "change", "v1-1", "--until", "2099-07-10", "--author", "eva")
    assert moved.code == 0
    assert moved.out.endswith(" until Sat 2099-07-11 00:00: in force.\n")
    assert "is absent until Sat 2099-07-11 00:00" in acd("status").out
    opened = acd("absence", "change", "v1-1", "--open-end")
    assert opened.out.endswith(" until further notice: in force.\n")
    (one,) = acd("absence", "list", "--json").json
    assert (one["ends_at"], one["author"], one["reason"]) == (None, "boss", "Holiday")


def test_a_later_end_counts_from_the_beginning_of_what_is_planned(acd: Acd) -> None:
    acd("absence", "add", "202", "Holiday", "--from", "2099-07-06", "--until", "2099-07-17")
    moved = acd("absence", "change", "v1-1", "--until", "+3d")
    assert moved.out == "v1-1: Ben (202), from Mon 2099-07-06 00:00 until Thu 2099-07-09 00:00: planned.\n"


def test_the_end_of_an_incident_is_moved(acd: Acd) -> None:
    acd("incident", "open", "Storm", "--head-start", "5", "--until", "+1h")
    assert acd("incident", "change", "v1-1", "--until", "2099-01-01").code == 0
    assert "until Fri 2099-01-02 00:00" in acd("status").out


def test_whoever_is_entered_as_absent_twice_is_told_of(acd: Acd) -> None:
    first = acd("absence", "add", "202", "Ill", "--until", "2099-07-17", "--author", "boss")
    assert "holds, too" not in first.out
    acd("absence", "add", "201", "Ill")
    acd("absence", "add", "202", "Duty", "--from", "2099-07-18", "--until", "2099-07-20")
    second = acd("absence", "add", "202", "Holiday", "--until", "2099-07-18 00:00").out.splitlines()
    assert second[0].startswith("v1-4: Ben (202), from ")
    (told,) = second[1:]
    assert told.startswith("v1-1 holds, too: Ill, from ")
    assert " until Sat 2099-07-18 00:00, entered by boss. " in told
    assert "`acd absence end v1-1`" in told
    assert "`acd absence change v1-1 --until WHEN`, then `acd absence end v1-4`." in told
    beside = acd("absence", "add", "202", "Holiday", "--json").json["beside"]
    assert [one["id"] for one in beside] == ["v1-1", "v1-4", "v1-3"]


def test_who_logs_in_is_back(acd: Acd) -> None:
    acd("absence", "add", "201", "Ill")
    acd("agent", "login", "201", "desk1")
    assert acd("absence", "list").out == "No absence is planned or in force.\n"
    assert "ended by 201" in acd("absence", "list", "--past").out


def test_an_incident_moves_those_who_wait_and_is_told_to_who_asks(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT), call(MENU, leg="call-2"), KeyPressed(leg=LegId("call-2"), key="1"))
    ran = acd("incident", "open", "Cable cut", "--queue", "repairs", "--head-start", "120", "--until", "+3h")
    assert "queue repairs: 120 s earlier, from " in ran.out
    said = acd("explain", "c1-1").out
    assert "An incident concerns it, and gives it a head start of 120 s: Cable cut." in said
    assert "Served 120 s earlier than its arrival says: Cable cut 120 s." in said
    assert "Cable cut" not in acd("explain", "c1-2").out
    status = acd("status").out
    assert "v1-3: incident, queue repairs: 120 s earlier; until " in status
    assert acd("incident", "list").out.splitlines()[1].split()[:4] == ["v1-3", "queue", "repairs:", "120"]
    assert acd("incident", "close", "v1-3").code == 0
    assert acd("incident", "list").out == "No incident is planned or in force.\n"
    assert "incident" not in acd("status").out


def test_an_incident_hits_those_who_need_a_skill(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.hear(call(DIRECT), call(MENU, leg="call-2"), KeyPressed(leg=LegId("call-2"), key="1"))
    ran = acd(
        "incident", "open", "Till broken", "--needs", "selling:3", "--needs", "fixing:9", "--head-start", "9"
    )
    assert "who needs fixing 9 or selling 3 or more: 9 s earlier, from " in ran.out
    assert "Till broken" in acd("explain", "c1-2").out
    assert "Till broken" not in acd("explain", "c1-1").out
    acd("incident", "open", "Cable cut", "--needs", "fixing", "--head-start", "9")
    assert "Cable cut" in acd("explain", "c1-1").out


def test_an_incident_with_a_prompt_only(acd: Acd) -> None:
    assert "all calls: hear again, from" in acd("incident", "open", "Storm", "--prompt", "again").out


def test_the_status_tells_who_is_absent_and_until_when(acd: Acd) -> None:
    acd("absence", "add", "202", "Holiday", "--until", "2099-07-17", "--author", "boss")
    told = acd("status").out
    assert (
        "v1-1: Ben (202) is absent until Sat 2099-07-18 00:00 (Holiday, entered by boss)."
        in told.splitlines()
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("absence", "add", "299", "Ill"), "no agent 299"),
        (("absence", "add", "201", "Ill", "--until", "soon"), "“soon” is no moment"),
        (("absence", "add", "201", "Ill", "--from", "2027-03-28 02:30"), "does not exist"),
        (("absence", "add", "201", "Ill", "--until", "2020-01-01"), "over already: choose a later end"),
        (
            ("absence", "add", "201", "Ill", "--from", "2020-01-01", "--until", "2020-02-01"),
            "over already: choose a later end",
        ),
        (("absence", "add", "201", "Ill", "--from", "+2d", "--until", "+0m"), "before it begins"),
        (("absence", "add", "201", "9"), "There is no reason 9: say it in words, or 1 for "),
        (("absence", "add", "201", " "), "Say why"),
        (("absence", "end", "v9-9"), "no absence or incident v9-9"),
        (("absence", "end", "c1-1"), "no absence or incident c1-1"),
        (("absence", "change", "v9-9", "--until", "today"), "no absence or incident v9-9"),
        (
            ("absence", "change", "v9-9", "--until", "today", "--open-end"),
            "either --until WHEN or --open-end",
        ),
        (("absence", "change", "v9-9"), "either --until WHEN or --open-end"),
        (("incident", "open", "Storm"), "--head-start or --prompt"),
        (("incident", "open", "Storm", "--head-start", "5", "--queue", "sale"), "did you mean sales?"),
        (("incident", "open", "Storm", "--prompt", "nothing"), "no prompt nothing"),
        (("incident", "open", "Storm", "--head-start", "-5"), "-5"),
        (("incident", "open", "Storm", "--head-start", "5", "--needs", "fxing"), "did you mean fixing?"),
        (("incident", "open", "Storm", "--needs", "fixing:11"), "fixing:1 to fixing:10"),
        (("incident", "close", "v9-9"), "no absence or incident v9-9"),
    ],
)
def test_a_mistake_ends_with_2_and_says_what_to_do(acd: Acd, words: tuple[str, ...], says: str) -> None:
    ran = acd(*words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert acd("absence", "list").out == "No absence is planned or in force.\n"


@pytest.mark.parametrize(("until", "says"), [("soon", "“soon” is no moment"), ("2020-01-01", "over already")])
def test_an_end_that_cannot_be_is_refused_and_the_old_one_stays(acd: Acd, until: str, says: str) -> None:
    acd("absence", "add", "202", "Holiday", "--until", "2099-07-17")
    ran = acd("absence", "change", "v1-1", "--until", until)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "until Sat 2099-07-18 00:00" in acd("status").out


def test_without_the_database_what_is_over_cannot_be_listed(acd: Acd, rehearsal: Rehearsal) -> None:
    rehearsal.service.journal.away = True
    assert acd("absence", "list").code == 0
    ran = acd("absence", "list", "--past")
    assert ran.code == 1
    assert "The database does not answer" in ran.err


def test_wrong_usage_shows_the_right_one() -> None:
    ran = run_acd("absence", "add", "201")
    assert ran.code == 2
    assert "Usage: acd absence add" in ran.err
