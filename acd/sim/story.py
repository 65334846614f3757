"""The story of a run: who did what, when. Written only when somebody wants to read it, or its hash."""

import hashlib
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from acd.sim.loop import SimLoop


class Story:
    """Lines in the order of what happened; `told` is False in a run that nobody reads."""

    def __init__(self, loop: SimLoop, *, told: bool) -> None:
        self._loop = loop
        self.told = told
        self.lines: list[str] = []

    def tell(self, who: str, what: str) -> None:
        """One line. Ask `told` first where it costs something to make."""
        if self.told:
            self.lines.append(f"{self._loop.time():11.4f}  {who:<10} {what}")

    def tell_lazily(self, who: str, what: Callable[[], str]) -> None:
        """One line that is made only if somebody reads it."""
        if self.told:
            self.tell(who, what())

    @property
    def digest(self) -> str:
        """The same for two runs that are the same in all that is told."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


@contextmanager
def logs_to(story: Story, failed: Callable[[str], None]) -> Iterator[None]:
    """What the service logs becomes part of the story. An error logged is a broken promise: all that can go
    wrong outside of the service is a warning at most.
    """
    before = structlog.get_config()

    def tell(_logger: object, method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        told = " ".join(f"{name}={value}" for name, value in event.items() if name != "event")
        story.tell("log", f"{method}: {event['event']} {told}")
        if method in ("error", "exception", "critical"):
            failed(f"an error is logged: {event['event']} {told}\n{traceback.format_exc()}")
        raise structlog.DropEvent

    level = logging.INFO if story.told else logging.ERROR
    structlog.configure(processors=[tell], wrapper_class=structlog.make_filtering_bound_logger(level))
    try:
        yield
    finally:
        structlog.configure(**before)
