"""One program of the lab: started on a leash (`chamber`), watched by its pidfd, ended by signals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

from acd.lab import chamber
from acd.lab.account import Account
from acd.lab.ending import first_readable
from acd.lab.errors import StartError

# The kernel sends the death signal when the *thread* that forked ends. All programs are therefore started by
# this one, which ends with the interpreter, so that callers may come from threads of any length of life.
_starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lab-starter")

_LOOK_AGAIN_S = 0.01


class LabProcess:
    """A running program. It dies with this interpreter, even when that is killed."""

    def __init__(self, name: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.name = name
        self.log = log
        self._process = process
        self._pidfd = os.pidfd_open(process.pid)

    @classmethod
    def start(
        cls,
        name: str,
        argv: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str],
        account: Account | None = None,
        tree: chamber.Tree | None = None,
        death_signal: signal.Signals = signal.SIGKILL,
        lifeline: bool = False,
    ) -> Self:
        """Start `argv` with exactly this environment; what it prints is appended to the file `log`.

        With an `account` that is not ourselves the program changes to it; with a `tree` it sees only that.
        With a `lifeline` its standard input is a pipe that says nothing and closes when we end.
        """
        switch = account is not None and account.switch
        plan = chamber.Plan(
            argv=tuple(argv),
            parent_pid=os.getpid(),
            death_signal=int(death_signal),
            uid=account.uid if account and switch else None,
            gid=account.gid if account and switch else None,
            tree=tree,
        )
        launcher = [sys.executable, "-I", "-S", str(Path(chamber.__file__)), plan.to_json()]

        def popen() -> "subprocess.Popen[bytes]":
            with log.open("ab") as output:
                return subprocess.Popen(
                    launcher,
                    stdin=subprocess.PIPE if lifeline else subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    env=dict(environment),
                    # Ctrl-C in the terminal is for us alone: we end the programs, in order.
                    start_new_session=True,
                )

        return cls(name, _starter.submit(popen).result(), log)

    @property
    def pid(self) -> int:
        """Its process id: the program's own, not a wrapper's."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def exit_status(self) -> int | None:
        """How it has ended; minus the number of the signal that ended it. None while it runs."""
        return self._process.poll()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it has ended, at most `timeout_s`; whether it has."""
        if self._pidfd >= 0 and first_readable([self._pidfd], timeout_s) is None:
            return False
        self._reap()
        return True

    def wait_until(self, ready: Callable[[], bool], *, timeout_s: float) -> None:
        """Wait until `ready()`; raises `StartError` with the end of the log if it ends or takes too long."""
        deadline = time.monotonic() + timeout_s
        while not ready():
            if self.wait(_LOOK_AGAIN_S):
                raise StartError(
                    f"{self.name} ended with status {self._process.returncode}. {self.log_end()}"
                )
            if time.monotonic() > deadline:
                raise StartError(f"{self.name} was not ready after {timeout_s:g} s. {self.log_end()}")

    def fileno(self) -> int:
        """Readable when it has ended: for `select`."""
        return self._pidfd

    def send(self, number: signal.Signals) -> None:
        """Send a signal; one that comes too late is no error."""
        if self.running:
            signal.pidfd_send_signal(self._pidfd, number)

    def end(self, *steps: tuple[signal.Signals, float]) -> None:
        """Send each signal and wait its seconds, until the program has ended; at last kill it."""
        for number, patience_s in (*steps, (signal.SIGKILL, 10.0)):
            self.send(number)
            if self.wait(patience_s):
                return
        raise StartError(
            f"{self.name} (pid {self.pid}) cannot be killed: it hangs in the kernel; see `ps -o wchan`."
        )

    def log_end(self) -> str:
        """The last lines it printed, for error messages."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]
        except FileNotFoundError:
            lines = []
        return f"The end of {self.log}:\n" + "\n".join(f"  {line}" for line in lines)

    def _reap(self) -> None:
        self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1


class Program:
    """One of the programs of a stack, whether it runs now or not."""

    name: str
    """What people call it."""
    _process: LabProcess | None = None

    @property
    def running(self) -> bool:
        """Whether its process lives (also while it is frozen)."""
        return self._process is not None and self._process.running

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._started().pid

    @property
    def exit_status(self) -> int | None:
        """How it has ended; minus the number of the signal that ended it. None while it runs."""
        return self._started().exit_status

    def wait(self, timeout_s: float) -> bool:
        """Wait until it has ended, at most `timeout_s`; whether it has."""
        return self._started().wait(timeout_s)

    def log_end(self) -> str:
        """The last lines it printed."""
        return self._started().log_end()

    def fileno(self) -> int:
        """Readable when it has ended: for `select`."""
        return self._started().fileno()

    def _started(self) -> LabProcess:
        if self._process is None:
            raise StartError(f"{self.name} was never started here: call start() first.")
        return self._process


def first_to_end(programs: Sequence[Program]) -> Program:
    """Wait, for ever if need be, until one of these running programs has ended; that one."""
    by_number = {program.fileno(): program for program in programs if program.running}
    ended = next((program for program in programs if not program.running), None)
    if ended is not None:
        return ended
    number = first_readable(by_number, None)
    assert number is not None  # without a limit
    return by_number[number]
