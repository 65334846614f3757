"""`acd absence`: who is absent, entered now and ahead."""

from pathlib import Path

import click

from acd.cli.connection import socket_option
from acd.cli.output import as_json
from acd.cli.overlays import ABSENCES, AT, AUTHOR, UNTIL, add_commands, enter
from acd.model.ids import AgentId
from acd.model.overlay import Absence
from acd.web.bodies import NewOverlay


@click.group()
def absence() -> None:
    """Enter who is absent: ill, on holiday, on duty elsewhere. Substitutes take over.

    What is meant for an absent agent goes to his or her substitutes, and for the skills and regions of which
    nobody is there to the stand-ins; `acd explain` tells each hand-over. Whoever is logged in goes not ready;
    who logs in or says ready is back, and the absence is over.

    \b
    WHEN is in the company's time zone, one of:
      2027-05-14            that day, from its beginning or to its end
      "2027-05-14 08:00"    17:30    today    "tomorrow 08:00"
      +90m    +2h    +3d    from now; of an end, from the beginning

    \b
    Examples:
      acd absence add 205 Ill
      acd absence add 205 Holiday --from 2027-07-05 --until 2027-07-16
      acd absence list
      acd absence change v3-1 --until tomorrow
      acd absence end v3-1
    """


@absence.command("add")
@click.argument("agent")
@click.argument("reason")
@AT
@UNTIL
@AUTHOR
@socket_option
@as_json
def add(
    *,
    agent: str,
    reason: str,
    begins: str | None,
    ends: str | None,
    author: str,
    control_socket: Path | None,
    as_json: bool,
) -> None:
    """Enter that AGENT is absent, now or ahead, and the REASON in words.

    REASON may also be the key of one of the company's `absence_reasons`.

    \b
    Examples:
      acd absence add 205 Ill --until tomorrow
      acd absence add 205 2 --from 2027-07-05 --until 2027-07-16
    """
    wish = NewOverlay(
        edit=Absence(agent=AgentId(agent)), reason=reason, author=author, begins=begins, ends=ends
    )
    enter(wish, control_socket, as_json=as_json)


add_commands(absence, ABSENCES)
