"""What absences and incidents have in common: both are entered for a while, listed, changed and ended."""

import getpass
from pathlib import Path

import click
import msgspec

from acd.cli.connection import service, socket_option
from acd.cli.failure import Mistake
from acd.cli.output import as_json, say, show_table, write_json
from acd.model.overlay import Absence, Incident, Refusal
from acd.telling.amounts import words
from acd.telling.moments import write_moment
from acd.telling.overlays import what
from acd.web.bodies import NewEnd, NewOverlay, Overlays, OverlayStatus
from acd.web.client import ControlClient

AT = click.option("--from", "begins", metavar="WHEN", help="When it begins.  [default: now]")
UNTIL = click.option(
    "--until", "ends", metavar="WHEN", help="When it ends.  [default: when somebody takes it back]"
)
AUTHOR = click.option("--author", default=getpass.getuser, help="Who enters it.  [default: your account]")
PAST = click.option("--past", is_flag=True, help="The latest of those that are over, instead.")


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two, and the words for it."""

    edit: type[Absence | Incident]
    noun: str
    end: str
    """What the command is called that ends one."""
    lists: str
    ends: str


ABSENCES = Kind(
    edit=Absence,
    noun="absence",
    end="end",
    lists="List absences: planned and in force, with reason and author.",
    ends="End the ABSENCE of this id, or call it off.",
)
INCIDENTS = Kind(
    edit=Incident,
    noun="incident",
    end="close",
    lists="List incidents: planned and in force, with whom they concern.",
    ends="Close the INCIDENT of this id, or call it off. Who waits keeps the head start.",
)


def add_commands(group: click.Group, kind: Kind) -> None:
    """Give the group of a kind the commands with which such changes are listed, changed and ended."""

    @group.command("list", help=kind.lists)
    @PAST
    @socket_option
    @as_json
    def _list(past: bool, control_socket: Path | None, as_json: bool) -> None:
        _show(kind, past, control_socket, as_json=as_json)

    @group.command("change", help=_help_of_change(kind))
    @click.argument("overlay", metavar=kind.noun.upper())
    @click.option("--until", "ends", metavar="WHEN", help="When it is to end instead.")
    @click.option("--open-end", is_flag=True, help="It is to end when somebody takes it back.")
    @AUTHOR
    @socket_option
    @as_json
    def _change(
        *,
        overlay: str,
        ends: str | None,
        open_end: bool,
        author: str,
        control_socket: Path | None,
        as_json: bool,
    ) -> None:
        if (ends is None) is not open_end:
            raise Mistake("Say when it is to end: either --until WHEN or --open-end.")
        with service(control_socket) as client:
            known = _known(client, overlay, kind, ends=False)
            changed = client.move_end(overlay, NewEnd(ends=ends, author=author))
        _tell(changed, known.timezone, as_json=as_json)

    @group.command(kind.end, help=kind.ends)
    @click.argument("overlay", metavar=kind.noun.upper())
    @AUTHOR
    @socket_option
    @as_json
    def _end(overlay: str, author: str, control_socket: Path | None, as_json: bool) -> None:
        with service(control_socket) as client:
            known = _known(client, overlay, kind, ends=True)
            over = client.withdraw(overlay, author)
        _tell(over, known.timezone, as_json=as_json)


def _help_of_change(kind: Kind) -> str:
    return f"""Let the {kind.noun.upper()} of this id end at another moment.

    WHEN is as in `acd absence --help`; +2h counts from now, or from its beginning if that is ahead.

    \b
    Examples:
      acd {kind.noun} change v3-1 --until "tomorrow 12:00"
      acd {kind.noun} change v3-1 --open-end
    """


def enter(wish: NewOverlay, control_socket: Path | None, *, as_json: bool) -> None:
    """Enter one, and tell what holds beside it."""
    with service(control_socket) as client:
        entered = client.enter(wish)
        timezone = client.overlays().timezone
    _tell(entered, timezone, as_json=as_json)
    if as_json:
        return
    for other in entered.beside:
        say(
            f"{other.id} holds, too: {other.reason}, {_span(other, timezone)}, entered by {other.author}. "
            f"To have the new one in its place: `acd absence end {other.id}`. To move its end instead: "
            f"`acd absence change {other.id} --until WHEN`, then `acd absence end {entered.id}`."
        )


def _known(client: ControlClient, overlay: str, kind: Kind, *, ends: bool) -> Overlays:
    """What is planned or in force; it is a mistake if the one of this id is of another kind."""
    known = client.overlays()
    other = INCIDENTS if kind is ABSENCES else ABSENCES
    if any(one.id == overlay and isinstance(one.edit, Refusal) for one in known.overlays):
        raise Mistake(f"{overlay} is a number on the do-not-call list: `acd callback allow` takes it off.")
    if any(one.id == overlay and isinstance(one.edit, other.edit) for one in known.overlays):
        command, does = (other.end, "ends") if ends else ("change", "changes")
        right = f"`acd {other.noun} {command} {overlay}` {does} it."
        raise Mistake(f"{overlay} is an {other.noun}: {right}")
    return known


def _tell(overlay: OverlayStatus, timezone: str, *, as_json: bool) -> None:
    if as_json:
        write_json(overlay)
    else:
        told = what(overlay.edit, overlay.name)
        say(f"{overlay.id}: {told}, {_span(overlay, timezone)}: {_state(overlay)}.")


def _span(overlay: OverlayStatus, timezone: str) -> str:
    return f"from {write_moment(overlay.begins_at, timezone)} until {end_of(overlay, timezone)}"


def end_of(overlay: OverlayStatus, timezone: str) -> str:
    """When it was over, or is to be. What was called off before it began keeps the end that was planned."""
    was_in_force = overlay.over_at is not None and not _called_off(overlay)
    ends = overlay.over_at if was_in_force else overlay.ends_at
    return write_moment(ends, timezone) if ends is not None else "further notice"


def _called_off(overlay: OverlayStatus) -> bool:
    return overlay.over_at is not None and overlay.over_at < overlay.begins_at


def _state(overlay: OverlayStatus) -> str:
    return "called off" if _called_off(overlay) else words(overlay.state)


def _show(kind: Kind, past: bool, control_socket: Path | None, *, as_json: bool) -> None:
    with service(control_socket) as client:
        known = client.overlays(past=past)
    found = tuple(one for one in known.overlays if isinstance(one.edit, kind.edit))
    if as_json:
        write_json(found)
        return
    if not found:
        over = "is over yet" if past else "is planned or in force"
        say(f"No {kind.noun} {over}.")
        return
    headers = ("Id", "What", "Reason", "State", "From", "Until", "Entered by")
    show_table(headers, (_row(one, known.timezone) for one in found))
    say(f"Times of {known.timezone}.")


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
        end_of(one, timezone),
        one.author,
    )
