"""One simulated world: two places where the service runs, its database, Asterisk, ways between, and people.

Everything in it follows from one seed. `run` lets it live for a while with faults, then lets everybody leave,
and then audits what is left.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from acd.model.agent import Agent, Idle, PhoneState
from acd.model.experience import Experience
from acd.model.ids import PhoneId
from acd.model.overlay import Overlay
from acd.sim.books import wrongs
from acd.sim.calling_back import is_customers
from acd.sim.company import AGENTS, BEGINNING, PHONES, draw_company
from acd.sim.coverage import Coverage
from acd.sim.customers import KEYS_TO_BE_CALLED, Customers
from acd.sim.faults import Faults, Mischief
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.network import Network
from acd.sim.others import Chief, Clerk, Outsider
from acd.sim.people import Callers, Staff
from acd.sim.phones import PhoneBoard
from acd.sim.postgres import SimPostgres
from acd.sim.promises import Promises
from acd.sim.service import Service, Surroundings
from acd.sim.story import Story, logs_to
from acd.sim.supervisor import ORDINARY, Supervisor
from acd.sim.switch import Installation, Switch

LEAVE_S = 60.0
"""When nobody calls any more: so long until the last ones hang up."""

QUIET_S = 100.0
"""So long the service may take then to put the last things in order; Asterisk needs a minute to notice that a
phone has vanished.
"""

QUIET_CALLING_S = 260.0
"""The same where customers are called: they are given up in time; a minute later if an agent has them then,
and some of them twice.
"""

QUIET_LOOKS = 4
"""It must be quiet so often, a second apart: the last commit takes its time."""


WITH_CALLBACKS = 0.6
"""So many of the seeds have a company that calls its customers back."""


@dataclass(kw_only=True)
class Result:
    """What came of a run."""

    seed: int
    events: int
    """Messages that engines handled."""
    broken: list[str]
    """The promises that were broken, the first one first. Nothing after it means anything."""
    coverage: Coverage
    lines: list[str] = field(default_factory=list)
    digest: str = ""
    was_killed: bool = False
    """Whether a process came to the step that it was to be killed at, or was killed by a fault."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What may be asked of a run besides its seed."""

    told: bool = False
    """Write the story."""
    faults: bool = True
    only: frozenset[str] | None = None
    """The kinds of faults; the seed chooses if it is None."""
    kill_at: int | None = None
    """Kill the first leader at this step of its process, and let nothing else go wrong."""
    length_s: float | None = None
    """How long people call; drawn if it is None."""
    callbacks: bool | None = None
    """Whether the company calls its customers back; the seed chooses if it is None."""

    def have_callbacks(self, seed: int) -> bool:
        """Decided apart, so that all else is the same for a seed without them."""
        if self.callbacks is not None:
            return self.callbacks
        return Random(f"callbacks of {seed}").random() < WITH_CALLBACKS  # noqa: S311


class World:
    """See the module."""

    def __init__(self, seed: int, options: Options) -> None:
        """Everything is made in this order, whatever the options say: each part draws from the same dice."""
        self.seed = seed
        self._options = options
        self._callbacks = options.have_callbacks(seed)
        self._dice = Random(seed)  # noqa: S311
        self.broken: list[str] = []
        self._is_over = False
        self._was_killed = False
        self._quiet_looks = 0
        self.coverage: Coverage = Coverage()
        self.loop = SimLoop(self._dice, failed=self.fail, died=self._died, ordinary=ORDINARY)
        self.story = Story(self.loop, told=options.told)
        self._make_surroundings()
        self._start_services()
        self._invite_people()

    def _make_surroundings(self) -> None:
        """PostgreSQL, Asterisk, the ways to them, and who sees to it that promises are kept."""
        self.postgres = SimPostgres(self.loop, self._dice)
        self.promises = Promises(
            self.loop,
            self.story,
            failed=self.fail,
            tables=self.postgres.tables,
            find_leader=self._leader_that_is_well,
            epoch_of=self._epoch_of,
            epoch_in_force=lambda: self.postgres.lease.epoch,
        )
        sound_s = self._dice.choice((0.5, 3.0))
        self.switch = Switch(
            later=self.loop.in_world,
            now=lambda: BEGINNING + self.loop.time(),
            installation=Installation(
                length_s=lambda _: sound_s,
                rtp_timeout_s=self._dice.choice((8.0, 60.0)) if self._callbacks else 60.0,
            ),
        )
        self.promises.switch = self.switch
        self.network = Network(
            self.loop,
            self._dice,
            self.switch,
            perform=self.promises.perform,
            connected=self.promises.connected,
            replaced=self.promises.replaced,
        )
        self.board = PhoneBoard(self.loop, self._dice)
        self.switch.watch_phones(self._tell_phone)

    def _tell_phone(self, phone: str, state: PhoneState) -> None:
        """Of the lines of a trunk nothing is told."""
        if not is_customers(phone):
            self.board.change(phone, state)

    def _start_services(self) -> None:
        """One place where the service runs, or two; the first service may have an appointed end."""
        around = Surroundings(
            loop=self.loop,
            dice=self._dice,
            postgres=self.postgres,
            network=self.network,
            board=self.board,
            company=draw_company(self._dice, callbacks=self._callbacks),
            coverage=self.coverage,
            observe=self.promises.observe,
            one_machine=self._dice.choice((True, False)),
        )
        self.supervisor = Supervisor(
            self.loop,
            self._dice,
            self.story,
            make=lambda name: Service(name, around),
            failed=self.fail,
            epoch=lambda: self.postgres.lease.epoch,
            places=self._dice.choice((1, 2)),
        )
        if self._options.kill_at is not None:
            first = next(iter(self.supervisor.services.values()))
            first.process.die_in(self._options.kill_at)

    def _invite_people(self) -> None:
        """Callers, and agents with their phones."""
        every_s = self._dice.choice((0.7, 2.0, 5.0))
        self.callers = Callers(self.loop, self._dice, self.switch, self.story, every_s=every_s)
        self.staff = Staff(
            self.loop,
            self._dice,
            self.switch,
            self.story,
            find_service=self.supervisor.serving,
            people=tuple(zip(AGENTS, map(PhoneId, PHONES), strict=True)),
        )
        Outsider(self.loop, self._dice, self.switch, self.story)
        Chief(self.loop, self._dice, self.story, find_service=self.supervisor.serving)
        self.customers = self._invite_customers() if self._callbacks else None
        self.clerk = self._employ_clerk() if self._callbacks else None

    def _invite_customers(self) -> Customers:
        """Who is called back; callers know a key for that, and agents decide."""
        self.callers.keys = KEYS_TO_BE_CALLED
        self.staff.presses, self.staff.choose_key = 0.4, lambda: self._dice.choice("11234**")
        self.staff.stays_s, self.staff.presses_within_s = self._dice.choice((2.0, 15.0)), 12.0
        return Customers(
            self.loop,
            self._dice,
            self.switch,
            self.story,
            callers=self.callers,
            find_service=self.supervisor.serving,
        )

    def _employ_clerk(self) -> Clerk:
        """Who agrees on callbacks."""
        return Clerk(self.loop, self._dice, self.story, find_service=self.supervisor.serving)

    def fail(self, sentence: str) -> None:
        """A promise is broken: the run ends here."""
        if self._is_over:
            return
        self.broken.append(f"at {self.loop.time():.4f}: {sentence}")
        self.story.tell("BROKEN", sentence)
        self.loop.stopped = True

    def run(self) -> Result:
        """Live, leave, and be audited."""
        with logs_to(self.story, self.fail):
            length_s = self._options.length_s or self._dice.choice((20.0, 60.0, 120.0))
            faults = self._begin_faults()
            self.loop.run(length_s)
            if faults is not None:
                faults.end()
            self.callers.close()
            if self.clerk is not None:
                self.clerk.close()
            self._run_until(self._are_all_served, LEAVE_S)
            self.staff.close()
            if self.customers is not None:
                self.customers.close()
            self.callers.leave()
            self._run_until(self._is_settled, QUIET_CALLING_S if self._callbacks else QUIET_S)
            if not self.broken:
                self._audit()
            self._end()
        return Result(
            seed=self.seed,
            events=self.promises.handled,
            broken=self.broken,
            coverage=self.coverage,
            lines=self.story.lines,
            digest=self.story.digest,
            was_killed=self._was_killed,
        )

    def _run_until(self, done: Callable[[], bool], limit_s: float) -> None:
        until = self.loop.time() + limit_s
        while not (self.loop.stopped or done()) and self.loop.time() < until:
            self.loop.run(self.loop.time() + 1.0)

    def _are_all_served(self) -> bool:
        """Whether nobody is on a line, and nobody is to be called back."""
        if self.switch.channels or not self._callbacks:
            return not self.switch.channels
        leader = self._leader_that_is_well()
        return leader is not None and leader.floor is not None and not any(leader.floor.contacts())

    def _is_settled(self) -> bool:
        """Whether it has been quiet for a while."""
        self._quiet_looks = self._quiet_looks + 1 if self._is_quiet() else 0
        return self._quiet_looks >= QUIET_LOOKS

    def _is_quiet(self) -> bool:
        """Whether everybody has left, and the books say so."""
        leader = self._leader_that_is_well()
        if leader is None or leader.floor is None or self.switch.channels or self.switch.bridges:
            return False
        return all(
            isinstance(record, Overlay | Experience)
            or (isinstance(record, Agent) and isinstance(record.activity, Idle))
            for record in (*leader.floor.records(), *self.postgres.tables.live_records())
        )

    def _end(self) -> None:
        """Nothing that happens from here on is part of the run."""
        self._is_over = True
        self.story.told = False
        self.supervisor.is_over = True
        self.network.is_up = False
        self.postgres.stop()
        self.loop.bury()

    def _begin_faults(self) -> Faults | None:
        if not self._options.faults or self._options.kill_at is not None:
            return None
        world = Mischief(
            self.loop,
            self._dice,
            self.story,
            supervisor=self.supervisor,
            postgres=self.postgres,
            network=self.network,
            switch=self.switch,
            board=self.board,
            disturbed=self.promises.disturbed,
        )
        return Faults(world, callbacks=self._callbacks, only=self._options.only)

    def _died(self, process: SimProcess) -> None:
        self.story.tell(process.name, "is dead")
        self._was_killed = self._was_killed or process.dies_at == process.steps
        self.promises.disturbed()
        self.postgres.process_died(process, silently=self._dice.random() < 0.15)
        self.network.process_died(process)
        self.board.process_died(process)
        self.supervisor.died(process)

    def _epoch_of(self, process: SimProcess) -> int:
        return max(
            (one.epoch for one in self.supervisor.services.values() if one.process is process), default=0
        )

    def _leader_that_is_well(self) -> Service | None:
        leader = self.supervisor.serving()
        if leader is None or leader.process.frozen or leader.floor is None or leader.link is None:
            return None
        well = leader.link.is_connected and leader.floor.connected
        return leader if well and self.postgres.is_well and self.network.is_up else None

    def _audit(self) -> None:
        """Everybody has left: nothing may be left."""
        for channel in self.switch.channels.values():
            self.fail(f"channel {channel.id} is left")
        for bridge in self.switch.bridges.values():
            self.fail(f"bridge {bridge.id} is left")
        tables = self.postgres.tables
        for sentence in wrongs(tables.entries, tables.live_records(), BEGINNING + self.loop.time()):
            self.fail(sentence)


def run(seed: int, options: Options | None = None) -> Result:
    """One run of one seed."""
    return World(seed, options or Options()).run()
