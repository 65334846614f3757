"""What the lab takes from a company file: secrets to make, what to render, and whom a newcomer can be."""

import asyncio
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from acd.asterisk import render
from acd.company.check import CheckedCompany, check
from acd.company.load import load
from acd.company.schema import Company
from acd.lab.errors import LabMistake
from acd.lab.ports import HOST
from acd.lab.stack import Render, RenderRequest
from acd.lab.welcome import Account, Person, Welcome
from acd.runtime.secret_file import Secrets
from acd.store.migrate import current
from acd.store.policies import AT_START, CompanyFile, to_keep

_SHOWN = 2  # desk phones, and people to sit at them


class CompanyFileWrong(LabMistake):
    """The company file has mistakes; the message names every one."""


def read_company(file: Path) -> Company:
    """The company in the file.

    Raises:
        CompanyFileWrong: with every mistake, its place and its remedy.
    """
    loaded = load(file)
    if isinstance(loaded, list):
        raise CompanyFileWrong("\n".join(mistake.told(str(file)) for mistake in loaded))
    return loaded.company


def kept_company(conninfo: str, floor: str, file: Path) -> tuple[Company, CompanyFile] | None:
    """The company that the service will go on with instead of the file, because it was applied since the last
    start with this same file; with its version. None: the file it is.
    """
    if current(conninfo) is None:
        return None
    kept = asyncio.run(to_keep(conninfo, floor, file.read_text(encoding="utf-8")))
    if kept is None or kept.author == AT_START:
        return None
    checked = check(kept.company.encode(), file.absolute().parent)
    return (checked.company, kept) if isinstance(checked, CheckedCompany) else None


def secret_names(company: Company) -> tuple[str, ...]:
    """Everybody and everything that needs a password or a PIN."""
    return (*render.secret_names(company), *(f"pin.{agent}" for agent in company.agents))


def folders_read(company: Company) -> tuple[Path, ...]:
    """Folders outside the instance that Asterisk must be able to read."""
    return tuple(Path(music.folder) for music in company.music.values())


def renderer(company: Company) -> Render:
    """Fills an instance's `etc` for this company."""

    def fill(request: RenderRequest) -> None:
        render.write(render.render(company, asterisk_of(company, request)), request.etc)

    return fill


def asterisk_of(company: Company, request: RenderRequest, *, sip_host: str = HOST) -> render.Instance:
    """The Asterisk of an instance; phones reach it at `sip_host`."""
    music = {"default": str(request.music)} | {name: music.folder for name, music in company.music.items()}
    return render.Instance(
        directories=request.directories,
        music=music,
        secrets=request.secrets,
        sip_host=sip_host,
        sip_port=request.ports.sip,
        http_port=request.ports.ari,
        ami_port=request.ports.ami,
        agi_port=request.ports.agi,
        rtp_first=request.ports.rtp_first,
        rtp_last=request.ports.rtp_last,
    )


def welcome(company: Company, *, sip_server: str, health: str, secrets: Secrets, whereabouts: str) -> Welcome:
    """What to tell a newcomer: two desks, two people, somebody who calls, and the number.

    `sip_server` and `health` are the addresses of Asterisk for phones, and of the service; `whereabouts` says
    where passwords and logs are, and how everything is ended.
    """
    lines = [name for name, trunk in company.trunks.items() if trunk.host is None and not trunk.foreign]
    desks = [name for name, phone in company.phones.items() if not phone.foreign]
    caller = next(iter(lines), None)
    codes = company.feature_codes
    return Welcome(
        company=company.company,
        sip_server=sip_server,
        number=_number(company, caller),
        caller=Account(name=caller, password=secrets[f"trunk.{caller}"]) if caller is not None else None,
        desks=tuple(Account(name=name, password=secrets[f"phone.{name}"]) for name in _first(desks)),
        people=tuple(
            Person(name=company.agents[number].name, number=number, pin=secrets[f"pin.{number}"])
            for number in _first(company.agents)
        ),
        codes=_codes(company),
        login_code=codes.login,
        ready_code=codes.ready,
        health=health,
        whereabouts=whereabouts,
    )


def _number(company: Company, caller: str | None) -> str:
    """The number to dial: always open, and let in by the caller's line, if there is such a one."""
    let_in = company.trunks[caller].numbers if caller is not None else None
    numbers = [number for number in company.numbers if let_in is None or number in let_in]
    always_open = (number for number in numbers if company.numbers[number].hours is None)
    return next(always_open, next(iter(numbers or company.numbers)))


def _codes(company: Company) -> dict[str, str]:
    """What can be dialled at a desk, by what it means. A code that would be refused is left out."""
    codes = company.feature_codes
    offered = {
        "log in": f"{codes.login} and your number",
        "ready": codes.ready,
        _with_reasons("not ready", company.not_ready_reasons): codes.not_ready,
        "wrap-up done": codes.end_wrap_up,
        _with_reasons("absent until back", company.absence_reasons): codes.absent,
        "call the last customer again": codes.call_again,
        "log out": codes.logout,
    }
    refused = {
        *((codes.not_ready,) if not company.not_ready_reasons else ()),
        *((codes.absent,) if not company.absence_reasons else ()),
        *((codes.call_again,) if company.callbacks is None else ()),
    }
    return {meaning: code for meaning, code in offered.items() if code not in refused}


def _with_reasons(meaning: str, reasons: Mapping[str, str]) -> str:
    return f"{meaning}; with a digit, the reason: " + ", ".join(
        f"{key} {told}" for key, told in reasons.items()
    )


def _first(names: Iterable[str]) -> list[str]:
    return list(islice(names, _SHOWN))
