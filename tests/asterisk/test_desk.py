"""What a person at a desk phone gets for an answer, from a real engine and a real loop."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from acd.asterisk.agi.scripts import DeskAnswer, LookupAnswer
from acd.asterisk.desk import EngineDesk, read_absence
from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.agent import LoggedOut, NotReady, Ready
from acd.model.ids import AgentId, FlowId, PhoneId
from acd.model.message import PolicyApplied
from acd.model.overlay import Absence
from acd.runtime.loop import Loop
from tests.core.small_company import MONDAY_TEN, company
from tests.core.small_variants import without_bob
from tests.support.memory_journal import MemoryJournal
from tests.support.noting_performer import NotingPerformer

EVA, BOB, GHOST = AgentId("eva"), AgentId("bob"), AgentId("ghost")
DESK, OTHER_DESK = PhoneId("201"), PhoneId("202")
PINS = {"eva": "1234", "bob": "0000", "ghost": "6666", "joe": "näh"}
ACCEPTED, REFUSED, WRONG_PIN = DeskAnswer.ACCEPTED, DeskAnswer.REFUSED, DeskAnswer.WRONG_PIN


class SetClock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.moment = MONDAY_TEN

    def now(self) -> float:
        return self.moment

    def since_boot(self) -> float:
        return self.moment


class Office:
    """A desk, and the engine behind it."""

    def __init__(self, reasons: dict[str, str] | None = None) -> None:
        policy = company() if reasons is None else company(not_ready_reasons=reasons)
        floor = Floor(policy, epoch=1)
        for agent in policy.agents:
            floor.put(new_agent(agent, MONDAY_TEN))
        self.clock = SetClock()
        self.journal = MemoryJournal()
        self.loop = Loop(Engine(floor), self.journal, NotingPerformer(), self.clock)
        self.desk = EngineDesk(self.loop, PINS)

    def presence(self, agent: AgentId) -> LoggedOut | NotReady | Ready:
        found = self.loop.view.agent(agent)
        assert found is not None
        return found.presence


async def running(office: Office) -> AsyncIterator[Office]:
    task = asyncio.create_task(office.loop.run())
    yield office
    task.cancel()
    await asyncio.wait({task})


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async for running_office in running(Office()):
        yield running_office


@pytest.fixture
async def office_without_reasons() -> AsyncIterator[Office]:
    async for running_office in running(Office(reasons={})):
        yield running_office


@pytest.fixture
async def at_desk(office: Office) -> Office:
    """Eva sits at her desk."""
    assert await office.desk.log_in(EVA, DESK, "1234") is ACCEPTED
    return office


# Logging in


async def test_the_right_pin_opens_the_desk_and_is_committed_before_the_answer(office: Office) -> None:
    assert await office.desk.log_in(EVA, DESK, "1234") is ACCEPTED
    presence = office.presence(EVA)
    assert isinstance(presence, NotReady)
    assert presence.phone == DESK
    assert [type(fact).__name__ for fact in office.journal.facts] == ["AgentLoggedIn"]


@pytest.mark.parametrize("pin", ["0000", "", "12345", "123", "1234 ", "１２３４"])  # noqa: RUF001
async def test_a_wrong_pin_opens_nothing(office: Office, pin: str) -> None:
    assert await office.desk.log_in(EVA, DESK, pin) is WRONG_PIN
    assert isinstance(office.presence(EVA), LoggedOut)
    assert office.journal.facts == []


async def test_who_does_not_exist_has_a_wrong_pin(office: Office) -> None:
    assert await office.desk.log_in(AgentId("nobody"), DESK, "1234") is WRONG_PIN


async def test_a_pin_may_be_any_text(office: Office) -> None:
    assert await office.desk.log_in(AgentId("joe"), DESK, "näh") is ACCEPTED


async def test_a_pin_without_an_agent_in_the_company_opens_nothing(office: Office) -> None:
    assert await office.desk.log_in(GHOST, DESK, "6666") is REFUSED


async def test_who_has_left_the_company_is_refused(office: Office) -> None:
    await office.loop.ask(PolicyApplied(policy=without_bob()))
    assert await office.desk.log_in(BOB, DESK, "0000") is REFUSED


async def test_a_phone_that_is_no_desk_phone_is_refused(office: Office) -> None:
    assert await office.desk.log_in(EVA, PhoneId("999"), "1234") is REFUSED
    assert isinstance(office.presence(EVA), LoggedOut)


async def test_the_desk_follows_the_person(at_desk: Office) -> None:
    assert await at_desk.desk.log_in(EVA, OTHER_DESK, "1234") is ACCEPTED
    assert await at_desk.desk.go_ready(OTHER_DESK) is ACCEPTED
    assert await at_desk.desk.go_ready(DESK) is REFUSED


async def test_who_takes_a_desk_is_told_that_somebody_was_logged_out(at_desk: Office) -> None:
    assert await at_desk.desk.log_in(AgentId("joe"), DESK, "näh") is DeskAnswer.DESK_TAKEN
    assert isinstance(at_desk.presence(EVA), LoggedOut)
    assert await at_desk.desk.log_in(AgentId("joe"), DESK, "näh") is ACCEPTED


# At the desk


async def test_ready_not_ready_and_home(at_desk: Office) -> None:
    assert await at_desk.desk.go_ready(DESK) is ACCEPTED
    assert isinstance(at_desk.presence(EVA), Ready)
    assert await at_desk.desk.log_out(DESK) is ACCEPTED
    assert isinstance(at_desk.presence(EVA), LoggedOut)


@pytest.mark.parametrize(("key", "reason"), [("1", "break"), ("2", "training"), ("", "break")])
async def test_the_key_names_the_reason_and_no_key_the_first(at_desk: Office, key: str, reason: str) -> None:
    await at_desk.desk.go_ready(DESK)
    assert await at_desk.desk.go_not_ready(DESK, key) is ACCEPTED
    presence = at_desk.presence(EVA)
    assert isinstance(presence, NotReady)
    assert presence.reason == reason


@pytest.mark.parametrize("key", ["3", "break", "*", "11"])
async def test_a_key_without_a_reason_changes_nothing(at_desk: Office, key: str) -> None:
    await at_desk.desk.go_ready(DESK)
    assert await at_desk.desk.go_not_ready(DESK, key) is REFUSED
    assert isinstance(at_desk.presence(EVA), Ready)


async def test_a_company_without_reasons_knows_no_not_ready(office_without_reasons: Office) -> None:
    await office_without_reasons.desk.log_in(EVA, DESK, "1234")
    assert await office_without_reasons.desk.go_not_ready(DESK, "") is REFUSED


# Being absent

MIDNIGHT = MONDAY_TEN - 10 * 3600.0
"""The day of all stories, which is one of UTC, began then."""
DAY_S = 86_400.0


@pytest.mark.parametrize(
    ("digits", "reason", "begins_at", "ends_at"),
    [
        ("", "ill", MONDAY_TEN, None),
        ("2", "holiday", MONDAY_TEN, None),
        ("2*1", "holiday", MONDAY_TEN, MIDNIGHT + DAY_S),
        ("2*14", "holiday", MONDAY_TEN, MIDNIGHT + 14 * DAY_S),
        ("2*14*7", "holiday", MIDNIGHT + 7 * DAY_S, MIDNIGHT + 21 * DAY_S),
        ("2*14*0", "holiday", MONDAY_TEN, MIDNIGHT + 14 * DAY_S),
        ("*3", "ill", MONDAY_TEN, MIDNIGHT + 3 * DAY_S),
    ],
)
async def test_an_absence_is_dialled_with_its_reason_and_days(
    at_desk: Office, digits: str, reason: str, begins_at: float, ends_at: float | None
) -> None:
    await at_desk.desk.go_ready(DESK)
    assert await at_desk.desk.be_absent(DESK, digits) is ACCEPTED
    (absence,) = at_desk.loop.view.overlays()
    assert absence.edit == Absence(agent=EVA)
    assert (absence.author, absence.reason) == ("eva", reason)
    assert (absence.begins_at, absence.ends_at) == (begins_at, ends_at)
    assert isinstance(at_desk.presence(EVA), NotReady if begins_at == MONDAY_TEN else Ready)


async def test_who_dials_ready_is_back(at_desk: Office) -> None:
    await at_desk.desk.be_absent(DESK, "1")
    assert at_desk.loop.view.absences(EVA)
    assert await at_desk.desk.go_ready(DESK) is ACCEPTED
    assert not at_desk.loop.view.absences(EVA)


@pytest.mark.parametrize("digits", ["9", "2*0", "2*", "x", "2*1*1*1", "*", "22", "2*1234"])
async def test_digits_that_mean_no_absence_enter_none(at_desk: Office, digits: str) -> None:
    assert await at_desk.desk.be_absent(DESK, digits) is REFUSED
    assert not list(at_desk.loop.view.overlays())


def test_days_are_those_of_the_company_also_when_the_clocks_are_changed() -> None:
    """In Vienna on Saturday, 2027-03-27; the night after it has 23 hours of Sunday."""
    saturday = datetime(2027, 3, 27, 20, tzinfo=UTC).timestamp()
    wish = read_absence("1*2", {"1": "ill"}, "Europe/Vienna", saturday)
    assert wish is not None
    assert wish.ends_at == datetime(2027, 3, 28, 22, tzinfo=UTC).timestamp()


async def test_without_wrap_up_there_is_none_to_end(at_desk: Office) -> None:
    assert await at_desk.desk.end_wrap_up(DESK) is REFUSED


async def test_a_phone_without_an_agent_has_nothing_to_say(office: Office) -> None:
    desk = office.desk
    answers = [
        await desk.log_out(DESK),
        await desk.go_ready(DESK),
        await desk.go_not_ready(DESK, "1"),
        await desk.end_wrap_up(DESK),
        await desk.be_absent(DESK, "1"),
        await desk.go_ready(PhoneId("999")),
    ]
    assert answers == [REFUSED] * 6


async def test_nothing_is_acknowledged_while_the_database_is_away(office: Office) -> None:
    office.journal.stall()
    asking = asyncio.create_task(office.desk.log_in(EVA, DESK, "1234"))
    await office.journal.until(lambda: bool(office.journal.attempts))
    assert not asking.done()
    office.journal.flow()
    assert await asking is ACCEPTED


# What a number is


@pytest.mark.parametrize(
    ("number", "moment", "answer"),
    [
        ("100", MONDAY_TEN, LookupAnswer(known=True, open=True, flow=FlowId("main"))),
        ("100", MONDAY_TEN + 7 * 3600 - 1, LookupAnswer(known=True, open=True, flow=FlowId("main"))),
        ("100", MONDAY_TEN + 7 * 3600, LookupAnswer(known=True, open=False, flow=FlowId("closed"))),
        (
            "100",
            datetime(2026, 1, 6, 10, tzinfo=UTC).timestamp(),  # a holiday
            LookupAnswer(known=True, open=False, flow=FlowId("closed")),
        ),
        ("200", MONDAY_TEN + 12 * 3600, LookupAnswer(known=True, open=True, flow=FlowId("straight"))),
        ("300", MONDAY_TEN, LookupAnswer(known=False)),
        ("", MONDAY_TEN, LookupAnswer(known=False)),
        ("100\r\nSET VARIABLE X 1", MONDAY_TEN, LookupAnswer(known=False)),
        ("1" * 40, MONDAY_TEN, LookupAnswer(known=False)),
    ],
)
async def test_what_the_dialplan_is_told_of_a_number(
    office: Office, number: str, moment: float, answer: LookupAnswer
) -> None:
    office.clock.moment = moment
    assert office.desk.look_up(number) == answer
