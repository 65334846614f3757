"""What the dialplan may ask: `lookup` (what is this number?) and `feature` (an agent's feature code).

Both set variables that the dialplan tests, all at once: a session that breaks off in the middle looks like no
answer at all.
"""

import asyncio
import enum
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

import msgspec
import structlog

from acd.asterisk.agi.errors import PromptMissing
from acd.asterisk.agi.server import Handler
from acd.asterisk.agi.session import Session
from acd.model.ids import AgentId, FlowId, PhoneId

PIN_TRIES = 3
PIN_DIGITS = 12
"""At most; the agent ends a shorter PIN with ``#``."""
PIN_KEY_WAIT_S = 6.0
"""Silence after which the digits so far count."""

log = structlog.get_logger(__name__)


class LookupAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the company file says of a number right now."""

    known: bool
    open: bool = False
    flow: FlowId | None = None


Lookup = Callable[[str], LookupAnswer]
"""Asked with the digits that were dialled, whatever they look like; answers at once, never raises."""


class DeskAnswer(enum.StrEnum):
    """What became of an agent's wish. The value is what the dialplan reads in ``ACD_RESULT``."""

    ACCEPTED = "accepted"
    DESK_TAKEN = "desk_taken"
    """Accepted, too: and whoever was logged in at this phone is logged out."""
    REFUSED = "refused"
    """It makes no sense now: nobody is logged in at this phone, the agent is talking, no such reason."""
    WRONG_PIN = "wrong_pin"
    """Also for an agent that does not exist: a phone is no place to learn who works here."""
    NO_CUSTOMER = "no_customer"
    """The agent has talked with nobody lately."""
    NOT_CALLED = "not_called"
    """The customer cannot be called again: the number is withheld, or never called."""
    NOT_THEN = "not_then"
    """The customer cannot be called at that time."""
    UNAVAILABLE = "unavailable"
    """Nobody can decide at the moment."""


class Desk(Protocol):
    """The door to the engine for a person at a desk phone."""

    async def log_in(self, agent: AgentId, phone: PhoneId, pin: str) -> DeskAnswer:
        """The agent works at this phone from now on."""

    async def log_out(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone goes home."""

    async def go_ready(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone takes contacts."""

    async def go_not_ready(self, phone: PhoneId, reason: str) -> DeskAnswer:
        """The agent at this phone takes no contacts; `reason` is a key of the company file, or empty."""

    async def end_wrap_up(self, phone: PhoneId) -> DeskAnswer:
        """The agent at this phone has finished the work after the contact."""

    async def be_absent(self, phone: PhoneId, digits: str) -> DeskAnswer:
        """The agent at this phone goes away. `digits`: a reason's key, for so many days, in so many days:
        ``2*14*7``; each part may be left out.
        """


class FeaturePrompt(enum.StrEnum):
    """What a feature code may have to say; which sound says it is the company's choice.

    For every `DeskAnswer` but accepted there is a prompt of the same value.
    """

    ASK_PIN = "ask_pin"
    WRONG_PIN = "wrong_pin"
    LOGGED_IN = "logged_in"
    DESK_TAKEN = "desk_taken"
    LOGGED_OUT = "logged_out"
    READY = "ready"
    NOT_READY = "not_ready"
    WRAP_UP_ENDED = "wrap_up_ended"
    ABSENT = "absent"
    CALL_AGAIN = "call_again"
    ASK_TIME = "ask_time"
    TIME_UNKNOWN = "time_unknown"
    CALLED_AT = "called_at"
    CONFIRM_TIME = "confirm_time"
    CALLED_AGAIN = "called_again"
    NO_CUSTOMER = "no_customer"
    NOT_CALLED = "not_called"
    NOT_THEN = "not_then"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"


def lookup_script(lookup: Lookup) -> Handler:
    """Serves ``AGI(agi://HOST:PORT/lookup,NUMBER)``.

    Sets ``ACD_KNOWN`` and ``ACD_OPEN`` (1 or 0), ``ACD_FLOW`` (may be empty), and ``ACD_ANSWERED`` to 1.
    """

    async def serve(session: Session) -> None:
        dialled = session.request.arguments[0] if session.request.arguments else ""
        answer = lookup(dialled)
        await session.set_variables(
            {
                "ACD_KNOWN": "1" if answer.known else "0",
                "ACD_OPEN": "1" if answer.open else "0",
                "ACD_FLOW": answer.flow or "",
                "ACD_ANSWERED": "1",
            }
        )

    return serve


InSteps = Callable[[Session, PhoneId], Awaitable[tuple[str, FeaturePrompt]]]
"""A code that asks the person several things. Comes to the word for the dialplan, and what to say."""


def feature_script(
    desk: Desk,
    sounds: Mapping[FeaturePrompt, str],
    *,
    desk_wait_s: float = 5.0,
    again: InSteps | None = None,
) -> Handler:
    """Serves ``AGI(agi://HOST:PORT/feature,CODE,ARGUMENT,PHONE)``.

    CODE is login (ARGUMENT: agent), logout, ready, notready (ARGUMENT: reason or nothing), endwrap, absent
    (ARGUMENT: reason and days, or nothing) or again (`acd.asterisk.agi.calling_again`); PHONE is
    ``${CHANNEL(endpoint)}``. Sets ``ACD_RESULT`` to a `DeskAnswer` or to ``unknown_code``, then tells the
    person. A sound that cannot be played is logged and left out. A desk that takes longer than `desk_wait_s`
    counts as unavailable, although what was asked may still come true.
    """
    missing = set(FeaturePrompt) - sounds.keys()
    if missing:
        raise ValueError(f"no sound for {', '.join(sorted(missing))}; name one for every FeaturePrompt")
    dialogue = _FeatureDialogue(desk, sounds, desk_wait_s, again)
    return dialogue.serve


class _FeatureDialogue:
    def __init__(
        self,
        desk: Desk,
        sounds: Mapping[FeaturePrompt, str],
        desk_wait_s: float,
        again: InSteps | None,
    ) -> None:
        self._desk = desk
        self._again = again
        self._sounds = sounds
        self._desk_wait_s = desk_wait_s

    async def serve(self, session: Session) -> None:
        result, prompt = await self._carry_out(session)
        await session.set_variable("ACD_RESULT", result)
        await self._say(session, prompt)

    async def _carry_out(self, session: Session) -> tuple[str, FeaturePrompt]:
        """Does what the code asks for; returns the word for the dialplan and what to say."""
        match session.request.arguments:
            case (_, _, ""):
                answer, done = DeskAnswer.REFUSED, FeaturePrompt.REFUSED
            case ("login", agent, phone):
                answer = await self._log_in(session, AgentId(agent), PhoneId(phone))
                done = FeaturePrompt.LOGGED_IN
            case ("logout", _, phone):
                answer = await self._decided(self._desk.log_out(PhoneId(phone)))
                done = FeaturePrompt.LOGGED_OUT
            case ("ready", _, phone):
                answer = await self._decided(self._desk.go_ready(PhoneId(phone)))
                done = FeaturePrompt.READY
            case ("notready", reason, phone):
                answer = await self._decided(self._desk.go_not_ready(PhoneId(phone), reason))
                done = FeaturePrompt.NOT_READY
            case ("endwrap", _, phone):
                answer = await self._decided(self._desk.end_wrap_up(PhoneId(phone)))
                done = FeaturePrompt.WRAP_UP_ENDED
            case ("absent", digits, phone):
                answer = await self._decided(self._desk.be_absent(PhoneId(phone), digits))
                done = FeaturePrompt.ABSENT
            case ("again", _, phone) if self._again is not None:
                return await self._again(session, PhoneId(phone))
            case _:
                return "unknown_code", FeaturePrompt.REFUSED
        return answer, done if answer is DeskAnswer.ACCEPTED else FeaturePrompt(answer.value)

    async def _log_in(self, session: Session, agent: AgentId, phone: PhoneId) -> DeskAnswer:
        """Asks for the PIN up to `PIN_TRIES` times. The PIN goes to the desk and nowhere else."""
        await session.answer()
        for attempt in range(PIN_TRIES):
            if attempt:
                await self._say(session, FeaturePrompt.WRONG_PIN)
            try:
                pin = await session.get_data(
                    self._sounds[FeaturePrompt.ASK_PIN], wait_s=PIN_KEY_WAIT_S, max_digits=PIN_DIGITS
                )
            except PromptMissing as error:
                log.error("a feature code cannot ask for the PIN", reason=str(error))
                return DeskAnswer.UNAVAILABLE
            answer = (
                await self._decided(self._desk.log_in(agent, phone, pin)) if pin else DeskAnswer.WRONG_PIN
            )
            if answer is not DeskAnswer.WRONG_PIN:
                return answer
        return DeskAnswer.WRONG_PIN

    async def _decided(self, wish: Awaitable[DeskAnswer]) -> DeskAnswer:
        try:
            async with asyncio.timeout(self._desk_wait_s):
                return await wish
        except TimeoutError:
            log.warning("no decision on a feature code in time", limit_s=self._desk_wait_s)
            return DeskAnswer.UNAVAILABLE

    async def _say(self, session: Session, prompt: FeaturePrompt) -> None:
        await session.answer()
        try:
            await session.stream_file(self._sounds[prompt])
        except PromptMissing as error:
            log.error("a feature code cannot say its result", prompt=prompt, reason=str(error))
