"""One soak: a house is opened, calls come, everything is looked at again and again, everybody leaves."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from acd.testing.errors import NotInTimeError
from bench.scale.crash import LogFrom
from bench.scale.house import House
from bench.soak.load import Load, company_for
from bench.soak.promises import Course, Ends
from bench.soak.samples import Sample, connections, sample, surprises, surprises_counted, table_sizes
from bench.soak.sides import Ari, equality
from bench.waiting import wait_until
from tests.system.books import LIVE_ROWS

SAMPLE_EVERY_S = 5.0
LEAVE_EVERY_S = 20.0
"""So often all callers of the third kind hang up at once."""
REST_S = 60.0
"""How long the last things may take to come to an end."""
ERRORS = {"error", "critical", "exception"}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is wanted."""

    length_s: float
    per_s: float = 20.0
    look_every_s: float = 60.0
    told: Callable[[str], None] = print
    """Takes a line of progress after each look."""


@dataclass(frozen=True, kw_only=True)
class Minute:
    """What one look said."""

    at_s: float
    calls: int
    sizes: str
    differences: tuple[str, ...]
    surprises: int
    sample: Sample

    def __str__(self) -> str:
        one = self.sample
        wrong = f"{len(self.differences)} DIFFER" if self.differences else "equal"
        return (
            f"{self.at_s / 60:5.1f} min  {self.calls:7} calls  {self.sizes}: {wrong}  "
            f"surprises {self.surprises}  service {one.service_mib:.1f} MiB {one.service_files} files  "
            f"Asterisk {one.asterisk_mib:.0f} MiB {one.asterisk_files} files  "
            f"PostgreSQL {one.postgres_mib:.0f} MiB"
        )


def soak(plan: Plan, folder: Path) -> Course:
    """Run it. Whatever was started has ended when this returns, or raises."""
    company = company_for(plan.per_s)
    with House(company=company, folder=folder, music=True) as house:
        log = LogFrom(house.centre.stack.service.log)
        house.log_in(house.workers)
        house.be_ready(house.workers)
        ari = Ari(house.centre)
        try:
            with Load(house, plan.per_s) as load:
                return _Soak(plan, house, load, ari, log).run()
        finally:
            ari.close()


class _Soak:
    def __init__(self, plan: Plan, house: House, load: Load, ari: Ari, log: LogFrom) -> None:
        self._plan, self._house, self._load, self._ari, self._log = plan, house, load, ari, log
        self._centre = house.centre
        self._samples: list[Sample] = []
        self._minutes: list[Minute] = []

    def run(self) -> Course:
        """From the first call to the last."""
        self._began = time.monotonic()
        before = self._ends()
        self._began = time.monotonic()
        self._load.begin()
        self._watch()
        length_s = time.monotonic() - self._began
        self._load.drain()
        left_behind = self._rest()
        calls = dict(self._load.count())
        return Course(
            length_s=length_s,
            per_s=self._plan.per_s,
            calls=calls,
            differences=tuple(
                f"{minute.at_s / 60:.1f} min: {words}"
                for minute in self._minutes
                for words in minute.differences
            ),
            looks=len(self._minutes),
            surprises=surprises(self._centre),
            log_errors=tuple(self._errors()),
            left_behind=left_behind,
            before=before,
            after=self._ends(),
            samples=tuple(self._samples),
        )

    def _watch(self) -> None:
        """Until the time is over: a sample every few seconds, a look every minute."""
        plan, began = self._plan, self._began
        leave_at = look_at = 0.0
        while (now := time.monotonic() - began) < plan.length_s:
            if now >= leave_at + LEAVE_EVERY_S:
                leave_at = now
                self._load.let_some_leave()
            if now >= look_at + plan.look_every_s:
                look_at = now
                self._look()
            self._samples.append(sample(self._centre, began))
            time.sleep(max(0.0, min(SAMPLE_EVERY_S, plan.length_s - (time.monotonic() - began))))
        self._look()

    def _look(self) -> None:
        found = equality(self._centre, self._ari)
        minute = Minute(
            at_s=time.monotonic() - self._began,
            calls=self._load.count()["ended"],
            sizes=", ".join(f"{size} {name}" for name, size in found.sizes.items()),
            differences=found.differences,
            surprises=surprises_counted(self._centre),
            sample=sample(self._centre, self._began),
        )
        self._minutes.append(minute)
        self._plan.told(str(minute))

    def _rest(self) -> tuple[str, ...]:
        """Wait until nothing goes on any more; what is still open in the books then."""
        open_rows: list[str] = []

        def is_over() -> bool:
            rows = self._centre.query(LIVE_ROWS)
            open_rows[:] = [f"{table} {name}" for table, name in rows if table != "agent"]
            return not (open_rows or self._ari.ids("channels"))

        with suppress(NotInTimeError):  # what is open still is told
            wait_until(is_over, REST_S, "the end of the last call")
        return tuple(open_rows)

    def _ends(self) -> Ends:
        return Ends(
            sample=sample(self._centre, self._began),
            connections=connections(self._centre),
            tables_mib=table_sizes(self._centre),
            left={
                "channels": len(self._ari.ids("channels")),
                "bridges": len(self._ari.ids("bridges")),
                **self._ari.held_by_application(),
            },
        )

    def _errors(self) -> Iterator[str]:
        for line in self._log.lines():
            try:
                told = msgspec.json.decode(line)
            except msgspec.DecodeError:
                yield line  # not from our logs at all: a trace, or what the interpreter says
                continue
            if told.get("level") in ERRORS:
                yield line
