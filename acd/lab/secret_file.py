"""The secrets of one instance in one 0600 file: generated once, kept over restarts, extended for newcomers.

Nothing in here may reach an argument list, an environment or a log.
"""

import os
import secrets
import string
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import field

from acd.lab.errors import LabError

_PASSWORD_LETTERS = string.ascii_lowercase + string.digits
_PASSWORD_LENGTH = 20  # over 100 bits, and nothing that a configuration file would have to escape
_PIN_LENGTH = 6


class SecretFileError(LabError):
    """The file exists and cannot be understood."""


def _password() -> str:
    return "".join(secrets.choice(_PASSWORD_LETTERS) for _ in range(_PASSWORD_LENGTH))


def _pin() -> str:
    return "".join(secrets.choice(string.digits) for _ in range(_PIN_LENGTH))


class Secrets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the file holds: passwords of phones (`sip`), trunks; PINs of agents (`pin`), voicemail boxes."""

    ari_password: str = field(default_factory=_password)
    ami_password: str = field(default_factory=_password)
    postgres_password: str = field(default_factory=_password)
    sip: dict[str, str] = {}
    trunk: dict[str, str] = {}
    pin: dict[str, str] = {}
    voicemail: dict[str, str] = {}


def ensure_secrets(
    path: Path,
    *,
    phones: Iterable[str] = (),
    trunks: Iterable[str] = (),
    agents: Iterable[str] = (),
    boxes: Iterable[str] = (),
) -> Secrets:
    """The secrets in `path`, after adding those of newcomers. The file is made if it is not there.

    Nobody loses a secret: who left the company keeps it in the file, for the day of return.
    """
    known = _read(path)
    before = known or Secrets()
    wanted = msgspec.structs.replace(
        before,
        sip={phone: _password() for phone in phones} | before.sip,
        trunk={trunk: _password() for trunk in trunks} | before.trunk,
        pin={agent: _pin() for agent in agents} | before.pin,
        voicemail={box: _pin() for box in boxes} | before.voicemail,
    )
    if wanted != known:
        _write(path, wanted)
    return wanted


def _read(path: Path) -> Secrets | None:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    path.chmod(0o600)
    try:
        return msgspec.json.decode(text, type=Secrets)
    except msgspec.DecodeError as error:
        raise SecretFileError(
            f"{path} is damaged ({error}). Restore it, or remove the whole directory {path.parent} to begin "
            "anew: the database in it cannot be opened without its password."
        ) from None


def _write(path: Path, content: Secrets) -> None:
    """Write beside and rename: a crash leaves the old file or the new one; nobody else can read either."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(content)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
