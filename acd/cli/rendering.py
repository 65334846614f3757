"""`acd render`: Asterisk's configuration for an administrator's own directories."""

import pwd
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict, Unpack

import click
import msgspec

from acd.asterisk import render as asterisk
from acd.cli.attaching import Attachment, refuse_other_options
from acd.cli.company import read_company
from acd.cli.failure import Mistake, told
from acd.cli.output import as_json, say, write_json
from acd.company.schema import Company
from acd.runtime.secret_file import SecretFileUnusable, ensure_secrets
from acd.telling.amounts import counted

OURS = "Rendered: changes here are overwritten"
"""Stands in the first lines of what we write over."""
OWN_FOLDER = "acd/"
"""Below the directory; whatever lies there is ours."""

_port = click.IntRange(1, 65535)
_folder = click.Path(path_type=Path, file_okay=False, resolve_path=True)


class Asked(TypedDict):
    """The options that say what this Asterisk is like."""

    sip_host: str
    sip_port: int
    rtp_first: int
    rtp_last: int
    ari_port: int
    ami_port: int
    agi_port: int
    music: Path
    directories: tuple[str, ...]
    app: str


class RenderReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `acd render --json` writes."""

    directory: str
    files: int
    changed: tuple[str, ...]
    reload: tuple[str, ...]
    """Modules that a running Asterisk has to reload."""
    restart: tuple[str, ...]
    """Changed files that it reads only when it starts."""


@click.command(short_help="Write Asterisk's configuration for a company.")
@click.argument("directory", type=_folder)
@click.option(
    "--company",
    "company_file",
    type=click.Path(path_type=Path),
    required=True,
    envvar="ACD_COMPANY",
    show_envvar=True,
    help="The company file.",
)
@click.option(
    "--secrets",
    "secrets_file",
    type=click.Path(path_type=Path, resolve_path=True),
    required=True,
    envvar="ACD_SECRETS",
    show_envvar=True,
    help="The 0600 file of passwords and PINs; what is missing in it is added.",
)
@click.option("--sip-host", default="127.0.0.1", show_default=True, help="Address for phones and trunks.")
@click.option("--sip-port", type=_port, default=5060, show_default=True)
@click.option("--rtp-first", type=_port, default=10_000, show_default=True)
@click.option("--rtp-last", type=_port, default=20_000, show_default=True)
@click.option("--ari-port", type=_port, default=8088, show_default=True, help="On loopback, as AMI and AGI.")
@click.option("--ami-port", type=_port, default=5038, show_default=True)
@click.option("--agi-port", type=_port, default=4573, show_default=True, envvar="ACD_AGI_PORT")
@click.option(
    "--music",
    type=_folder,
    default="/var/lib/asterisk/moh",
    show_default=True,
    help="Of the class `default`.",
)
@click.option(
    "--set",
    "directories",
    multiple=True,
    metavar="NAME=PATH",
    help="A directory of asterisk.conf, such as astdatadir.",
)
@click.option("--owner", metavar="ACCOUNT", help="Whom the files are to belong to: Asterisk's account.")
@click.option("--app", default="acd", show_default=True, help="Name of the application and its two users.")
@click.option("--attach", is_flag=True, help="Only what an Asterisk that is there already has to include.")
@click.option(
    "--etc",
    type=_folder,
    help="With --attach: the folder of that Asterisk's own files.  [default: the one above DIRECTORY]",
)
@as_json
@click.pass_context
def render(
    context: click.Context,
    *,
    directory: Path,
    company_file: Path,
    secrets_file: Path,
    owner: str | None,
    attach: bool,
    etc: Path | None,
    as_json: bool,
    **asked: Unpack[Asked],
) -> None:
    """Write Asterisk's configuration and dialplan for a company into DIRECTORY.

    Files that are as they should be are left alone, others are replaced in one step, and you are told what
    Asterisk has to reload. A file that was not rendered by us is never replaced. docs/dialplan.md says
    what is in the files.

    With --attach you get files to include in an Asterisk that you have already, and are told where; nothing
    of yours is changed, and a name that you use yourself is refused. docs/attach.md goes through it.

    \b
    Examples:
      acd render --attach /etc/asterisk/acd --company company.yaml --secrets /var/lib/acd/secrets.json
      acd render /etc/asterisk-acd --company company.yaml --secrets /var/lib/acd/secrets.json --owner asterisk
      acd render conf --company company.yaml --secrets secrets.json --set astdatadir=/usr/share/asterisk
    """
    company = read_company(company_file).company
    if attach:
        refuse_other_options(context)
    with told(mistakes=(SecretFileUnusable, asterisk.RenderError)):
        instance = _instance(company, directory, ensure_secrets(secrets_file, _secret_names(company)), asked)
        attachment = Attachment(company, instance, directory, etc or directory.parent) if attach else None
        files = attachment.files() if attachment else asterisk.render(company, instance)
    if attachment:
        changed = _write(files, directory, _owner(owner) or attachment.owner())
        attachment.tell(files, changed, company_file, secrets_file, as_json=as_json)
        return
    report = _report(directory, files, _write(files, directory, _owner(owner)))
    if as_json:
        write_json(report)
        return
    _tell(report)
    if len(report.changed) == report.files:
        _tell_newcomer(instance, directory, company_file, secrets_file)


def _instance(
    company: Company, directory: Path, secrets: Mapping[str, str], asked: Asked
) -> asterisk.Instance:
    return asterisk.Instance(
        directories={"astetcdir": str(directory), **dict(map(_pair, asked["directories"]))},
        music={"default": str(asked["music"])} | {name: one.folder for name, one in company.music.items()},
        secrets=secrets,
        sip_host=asked["sip_host"],
        sip_port=asked["sip_port"],
        rtp_first=asked["rtp_first"],
        rtp_last=asked["rtp_last"],
        http_port=asked["ari_port"],
        ami_port=asked["ami_port"],
        agi_port=asked["agi_port"],
        app=asked["app"],
    )


def _report(directory: Path, files: Mapping[str, asterisk.File], changed: tuple[str, ...]) -> RenderReport:
    reload = asterisk.reload_for(changed)
    return RenderReport(
        directory=str(directory),
        files=len(files),
        changed=changed,
        reload=reload.modules,
        restart=reload.restart,
    )


def _secret_names(company: Company) -> tuple[str, ...]:
    return (*asterisk.secret_names(company), *(f"pin.{agent}" for agent in company.agents))


def _pair(text: str) -> tuple[str, str]:
    name, equals, path = text.partition("=")
    if not equals:
        raise Mistake(f"--set {text}: write NAME=PATH, such as --set astdatadir=/usr/share/asterisk.")
    return name, path


def _owner(account: str | None) -> asterisk.Owner | None:
    if account is None:
        return None
    try:
        entry = pwd.getpwnam(account)
    except KeyError:
        raise Mistake(
            f"--owner {account}: this machine has no such account; `getent passwd` lists them."
        ) from None
    return asterisk.Owner(uid=entry.pw_uid, gid=entry.pw_gid)


def _write(files: dict[str, asterisk.File], directory: Path, owner: asterisk.Owner | None) -> tuple[str, ...]:
    try:
        foreign = [name for name in files if _is_foreign(directory, name)]
        if foreign:
            raise Mistake(
                f"{directory} holds files that are not ours: {', '.join(foreign)}. Render into a folder of "
                "its own and include from there; docs/dialplan.md says how."
            )
        return asterisk.write(files, directory, owner=owner)
    except OSError as error:
        raise Mistake(
            f"{error.filename or directory}: {error.strerror}. "
            "Name a folder that you may write, or run this as root."
        ) from error


def _is_foreign(directory: Path, name: str) -> bool:
    if name.startswith(OWN_FOLDER):
        return False
    try:
        with (directory / name).open(encoding="utf-8", errors="replace") as file:
            return OURS not in file.readline()
    except FileNotFoundError:
        return False


def _tell(report: RenderReport) -> None:
    if not report.changed:
        say(f"{report.directory}: all {report.files} files are as they should be.")
        return
    say(f"{report.directory}: {counted(len(report.changed), 'file')} of {report.files} written.")
    if len(report.changed) == report.files:
        return
    say("Next, if Asterisk is running:")
    say(*(f"  asterisk -rx 'module reload {module}'" for module in report.reload))
    if report.restart:
        say(f"  restart it: {', '.join(report.restart)}")


def _tell_newcomer(
    instance: asterisk.Instance, directory: Path, company_file: Path, secrets_file: Path
) -> None:
    say(
        "Next:",
        f"  1  An Asterisk of its own:  asterisk -C {directory}/asterisk.conf",
        f"     An Asterisk you have:    include {directory}/{OWN_FOLDER}*; docs/dialplan.md says where",
        "  2  Start the service with these settings, and those that docs/cli.md lists beside them:",
        f"     ACD_COMPANY={company_file.absolute()}",
        f"     ACD_SECRETS={secrets_file}",
        f"     ACD_ARI_URL=http://{instance.control_host}:{instance.http_port}",
        f"     ACD_AMI_PORT={instance.ami_port}",
        f"     ACD_AGI_PORT={instance.agi_port}",
        "     acd run",
        f"  3  Passwords of phones and PINs of agents: {secrets_file}",
    )
