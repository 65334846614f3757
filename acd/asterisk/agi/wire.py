r"""The text of AGI, pure: header block → `SessionRequest`, words → command line, line → `Reply`.

Rules, as read in Asterisk 22's `res_agi.c`:

- Asterisk opens with lines ``agi_name: value`` and an empty line. A caller controls some values and can put
  line breaks into them, so a name that comes twice is refused. (See `Session.prove_in_step` for the rest.)
- A command is one line of at most 2,047 bytes. Inside ``"…"`` a backslash escapes ``"`` and ``\``; line
  breaks and NUL cannot be escaped at all.
- A reply is ``200 result=VALUE (remark) endpos=N``, ``510``/``511``/``520`` with a text, or ``520-…`` over
  many lines up to ``520 …``. ``HANGUP`` may stand between replies.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from acd.asterisk.agi.errors import Malformed, UnsafeValue

COMMAND_LIMIT_BYTES = 2_047
"""Asterisk's buffer for one command, line end included; longer ones would be cut into two commands."""

_HEADER = re.compile(r"(agi_[a-z0-9_]+): ?(.*)", re.DOTALL)
_ARGUMENT = re.compile(r"agi_arg_[0-9]+")
_REPLY = re.compile(r"([0-9]{3})([ -])(.*)", re.DOTALL)
_RESULT = re.compile(r"result=(\S*)(?: \((.*)\))?(?: endpos=[0-9]+)?", re.DOTALL)
_UNSENDABLE = re.compile("[\r\n\0\ud800-\udfff]")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WORD = re.compile(r"[A-Za-z0-9_-]*")


class SessionRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What Asterisk says of itself when it opens a session."""

    script: str
    """The path of the URL: ``lookup`` of ``agi://host/lookup``."""
    arguments: tuple[str, ...]
    """What the dialplan passed after the URL."""
    env: Mapping[str, str]
    """The remaining headers: ``agi_channel``, ``agi_uniqueid``, ``agi_callerid``, ``agi_dnid``, …"""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of Asterisk; the lines of a ``520-`` usage text are single replies with `more`."""

    code: int
    result: str = ""
    """The word after ``result=``; empty where nothing stands there, or where the code is not 200."""
    remark: str | None = None
    """What stood in parentheses: a variable's value, ``timeout``."""
    more: bool = False
    """Further lines belong to it, up to one that begins with the same code and a blank."""


def parse_request(lines: Iterable[str]) -> SessionRequest:
    """The request that a header block states, given without its final empty line. Raises `Malformed`."""
    env: dict[str, str] = {}
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise Malformed("a line of the header block is no header")
        name, value = match.groups()
        if name in env:
            raise Malformed(f"the header {name} came twice")
        env[name] = value
    script = env.pop("agi_network_script", None)
    if script is None:
        raise Malformed("the header block names no script")
    given = [name for name in env if _ARGUMENT.fullmatch(name)]
    wanted = [f"agi_arg_{position}" for position in range(1, len(given) + 1)]
    if given != wanted:
        raise Malformed("the arguments are not numbered 1, 2, 3 …")
    return SessionRequest(script=script, arguments=tuple(env.pop(name) for name in given), env=env)


def parse_reply(line: str) -> Reply:
    """The reply that a line states, given without its line end. Raises `Malformed`."""
    match = _REPLY.fullmatch(line)
    if match is None:
        raise Malformed("a reply without a code")
    code, separator, rest = int(match[1]), match[2], match[3]
    if code != 200:
        return Reply(code=code, more=separator == "-")
    result = _RESULT.fullmatch(rest)
    if result is None or separator == "-":
        raise Malformed("a reply 200 without a result")
    return Reply(code=code, result=result[1], remark=result[2])


def command_line(*words: str) -> bytes:
    """The bytes of a command whose words are safe already. Raises `UnsafeValue` if they are too many."""
    line = (" ".join(words) + "\n").encode()
    if len(line) > COMMAND_LIMIT_BYTES:
        raise UnsafeValue(f"an AGI command of {len(line)} bytes; Asterisk reads {COMMAND_LIMIT_BYTES}")
    return line


def quoted(value: str) -> str:
    """The value as one word of a command. Raises `UnsafeValue` for what no line can carry."""
    if _UNSENDABLE.search(value):
        raise UnsafeValue("an AGI value may not contain line breaks, NUL or half characters")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def variable_name(name: str) -> str:
    """The name, if it is a plain variable: Asterisk would *call* ``SHELL(…)``. Raises `UnsafeValue`."""
    if _VARIABLE.fullmatch(name) is None:
        raise UnsafeValue("not the plain name of a channel variable")
    return name


def assignments(variables: Mapping[str, str]) -> str:
    """The argument of the application ``MSet``, which has no quoting that can be trusted.

    Raises `UnsafeValue` for a value that is more than letters, digits, ``_`` and ``-``.
    """
    if not all(_WORD.fullmatch(value) for value in variables.values()):
        raise UnsafeValue("only plain words can be set together")
    return ",".join(f"{variable_name(name)}={value}" for name, value in variables.items())
