"""Logs: one line per fact, with the contact on every line that concerns one.

Nothing secret is ever in a fact. Phone numbers are: of those only the last two digits are shown, unless the
level is debug, which an administrator turns on for a while and on purpose.
"""

import logging
from typing import Any

import msgspec
import structlog

from acd.model.fact import ContactArrived, Fact, NumberUnknown, Surprise
from acd.model.outcome import Outcome

log = structlog.get_logger("acd.facts")

SHOWN_DIGITS = 2
LEFT_OUT = {"why", "needs", "order_key"}
"""Fields that explain rather than tell; `acd explain` shows them."""
NUMBERS = {"caller", "did"}
"""Fields that hold a phone number."""


def set_up(level: str, form: str) -> None:
    """Let everything, also what libraries log, come out on standard error in one form.

    `level` is debug, info, warning or error; `form` is console or json.
    """
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty in ("httpx", "httpcore", "websockets", "panoramisk", "asyncio"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.processors.format_exc_info,
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
    """One line. A number in full only at debug level."""
    fields = msgspec.to_builtins(fact)
    kind = fields.pop("type")
    shown = {
        name: masked(value) if name in NUMBERS else value
        for name, value in fields.items()
        if name not in LEFT_OUT
    }
    if isinstance(fact, Surprise):
        log.warning(kind, **shown)
        return
    log.info(kind, **shown)
    if isinstance(fact, ContactArrived | NumberUnknown):
        log.debug("numbers in full", **{name: fields[name] for name in NUMBERS & fields.keys()})


def masked(number: str | None) -> str:
    """A phone number of which only the last digits are left."""
    if number is None:
        return "withheld"
    return f"…{number[-SHOWN_DIGITS:]}" if len(number) > 2 * SHOWN_DIGITS else "…"
