"""The gate between the company's values and Asterisk's files.

In those files ``;`` begins a comment, ``[`` a section, ``$`` an expression, a comma the next argument, a line
end the next line. No value is escaped; a template can only print a value that one of the filters below has
looked at, whole, and found to hold nothing but characters without such a meaning. Whoever forgets the filter
gets an error, not a file.

What a value may be is the company schema's word; it is checked once more because the company here need not
have come from a checked file.
"""

import ipaddress
import re
from collections.abc import Callable, Sequence
from typing import Any, get_args

import msgspec

from acd.asterisk.render.errors import ReservedNameError, UnsafeSecretError, UnsafeValueError
from acd.company import schema

RESERVED_ACCOUNTS = frozenset({"anonymous", "artificial", "default", "global", "system"})
RESERVED_MUSIC = frozenset({"general"})


class Safe(str):
    """Text that may stand in a configuration file as it is."""

    __slots__ = ()


class _Kind:
    """A filter: lets a value through when the whole of it matches."""

    def __init__(self, name: str, pattern: str, remedy: str) -> None:
        self.name, self.pattern, self.remedy = name, re.compile(pattern), remedy

    def __call__(self, value: object) -> Safe:
        if not isinstance(value, str) or self.pattern.fullmatch(value) is None:
            raise UnsafeValueError(value, self.name, self.remedy)
        return Safe(value)


def _schema_kind(name: str, annotated: Any) -> _Kind:
    """The kind that the schema describes: its pattern and its remedy."""
    meta: msgspec.Meta = get_args(annotated)[1]
    assert meta.pattern is not None
    assert meta.extra is not None
    return _Kind(name, meta.pattern, meta.extra["remedy"])


_name = _schema_kind("name", schema.Name)
_any_account = _schema_kind("account", schema.Account)
_title = _schema_kind("title", schema.Title)
_host = _schema_kind("host", schema.Host)
_password = _Kind("password", r"[A-Za-z0-9_-]{8,128}", "use 8 to 128 letters, digits, '_' and '-'")
_pin = _Kind("PIN", r"[0-9]{4,12}", "use 4 to 12 digits")


def _account(value: object) -> Safe:
    name = _name(value)
    if name in RESERVED_ACCOUNTS or name.startswith("acd-"):
        raise ReservedNameError(name, "A phone or trunk")
    return name


def _endpoint(value: object) -> Safe:
    """Any account that can be rung: one of ours, or one that the administrator has made."""
    name = _any_account(value)
    if name in RESERVED_ACCOUNTS or name.startswith("acd-"):
        raise ReservedNameError(name, "A phone or trunk")
    return name


def _music(value: object) -> Safe:
    name = _name(value)
    if name in RESERVED_MUSIC:
        raise ReservedNameError(name, "Music")
    return name


def _uri_host(value: object) -> Safe:
    """A host as it stands in a URI and before a port: an IPv6 address in brackets."""
    host = _host(value)
    try:
        return Safe(f"[{host}]") if ipaddress.ip_address(host).version == 6 else host
    except ValueError:
        return host


def _network(value: object) -> Safe:
    """Addresses as an access list takes them."""
    try:
        return Safe(ipaddress.ip_network(value))  # type: ignore[arg-type]  # its ValueError says so
    except ValueError:
        raise UnsafeValueError(value, "network", "write addresses such as 10.1.0.0/16 or 127.0.0.1") from None


def _box_name(value: object) -> Safe:
    """A title among the fields of a voicemail box, which commas separate."""
    return Safe(_title(value).replace(",", " "))


def _dial(names: Sequence[str]) -> Safe:
    """Phones as `Dial` takes them: all at once."""
    return Safe("&".join(f"PJSIP/{_endpoint(name)}" for name in names))


def _seconds(value: object) -> Safe:
    """Seconds as `Dial` takes them."""
    if not isinstance(value, int | float) or not 0 <= value < 100_000:
        raise UnsafeValueError(value, "number of seconds", "write a number from 0 to 99999")
    return Safe(f"{value:g}")


FILTERS: dict[str, Callable[[Any], Safe]] = {
    "account": _account,
    "box_name": _box_name,
    "code": _schema_kind("feature code", schema.Code),
    "dial": _dial,
    "did": _schema_kind("number", schema.DidNumber),
    "digits": _schema_kind("internal number", schema.Digits),
    "email": _schema_kind("mail address", schema.Email),
    "endpoint": _endpoint,
    "emergency": _schema_kind("emergency number", schema.EmergencyDigits),
    "host": _host,
    "language": _schema_kind("language", schema.Language),
    "music": _music,
    "name": _name,
    "network": _network,
    "path": _Kind(
        "path",
        r"/[^\x00-\x1f\x7f;\[\]\\$,=>]*[^\x00-\x20\x7f;\[\]\\$,=>]",
        "use an absolute path without control characters and without ; [ ] \\ $ , = >",
    ),
    "seconds": _seconds,
    "title": _title,
    "uri_host": _uri_host,
}
"""By the name under which templates use them."""


def safe_secret(name: str, value: str) -> Safe:
    """A password, or the PIN of a voicemail box, fit to be printed."""
    kind = _pin if name.startswith("voicemail.") else _password
    if kind.pattern.fullmatch(value) is None:
        raise UnsafeSecretError(name, kind.remedy)
    return Safe(value)
