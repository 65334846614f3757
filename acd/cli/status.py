"""`acd status`: the floor at a glance."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from acd.cli.agent import show_agents
from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_table, write_json
from acd.model.overlay import Absence
from acd.telling.amounts import counted, duration
from acd.telling.moments import write_moment
from acd.telling.names import Names
from acd.telling.overlays import what
from acd.telling.promises import expected_in_short
from acd.web.bodies import ContactStatus, OverlayStatus, QueueStatus, Status


@click.command()
@socket_option
@as_json
def status(control_socket: Path | None, as_json: bool) -> None:
    """Show how things stand: what is missing, queues, agents, calls.

    \b
    Next:
      acd explain CONTACT     why a call of the last table waits, or went where it did
      acd agent --help        log agents in and make them ready
    """
    with service(control_socket) as client:
        found = client.status()
    if as_json:
        write_json(found)
        return
    say(_readiness(found), *found.readiness.troubles)
    say("")
    _show_queues(found.queues)
    say(*_in_rings(found.queues))
    say("")
    show_agents(found.agents)
    say(*_standing_in(found))
    if found.in_force:
        say("", *(_overlay(one, found.timezone) for one in found.in_force))
    say("")
    if found.contacts:
        _show_contacts(found.contacts)
    else:
        say("No calls.")


def _readiness(found: Status) -> str:
    version = found.readiness.company_version
    company = f"company version {version}" if version is not None else "no company"
    are = "are" if found.readiness.is_ready else "are NOT"
    return f"Callers {are} served: {company}, {_work(found.contacts)}."


def _work(contacts: tuple[ContactStatus, ...]) -> str:
    """How many are on the line, and of how many others something is left to do."""
    where = Counter(contact.where for contact in contacts)
    to_call, messages = where["callback"] + where["scheduled"], where["message"]
    parts = [counted(len(contacts) - to_call - messages, "call")]
    parts += [f"{to_call} to be called back"] if to_call else []
    parts += [counted(messages, "message")] if messages else []
    return ", ".join(parts)


def _show_queues(queues: tuple[QueueStatus, ...]) -> None:
    headers = ("Queue", "Name", "Waiting", "Longest", "Ringing", "Talking", "Ready agents", "Expected wait")
    rows = (
        (
            queue.id,
            queue.name,
            str(queue.waiting),
            duration(queue.longest_wait_s) if queue.waiting else "-",
            str(queue.ringing),
            str(queue.talking),
            str(queue.agents_ready),
            expected_in_short(queue.expected) if queue.expected else "-",
        )
        for queue in queues
    )
    show_table(headers, rows, right=headers[2:])


def _in_rings(queues: tuple[QueueStatus, ...]) -> Iterator[str]:
    """Where somebody waits beyond the first ring, for one person, for a callback or with a message."""
    for queue in queues:
        waits = [f"{number} in ring {ring}" for ring, number in enumerate(queue.rings[1:], 2) if number]
        waits += [f"{queue.for_one} for one person"] if queue.for_one else []
        waits += [f"{queue.callbacks} to be called back"] if queue.callbacks else []
        waits += [counted(queue.messages, "message")] if queue.messages else []
        if waits:
            yield f"Of those who wait in {queue.name}: {', '.join(waits)}."


def _standing_in(found: Status) -> Iterator[str]:
    """Who has too much to do, and who stands in for whom."""
    names = Names(agents={agent.id: agent.name for agent in found.agents}, queues={})
    for agent in found.agents:
        if agent.overloaded:
            yield f"{names.agent(agent.id)} has too much to do: substitutes take over."
    for agent in found.agents:
        if agent.stands_in_for:
            yield f"{names.agent(agent.id)} stands in for {', '.join(map(names.agent, agent.stands_in_for))}."


def _overlay(one: OverlayStatus, timezone: str) -> str:
    until = (
        f"until {write_moment(one.ends_at, timezone)}" if one.ends_at is not None else "until further notice"
    )
    told = what(one.edit, one.name)
    who = f"{told} is absent" if isinstance(one.edit, Absence) else f"incident, {told};"
    return f"{one.id}: {who} {until} ({one.reason}, entered by {one.author})."


def _show_contacts(contacts: tuple[ContactStatus, ...]) -> None:
    headers = ("Contact", "Number", "Where", "Queue", "Agent", "For")
    rows = (
        (one.id, one.did, one.where, one.queue or "-", one.agent or "-", duration(one.since_s))
        for one in contacts
    )
    show_table(headers, rows, right=("For",))
