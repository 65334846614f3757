"""Two places where the service runs: whoever ends, however it ends, is started again after a while."""

import asyncio
from collections.abc import Callable
from functools import partial
from random import Random

from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.tenure import Overtaken
from acd.sim.loop import SimLoop, SimProcess
from acd.sim.service import Service
from acd.sim.story import Story

ORDINARY = (Overtaken, LeadershipLost, JournalAway)
"""Why a service may end by itself."""

END_S = 8.0
"""How long an orderly end may take; then it is killed."""


class Supervisor:
    """Starts services, and starts them again."""

    def __init__(
        self,
        loop: SimLoop,
        dice: Random,
        story: Story,
        *,
        make: Callable[[str], Service],
        failed: Callable[[str], None],
        epoch: Callable[[], int],
        places: int,
    ) -> None:
        self._loop = loop
        self._dice = dice
        self._story = story
        self._make = make
        self._failed = failed
        self._epoch = epoch
        self._number = 0
        self.services: dict[str, Service] = {}
        """By place: those that are alive."""
        self.is_over = False
        for place in "ab"[:places]:
            self._start(place)

    def serving(self) -> Service | None:
        """Who leads with open doors; the newest, if an older one has not noticed yet."""
        serving = [service for service in self.services.values() if service.is_serving]
        return max(serving, key=lambda service: service.epoch, default=None)

    def any_service(self, dice: Random) -> Service | None:
        """One to do something to: more often the one that serves."""
        serving = self.serving()
        if serving is not None and dice.random() < 0.7:
            return serving
        return dice.choice(list(self.services.values())) if self.services else None

    def died(self, process: SimProcess) -> None:
        """A process is gone: another is started in its place."""
        for place, service in tuple(self.services.items()):
            if service.process is process:
                del self.services[place]
                if not self.is_over:
                    self._loop.in_world(0.2 + self._dice.random() * 4, self._start, place)

    def thaw(self, service: Service) -> None:
        """SIGCONT."""
        service.process.freezes_at = None
        if service.process.frozen and service.process.alive:
            self._story.tell(service.process.name, "goes on")
            service.process.thaw()

    def thaw_all(self) -> None:
        """Nobody is frozen any more."""
        for service in self.services.values():
            self.thaw(service)

    def terminate(self, service: Service) -> None:
        """SIGTERM, and SIGKILL if that takes too long."""
        service.stop()
        self._loop.in_world(END_S, self._loop.kill, service.process)

    def _start(self, place: str) -> None:
        if self.is_over:
            return
        self._number += 1
        service = self._make(f"{place}{self._number}")
        self.services[place] = service
        self._story.tell(service.process.name, "starts")
        main = self._loop.spawn(service.process, service.main())
        main.add_done_callback(partial(self._end, service), context=self._loop.world.context)

    def _end(self, service: Service, main: "asyncio.Task[object]") -> None:
        if self.is_over:
            return
        error = None if main.cancelled() else main.exception()
        self._story.tell(service.process.name, f"has ended: {error!r}")
        if isinstance(error, LeadershipLost) and service.epoch == self._epoch():
            self._failed(f"{service.process.name} gave up the leadership, and nobody had taken it")
        if error is not None and not isinstance(error, ORDINARY):
            self._loop.call_exception_handler(
                {"message": f"{service.process.name} crashed", "exception": error}
            )
        self._loop.kill(service.process)
