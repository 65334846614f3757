"""The secrets of one installation: one 0600 file of names and values, made once, extended for newcomers.

Names: ``ari``, ``ami`` and ``postgres``; ``phone.NAME`` and ``trunk.NAME`` for SIP accounts; ``pin.AGENT``
and ``voicemail.BOX`` for the digits that people key in. Nothing in here may reach an argument list, an
environment or a log.
"""

import os
import secrets
import stat
import string
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

LETTERS = string.ascii_lowercase + string.digits
PASSWORD_LENGTH = 20
"""Over 100 bits, and nothing that a configuration file would have to escape."""
PIN_LENGTH = 6
KEYED_IN = ("pin.", "voicemail.")
"""Beginnings of the names whose values are digits."""


class SecretFileUnusable(Exception):
    """The file cannot be read, is open to others, or is not what it should be; the message has the remedy."""


class SecretMissing(SecretFileUnusable, KeyError):
    """The file lacks a secret that is needed."""

    def __str__(self) -> str:
        return f"The secrets file has no `{self.args[0]}`: `acd render` and `make run` add what is missing."


class Secrets(Mapping[str, str]):
    """The secrets by name. Shows only the names. One that is asked for and missing raises `SecretMissing`."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> str:
        try:
            return self._values[name]
        except KeyError:
            raise SecretMissing(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Secrets({', '.join(sorted(self._values))})"

    def pins(self) -> dict[str, str]:
        """The PIN by agent."""
        return {name.removeprefix("pin."): pin for name, pin in self.items() if name.startswith("pin.")}


def read_secrets(path: Path) -> Secrets:
    """The secrets in the file.

    Raises:
        SecretFileUnusable: it is missing, others may read it, or it is damaged.
    """
    try:
        mode = path.stat().st_mode
        text = path.read_bytes()
    except OSError as error:
        raise SecretFileUnusable(f"{path} cannot be read: {error.strerror}.") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SecretFileUnusable(f"{path} can be read by others: run `chmod 600 {path}`.")
    try:
        return Secrets(msgspec.json.decode(text, type=dict[str, str]))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SecretFileUnusable(
            f"{path} is damaged ({error}): restore it from a backup. Made anew, its passwords would fit "
            "neither the database nor the phones."
        ) from None


def ensure_secrets(path: Path, names: Iterable[str]) -> Secrets:
    """The secrets in the file, after adding a fresh one for each name that has none.

    The file is made if it is not there. None is ever dropped or changed: who left the company keeps it for
    the day of return. Written by root, the file belongs to whom it belonged before, and a new one to whom its
    folder belongs: the service has to read it.

    Raises:
        SecretFileUnusable: as in `read_secrets`, or it cannot be written.
    """
    known = read_secrets(path) if path.exists() else Secrets({})
    wanted = completed(known, names)
    if len(wanted) == len(known) and path.exists():
        return known
    try:
        _write(path, wanted)
    except OSError as error:
        raise SecretFileUnusable(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder that you may write."
        ) from None
    return wanted


def completed(kept: Mapping[str, str], names: Iterable[str]) -> Secrets:
    """What was kept, and a fresh secret for each name that has none."""
    return Secrets({**{name: _mint(name) for name in names}, **kept})


def _mint(name: str) -> str:
    if name.startswith(KEYED_IN):
        return "".join(secrets.choice(string.digits) for _ in range(PIN_LENGTH))
    return "".join(secrets.choice(LETTERS) for _ in range(PASSWORD_LENGTH))


def _write(path: Path, content: Secrets) -> None:
    """Write beside and rename: a crash leaves the old file or the new one; nobody else can read either."""
    owned = (path if path.exists() else path.absolute().parent).stat()
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(dict(content))) + b"\n")
        file.flush()
        os.fsync(file.fileno())
        if os.geteuid() == 0:
            os.fchown(file.fileno(), owned.st_uid, owned.st_gid)
    new.rename(path)
