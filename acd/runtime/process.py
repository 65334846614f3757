"""Which process this is, told so that another one on the same machine can see when it has ended.

A database's lock that has become free does not say why: the process may be dead, or stopped, and its session
broken. Only its own machine knows.
"""

import os
from pathlib import Path

NOBODY_KNOWS = ""
"""Of a process whose machine tells nothing of its processes."""

_PROC = Path("/proc")
_STATE, _STARTED = 0, 19
"""Among the fields of `/proc/PID/stat` after the name (proc_pid_stat(5): the third and the 22nd)."""
_ENDED_STATES = frozenset("ZX")


def own_process() -> str:
    """This process, in one line: the machine's start, the PID namespace, the process id and its start."""
    machine, fields = _machine(), _fields(os.getpid())
    return f"{machine} {os.getpid()} {fields[_STARTED]}" if machine and fields else NOBODY_KNOWS


def has_ended(process: str) -> bool:
    """Whether a process told by `own_process` has ended for certain.

    False for one on another machine, or in another container: nobody here can know.
    """
    told = process.rsplit(" ", 2)
    if len(told) != 3 or told[0] != _machine():
        return False
    _, pid, started = told
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass  # it is another user's, and may be hidden in /proc
    fields = _fields(int(pid))
    return bool(fields) and (fields[_STATE] in _ENDED_STATES or fields[_STARTED] != started)


def _machine() -> str:
    """The machine since its start, and what process ids are counted in: for us and for `/proc` alike."""
    try:
        if (_PROC / "self").readlink() != Path(str(os.getpid())):
            return NOBODY_KNOWS
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{boot} {(_PROC / 'self/ns/pid').readlink()}"
    except OSError:
        return NOBODY_KNOWS


def _fields(pid: int) -> list[str]:
    """What stands behind the name in a process's `stat`; nothing if there is no such process to be seen."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
