"""Follows the state of the desk phones: a snapshot at every connection, then what changes.

Rules and doubts:

- The snapshot is taken when Asterisk is fully booted: before, it lacks phones. A state heard while the
  snapshot is on its way is newer than the snapshot.
- Only device states become messages. ContactStatus, which says why a phone became (un)reachable, is logged: a
  device state goes with it whenever it matters, and by itself it misleads (a phone that registers from a new
  address has its old contact removed *after* the new one came).
- Asterisk can lay an event aside: it wakes our connection's thread by a signal, and one that comes in the
  instant before that thread goes to sleep wakes nobody (`get_input` in its manager.c; once in hundreds of
  calls a phone was free for a second and nothing told). What was laid aside goes out with the next event, or
  with the answer to our next action: hence the frequent ping, or a free phone would be left idle meanwhile.
- AMI is not ordered against ARI: what a phone was doing may be heard after we learnt that it ended.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import NoReturn

import msgspec
import structlog

from acd.asterisk.ami.connection import AmiConnection, AmiUser, Headers, text
from acd.asterisk.ami.devices import phone_of, state_of
from acd.asterisk.ami.errors import AmiClosed, AmiSilent, AmiTrouble
from acd.model.agent import PhoneState
from acd.model.ids import PhoneId
from acd.model.message import FromPhones, PhoneSeen, PhonesLost, PhonesSeen

log = structlog.get_logger(__name__)


class AmiTimes(msgspec.Struct, frozen=True, kw_only=True):
    """How patient we are with Asterisk."""

    answer_wait_s: float = 5.0
    """For any answer; after that the connection counts as dead."""
    boot_wait_s: float = 60.0
    """From logging in until Asterisk says that it is fully booted."""
    ping_every_s: float = 0.5
    """Also how late a state may be: see the module's doubts."""
    first_retry_s: float = 0.5
    """Doubled at every failure in a row, up to `last_retry_s`."""
    last_retry_s: float = 30.0


class DeviceStates:
    """Tells `emit` what the phones do, in order, from `start` to `aclose`; `emit` must not block or raise."""

    def __init__(
        self, user: AmiUser, *, emit: Callable[[FromPhones], None], times: AmiTimes | None = None
    ) -> None:
        self._user = user
        self._emit = emit
        self._times = times or AmiTimes()
        self._task: asyncio.Task[None] | None = None
        self._trouble: AmiTrouble | None = AmiClosed("not connected yet")

    @property
    def trouble(self) -> AmiTrouble | None:
        """Why the phones cannot be followed at the moment, with a remedy; None if they are."""
        return self._trouble

    def start(self) -> None:
        """Begins to connect and keeps at it."""
        self._task = asyncio.get_running_loop().create_task(self._follow())

    async def aclose(self) -> None:
        """Disconnects; nothing is emitted afterwards and nothing is left behind."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.wait({self._task})
        if not self._task.cancelled():
            self._task.result()

    async def _follow(self) -> None:
        """One connection after the other; every failure is one log line and one longer wait."""
        retry_s = self._times.first_retry_s
        while True:
            try:
                await self._follow_once()
            except AmiTrouble as trouble:
                if self._trouble is None:
                    retry_s = self._times.first_retry_s
                    self._emit(PhonesLost(reason=str(trouble)))
                self._trouble = trouble
                log.warning("no AMI connection", reason=str(trouble), retry_in_s=retry_s)
            await asyncio.sleep(retry_s)
            retry_s = min(retry_s * 2, self._times.last_retry_s)

    async def _follow_once(self) -> NoReturn:
        """Emits the snapshot, then changes, until the connection is lost, which it raises."""
        phones = _Phones(self._emit)
        connection = await AmiConnection.open(self._user, heard=phones.hear, wait_s=self._times.answer_wait_s)
        try:
            if not await connection.reaches(phones.booted, wait_s=self._times.boot_wait_s):
                raise AmiSilent(
                    "no FullyBooted from Asterisk; it still loads, or the AMI user lacks read = system"
                )
            phones.begin(await connection.device_states(wait_s=self._times.answer_wait_s))
            self._trouble = None
            log.info("phones are followed over AMI", phones=len(phones.known))
            while True:
                await connection.closed(within_s=self._times.ping_every_s)
                await connection.ping(wait_s=self._times.answer_wait_s)
        finally:
            await connection.aclose()


class _Phones:
    """The phones of one connection: collects what is heard before the snapshot, then emits every change."""

    def __init__(self, emit: Callable[[FromPhones], None]) -> None:
        self._emit = emit
        self._begun = False
        self.booted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.known: dict[PhoneId, PhoneState] = {}

    def begin(self, events: Iterable[Headers]) -> None:
        """The snapshot is here; what was heard meanwhile is newer than its entries."""
        listed = {seen.phone: seen.state for seen in map(_seen, events) if seen}
        self.known = listed | self.known
        self._begun = True
        self._emit(PhonesSeen(states=dict(self.known)))

    def hear(self, event: Headers) -> None:
        """Called for every event of the connection."""
        match text(event, "Event"):
            case "FullyBooted":
                if not self.booted.done():
                    self.booted.set_result(None)
            case "DeviceStateChange":
                if seen := _seen(event):
                    self._see(seen)
            case "ContactStatus":
                log.info(
                    "a phone's contact changed",
                    phone=text(event, "EndpointName"),
                    status=text(event, "ContactStatus"),
                )
            case _:
                pass

    def _see(self, seen: PhoneSeen) -> None:
        if self.known.get(seen.phone) == seen.state:
            return
        self.known[seen.phone] = seen.state
        if self._begun:
            self._emit(seen)


def _seen(event: Headers) -> PhoneSeen | None:
    """What a DeviceStateChange says; None if it is not about a phone."""
    phone = phone_of(text(event, "Device"))
    return None if phone is None else PhoneSeen(phone=phone, state=state_of(text(event, "State")))
