"""The service's settings: read once from `ACD_*` variables, checked all at once, frozen from then on."""

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from acd.runtime.boundaries import Fault, fault

T = TypeVar("T")

LONGEST_SOCKET_PATH = 107
"""Bytes that the kernel allows for the path of a unix socket."""
MAY_HOLD_PASSWORDS = {"ACD_DSN", "ACD_ARI_URL"}
"""Variables whose value is not repeated in a message, should somebody have put a password into it."""

WHERE_SETTINGS_ARE = (
    "docs/cli.md says what to set. Where systemd runs the service, what it has is in /etc/acd/acd.env, and "
    "`set -a; . /etc/acd/acd.env; set +a` gives it to the commands of this shell. `make run` sets "
    "everything for the service that it starts."
)
"""For somebody who has typed a command with too few of them."""


class SettingsWrong(Exception):
    """Some variables are missing or make no sense; the message names every one, with a remedy."""

    def __init__(self, mistakes: list[str], *, hint: str = "") -> None:
        super().__init__("\n".join([*mistakes, hint] if hint else mistakes))
        self.mistakes = mistakes


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the service is told from outside. Passwords are in the secrets file, never here."""

    company: Path
    dsn: str
    """PostgreSQL, without a password."""
    ari_url: str
    """Asterisk's REST interface, with its prefix: ``http://127.0.0.1:8088/ari``."""
    secrets: Path
    """The 0600 file with passwords and PINs."""
    control_socket: Path
    sounds_dir: Path
    """A folder in which Asterisk looks for sounds; prompts are written below it."""
    ari_user: str = "acd"
    app: str = "acd"
    """Name of our Stasis application."""
    ami_host: str = "127.0.0.1"
    ami_port: int = 5038
    ami_user: str = "acd"
    agi_host: str = "127.0.0.1"
    agi_port: int = 4573
    http_host: str = "127.0.0.1"
    http_port: int = 8880
    """Health and metrics."""
    floor: str = "main"
    log_level: str = "info"
    log_format: str = "console"
    transcribe: tuple[str, ...] = ()
    """A program that writes down messages, with its arguments. Empty: there is none."""
    test_fault: Fault | None = None
    """For tests only: what the process does to itself, and when."""


class DatabaseSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What those need who only want the database."""

    dsn: str
    secrets: Path | None
    """None: PostgreSQL asks for no password, or libpq finds it by itself (``~/.pgpass``)."""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in the environment.

    Raises:
        SettingsWrong: with every mistake at once.
    """
    reader = _Reader(environment)
    settings = Settings(
        company=reader.take("ACD_COMPANY", _file),
        dsn=reader.take("ACD_DSN", _dsn),
        ari_url=reader.take("ACD_ARI_URL", _ari_url),
        secrets=reader.take("ACD_SECRETS", _file),
        control_socket=reader.take("ACD_CONTROL_SOCKET", _socket_path),
        sounds_dir=reader.take("ACD_SOUNDS_DIR", _sounds_dir),
        ari_user=reader.take("ACD_ARI_USER", _word, "acd"),
        app=reader.take("ACD_ARI_APP", _word, "acd"),
        ami_host=reader.take("ACD_AMI_HOST", _loopback, "127.0.0.1"),
        ami_port=reader.take("ACD_AMI_PORT", _port, "5038"),
        ami_user=reader.take("ACD_AMI_USER", _word, "acd"),
        agi_host=reader.take("ACD_AGI_HOST", _loopback, "127.0.0.1"),
        agi_port=reader.take("ACD_AGI_PORT", _port, "4573"),
        http_host=reader.take("ACD_HTTP_HOST", _address, "127.0.0.1"),
        http_port=reader.take("ACD_HTTP_PORT", _port, "8880"),
        floor=reader.take("ACD_FLOOR", _word, "main"),
        log_level=reader.take("ACD_LOG", _one_of("debug", "info", "warning", "error"), "info"),
        log_format=reader.take("ACD_LOG_FORMAT", _one_of("console", "json"), "console"),
        transcribe=reader.take("ACD_TRANSCRIBE", _command, "[]"),
        test_fault=reader.take("ACD_TEST_FAULT", _fault(environment), ""),
    )
    reader.finish()
    return settings


def read_database_settings(environment: Mapping[str, str]) -> DatabaseSettings:
    """The part of the settings that is about the database.

    Raises:
        SettingsWrong: with every mistake at once.
    """
    reader = _Reader(environment)
    dsn = reader.take("ACD_DSN", _dsn)
    secrets = reader.take("ACD_SECRETS", _file) if environment.get("ACD_SECRETS") else None
    reader.finish()
    return DatabaseSettings(dsn=dsn, secrets=secrets)


def complete_dsn(dsn: str, secrets: Mapping[str, str]) -> str:
    """The connection string with the password that the secrets hold, if they hold one."""
    return make_conninfo(dsn, password=secrets["postgres"]) if "postgres" in secrets else dsn


class _Reader:
    """Takes variables one by one and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.mistakes: list[str] = []
        self._any_missing = False

    def take(self, name: str, parse: Callable[[str], T], default: str | None = None) -> T:
        """The variable's value. After a mistake what is returned is of no use, and is never used."""
        text = self._environment.get(name) or default
        if text is None:
            self.mistakes.append(f"{name} is not set.")
            self._any_missing = True
            return None  # type: ignore[return-value]
        try:
            return parse(text)
        except ValueError as error:
            shown = name if name in MAY_HOLD_PASSWORDS else f"{name}={text}"
            self.mistakes.append(f"{shown}: {error}.")
            return None  # type: ignore[return-value]

    def finish(self) -> None:
        """Raise what has been found, if anything."""
        if self.mistakes:
            raise SettingsWrong(self.mistakes, hint=WHERE_SETTINGS_ARE if self._any_missing else "")


def _file(text: str) -> Path:
    path = Path(text)
    if not path.is_file():
        raise ValueError("there is no such file; name one that exists")
    return path


def _socket_path(text: str) -> Path:
    if len(os.fsencode(text)) > LONGEST_SOCKET_PATH:
        raise ValueError(f"a socket's path has at most {LONGEST_SOCKET_PATH} bytes; choose a shorter one")
    return Path(text)


def _sounds_dir(text: str) -> Path:
    """Sounds are told to Asterisk as a list with commas, after the blanks in braces have been filled."""
    if found := re.search("[,{}]", str(Path(text).absolute())):
        raise ValueError(
            f"Asterisk cannot be told to play what is below a {found[0]!r}; choose another folder"
        )
    return Path(text)


def _dsn(text: str) -> str:
    try:
        parts = conninfo_to_dict(text)
    except psycopg.ProgrammingError:  # its message may quote a password
        raise ValueError(
            "not a PostgreSQL connection string; write one such as `host=127.0.0.1 dbname=acd user=acd`"
        ) from None
    if "password" in parts:
        raise ValueError("a password does not belong here; put it into the secrets file as `postgres`")
    return text


def _ari_url(text: str) -> str:
    if "@" in text:
        raise ValueError("a password does not belong here; put it into the secrets file as `ari`")
    try:
        parts = urlsplit(text)
        well = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # a bracket that is not closed, a port that is none
        well = False
    if not well or parts.query or parts.fragment:
        raise ValueError("write Asterisk's HTTP address, such as http://127.0.0.1:8088")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/') or '/ari'}"


def _word(text: str) -> str:
    if not (text.isascii() and text.replace("-", "").replace("_", "").isalnum()):
        raise ValueError("use letters, digits, '-' and '_' only")
    return text


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and 1 <= int(text) <= 65535):
        raise ValueError("a port is a number from 1 to 65535")
    return int(text)


def _address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise ValueError("write an IP address, such as 127.0.0.1") from None


def _loopback(text: str) -> str:
    address = _address(text)
    if not ipaddress.ip_address(address).is_loopback:
        raise ValueError("this protocol sends secrets in clear and stays on this host; use 127.0.0.1")
    return address


def _command(text: str) -> tuple[str, ...]:
    try:
        command = msgspec.json.decode(text, type=tuple[str, ...])
    except msgspec.DecodeError:
        raise ValueError(
            'write a list of a program and its arguments, such as ["/usr/local/bin/transcribe", "--plain"]'
        ) from None
    if command and not os.access(command[0], os.X_OK):
        raise ValueError(f"{command[0]} is no program that this account may run; write its whole path")
    return command


def _fault(environment: Mapping[str, str]) -> Callable[[str], Fault | None]:
    def parse(text: str) -> Fault | None:
        if not text:
            return None
        if environment.get("ACD_TEST_FAULTS_ALLOWED") != "yes":
            raise ValueError(
                "this ends a service on purpose; unset it, or set ACD_TEST_FAULTS_ALLOWED=yes in a test"
            )
        return fault(text)

    return parse


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            raise ValueError(f"choose one of {', '.join(choices)}")
        return text

    return parse
