"""`acd incident`: a fault that hits many, entered now and ahead."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from acd.cli.connection import socket_option
from acd.cli.failure import Mistake
from acd.cli.output import as_json
from acd.cli.overlays import AT, AUTHOR, INCIDENTS, UNTIL, add_commands, enter
from acd.model.about import When
from acd.model.ids import PromptId, QueueId, RegionId, SkillId
from acd.model.needs import Need, Needs, clause
from acd.model.overlay import Incident
from acd.web.bodies import NewOverlay

Command = TypeVar("Command", bound=Callable[..., Any])
HIGHEST = 10
"""The levels of skills are 1 to this."""


def _needs(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> Needs:
    """``repair`` and ``german:5``: any one of these, each with its least level, which is 1 unless said."""
    needs: list[Need] = []
    for one in given:
        skill, colon, level = one.partition(":")
        if colon and not (level.isdecimal() and 1 <= int(level) <= HIGHEST):
            raise click.BadParameter(f"{one!r} names no level; write {skill}:1 to {skill}:{HIGHEST}.")
        needs.append(Need(skill=SkillId(skill), level=int(level or 1)))
    return (clause(needs),) if needs else ()


@click.group()
def incident() -> None:
    """Open and close incidents: a fault that hits many.

    Calls that it concerns are served earlier, or are told what is known, or both; also those that wait
    already. Whom it concerns is said by options: of each kind that is named, one must fit. WHEN is as in
    `acd absence --help`.

    \b
    Examples:
      acd incident open "Cable cut" --region north --head-start 120 --prompt outage --until +3h
      acd incident list
      acd incident change v3-2 --until +5h
      acd incident close v3-2
    """


def _concerns(command: Command) -> Command:
    """The options that say whom an incident concerns."""
    command = click.option(
        "--needs",
        metavar="SKILL[:LEVEL]",
        multiple=True,
        callback=_needs,
        help="Only calls that need this skill, at this level or a higher one; may be repeated.",
    )(command)
    for option, noun in (
        ("--customer-class", "customers of this class"),
        ("--language", "callers of this language"),
        ("--region", "customers in this region, and in all within it"),
        ("--service", "calls about this service"),
        ("--product", "calls about this product"),
        ("--queue", "calls in this queue"),
        ("--number", "calls to this number"),
    ):
        name = option.removeprefix("--").replace("-", "_")
        command = click.option(option, name, multiple=True, help=f"Only {noun}; may be repeated.")(command)
    return command


@incident.command("open")
@click.argument("reason")
@_concerns
@click.option("--head-start", type=click.FloatRange(min=0), default=0.0, help="Seconds served earlier.")
@click.option("--prompt", help="What they hear, once: a prompt of the company file.")
@AT
@UNTIL
@AUTHOR
@socket_option
@as_json
def open_incident(
    *,
    reason: str,
    head_start: float,
    prompt: str | None,
    begins: str | None,
    ends: str | None,
    author: str,
    control_socket: Path | None,
    as_json: bool,
    needs: Needs,
    **concerns: tuple[str, ...],
) -> None:
    """Open an incident for a REASON in words, now or ahead.

    \b
    Examples:
      acd incident open "Cable cut" --region north --head-start 120 --prompt outage
      acd incident open "Fibre is down" --needs fibre --needs television:5 --head-start 60
      acd incident open "Bills are late" --queue billing --prompt bills_late --until "tomorrow 18:00"
    """
    if not head_start and prompt is None:
        raise Mistake("An incident gives a head start, a prompt or both: add --head-start or --prompt.")
    edit = Incident(
        when=_when(concerns, needs),
        head_start_s=head_start,
        prompt=PromptId(prompt) if prompt is not None else None,
    )
    wish = NewOverlay(edit=edit, reason=reason, author=author, begins=begins, ends=ends)
    enter(wish, control_socket, as_json=as_json)


def _when(concerns: dict[str, tuple[str, ...]], needs: Needs) -> When:
    return When(
        numbers=frozenset(concerns["number"]),
        languages=frozenset(concerns["language"]),
        products=frozenset(concerns["product"]),
        services=frozenset(concerns["service"]),
        customer_classes=frozenset(concerns["customer_class"]),
        regions=frozenset(map(RegionId, concerns["region"])),
        queues=frozenset(map(QueueId, concerns["queue"])),
        needs=needs,
    )


add_commands(incident, INCIDENTS)
