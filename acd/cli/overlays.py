"""Changes for a while: absences of agents, and incidents that hit many."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from acd.cli.connection import service, socket_option
from acd.cli.failure import Mistake
from acd.cli.output import as_json, say, show_table, write_json
from acd.model.about import When
from acd.model.ids import AgentId, PromptId, QueueId, RegionId
from acd.model.overlay import Absence, Incident
from acd.telling.amounts import words
from acd.telling.moments import write_moment
from acd.telling.overlays import what
from acd.web.bodies import NewOverlay, Overlays, OverlayStatus
from acd.web.client import ControlClient

Command = TypeVar("Command", bound=Callable[..., Any])

AT = click.option("--from", "begins", metavar="WHEN", help="When it begins.  [default: now]")
UNTIL = click.option(
    "--until", "ends", metavar="WHEN", help="When it ends.  [default: when somebody takes it back]"
)
AUTHOR = click.option("--author", default=getpass.getuser, help="Who enters it.  [default: your account]")
OTHER_THAN = {Incident: "an absence: `acd absence end", Absence: "an incident: `acd incident close"}
PAST = click.option("--past", is_flag=True, help="The latest of those that are over, instead.")


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
    _enter(wish, control_socket, as_json=as_json)


@absence.command("list")
@PAST
@socket_option
@as_json
def list_absences(past: bool, control_socket: Path | None, as_json: bool) -> None:
    """List absences: planned and in force, with reason and author."""
    _list(Absence, past, control_socket, as_json=as_json)


@absence.command("end")
@click.argument("absence")
@AUTHOR
@socket_option
@as_json
def end(absence: str, author: str, control_socket: Path | None, as_json: bool) -> None:
    """End the ABSENCE of this id, or call it off."""
    _end(Absence, absence, author, control_socket, as_json=as_json)


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
      acd incident close v3-2
    """


def _concerns(command: Command) -> Command:
    """The options that say whom an incident concerns."""
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
    **concerns: tuple[str, ...],
) -> None:
    """Open an incident for a REASON in words, now or ahead.

    \b
    Examples:
      acd incident open "Cable cut" --region north --head-start 120 --prompt outage
      acd incident open "Bills are late" --queue billing --prompt bills_late --until "tomorrow 18:00"
    """
    if not head_start and prompt is None:
        raise Mistake("An incident gives a head start, a prompt or both: add --head-start or --prompt.")
    edit = Incident(
        when=_when(concerns), head_start_s=head_start, prompt=PromptId(prompt) if prompt is not None else None
    )
    wish = NewOverlay(edit=edit, reason=reason, author=author, begins=begins, ends=ends)
    _enter(wish, control_socket, as_json=as_json)


def _when(concerns: dict[str, tuple[str, ...]]) -> When:
    return When(
        numbers=frozenset(concerns["number"]),
        languages=frozenset(concerns["language"]),
        products=frozenset(concerns["product"]),
        services=frozenset(concerns["service"]),
        customer_classes=frozenset(concerns["customer_class"]),
        regions=frozenset(map(RegionId, concerns["region"])),
        queues=frozenset(map(QueueId, concerns["queue"])),
    )


@incident.command("list")
@PAST
@socket_option
@as_json
def list_incidents(past: bool, control_socket: Path | None, as_json: bool) -> None:
    """List incidents: planned and in force, with whom they concern."""
    _list(Incident, past, control_socket, as_json=as_json)


@incident.command("close")
@click.argument("incident")
@AUTHOR
@socket_option
@as_json
def close(incident: str, author: str, control_socket: Path | None, as_json: bool) -> None:
    """Close the INCIDENT of this id, or call it off. Who waits keeps the head start."""
    _end(Incident, incident, author, control_socket, as_json=as_json)


def _enter(wish: NewOverlay, control_socket: Path | None, *, as_json: bool) -> None:
    with service(control_socket) as client:
        entered = client.enter(wish)
        timezone = client.overlays().timezone
    _tell(entered, timezone, as_json=as_json)


def _end(
    kind: type[Absence | Incident], overlay: str, author: str, control_socket: Path | None, *, as_json: bool
) -> None:
    with service(control_socket) as client:
        known = client.overlays()
        for one in known.overlays:
            if one.id == overlay and not isinstance(one.edit, kind):
                raise Mistake(f"{overlay} is {OTHER_THAN[kind]} {overlay}` ends it.")
        over = client.withdraw(overlay, author)
    _tell(over, known.timezone, as_json=as_json)


def _tell(overlay: OverlayStatus, timezone: str, *, as_json: bool) -> None:
    if as_json:
        write_json(overlay)
    else:
        told = what(overlay.edit, overlay.name)
        say(f"{overlay.id}: {told}, {_span(overlay, timezone)}: {_state(overlay)}.")


def _span(overlay: OverlayStatus, timezone: str) -> str:
    return f"from {write_moment(overlay.begins_at, timezone)} until {_end_of(overlay, timezone)}"


def _end_of(overlay: OverlayStatus, timezone: str) -> str:
    """When it was over, or is to be. What was called off before it began keeps the end that was planned."""
    was_in_force = overlay.over_at is not None and not _called_off(overlay)
    ends = overlay.over_at if was_in_force else overlay.ends_at
    return write_moment(ends, timezone) if ends is not None else "further notice"


def _called_off(overlay: OverlayStatus) -> bool:
    return overlay.over_at is not None and overlay.over_at < overlay.begins_at


def _state(overlay: OverlayStatus) -> str:
    return "called off" if _called_off(overlay) else words(overlay.state)


def _list(kind: type[Absence | Incident], past: bool, control_socket: Path | None, *, as_json: bool) -> None:
    with service(control_socket) as client:
        found, known = _of_kind(client, kind, past)
    if as_json:
        write_json(found)
        return
    if not found:
        noun = "absence" if kind is Absence else "incident"
        say(f"No {noun} is over yet." if past else f"No {noun} is planned or in force.")
        return
    headers = ("Id", "What", "Reason", "State", "From", "Until", "Entered by")
    show_table(headers, (_row(one, known.timezone) for one in found))
    say(f"Times of {known.timezone}.")


def _of_kind(
    client: ControlClient, kind: type[Absence | Incident], past: bool
) -> tuple[tuple[OverlayStatus, ...], Overlays]:
    known = client.overlays(past=past)
    return tuple(one for one in known.overlays if isinstance(one.edit, kind)), known


def _row(one: OverlayStatus, timezone: str) -> tuple[str, ...]:
    state = _state(one)
    if one.over_by is not None:
        state = f"{state} by {one.over_by}" if _called_off(one) else f"{state}, ended by {one.over_by}"
    return (
        one.id,
        what(one.edit, one.name),
        one.reason,
        state,
        write_moment(one.begins_at, timezone),
        _end_of(one, timezone),
        one.author,
    )
