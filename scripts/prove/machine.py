"""A machine where nothing is installed: a root folder made by mmdebstrap, in namespaces of its own."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from scripts.prove.steps import ProofFailed
from scripts.prove.terminal import Terminal

CHECKOUT = Path(__file__).parents[2]
BARE = ("python3", "git", "make", "ca-certificates")
"""What a bare machine has, and nothing else."""

ENTER = Path(__file__).parent / "enter"
"""The program that does it."""
_DEBIAN = frozenset({"bookworm", "trixie", "forky", "sid"})
"""Other suites are Ubuntu's, which has pipx and espeak-ng in `universe`."""
_CERTIFICATES = Path("/usr/local/share/ca-certificates")
_HOSTS = "127.0.0.1 localhost\n127.0.1.1 bare\n::1 localhost ip6-localhost\n"
_SETTINGS_OF_APT = ("Acquire::http::Proxy", "Acquire::https::Proxy", "Acquire::Check-")
"""What the host's apt needs to reach its sources, the machine's apt needs as well."""


class Machine:
    """The root folder, and what is done in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, suite: str, packages: Sequence[str], *, mirror: str | None = None) -> None:
        """Make it, with the host's way to the network and its extra certificates.

        Args:
            suite: of Debian or Ubuntu.
            packages: what is in it beside the essential ones.
            mirror: where it comes from, as mmdebstrap is told it; None: from the usual place.
        """
        if shutil.which("mmdebstrap") is None:
            raise ProofFailed("mmdebstrap is missing: `apt-get install mmdebstrap`, then try again.")
        command = ["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase"]
        command += [f"--include={','.join(packages)}"]
        if suite not in _DEBIAN:
            command.append("--components=main,universe")
        command += [suite, str(self.folder), *([mirror] if mirror else [])]
        made = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
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
        self.does("update-ca-certificates", within_s=300)

    def bring(self, name: str) -> str:
        """Put the commit of this checkout into the machine, as a repository to be cloned; which one it is.

        The checkout may be shallow, and somebody else's, as in CI.
        """
        config = self.folder.parent / "gitconfig"
        config.write_text("[safe]\ndirectory = *\n", encoding="ascii")
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": str(config)}
        clone = ["git", "clone", "--quiet", "--bare", "--depth=1", f"file://{CHECKOUT}"]
        subprocess.run([*clone, self.folder / "root" / name], env=environment, check=True)
        log = ["git", "-C", str(CHECKOUT), "log", "-1", "--format=%h %s"]
        told = subprocess.run(log, env=environment, check=True, capture_output=True, text=True)
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


def _settings_of_apt() -> str:
    dumped = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
    return "".join(line for line in dumped.splitlines(keepends=True) if line.startswith(_SETTINGS_OF_APT))


def must_be_root() -> None:
    """A root folder, and mounts, are root's."""
    if os.geteuid() != 0:
        raise ProofFailed("This makes a root folder and mounts: run it as root.")
