"""A feature code in several steps: an agent has the customer of the last talk called again at another time.

Who it is about is read out, the time is keyed in and read back, and a key confirms it: 1 for a call by this
agent, 2 for one by anybody.
"""

import asyncio
from collections.abc import Awaitable, Mapping
from typing import Protocol, TypeVar

import msgspec
import structlog

from acd.asterisk.agi.errors import PromptMissing
from acd.asterisk.agi.scripts import DeskAnswer, FeaturePrompt
from acd.asterisk.agi.session import Session
from acd.model.ids import ContactId, PhoneId

TIME_TRIES = 3
TIME_DIGITS = 8
"""Hour and minute, and day and month if it is not the next such time."""
KEY_WAIT_S = 6.0
"""Silence after which the digits so far count."""
BY_THIS_AGENT, BY_ANYBODY = "1", "2"

log = structlog.get_logger(__name__)
T = TypeVar("T")


class LastCustomer(msgspec.Struct, frozen=True, kw_only=True):
    """With whom an agent has talked last."""

    contact: ContactId
    number: str
    """In the international form, with a plus sign."""
    digits: str
    """As somebody in the company's country would dial it."""


class TimeSaid(msgspec.Struct, frozen=True, kw_only=True):
    """A time that was keyed in, and how it is read back."""

    at: float
    digits: str


class AgainDesk(Protocol):
    """The door to the engine for this code."""

    async def last_customer(self, phone: PhoneId) -> LastCustomer | DeskAnswer:
        """With whom the agent at this phone has talked last; or why nobody can be called again."""

    def read_time(self, digits: str) -> TimeSaid | None:
        """What digits mean, by the company's clock; None: nothing."""

    async def call_again(
        self, phone: PhoneId, customer: LastCustomer, at: float, *, by_anybody: bool
    ) -> DeskAnswer:
        """Have the customer called at a moment to come."""


class CallingAgain:
    """The dialogue of one company."""

    def __init__(
        self,
        desk: AgainDesk,
        sounds: Mapping[FeaturePrompt, str],
        digits: Mapping[str, str],
        *,
        desk_wait_s: float = 5.0,
    ) -> None:
        """`digits` are the sounds of the ten digits."""
        self._desk = desk
        self._sounds = sounds
        self._digits = digits
        self._desk_wait_s = desk_wait_s

    async def carry_out(self, session: Session, phone: PhoneId) -> tuple[str, FeaturePrompt]:
        """Do what the code asks for; the word for the dialplan, and what to say at the end."""
        customer = await self._decided(self._desk.last_customer(phone))
        if not isinstance(customer, LastCustomer):
            return customer.value, FeaturePrompt(customer.value)
        await session.answer()
        try:
            answer = await self._agree(session, phone, customer)
        except PromptMissing as error:
            log.error("a feature code cannot ask for the time", reason=str(error))
            answer = DeskAnswer.UNAVAILABLE
        done = answer is DeskAnswer.ACCEPTED
        return answer.value, FeaturePrompt.CALLED_AGAIN if done else FeaturePrompt(answer.value)

    async def _agree(self, session: Session, phone: PhoneId, customer: LastCustomer) -> DeskAnswer:
        await self._say(session, FeaturePrompt.CALL_AGAIN, customer.digits)
        for _ in range(TIME_TRIES):
            said = self._desk.read_time(await self._key_in(session, FeaturePrompt.ASK_TIME, TIME_DIGITS))
            if said is None:
                await self._say(session, FeaturePrompt.TIME_UNKNOWN)
                continue
            await self._say(session, FeaturePrompt.CALLED_AT, said.digits)
            key = await self._key_in(session, FeaturePrompt.CONFIRM_TIME, 1)
            if key not in (BY_THIS_AGENT, BY_ANYBODY):
                continue
            wish = self._desk.call_again(phone, customer, said.at, by_anybody=key == BY_ANYBODY)
            answer = await self._decided(wish)
            if answer is not DeskAnswer.NOT_THEN:
                return answer
            await self._say(session, FeaturePrompt.NOT_THEN)
        return DeskAnswer.REFUSED

    async def _key_in(self, session: Session, prompt: FeaturePrompt, most: int) -> str:
        return await session.get_data(self._sounds[prompt], wait_s=KEY_WAIT_S, max_digits=most)

    async def _say(self, session: Session, prompt: FeaturePrompt, digits: str = "") -> None:
        """A sentence, and a number digit by digit."""
        for sound in (self._sounds[prompt], *(self._digits[digit] for digit in digits)):
            await session.stream_file(sound)

    async def _decided(self, wish: Awaitable[T | DeskAnswer]) -> T | DeskAnswer:
        try:
            async with asyncio.timeout(self._desk_wait_s):
                return await wish
        except TimeoutError:
            log.warning("no decision on a feature code in time", limit_s=self._desk_wait_s)
            return DeskAnswer.UNAVAILABLE
