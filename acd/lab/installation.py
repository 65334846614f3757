"""Where Asterisk's programs come from: the machine, a root folder of our own, or a container image."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from acd.asterisk.release import new_enough
from acd.lab import image, rootfolder
from acd.lab.errors import SetUpError

Report = Callable[[str], None]
"""Called with one line of progress at a time."""


@dataclass(frozen=True, kw_only=True)
class InstalledAsterisk:
    """Asterisk is installed on this machine."""

    program: Path
    version: str


@dataclass(frozen=True, kw_only=True)
class AsteriskRoot:
    """Asterisk is in a root folder: a small Debian that nothing is ever written to."""

    folder: Path


@dataclass(frozen=True, kw_only=True)
class AsteriskImage:
    """Asterisk is in a container image of the local Docker engine."""

    tag: str


Installation = InstalledAsterisk | AsteriskRoot | AsteriskImage


def find_asterisk(report: Report) -> Installation:
    """The Asterisk to use; makes the root folder (half a minute) or the image if it is not there yet."""
    installed = asterisk_on_path()
    if installed is not None:
        report(f"Asterisk {installed.version} is installed: {installed.program}")
        return installed
    if os.geteuid() == 0:
        return AsteriskRoot(folder=rootfolder.root_folder(report))
    if image.engine_answers():
        try:
            return AsteriskImage(tag=image.asterisk_image(report))
        except SetUpError as error:
            report(f"{error} Trying without Docker.")
    return AsteriskRoot(folder=rootfolder.root_folder(report))


def asterisk_on_path() -> InstalledAsterisk | None:
    """The machine's Asterisk, if it is new enough. Debian keeps it in /usr/sbin, which users lack in PATH."""
    program = shutil.which("asterisk", path=os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin")
    if program is None:
        return None
    said = subprocess.run([program, "-V"], capture_output=True, text=True, check=False).stdout
    version = said.removeprefix("Asterisk").strip()
    return InstalledAsterisk(program=Path(program), version=version) if new_enough(version) else None
