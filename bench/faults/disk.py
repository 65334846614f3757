"""Small disks, to be filled: a tmpfs that only this run sees."""

import errno
import os
import subprocess
import sys
from pathlib import Path

OWN_NAMESPACE = "ACD_BENCH_OWN_NAMESPACE"
SIZE = "48m"
CHUNK = 1 << 20


def enter_own_namespace(module: str) -> None:
    """Begin this program anew where its mounts are nobody else's and end with it; root only."""
    if os.geteuid() == 0 and OWN_NAMESPACE not in os.environ:
        os.environ[OWN_NAMESPACE] = "yes"
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", module]
        os.execvp(command[0], [*command, *sys.argv[1:]])  # noqa: S606 - no shell is wanted


def can_mount() -> bool:
    """Whether there can be small disks."""
    return OWN_NAMESPACE in os.environ


class SmallDisk:
    """A disk at `folder`, which is made."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0755", "tmpfs", str(folder)], check=True
        )
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Leave not a byte."""
        with self._ballast.open("ab", buffering=0) as ballast:
            for size in (CHUNK, 1):
                try:
                    while True:
                        ballast.write(bytes(size))
                except OSError as full:
                    if full.errno != errno.ENOSPC:
                        raise

    def empty(self) -> None:
        """Make room again."""
        self._ballast.unlink(missing_ok=True)

    def close(self) -> None:
        """Take it away, with all that is on it."""
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)
