"""A call centre in one process, for a million calls: all of the service but its sockets.

Engine, loop, link to Asterisk, metrics and the journal's encoding are the real ones. Asterisk is the
simulator's switch, the clock is its loop's, and PostgreSQL takes what it is given and forgets it. So what is
still held after a million calls is held by the service.

Of a hundred callers 15 go through a menu, 5 leave at once and 30 after some seconds, whatever they are doing
then; of a hundred offers 2 are refused and 1 is not answered. Every ten thousand calls a new version of the
company is put in force, and every agent logs out and in again.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec

from acd.asterisk.ari.link import AriLink
from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.fact import ContactEnded, Surprise
from acd.model.ids import AgentId, PhoneId
from acd.model.message import GoReady, LogIn, LogOut, PhoneSeen, PhonesSeen, PolicyApplied
from acd.model.outcome import Outcome
from acd.model.policy import Policy
from acd.runtime.loop import Loop
from acd.runtime.ports import Batch
from acd.sim.company import BEGINNING
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.service import SimClock
from acd.sim.switch import Installation, SimCall, SimRinging, Switch
from acd.sim.switch.direct import DirectDoor, DirectSocket
from acd.store.writing import steps
from acd.web.metrics import Metrics
from acd.web.service import Readiness
from bench.scale.company import MENU_NUMBER, NUMBER, LargeCompany

ORDINARY = LargeCompany(agents=60, working=60)
CALLS_PER_S = 12.0
APP = "acd"
NEW_VERSION_EVERY = 10_000
LOOK_S = 1.0
"""How often the hall looks whether enough calls are over, in its own seconds."""


class Broken(Exception):
    """The service did something in the hall that it must not do."""


class ForgetfulJournal:
    """Encodes every batch as the real journal would, and keeps nothing."""

    def __init__(self) -> None:
        self.commits = self.bytes = 0

    async def commit(self, batch: Batch) -> None:
        """Take a batch; see `acd.runtime.ports.Journal`."""
        self.bytes += sum(len(step.encoded()) for step in steps(batch))
        self.commits += 1
        await asyncio.sleep(0.001)


class Hall:
    """See the module. All calls follow from `seed`; `patient`: all call straight, and nobody leaves."""

    def __init__(
        self,
        company: LargeCompany = ORDINARY,
        *,
        seed: int = 1,
        calls_per_s: float = CALLS_PER_S,
        patient: bool = False,
    ) -> None:
        self._dice = Random(seed)  # noqa: S311 - the same calls in every run
        self._calls_per_s = calls_per_s
        self._patient = patient
        self._company = company
        self._policy = _compiled(self._company)
        self._time = SimLoop(self._dice, failed=self._fail, died=lambda _: None)
        self._switch = Switch(
            later=self._time.in_world,
            now=lambda: BEGINNING + self._time.time(),
            installation=Installation(app=APP, length_s=lambda _: 1.0),
        )
        self._service = SimProcess("service")
        self.journal = ForgetfulJournal()
        self._metrics = Metrics(self)
        self._arrived = 0
        self.over = 0
        """Calls that have ended in the books."""
        self._failure: str | None = None
        self._loop: Loop | None = None
        self._time.spawn(self._service, self._serve())

    def run(self, calls: int) -> Iterator[int]:
        """Let so many calls be over, and yield how many are every now and then.

        Raises:
            Broken: a surprise, or an error that nobody caught.
        """
        while self.over < calls:
            self._live_on()
            yield self.over

    def fill(self, waiting: int) -> None:
        """Let callers come until so many wait.

        Raises:
            Broken: as above.
        """
        while self.waiting < waiting:
            self._live_on()

    @property
    def waiting(self) -> int:
        """Callers who wait at this moment."""
        return sum(self._loop.view.is_waiting(one) for one in self._loop.view.contacts()) if self._loop else 0

    def _live_on(self) -> None:
        self._time.run(self._time.time() + LOOK_S)
        if self._failure is not None:
            raise Broken(self._failure)

    def close(self) -> None:
        """End it."""
        self._failure = self._failure or "closed"
        self._time.bury()

    def readiness(self) -> Readiness:
        """As the metrics ask."""
        return Readiness(
            leads=True, asterisk=True, database=True, phones=True, company_version=1, troubles=()
        )

    # --- the service ----------------------------------------------------------------------------------

    async def _serve(self) -> None:
        clock = SimClock(self._time)
        link = AriLink(
            APP,
            clock,
            lambda: self._fail("another process has taken the application"),
            open_socket=lambda hear: DirectSocket(self._switch, APP, hear),
            side_door=DirectDoor(self._switch),
        )
        loop = self._loop = Loop(
            Engine(Floor(self._policy, epoch=1)),
            self.journal,
            link,
            clock,
            observers=(self._metrics.count, self._observe),
        )
        running = asyncio.get_running_loop().create_task(loop.run())
        await loop.ask(PolicyApplied(policy=self._policy))
        link.start(loop.tell)
        for desk in self._company.desks():
            self._switch.register(desk, self._hear_ringing)
        loop.tell(
            PhonesSeen(states={PhoneId(phone): state for phone, state in self._switch.phone_states().items()})
        )
        self._switch.watch_phones(
            lambda phone, state: self._tell(PhoneSeen(phone=PhoneId(phone), state=state))
        )
        await self._open(loop)
        self._time.in_world(0.0, self._come)
        await running

    def _tell(self, seen: PhoneSeen) -> None:
        loop = self._loop
        if loop is not None:
            self._time.in_process(self._service, self._time.time() + 0.001, loop.tell, seen)

    async def _open(self, loop: Loop) -> None:
        """Every agent logs in and is ready."""
        for agent, desk in zip(self._company.agent_numbers(), self._company.desks(), strict=True):
            await loop.ask(LogOut(agent=AgentId(agent)))
            await loop.ask(LogIn(agent=AgentId(agent), phone=PhoneId(desk)))
            await loop.ask(GoReady(agent=AgentId(agent)))

    async def _change_shifts(self) -> None:
        loop = self._loop
        assert loop is not None, "shifts change while the service runs"
        self._policy = msgspec.structs.replace(self._policy, version=self._policy.version + 1)
        await loop.ask(PolicyApplied(policy=self._policy))
        await self._open(loop)
        self._metrics.text()

    def _observe(self, outcome: Outcome) -> None:
        for fact in outcome.facts:
            if isinstance(fact, Surprise):
                self._fail(str(fact))
            self.over += isinstance(fact, ContactEnded)

    def _fail(self, sentence: str) -> None:
        self._failure = self._failure or sentence

    # --- people ---------------------------------------------------------------------------------------

    def _come(self) -> None:
        """A caller calls, and the next one will."""
        self._arrived += 1
        self._time.in_world(self._dice.expovariate(self._calls_per_s), self._come)
        if self._patient:
            self._switch.call_in(NUMBER, f"+3630{self._arrived:07d}")
            return
        through_menu = self._dice.random() < 0.15
        call = self._switch.call_in(MENU_NUMBER if through_menu else NUMBER, f"+3630{self._arrived:07d}")
        if through_menu:
            self._time.in_world(0.5 + self._dice.random() * 2, _press, call, self._dice.choice("12345678*"))
        luck = self._dice.random()
        if luck < 0.05:
            self._time.in_world(self._dice.random() * 2, _hang_up, call)
        elif luck < 0.35:
            self._time.in_world(2 + self._dice.random() * 8, _hang_up, call)
        if self._arrived % NEW_VERSION_EVERY == 0:
            self._time.in_process(self._service, self._time.time(), self._begin_new_shift)

    def _begin_new_shift(self) -> None:
        self._time.create_task(self._change_shifts())

    def _hear_ringing(self, ringing: SimRinging) -> None:
        """A desk phone rings."""
        luck = self._dice.random()
        if luck < 0.02:
            self._time.in_world(self._dice.random(), _reject, ringing)
        elif luck < 0.99:
            self._time.in_world(0.2 + self._dice.random() * 0.5, ringing.answer)
            self._time.in_world(1 + self._dice.expovariate(1 / 2), ringing.hang_up)


def _press(call: SimCall, key: str) -> None:
    call.press(key)


def _hang_up(call: SimCall) -> None:
    if not call.is_over:
        call.hang_up()


def _reject(ringing: SimRinging) -> None:
    if not ringing.is_over:
        ringing.reject(486)


def _compiled(company: LargeCompany) -> Policy:
    checked = check(company.text().encode(), Path())
    assert isinstance(checked, CheckedCompany), checked
    sounds = {prompt: f"sound:{prompt}" for prompt in prompts_of(checked.company)}
    return policy_of(checked.company, version=1, sounds=sounds, year=2026)
