"""`python -m acd.lab.docker secrets|ports|render|welcome`: the part of docker-compose.yml's containers that
is not one of the three programs.

    secrets   make passwords and PINs, before anything starts
    ports     look whether `asterisk`, `acd` (those that are named) will find their ports free
    render    fill Asterisk's configuration for the company that is in force; a running Asterisk reads it anew
    welcome   wait until calls are served, and say what to do next

An instance has the same folders in containers as on a machine (`acd.lab.stack`), each a volume of its own
that only those containers have which need it. Everything runs as one unprivileged account: what a container
may not see is not mounted there, and what it may see can be 0600.
"""

import os
import socket
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

from psycopg.conninfo import make_conninfo
from rich.console import Console
from rich.markup import escape

from acd.asterisk import render as asterisk
from acd.company.schema import Company
from acd.lab import console, from_company
from acd.lab.asterisk import AsteriskFiles
from acd.lab.errors import MISTAKES, LabError, SettingWrong, StartError
from acd.lab.from_company import CompanyFileWrong
from acd.lab.music import PACKAGED
from acd.lab.ports import HOST, Ports, bound_to, check_free, from_environment
from acd.lab.service import is_ready
from acd.lab.stack import OWN_SECRETS, RenderRequest
from acd.runtime.ports import JournalAway
from acd.runtime.secret_file import SecretFileUnusable, Secrets, ensure_secrets, read_secrets

INSTANCE = Path("/var/lib/acd")
"""In all containers."""

READY_S = 120.0
"""So long `welcome` waits: at the first start every prompt is spoken."""

_PORTS_OF = {"asterisk": ("sip", "ari", "ami"), "acd": ("agi", "http")}
"""Without one of them a program is of no use. Of those for sound, Asterisk passes over what is taken."""

_LOG_FOLDER = "/tmp/log"  # noqa: S108 - of Asterisk's container alone; asterisk-conf/start-asterisk makes it
_WHEREABOUTS = """\
Passwords: docker compose exec acd cat {secrets}
Logs: docker compose logs --follow · commands: docker compose exec acd acd status
`make down` ends everything; the next `make up` remembers its state."""


def make_secrets(environment: Mapping[str, str]) -> None:
    """Make what is missing; PostgreSQL gets a file that holds its password alone."""
    company = from_company.read_company(_company_file(environment))
    made = _secrets_of(company, environment)
    file = INSTANCE / "postgres/password/password"
    if not file.exists():
        new = file.with_name("password.new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        new.write_text(made["postgres"], encoding="ascii")
        new.rename(file)


def check_ports(environment: Mapping[str, str], *starting: str) -> None:
    """Look, on the machine's network, for what would keep the programs that are about to start from their
    ports. Asterisk itself would run on without them, and no phone would find it.
    """
    hosts = {"sip": _address(environment, "ACD_SIP_HOST"), "http": _address(environment, "ACD_HTTP_HOST")}
    needed = {port for program in starting for port in _PORTS_OF[program]}
    others = {port.name for port in fields(Ports)} - needed
    check_free(from_environment(environment), except_for=others, hosts=hosts)


def _address(environment: Mapping[str, str], setting: str) -> str:
    """The value of `setting`, which must be an address of this machine."""
    host = environment.get(setting) or HOST
    try:
        bound_to(host, 0, socket.SOCK_DGRAM).close()
    except OSError as error:
        raise SettingWrong(
            f"{setting}={host} is no address of this machine ({error.strerror}): set it to one that "
            "`ip address` lists."
        ) from None
    return host


def render(environment: Mapping[str, str]) -> None:
    """Fill `etc`. What of it a running Asterisk can read anew it is told to."""
    files = AsteriskFiles(INSTANCE)
    directories = {**files.directories, "astlogdir": _LOG_FOLDER}
    for folder in directories.values():
        if folder != _LOG_FOLDER:
            Path(folder).mkdir(exist_ok=True)
    company = company_in_force(environment)
    request = RenderRequest(
        etc=files.etc,
        directories=directories,
        ports=from_environment(environment),
        secrets=_secrets_of(company, environment),
        sounds=files.sounds,
        music=PACKAGED,
    )
    instance = from_company.asterisk_of(company, request, sip_host=environment.get("ACD_SIP_HOST") or HOST)
    _follow(asterisk.reload_for(asterisk.write(asterisk.render(company, instance), files.etc)), files.control)


def welcome(environment: Mapping[str, str]) -> None:
    """Greet, once calls are served."""
    ports, secrets_file = from_environment(environment), Path(environment["ACD_SECRETS"])
    _wait_ready(environment.get("ACD_HTTP_HOST") or HOST, ports.http)
    greeting = from_company.welcome(
        company_in_force(environment),
        sip_server=f"{environment.get('ACD_SIP_HOST') or HOST}:{ports.sip}",
        health=f"http://{environment.get('ACD_HTTP_HOST') or HOST}:{ports.http}",
        secrets=read_secrets(secrets_file),
        whereabouts=_WHEREABOUTS.format(secrets=secrets_file),
    )
    Console(highlight=False, soft_wrap=True).print(greeting.shown())


def company_in_force(environment: Mapping[str, str]) -> Company:
    """The company of the file; or what was applied since the last start with the same file."""
    file = _company_file(environment)
    company = from_company.read_company(file)
    password = read_secrets(Path(environment["ACD_SECRETS"]))["postgres"]
    conninfo = make_conninfo(environment["ACD_DSN"], password=password)
    kept = from_company.kept_company(conninfo, environment.get("ACD_FLOOR") or "main", file)
    return company if kept is None else kept[0]


def _company_file(environment: Mapping[str, str]) -> Path:
    file = Path(environment["ACD_COMPANY"])
    try:
        file.open("rb").close()
    except OSError as error:
        raise CompanyFileWrong(
            f"{file} cannot be read: {error.strerror}. The containers see the folder of the company file, "
            "and in it what all users of this machine may read: `chmod o+rx` the folder, `chmod o+r` the "
            "files."
        ) from None
    return file


def _secrets_of(company: Company, environment: Mapping[str, str]) -> Secrets:
    return ensure_secrets(
        Path(environment["ACD_SECRETS"]), (*OWN_SECRETS, *from_company.secret_names(company))
    )


def _follow(reload: asterisk.Reload, control: Path) -> None:
    """Let Asterisk read changed files, if it runs: without touching a call, or else let the administrator."""
    try:
        for module in reload.modules:
            console.ask(control, f"module reload {module}")
        if reload.restart:
            console.ask(control, "core show uptime")
    except console.ConsoleError:
        return  # it does not run, and reads everything when it starts
    if reload.restart:
        print(  # noqa: T201 - for the administrator
            f"Asterisk reads some changed files only when it starts ({', '.join(reload.restart)}): "
            "`docker compose restart asterisk`, when no call would be missed. After a change of its address "
            "or ports, `make up` does so now."
        )


def _wait_ready(host: str, port: int) -> None:
    deadline = time.monotonic() + READY_S
    while not is_ready(host, port):
        if time.monotonic() > deadline:
            raise StartError(
                f"No calls are served after {READY_S:g} s: http://{host}:{port}/readyz says what is missing, "
                "and `docker compose logs` what each program has said."
            )
        time.sleep(0.1)


COMMANDS: Mapping[str, Callable[..., None]] = {
    "secrets": make_secrets,
    "ports": check_ports,
    "render": render,
    "welcome": welcome,
}


def main() -> int:
    """Carry out the command; the exit status: 2 for what the administrator has to mend."""
    try:
        COMMANDS[sys.argv[1]](os.environ, *sys.argv[2:])
    except (LabError, asterisk.RenderError, JournalAway, SecretFileUnusable) as error:
        Console(highlight=False, soft_wrap=True, stderr=True).print(f"[red]✗[/] {escape(str(error))}")
        return 2 if isinstance(error, MISTAKES) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
