"""One Asterisk with an instance directory of its own: started from any installation, ready when it says so.

Files of an instance: `etc/` is rendered by somebody else before the start, Asterisk may only read it;
`sounds/` is written by the service and read by Asterisk; everything Asterisk writes goes below `asterisk/`.
All of them have the same absolute path inside and outside. The rendered `asterisk.conf` must say
`AsteriskFiles.directories`.
"""

import os
import signal
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from acd.lab import console
from acd.lab.account import lab_account
from acd.lab.chamber import Bind, Tree
from acd.lab.container import ContainerProcess
from acd.lab.errors import MAX_SOCKET_PATH_BYTES, PathTooLongError, StartError
from acd.lab.installation import AsteriskImage, AsteriskRoot, Installation, InstalledAsterisk
from acd.lab.process import LabProcess, Program

_BYE_PATIENCE_S = (1.0, 2.0, 4.0, 8.0)
"""How long a stop may take to hang up every call. SIGTERM is sent again in between: an Asterisk that is still
booting may lose one, and to one that is ending already another means nothing.
"""


@dataclass(frozen=True)
class AsteriskFiles:
    """Where the files of one instance are."""

    instance: Path

    @property
    def etc(self) -> Path:
        """The rendered configuration."""
        return self.instance / "etc"

    @property
    def conf(self) -> Path:
        """The configuration file that names all other directories."""
        return self.etc / "asterisk.conf"

    @property
    def sounds(self) -> Path:
        """Prompts that the service makes."""
        return self.instance / "sounds"

    @property
    def own(self) -> Path:
        """Everything that Asterisk writes."""
        return self.instance / "asterisk"

    @property
    def control(self) -> Path:
        """Its console's socket."""
        return self.own / "run" / "asterisk.ctl"

    @property
    def messages(self) -> Path:
        """What it prints; its log files are beside this one."""
        return self.own / "log" / "output.log"

    @property
    def directories(self) -> Mapping[str, str]:
        """The section `[directories]` of `asterisk.conf`; what it lacks stays as Asterisk was built."""
        own = {
            "astvarlibdir": "lib",
            "astdbdir": "db",
            "astspooldir": "spool",
            "astcachedir": "cache",
            "astrundir": "run",
            "astlogdir": "log",
        }
        return {"astetcdir": str(self.etc)} | {name: str(self.own / folder) for name, folder in own.items()}


class AsteriskProcess(Program):
    """One Asterisk; it dies with this interpreter. Any number may run beside each other."""

    name = "Asterisk"

    def __init__(self, instance: Path, installation: Installation, *, readable: Iterable[Path] = ()) -> None:
        """`readable`: folders of the machine that it may read besides its own, such as music."""
        self.files = AsteriskFiles(instance.absolute())
        self._installation = installation
        self._readable = tuple(path.absolute() for path in readable)
        self._account = lab_account()

    def start(self, *, timeout_s: float = 60.0) -> None:
        """Start and wait until it has fully booted: every module loaded, every socket open."""
        if self.running:
            return
        self._prepare_directories()
        self._process = self._launch()
        self._process.wait_until(self._has_booted, timeout_s=timeout_s)

    def stop(self) -> None:
        """End it properly: every phone in a call gets its BYE."""
        if self._process is not None:
            self._process.end(*((signal.SIGTERM, patience_s) for patience_s in _BYE_PATIENCE_S))

    def kill(self) -> None:
        """End it as a crash would (SIGKILL): phones are told nothing."""
        self._started().end()

    def restart(self) -> None:
        """Stop, then start."""
        self.stop()
        self.start()

    def rx(self, command: str, *, timeout_s: float = 30.0) -> str:
        """Run one console command; what it printed."""
        return console.ask(self.files.control, command, timeout_s=timeout_s)

    def _prepare_directories(self) -> None:
        files = self.files
        if len(os.fsencode(files.control)) > MAX_SOCKET_PATH_BYTES:
            raise PathTooLongError(files.control)
        if not files.conf.exists():
            raise StartError(f"{files.conf} does not exist: render the configuration before the start.")
        files.sounds.mkdir(exist_ok=True)
        for name, folder in files.directories.items():
            if name != "astetcdir":
                Path(folder).mkdir(parents=True, exist_ok=True)
        (files.own / "spool" / "recording").mkdir(exist_ok=True)  # Asterisk does not make it
        for private in (files.own, files.etc):  # call records, voicemail, passwords
            private.chmod(0o750)
        files.control.unlink(missing_ok=True)  # left by one that was killed
        self._account.own(files.own)
        self._account.own(files.etc)

    def _launch(self) -> LabProcess:
        files, found = self.files, self._installation
        arguments = ["-f", "-n", "-C", str(files.conf)]
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(files.own)}
        environment |= {"TZ": os.environ["TZ"]} if "TZ" in os.environ else {}
        match found:
            case AsteriskImage():
                folders = dict.fromkeys((files.etc, files.sounds, *self._readable), "ro") | {files.own: "rw"}
                return ContainerProcess.run(found.tag, arguments, folders=folders, log=files.messages)
            case AsteriskRoot():
                program, root = "asterisk", found.folder
            case InstalledAsterisk():
                program, root = str(found.program), Path("/")
        return LabProcess.start(
            self.name,
            [program, *arguments],
            log=files.messages,
            environment=environment,
            account=self._account,
            tree=self._tree(root) if isinstance(found, AsteriskRoot) or self._account.switch else None,
        )

    def _tree(self, root: Path) -> Tree:
        """Its file tree, in which the machine's own name resolves (or every SDP waits for DNS)."""
        files = self.files
        base = files.own / "tree"
        base.mkdir(exist_ok=True)
        hosts = files.own / "hosts"
        known = Path("/etc/hosts").read_text(encoding="utf-8") if Path("/etc/hosts").exists() else ""
        hosts.write_text(f"{known.rstrip()}\n127.0.0.1 localhost {socket.gethostname()}\n", encoding="utf-8")
        shared = root / "var/lib/asterisk"
        binds = [
            Bind(source=str(hosts), target="/etc/hosts"),
            *(
                Bind(source=str(path), target=str(path))
                for path in (files.etc, files.sounds, *self._readable)
            ),
            Bind(source=str(files.own), target=str(files.own), writable=True),
        ]
        if shared.is_dir():
            binds.insert(0, Bind(source=str(shared), target="/var/lib/asterisk"))
        return Tree(root=str(root), base=str(base), binds=tuple(binds))

    def _has_booted(self) -> bool:
        """Whether it has; the console answers this question only then, or closes when the boot fails."""
        try:
            return "fully booted" in self.rx("core waitfullybooted")
        except console.ConsoleError:
            return False
