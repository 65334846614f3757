"""The desk: an agent's wishes from a phone, as messages to the engine."""

import hmac
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
import structlog

from acd.asterisk.agi.calling_again import LastCustomer, TimeSaid
from acd.asterisk.agi.scripts import DeskAnswer, LookupAnswer
from acd.core.numbers import dialable, digits_of
from acd.model.contact import Contact
from acd.model.fact import QueueChosen
from acd.model.ids import AgentId, PhoneId
from acd.model.message import (
    EndWrapUp,
    EnterOverlay,
    FromAgent,
    FromSupervisor,
    GoNotReady,
    GoReady,
    LogIn,
    LogOut,
    ScheduleCallback,
)
from acd.model.outcome import Done
from acd.model.overlay import Absence
from acd.runtime.loop import Loop
from acd.runtime.ports import Entry, JournalAway

log = structlog.get_logger(__name__)

ABSENCE = re.compile(r"([0-9])?(?:\*([0-9]{1,3}))?(?:\*([0-9]{1,3}))?")
"""What follows the code for an absence: the key of a reason, for how many days, in how many days."""


class AbsenceWish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody has dialled."""

    reason: str
    begins_at: float | None
    """None: now."""
    ends_at: float | None
    """None: when the agent is back."""


def read_absence(digits: str, reasons: Mapping[str, str], timezone: str, now: float) -> AbsenceWish | None:
    """What the digits after the code for an absence mean; None: nothing. Days are counted in `timezone`: one
    day is the rest of today.
    """
    said = ABSENCE.fullmatch(digits)
    if said is None:
        return None
    key, days, ahead = said.groups()
    reason = reasons.get(key) if key is not None else next(iter(reasons.values()), None)
    if reason is None or days == "0":
        return None
    zone = ZoneInfo(timezone)
    today = datetime.fromtimestamp(now, zone).date()
    first = today + timedelta(days=int(ahead or 0))

    def midnight(day: date) -> float:
        return datetime.combine(day, time(), zone).timestamp()

    return AbsenceWish(
        reason=reason,
        begins_at=midnight(first) if first > today else None,
        ends_at=midnight(first + timedelta(days=int(days))) if days is not None else None,
    )


CLOCK = re.compile(r"([0-9]{1,2})([0-9]{2})(?:([0-9]{2})([0-9]{2}))?")
"""Hour and minute, and day and month."""


def read_time(digits: str, timezone: str, now: float) -> TimeSaid | None:
    """The next moment at which the clock shows what was keyed in; None: there is none. An hour that comes
    twice is shown twice.
    """
    said, zone = CLOCK.fullmatch(digits), ZoneInfo(timezone)
    if said is None:
        return None
    today = datetime.fromtimestamp(now, zone).date()
    hour, minute = int(said[1]), int(said[2])
    days = [today + timedelta(days=ahead) for ahead in range(3)]
    try:
        if said[3] is not None:
            days = [date(today.year + ahead, int(said[4]), int(said[3])) for ahead in range(2)]
        shown = [
            datetime.combine(day, time(hour, minute, fold=fold), zone) for day in days for fold in (0, 1)
        ]
    except ValueError:
        return None
    for each in shown:
        at = each.timestamp()
        if at > now and datetime.fromtimestamp(at, zone).replace(tzinfo=None) == each.replace(tzinfo=None):
            written = f"{hour:02}{minute:02}{said[3] or ''}{said[4] or ''}"
            return TimeSaid(at=at, digits=written)
    return None


LastTalk = Callable[[AgentId], Awaitable[tuple[Contact, tuple[Entry, ...]] | None]]
"""With whom an agent has talked last, and the story of it. May raise `JournalAway`."""


class EngineDesk:
    """A `Desk` whose decisions are the engine's."""

    def __init__(self, loop: Loop, pins: Mapping[str, str], last_talk: LastTalk) -> None:
        self._loop = loop
        self._pins = pins
        self._last_talk = last_talk

    async def log_in(self, agent: AgentId, phone: PhoneId, pin: str) -> DeskAnswer:
        """Check the PIN and log in. An agent that does not exist has a wrong PIN."""
        expected = self._pins.get(agent)
        if expected is None or not hmac.compare_digest(expected.encode(), pin.encode()):
            log.warning("wrong PIN at a desk phone", agent=agent, phone=phone)
            return DeskAnswer.WRONG_PIN
        return await self._ask(LogIn(agent=agent, phone=phone))

    async def log_out(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone leaves."""
        agent = self._agent_at(phone)
        return await self._ask(LogOut(agent=agent)) if agent else DeskAnswer.REFUSED

    async def go_ready(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone wants calls."""
        agent = self._agent_at(phone)
        return await self._ask(GoReady(agent=agent)) if agent else DeskAnswer.REFUSED

    async def go_not_ready(self, phone: PhoneId, reason: str) -> DeskAnswer:
        """The agent at this phone wants no calls; without a key the first reason of the company holds."""
        agent = self._agent_at(phone)
        reasons = self._loop.view.policy.not_ready_reasons
        name = reasons.get(reason) if reason else next(iter(reasons.values()), None)
        if agent is None or name is None:
            return DeskAnswer.REFUSED
        return await self._ask(GoNotReady(agent=agent, reason=name))

    async def end_wrap_up(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone is done with the after-contact work."""
        agent = self._agent_at(phone)
        return await self._ask(EndWrapUp(agent=agent)) if agent else DeskAnswer.REFUSED

    async def be_absent(self, phone: PhoneId, digits: str) -> DeskAnswer:
        """The agent at this phone goes away: at once until back, or for whole days of the company."""
        agent = self._agent_at(phone)
        policy = self._loop.view.policy
        wish = read_absence(digits, policy.absence_reasons, policy.timezone, self._loop.now())
        if agent is None or wish is None:
            return DeskAnswer.REFUSED
        return await self._ask(
            EnterOverlay(
                edit=Absence(agent=agent),
                author=agent,
                reason=wish.reason,
                begins_at=wish.begins_at,
                ends_at=wish.ends_at,
            )
        )

    async def last_customer(self, phone: PhoneId) -> LastCustomer | DeskAnswer:
        """With whom the agent at this phone has talked last, if that customer can be called."""
        agent, dialling = self._agent_at(phone), self._loop.view.policy.dialling
        if agent is None or dialling is None:
            return DeskAnswer.REFUSED
        try:
            last = await self._last_talk(agent)
        except JournalAway:
            return DeskAnswer.UNAVAILABLE
        if last is None:
            return DeskAnswer.NO_CUSTOMER
        number = dialable(last[0].number, dialling)
        if number is None:
            return DeskAnswer.NOT_CALLED
        return LastCustomer(contact=last[0].id, number=number, digits=digits_of(number, dialling.country))

    def read_time(self, digits: str) -> TimeSaid | None:
        """The next such moment by the company's clock."""
        return read_time(digits, self._loop.view.policy.timezone, self._loop.now())

    async def call_again(
        self, phone: PhoneId, customer: LastCustomer, at: float, *, by_anybody: bool
    ) -> DeskAnswer:
        """In the queue of that talk, with its needs and its language."""
        agent = self._agent_at(phone)
        try:
            last = await self._last_talk(agent) if agent is not None else None
        except JournalAway:
            return DeskAnswer.UNAVAILABLE
        if agent is None or last is None or last[0].id != customer.contact:
            return DeskAnswer.REFUSED
        contact, story = last
        chosen = [fact for entry in story for fact in entry.facts if isinstance(fact, QueueChosen)]
        came = [fact for fact in chosen if fact.contact == contact.id]
        if not came:
            return DeskAnswer.REFUSED
        wish = ScheduleCallback(
            number=customer.number,
            queue=came[-1].queue,
            not_before=at,
            author=agent,
            wanted=None if by_anybody else agent,
            language=contact.language,
            needs=came[-1].needs,
            about=came[-1].about,
            follows=contact.id,
        )
        return DeskAnswer.ACCEPTED if await self._ask(wish) is DeskAnswer.ACCEPTED else DeskAnswer.NOT_THEN

    def look_up(self, number: str) -> LookupAnswer:
        """What the company says of a number at this moment, for the inbound dialplan."""
        did = self._loop.view.did(number)
        if did is None:
            return LookupAnswer(known=False)
        at = self._loop.now()
        return LookupAnswer(known=True, open=did.open_at(at), flow=did.flow_at(at))

    def _agent_at(self, phone: PhoneId) -> AgentId | None:
        agent = self._loop.view.agent_at(phone)
        return agent.id if agent else None

    async def _ask(self, message: FromAgent | FromSupervisor) -> DeskAnswer:
        reply = await self._loop.ask(message)
        if not isinstance(reply, Done):
            return DeskAnswer.REFUSED
        return DeskAnswer.ACCEPTED if reply.in_place_of is None else DeskAnswer.DESK_TAKEN
