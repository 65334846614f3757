"""What a process holds at this moment: memory, open files, threads."""

import os
from dataclasses import dataclass
from pathlib import Path

MIB = 2**20
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, kw_only=True)
class Vitals:
    """Of one process, or of a family of processes together."""

    rss_mib: float
    files: int
    threads: int


def vitals_of(pid: int) -> Vitals:
    """As the kernel tells them.

    Raises:
        OSError: there is no such process (any more).
    """
    process = Path(f"/proc/{pid}")
    pages = int((process / "statm").read_text(encoding="ascii").split()[1])
    return Vitals(
        rss_mib=pages * _PAGE / MIB,
        files=len(os.listdir(process / "fd")),
        threads=len(os.listdir(process / "task")),
    )


def peak_rss_mib(pid: int) -> float:
    """The most memory it has ever held at a time."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError(f"process {pid} has no memory of its own")
