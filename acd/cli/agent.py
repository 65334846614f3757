"""What agents do at a desk phone, from the command line: for tests, scripts and whoever helps them."""

from pathlib import Path

import click

from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_table, write_json
from acd.telling.amounts import duration, words
from acd.web.bodies import AgentStatus


@click.group()
def agent() -> None:
    """Log agents in and out, ready and not ready.

    AGENT is the agent's number in the company file, PHONE the name of a desk phone there; `acd agent list`
    shows who is where. They are the agents and phones of examples/utility.yaml here:

    \b
    A day of work:
      acd agent login 201 desk01
      acd agent ready 201
      acd agent notready 201 Break
      acd agent ready 201
      acd agent logout 201
    """


@agent.command("list")
@socket_option
@as_json
def list_agents(control_socket: Path | None, as_json: bool) -> None:
    """List all agents: what they want, what they do, where they sit."""
    with service(control_socket) as client:
        agents = client.status().agents
    if as_json:
        write_json(agents)
    else:
        show_agents(agents)


@agent.command()
@click.argument("agent")
@click.argument("phone")
@socket_option
@as_json
def login(agent: str, phone: str, control_socket: Path | None, as_json: bool) -> None:
    """Log AGENT in at PHONE; not ready until told so.

    Whoever sat at that phone is logged out, and named.

    \b
    Next:
      acd agent ready AGENT
    """
    with service(control_socket) as client:
        after = client.log_in(agent, phone)
    _tell(after, as_json=as_json)
    before = after.in_place_of
    if before is not None and not as_json:
        say(f"{before.name} ({before.id}) sat there, and is {_presence(before)} now.")


@agent.command()
@click.argument("agent")
@socket_option
@as_json
def logout(agent: str, control_socket: Path | None, as_json: bool) -> None:
    """Log AGENT out. A talk in progress goes on to its end."""
    with service(control_socket) as client:
        _tell(client.log_out(agent), as_json=as_json)


@agent.command()
@click.argument("agent")
@socket_option
@as_json
def ready(agent: str, control_socket: Path | None, as_json: bool) -> None:
    """Let AGENT take calls."""
    with service(control_socket) as client:
        _tell(client.go_ready(agent), as_json=as_json)


@agent.command()
@click.argument("agent")
@click.argument("reason", required=False)
@socket_option
@as_json
def notready(agent: str, reason: str | None, control_socket: Path | None, as_json: bool) -> None:
    """Let AGENT take no calls, for a REASON of the company file.

    REASON is its name or its key; without one it is the first of the file. A call that rings is taken
    back, a talk goes on.

    \b
    Examples:
      acd agent notready 201 Break
      acd agent notready 201 2
    """
    with service(control_socket) as client:
        _tell(client.go_not_ready(agent, reason), as_json=as_json)


@agent.command()
@click.argument("agent")
@socket_option
@as_json
def endwrap(agent: str, control_socket: Path | None, as_json: bool) -> None:
    """End AGENT's work after the talk, so that the next call may come."""
    with service(control_socket) as client:
        _tell(client.end_wrap_up(agent), as_json=as_json)


def show_agents(agents: tuple[AgentStatus, ...]) -> None:
    """The table of agents, for people."""
    headers = ("Agent", "Name", "Presence", "Activity", "For", "Phone", "Phone state", "Contact")
    rows = (
        (
            one.id,
            one.name,
            _presence(one),
            words(one.activity),
            duration(one.since_s),
            one.phone or "-",
            words(one.phone_state or "-"),
            one.contact or "-",
        )
        for one in agents
    )
    show_table(headers, rows, right=("For",))
    say(*(_out_of_reach(one) for one in agents if one.is_out_of_reach))


def _out_of_reach(agent: AgentStatus) -> str:
    return (
        f"{agent.name} ({agent.id}) is ready, but no call can come: Asterisk does not reach the phone "
        f"{agent.phone}. Is it switched on, and does it register?"
    )


def _tell(after: AgentStatus, *, as_json: bool) -> None:
    if as_json:
        write_json(after)
        return
    where = f" at phone {after.phone}" if after.phone else ""
    say(f"{after.name} ({after.id}) is {_presence(after)}{where}, {words(after.activity)}.")
    if after.is_out_of_reach:
        say(_out_of_reach(after))


def _presence(agent: AgentStatus) -> str:
    return f"{words(agent.presence)}: {agent.reason}" if agent.reason else words(agent.presence)
