"""What a person at a desk phone gets for an answer, from a real engine and a real loop."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from acd.asterisk.agi.calling_again import LastCustomer, TimeSaid
from acd.asterisk.agi.scripts import DeskAnswer, LookupAnswer
from acd.asterisk.desk import EngineDesk, read_absence, read_time
from acd.core.changeover import new_agent
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.about import About
from acd.model.agent import LoggedOut, NotReady, Ready
from acd.model.callback import Scheduled
from acd.model.contact import Contact, Travelled
from acd.model.fact import QueueChosen
from acd.model.ids import AgentId, ContactId, FlowId, LegId, PhoneId, QueueId, SkillId
from acd.model.message import PolicyApplied
from acd.model.needs import Need
from acd.model.overlay import Absence
from acd.model.policy import Policy
from acd.runtime.loop import Loop
from acd.runtime.ports import Entry
from tests.core.small_company import MONDAY_TEN, company
from tests.core.small_variants import without_bob
from tests.core.story_companies import scheduling
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

    def __init__(self, reasons: dict[str, str] | None = None, *, policy: Policy | None = None) -> None:
        if policy is None:
            policy = company() if reasons is None else company(not_ready_reasons=reasons)
        floor = Floor(policy, epoch=1)
        for agent in policy.agents:
            floor.put(new_agent(agent, MONDAY_TEN))
        self.clock = SetClock()
        self.journal = MemoryJournal()
        self.loop = Loop(Engine(floor), self.journal, NotingPerformer(), self.clock)
        self.desk = EngineDesk(self.loop, PINS, self.last_talk)

        self.talks: dict[AgentId, tuple[Contact, tuple[Entry, ...]]] = {}

    async def last_talk(self, agent: AgentId) -> tuple[Contact, tuple[Entry, ...]] | None:
        return self.talks.get(agent)

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


VIENNA = ZoneInfo("Europe/Vienna")
TIMES = {
    "later today": ("2026-01-05 11:00", "1430", "2026-01-05 14:30", "1430"),
    "three digits": ("2026-01-05 11:00", "930", "2026-01-06 09:30", "0930"),
    "on a day": ("2026-01-05 11:00", "14302401", "2026-01-24 14:30", "14302401"),
    "next year": ("2026-06-05 11:00", "9300501", "2027-01-05 09:30", "09300501"),
    "left out": ("2026-03-29 00:30", "0230", "2026-03-30 02:30", "0230"),
}


@pytest.mark.parametrize(("now", "digits", "then", "written"), TIMES.values(), ids=TIMES)
def test_a_time_that_an_agent_keys_in(now: str, digits: str, then: str, written: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=VIENNA).timestamp()
    expected = datetime.fromisoformat(then).replace(tzinfo=VIENNA).timestamp()
    assert read_time(digits, "Europe/Vienna", at) == TimeSaid(at=expected, digits=written)


@pytest.mark.parametrize("digits", ["", "99", "2460", "12345", "10003002", "10002902", "1*30", "123456789"])
def test_digits_that_are_no_time(digits: str) -> None:
    now = datetime(2026, 3, 1, tzinfo=VIENNA).timestamp()
    assert read_time(digits, "Europe/Vienna", now) is None


def test_an_hour_that_comes_twice_is_the_next_one() -> None:
    before = datetime(2026, 10, 25, 2, 10, tzinfo=VIENNA).timestamp()
    between = datetime(2026, 10, 25, 2, 40, tzinfo=VIENNA).timestamp()
    first, second = (read_time("0230", "Europe/Vienna", now) for now in (before, between))
    assert first is not None
    assert second is not None
    assert second.at - first.at == 3600.0


@pytest.fixture
async def calling() -> AsyncIterator[Office]:
    """Bob has served a customer who had asked for Hungarian."""
    office = Office(policy=scheduling())
    contact = Contact(
        id=ContactId("c9-7"),
        leg=LegId("call-7"),
        did="200",
        caller="06601111111",
        language="hu",
        arrived_at=MONDAY_TEN - 60.0,
        policy_version=1,
        journey=Travelled(turn=0),
    )
    needs = ((Need(skill=SkillId("sales"), level=2),),)
    chosen = QueueChosen(
        contact=contact.id, queue=QueueId("sales"), needs=needs, about=About(product="fibre")
    )
    office.talks[BOB] = (contact, (Entry(at=MONDAY_TEN, facts=(chosen,)),))
    async for running_office in running(office):
        await running_office.desk.log_in(BOB, DESK, "0000")
        yield running_office


@pytest.mark.parametrize("by_anybody", [False, True])
async def test_an_agent_has_the_customer_of_the_last_talk_called_again(
    calling: Office, by_anybody: bool
) -> None:
    customer = await calling.desk.last_customer(DESK)
    assert isinstance(customer, LastCustomer)
    assert (customer.number, customer.digits) == ("+436601111111", "06601111111")
    said = calling.desk.read_time("1430")
    assert said is not None
    assert await calling.desk.call_again(DESK, customer, said.at, by_anybody=by_anybody) is ACCEPTED
    (contact,) = calling.loop.view.contacts()
    state = contact.callback
    assert isinstance(state, Scheduled)
    there = state.appointment
    assert (there.queue, there.author, there.follows, contact.language) == ("sales", "bob", "c9-7", "hu")
    assert there.about == About(product="fibre", wanted=None if by_anybody else BOB)
    assert [need.level for (need,) in there.needs] == [2]
    assert state.until == said.at


async def test_why_nobody_can_be_called_again(calling: Office) -> None:
    customer = await calling.desk.last_customer(DESK)
    assert isinstance(customer, LastCustomer)
    past = MONDAY_TEN - 3600.0
    assert await calling.desk.call_again(DESK, customer, past, by_anybody=False) is DeskAnswer.NOT_THEN
    contact, story = calling.talks[BOB]
    withheld = msgspec.structs.replace(contact, caller=None)
    calling.talks[BOB] = (withheld, story)
    assert await calling.desk.last_customer(DESK) is DeskAnswer.NOT_CALLED
    calling.talks[BOB] = (contact, ())
    assert await calling.desk.call_again(DESK, customer, past, by_anybody=False) is REFUSED
    calling.talks.clear()
    assert await calling.desk.last_customer(DESK) is DeskAnswer.NO_CUSTOMER
    assert await calling.desk.call_again(DESK, customer, past, by_anybody=False) is REFUSED
    assert await calling.desk.last_customer(OTHER_DESK) is REFUSED
    assert not list(calling.loop.view.contacts())
