"""The live table: queues and agents side by side, the calls, and what was decided and why.

It fills whatever height and width it gets, from 80 columns and 24 lines on; what has no room is counted.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice, zip_longest

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from acd.core.explain import NotYet
from acd.demo.columns import Cell, heading, row, side_by_side
from acd.demo.decisions import Decision, Sort
from acd.demo.doings import STYLES, doing, known
from acd.demo.picture import Picture
from acd.telling.amounts import counted, duration, words
from acd.web.bodies import AgentStatus, ContactStatus, QueueStatus

_SORTS = {
    Sort.ROUTED: "blue",
    Sort.OFFERED: "cyan",
    Sort.MISSED: "magenta",
    Sort.WITHDRAWN: "magenta",
    Sort.PAUSED: "red",
    Sort.TURNED: "blue",
    Sort.LEFT: "red",
    Sort.OTHER: "default",
}
_LEAST_CALLS, _MOST_CALLS = 5, 13
"""Lines for the calls, with their heading and what says why somebody waits."""
_MOST_WHY = 2
"""Of them, lines that say why."""
_ROOMY = 32
"""Lines from which on there is room for blank ones."""
_TIME = 7
_INDENT = 11
"""Columns for the moment and the mark of a decision."""


class Board:
    """A picture, ready to be printed."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """As many lines as the console is high."""
        height = options.height or options.size.height
        yield Text("\n", no_wrap=True).join(self.lines(console, options.max_width, height))

    def lines(self, console: Console, width: int, height: int) -> list[Text]:
        """Exactly `height` lines of `width` columns."""
        gap = [Text("")] if height >= _ROOMY else []
        footer = [*gap, *self._footer(width, height)]
        floor = self._floor(width, (height - len(footer)) // 2)
        room = height - 1 - len(footer) - len(floor) - 3 * len(gap)
        calls = self._calls(console, width, min(_MOST_CALLS, max(_LEAST_CALLS, room * 4 // 7)))
        rest = room - len(calls)
        return [
            self._title(width),
            *gap,
            *floor,
            *gap,
            *calls,
            *gap,
            *_filled(self._decisions(console, width), rest),
            *footer,
        ][:height]

    # --- the parts ------------------------------------------------------------------------------------

    def _title(self, width: int) -> Text:
        picture, sums = self._picture, self._picture.sums
        moment = datetime.fromtimestamp(picture.at).astimezone()
        wait = "" if sums.mean_wait_s is None else f" after {duration(sums.mean_wait_s)}"
        counts = f"{counted(sums.arrived, 'call')} · {sums.served} served{wait} · {sums.abandoned} gave up"
        right = f"{counts} · {moment:%H:%M:%S} "
        name = Cell(f" {picture.signs.company}", width - len(right), "bold")
        line = row(name, Cell(right, len(right), "", right=True))
        line.stylize("reverse")
        return line

    def _floor(self, width: int, most: int) -> list[Text]:
        """Queues on the left, agents on the right."""
        left = max(36, width * 9 // 20)
        right = width - left - 2
        status = self._picture.status
        queues = [self._queue(queue, left) for queue in status.queues] if status else []
        agents = [self._agent(agent, right) for agent in known(self._picture)]
        columns = _queue_columns(left)
        return side_by_side(
            _cut([heading(*columns), *queues], most, left),
            _cut([heading(*_agent_columns(right, "AGENT", "DOES", "FOR")), *agents], most, right),
            left,
        )

    def _queue(self, queue: QueueStatus, width: int) -> Text:
        limit_s = self._picture.signs.service_levels_s.get(queue.id, float("inf"))
        late = "bold red" if queue.longest_wait_s > limit_s else "bold yellow"
        style = late if queue.waiting else "dim"
        longest = duration(queue.longest_wait_s) if queue.waiting else "-"
        bar = "▪" * queue.waiting
        return row(
            *_queue_cells(
                width,
                Cell(queue.name, 0, ""),
                Cell(f"{bar[: _bar_width(width)]} {queue.waiting}".strip(), 0, style),
                Cell(longest, 0, style),
                Cell(str(queue.agents_ready), 0, "" if queue.agents_ready else "bold red"),
            )
        )

    def _agent(self, agent: AgentStatus, width: int) -> Text:
        does, style, since_s = doing(agent, self._picture)
        return row(*_agent_columns(width, agent.name, does, duration(since_s), style=style))

    def _calls(self, console: Console, width: int, most: int) -> list[Text]:
        """`most` lines, however many calls there are: what is below should not jump."""
        title = heading(*_call_columns(width, "CALLER", "DIALLED", "WHERE", "FOR"))
        contacts = self._picture.status.contacts if self._picture.status else ()
        # Talks stand beside the agents, too: they go last, where there may be no room for them.
        contacts = tuple(sorted(contacts, key=lambda contact: contact.where == "talking"))
        lines = [title, *(self._call(contact, width) for contact in contacts)]
        why_not = self._why_not(console, width)
        return list(_filled([*_cut(lines, most - len(why_not), width), *why_not], most))

    def _call(self, contact: ContactStatus, width: int) -> Text:
        call = self._picture.calls.get(contact.id)
        dialled = f"{contact.did} {self._picture.signs.numbers.get(contact.did, '')}"
        since_s = contact.since_s if call is None else max(0.0, self._picture.at - call.since)
        where, style = self._where(contact), STYLES.get(contact.where, "")
        return row(
            *_call_columns(width, self._caller(contact.id), dialled, where, duration(since_s), style=style)
        )

    def _where(self, contact: ContactStatus) -> str:
        names = self._picture.signs.names
        queue = names.queue(contact.queue) if contact.queue else "a queue"
        agent = names.agents.get(contact.agent or "", contact.agent or "somebody")
        match contact.where:
            case "waiting":
                return f"waits in {queue}"
            case "ringing":
                return f"waits in {queue}; {agent}'s phone rings"
            case "callback":
                return f"is to be called back for {queue}"
            case "message":
                return f"has left a message for {queue}"
            case "recording":
                return "leaves a message"
            case "listened":
                return f"has left a message; {agent} listens"
            case "deciding":
                return f"is to be called back; {agent} decides"
            case "dialling":
                return f"is being called back; {agent} waits"
            case "talking":
                return f"talks with {agent}"
            case _:
                call = self._picture.calls.get(contact.id)
                if call is None or not call.prompt:
                    return "is being welcomed"
                # One that was added by `acd apply` while we look has only its name here.
                return f"hears “{self._picture.signs.prompts.get(call.prompt, words(call.prompt))}”"

    def _why_not(self, console: Console, width: int) -> list[Text]:
        """Why the caller who waits longest still waits; no line if nobody waits."""
        not_yet = self._picture.not_yet
        if not_yet is None:
            return []
        told = Text.assemble(
            (f"Why is {self._caller(not_yet.contact)} still waiting? ", "bold"), self._obstacles(not_yet)
        )
        lines = list(told.wrap(console, width))
        if len(lines) > _MOST_WHY:
            lines[_MOST_WHY - 1].truncate(width - 2)
            lines[_MOST_WHY - 1].append(" …")
        return lines[:_MOST_WHY]

    def _obstacles(self, not_yet: NotYet) -> str:
        names = self._picture.signs.names
        if not_yet.ringing is not None:
            return f"{names.agents.get(not_yet.ringing, not_yet.ringing)} is being rung."
        here = [one for one in not_yet.suitable if one.obstacle != "logged out"]
        if not here:
            return "Nobody who could take it is logged in."
        kept_by: dict[str, list[str]] = {}
        for one in here:
            kept_by.setdefault(one.obstacle, []).append(names.agents.get(one.agent, one.agent))
        return "; ".join(f"{', '.join(agents)}: {why}" for why, agents in kept_by.items()) + "."

    def _decisions(self, console: Console, width: int) -> Iterator[Text]:
        yield heading(Cell("WHAT WAS DECIDED, AND WHY", width, ""))
        if not self._picture.decisions:
            yield Text("Agents log in at their desk phones; callers come in a moment.", style="dim")
        for decision in self._picture.decisions:
            yield from _decision(decision, console, width)

    def _footer(self, width: int, height: int) -> list[Text]:
        if self._picture.trouble:
            lines = [Text(self._picture.trouble, style="bold red")]
        else:
            most = len(self._picture.signs.invitation) if height >= _ROOMY else 1
            lines = [Text(line, style="dim") for line in islice(self._picture.signs.invitation, most)]
        for line in lines:
            line.truncate(width, overflow="ellipsis")
        return lines

    def _caller(self, contact: str) -> str:
        return self._picture.caller(contact)


def _decision(decision: Decision, console: Console, width: int) -> Iterator[Text]:
    """The decision, and under it the reasons."""
    moment = datetime.fromtimestamp(decision.at).astimezone()
    who = decision.caller or decision.contact or ""
    head = Text.assemble((f"{moment:%H:%M:%S} ", "dim"), ("● ", _SORTS[decision.sort]))
    told = Text.assemble((f"{who} " if who else "", "bold"), decision.text)
    why = Text(decision.why, style="dim")
    lines = [part for text in (told, why) if text for part in text.wrap(console, width - _INDENT)]
    for number, line in enumerate(lines):
        line.rstrip()
        yield Text.assemble(head if number == 0 else " " * _INDENT, line)


# --- columns ------------------------------------------------------------------------------------------


def _bar_width(width: int) -> int:
    return 3 if width < 44 else 8


def _queue_cells(width: int, name: Cell, waiting: Cell, longest: Cell, ready: Cell) -> Sequence[Cell]:
    waiting_width = _bar_width(width) + 5
    fixed = waiting_width + 8 + 7
    return (
        name.wide(width - fixed),
        waiting.wide(waiting_width, right=True),
        longest.wide(8, right=True),
        ready.wide(7, right=True),
    )


def _queue_columns(width: int) -> Sequence[Cell]:
    return _queue_cells(
        width, Cell("QUEUE", 0, ""), Cell("WAITING", 0, ""), Cell("LONGEST", 0, ""), Cell("READY", 0, "")
    )


def _agent_columns(width: int, name: str, does: str, since: str, *, style: str = "") -> Sequence[Cell]:
    name_width = 9 if width < 50 else 14
    return (
        Cell(name, name_width, ""),
        Cell(does, width - name_width - _TIME, style),
        Cell(since, _TIME, style and "dim", right=True),
    )


def _call_columns(
    width: int, caller: str, dialled: str, where: str, since: str, *, style: str = ""
) -> Sequence[Cell]:
    dialled_width = 22 if width < 100 else 30
    return (
        Cell(caller, 16, ""),
        Cell(dialled, dialled_width, ""),
        Cell(where, width - 16 - dialled_width - _TIME, style),
        Cell(since, _TIME, style, right=True),
    )


def _cut(lines: list[Text], most: int, width: int) -> list[Text]:
    """At most so many lines; the last one counts those that have no room."""
    if len(lines) <= most:
        return lines
    more = len(lines) - most + 1
    return [*lines[: most - 1], row(Cell(f"… and {more} more", width, "dim"))]


def _filled(lines: Iterator[Text] | list[Text], number: int) -> list[Text]:
    """Exactly so many lines."""
    return [line for line, _ in zip_longest(islice(lines, number), range(number), fillvalue=Text(""))][
        :number
    ]
