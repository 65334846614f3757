"""Commands that run things: the service, the embedded stack, the migration of the database."""

import asyncio
import os
from typing import TYPE_CHECKING

import click

from acd.cli.failure import Ended, told
from acd.cli.output import as_json, say, write_json
from acd.runtime import logs
from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.secret_file import SecretFileUnusable, read_secrets
from acd.runtime.service_manager import ServiceManager
from acd.settings import SettingsWrong, complete_dsn, read_database_settings, read_settings

if TYPE_CHECKING:
    from acd.store.migrate import Revision


@click.command(short_help="Run the service until SIGTERM or Ctrl-C.")
def run() -> None:
    """Run the service in the foreground until SIGTERM or Ctrl-C.

    It takes its settings from ACD_* variables (docs/cli.md lists them; whatever is wrong with them is told at
    once), waits for PostgreSQL and Asterisk as long as they are away, brings the database to the schema it
    needs, and serves. When it ends, calls live on in Asterisk; the next start takes them over.

    \b
    Next:
      acd status              what it does
      curl -s 127.0.0.1:8880/readyz

    In a checkout `make run` starts all three and sets every variable; docs/installation.md has a unit for
    systemd, which starts it with the settings in /etc/acd/acd.env.
    """
    from acd.app.companies import CompanyUnusable
    from acd.app.composition import serve
    from acd.asterisk.agi.errors import PortUnavailable
    from acd.runtime.tenure import Overtaken
    from acd.speech.errors import SpeechError
    from acd.store.load import BooksUnreadable
    from acd.store.migrate import SchemaInUse, SchemaMismatch
    from acd.web.servers import PortUnusable, SocketUnusable

    mistakes = (
        SettingsWrong,
        CompanyUnusable,
        SecretFileUnusable,
        SpeechError,
        SchemaMismatch,
        BooksUnreadable,
        SocketUnusable,
        PortUnusable,
        PortUnavailable,
    )
    try:
        with told(mistakes=mistakes, failures=(Overtaken, LeadershipLost, JournalAway, SchemaInUse)):
            settings = read_settings(os.environ)
            logs.set_up(settings.log_level, settings.log_format)
            asyncio.run(serve(settings))
    except Ended as end:
        ServiceManager.of(os.environ).tell(STATUS=_at_a_glance(str(end)))
        raise


def _at_a_glance(reasons: str) -> str:
    """Why the service has ended, in the one line that `systemctl status` has for it."""
    first, *more = reasons.splitlines()
    return f"{first} (and {len(more)} more lines in the journal)" if more else first


@click.command(short_help="Run everything on this machine: what `make run` does.")
@click.argument("company", type=click.Path(), default="examples/utility.yaml")
@click.pass_context
def lab(ctx: click.Context, company: str) -> None:
    """Run PostgreSQL, Asterisk and the service on this machine, bound to loopback, until Ctrl-C.

    This is what `make run` does after its set-up. COMPANY is a company file (examples/utility.yaml). It
    prints a SIP server, accounts with passwords and the number to dial.

    \b
    Examples:
      acd lab
      acd lab my-company.yaml
      ACD_SIP_PORT=5070 acd lab
    """
    from acd.lab.__main__ import main

    ctx.exit(main([company]))


@click.command(short_help="Bring the database to the schema that is needed.")
@click.option("--plan", is_flag=True, help="Only tell what would be done.")
@as_json
def migrate(plan: bool, as_json: bool) -> None:
    """Bring the database to the schema that this version needs.

    Reads ACD_DSN, and the password `postgres` from the file ACD_SECRETS if it is set. All or nothing, and
    harmless to repeat. `acd run` does the same at its start; do it yourself to choose the moment.

    A step that is marked safe may be done while services of the version before run. For any other they have
    to be stopped first; while one runs, nothing is done. docs/upgrades.md has the whole procedure.

    \b
    Examples:
      ACD_DSN="host=db dbname=acd user=acd" ACD_SECRETS=/var/lib/acd/secrets.json acd migrate --plan
      ACD_DSN="host=db dbname=acd user=acd" ACD_SECRETS=/var/lib/acd/secrets.json acd migrate

    \b
    With the settings and the account of the systemd unit:
      set -a; . /etc/acd/acd.env; set +a
      runuser -u acd -- acd migrate --plan
    """
    from acd.store.migrate import SchemaInUse, SchemaMismatch, current, newest, pending, upgrade

    mistakes = (SettingsWrong, SecretFileUnusable, SchemaMismatch)
    with told(mistakes=mistakes, failures=(JournalAway, SchemaInUse)):
        settings = read_database_settings(os.environ)
        dsn = complete_dsn(settings.dsn, read_secrets(settings.secrets) if settings.secrets else {})
        before, coming = current(dsn), pending(dsn)
        if not plan:
            upgrade(dsn)
        after = current(dsn)
    if as_json:
        write_json({"from": before, "to": after, "steps": coming})
        return
    if not coming:
        newer = "the newest" if after == newest() else "newer than this version, which can work on it"
        say(f"The schema is at {after} already, {newer}.")
        return
    if plan:
        say(f"The schema is {f'at {before}' if before else 'empty'}. What would be done:")
    else:
        say(f"The schema is at {after} now; it was {before or 'empty'}.")
    say(*(f"  {step.name}  {step.what} {_beside(step)}" for step in coming))
    say("Next: acd migrate" if plan else "Next: acd run")


def _beside(step: "Revision") -> str:
    """Whether other services may run during a step, in words."""
    if step.is_safe:
        return f"Safe: services that know revision {step.oldest_code} may go on running."
    return "Stop every older service first."
