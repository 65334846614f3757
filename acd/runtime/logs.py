"""Logs: one line per fact, with the contact on every line that concerns one.

Nothing secret is ever in a fact. Phone numbers are: of those only the last two digits are shown, in whatever
field they stand and whoever logs them, unless the level is debug, which an administrator turns on for a while
and on purpose. Libraries never say more than warnings: at lower levels some of them tell passwords.
"""

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import msgspec
import structlog

from acd.model.fact import (
    CallbackScheduled,
    ContactArrived,
    DigitsMistaken,
    DigitsTaken,
    Fact,
    KeyMistaken,
    MessageTranscribed,
    NobodyFound,
    NoteTranscribed,
    NumberEntered,
    NumberUnknown,
    Surprise,
)
from acd.model.outcome import Outcome

log = structlog.get_logger("acd.facts")
_level = logging.getLogger("acd.facts")

SHOWN_DIGITS = 2
LEFT_OUT = {"why", "needs", "order_key"}
"""Fields that explain rather than tell; `acd explain` shows them."""
NUMBERS = {"caller", "did"}
"""Fields that hold a phone number, whatever it looks like."""
OUR_IDS = {"agent", "phone"}
"""Fields that hold ids of the company file, which may look like a number and are none of a caller's."""

_NUMBER_OR_ID = re.compile(
    r"(?P<id>(?<![\w.-])[co]\d+-\d+|(?<![\w.+])\d{10}\.\d+)"  # minted by the engine; a channel of Asterisk
    r"|\+\d{4,}|\d{7,}"
)


def set_up(level: str, form: str) -> None:
    """Let everything, also what libraries log, come out on standard error in one form.

    `level` is debug, info, warning or error; `form` is console or json.
    """
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.format_exc_info,  # plainly: the pretty ones show local variables, secrets too
        mask_numbers,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(form)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level.upper()]))
    logging.getLogger("acd").setLevel(level.upper())
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def log_outcome(outcome: Outcome) -> None:
    """One line for each fact of an outcome (an observer of the loop)."""
    for fact in outcome.facts:
        log_fact(fact)


def log_fact(fact: Fact) -> None:
    """One line. What callers are or key in is shown in full only at debug level."""
    if not (isinstance(fact, Surprise | NobodyFound) or _level.isEnabledFor(logging.INFO)):
        return
    fields = msgspec.to_builtins(fact)
    kind = fields.pop("type")
    shown = {name: value for name, value in fields.items() if name not in LEFT_OUT}
    shown |= {name: masked(fields[name]) for name in NUMBERS & fields.keys()}
    if isinstance(fact, KeyMistaken):  # somebody may be keying in a card number
        shown["key"] = "…"
    if isinstance(fact, DigitsTaken | DigitsMistaken | NumberEntered):
        shown["digits"] = "…"
    if (fields.get("about") or {}).get("entered"):
        shown["about"] = {**fields["about"], "entered": "…"}
    if isinstance(fact, CallbackScheduled):
        shown |= {name: "…" for name in ("name", "note") if fields[name]}
    if isinstance(fact, MessageTranscribed | NoteTranscribed):
        shown["text"] = "…"
    if isinstance(fact, Surprise | NobodyFound):
        log.warning(kind, **shown)
        return
    log.info(kind, **shown)
    if isinstance(fact, ContactArrived | NumberUnknown):
        log.debug("numbers in full", **{name: fields[name] for name in sorted(NUMBERS & fields.keys())})


def masked(number: str | None) -> str:
    """A phone number of which only the last digits are left."""
    if number is None:
        return "withheld"
    return f"…{number[-SHOWN_DIGITS:]}" if len(number) > 2 * SHOWN_DIGITS else "…"


def mask_numbers(_logger: object, level: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Mask whatever looks like a phone number in the texts of a line, unless its level is debug.

    A processor of structlog. Ids of contacts, offers, legs and agents stay: a log without them is of no use.
    """
    if level != "debug":
        for name, value in line.items():
            if isinstance(value, str) and name not in OUR_IDS:
                line[name] = _NUMBER_OR_ID.sub(_kept_or_masked, value)
    return line


def _kept_or_masked(found: re.Match[str]) -> str:
    return found["id"] or masked(found[0])


def _rendering(form: str) -> list[Any]:
    if form == "json":
        return [structlog.processors.JSONRenderer()]
    return [_printable, structlog.dev.ConsoleRenderer(colors=False)]


def _printable(_logger: object, _level: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep what callers send from moving the cursor of whoever reads, or from looking like another line."""
    for name, value in line.items():
        if isinstance(value, str) and name != "exception" and not value.isprintable():
            line[name] = "".join(c if c.isprintable() else "�" for c in " ".join(value.split()))
    return line
