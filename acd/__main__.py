"""The command line: `acd`, or `python -m acd`."""

import asyncio
import os
import sys

import click

from acd.app.companies import CompanyUnusable
from acd.app.composition import serve
from acd.runtime import logs
from acd.runtime.secret_file import SecretFileUnusable
from acd.settings import SettingsWrong, read_settings

USER_ERROR = 2
OUR_ERROR = 1


@click.group()
def main() -> None:
    """A call-centre engine for Asterisk."""


@main.command()
def run() -> None:
    """Run the service."""
    try:
        settings = read_settings(os.environ)
        logs.set_up(settings.log_level, settings.log_format)
        asyncio.run(serve(settings))
    except (SettingsWrong, CompanyUnusable, SecretFileUnusable) as error:
        click.echo(str(error), err=True)
        sys.exit(USER_ERROR)


if __name__ == "__main__":
    main()
