"""The machine, and the files that the settings name."""

import asyncio
import os
import resource
import shutil
import socket
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from acd.doctor.finding import Finding, Notes
from acd.settings import Settings

NAME_WAIT_S = 3.0
SLOW_NAME_S = 0.2
LEAST_DISK_BYTES = 500_000_000
LEAST_OPEN_FILES = 4096
_LOCAL = {"127.0.0.1", "::1", "localhost"}


async def look_at_machine(settings: Settings) -> list[Finding]:
    """The own name, room on the disks, open files, folders."""
    notes = Notes("Machine")
    if urlsplit(settings.ari_url).hostname in _LOCAL:
        await _own_name(notes)
    else:
        notes.ok("Asterisk is on another machine: whether that one's own name resolves there is not seen.")
    _disks(notes, settings)
    _open_files(notes)
    _control_socket(notes, settings.control_socket)
    return notes.findings


async def _own_name(notes: Notes) -> None:
    """Asterisk asks for it whenever it describes a call's sound (SDP): a slow answer makes calls slow."""
    name = socket.gethostname()
    remedy = f"Add the line `127.0.1.1 {name}` to /etc/hosts of the machine (or container) of Asterisk."
    began = time.monotonic()
    try:
        async with asyncio.timeout(NAME_WAIT_S):
            await asyncio.get_running_loop().getaddrinfo(name, None)
    except (OSError, TimeoutError):
        notes.problem(f"The machine's own name {name} does not resolve: every call waits for DNS.", remedy)
        return
    took_s = time.monotonic() - began
    if took_s > SLOW_NAME_S:
        notes.warn(f"The machine's own name {name} resolves in {took_s:.1f} s: every call waits.", remedy)
    else:
        notes.ok(f"Its own name {name} resolves at once.")


def _disks(notes: Notes, settings: Settings) -> None:
    for what, folder in (("sounds", settings.sounds_dir), ("control socket", settings.control_socket.parent)):
        with suppress(OSError):  # a folder that is missing is told elsewhere
            free = shutil.disk_usage(folder).free
            if free < LEAST_DISK_BYTES:
                notes.warn(
                    f"The disk of the {what} ({folder}) has {free // 1_000_000} MB left.",
                    "Make room: a service that cannot write a prompt does not apply a company file.",
                )


def _open_files(notes: Notes) -> None:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < LEAST_OPEN_FILES:
        notes.warn(
            f"A process of this account may open {soft} files.",
            f"`ulimit -n {LEAST_OPEN_FILES}` before the start, or LimitNOFILE in its unit.",
        )
    else:
        notes.ok(f"A process of this account may open {soft} files.")


def _control_socket(notes: Notes, path: Path) -> None:
    folder = path.parent
    if not folder.is_dir():
        notes.problem(f"There is no folder {folder} for the control socket.", f"mkdir -m 0700 {folder}")
    elif not os.access(folder, os.W_OK | os.X_OK):
        notes.problem(
            f"This account may not write the folder {folder} of the control socket.",
            f"Run this as the service's account; if you did: chown {os.getuid()} {folder}",
        )
    elif path.exists() and path.stat().st_mode & 0o077:
        notes.problem(f"Others than its owner may open {path}, and do everything.", f"chmod 0600 {path}")
