"""Asterisk in a container, with the face of a `LabProcess`: we watch the Docker client."""

import os
import signal
import subprocess
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from acd.lab.process import LabProcess

# Killing a Docker client does not end its container. What closes, however we end, is the client's standard
# input: a second process in the container waits for that and kills Asterisk. Signals from outside reach the
# shell (pid 1).
_SCRIPT = """
exec 3<&0
asterisk "$@" </dev/null & child=$!
{ cat <&3 >/dev/null; kill -KILL $child; } &
trap 'kill -TERM $child' TERM
while kill -0 $child 2>/dev/null; do wait $child; done
"""

_PASSED_ON = ("PATH", "HOME", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "XDG_RUNTIME_DIR")


class ContainerProcess(LabProcess):
    """One Asterisk in a container of its own, on the machine's network, run by our own user id."""

    container: str

    @classmethod
    def run(cls, tag: str, arguments: Sequence[str], *, folders: Mapping[Path, str], log: Path) -> Self:
        """Start Asterisk with `arguments`; it sees `folders` (path → "ro" or "rw") at their own paths."""
        name = f"acd-{uuid.uuid4().hex[:12]}"
        command = ["docker", "run", "--rm", "--interactive", "--sig-proxy=false", "--name", name]
        command += ["--network=host", f"--user={os.geteuid()}:{os.getegid()}", "--read-only", "--tmpfs=/tmp"]
        command += ["--security-opt=no-new-privileges", "--cap-drop=ALL"]
        command += [f"--volume={folder}:{folder}:{mode}" for folder, mode in folders.items()]
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
        shell = [tag, "sh", "-c", _SCRIPT, "asterisk", *arguments]
        process = cls.start("Asterisk", [*command, *shell], log=log, environment=environment, lifeline=True)
        process.container = name
        return process

    def send(self, number: signal.Signals) -> None:
        """Send a signal to Asterisk; one that comes too late is no error."""
        if self.running:
            command = ["docker", "kill", f"--signal={number.name}", self.container]
            subprocess.run(command, capture_output=True, check=False)
