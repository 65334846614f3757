"""Somebody who types `make up`, reads what it prints, and does that."""

import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from acd.lab.ports import Ports, free_ports
from acd.lab.service import is_ready

ROOT = Path(__file__).parents[2]
LASTING = ("postgres", "asterisk", "acd")
"""The containers that stay."""
UID = 10880
"""Of everything in containers."""


def until(so: Callable[[], bool], *, within_s: float) -> None:
    """Wait until it is so; containers tell nobody."""
    deadline = time.monotonic() + within_s
    while not so():
        assert time.monotonic() < deadline, f"not within {within_s:g} s"
        time.sleep(0.1)


@dataclass
class Newcomer:
    """With a project and ports that nobody else has. Only the first `make up` builds images."""

    project: str
    ports: Ports = field(default_factory=free_ports)
    build: bool = True
    settings: dict[str, str] = field(default_factory=dict)
    """As in `.env`."""

    def make(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """`make WORDS`, with everything that it says in one."""
        return self._run("make", "--no-print-directory", *words)

    def up(self, company: str = "") -> str:
        """`make up`, of that company or that of the settings, which must succeed; what it prints."""
        ran = self.make("up", *([f"COMPANY={company}"] if company else []))
        assert ran.returncode == 0, ran.stdout
        self.build = False
        return ran.stdout

    def compose(self, *words: str) -> str:
        """`docker compose WORDS`, which must succeed."""
        ran = self._run("docker", "compose", *words)
        assert ran.returncode == 0, ran.stdout
        return ran.stdout

    def acd(self, *words: str) -> str:
        """A command of the service."""
        return self.compose("exec", "--no-TTY", "acd", "acd", *words)

    def secrets(self) -> dict[str, str]:
        """As `make up` says they can be had."""
        path = "/var/lib/acd/secrets/secrets.json"
        told: dict[str, str] = json.loads(self.compose("exec", "--no-TTY", "acd", "cat", path))
        return told

    def containers(self) -> dict[str, dict[str, Any]]:
        """What Docker tells about each container, by service."""
        ids = self._run("docker", "ps", "--all", "--quiet", "--filter", self._ours).stdout.split()
        told = json.loads(self._run("docker", "inspect", *ids).stdout) if ids else []
        return {one["Config"]["Labels"]["com.docker.compose.service"]: one for one in told}

    def identities(self) -> dict[str, str]:
        """Of the containers that stay: another one where a container was replaced."""
        about = self.containers()
        return {name: about[name]["Id"] for name in LASTING}

    def processes(self, service: str) -> Iterator[Path]:
        """The folders in /proc of all processes of a container."""
        main = self.containers()[service]["State"]["Pid"]
        space = Path(f"/proc/{main}/ns/pid").readlink()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if (process / "ns/pid").readlink() == space:
                    yield process
            except OSError:  # it has ended meanwhile
                continue

    def serves(self) -> bool:
        """Whether callers are served."""
        return is_ready("127.0.0.1", self.ports.http)

    def forget(self) -> None:
        """End everything, whatever is left."""
        self.make("down", "FORGET=yes")

    @property
    def _ours(self) -> str:
        return f"label=com.docker.compose.project={self.project}"

    def _run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=600,
        )

    def _environment(self) -> dict[str, str]:
        return {
            "COMPOSE_PROJECT_NAME": self.project,
            "ACD_BUILD": "yes" if self.build else "no",
            **self.ports.settings(),
            **self.settings,
        }


@dataclass(frozen=True)
class Greeting:
    """What `make up` prints, as a person takes it in."""

    text: str

    @property
    def sip_port(self) -> int:
        """Of the SIP server."""
        return int(self._found(r"SIP server 127\.0\.0\.1:(\d+)"))

    @property
    def number(self) -> str:
        """To be dialled as the caller."""
        return self._found(r"dial (\d+)\.")

    def password(self, account: str) -> str:
        """Of a SIP account."""
        return self._found(rf"account {account}\s+password (\w+)")

    def log_in(self, person: str) -> tuple[str, str, str]:
        """What somebody dials, keys in, and dials then."""
        line = re.search(rf"{person}:\s+dial (\S+)\s+key in (\S+)\s+dial (\S+)", self.text)
        assert line is not None, self.text
        return line[1], line[2], line[3]

    def _found(self, pattern: str) -> str:
        found = re.search(pattern, self.text)
        assert found is not None, self.text
        return found[1]
