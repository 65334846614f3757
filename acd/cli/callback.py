"""`acd callback`: who is to be called back, and who is not."""

import getpass
from pathlib import Path

import click

from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_table, write_json
from acd.cli.overlays import AUTHOR, UNTIL, end_of
from acd.model.overlay import Refusal
from acd.telling.amounts import seconds, words
from acd.telling.moments import write_moment
from acd.telling.numbers import NEVER_CALLED
from acd.web.bodies import CallbackStatus, NewCallback, NewOverlay, OverlayStatus


@click.group()
def callback() -> None:
    """See who is to be called back, schedule and cancel callbacks, and keep the list of those who are never
    called.

    \b
    Examples:
      acd callback list
      acd callback schedule +436601234567 --queue repairs --at "tomorrow 14:00"
      acd callback cancel c3-17
      acd callback refuse +436601234567 --note "does not want to be called"
      acd callback refused
    """


@callback.command("list")
@socket_option
@as_json
def list_(control_socket: Path | None, as_json: bool) -> None:
    """List those who are to be called back, in the order in which they are served."""
    with service(control_socket) as client:
        found = client.callbacks()
    if as_json:
        write_json(found.callbacks)
        return
    if not found.callbacks:
        say("Nobody is to be called back.")
        return
    headers = ("Contact", "Number", "Queue", "State", "Not before", "Until", "Note", "Missed")
    show_table(headers, [_row(one, found.timezone) for one in found.callbacks], right=())
    for one in found.callbacks:
        if one.author is not None:
            say(f"{one.contact}: {_appointment(one)}.")
    say(f"Times of {found.timezone}.")


def _appointment(one: CallbackStatus) -> str:
    """What goes with a callback that was scheduled."""
    parts = (
        one.name,
        f"by agent {one.agent}" if one.agent is not None else None,
        f"entered by {one.author}",
        f"agreed in {one.follows}" if one.follows is not None else None,
        f"“{one.note}”" if one.note is not None else None,
    )
    return ", ".join(part for part in parts if part is not None)


def _row(one: CallbackStatus, timezone: str) -> tuple[str, ...]:
    return (
        one.contact,
        one.number,
        one.queue,
        one.state,
        write_moment(one.not_before, timezone) if one.not_before is not None else "-",
        write_moment(one.expires_at, timezone),
        seconds(one.voice_note.length_s) if one.voice_note is not None else "-",
        ", ".join(words(miss) for miss in one.misses) or "-",
    )


@callback.command()
@click.argument("number")
@click.option("--queue", required=True, help="The line in which the customer takes a place then.")
@click.option("--at", "begins", metavar="WHEN", required=True, help="The moment, by the company's clock.")
@click.option("--until", "ends", metavar="WHEN", help="It is given up then.  [default: as the queue says]")
@click.option("--agent", help="Who is to call; others do if that agent has no time.")
@click.option("--name", help="The customer's name: for the agent's phone, and for people to read.")
@click.option("--note", help="What it is about, for people to read.")
@click.option("--language", help="The customer's, such as de.  [default: as is known of the number]")
@AUTHOR
@socket_option
@as_json
def schedule(
    *,
    number: str,
    queue: str,
    begins: str,
    ends: str | None,
    agent: str | None,
    name: str | None,
    note: str | None,
    language: str | None,
    author: str,
    control_socket: Path | None,
    as_json: bool,
) -> None:
    """Call this NUMBER back at a moment to come.

    WHEN is as in `acd absence --help`. Typed twice it is one callback: of the same number, queue and moment
    there is only one.
    """
    wish = NewCallback(
        number=number,
        queue=queue,
        at=begins,
        until=ends,
        agent=agent,
        name=name,
        note=note,
        language=language,
        author=author,
    )
    with service(control_socket) as client:
        found = client.schedule_callback(wish)
        timezone = client.callbacks().timezone
    if as_json:
        write_json(found)
        return
    moment = write_moment(found.not_before, timezone) if found.not_before is not None else "now on"
    until = write_moment(found.expires_at, timezone)
    say(f"{found.contact}: {found.number} is called from {moment} until {until} ({timezone}).")


@callback.command()
@click.argument("contact")
@click.option("--author", default=getpass.getuser, help="Who cancels it.  [default: your account]")
@socket_option
@as_json
def cancel(contact: str, author: str, control_socket: Path | None, as_json: bool) -> None:
    """Do not call the customer of this CONTACT back."""
    with service(control_socket) as client:
        cancelled = client.cancel_callback(contact, author)
    if as_json:
        write_json(cancelled)
    else:
        say(f"The callback {cancelled.contact} to {cancelled.number} is cancelled.")


@callback.command()
@click.argument("number")
@click.option("--note", default="at the customer's wish", show_default=True, help="Why, in words.")
@UNTIL
@AUTHOR
@socket_option
@as_json
def refuse(
    *, number: str, note: str, ends: str | None, author: str, control_socket: Path | None, as_json: bool
) -> None:
    """Never call this NUMBER back, or not for a while: put it on the do-not-call list.

    Whoever waits for a callback there is not called any more. WHEN is as in `acd absence --help`.
    """
    wish = NewOverlay(edit=Refusal(number=number), reason=note, author=author, ends=ends)
    with service(control_socket) as client:
        entered = client.enter(wish)
        timezone = client.overlays().timezone
    if as_json:
        write_json(entered)
    else:
        say(f"{_number(entered)} is not called back until {end_of(entered, timezone)}.")
        if entered.never_called is not None:
            say(f"It is never called anyway: {NEVER_CALLED[entered.never_called]}.")


@callback.command()
@click.argument("number")
@AUTHOR
@socket_option
@as_json
def allow(number: str, author: str, control_socket: Path | None, as_json: bool) -> None:
    """Take this NUMBER off the do-not-call list. Who was not called for it is not called now, either."""
    with service(control_socket) as client:
        over = client.allow(number, author)
    if as_json:
        write_json(over.overlays)
    else:
        say(f"{_number(over.overlays[0])} may be called back again.")


@callback.command()
@socket_option
@as_json
def refused(control_socket: Path | None, as_json: bool) -> None:
    """List the numbers that are not called back, beside those of the company file."""
    with service(control_socket) as client:
        known = client.overlays()
    found = tuple(one for one in known.overlays if isinstance(one.edit, Refusal))
    if as_json:
        write_json(found)
        return
    if not found:
        say("No number is on the do-not-call list.")
        return
    rows = [
        (
            _number(one),
            one.reason,
            write_moment(one.begins_at, known.timezone),
            end_of(one, known.timezone),
            one.author,
        )
        for one in found
    ]
    show_table(("Number", "Note", "From", "Until", "Entered by"), rows, right=())
    say(f"Times of {known.timezone}.")


def _number(one: OverlayStatus) -> str:
    assert isinstance(one.edit, Refusal)
    return one.edit.number
