"""Commands that run things: the service, the embedded stack, the migration of the database."""

import asyncio
import os

import click

from acd.cli.failure import told
from acd.cli.output import as_json, say, write_json
from acd.runtime import logs
from acd.runtime.ports import JournalAway, LeadershipLost
from acd.runtime.secret_file import SecretFileUnusable, read_secrets
from acd.settings import SettingsWrong, complete_dsn, read_database_settings, read_settings


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
    On a new machine `make run` starts all three and sets every variable.
    """
    from acd.app.companies import CompanyUnusable
    from acd.app.composition import serve
    from acd.asterisk.agi.errors import PortUnavailable
    from acd.runtime.tenure import Overtaken
    from acd.speech.errors import SpeechError
    from acd.store.migrate import SchemaMismatch
    from acd.web.servers import PortUnusable, SocketUnusable

    mistakes = (
        SettingsWrong,
        CompanyUnusable,
        SecretFileUnusable,
        SpeechError,
        SchemaMismatch,
        SocketUnusable,
        PortUnusable,
        PortUnavailable,
    )
    with told(mistakes=mistakes, failures=(Overtaken, LeadershipLost, JournalAway)):
        settings = read_settings(os.environ)
        logs.set_up(settings.log_level, settings.log_format)
        asyncio.run(serve(settings))


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
@as_json
def migrate(as_json: bool) -> None:
    """Bring the database to the schema that this version needs.

    Reads ACD_DSN, and the password `postgres` from the file ACD_SECRETS if it is set. All or nothing, and
    harmless to repeat. `acd run` does the same at its start; do it yourself to choose the moment.

    \b
    Example:
      ACD_DSN="host=db dbname=acd user=acd" ACD_SECRETS=/etc/acd/secrets.json acd migrate
    """
    from acd.store.migrate import SchemaMismatch, current, upgrade

    with told(mistakes=(SettingsWrong, SecretFileUnusable, SchemaMismatch), failures=(JournalAway,)):
        settings = read_database_settings(os.environ)
        dsn = complete_dsn(settings.dsn, read_secrets(settings.secrets) if settings.secrets else {})
        before = current(dsn)
        upgrade(dsn)
        after = current(dsn)
    if as_json:
        write_json({"from": before, "to": after})
    elif before == after:
        say(f"The schema is at {after} already, the newest.")
    else:
        say(f"The schema is at {after} now; it was {before or 'empty'}.", "Next: acd run")
