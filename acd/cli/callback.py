"""`acd callback`: who is to be called back."""

import getpass
from pathlib import Path

import click

from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_table, write_json
from acd.telling.amounts import words
from acd.telling.moments import write_moment
from acd.web.bodies import CallbackStatus


@click.group()
def callback() -> None:
    """See who is to be called back, and cancel a callback.

    \b
    Examples:
      acd callback list
      acd callback cancel c3-17
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
    headers = ("Contact", "Number", "Queue", "State", "Not before", "Until", "Missed")
    show_table(headers, [_row(one, found.timezone) for one in found.callbacks], right=())
    say(f"Times of {found.timezone}.")


def _row(one: CallbackStatus, timezone: str) -> tuple[str, ...]:
    return (
        one.contact,
        one.number,
        one.queue,
        one.state,
        write_moment(one.not_before, timezone) if one.not_before is not None else "-",
        write_moment(one.expires_at, timezone),
        ", ".join(words(miss) for miss in one.misses) or "-",
    )


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
