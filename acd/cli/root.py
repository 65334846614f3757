"""The command `acd` itself."""

from importlib.metadata import PackageNotFoundError, version

import click

from acd.cli.absence import absence
from acd.cli.agent import agent
from acd.cli.callback import callback
from acd.cli.company import apply, check
from acd.cli.doctor import doctor
from acd.cli.explain import explain
from acd.cli.failure import Funnel
from acd.cli.incident import incident
from acd.cli.message import message
from acd.cli.rendering import render
from acd.cli.service import lab, migrate, run
from acd.cli.simulate import simulate
from acd.cli.status import status


def _version() -> str:
    try:
        return version("acd")
    except PackageNotFoundError:
        return "of a checkout that is not installed"


@click.group(cls=Funnel, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the whole trace of an error; ACD_LOG=debug does, too.")
@click.version_option(_version(), message="acd %(version)s")
def main(debug: bool) -> None:
    """A call-centre engine for Asterisk.

    \b
    First steps, in a checkout:
      make run                      PostgreSQL, Asterisk and the service; prints whom to call
      acd status                    queues, agents, calls
      acd agent login 201 desk01    agent 201 sits down at desk phone desk01
      acd agent ready 201           and takes calls
      acd explain CONTACT           why a call went where it did, or why it waits
      acd check FILE                every mistake in a company file, with its remedy
      acd apply FILE                put it in force
      acd doctor                    is everything there that the service needs?

    Where it is installed (docs/installation.md), `systemctl start acd` takes the place of `make run`.

    \b
    Exit codes: 0 done; 1 something of ours or around us failed; 2 yours to mend: a file, a name, a
    wish that was refused, or no service running. The message says what to do.
    """


for command in (
    run,
    check,
    apply,
    agent,
    status,
    explain,
    absence,
    incident,
    callback,
    message,
    render,
    migrate,
    doctor,
    lab,
    simulate,
):
    main.add_command(command)
