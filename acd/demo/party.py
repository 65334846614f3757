"""The people of the demo as guests of a session: they come, they phone, and they leave in order."""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from acd.company.schema import Company
from acd.demo.agents import DeskAgent
from acd.demo.callers import LINES, Agenda, Callers, wait_for_all
from acd.demo.camera import Camera
from acd.demo.cast import Seat
from acd.demo.curtain import Curtain
from acd.demo.habits import Habits
from acd.demo.house import House
from acd.demo.show import Show, show_on
from acd.demo.summary import summary
from acd.demo.voices import Voices, voices
from acd.demo.watcher import Floor, Watcher
from acd.demo.welcome import welcome
from acd.lab.errors import LabError
from acd.lab.session import end_session
from acd.lab.stack import Stack
from acd.testing.errors import PhoneError
from acd.testing.phone import Phone
from acd.testing.rack import PhoneRack
from acd.web.bodies import Status
from acd.web.client import ControlClient, NoAnswer, RequestRefused, ServiceFailed, ServiceNotRunning

_READY_WITHIN_S = 20.0
_ONE_BY_ONE_S = 1.7
"""Callers begin so many seconds apart."""
_LEAVE_WITHIN_S = 5.0
_SETTLED_WITHIN_S = 90.0
_REGISTERED_FOR_S = 60
_SILENT_HZ = 0
"""Between sentences the phones send silence, and not their tone."""


class PhonesUnusable(LabError):
    """The people of the demo cannot phone; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What can be chosen of a demo."""

    agents: int = 7
    callers: int = 10
    """How many call at the same time."""
    calls: int | None = None
    """After so many it ends by itself; None: it goes on."""
    seed: int = 1
    pace: float = 1.0
    picture: Path | None = None
    """Where the liveliest moment is kept, as SVG."""


class Party:
    """See `acd.lab.session.Guests`."""

    def __init__(
        self, console: Console, options: Options, *, floor: str, end: Callable[[], None] = end_session
    ) -> None:
        """`end` is called, in a thread of the demo, when the last of a limited number of calls is over."""
        self._end = end
        self._console = console
        self._options = options
        self._floor = floor
        self._habits = Habits(seed=options.seed, pace=options.pace)
        self._curtain = Curtain()
        self._house: House | None = None
        self._rack: PhoneRack | None = None
        self._watcher: Watcher | None = None
        self._show: Show | None = None
        self._agents: list[DeskAgent] = []
        self._callers: Callers | None = None
        self._complaints: list[str] = []

    # --- coming ---------------------------------------------------------------------------------------

    def come(self, stack: Stack, company: Company) -> None:
        """Greet, hand out the phones, and let everybody begin."""
        house = self._house = House.of(stack, company, agents=self._options.agents)
        self._greet(house)
        speech = voices(
            company.company, {seat.agent: seat.name for seat in house.cast.seats}, stack.files.sounds
        )
        rack = self._rack = PhoneRack(stack.ports.sip)
        desks, outside = self._phones(rack, house)
        self._callers = Callers(
            outside,
            Agenda(self._habits, house.chances, self._options.calls),
            self._curtain,
            voices=speech,
            languages=house.languages,
            complain=self._complaints.append,
        )
        self._show = show_on(self._console)
        if self._options.picture is not None:
            self._show = Camera(self._show, self._options.picture, hide=house.invitation().secrets)
        self._watcher = Watcher(
            Floor(control_socket=stack.control_socket, dsn=house.dsn, name=self._floor),
            house.signs(),
            show=self._show.show,
            talk_heard=self._callers.hear_somebody,
        )
        self._agents = [
            self._agent(house, seat, phone, speech, self._watcher)
            for seat, phone in zip(house.cast.seats, desks, strict=True)
        ]
        self._show.begin()
        threads: Iterable[threading.Thread] = (
            self._watcher,
            *self._agents,
            threading.Thread(
                target=self._direct, args=(self._watcher, self._callers), name="director", daemon=True
            ),
        )
        for thread in threads:
            thread.start()

    def _greet(self, house: House) -> None:
        lines = welcome(
            house.company.company,
            house.invitation(),
            agents=len(house.cast.seats),
            callers=self._options.callers,
            seed=self._options.seed,
        )
        for line in lines:
            self._console.print(line, markup=False)

    def _phones(self, rack: PhoneRack, house: House) -> tuple[list[Phone], list[Phone]]:
        """The phones at the desks, and those outside; opened together, for each takes a moment."""
        secrets, trunk = house.stack.secrets, house.cast.trunk
        number = -(-self._options.callers // LINES)

        def desk(seat: Seat) -> Phone:
            return rack.phone(
                seat.phone,
                secrets[f"phone.{seat.phone}"],
                name=seat.name,
                tone_hz=_SILENT_HZ,
                register_for_s=_REGISTERED_FOR_S,
                forgets=True,
            )

        def outside(nth: int) -> Phone:
            return rack.phone(
                trunk,
                secrets[f"trunk.{trunk}"],
                register=False,  # somebody else may be reached there
                name=f"telephone {nth + 1}",
                tone_hz=_SILENT_HZ,
                lines=LINES,
                forgets=True,
            )

        try:
            with ThreadPoolExecutor() as pool:
                desks, others = pool.map(desk, house.cast.seats), pool.map(outside, range(number))
                return list(desks), list(others)
        except PhoneError as error:
            raise PhonesUnusable(f"The phones of the demo do not work: {error}") from error

    def _agent(self, house: House, seat: Seat, phone: Phone, speech: Voices, watcher: Watcher) -> DeskAgent:
        return DeskAgent(
            seat,
            phone,
            house.stack.secrets[f"pin.{seat.agent}"],
            self._curtain,
            habits=self._habits,
            codes=house.company.feature_codes,
            break_key=next(iter(house.company.not_ready_reasons), ""),
            voices=speech,
            screen=lambda newer_than: watcher.agent(seat.agent, newer_than),
            clock=time.monotonic,
            complain=self._complaints.append,
        )

    def _direct(self, watcher: Watcher, callers: Callers) -> None:
        """Let callers call when somebody can answer; end the session when the last call is over."""
        watcher.wait_status(self._or_over(_somebody_is_ready), _READY_WITHIN_S)
        callers.begin(self._options.callers, every_s=_ONE_BY_ONE_S / self._options.pace)
        callers.wait_done(None)
        watcher.wait_status(self._or_over(_nobody_calls), _SETTLED_WITHIN_S)
        if not self._curtain.has_fallen:
            self._end()

    def _or_over(self, is_so: Callable[[Status], bool]) -> Callable[[Status], bool]:
        return lambda status: self._curtain.has_fallen or is_so(status)

    # --- leaving --------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Everybody hangs up and logs out; then the books are read to their end, and summed up."""
        self._curtain.fall(self._rack.phones if self._rack else ())
        if self._callers is not None:
            self._callers.wait_done(_LEAVE_WITHIN_S)
        wait_for_all((agent for agent in self._agents if agent.ident is not None), _LEAVE_WITHIN_S)
        if self._house is not None and self._watcher is not None and self._watcher.ident is not None:
            self._log_out(self._house, self._watcher)
            self._watcher.stop()
        if self._show is not None:
            self._show.end()
        if self._rack is not None:
            with ThreadPoolExecutor() as pool:
                list(pool.map(Phone.close, self._rack.phones))
        if self._watcher is not None:
            self._sum_up(self._watcher)

    def _log_out(self, house: House, watcher: Watcher) -> None:
        """See everybody out, when the last call has ended in the books."""
        watcher.wait_status(_nobody_calls, _LEAVE_WITHIN_S)
        refused = (ServiceNotRunning, NoAnswer, RequestRefused, ServiceFailed)
        with ControlClient(house.stack.control_socket, answer_s=_LEAVE_WITHIN_S) as client:
            for seat in house.cast.seats:
                with suppress(*refused):  # then the next demo finds them logged in, and goes on from there
                    client.log_out(seat.agent)

    def _sum_up(self, watcher: Watcher) -> None:
        for line in summary(watcher.ledger.sums()):
            self._console.print(line, markup=False)
        for complaint in self._complaints:
            self._console.print(f"A phone of the demo failed: {complaint}", markup=False)


def _somebody_is_ready(status: Status) -> bool:
    return any(agent.presence == "ready" for agent in status.agents)


def _nobody_calls(status: Status) -> bool:
    return not status.contacts
