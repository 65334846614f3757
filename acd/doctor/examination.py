"""Looks at one part after the other, each with what the ones before have learnt."""

import asyncio
from secrets import token_hex

from acd.asterisk import render as asterisk
from acd.asterisk.ami.connection import AmiUser
from acd.asterisk.ari.door import AriAccess
from acd.company.check import CheckedCompany, check
from acd.company.load import load
from acd.company.schema import Company
from acd.doctor.asterisk import look_at_asterisk
from acd.doctor.database import look_at_database
from acd.doctor.dialplan import Dialplan, rendered
from acd.doctor.finding import Finding, Level, Notes
from acd.doctor.machine import look_at_machine
from acd.doctor.manager import look_at_manager
from acd.doctor.phones import look_at_accounts
from acd.doctor.service import look_at_service
from acd.runtime.ports import JournalAway
from acd.runtime.secret_file import SecretFileUnusable, Secrets, read_secrets
from acd.settings import Settings, complete_dsn
from acd.store.policies import in_force


async def examine(settings: Settings) -> list[Finding]:
    """Everything that a service with these settings needs. Never raises for what it finds."""
    service = Notes("Service")
    machine = await look_at_machine(settings)
    secrets = _secrets(service, settings)
    if secrets is None:
        return [*machine, *service.findings]
    dsn = complete_dsn(settings.dsn, secrets)
    database = await look_at_database(dsn)
    serves = await asyncio.to_thread(look_at_service, service, settings)
    reachable = all(one.level is not Level.PROBLEM for one in database)
    company = await _company(service, settings, dsn if reachable else None, serves=serves)
    around = await _asterisk(settings, secrets, company)
    return [*machine, *database, *around, *service.findings]


def _secrets(notes: Notes, settings: Settings) -> Secrets | None:
    try:
        secrets = read_secrets(settings.secrets)
        for name in ("ari", "ami"):
            secrets[name]
    except SecretFileUnusable as unusable:
        notes.problem(
            str(unusable), f"`acd render` makes and completes {settings.secrets}; its mode must be 0600."
        )
        return None
    return secrets


async def _company(notes: Notes, settings: Settings, dsn: str | None, *, serves: bool) -> Company | None:
    """The company in force: the version that a running service has, else what stands in the file."""
    in_file = load(settings.company)
    if isinstance(in_file, list):
        notes.problem(f"{settings.company} has {len(in_file)} mistakes.", f"acd check {settings.company}")
    applied = await _applied(settings, dsn) if serves and dsn is not None else None
    if applied is None:
        return in_file.company if isinstance(in_file, CheckedCompany) else None
    if isinstance(in_file, CheckedCompany) and in_file.company != applied:
        notes.warn(
            f"{settings.company} is not what is in force.",
            f"If you mean it: acd apply {settings.company}",
        )
    return applied


async def _applied(settings: Settings, dsn: str) -> Company | None:
    try:
        kept = await in_force(dsn, settings.floor)
    except JournalAway:
        return None  # told as a finding about the database
    checked = check(kept.company.encode(), settings.company.parent) if kept else None
    return checked.company if isinstance(checked, CheckedCompany) else None


async def _asterisk(settings: Settings, secrets: Secrets, company: Company | None) -> list[Finding]:
    notes, dialplan, phones = Notes("Asterisk"), Notes("Dialplan"), Notes("Phones")
    user = AmiUser(
        host=settings.ami_host, port=settings.ami_port, username=settings.ami_user, secret=secrets["ami"]
    )
    access = AriAccess(
        url=settings.ari_url,
        user=settings.ari_user,
        password=secrets["ari"],
        app=f"{settings.app}-doctor-{token_hex(3)}",
    )

    async def try_out() -> bool:
        modules, tried = await look_at_asterisk(notes, access, settings.sounds_dir, company)
        if company is not None and "res_ari_asterisk" in modules:
            await look_at_accounts(phones, access, company, modules)
        return tried

    await look_at_manager(
        notes,
        dialplan,
        user,
        try_out,
        company=company,
        wanted=_wanted(dialplan, settings, secrets, company),
    )
    return [*notes.findings, *dialplan.findings, *phones.findings]


def _wanted(notes: Notes, settings: Settings, secrets: Secrets, company: Company | None) -> Dialplan | None:
    """The dialplan as `acd render` would write it now. Ports that do not stand in it may be any."""
    if company is None:
        return None
    instance = asterisk.Instance(
        directories={},
        music={},
        secrets=secrets,
        sip_port=1,
        http_port=1,
        ami_port=settings.ami_port,
        agi_port=settings.agi_port,
        agi_host=settings.agi_host,
        rtp_first=1,
        rtp_last=1,
        app=settings.app,
    )
    try:
        return rendered(asterisk.render_attached(company, instance)["extensions.conf"].text)
    except (asterisk.RenderError, SecretFileUnusable) as error:
        notes.problem(str(error), "Then: acd render")
        return None
