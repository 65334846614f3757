"""The system account for Asterisk and PostgreSQL when we are root (PostgreSQL refuses to be)."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from acd.lab.errors import SetUpError

_NAME = "acd"


@dataclass(frozen=True, kw_only=True)
class Account:
    """Whose programs and files the lab's are. `switch` says that we must become it (we are root)."""

    uid: int
    gid: int
    switch: bool

    def own(self, path: Path) -> None:
        """Give `path` and all below it to this account; does nothing where we are that account already."""
        if not self.switch:
            return
        for folder, _, files in os.walk(path):
            os.chown(folder, self.uid, self.gid)
            for name in files:
                os.chown(Path(folder, name), self.uid, self.gid, follow_symlinks=False)


def lab_account() -> Account:
    """Ourselves, or, for root, the system account `acd`, made if it does not exist yet."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), switch=False)
    try:
        entry = pwd.getpwnam(_NAME)
    except KeyError:
        entry = _create()
    if entry.pw_uid == 0:
        raise SetUpError(
            f"The account `{_NAME}` is root's: Asterisk and PostgreSQL need an unprivileged one."
        )
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, switch=True)


def _create() -> pwd.struct_passwd:
    useradd = shutil.which("useradd") or "/usr/sbin/useradd"
    command = [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    command += ["--shell", "/usr/sbin/nologin", "--comment", "ACD lab", _NAME]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise SetUpError(
            f"No system account `{_NAME}` and no `useradd`: add the account, or run without root."
        ) from None
    try:
        return pwd.getpwnam(_NAME)  # made by us, or meanwhile by another run
    except KeyError:
        raise SetUpError(
            f"Could not add the system account `{_NAME}`: {done.stderr.strip()}. Add it yourself."
        ) from None
