"""PostgreSQL ends, stands still, cannot be reached, and loses sessions at the worst moment."""

from acd.sim.faults.mischief import Family
from acd.sim.postgres import Weather

WITHIN_REQUESTS = 8
"""A session breaks at any of so many next requests: most of the time nothing is on it."""


class DatabaseFaults(Family):
    """To PostgreSQL and to the ways there."""

    def mend(self) -> None:
        """It is there, and everybody reaches it."""
        postgres = self._world.postgres
        postgres.weather = Weather()
        postgres.cut_off = None
        postgres.start()
        postgres.resume()

    def stop_postgres(self) -> None:
        """It ends, and comes back."""
        self._world.tell("PostgreSQL ends")
        self._world.postgres.stop()
        self._world.after(
            self._dice.random() * self._dice.choice((0.3, 8.0)),
            self._world.postgres.start,
            "PostgreSQL is back",
        )

    def stall_postgres(self) -> None:
        """It stands still, and goes on with what has arrived."""
        self._world.tell("PostgreSQL is stopped at an instruction")
        self._world.postgres.stall()
        self._world.after(
            self._dice.random() * self._dice.choice((0.5, 10.0)),
            self._world.postgres.resume,
            "PostgreSQL goes on",
        )

    def cut_process_off(self) -> None:
        """One process does not reach the database, and others do."""
        service = self._world.supervisor.any_service(self._dice)
        if service is not None:
            self._world.tell(f"nothing of {service.process.name} reaches PostgreSQL")
            self._world.postgres.cut_off = service.process
            self._world.after(
                self._dice.random() * 12, self._reach_postgres, "PostgreSQL can be reached again"
            )

    def _reach_postgres(self) -> None:
        self._world.postgres.cut_off = None

    def break_sessions(self) -> None:
        """Sessions break now and then, before or after something is done; answers are slow."""
        chance = self._dice.choice((0.05, 0.3))
        self._world.postgres.weather = Weather(
            cut_before=chance * self._dice.randrange(2),
            cut_after=chance * self._dice.randrange(2),
            slow_s=self._dice.choice((0.0, 0.05, 1.0)),
        )
        self._world.tell(f"{self._world.postgres.weather}")
        self._world.after(self._dice.random() * 10, self._mend_sessions, "the way to PostgreSQL is mended")

    def break_session(self) -> None:
        """One session breaks, at any of its next requests."""
        requests, done = self._dice.randrange(WITHIN_REQUESTS), self._dice.random() < 0.5
        self._world.tell(f"a session breaks after {requests} requests, the last one is done: {done}")
        self._world.postgres.break_after(requests, done=done)

    def _mend_sessions(self) -> None:
        self._world.postgres.weather = Weather()

    KINDS = (cut_process_off, stop_postgres, stall_postgres, break_sessions, break_session)
