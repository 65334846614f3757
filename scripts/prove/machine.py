"""A machine where nothing is installed: a root folder made by mmdebstrap, in namespaces of its own."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from scripts.prove.steps import ProofFailed, say
from scripts.prove.terminal import Terminal

CHECKOUT = Path(__file__).parents[2]
BARE = ("python3", "git", "make", "ca-certificates")
"""What a bare machine has, and nothing else."""

ENTER = Path(__file__).parent / "enter"
"""The program that does it."""
_CERTIFICATES = Path("/usr/local/share/ca-certificates")
_HOSTS = "127.0.0.1 localhost\n127.0.1.1 bare\n::1 localhost ip6-localhost\n"
_SETTINGS_OF_APT = ("Acquire::http::Proxy", "Acquire::https::Proxy", "Acquire::Check-")
"""What the host's apt needs to reach its sources, the machine's apt needs as well."""


class Machine:
    """The root folder, from its making to its removal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, suite: str, packages: Sequence[str]) -> None:
        """Make it, with the host's way to the network and its extra certificates."""
        if shutil.which("mmdebstrap") is None:
            raise ProofFailed("mmdebstrap is missing: `apt-get install mmdebstrap`, then try again.")
        command = [
            "mmdebstrap",
            "--quiet",
            "--mode=root",
            "--variant=minbase",
            f"--include={','.join(packages)}",
        ]
        if suite not in _debian():
            command.append("--components=main,universe")
        made = subprocess.run(
            [*command, suite, self.folder],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            raise ProofFailed(f"mmdebstrap: {made.stderr}")
        (self.folder / "etc" / "hosts").write_text(_HOSTS, encoding="ascii")
        (self.folder / "etc" / "hostname").write_text("bare\n", encoding="ascii")
        shutil.copy("/etc/resolv.conf", self.folder / "etc" / "resolv.conf")
        (self.folder / "etc/apt/apt.conf.d/90host").write_text(_settings_of_apt(), encoding="utf-8")
        if Path("/etc/pip.conf").exists():
            shutil.copy("/etc/pip.conf", self.folder / "etc" / "pip.conf")
        for certificate in sorted(_CERTIFICATES.glob("*.crt")):
            shutil.copy(certificate, self.folder / _CERTIFICATES.relative_to("/"))
        self.does("update-ca-certificates", within_s=60)

    def bring(self, name: str) -> str:
        """Put the commit of this checkout into the machine, as a git bundle to be cloned; which one it is."""
        bundle = self.folder / "root" / name
        git = ["git", "-c", f"safe.directory={CHECKOUT}", "-C", str(CHECKOUT)]
        subprocess.run([*git, "bundle", "create", "--quiet", bundle, "HEAD"], check=True)
        told = subprocess.run(
            [*git, "log", "-1", "--format=%h %s"], check=True, capture_output=True, text=True
        )
        return told.stdout.strip()

    def starts(self, command: str, *, cache: Path | None = None) -> Terminal:
        """Start a shell command at a terminal of its own; `cache` is then its `~/.cache`."""
        return Terminal([str(ENTER), str(self.folder), str(cache or ""), command])

    def does(self, command: str, *, within_s: float, cache: Path | None = None) -> str:
        """What a shell command prints; it must succeed."""
        with self.starts(command, cache=cache) as terminal:
            terminal.wait(within_s)
            if terminal.code != 0:
                raise ProofFailed(f"{command}\nended with {terminal.code}:\n{terminal.text[-3000:]}")
            return terminal.text

    def remove(self) -> None:
        """Remove it with everything in it."""
        say(f"Removing {self.folder}")
        shutil.rmtree(self.folder, ignore_errors=True)


def _debian() -> frozenset[str]:
    return frozenset({"bookworm", "trixie", "forky", "sid"})


def _settings_of_apt() -> str:
    dumped = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
    return "".join(line for line in dumped.splitlines(keepends=True) if line.startswith(_SETTINGS_OF_APT))


def must_be_root() -> None:
    """A root folder, and mounts, are root's."""
    if os.geteuid() != 0:
        raise ProofFailed("This makes a root folder and mounts: run it as root.")
