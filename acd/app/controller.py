"""The service as its web side sees it: an implementation of `acd.web.service.Service`."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from acd.app.companies import Companies, CompanyUnusable
from acd.app.late_door import LateDoor
from acd.app.pins import Pins
from acd.asterisk.ami.device_states import DeviceStates
from acd.asterisk.ari.link import AriLink
from acd.company.check import CheckedCompany
from acd.company.diff import diff
from acd.core.changeover import needed
from acd.core.view import View
from acd.model.contact import Contact
from acd.model.ids import AgentId, ContactId
from acd.model.message import FromAgent, FromSupervisor, PolicyApplied
from acd.model.outcome import Reply
from acd.model.overlay import Overlay
from acd.runtime.ports import Entry
from acd.runtime.tenure import Tenure
from acd.store import policies
from acd.store.queries import last_contact_of, past_overlays, story_of
from acd.web.service import Applied, NotApplied, Readiness

PAST_SHOWN = 100
"""So many absences and incidents that are over are looked up."""

PROOF_AGE_S = 5.0
"""The database counts as away when the leadership has not been proved for so long: there need not be anything
to commit that would show it.
"""


@dataclass(kw_only=True)
class Controller:
    """The service as its web side sees it (`acd.web.service.Service`)."""

    tenure: Tenure
    link: AriLink
    phones: DeviceStates
    floor: str
    epoch: int
    companies: Companies
    in_force: CheckedCompany
    pins: Pins
    dsn: str = field(repr=False)
    doors: list[LateDoor] = field(default_factory=list)
    """What may not be open yet."""
    _applying: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def view(self) -> View:
        """The floor."""
        return self.tenure.loop.view

    @property
    def backlog(self) -> int:
        """Messages that wait to be handled."""
        return self.tenure.loop.backlog

    def now(self) -> float:
        """The moment by the service's clock."""
        return self.tenure.loop.now()

    async def ask(self, message: FromAgent | FromSupervisor) -> Reply:
        """Carry out an agent's or a supervisor's wish."""
        return await self.tenure.loop.ask(message)

    async def apply(self, content: bytes, path: str, author: str) -> Applied | NotApplied:
        """Check, speak, compile, store and put in force; nothing changes if one of these fails.

        Raises:
            JournalAway: the database does not answer.
        """
        async with self._applying:
            try:
                checked = await self.companies.check_aside(content, Path(path))
                if waiting := self._stranded(checked):
                    return NotApplied(reasons=waiting)
                await self.companies.policy(checked, version=0)
                file = await policies.save(
                    self.dsn,
                    self.floor,
                    epoch=self.epoch,
                    company=checked.text,
                    author=author,
                )
                policy = await self.companies.policy(checked, file.version)
            except CompanyUnusable as unusable:
                return NotApplied(reasons=unusable.reasons)
            changes = diff(self.in_force.company, checked.company)
            await self.tenure.loop.ask(PolicyApplied(policy=policy))
            self.in_force = checked
            notes = await asyncio.to_thread(self.pins.make_for, checked.company.agents)
            return Applied(version=file.version, changes=tuple(map(str, changes)), notes=notes)

    def _stranded(self, checked: CheckedCompany) -> tuple[str, ...]:
        """A sentence for each queue that the file drops while somebody waits in it, or will."""
        return tuple(
            f"queues.{queue}: {number} wait in it, or are to be called for it one day, and it is not in the "
            "file any more; lead no flow to it, and remove it when it is empty"
            for queue, number in needed(self.view).items()
            if queue not in checked.company.queues
        )

    async def story(self, contact: str) -> tuple[Entry, ...]:
        """All facts about a contact, from the database."""
        return tuple(await story_of(self.dsn, self.floor, ContactId(contact)))

    async def last_talk(self, agent: AgentId) -> tuple[Contact, tuple[Entry, ...]] | None:
        """With whom an agent has talked last, and the story of it, from the database."""
        contact = await last_contact_of(self.dsn, self.floor, agent, now=self.now())
        return (contact, await self.story(contact.id)) if contact is not None else None

    async def past_overlays(self) -> tuple[Overlay, ...]:
        """The latest absences and incidents that are over, from the database."""
        return tuple(await past_overlays(self.dsn, self.floor, limit=PAST_SHOWN))

    def readiness(self) -> Readiness:
        """How things stand."""
        asterisk = self.view.connected
        database = not self.tenure.loop.journal_is_away and self.tenure.lease.proof_age_s < PROOF_AGE_S
        troubles = []
        if not asterisk:
            trouble = self.link.trouble or "connected, and looking at its channels"
            troubles.append(f"Asterisk: {trouble}")
        if not database:
            troubles.append("Database: it does not answer. Decisions wait for it; calls in progress go on.")
        if self.phones.trouble is not None:
            troubles.append(f"Phones: {self.phones.trouble}")
        troubles += [f"{door.name}: {door.trouble}" for door in self.doors if door.trouble is not None]
        return Readiness(
            leads=True,
            asterisk=asterisk,
            database=database,
            phones=self.phones.trouble is None,
            company_version=self.view.policy.version,
            troubles=tuple(troubles),
        )
