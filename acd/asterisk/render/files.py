"""Rendered files: writing them so that Asterisk never reads half of one, and what must be reloaded after."""

import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

PUBLIC_MODE = 0o644
SECRET_MODE = 0o600

_RELOADED_BY = {
    "acd/accounts.conf": "res_pjsip.so",
    "acd/features.conf": "pbx_config.so",
    "acd/holding.conf": "pbx_config.so",
    "acd/inbound.conf": "pbx_config.so",
    "acd/internal.conf": "pbx_config.so",
    "extensions.conf": "pbx_config.so",
    "musiconhold.conf": "res_musiconhold.so",
    "voicemail.conf": "app_voicemail.so",
}
"""Which module reads a file anew without touching a call in progress. Everything else needs a restart."""


@dataclass(frozen=True, kw_only=True)
class File:
    """A rendered file; its mode is 0600 when a secret is in it."""

    text: str
    mode: int = PUBLIC_MODE


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Whom written files belong to: the account Asterisk runs as."""

    uid: int
    gid: int


@dataclass(frozen=True, kw_only=True)
class Reload:
    """What Asterisk has to do to follow changed files."""

    modules: tuple[str, ...]
    """To be reloaded: ``PUT /asterisk/modules/NAME``, or ``module reload NAME`` on the console."""
    restart: tuple[str, ...]
    """Files that are only read at the start."""


def write(files: Mapping[str, File], directory: Path, *, owner: Owner | None = None) -> tuple[str, ...]:
    """Bring the files, by path below `directory`, to disk; return those that were not so already, sorted.

    Each file is replaced in one step. Files that were not rendered are left alone.
    """
    changed = tuple(name for name, file in sorted(files.items()) if not _is_so(directory / name, file, owner))
    for name in changed:
        folder = (directory / name).parent
        if not folder.is_dir():
            folder.mkdir(parents=True)
            _give(folder, owner)
        _replace(directory / name, files[name], owner)
    return changed


def reload_for(changed: Iterable[str]) -> Reload:
    """What has to be done after `write` returned these names."""
    names = sorted(changed)
    modules = sorted({_RELOADED_BY[name] for name in names if name in _RELOADED_BY})
    return Reload(modules=tuple(modules), restart=tuple(name for name in names if name not in _RELOADED_BY))


def _is_so(path: Path, file: File, owner: Owner | None) -> bool:
    try:
        found = path.stat()
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return False
    owned = owner is None or (found.st_uid, found.st_gid) == (owner.uid, owner.gid)
    return text == file.text and found.st_mode & 0o777 == file.mode and owned


def _replace(path: Path, file: File, owner: Owner | None) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, SECRET_MODE), "wb") as out:
            out.write(file.text.encode())
            out.flush()
            os.fsync(out.fileno())
            os.fchmod(out.fileno(), file.mode)
        _give(beside, owner)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _give(path: Path, owner: Owner | None) -> None:
    if owner is not None:
        os.chown(path, owner.uid, owner.gid)
