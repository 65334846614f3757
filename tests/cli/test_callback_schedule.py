"""`acd callback schedule`: a customer is to be called at a moment to come."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cli.conftest import Acd

COMPANY = Path(__file__).parents[1] / "system" / "callbacks.yaml"
NUMBER = "+436601234567"
ZONE = ZoneInfo("Europe/Vienna")


@pytest.fixture(autouse=True)
def _company(acd: Acd) -> None:
    assert acd("apply", str(COMPANY)).code == 0


def day(ahead: int = 1) -> date:
    """So many days ahead, in the company."""
    return datetime.now(ZONE).date() + timedelta(days=ahead)


def last_sunday(month: int) -> date:
    """The next last Sunday of a month with 31 days: the clocks are changed then."""
    today = datetime.now(ZONE).date()
    ends = (date(year, month, 31) for year in (today.year, today.year + 1))
    sundays = (end - timedelta(days=end.isoweekday() % 7) for end in ends)
    return next(sunday for sunday in sundays if sunday > today)


def test_a_callback_is_scheduled_listed_explained_and_cancelled(acd: Acd) -> None:
    wish = ("--agent", "201", "--name", "Mr Late", "--note", "wants to know more", "--author", "boss")
    ran = acd("callback", "schedule", "0660 1234567", "--queue", "sales", "--at", f"{day()} 14:00", *wish)
    moment = f"{day():%a %Y-%m-%d} 14:00"
    until = f"{day(2):%a %Y-%m-%d} 14:00"
    assert ran.out == f"c1-1: {NUMBER} is called from {moment} until {until} (Europe/Vienna).\n"
    assert ran.code == 0
    table = acd("callback", "list").out.splitlines()
    assert table[1].split() == [
        "c1-1",
        NUMBER,
        "sales",
        "scheduled",
        *moment.split(),
        *until.split(),
        "-",
        "-",
    ]
    assert table[2:] == [
        "c1-1: Mr Late, by agent 201, entered by boss, “wants to know more”.",
        "Times of Europe/Vienna.",
    ]
    (one,) = acd("callback", "list", "--json").json
    assert (one["agent"], one["name"], one["author"]) == ("201", "Mr Late", "boss")
    told = acd("status").out
    assert "0 calls, 1 to be called back." in told
    assert "scheduled" in told
    told = acd("explain", "c1-1").out
    assert f"Mr Late ({NUMBER}) is to be called at" in " ".join(told.split())
    assert acd("callback", "cancel", "c1-1", "--author", "boss").code == 0
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    assert "it was cancelled by boss" in acd("explain", "c1-1").out


def test_typed_twice_it_is_one(acd: Acd) -> None:
    words = ("callback", "schedule", NUMBER, "--queue", "sales", "--at", f"{day()} 14:00", "--json")
    assert acd(*words).json["contact"] == acd(*words).json["contact"] == "c1-1"
    ran = acd(*words, "--note", "hurry")
    assert ran.code == 2
    assert "`acd callback cancel c1-1` first" in ran.err
    assert len(acd("callback", "list", "--json").json) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((NUMBER, "--queue", "sails", "--at", "+2h"), "The company has no queue sails; it has sales."),
        (
            (NUMBER, "--queue", "sales", "--at", "2020-01-01 10:00"),
            "That moment has passed: choose a later one.",
        ),
        ((NUMBER, "--queue", "sales", "--at", "soon"), "“soon” is no moment: write"),
        ((NUMBER, "--queue", "sales", "--at", "+500d"), "more than 366 days ahead"),
        ((NUMBER, "--queue", "sales", "--at", "+2h", "--agent", "999"), "The company has no agent 999."),
        ((NUMBER, "--queue", "sales", "--at", "+2h", "--until", "2020-01-01"), "given up before it is tried"),
        (("Mr Late", "--queue", "sales", "--at", "+2h"), "Mr Late is no telephone number: write it with"),
        (("112", "--queue", "sales", "--at", "+2h"), "is no"),
        (("+43900123456", "--queue", "sales", "--at", "+2h"), "+43900123456 is never called"),
        (("+43463555", "--queue", "sales", "--at", "+2h"), "is the company's own"),
    ],
)
def test_what_cannot_be_done_says_why(acd: Acd, words: tuple[str, ...], says: str) -> None:
    ran = acd("callback", "schedule", *words)
    assert ran.code == 2
    assert says in ran.err
    assert acd("callback", "list").out == "Nobody is to be called back.\n"


def test_a_number_on_the_do_not_call_list_is_not_called_on_another_day_either(acd: Acd) -> None:
    acd("callback", "schedule", NUMBER, "--queue", "sales", "--at", "+2h")
    acd("callback", "refuse", NUMBER)
    assert acd("callback", "list").out == "Nobody is to be called back.\n"
    ran = acd("callback", "schedule", NUMBER, "--queue", "sales", "--at", "+2h")
    assert ran.code == 2
    assert "is on the do-not-call list: `acd callback allow` takes it off." in ran.err


def test_a_moment_that_the_clocks_leave_out_is_none(acd: Acd) -> None:
    ran = acd("callback", "schedule", NUMBER, "--queue", "sales", "--at", f"{last_sunday(3)} 02:30")
    assert ran.code == 2
    assert "does not exist: the clocks are put forward from there to 03:30; choose another." in ran.err


def test_a_moment_that_comes_twice_is_the_first_one(acd: Acd) -> None:
    words = (NUMBER, "--queue", "sales", "--at", f"{last_sunday(10)} 02:30", "--json")
    found = acd("callback", "schedule", *words).json
    assert datetime.fromtimestamp(found["not_before"], UTC).hour == 0, "in summer time"
