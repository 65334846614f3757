"""What a process does before it serves: wait for the database, take the leadership, read the books."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import structlog

from acd.app.companies import Companies
from acd.company.check import CheckedCompany
from acd.core.floor import Floor
from acd.model.policy import Policy
from acd.runtime.clock import Clock
from acd.runtime.ports import JournalAway
from acd.settings import Settings
from acd.store import policies
from acd.store.lease import Leadership, take
from acd.store.load import Books, load
from acd.store.migrate import current, pending, upgrade
from acd.store.policies import CompanyFile

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


async def lead(settings: Settings, dsn: str, clock: Clock) -> Leadership:
    """Wait for the database, then for whoever leads now to end.

    Raises:
        SchemaMismatch: the schema is newer than this code, and not for it.
    """
    # An empty database has no leadership to take. Any other is upgraded by its leader, not below one.
    if await _when_database_is_there(lambda: asyncio.to_thread(current, dsn)) is None:
        await _when_database_is_there(lambda: asyncio.to_thread(upgrade, dsn))
    # Who could not work on the schema says so now, and not when a stand-by is needed.
    for revision in await _when_database_is_there(lambda: asyncio.to_thread(pending, dsn)):
        log.info(
            "the leader will upgrade the schema",
            revision=revision.name,
            what=revision.what,
            oldest_code=revision.oldest_code,
        )
    log.info("waiting for the leadership of the floor", floor=settings.floor)
    holder = f"{socket.gethostname()} process {os.getpid()}"
    leadership = await _when_database_is_there(
        lambda: take(dsn, settings.floor, holder, at=clock.since_boot(), wait_s=None)
    )
    log.info("leading", floor=settings.floor, epoch=leadership.epoch)
    return leadership


async def open_books(
    settings: Settings, dsn: str, leadership: Leadership, companies: Companies, checked: CheckedCompany
) -> Opening:
    """Bring the tables up to date, settle which company is in force, and read what the last leader left.

    Raises:
        CompanyUnusable: a prompt of the company cannot be made.
        SchemaMismatch, SchemaInUse: the schema cannot be upgraded now.
        BooksUnreadable: a newer version has written what this one does not understand.
    """
    await asyncio.to_thread(upgrade, dsn)
    file = await _company_file(dsn, leadership, checked)
    in_force = companies.check(file.company.encode(), settings.company)
    policy = await companies.policy(in_force, file.version)
    books = await load(dsn, leadership.floor)
    floor = await _floor(books, policy, leadership.epoch, companies)
    return Opening(checked=in_force, policy=policy, floor=floor)


async def _company_file(dsn: str, leadership: Leadership, checked: CheckedCompany) -> CompanyFile:
    """The version to begin with: the file, if it has changed since a service was last started with one; else
    what was applied last, so that a restart takes nothing back.
    """
    kept = await policies.to_keep(dsn, leadership.floor, checked.text)
    file = kept or await policies.save(
        dsn,
        leadership.floor,
        epoch=leadership.epoch,
        company=checked.text,
        author=policies.AT_START,
    )
    log.info("company in force", version=file.version, author=file.author)
    return file


async def _floor(books: Books, policy: Policy, epoch: int, companies: Companies) -> Floor:
    """The floor as the books say, with every version of the company that a live contact travels under."""
    earlier = [await companies.stored(file) for file in books.policies if file.version != policy.version]
    return Floor.of(policy, epoch, earlier=earlier, records=books.records())


async def _when_database_is_there(attempt: Callable[[], Awaitable[T]]) -> T:
    """Try until the database answers, and say once that it does not."""
    told = False
    while True:
        try:
            return await attempt()
        except JournalAway as away:
            if not told:
                log.warning("the database does not answer; waiting for it", reason=str(away))
            told = True
            await asyncio.sleep(RETRY_S)
