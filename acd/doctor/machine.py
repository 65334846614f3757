"""The machine, and the files that the settings name."""

import asyncio
import os
import pwd
import resource
import shutil
import socket
import struct
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
    """The own name, room on the disks, open files, the folder of the control socket."""
    notes = Notes("Machine")
    if urlsplit(settings.ari_url).hostname in _LOCAL:
        await _own_name(notes)
    else:
        notes.ok("Asterisk is on another machine: whether that one's own name resolves there is not seen.")
    _disks(notes, settings)
    _open_files(notes, settings.control_socket)
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


def account() -> str:
    """The name of the account that this runs under, for commands; its number when it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _disks(notes: Notes, settings: Settings) -> None:
    for what, folder in (("sounds", settings.sounds_dir), ("control socket", settings.control_socket.parent)):
        with suppress(OSError):  # a folder that is missing is told elsewhere
            free = shutil.disk_usage(folder).free
            if free < LEAST_DISK_BYTES:
                notes.warn(
                    f"The disk of the {what} ({folder}) has {free // 1_000_000} MB left.",
                    "Make room: a service that cannot write a prompt does not apply a company file.",
                )


def _open_files(notes: Notes, control_socket: Path) -> None:
    """The limit of the service that runs; else that of this process, which another may get in a unit."""
    limit = _limit_of_service(control_socket)
    if limit is not None:
        who, remedy = "The service", "LimitNOFILE=65536 in its unit"
    else:
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        who, remedy = "A process of this account", "The unit for systemd raises it by LimitNOFILE"
    if limit < LEAST_OPEN_FILES:
        notes.warn(
            f"{who} may open {limit} files.",
            f"{remedy}; without systemd: `ulimit -n {LEAST_OPEN_FILES}` before the start.",
        )
    else:
        notes.ok(f"{who} may open {limit} files.")


def _limit_of_service(control_socket: Path) -> int | None:
    """How many files the process behind the socket may open; None when there is none that we may look at."""
    with socket.socket(socket.AF_UNIX) as to_it, suppress(OSError):
        to_it.connect(str(control_socket))
        told = to_it.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        (pid, _, _) = struct.unpack("3i", told)
        if pid:  # one in a container is no process to us
            limit, _ = resource.prlimit(pid, resource.RLIMIT_NOFILE)
            return limit
    return None


def _control_socket(notes: Notes, path: Path) -> None:
    folder = path.parent
    there = next(one for one in path.parents if one.is_dir())
    if not os.access(there, os.W_OK | os.X_OK):
        made = "" if there == folder else f", and the service could not make it ({there} is not its own)"
        notes.problem(
            f"This account may not write the folder {folder} of the control socket{made}.",
            f"Run this as the service's account. If you did: install -d -m 0700 -o {account()} {folder} "
            "(the unit for systemd makes it at the start).",
        )
    elif path.exists() and path.stat().st_mode & 0o077:
        notes.problem(f"Others than its owner may open {path}, and do everything.", f"chmod 0600 {path}")
