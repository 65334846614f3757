"""Whether this machine can run the call centre in containers for a test."""

import functools
import os
import subprocess


@functools.cache
def why_no_engine() -> str:
    """What is missing, with the remedy; nothing if all is there."""
    if os.geteuid() != 0:
        return "Tests in containers need root, to break them by their process ids: run them as root."
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
