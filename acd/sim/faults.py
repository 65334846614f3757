"""What goes wrong, drawn from the seed: each run has some kinds of faults, and some of them often."""

from collections.abc import Callable
from random import Random

from acd.sim.company import change_company
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.network import Network
from acd.sim.phones import PhoneBoard
from acd.sim.postgres import SimPostgres, Weather
from acd.sim.service import Service
from acd.sim.story import Story
from acd.sim.supervisor import Supervisor
from acd.sim.switch import Switch

WITHIN_STEPS = 60
"""A kill comes at any of so many next steps of the process; a stop, too."""

WITHIN_REQUESTS = 8
"""A socket or a session breaks at any of so many next requests: most of the time nothing is on it."""


KINDS = (
    "kill",
    "freeze",
    "strike_at_commit",
    "terminate",
    "drop_socket",
    "half_open",
    "stall_socket",
    "slow_events",
    "close_side_door",
    "slow_side_door",
    "cut_process_off",
    "end_channels_by_hand",
    "stop_postgres",
    "stall_postgres",
    "break_sessions",
    "break_session",
    "restart_asterisk",
    "lose_phone_states",
    "slow_phone_states",
    "change_company",
    "reorder",
)
"""Their names, in the order of `Faults._kinds`."""


class Faults:
    """Each kind comes again and again, at moments that are drawn, until `end`."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        story: Story,
        *,
        supervisor: Supervisor,
        postgres: SimPostgres,
        network: Network,
        switch: Switch,
        board: PhoneBoard,
        disturbed: Callable[[], None],
        only: frozenset[str] | None = None,
    ) -> None:
        """`only`: kinds by name, such as ``strike_at_commit``; None lets the seed choose."""
        self._loop = loop
        self._dice = dice
        self._story = story
        self._supervisor = supervisor
        self._postgres = postgres
        self._network = network
        self._switch = switch
        self._board = board
        self._disturbed = disturbed
        self._is_over = False
        for name, kind in zip(KINDS, self._kinds(), strict=True):
            every_s = dice.choice((3.0, 10.0, 40.0))
            if dice.random() < 0.4 if only is None else name in only:
                self._again(kind, every_s)

    def _kinds(self) -> tuple[Callable[[], None], ...]:
        return (
            self._kill,
            self._freeze,
            self._strike_at_commit,
            self._terminate,
            self._drop_socket,
            self._half_open,
            self._stall_socket,
            self._slow_events,
            self._close_side_door,
            self._slow_side_door,
            self._cut_process_off,
            self._end_channels_by_hand,
            self._stop_postgres,
            self._stall_postgres,
            self._break_sessions,
            self._break_session,
            self._restart_asterisk,
            self._lose_phone_states,
            self._slow_phone_states,
            self._change_company,
            self._reorder,
        )

    def end(self) -> None:
        """Nothing goes wrong any more, and what is wrong is mended."""
        self._is_over = True
        self._supervisor.thaw_all()
        self._postgres.weather = Weather()
        self._postgres.start()
        self._postgres.resume()
        self._network.side_door_works = True
        self._network.slow_s = self._network.side_door_slow_s = 0.0
        self._postgres.cut_off = None
        self._board.slow_s = 0.0
        self._network.is_up = True
        self._board.find()
        for wire in tuple(self._network.wires):
            if wire.is_half_open:
                wire.drop("the way is mended")
        self._disturbed()

    def _again(self, kind: Callable[[], None], every_s: float) -> None:
        self._loop.in_world(self._dice.expovariate(1 / every_s), self._happen, kind, every_s)

    def _happen(self, kind: Callable[[], None], every_s: float) -> None:
        if not self._is_over:
            self._disturbed()
            kind()
            self._again(kind, every_s)

    def _tell(self, what: str) -> None:
        self._story.tell("FAULT", what)

    def _after(self, delay_s: float, mend: Callable[[], None], what: str) -> None:
        """Mend something later, unless everything was mended before."""

        def act() -> None:
            if not self._is_over:
                self._tell(what)
                self._disturbed()
                mend()

        self._loop.in_world(delay_s, act)

    # --- processes ------------------------------------------------------------------------------------

    def _kill(self) -> None:
        service = self._supervisor.any_service(self._dice)
        if service is not None:
            steps = 1 + self._dice.randrange(WITHIN_STEPS)
            self._tell(f"kill -9 {service.process.name} in {steps} steps")
            service.process.die_in(steps)

    def _freeze(self) -> None:
        service = self._supervisor.any_service(self._dice)
        if service is not None:
            self._stop_for_a_while(service, 1 + self._dice.randrange(WITHIN_STEPS))

    def _stop_for_a_while(self, service: Service, in_steps: int) -> None:
        for_s = self._dice.choice((0.5, 3.0, 10.0, 20.0)) * self._dice.random()
        self._tell(f"{service.process.name} is frozen in {in_steps} steps, for {for_s:.2f} s")
        if in_steps:
            service.process.freeze_in(in_steps)
        else:
            service.process.freeze()
        self._loop.in_world(for_s, self._supervisor.thaw, service)

    def _strike_at_commit(self) -> None:
        self._tell("the next to commit is struck before it hears that it has")
        self._postgres.committed_by = self._strike

    def _strike(self, process: SimProcess) -> None:
        service = next((one for one in self._supervisor.services.values() if one.process is process), None)
        if service is None:
            return
        if self._dice.random() < 0.4:
            self._tell(f"kill -9 {process.name}")
            self._loop.kill(process)
        else:
            self._stop_for_a_while(service, 0)

    def _terminate(self) -> None:
        service = self._supervisor.any_service(self._dice)
        if service is not None:
            self._tell(f"SIGTERM to {service.process.name}")
            self._supervisor.terminate(service)

    # --- the network ----------------------------------------------------------------------------------

    def _drop_socket(self) -> None:
        for wire in tuple(self._network.wires):
            requests = self._dice.randrange(WITHIN_REQUESTS)
            self._tell(f"the socket of {wire.process.name} breaks after {requests} requests")
            wire.break_after(requests)
        if self._dice.random() < 0.2:
            self._network.is_up = False
            self._after(self._dice.random() * 5, self._come_back, "Asterisk can be reached again")

    def _come_back(self) -> None:
        self._network.is_up = True

    def _half_open(self) -> None:
        for wire in tuple(self._network.wires):
            self._tell(f"nothing passes on the socket of {wire.process.name}, and nobody notices")
            wire.is_half_open = True
            self._loop.in_world(5 + self._dice.random() * 20, wire.close_there)

    def _stall_socket(self) -> None:
        for wire in tuple(self._network.wires):
            for_s = self._dice.random() * self._dice.choice((0.5, 2.5, 6.0))
            self._tell(f"Asterisk gets to no request of {wire.process.name} for {for_s:.2f} s")
            wire.stall(for_s)

    def _slow_events(self) -> None:
        self._network.slow_s = self._dice.choice((0.05, 0.5, 1.5))
        self._tell(f"events take up to {self._network.slow_s} s")
        self._after(self._dice.random() * 10, self._quicken_events, "events are quick again")

    def _quicken_events(self) -> None:
        self._network.slow_s = 0.0

    def _close_side_door(self) -> None:
        self._tell("the side door is closed")
        self._network.side_door_works = False
        self._after(self._dice.random() * 4, self._open_side_door, "the side door is open again")

    def _open_side_door(self) -> None:
        self._network.side_door_works = True

    def _slow_side_door(self) -> None:
        self._network.side_door_slow_s = self._dice.choice((0.1, 1.0, 4.0))
        self._tell(f"the side door takes up to {self._network.side_door_slow_s} s each way")
        self._after(self._dice.random() * 10, self._quicken_side_door, "the side door is quick again")

    def _quicken_side_door(self) -> None:
        self._network.side_door_slow_s = 0.0

    # --- the database ---------------------------------------------------------------------------------

    def _stop_postgres(self) -> None:
        self._tell("PostgreSQL ends")
        self._postgres.stop()
        self._after(
            self._dice.random() * self._dice.choice((0.3, 8.0)), self._postgres.start, "PostgreSQL is back"
        )

    def _stall_postgres(self) -> None:
        self._tell("PostgreSQL is stopped at an instruction")
        self._postgres.stall()
        self._after(
            self._dice.random() * self._dice.choice((0.5, 10.0)), self._postgres.resume, "PostgreSQL goes on"
        )

    def _cut_process_off(self) -> None:
        service = self._supervisor.any_service(self._dice)
        if service is not None:
            self._tell(f"nothing of {service.process.name} reaches PostgreSQL")
            self._postgres.cut_off = service.process
            self._after(self._dice.random() * 12, self._reach_postgres, "PostgreSQL can be reached again")

    def _reach_postgres(self) -> None:
        self._postgres.cut_off = None

    def _break_sessions(self) -> None:
        chance = self._dice.choice((0.05, 0.3))
        self._postgres.weather = Weather(
            cut_before=chance * self._dice.randrange(2),
            cut_after=chance * self._dice.randrange(2),
            slow_s=self._dice.choice((0.0, 0.05, 1.0)),
        )
        self._tell(f"{self._postgres.weather}")
        self._after(self._dice.random() * 10, self._mend_sessions, "the way to PostgreSQL is mended")

    def _break_session(self) -> None:
        requests, done = self._dice.randrange(WITHIN_REQUESTS), self._dice.random() < 0.5
        self._tell(f"a session breaks after {requests} requests, the last one is done: {done}")
        self._postgres.break_after(requests, done=done)

    def _mend_sessions(self) -> None:
        self._postgres.weather = Weather()

    # --- Asterisk -------------------------------------------------------------------------------------

    def _restart_asterisk(self) -> None:
        announced = self._dice.random() < 0.5
        self._tell(f"Asterisk is restarted, announced: {announced}")
        self._network.is_up = False
        self._board.lose()
        self._switch.restart(announced=announced)
        self._after(self._dice.random() * 4, self._find_asterisk, "Asterisk is up")

    def _find_asterisk(self) -> None:
        self._network.is_up = True
        self._board.find()

    def _end_channels_by_hand(self) -> None:
        """Somebody at Asterisk's console."""
        names = sorted(self._switch.channels)
        if names:
            name = self._dice.choice(names)
            self._tell(f"somebody ends {name} by hand")
            self._switch.request("DELETE", f"channels/{name}")

    def _reorder(self) -> None:
        order, dice = self._switch.order, self._dice
        order.entering_s = dice.choice((0.0, 0.002, 0.02, 0.3)) * dice.random()
        order.travelling_s = dice.choice((0.0, 0.01, 0.2)) * dice.random()
        order.ending_s = dice.choice((0.0, 0.002, 0.02, 0.3)) * dice.random()
        order.ringing_state_first = dice.random() < 0.5
        self._tell(f"{order}")

    def _lose_phone_states(self) -> None:
        self._tell("phone states are not told")
        self._board.lose()
        self._after(self._dice.random() * 8, self._board.find, "phone states are told again")

    def _slow_phone_states(self) -> None:
        self._board.slow_s = self._dice.choice((0.1, 2.0))
        self._tell(f"phone states take up to {self._board.slow_s} s")
        self._after(self._dice.random() * 10, self._quicken_phone_states, "phone states are quick again")

    def _quicken_phone_states(self) -> None:
        self._board.slow_s = 0.0

    # --- the administrator ------------------------------------------------------------------------------

    def _change_company(self) -> None:
        service = self._supervisor.serving()
        if service is not None:
            self._tell("another version of the company is applied")
            service.apply(lambda policy, version: change_company(self._dice, policy, version))
