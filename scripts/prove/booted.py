"""A machine whose systemd runs: with its own processes, its own network, and its own cgroups."""

import subprocess
import time
from typing import Self

from scripts.prove.machine import ENTER, Machine
from scripts.prove.steps import ProofFailed, say
from scripts.prove.terminal import Terminal

_BOOT_S = 120.0
_END_S = 120.0
_LOOK_EVERY_S = 0.2

_REMOVE_GROUP = """
mount -t cgroup2 cgroup2 /mnt
for attempt in $(seq 100); do
  find "/mnt/$0" -depth -type d -exec rmdir {} + 2>/dev/null
  [ -d "/mnt/$0" ] || exit 0
  sleep 0.1  # what was killed has not quite ended
done
"""


class Booted:
    """From its boot to its end, in which everything in it ends."""

    def __init__(self, machine: Machine) -> None:
        self._group = f"acd-proof-{time.monotonic_ns()}"
        self._terminal = Terminal([str(ENTER), str(machine.folder), "--boot", self._group])

    def __enter__(self) -> Self:
        try:
            self.becomes("systemctl is-system-running", "running", within_s=_BOOT_S)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._terminal.__exit__()
        private = ["unshare", "--mount", "--propagation", "private"]
        subprocess.run([*private, "sh", "-c", _REMOVE_GROUP, self._group], check=False)

    def types(self, command: str, *, within_s: float = 120.0) -> str:
        """What an administrator's commands print; they must succeed."""
        for line in command.strip().splitlines():
            say(f"    # {line}")
        ran = self._run(command, within_s)
        for line in ran.stdout.strip().splitlines():
            say(f"    | {line}")
        if ran.returncode != 0:
            log = self._run("journalctl --no-pager --lines 60", 30.0).stdout
            raise ProofFailed(f"{command}\nended with {ran.returncode}: {ran.stdout}{ran.stderr}\n{log}")
        return ran.stdout.strip()

    def becomes(self, command: str, wanted: str, *, within_s: float) -> float:
        """Wait until a command prints this; how many seconds it took."""
        begin = time.monotonic()
        while (told := self._tells(command)) != wanted:
            if time.monotonic() - begin > within_s:
                log = self._tells("systemctl --failed --no-pager; journalctl --no-pager --lines 60")
                raise ProofFailed(f"{command} says {told!r} and not {wanted!r}:\n{log}")
            time.sleep(_LOOK_EVERY_S)
        return time.monotonic() - begin

    def reboots(self) -> None:
        """Let it shut down as an administrator does; it has ended when this returns."""
        self._run("systemctl reboot", _END_S)
        self._terminal.wait(_END_S)

    def _tells(self, command: str) -> str:
        """What it prints, also if it fails; nothing while the machine is not there yet."""
        try:
            return self._run(command, 30.0).stdout.strip()
        except (ProofFailed, subprocess.TimeoutExpired):
            return ""

    def _run(self, command: str, within_s: float) -> "subprocess.CompletedProcess[str]":
        first = self._terminal.first_inside()
        if first is None:
            raise ProofFailed("The machine is not there: it has not begun to boot, or it has ended.")
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        environment = [path, "HOME=/root", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        inside = ["nsenter", "--target", str(first), "--all", "env", "-i", *environment]
        return subprocess.run(
            [*inside, "bash", "-euo", "pipefail", "-c", f"cd /root\n{command}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=within_s,
        )
