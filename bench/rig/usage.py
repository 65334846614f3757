"""What programs cost while something is measured: CPU seconds from /proc, and which core was the limit."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1
FULL = 0.9
"""A core that is busy for this share of the time is counted as full: the rest is switching."""

Pids = Callable[[], Iterable[int]]
"""The processes of a program at this moment."""


@dataclass(frozen=True, kw_only=True)
class Usage:
    """What was used between two moments."""

    wall_s: float
    cpu_s: Mapping[str, float]
    """By program."""
    busiest_thread: Mapping[str, float]
    """By program: the share of one core that its busiest thread took."""
    idle: float
    """The share of all cores that nobody took."""
    others: float
    """The share of all cores that was taken by what is not measured here."""

    def limit(self) -> str:
        """What kept it from going faster, as a sentence."""
        cores = ", ".join(f"{name} {cpu_s / self.wall_s:.2f}" for name, cpu_s in self.cpu_s.items() if cpu_s)
        taken = f"{cores}, others {self.others * CORES:.2f} of {CORES} cores"
        thread = max(self.busiest_thread, key=self.busiest_thread.__getitem__, default="")
        if thread and self.busiest_thread[thread] >= FULL:
            return f"one thread of {thread} had a core for itself ({taken})"
        if self.idle <= 1 - FULL:
            return f"all {CORES} cores were full ({taken})"
        return f"no core was full ({taken})"


class Meter:
    """Measures these programs from now until `read`."""

    def __init__(self, programs: Mapping[str, Pids]) -> None:
        self._programs = programs
        self._machine = _machine_s()
        self._threads = {name: _threads_s(pids()) for name, pids in programs.items()}
        self._processes = {name: _processes_s(pids()) for name, pids in programs.items()}
        self._began_s = time.monotonic()

    def read(self) -> Usage:
        """What was used so far."""
        wall_s = time.monotonic() - self._began_s
        cpu_s, busiest = {}, {}
        for name, pids in self._programs.items():
            now = _processes_s(pids())
            cpu_s[name] = sum(now.values()) - sum(self._processes[name].get(pid, 0.0) for pid in now)
            before = self._threads[name]
            threads = _threads_s(pids())
            busiest[name] = (
                max((used - before.get(thread, 0.0) for thread, used in threads.items()), default=0.0)
                / wall_s
            )
        busy_s, idle_s = (now - then for now, then in zip(_machine_s(), self._machine, strict=True))
        whole_s = busy_s + idle_s or 1.0
        return Usage(
            wall_s=wall_s,
            cpu_s=cpu_s,
            busiest_thread=busiest,
            idle=idle_s / whole_s,
            others=max(0.0, busy_s - sum(cpu_s.values())) / whole_s,
        )


def children(pid: int) -> list[int]:
    """A process and its child processes."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return [pid]
    return [pid, *map(int, text.split())]


def _processes_s(pids: Iterable[int]) -> dict[int, float]:
    """CPU seconds of processes, ended threads and ended children included."""
    return {pid: used for pid in pids if (used := _used_s(f"/proc/{pid}/stat", ended=True)) is not None}


def _threads_s(pids: Iterable[int]) -> dict[int, float]:
    found = {}
    for pid in pids:
        try:
            threads = os.listdir(f"/proc/{pid}/task")
        except (FileNotFoundError, ProcessLookupError):
            continue
        for thread in threads:
            if (used := _used_s(f"/proc/{pid}/task/{thread}/stat", ended=False)) is not None:
                found[int(thread)] = used
    return found


def _used_s(stat: str, *, ended: bool) -> float | None:
    try:
        fields = Path(stat).read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    user, system, ended_user, ended_system = map(int, fields[11:15])
    return (user + system + (ended_user + ended_system if ended else 0)) / _TICKS_PER_S


def _machine_s() -> tuple[float, float]:
    """Busy and idle seconds of all cores together since the start of the machine."""
    fields = [int(field) / _TICKS_PER_S for field in Path("/proc/stat").read_text("ascii").split()[1:9]]
    idle_s = fields[3] + fields[4]
    return sum(fields) - idle_s, idle_s
