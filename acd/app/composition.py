"""Builds the service out of all rooms and runs it to its end."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack, suppress
from functools import partial

import structlog

from acd.app.companies import Companies
from acd.app.controller import Controller
from acd.app.late_door import LateDoor
from acd.app.pins import Pins
from acd.app.retention import Retention
from acd.app.standing import Standing
from acd.app.supervision import keep_informed
from acd.app.takeover import lead, open_books
from acd.app.transcription import Transcriber
from acd.asterisk.agi.calling_again import CallingAgain
from acd.asterisk.agi.scripts import FeaturePrompt, feature_script, lookup_script
from acd.asterisk.agi.server import AgiServer, Route
from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ami.device_states import DeviceStates
from acd.asterisk.ari.door import AriAccess
from acd.asterisk.ari.http import AriHttp
from acd.asterisk.ari.link import link_to
from acd.asterisk.desk import EngineDesk
from acd.core.engine import Engine
from acd.model.ids import PromptId
from acd.model.message import PolicyApplied
from acd.model.policy import Policy
from acd.runtime.boundaries import Boundaries
from acd.runtime.clock import WallClock
from acd.runtime.logs import log_outcome
from acd.runtime.ports import Tell
from acd.runtime.secret_file import Secrets, read_secrets
from acd.runtime.service_manager import ServiceManager
from acd.runtime.tenure import Tenure, while_proving
from acd.settings import Settings, complete_dsn
from acd.speech.house import DIGITS, house_prompts
from acd.speech.synthesis import synthesise
from acd.store.journal import PostgresJournal
from acd.web.metrics import Metrics
from acd.web.servers import ControlServer, HealthServer

log = structlog.get_logger(__name__)

SETTLE_S = 3.0
"""How long an orderly end waits for the last decisions to be committed."""
END_S = 8.0
"""How long an orderly end may take in all."""
LOOKUP_LIMIT_S = 5.0
FEATURE_LIMIT_S = 180.0
"""For an agent to key in a PIN, three times."""


async def serve(settings: Settings) -> None:
    """Run the service until SIGTERM or SIGINT; calls live on in Asterisk when it ends.

    Raises:
        CompanyUnusable, SecretFileUnusable: the user's mistakes, each with a remedy.
        Overtaken, LeadershipLost: another process leads the floor now.
    """
    stop, serving = asyncio.Event(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    manager = ServiceManager.of(os.environ)
    running = asyncio.create_task(_run(settings, stop, serving, manager), name="service")
    stopping = asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
    manager.tell(STOPPING="1", STATUS="Ending; calls live on in Asterisk.")
    if serving.is_set():
        await asyncio.wait((running,), timeout=END_S)
    running.cancel()  # it stands by, waits for the database, or cannot end in order
    stopping.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _run(
    settings: Settings, stop: asyncio.Event, serving: asyncio.Event, manager: ServiceManager
) -> None:
    secrets = read_secrets(settings.secrets)
    companies = Companies(settings)
    checked = companies.check(settings.company.read_bytes(), settings.company)
    dsn = complete_dsn(settings.dsn, secrets)
    clock, standing = WallClock(), Standing()
    metrics = Metrics(standing)
    async with AsyncExitStack() as ending:
        await _be_seen(settings, standing, metrics, manager, ending)
        taken = await lead(settings, dsn, clock, standing)
        leadership = taken.leadership
        ending.push_async_callback(leadership.give_up)
        opening = await while_proving(leadership, clock, open_books(settings, dsn, taken, companies, checked))
        if behind_s := clock.not_before(opening.written_until or 0.0):
            log.warning("our clock is behind the books: going on from their last moment", behind_s=behind_s)
        journal = PostgresJournal(
            dsn, floor=settings.floor, epoch=leadership.epoch, commit_no=leadership.commit_no
        )
        ending.push_async_callback(journal.close)
        replaced = asyncio.Event()
        link = link_to(_access(settings, secrets), clock, replaced.set)
        transcriber = Transcriber(settings.transcribe)
        tenure = Tenure(
            Engine(opening.floor),
            journal,
            link,
            leadership,
            clock,
            replaced=replaced,
            observers=(log_outcome, metrics.count, transcriber.hear),
            boundaries=Boundaries(settings.test_fault) if settings.test_fault else None,
        )
        await ending.enter_async_context(tenure)
        ending.callback(standing.ends)
        await tenure.while_leading(tenure.loop.ask(PolicyApplied(policy=opening.policy)))
        controller = Controller(
            tenure=tenure,
            link=link,
            phones=DeviceStates(_ami_user(settings, secrets), emit=tenure.loop.tell),
            floor=settings.floor,
            epoch=leadership.epoch,
            companies=companies,
            in_force=opening.checked,
            pins=Pins(settings.secrets, secrets),
            dsn=dsn,
        )
        if settings.transcribe:
            transcriber.catch_up(opening.floor.contacts())
            await _transcribe(transcriber, _access(settings, secrets), tenure.loop.tell, ending)
        await _open_doors(settings, controller, opening.policy, ending, patient=taken.stood_by)
        retention = Retention(dsn, settings.floor, lambda: controller.view, controller.now)
        await _retain(retention, _access(settings, secrets), tenure.loop.tell, ending)
        metrics.watch(controller)
        standing.leads(controller)
        serving.set()
        await tenure.while_leading(stop.wait())
        standing.ends()
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLE_S):
                await tenure.loop.settled()
        log.info("ending; calls live on in Asterisk")


async def _be_seen(
    settings: Settings, standing: Standing, metrics: Metrics, manager: ServiceManager, ending: AsyncExitStack
) -> None:
    """Tell how we stand, from the first moment on: whoever asks for our health, and systemd."""
    health = HealthServer(standing, metrics, host=settings.http_host, port=settings.http_port)
    await health.start()
    ending.push_async_callback(health.aclose)
    informing = asyncio.create_task(keep_informed(manager, standing), name="service manager")
    ending.callback(informing.cancel)


async def _transcribe(
    transcriber: Transcriber, access: AriAccess, tell: Tell, ending: AsyncExitStack
) -> None:
    """Let messages be written down, beside everything else."""
    side = await ending.enter_async_context(AriHttp(access))
    writing = asyncio.create_task(transcriber.run(side.stored_recording, tell), name="transcriber")
    ending.callback(writing.cancel)


async def _retain(retention: Retention, access: AriAccess, tell: Tell, ending: AsyncExitStack) -> None:
    """Let what is old be deleted, beside everything else."""
    side = await ending.enter_async_context(AriHttp(access))
    retaining = asyncio.create_task(retention.run(side, tell), name="retention")
    ending.callback(retaining.cancel)


async def _open_doors(
    settings: Settings, controller: Controller, policy: Policy, ending: AsyncExitStack, *, patient: bool
) -> None:
    """Let the world in: the dialplan's questions, Asterisk's calls and phones, people.

    In this order: a call that Asterisk hands over may ask the dialplan's questions at once. `patient`: the
    process that led before may still hold what only one can have.
    """
    controller.pins.make_for(controller.in_force.company.agents)
    agi = await _agi(
        settings, EngineDesk(controller.tenure.loop, controller.pins, controller.last_talk), policy
    )
    control = ControlServer(controller, settings.control_socket)
    questions = LateDoor("The dialplan's questions", agi.start)
    people = LateDoor("The control socket", partial(control.start, replace_silent=patient))
    controller.doors += (questions, people)
    await questions.open(patient=patient)
    ending.push_async_callback(agi.aclose)
    ending.push_async_callback(questions.aclose)
    await controller.tenure.wait_alone()
    controller.link.start(controller.tenure.loop.tell)
    ending.push_async_callback(controller.link.aclose)
    controller.phones.start()
    ending.push_async_callback(controller.phones.aclose)
    await people.open(patient=patient)
    ending.push_async_callback(control.aclose)
    ending.push_async_callback(people.aclose)


async def _agi(settings: Settings, desk: EngineDesk, policy: Policy) -> AgiServer:
    """The dialplan's door: look-ups and feature codes."""
    language = next(iter(policy.dids.values())).language
    said = await synthesise(house_prompts(language), settings.sounds_dir)
    sounds = {prompt: said[PromptId(prompt)].removeprefix("sound:") for prompt in FeaturePrompt}
    digits = {digit: said[PromptId(name)].removeprefix("sound:") for name, digit in DIGITS.items()}
    return AgiServer(
        routes={
            "lookup": Route(handler=lookup_script(desk.look_up), limit_s=LOOKUP_LIMIT_S),
            "feature": Route(
                handler=feature_script(desk, sounds, again=CallingAgain(desk, sounds, digits).carry_out),
                limit_s=FEATURE_LIMIT_S,
            ),
        },
        host=settings.agi_host,
        port=settings.agi_port,
    )


def _access(settings: Settings, secrets: Secrets) -> AriAccess:
    return AriAccess(url=settings.ari_url, user=settings.ari_user, password=secrets["ari"], app=settings.app)


def _ami_user(settings: Settings, secrets: Secrets) -> AmiUser:
    return AmiUser(
        host=settings.ami_host, port=settings.ami_port, username=settings.ami_user, secret=secrets["ami"]
    )
