"""Runs one program of the system: without a shell, with a time limit, and without leaving it behind."""

import asyncio
import contextlib
from collections.abc import Sequence

import msgspec

from acd.speech.errors import ProgramMissing

PACKAGES = {"espeak-ng": "espeak-ng", "sox": "sox"}
"""The Debian package of each program."""

LIMIT_S = 60.0
"""The longest text that is allowed takes a few seconds; a recording of an hour takes less than this."""


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """How a program ended."""

    ok: bool
    complaint: str
    """The last line it wrote to its standard error, or that it took too long."""


async def run(command: Sequence[str], *, given: bytes = b"", limit_s: float = LIMIT_S) -> Ended:
    """Run a command, with `given` on its standard input. When we are cancelled the program is ended too.

    Raises:
        ProgramMissing: it is not installed.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE if given else asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except (FileNotFoundError, PermissionError) as error:
        raise ProgramMissing(command[0], PACKAGES.get(command[0], command[0])) from error
    try:
        async with asyncio.timeout(limit_s):
            _, errors = await process.communicate(given or None)
    except TimeoutError:
        return Ended(ok=False, complaint=f"took longer than {limit_s:g} s")
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    return Ended(ok=process.returncode == 0, complaint=lines[-1] if lines else "gave no reason")
