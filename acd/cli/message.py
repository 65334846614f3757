"""`acd message`: what was left for somebody to listen to."""

from pathlib import Path

import click

from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_table, write_json
from acd.telling.amounts import seconds
from acd.telling.moments import write_moment
from acd.web.bodies import MessageStatus


@click.group()
def message() -> None:
    """See which messages were left and not closed.

    \b
    Example:
      acd message list
    """


@message.command("list")
@socket_option
@as_json
def list_(control_socket: Path | None, as_json: bool) -> None:
    """List the messages that nobody has closed, in the order in which they are served."""
    with service(control_socket) as client:
        found = client.messages()
    if as_json:
        write_json(found.messages)
        return
    if not found.messages:
        say("There is no message that nobody has closed.")
        return
    headers = ("Contact", "Number", "Left", "Length", "Queue", "State", "Agent", "Recording")
    show_table(headers, [_row(one, found.timezone) for one in found.messages], right=())
    say(f"Times of {found.timezone}.")


def _row(one: MessageStatus, timezone: str) -> tuple[str, ...]:
    return (
        one.contact,
        one.number or "withheld",
        write_moment(one.left_at, timezone),
        seconds(one.length_s),
        one.queue,
        one.state,
        one.agent or "-",
        one.recording,
    )
