"""What this process is at the moment: one that waits for the database, stands by, takes over, or leads."""

import asyncio

from acd.store.stand_by import Holder
from acd.web.service import Health, Readiness


class Standing:
    """A process as its health port sees it (`acd.web.service.Health`), from its start to its end."""

    def __init__(self) -> None:
        self._leading: Health | None = None
        self._now = _waiting("Start: the database has not been asked yet.", database=False)
        self.settled = asyncio.Event()
        """Set once it is known what this process is: it leads, stands by, or waits for the database."""

    def without_database(self, reason: str) -> None:
        """The database does not answer."""
        self._now = _waiting(f"Database: waiting for it. {reason}", database=False)
        self.settled.set()

    def behind(self, leader: Holder) -> None:
        """Somebody else leads."""
        self._now = _waiting(
            f"Leadership: this process stands by; the floor is led by {leader}. "
            "It takes over when that one ends or falls silent."
        )
        self.settled.set()

    def with_leadership(self) -> None:
        """The floor is ours, and its books are being read."""
        self._now = _waiting("Leadership: this process has just taken the floor and prepares to serve it.")

    def leads(self, service: Health) -> None:
        """It serves."""
        self._leading = service
        self.settled.set()

    def ends(self) -> None:
        """It serves no more."""
        self._leading = None
        self._now = _waiting("Leadership: this process is ending; calls live on in Asterisk.")

    def readiness(self) -> Readiness:
        """How things stand."""
        return self._now if self._leading is None else self._leading.readiness()


def _waiting(trouble: str, *, database: bool = True) -> Readiness:
    """How things stand for a process that does not serve: Asterisk and its phones are not its business."""
    return Readiness(
        leads=False,
        asterisk=False,
        database=database,
        phones=False,
        company_version=None,
        troubles=(trouble,),
    )
