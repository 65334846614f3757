"""What the web asks of the service behind it."""

from typing import Protocol

import msgspec

from acd.core.view import View
from acd.model.message import FromAgent, FromSupervisor
from acd.model.outcome import Reply
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """A company file is in force."""

    version: int
    changes: tuple[str, ...]
    """What is different from the version before, a line each."""
    notes: tuple[str, ...] = ()
    """What somebody has to know or do, a sentence each."""


class NotApplied(msgspec.Struct, frozen=True, kw_only=True):
    """A company file was not applied, and nothing has changed."""

    reasons: tuple[str, ...]
    """Every mistake, a line each, with where it is and its remedy."""


class Readiness(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the service can take calls, and what is missing if not."""

    leads: bool
    """It leads its floor; a stand-by does not."""
    asterisk: bool
    database: bool
    phones: bool
    """Phone states are told over AMI. Without them calls go on, but a busy phone may be offered one."""
    company_version: int | None
    troubles: tuple[str, ...]
    """What is missing, a sentence each, with its remedy."""

    @property
    def is_ready(self) -> bool:
        """Whether callers are served."""
        return self.leads and self.asterisk and self.database and self.company_version is not None


class Health(Protocol):
    """A process of the service, whether it leads or not, as its health port sees it."""

    def readiness(self) -> Readiness:
        """How things stand."""


class Service(Health, Protocol):
    """The service of a process that leads, as the control socket and the metrics see it."""

    @property
    def view(self) -> View:
        """The floor."""

    @property
    def backlog(self) -> int:
        """Messages that wait to be handled."""

    def now(self) -> float:
        """The moment by the service's clock."""

    async def ask(self, message: FromAgent | FromSupervisor) -> Reply:
        """Carry out an agent's or a supervisor's wish; returns when it is committed, or refused."""

    async def apply(self, content: bytes, path: str, author: str) -> Applied | NotApplied:
        """Check a company file and put it in force; `path` is where it lies, for what it refers to.

        Raises:
            JournalAway: the database does not answer; nothing has changed.
        """

    async def story(self, contact: str) -> tuple[Entry, ...]:
        """All facts about a contact, in order, also when it is over. Empty: there is none of that id.

        Raises:
            JournalAway: the database does not answer.
        """

    async def past_overlays(self) -> tuple[Overlay, ...]:
        """The latest absences and incidents that are over or were called off, the latest first.

        Raises:
            JournalAway: the database does not answer.
        """
