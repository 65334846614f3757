"""One service, or an active and a stand-by, and what brings them back when they end: as systemd would."""

import os
import signal
import threading
from collections.abc import Mapping

import httpx

from acd.lab.ports import HOST
from acd.lab.service import ServiceProcess
from acd.testing.stacks import Service

RESTART_S = 0.1
"""What systemd waits with `Restart=always` and nothing else said."""

ANSWER_S = 2.0
END_S = 15.0
"""How long an orderly end may take."""


class Supervised:
    """A service that is started again whenever it ends, while it is wanted. Signals come from outside."""

    def __init__(self, service: Service, *, http_port: int) -> None:
        self.service = service
        self._http_port = http_port
        self._changed = threading.Condition()
        self._wanted = self._lives = self._closed = False
        self._keeper = threading.Thread(target=self._keep, name="supervisor", daemon=True)
        self._keeper.start()

    @property
    def is_ready(self) -> bool:
        """Whether it says that it serves callers."""
        return self._lives and self.service.ready()

    @property
    def stands_by(self) -> bool:
        """Whether it says that another one leads."""
        try:
            answer = httpx.get(f"http://{HOST}:{self._http_port}/readyz", trust_env=False, timeout=ANSWER_S)
        except httpx.HTTPError:
            return False
        return "stands by" in answer.text

    def on(self) -> None:
        """Keep it running from now on."""
        with self._changed:
            self._wanted = True
            self._changed.notify_all()

    def off(self) -> None:
        """End it properly, and leave it so."""
        with self._changed:
            self._wanted = False
            self._changed.notify_all()
        for number in (signal.SIGTERM, signal.SIGKILL):
            self.send(signal.SIGCONT)
            self.send(number)
            with self._changed:
                if self._changed.wait_for(lambda: not self._lives, END_S):
                    return

    def send(self, number: signal.Signals) -> None:
        """Send it a signal; one that comes too late is no error."""
        with self._changed:
            if self._lives and self.service.running:
                os.kill(self.service.pid, number)

    def close(self) -> None:
        """End it for good."""
        self.off()
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._keeper.join()

    def _keep(self) -> None:
        """The only one who starts and buries it."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._closed)
                if self._closed:
                    return
                self.service.launch()
                self._lives = True
            while not self.service.wait(END_S):
                pass
            with self._changed:
                self._lives = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: not self._wanted, RESTART_S)


class Services:
    """The service of a house, and a second one beside it where a fault wants a pair."""

    def __init__(self, first: Service, *, first_http_port: int, second_http_port: int) -> None:
        """`first`: not started yet. The second has its own port for health, and shares all else."""
        second = ServiceProcess(
            {**first.environment, "ACD_HTTP_PORT": str(second_http_port)},
            http_port=second_http_port,
            log=first.log.with_name("second.log"),
        )
        self.all = (
            Supervised(first, http_port=first_http_port),
            Supervised(second, http_port=second_http_port),
        )
        self._ordinary = tuple(one.service.environment for one in self.all)
        self._settings: dict[str, str] = {}

    @property
    def active(self) -> Supervised | None:
        """The one that serves callers now, if one does."""
        return next((one for one in self.all if one.is_ready), None)

    def be(self, number: int, settings: Mapping[str, str]) -> None:
        """Be one or two, with these variables beside the ordinary ones. Whether anybody serves is for the
        caller to wait for.
        """
        if dict(settings) != self._settings:
            self._settings = dict(settings)
            for one, ordinary in zip(self.all, self._ordinary, strict=True):
                one.off()
                one.service.environment = {**ordinary, **self._settings}
        active = self.active or self.all[0]
        other = next(one for one in self.all if one is not active)
        active.on()
        other.on() if number == 2 else other.off()

    def close(self) -> None:
        """End all."""
        for one in self.all:
            one.close()
