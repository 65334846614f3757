"""Asterisk as a container image of the local Docker engine: for users without root who may use Docker."""

import subprocess
from collections.abc import Callable

from acd.lab import rootfolder
from acd.lab.watch import watch


def engine_answers() -> bool:
    """Whether a Docker engine answers us."""
    try:
        done = subprocess.run(
            ["docker", "version", "--format", "{{.Server.Version}}"],
            capture_output=True,
            timeout=10,
            check=False,
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def asterisk_image(report: Callable[[str], None]) -> str:
    """The tag of the image with the recipe of `rootfolder`, built now if this recipe was never built here."""
    tag = f"acd-asterisk:{rootfolder.recipe_hash()}"
    if subprocess.run(["docker", "image", "inspect", tag], capture_output=True, check=False).returncode == 0:
        return tag
    report("Building a container image with Asterisk 22 (once, about a minute)")
    watch(["docker", "build", "--tag", tag, "-"], report, text=_dockerfile())
    return tag


def _dockerfile() -> str:
    install = "apt-get install -y --no-install-recommends " + " ".join(rootfolder.PACKAGES)
    return (
        f"FROM debian:{rootfolder.SUITE}-slim\n"
        f"RUN apt-get -o Acquire::Check-Valid-Until=false update && {install} && rm -rf /var/lib/apt/lists\n"
    )
