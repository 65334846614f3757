"""What a process does before it serves: wait for the database, take the leadership, read the books."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import structlog

from acd.app.companies import Companies
from acd.app.standing import Standing
from acd.company.check import CheckedCompany
from acd.core.floor import Floor
from acd.model.policy import Policy
from acd.runtime.clock import Clock
from acd.runtime.ports import JournalAway
from acd.settings import Settings
from acd.store import policies
from acd.store.lease import Leadership
from acd.store.load import Books, load
from acd.store.migrate import current, pending, upgrade
from acd.store.policies import CompanyFile
from acd.store.stand_by import Holder, StandBy

log = structlog.get_logger(__name__)
T = TypeVar("T")

RETRY_S = 1.0
"""Pause between attempts to reach the database."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What the service begins with: the company in force, and the floor as the books say."""

    checked: CheckedCompany
    policy: Policy
    floor: Floor
    written_until: float | None
    """The last moment in the books; None if they are new."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The leadership, and how it came to us."""

    leadership: Leadership
    stood_by: bool
    """Another process led while we waited. What only one can have it may not have let go of yet."""


class Database:
    """The way to the database: asks until it answers, and says once per absence that it does not."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._is_away = False
        self.was_away = False

    def answers(self) -> None:
        """It has answered."""
        self._is_away = False

    async def when_there(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """What the attempt returns, once it does not fail for want of the database."""
        while True:
            try:
                found = await attempt()
            except JournalAway as away:
                self._standing.without_database(str(away))
                if not self._is_away:
                    log.warning("the database does not answer; waiting for it", reason=str(away))
                self._is_away = self.was_away = True
                await asyncio.sleep(RETRY_S)
            else:
                self.answers()
                return found


async def lead(settings: Settings, dsn: str, clock: Clock, standing: Standing) -> Taken:
    """Wait for the database, then for whoever leads now to end or to fall silent.

    Raises:
        SchemaMismatch: the schema is newer than this code, and not for it.
    """
    database = Database(standing)
    await _look_at_schema(database, dsn)
    leaders: set[str] = set()

    def led_by(holder: Holder) -> None:
        database.answers()
        standing.behind(holder)
        if str(holder) not in leaders:
            leaders.add(str(holder))
            log.info("standing by", floor=settings.floor, leader=str(holder))

    name = f"{socket.gethostname()} process {os.getpid()}"
    log.info("waiting for the leadership of the floor", floor=settings.floor)
    stand_by = StandBy(dsn, settings.floor, name, clock, led_by=led_by)
    if database.was_away:
        stand_by.give_head_start()
    leadership = await database.when_there(stand_by.lead)
    standing.with_leadership()
    log.info("leading", floor=settings.floor, epoch=leadership.epoch)
    return Taken(leadership=leadership, stood_by=stand_by.has_waited)


async def _look_at_schema(database: Database, dsn: str) -> None:
    """An empty database has no leadership to take. Any other is upgraded by its leader, not below one."""
    if await database.when_there(lambda: asyncio.to_thread(current, dsn)) is None:
        await database.when_there(lambda: asyncio.to_thread(upgrade, dsn))
    # Who could not work on the schema says so now, and not when a stand-by is needed.
    for revision in await database.when_there(lambda: asyncio.to_thread(pending, dsn)):
        log.info(
            "the leader will upgrade the schema",
            revision=revision.name,
            what=revision.what,
            oldest_code=revision.oldest_code,
        )


async def open_books(
    settings: Settings, dsn: str, taken: Taken, companies: Companies, checked: CheckedCompany
) -> Opening:
    """Bring the tables up to date, settle which company is in force, and read what the last leader left.

    Raises:
        CompanyUnusable: a prompt of the company cannot be made.
        SchemaMismatch, SchemaInUse: the schema cannot be upgraded now.
        BooksUnreadable: a newer version has written what this one does not understand.
    """
    await asyncio.to_thread(upgrade, dsn)
    file = await _company_file(dsn, taken, checked)
    in_force = await companies.check_aside(file.company.encode(), settings.company)
    policy = await companies.policy(in_force, file.version)
    remember_s = max((queue.personal.last_agent_s for queue in policy.queues.values()), default=0.0)
    resume_s = policy.recognition.within_s
    books = await load(dsn, taken.leadership.floor, remember_s=remember_s, resume_s=resume_s)
    floor = await _floor(books, policy, taken.leadership.epoch, companies)
    return Opening(checked=in_force, policy=policy, floor=floor, written_until=books.written_until)


async def _company_file(dsn: str, taken: Taken, checked: CheckedCompany) -> CompanyFile:
    """The version to begin with. For who stood by: what is in force, for a take-over changes nothing. For any
    other start: the file, if it has changed since a service was last started with one; else what was applied
    last, so that a restart takes nothing back.
    """
    floor = taken.leadership.floor
    kept = await (
        policies.in_force(dsn, floor) if taken.stood_by else policies.to_keep(dsn, floor, checked.text)
    )
    if kept is not None and taken.stood_by and kept.company != checked.text:
        log.warning("the file is not what is in force, and stays so: `acd apply` puts it in force")
    file = kept or await policies.save(
        dsn, floor, epoch=taken.leadership.epoch, company=checked.text, author=policies.AT_START
    )
    log.info("company in force", version=file.version, author=file.author)
    return file


async def _floor(books: Books, policy: Policy, epoch: int, companies: Companies) -> Floor:
    """The floor as the books say, with every version of the company that a live contact needs."""
    earlier = [await companies.stored(file) for file in books.policies if file.version != policy.version]
    return Floor.of(
        policy,
        epoch,
        earlier=earlier,
        talks=books.talks,
        dropped=books.dropped,
        dials=books.dials,
        records=books.records(),
    )
