"""One instance: a directory with PostgreSQL, Asterisk and the service, each started and ended by itself.

    DIRECTORY/secrets.json   passwords and PINs (0600)
              etc/           Asterisk's configuration, filled by the `Render` that the caller brings
              asterisk/      what Asterisk writes
              postgres/      the database
              sounds/        prompts that the service makes
              service/       the service's own state, log and control socket

`make run` keeps one in `var/`; every test that breaks something makes its own.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TextIO

from acd.lab import music
from acd.lab.account import lab_account
from acd.lab.asterisk import AsteriskFiles, AsteriskProcess
from acd.lab.errors import InstanceInUseError
from acd.lab.installation import Installation
from acd.lab.ports import HOST, Ports, check_free
from acd.lab.postgres import PostgresServer
from acd.lab.service import ServiceProcess
from acd.runtime.secret_file import Secrets, ensure_secrets

DATABASE = "acd"
"""Name of the service's database in each instance."""

USER = "acd"
"""The service's user in the rendered `ari.conf` and `manager.conf`."""


@dataclass(frozen=True, kw_only=True)
class RenderRequest:
    """What a renderer must know of one instance to fill `etc` with Asterisk's configuration."""

    etc: Path
    directories: Mapping[str, str]
    """The section `[directories]` of `asterisk.conf`."""
    ports: Ports
    secrets: Secrets
    sounds: Path
    music: Path
    """A folder with music, as Asterisk sees it."""


OWN_SECRETS = ("ari", "ami", "postgres")
"""What every instance needs, whatever its company."""

Render = Callable[[RenderRequest], None]


class Stack:
    """One instance. The directory is its own until `close`, which ends what was started."""

    def __init__(
        self,
        directory: Path,
        *,
        installation: Installation,
        ports: Ports,
        company: Path,
        render: Render,
        secret_names: Iterable[str] = (),
        readable: Iterable[Path] = (),
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`secret_names`: what the company needs beside the stack's own, named as `runtime.secret_file` says;
        `readable`: see `AsteriskProcess`; `settings`: further `ACD_*` variables for the service, which win
        over those made here.
        """
        self.directory = directory.absolute()
        self.ports = ports
        self.files = AsteriskFiles(self.directory)
        self._installation = installation
        for path in (self.directory, self._state):
            path.mkdir(parents=True, exist_ok=True)
        self._state.chmod(0o700)
        self._lock = _lock(self.directory)
        self.adopt(render, secret_names, readable)
        self.postgres = PostgresServer(self.directory / "postgres", password=self.secrets["postgres"])
        self.service = ServiceProcess(
            {**self._environment(company), **(settings or {})},
            http_port=ports.http,
            log=self._state / "service.log",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def secrets_path(self) -> Path:
        """The file with the passwords and PINs of this instance."""
        return self.directory / "secrets.json"

    @property
    def control_socket(self) -> Path:
        """Where the service takes orders (`acd agent`, `acd status`, …)."""
        return self._state / "control.sock"

    @property
    def dsn(self) -> str:
        """The service's database, without the password."""
        return self.postgres.dsn(DATABASE)

    def adopt(self, render: Render, secret_names: Iterable[str], readable: Iterable[Path]) -> None:
        """Be the stack of another company from now on; before Asterisk is started."""
        self._render = render
        self.secrets = ensure_secrets(self.secrets_path, (*OWN_SECRETS, *secret_names))
        self.asterisk = AsteriskProcess(self.directory, self._installation, readable=readable)

    def start(self) -> None:
        """Start everything, each when what it needs is ready."""
        self.start_postgres()
        self.start_asterisk()
        self.service.start()

    def start_postgres(self) -> None:
        """Start PostgreSQL and see that the service's database is there."""
        self.postgres.start()
        self.postgres.create_database(DATABASE)

    def start_asterisk(self) -> None:
        """Render the configuration and start Asterisk with it."""
        if self.asterisk.running:
            return
        # A service that lives on holds its own two while Asterisk is started again.
        check_free(self.ports, except_for=("agi", "http") if self.service.running else ())
        self.render()
        self.asterisk.start()

    def render(self) -> None:
        """Fill `etc` anew; a running Asterisk reads it at its next start or reload."""
        for folder in (self.files.etc, self.files.sounds):
            folder.mkdir(exist_ok=True)
        self._render(
            RenderRequest(
                etc=self.files.etc,
                directories=self.files.directories,
                ports=self.ports,
                secrets=self.secrets,
                sounds=self.files.sounds,
                music=music.music_folder(self._installation, self.files.sounds),
            )
        )
        lab_account().own(self.files.etc)  # also for a running Asterisk that is told to reload

    def another_service(
        self,
        log: Path,
        *,
        readable: Iterable[Path] = (),  # noqa: ARG002 - a process can read them anyway
        distant: bool = False,
        **settings: str,
    ) -> ServiceProcess:
        """A further service for the same floor, not started: with `settings` of its own, an ``ACD_HTTP_PORT``
        among them, and `readable` folders of this machine. `distant`: it sees no process of the first.
        """
        return ServiceProcess(
            {**self.service.environment, **settings},
            http_port=int(settings["ACD_HTTP_PORT"]),
            log=log,
            distant=distant,
        )

    def acd(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Run a command of `acd`; its exit status, what it wrote, and what it complained of."""
        ran = subprocess.run(
            [sys.executable, "-m", "acd", *map(str, arguments)],
            env=self.service.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return ran.returncode, ran.stdout, ran.stderr

    def stop(self) -> None:
        """End everything, each before what it needs."""
        for part in (self.service, self.asterisk, self.postgres):
            part.stop()

    def close(self) -> None:
        """Stop, and let others have the directory."""
        self.stop()
        self._lock.close()

    @property
    def _state(self) -> Path:
        return self.directory / "service"

    def _environment(self, company: Path) -> dict[str, str]:
        ports = self.ports
        ours = {
            "ACD_COMPANY": str(company.absolute()),
            "ACD_DSN": self.dsn,
            "ACD_SECRETS": str(self.secrets_path),
            "ACD_ARI_URL": f"http://{HOST}:{ports.ari}",
            "ACD_ARI_USER": USER,
            "ACD_AMI_HOST": HOST,
            "ACD_AMI_USER": USER,
            "ACD_AMI_PORT": str(ports.ami),
            "ACD_AGI_HOST": HOST,
            "ACD_AGI_PORT": str(ports.agi),
            "ACD_HTTP_HOST": HOST,
            "ACD_HTTP_PORT": str(ports.http),
            "ACD_CONTROL_SOCKET": str(self.control_socket),
            "ACD_SOUNDS_DIR": str(self.files.sounds),
        }
        passed_on = {name: os.environ[name] for name in ("PATH", "HOME", "TZ") if name in os.environ}
        return {**passed_on, "LC_ALL": "C.UTF-8", **ours}


def _lock(directory: Path) -> TextIO:
    """Hold the directory; raises `InstanceInUseError` when another process does."""
    file = (directory / "lock").open("a+", encoding="ascii")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip()
        file.close()
        raise InstanceInUseError(
            f"{directory} is in use by process {holder}: end that run, or choose another directory (ACD_VAR)."
        ) from None
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file
