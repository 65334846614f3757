"""The root folder: a small Debian with Asterisk 22, made once by mmdebstrap and kept in the cache.

Debian's stable releases have no Asterisk, its testing release has. The folder's name carries a hash of the
recipe: a changed recipe makes a new folder. It is made beside its place and renamed, under a lock; once there
it is complete, and nothing writes to it again (`chamber` binds it read-only), so any number of Asterisks run
from it at once.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from acd.lab.errors import SetUpError
from acd.lab.watch import watch

SUITE = "forky"
PACKAGES = (
    "asterisk",
    "asterisk-modules",
    "asterisk-core-sounds-en-wav",
    "asterisk-moh-opsound-wav",
    "ca-certificates",
    "tzdata",
)
_OPTIONS = (
    "--variant=minbase",
    '--aptopt=APT::Install-Recommends "false"',
    '--aptopt=Acquire::Check-Valid-Until "false"',  # an archive snapshot is as good as today's
)


def cache_directory() -> Path:
    """`$ACD_CACHE`, or `~/.cache/acd`."""
    return Path(os.environ.get("ACD_CACHE") or Path.home() / ".cache" / "acd").absolute()


def recipe_hash() -> str:
    """Changes when the recipe does."""
    return hashlib.sha256(repr((SUITE, PACKAGES, _OPTIONS)).encode()).hexdigest()[:12]


def root_folder(report: Callable[[str], None]) -> Path:
    """The root folder, made now if this recipe was never made here."""
    cache = cache_directory()
    folder = cache / f"asterisk-{recipe_hash()}"
    if folder.exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with _only_one(cache / "asterisk.lock", report):
        if folder.exists():  # made by the run that we waited for
            return folder
        for left_over in cache.glob("asterisk-*.new"):
            shutil.rmtree(left_over)
        made = folder.with_suffix(".new")
        report("Making a root folder with Asterisk 22 (once, about a minute)")
        _mmdebstrap(made, report)
        (made / "etc" / "hosts").touch()  # chamber binds the machine's own onto it
        made.rename(folder)
    return folder


@contextmanager
def _only_one(lock: Path, report: Callable[[str], None]) -> Iterator[None]:
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report("Another run is making Asterisk's root folder: waiting for it")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _mmdebstrap(made: Path, report: Callable[[str], None]) -> None:
    program = _find_mmdebstrap(report)
    command = [program, *_OPTIONS, f"--include={','.join(PACKAGES)}"]
    if os.geteuid() == 0:
        watch([*command, "--mode=root", SUITE, str(made)], report)
        return
    # Its users would own the files of a folder made in unshare mode, and we could not even delete it: have a
    # tar file made, and unpack that as ourselves. Device nodes are not ours to make, nor needed.
    archive = made.with_suffix(".tar")
    try:
        watch([*command, "--mode=unshare", "--skip=output/dev", "--format=tar", SUITE, str(archive)], report)
        made.mkdir()
        report("Unpacking")
        watch(
            ["tar", "--extract", "--file", str(archive), "--directory", str(made), "--no-same-owner"], report
        )
    finally:
        archive.unlink(missing_ok=True)


def _find_mmdebstrap(report: Callable[[str], None]) -> str:
    """Its path; as root it is installed when missing."""
    program = shutil.which("mmdebstrap")
    root = os.geteuid() == 0
    apt = shutil.which("apt-get")
    if program is None and root and apt is not None:
        report("Installing mmdebstrap")
        watch([apt, "update", "-q"], report)
        watch([apt, "install", "-q", "-y", "--no-install-recommends", "mmdebstrap"], report)
        program = shutil.which("mmdebstrap")
    if program is None or (not root and shutil.which("newuidmap") is None):
        raise SetUpError(
            "Found no Asterisk 20.14 or later on PATH, no Docker engine that answers, no way to make a root "
            "folder. One of these helps: install Asterisk 22; start Docker; or, on Debian and Ubuntu, "
            "`sudo apt-get install mmdebstrap uidmap`."
        )
    return program
