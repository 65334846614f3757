"""One call centre in containers, with the face of `acd.lab.stack.Stack`.

Its directory has the layout of an embedded instance: the folders are links to those of the volumes. What is
started is docker-compose.yml as it is shipped; see `Project` for what differs.
"""

import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from docker.models.containers import Container
from psycopg.conninfo import make_conninfo

from acd.lab.asterisk import AsteriskFiles
from acd.lab.errors import SetUpError
from acd.lab.music import PACKAGED
from acd.lab.ports import HOST, Ports, check_free
from acd.lab.stack import DATABASE, USER, RenderRequest
from acd.runtime.secret_file import Secrets, read_secrets
from acd.testing.docker.engine import why_no_engine, why_no_images
from acd.testing.docker.programs import AsteriskContainer, PostgresContainer, ServiceContainer
from acd.testing.docker.project import Project

_IMAGE = "acd-service:local"
_COMPANY = Path("/company")
_LINKS = {
    "etc": "etc",
    "asterisk": "asterisk",
    "sounds": "sounds",
    "service": "service",
    "secrets": "secrets",
    "postgres/run": "postgres-run",
}
"""Volume by folder of the instance."""


class DockerStack:
    """One project of containers. Everything of it, volumes included, is gone after `close`."""

    def __init__(
        self,
        directory: Path,
        *,
        ports: Ports,
        company: Path,
        also_render: Callable[[RenderRequest], None] | None = None,
        settings: Mapping[str, str],
    ) -> None:
        """`also_render` may change what was rendered; `settings`: `ACD_*` variables for the service."""
        missing = why_no_engine() or why_no_images()
        if missing:
            raise SetUpError(missing)
        self.directory = directory.absolute()
        self.ports = ports
        self.files = AsteriskFiles(self.directory)
        self._also_render = also_render
        self._company = company.absolute()
        self._settings = settings
        (self.directory / "postgres").mkdir(parents=True, exist_ok=True)
        _show_to_all(self._company)
        self.project = Project(self.directory, self._variables())
        self.project.change(settings)
        try:
            self.project.run("run", "--rm", "--no-TTY", "secrets")
            for folder, volume in _LINKS.items():
                (self.directory / folder).symlink_to(self.project.volume(volume))
            self._make_programs()
        except BaseException:
            self.project.down()
            raise

    @property
    def secrets_path(self) -> Path:
        """The file with the passwords and PINs."""
        return self.directory / "secrets" / "secrets.json"

    @property
    def secrets(self) -> Secrets:
        """Passwords and PINs."""
        return read_secrets(self.secrets_path)

    @property
    def control_socket(self) -> Path:
        """Where the service takes orders."""
        return self.files.instance / "service" / "control.sock"

    @property
    def dsn(self) -> str:
        """The service's database, without the password."""
        # The link is followed here: a socket's path must be short.
        return make_conninfo("", host=str(self.project.volume("postgres-run")), user=USER, dbname=DATABASE)

    def start(self) -> None:
        """Start everything, each when what it needs is ready."""
        if self._also_render is None:
            check_free(self.ports)
            self.project.up()
            for name, program in self._programs.items():
                program.adopt(self._found(name))
            self.service.start()
            return
        self.start_postgres()
        self.start_asterisk()
        self.service.start()

    def start_postgres(self) -> None:
        """Start PostgreSQL, which makes the service's database."""
        self.postgres.start()

    def start_asterisk(self) -> None:
        """Render the configuration and start Asterisk with it."""
        self.render()
        self.asterisk.start()

    def render(self) -> None:
        """Fill Asterisk's configuration anew."""
        self.project.run("run", "--rm", "--no-deps", "--no-TTY", "render")
        if self._also_render is not None:
            self._also_render(
                RenderRequest(
                    etc=self.files.etc,
                    directories=self.files.directories,
                    ports=self.ports,
                    secrets=self.secrets,
                    sounds=self.files.sounds,
                    music=PACKAGED,
                )
            )

    def another_service(
        self,
        log: Path,
        *,
        readable: Iterable[Path] = (),
        distant: bool = True,  # noqa: ARG002 - no container sees the processes of another
        **settings: str,
    ) -> ServiceContainer:
        """A further service for the same floor, in a container of its own, not started."""

        def make() -> Container:
            first = self.service.container
            inside = dict(line.split("=", 1) for line in first.attrs["Config"]["Env"])
            container = self.project.client.containers.create(
                _IMAGE,
                network_mode="host",
                user=first.attrs["Config"]["User"],
                read_only=True,
                cap_drop=["ALL"],
                tmpfs={"/tmp": "mode=1777"},  # noqa: S108 - its own
                volumes_from=[first.id],
                volumes={str(folder): {"bind": str(folder), "mode": "ro"} for folder in readable},
                environment=inside | settings,
                labels={"com.docker.compose.project": self.project.name, "com.docker.compose.oneoff": "True"},
            )
            container.start()
            self._others.append(container)
            return container

        return ServiceContainer(
            make,
            environment=self.service.environment | settings,
            http_port=int(settings["ACD_HTTP_PORT"]),
            log=log,
        )

    def acd(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Run a command of `acd` in the service's container."""
        words = [
            str(_COMPANY / word.relative_to(self._company.parent)) if isinstance(word, Path) else word
            for word in arguments
        ]
        for word in arguments:
            if isinstance(word, Path):
                _show_to_all(word)
        command = ["docker", "exec", self.service.container.id, "acd", *words]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return ran.returncode, ran.stdout, ran.stderr

    def close(self) -> None:
        """End everything and forget it."""
        try:
            for other in self._others:
                other.remove(force=True)
        finally:
            self.project.down()

    def _make_programs(self) -> None:
        self._others: list[Container] = []
        password = self.secrets["postgres"]
        self.postgres = PostgresContainer(
            lambda: self._up("postgres"),
            socket_directory=self.project.volume("postgres-run"),
            conninfo=make_conninfo(self.dsn, password=password),
        )
        self.asterisk = AsteriskContainer(lambda: self._up("asterisk"), control=self.files.control)
        self.service = ServiceContainer(
            lambda: self._up("acd"),
            environment=self._environment(),
            http_port=self.ports.http,
            log=self.directory / "service.log",
            remake=self._remake_service,
        )
        self._programs = {"postgres": self.postgres, "asterisk": self.asterisk, "acd": self.service}

    def _remake_service(self, environment: dict[str, str]) -> Container:
        """Only what a test has changed goes into the container: everything else has other paths there."""
        ours = self._environment()
        changed = {name: value for name, value in environment.items() if ours.get(name) != value}
        self.project.change({**self._settings, **changed})
        return self._up("acd")

    def _up(self, service: str) -> Container:
        # What they depend on is there: secrets were made, and whoever starts Asterisk has rendered.
        self.project.run("up", "--detach", "--no-build", "--no-deps", service)
        return self._found(service)

    def _found(self, service: str) -> Container:
        container = self.project.container(service)
        assert container is not None
        return container

    def _variables(self) -> dict[str, str]:
        return {
            "ACD_COMPANY_DIR": str(self._company.parent),
            "ACD_COMPANY_FILE": self._company.name,
            **self.ports.settings(),
        }

    def _environment(self) -> dict[str, str]:
        """The service's, with the paths of this machine."""
        ports = self.ports
        return {
            "PATH": "/usr/bin:/bin",
            "ACD_COMPANY": str(self._company),
            "ACD_DSN": self.dsn,
            "ACD_SECRETS": str(self.secrets_path),
            "ACD_ARI_URL": f"http://{HOST}:{ports.ari}",
            "ACD_AMI_PORT": str(ports.ami),
            "ACD_AGI_PORT": str(ports.agi),
            "ACD_HTTP_PORT": str(ports.http),
            "ACD_CONTROL_SOCKET": str(self.control_socket),
            "ACD_SOUNDS_DIR": str(self.files.sounds),
            **self._settings,
        }


def _show_to_all(file: Path) -> None:
    """Let the containers' account read a test's company file and what lies beside it."""
    for path, wanted in ((file.parent, 0o005), (file, 0o004)):
        mode = path.stat().st_mode
        if mode & wanted != wanted:
            path.chmod(mode | wanted)
