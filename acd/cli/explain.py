"""`acd explain`: what happened to a contact and why, as a story."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from acd.cli.connection import service, socket_option
from acd.cli.output import as_json, say, show_timeline, write_json
from acd.core.explain import NotYet
from acd.model.callback import Resting
from acd.model.fact import ContactEnded, Fact, OfferOpened
from acd.runtime.ports import Entry
from acd.telling.amounts import seconds
from acd.telling.facts import LINES, sentence
from acd.telling.names import Names
from acd.telling.promises import expected_wait
from acd.telling.reasons import because
from acd.telling.waiting import why_not_yet
from acd.web.bodies import Explanation


@click.command(short_help="Tell what happened to a contact, why, and why not yet.")
@click.argument("contact")
@click.option("--lines", is_flag=True, help="Also what became of the telephone lines, with their causes.")
@socket_option
@as_json
def explain(contact: str, lines: bool, control_socket: Path | None, as_json: bool) -> None:
    """Tell the story of CONTACT: what happened, why this agent, and why not yet.

    Works for contacts that wait, talk or have long ended. `acd status` shows the ids of live ones; the log
    has the id on every line. Moments are in local time (set TZ for another).

    \b
    Examples:
      acd explain c7-12
      acd explain c7-12 --json | jq '.entries[].facts[].type'
    """
    with service(control_socket) as client:
        found = client.explain(contact)
    if as_json:
        write_json(found)
        return
    names = Names(agents=found.agents, queues=found.queues)
    if found.gap:
        say(found.gap)
    show_timeline(timeline(found, names, lines=lines))
    say("", *conclusion(found, names))


def timeline(found: Explanation, names: Names, *, lines: bool) -> Iterator[tuple[str, str]]:
    """The moment and the sentence of everything that concerns the contact; a date where a day begins."""
    day = None
    for entry in found.entries:
        local = datetime.fromtimestamp(entry.at).astimezone()
        for fact in concerning(found.contact, entry):
            if isinstance(fact, LINES) and not lines:
                continue
            if local.date() != day:
                day = local.date()
                yield "", f"{local:%A, %Y-%m-%d (%Z)}"
            yield f"{local:%H:%M:%S}.{local.microsecond // 100_000}", sentence(fact, names)
            if isinstance(fact, OfferOpened):
                yield from (("", f"  {reason}") for reason in because(fact.why, names))
        for kind in entry.unread:
            yield "", f"  Beside it a newer version noted {kind}, which this one does not understand."


def concerning(contact: str, entry: Entry) -> Iterator[Fact]:
    """The facts about the contact, and those about an agent whom it has met in the same moment."""
    own = [fact for fact in entry.facts if getattr(fact, "contact", None) == contact]
    met = {fact.agent for fact in own if hasattr(fact, "agent")}
    for fact in entry.facts:
        if getattr(fact, "contact", contact) != contact:
            continue
        if hasattr(fact, "contact") or getattr(fact, "agent", None) in met or not hasattr(fact, "agent"):
            yield fact


def conclusion(found: Explanation, names: Names) -> Iterator[str]:
    """How it stands now."""
    if found.not_yet is not None:
        yield from why_not_yet(found.not_yet, names)
        if found.expected is not None and found.not_yet.ringing is None and not _stands_aside(found.not_yet):
            yield f"The rest of its wait: {expected_wait(found.expected)}."
    elif found.now is not None:
        where = f" in {names.queue(found.now.queue)}" if found.now.queue else ""
        agent = f" with {names.agent(found.now.agent)}" if found.now.agent else ""
        yield f"Now: {found.now.where}{agent}{where}; here for {seconds(found.now.since_s)}."
    elif any(isinstance(fact, ContactEnded) for entry in found.entries for fact in entry.facts):
        yield "It is over."


def _stands_aside(reasons: NotYet) -> bool:
    """Nobody who is free would be of use to it: its customer is not to be called now, or there is no line."""
    return isinstance(reasons.callback, Resting) or reasons.full is not None
