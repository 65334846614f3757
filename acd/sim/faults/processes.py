"""Processes are killed, stopped and told to end, between any two of their steps."""

from acd.sim.company import change_company
from acd.sim.faults.mischief import Family
from acd.sim.loop import SimProcess
from acd.sim.service import Service

WITHIN_STEPS = 60
"""A kill comes at any of so many next steps of the process; a stop, too."""


WITHIN_COMMIT_STEPS = 8
"""So few that what was decided has not been sent, more often than not."""

DOUBTS, DOUBT_S = 8, 12.0
"""So many doubts in so many seconds."""


class ProcessFaults(Family):
    """To the service's own processes; and its administrator."""

    def mend(self) -> None:
        """Nobody is frozen any more."""
        self._world.supervisor.thaw_all()

    def kill(self) -> None:
        """As kill -9."""
        service = self._world.supervisor.any_service(self._dice)
        if service is not None:
            steps = 1 + self._dice.randrange(WITHIN_STEPS)
            self._world.tell(f"kill -9 {service.process.name} in {steps} steps")
            service.process.die_in(steps)

    def freeze(self) -> None:
        """SIGSTOP, and SIGCONT some seconds later."""
        service = self._world.supervisor.any_service(self._dice)
        if service is not None:
            self._stop_for_a_while(service, 1 + self._dice.randrange(WITHIN_STEPS))

    def _stop_for_a_while(self, service: Service, in_steps: int) -> None:
        for_s = self._dice.choice((0.5, 3.0, 10.0, 20.0)) * self._dice.random()
        self._world.tell(f"{service.process.name} is frozen in {in_steps} steps, for {for_s:.2f} s")
        if in_steps:
            service.process.freeze_in(in_steps)
        else:
            service.process.freeze()
        self._world.loop.in_world(for_s, self._world.supervisor.thaw, service)

    def strike_at_commit(self) -> None:
        """A process is killed or frozen after its commit is written: before it knows, or as it performs."""
        self._world.tell("the next to commit is struck")
        self._world.postgres.committed_by = self._strike

    def _strike(self, process: SimProcess) -> None:
        service = next(
            (one for one in self._world.supervisor.services.values() if one.process is process), None
        )
        if service is None:
            return
        if self._dice.random() < 0.4:
            self._world.tell(f"kill -9 {process.name}")
            self._world.loop.kill(process)
        else:
            self._stop_for_a_while(service, self._dice.randrange(WITHIN_COMMIT_STEPS))

    def terminate(self) -> None:
        """SIGTERM."""
        service = self._world.supervisor.any_service(self._dice)
        if service is not None:
            self._world.tell(f"SIGTERM to {service.process.name}")
            self._world.supervisor.terminate(service)

    def change_company(self) -> None:
        """Another version of the company is applied."""
        service = self._world.supervisor.serving()
        if service is not None:
            self._world.tell("another version of the company is applied")
            service.apply(lambda policy, version: change_company(self._dice, policy, version))

    def doubt(self) -> None:
        """A service looks at Asterisk, again and again, in the middle of everything."""
        service = self._world.supervisor.serving()
        if service is not None:
            self._world.tell(f"{service.process.name} is in doubt for a while")
            for _ in range(DOUBTS):
                self._world.loop.in_world(self._dice.random() * DOUBT_S, service.doubt)

    KINDS = (kill, freeze, strike_at_commit, terminate, change_company, doubt)
