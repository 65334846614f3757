"""`acd doctor`: is everything there that a service with these settings needs?"""

import asyncio
import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from acd.cli.failure import MISTAKE, told
from acd.cli.output import as_json, say, show_table, write_json
from acd.settings import SettingsWrong, read_settings
from acd.telling.amounts import counted

if TYPE_CHECKING:
    from acd.doctor import Finding


@click.command(short_help="Look at everything that is needed; say what to change.")
@as_json
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Look at everything that the service needs, and say what to change.

    Takes the settings of `acd run` from ACD_* variables and looks at the machine, PostgreSQL, Asterisk
    (version, modules, rights of both users, dialplan, time-outs), the accounts of phones and trunks, and the
    service if it runs, which is not disturbed. Run it under the service's account, whose rights count.

    Exit codes: 0 all well, or warnings only; 2 there is a problem, and its remedy is shown.

    \b
    Examples:
      acd doctor
      acd doctor --json | jq '.[] | select(.level != "ok")'

    \b
    With the settings and the account of the systemd unit:
      set -a; . /etc/acd/acd.env; set +a
      runuser -u acd -- acd doctor
    """
    from acd.doctor import Level, examine

    with told(mistakes=(SettingsWrong,)):
        settings = read_settings(os.environ)
    findings = asyncio.run(examine(settings))
    if as_json:
        write_json(findings)
    else:
        _show(findings)
    if any(finding.level is Level.PROBLEM for finding in findings):
        context.exit(MISTAKE)


def _show(findings: "list[Finding]") -> None:
    rows: list[tuple[str, str, str]] = []
    for finding in findings:
        rows.append((finding.level, finding.where, finding.found))
        if finding.remedy:
            rows.append(("", "", f"→ {finding.remedy}"))
    show_table(("", "Where", "What was found"), rows)
    count = Counter(str(finding.level) for finding in findings)
    bad = [counted(count[level], level) for level in ("problem", "warning") if count[level]]
    say("", f"{', '.join(bad)}: the arrows say what to change." if bad else "Everything is as it should be.")
