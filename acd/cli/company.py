"""Commands about the company file: check it, put it in force."""

import getpass
import os
from pathlib import Path

import click
import msgspec

from acd.cli.connection import service, socket_option
from acd.cli.failure import Mistake
from acd.cli.output import as_json, say, write_json
from acd.company.check import CheckedCompany
from acd.company.load import load
from acd.company.mistake import Mistake as FileMistake
from acd.company.schema import Company
from acd.telling.amounts import counted
from acd.web.bodies import CompanyText

ASTERISK_READS = (
    "emergency_numbers",
    "extensions",
    "fallback",
    "feature_codes",
    "music",
    "numbers",
    "phones",
    "trunks",
    "voicemail",
)
"""Parts of the file that also stand in Asterisk's configuration."""


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `acd check --json` writes."""

    file: str
    mistakes: tuple[FileMistake, ...]
    warnings: tuple[FileMistake, ...]
    """What can be meant so, but hardly is; only of a file without mistakes."""
    summary: dict[str, int]
    """How many of what the file holds; empty when it has mistakes."""


@click.command(short_help="Name every mistake in a company file.")
@click.argument("file", type=click.Path(path_type=Path))
@as_json
def check(file: Path, as_json: bool) -> None:
    """Name every mistake in a company file, each with its line and its remedy.

    Warnings name what can be meant so, but hardly is: a ring that changes nothing, a skill nobody has.
    Looks at the file only: no service has to run, and nothing changes. docs/company-file.md teaches the file.

    \b
    Examples:
      acd check examples/utility.yaml
      acd check my-company.yaml && acd apply my-company.yaml
    """
    found = load(file)
    mistakes = tuple(found) if isinstance(found, list) else ()
    if as_json:
        whole = found if isinstance(found, CheckedCompany) else None
        summary = summary_of(whole.company) if whole is not None else {}
        warnings = whole.warnings if whole is not None else ()
        write_json(CheckReport(file=str(file), mistakes=mistakes, warnings=warnings, summary=summary))
        if mistakes:
            raise click.exceptions.Exit(Mistake.exit_code)
        return
    company = _or_end(file, found)
    holds = ", ".join(counted(number, noun) for noun, number in summary_of(company.company).items())
    say(*(warning.told(str(file), warning=True) for warning in company.warnings))
    say(f"{file}: no mistakes. {company.company.company}: {holds}.", f"Next: acd apply {file}")


@click.command(short_help="Put a company file in force, without a restart.")
@click.argument("file", type=click.Path(path_type=Path))
@socket_option
@as_json
def apply(file: Path, control_socket: Path | None, as_json: bool) -> None:
    """Put a company file in force, without a restart and without losing a call.

    The service checks the file, speaks new prompts, keeps it as a new version and shows what has changed.
    With a mistake in it nothing changes. Calls in a menu go on with the version they came under.

    \b
    Example:
      acd apply my-company.yaml
    """
    checked = read_company(file)
    text = CompanyText(text=checked.text, path=str(file.absolute()), author=_author())
    with service(control_socket) as client:
        applied = client.apply(text)
    if as_json:
        write_json(applied)
        return
    say(*(warning.told(str(file), warning=True) for warning in checked.warnings))
    say(f"Version {applied.version} is in force.", *applied.changes)
    if not applied.changes:
        say("It is the same as before: nothing has changed.")
    say(*applied.notes)
    if any(_concerns_asterisk(change) for change in applied.changes):
        say(
            "Asterisk must learn some of it, too: `acd render`; in Docker `make up`; "
            "in `make run` at its next start."
        )


def read_company(file: Path) -> CheckedCompany:
    """The company in a file; with mistakes in it the command ends."""
    return _or_end(file, load(file))


def summary_of(company: Company) -> dict[str, int]:
    """How many of what, by noun."""
    return {
        "number": len(company.numbers),
        "flow": len(company.flows),
        "queue": len(company.queues),
        "agent": len(company.agents),
        "phone": len(company.phones),
        "prompt": len(company.prompts),
    }


def _or_end(file: Path, found: CheckedCompany | list[FileMistake]) -> CheckedCompany:
    if isinstance(found, CheckedCompany):
        return found
    lines = [mistake.told(str(file)) for mistake in found]
    raise Mistake("\n".join([*lines, f"{counted(len(found), 'mistake')}."]))


def _author() -> str:
    """Who applies, for the history of versions."""
    try:
        return os.environ.get("SUDO_USER") or getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def _concerns_asterisk(change: str) -> bool:
    return change[2:].startswith(ASTERISK_READS)
