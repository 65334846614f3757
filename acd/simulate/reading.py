"""Reads a scenario and all that it names, and tells every mistake with its line and its remedy."""

import csv
import math
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from acd.company.mistake import TOP, Mark, Mistake, Mistakes, Steps
from acd.company.shape import shape_as
from acd.company.tree import LARGEST_BYTES, Mapping, read
from acd.model.message import EnterOverlay
from acd.simulate.arrivals import Past, clock_s
from acd.simulate.schema import (
    Change,
    Empirical,
    Group,
    Habits,
    Incident,
    Meanwhile,
    Replay,
    Scenario,
    Stream,
    Table,
    WantsCallback,
    WhatIf,
)

Shape = TypeVar("Shape", Scenario, WhatIf)


class ReadScenario(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario without a mistake, with what stands in the files that it names."""

    scenario: Scenario
    values: dict[str, tuple[float, ...]] = {}
    """Of empirical durations: seconds, by file."""
    pasts: dict[str, tuple[Past, ...]] = {}
    """Of replayed streams: callers in the order of coming, by file."""
    meanwhile: tuple[EnterOverlay, ...] = ()
    """Absences and incidents of a past day."""

    @property
    def carries_company(self) -> bool:
        """Whether it has queues and agents of its own, and wants no company file."""
        return bool(self.scenario.queues)


class FileTrouble(Exception):
    """A file that a scenario names cannot be used. The message says what is wrong."""


def load(file: Path) -> ReadScenario | list[Mistake]:
    """The scenario in a file, or all its mistakes. Never raises."""
    notes = _Notes()
    scenario = _shaped(
        file,
        Scenario,
        notes,
        others={
            "company": (
                "this is a company file and no scenario",
                "name the scenario last: acd simulate COMPANY SCENARIO",
            ),
            "what_if": ("this is a change to a past day and no scenario", "add --from-history DAY"),
        },
    )
    if scenario is None:
        return notes.mistakes.in_order()
    meaning = _Meaning(scenario, notes, file.parent)
    meaning.check()
    if notes.mistakes:
        return notes.mistakes.in_order()
    return ReadScenario(scenario=scenario, values=meaning.values, pasts=meaning.pasts)


def load_what_if(file: Path) -> WhatIf | list[Mistake]:
    """What is different about a past day, or all mistakes of the file. Never raises."""
    notes = _Notes()
    what_if = _shaped(
        file,
        WhatIf,
        notes,
        others={
            "company": (
                "this is a company file",
                "name what is different last: acd simulate COMPANY WHAT_IF",
            ),
            "scenario": (
                "this is a scenario, but a past day brings its own callers",
                "leave it out, or name a file with `what_if` and `habits`",
            ),
        },
    )
    if what_if is None:
        return notes.mistakes.in_order()
    for name, change in what_if.habits.items():
        notes.check_spans(("habits", name), change)
    return notes.mistakes.in_order() or what_if


class _Notes:
    """The mistakes that are found, each where it stands in the file."""

    def __init__(self) -> None:
        self.mistakes = Mistakes()
        self.marks: dict[Steps, Mark] = {}

    def wrong(self, steps: Steps, message: str, remedy: str) -> None:
        known = steps
        while known and known not in self.marks:
            known = known[:-1]
        self.mistakes.add(self.marks.get(known, TOP), steps, message, remedy)

    def check_spans(self, steps: Steps, habits: Habits | Change) -> None:
        for kind, spans in (("shifts", habits.shifts or ()), ("breaks", habits.breaks or ())):
            for place, span in enumerate(spans):
                begin, end = (clock_s(clock) for clock in span.split("-"))
                if begin >= end:
                    where = (*steps, kind, place)
                    self.wrong(where, "ends before it begins", "write what runs past midnight as two")


def _shaped(
    file: Path, kind: type[Shape], notes: _Notes, *, others: dict[str, tuple[str, str]]
) -> Shape | None:
    """What stands in the file, in the right shape; None: `notes` says what is wrong.

    Args:
        file: read from here.
        kind: what it must be. It is known by its first field.
        notes: for mistakes.
        others: files of another kind by the field they are known by: what they are, and the remedy.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        notes.wrong((), f"cannot be read: {error.strerror}", "name a readable file")
        return None
    tree = read(content, notes.mistakes, example="examples/scenarios/textbook.yaml")
    if tree is None:
        return None
    if isinstance(tree, Mapping) and kind.__struct_fields__[0] not in tree.entries:
        for other in others.keys() & tree.entries.keys():
            notes.wrong((), *others[other])
            return None
    shape, notes.marks = shape_as(tree, kind, notes.mistakes)
    return None if notes.mistakes else shape


class _Meaning:
    """What types cannot say: that names exist, that times follow one another, that files can be read."""

    def __init__(self, scenario: Scenario, notes: _Notes, folder: Path) -> None:
        self._scenario = scenario
        self._notes = notes
        self._wrong = notes.wrong
        self._folder = folder
        self.values: dict[str, tuple[float, ...]] = {}
        self.pasts: dict[str, tuple[Past, ...]] = {}

    def check(self) -> None:
        scenario = self._scenario
        self._moment(("starts",), scenario.starts)
        for section, every in (("absences", scenario.absences), ("incidents", scenario.incidents)):
            for place, meanwhile in enumerate(every):
                self._meanwhile((section, place), meanwhile)
        for name, stream in scenario.streams.items():
            self._stream(("streams", name), stream)
        for name, group in scenario.agents.items():
            self._habits(("agents", name), group)
            self._group(("agents", name), group)
        for name, habits in scenario.habits.items():
            self._habits(("habits", name), habits)
        for section in ("agents", "habits"):
            wanted = section == "agents"
            if bool(getattr(scenario, section)) and bool(scenario.queues) is not wanted:
                self._wrong(
                    (section,),
                    "stands beside a company file" if wanted else "stands beside `agents`",
                    "write `habits` for agents of a company file, `agents` beside `queues`",
                )
        if scenario.queues and not scenario.agents:
            self._wrong(("queues",), "have nobody who serves them", "add `agents`")

    def _moment(self, steps: Steps, moment: str) -> None:
        try:
            datetime.strptime(moment, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - only whether it can be
        except ValueError:
            self._wrong(steps, "is no day of the calendar", "write such as 2026-01-05 08:00")

    def _meanwhile(self, steps: Steps, meanwhile: Meanwhile) -> None:
        self._moment((*steps, "from"), meanwhile.begins)
        if meanwhile.until is not None:
            self._moment((*steps, "until"), meanwhile.until)
            if meanwhile.until <= meanwhile.begins:
                self._wrong((*steps, "until"), "is not after its beginning", "let it end later")
        if isinstance(meanwhile, Incident) and not meanwhile.head_start_s and meanwhile.prompt is None:
            self._wrong(steps, "changes nothing", "add `head_start_s`, `prompt` or both")

    def _stream(self, steps: Steps, stream: Stream) -> None:
        if self._scenario.queues:
            self._queue_named((*steps, "queue"), stream.queue)
            if stream.number is not None or stream.keys:
                self._wrong(steps, "dials a number of a company file", "leave out `number` and `keys`")
        elif stream.number is None:
            self._wrong(steps, '"number" is missing', "say which number of the company these callers dial")
        if isinstance(stream.arrivals, Table):
            begins = [clock_s(interval.at) for interval in stream.arrivals.intervals]
            if begins != sorted(set(begins)):
                where = (*steps, "arrivals", "intervals")
                self._wrong(where, "do not follow one another", "put them in the order of their times")
            if not any(interval.per_hour for interval in stream.arrivals.intervals):
                self._wrong((*steps, "arrivals"), "has no callers at all", "remove the stream")
        if isinstance(stream.arrivals, Replay):
            self._past((*steps, "arrivals", "file"), stream.arrivals.file)
        durations = {"handle": stream.handle, "patience": stream.patience}
        for name, duration in durations.items():
            self._values((*steps, name, "file"), duration)
        if stream.redial is not None:
            self._values((*steps, "redial", "after", "file"), stream.redial.after)
        if stream.callback is not None:
            self._wants_callback((*steps, "callback"), stream.callback)

    def _wants_callback(self, steps: Steps, wants: WantsCallback) -> None:
        if self._scenario.queues:
            remedy = "leave it out, or name a company file whose queues call back"
            self._wrong(
                steps, "asks for it in the menu of a queue, and queues of a scenario have none", remedy
            )
        if wants.answered + wants.busy > 1.0:
            self._wrong(steps, "has more than all calls", "let `answered` and `busy` add up to 1 at most")
        for name in ("after", "rings"):
            self._values((*steps, name, "file"), getattr(wants, name))

    def _queue_named(self, steps: Steps, queue: str | None) -> None:
        queues = self._scenario.queues
        if queue is None:
            self._wrong(steps, '"queue" is missing', "say in which queue these callers wait")
        elif queue not in queues:
            remedy = self._notes.mistakes.instead_of(queue, queues, "add it under `queues`")
            self._wrong(steps, f'there is no queue "{queue}"', remedy)

    def _group(self, steps: Steps, group: Group) -> None:
        for place, queue in enumerate(group.queues or ()):
            self._queue_named((*steps, "queues", place), queue)

    def _habits(self, steps: Steps, habits: Habits) -> None:
        self._notes.check_spans(steps, habits)
        if habits.no_answer + habits.rejected + habits.unreachable > 1.0:
            self._wrong(steps, "takes less than no call", "let the shares not taken add up to 1 at most")
        for name in ("answer", "back_after", "wrap_up"):
            self._values((*steps, name, "file"), getattr(habits, name))

    # --- files ----------------------------------------------------------------------------------------

    def _values(self, steps: Steps, duration: object) -> None:
        if not isinstance(duration, Empirical) or duration.file in self.values:
            return
        try:
            self.values[duration.file] = tuple(_numbers(self._folder / duration.file))
        except FileTrouble as trouble:
            self._wrong(steps, str(trouble), "name a file with seconds, one value a line")

    def _past(self, steps: Steps, name: str) -> None:
        try:
            self.pasts[name] = tuple(sorted(_pasts(self._folder / name), key=lambda past: past.at_s))
        except FileTrouble as trouble:
            self._wrong(steps, str(trouble), "name a CSV file with the column at_s, in seconds")


def _numbers(file: Path) -> Iterator[float]:
    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            yield _seconds(line.strip(), file, number)


def _pasts(file: Path) -> Iterator[Past]:
    rows = csv.DictReader(_lines(file))
    columns = {"at_s", "handle_s", "patience_s"}
    if "at_s" not in (rows.fieldnames or ()):
        raise FileTrouble(f"{file.name} has no column at_s")
    for row in rows:
        cells = {name: _seconds(row[name], file, rows.line_num) for name in columns if row.get(name)}
        if "at_s" not in cells:
            raise FileTrouble(f"{file.name}, line {rows.line_num}: at_s is empty")
        yield Past(at_s=cells["at_s"], handle_s=cells.get("handle_s"), patience_s=cells.get("patience_s"))


def _lines(file: Path) -> list[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise FileTrouble(f"{file.name} cannot be read: {reason}") from error
    if not any(line.strip() for line in lines):
        raise FileTrouble(f"{file.name} is empty")
    return lines


def _seconds(text: str, file: Path, line: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (0.0 <= value < math.inf):
        raise FileTrouble(f"{file.name}, line {line}: {text} is no number of seconds")
    return value
