"""One project of docker-compose.yml: its containers and volumes, under a name of its own."""

import itertools
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docker
from docker.models.containers import Container
from testcontainers.compose import DockerCompose

from acd.lab.errors import StartError
from acd.testing.docker.engine import CHECKOUT

SERVICES = ("postgres", "asterisk", "acd")
"""Those that stay; each is a container."""

_numbers = itertools.count(1)


class Project:
    """Names, settings, commands. What its settings and `change` say differs from docker-compose.yml; beyond
    that nothing does, but that nobody starts again what a test has ended.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        """`folder`: for its own files; `settings`: variables of docker-compose.yml."""
        self.name = f"acd-test-{os.getpid()}-{next(_numbers)}"
        self.client = docker.from_env(timeout=120)
        self._override = folder / "docker-compose.override.json"
        environment = folder / "docker.env"
        environment.write_text(
            "".join(
                f"{name}={value}\n" for name, value in {**settings, "COMPOSE_PROJECT_NAME": self.name}.items()
            ),
            encoding="utf-8",
        )
        self.compose = DockerCompose(
            CHECKOUT, ["docker-compose.yml", str(self._override)], env_file=str(environment), wait=False
        )
        self.change({})

    def change(self, environment: Mapping[str, str]) -> None:
        """Give the service further variables, from the next time its container is made."""
        services: dict[str, dict[str, Any]] = {name: {"restart": "no"} for name in SERVICES}
        services["acd"]["environment"] = dict(environment)
        self._override.write_text(json.dumps({"services": services}), encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """`docker compose ARGUMENTS`; what it wrote. Raises `StartError` with what it complained."""
        command = [*self.compose.docker_compose_command(), *arguments]
        ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise StartError(f"`{' '.join(command)}` ended with {ran.returncode}:\n{ran.stderr}{ran.stdout}")
        return ran.stdout

    def up(self) -> None:
        """Start everything, in the order of docker-compose.yml."""
        try:
            self.compose.start()
        except subprocess.CalledProcessError as failed:
            raise StartError(
                f"docker compose up: {failed.stderr}\n{self.run('logs', '--no-color')}"
            ) from None

    def down(self) -> None:
        """End everything, and forget it."""
        self.run("down", "--volumes", "--timeout", "2")  # nobody has to be told goodbye
        self.client.close()

    def container(self, service: str) -> Container | None:
        """The container of a service, if it has been made."""
        labels = [
            f"com.docker.compose.project={self.name}",
            f"com.docker.compose.service={service}",
            "com.docker.compose.oneoff=False",
        ]
        found = self.client.containers.list(all=True, filters={"label": labels})
        return found[0] if found else None

    def volume(self, name: str) -> Path:
        """Where a volume's files are on this machine."""
        return Path(self.client.volumes.get(f"{self.name}_{name}").attrs["Mountpoint"])
