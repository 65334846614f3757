"""Builds the service out of all rooms and runs it to its end."""

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from typing import Any, TypeVar

import structlog

from acd.app.companies import Companies
from acd.app.controller import Controller
from acd.app.pins import Pins
from acd.asterisk.agi.scripts import FeaturePrompt, feature_script, lookup_script
from acd.asterisk.agi.server import AgiServer, Route
from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ami.device_states import DeviceStates
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.link import AriLink
from acd.asterisk.desk import EngineDesk
from acd.company.check import CheckedCompany
from acd.core.engine import Engine
from acd.core.floor import Floor
from acd.model.ids import PromptId
from acd.model.message import PolicyApplied
from acd.model.policy import Policy
from acd.runtime.clock import WallClock
from acd.runtime.logs import log_outcome
from acd.runtime.loop import Loop
from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.secret_file import Secrets, read_secrets
from acd.settings import Settings, complete_dsn
from acd.speech.house import house_prompts
from acd.speech.synthesis import synthesise
from acd.store import policies
from acd.store.journal import PipelineJournal
from acd.store.lease import Leadership, take
from acd.store.load import Books, load
from acd.store.migrate import current, upgrade
from acd.store.policies import CompanyFile
from acd.web.metrics import Metrics
from acd.web.servers import WebServers

log = structlog.get_logger(__name__)
T = TypeVar("T")

RETRY_S = 1.0
"""Pause between attempts to reach the database while starting."""
PROOF_EVERY_S = 1.0
"""How often the leadership is proved."""
SETTLE_S = 3.0
"""How long an orderly end waits for the last decisions to be committed."""
END_S = 8.0
"""How long an orderly end may take in all."""
LOOKUP_LIMIT_S = 5.0
FEATURE_LIMIT_S = 60.0
"""For an agent to key in a PIN, three times."""


class Overtaken(Exception):
    """Another process leads now: in the database, or at Asterisk. Nothing more of ours is sent."""


async def serve(settings: Settings) -> None:
    """Run the service until SIGTERM or SIGINT; calls live on in Asterisk when it ends.

    Raises:
        CompanyUnusable, SecretFileUnusable: the user's mistakes, each with a remedy.
        Overtaken: another process leads the floor now.
    """
    stop, serving = asyncio.Event(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    running = asyncio.create_task(_run(settings, stop, serving), name="service")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
    if serving.is_set():
        await asyncio.wait((running,), timeout=END_S)
    running.cancel()  # it stands by, waits for the database, or cannot end in order
    stopping.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _run(settings: Settings, stop: asyncio.Event, serving: asyncio.Event) -> None:
    secrets = read_secrets(settings.secrets)
    companies = Companies(settings)
    checked = companies.check(settings.company.read_bytes(), settings.company)
    dsn = complete_dsn(settings.dsn, secrets)
    clock = WallClock()
    async with AsyncExitStack() as ending:
        # An empty database has no leadership to take. Any other is upgraded by its leader, not below one.
        if await _when_database_is_there(lambda: asyncio.to_thread(current, dsn)) is None:
            await _when_database_is_there(lambda: asyncio.to_thread(upgrade, dsn))
        log.info("waiting for the leadership of the floor", floor=settings.floor)
        leadership = await _when_database_is_there(
            lambda: take(dsn, settings.floor, _holder(), at=clock.now(), wait_s=None)
        )
        ending.push_async_callback(leadership.release)
        log.info("leading", floor=settings.floor, epoch=leadership.epoch)
        await asyncio.to_thread(upgrade, dsn)
        file = await _company_file(dsn, leadership, checked)
        checked = companies.check(file.company.encode(), settings.company)
        policy = await companies.policy(checked, file.version)
        engine = Engine(await _floor(await load(dsn, settings.floor), policy, leadership.epoch, companies))
        journal = PipelineJournal(
            dsn, floor=settings.floor, epoch=leadership.epoch, commit_no=leadership.commit_no
        )
        ending.push_async_callback(journal.close)

        overtaken = asyncio.Event()
        link = AriLink(_access(settings, secrets), clock, overtaken.set)
        metrics = Metrics()
        loop = Loop(engine, journal, link, clock, observers=(log_outcome, metrics.count))
        deciding = asyncio.create_task(loop.run(), name="loop")
        ending.push_async_callback(_end, deciding)
        await loop.ask(PolicyApplied(policy=policy))
        pins = Pins(settings.secrets, secrets)
        pins.make_for(checked.company.agents)
        phones = DeviceStates(_ami_user(settings, secrets), emit=loop.tell)
        controller = Controller(
            leadership=leadership,
            loop=loop,
            link=link,
            phones=phones,
            companies=companies,
            in_force=checked,
            pins=pins,
            dsn=dsn,
        )
        agi = await _agi(settings, EngineDesk(loop, pins), policy)
        await agi.start()
        ending.push_async_callback(agi.aclose)
        link.start(loop.tell)
        ending.push_async_callback(link.aclose)
        phones.start()
        ending.push_async_callback(phones.aclose)
        web = WebServers(
            controller,
            metrics,
            control_socket=settings.control_socket,
            host=settings.http_host,
            port=settings.http_port,
        )
        await web.start()
        ending.push_async_callback(web.aclose)
        serving.set()
        await _until_the_end(stop, overtaken, deciding, _keep_leading(leadership, clock))
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_S):
                await loop.settled()
        log.info("ending; calls live on in Asterisk")


async def _until_the_end(
    stop: asyncio.Event,
    overtaken: asyncio.Event,
    deciding: asyncio.Task[None],
    leading: Coroutine[None, None, None],
) -> None:
    """Return when we are asked to stop; raise what else ends the service."""
    stopped = asyncio.create_task(stop.wait())
    replaced = asyncio.create_task(overtaken.wait())
    proving = asyncio.create_task(leading)
    waited_for: set[asyncio.Task[Any]] = {deciding, proving, stopped, replaced}
    try:
        done, _ = await asyncio.wait(waited_for, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waited_for - {deciding}:
            await _end(task)
    if replaced in done:
        raise Overtaken("Another process has taken over our application at Asterisk.")
    for task in done:
        task.result()


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
    floor = Floor(policy, epoch)
    for file in books.policies:
        if file.version != policy.version:
            floor.put_policy(await companies.stored(file), in_force=False)
    for record in books.records():
        floor.put(record)
    return floor


async def _agi(settings: Settings, desk: EngineDesk, policy: Policy) -> AgiServer:
    """The dialplan's door: look-ups and feature codes."""
    language = next(iter(policy.dids.values())).language
    said = await synthesise(house_prompts(language), settings.sounds_dir)
    sounds = {prompt: said[PromptId(prompt)].removeprefix("sound:") for prompt in FeaturePrompt}
    return AgiServer(
        routes={
            "lookup": Route(handler=lookup_script(desk.look_up), limit_s=LOOKUP_LIMIT_S),
            "feature": Route(handler=feature_script(desk, sounds), limit_s=FEATURE_LIMIT_S),
        },
        host=settings.agi_host,
        port=settings.agi_port,
    )


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


async def _keep_leading(leadership: Leadership, clock: WallClock) -> None:
    """Prove the leadership again and again.

    Raises:
        LeadershipLost: somebody else leads.
    """
    while True:
        with suppress(JournalAway):
            if not await leadership.still_leading(clock.now()):
                raise LeadershipLost("Another process leads this floor in the database.")
        await asyncio.sleep(PROOF_EVERY_S)


async def _end(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.wait((task,))


def _holder() -> str:
    return f"{socket.gethostname()} process {os.getpid()}"


def _access(settings: Settings, secrets: Secrets) -> AriAccess:
    return AriAccess(url=settings.ari_url, user=settings.ari_user, password=secrets["ari"], app=settings.app)


def _ami_user(settings: Settings, secrets: Secrets) -> AmiUser:
    return AmiUser(
        host=settings.ami_host, port=settings.ami_port, username=settings.ami_user, secret=secrets["ami"]
    )
