"""The house that everything breaks in: the real stack, twenty agents at twenty phones, and a street."""

import shutil
import wave
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

import numpy as np

from acd.testing.call_centre import CallCentre
from acd.testing.errors import NotInTimeError
from acd.testing.protocol import RATE_HZ
from acd.web.client import NoAnswer, ServiceFailed, ServiceNotRunning
from bench.faults.disk import SmallDisk, can_mount
from bench.faults.people import AGENTS, MENU_HZ, MUSIC_HZ, Desks, Street
from bench.faults.services import Services
from bench.waiting import wait_until
from tests.system.books import live_rows
from tests.system.wire import Wire

COMPANY = Path(__file__).parent / "company.yaml"
MENU_S, MUSIC_S = 60, 10
READY_S = 60.0
REST_S = 25.0
UNAVAILABLE = (ServiceNotRunning, NoAnswer, ServiceFailed)
"""What asking for the state of the floor raises while nobody serves it."""


class House:
    """Everything, from an empty `folder`. Ends with `close`."""

    def __init__(self, folder: Path) -> None:
        company = folder / "company"
        write_tone(company / "sounds/music/music.wav", MUSIC_HZ, MUSIC_S)
        write_tone(company / "sounds/menu.wav", MENU_HZ, MENU_S)
        self.centre = CallCentre(folder / "centre", Path(shutil.copy(COMPANY, company)), ACD_LOG="info")
        stack = self.centre.stack
        self.wire = Wire()
        self.wire.target = stack.ports.ari
        self.clock = folder / "clock"
        places = (stack.files.own, stack.files.sounds) if can_mount() else ()
        self.disks = [SmallDisk(place) for place in places]
        # The block of ports has room between the last of the stack and the first of the calls.
        self.services = Services(
            stack.service, first_http_port=stack.ports.http, second_http_port=stack.ports.http + 1
        )

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        self.centre.stack.start_postgres()
        self.centre.stack.start_asterisk()
        self.services.be(1, {})
        self.wait_served()
        self.desks = Desks(self.centre)
        self.street = Street(self.centre)
        self.desks.begin_work()

    def close(self) -> None:
        """End everything."""
        self.centre.phones.close()
        self.services.close()
        self.centre.close()
        self.wire.close()
        for disk in self.disks:
            disk.close()

    def wait_served(self, within_s: float = READY_S) -> None:
        """Wait until a service says that it serves callers."""
        wait_until(lambda: self.services.active, within_s, "a service that is ready")

    def wait_stand_by(self) -> None:
        """Wait until one stands by."""
        wait_until(lambda: any(one.stands_by for one in self.services.all), READY_S, "a stand-by")

    def activity(self, agent: int) -> str:
        """What an agent does: `idle`, `on_call` …; "" while nobody can be asked."""
        try:
            return str(self.centre.agent_status(str(agent))["activity"])
        except UNAVAILABLE:
            return ""

    def wait_rest(self) -> list[str]:
        """Wait until the last caller has left; what is not as it should be then, as sentences."""
        looks = (self._channels_left, self._rows_left, self._agents_not_free)
        return [wrong for look in looks for wrong in self._left_after_all(look)]

    def _left_after_all(self, look: Callable[[], list[str]]) -> list[str]:
        """Wait until a look finds nothing; what it still finds when the time is over."""
        wrong: list[str] = []

        def finds_nothing() -> bool:
            wrong[:] = self._asked(look)
            return not wrong

        with suppress(NotInTimeError):  # it is told as sentences
            wait_until(finds_nothing, REST_S, "nothing that is left")
        return wrong

    def _asked(self, look: Callable[[], list[str]]) -> list[str]:
        try:
            return look()
        except UNAVAILABLE as away:
            return [f"nobody can be asked: {away}"]

    def _channels_left(self) -> list[str]:
        """Channels of Asterisk, when there should be none."""
        return [f"a stray channel: {name}" for name in self.centre.channels()]

    def _rows_left(self) -> list[str]:
        """What is open in the books, agents aside."""
        return [f"open in the books: {kind} {row}" for kind, row in live_rows(self.centre) if kind != "agent"]

    def _agents_not_free(self) -> list[str]:
        """Agents who cannot take a call."""
        agents = {agent["id"]: agent for agent in self.centre.status()["agents"]}
        return [
            f"agent {number} is {agent['presence']} ({agent['reason']}), {agent['activity']}, "
            f"phone {agent['phone_state']}"
            for number in AGENTS
            if (agent := agents[str(number)])["presence"] != "ready"
            or agent["activity"] != "idle"
            or agent["phone_state"] != "not_in_use"
        ]


def write_tone(path: Path, hz: int, seconds: int) -> None:
    """A sound file with one pure tone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    moments = np.arange(RATE_HZ * seconds) / RATE_HZ
    samples = (0.25 * 32767 * np.sin(2 * np.pi * hz * moments)).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(samples.tobytes())
