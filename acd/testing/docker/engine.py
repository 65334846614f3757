"""Whether this machine can run the call centre in containers for a test."""

import functools
import os
import subprocess
from pathlib import Path

import acd

CHECKOUT = Path(acd.__path__[0]).parent
"""Where docker-compose.yml is."""


@functools.cache
def why_no_engine() -> str:
    """What is missing, with the remedy; nothing if all is there."""
    if os.geteuid() != 0:
        return "Tests in containers need root, to break them by their process ids: run them as root."
    if not (CHECKOUT / "docker-compose.yml").exists():
        return f"{CHECKOUT} has no docker-compose.yml: use a checkout (`pip install --editable`)."
    for command, missing in (
        (("docker", "version"), "No Docker engine answers"),
        (("docker", "compose", "version"), "Docker has no `compose` command"),
    ):
        try:
            answers = subprocess.run(command, capture_output=True, check=False, timeout=30).returncode == 0
        except (FileNotFoundError, subprocess.TimeoutExpired):
            answers = False
        if not answers:
            return f"{missing}: run scripts/docker-engine, or start your own."
    return ""


@functools.cache
def why_no_images() -> str:
    """Bring the images up to date with the checkout, once for this process; why that failed, if it did.

    It takes seconds when little has changed, and minutes the first time.
    """
    command = [str(CHECKOUT / "scripts/up"), "--build"]
    built = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    return "" if built.returncode == 0 else f"The images cannot be built: {built.stderr}"
