"""Reads a scenario and all that it names, and tells every mistake with its line and its remedy."""

import csv
import math
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from acd.company.mistake import TOP, Mark, Mistake, Mistakes, Steps
from acd.company.shape import shape_as
from acd.company.tree import LARGEST_BYTES, Mapping, read
from acd.simulate.arrivals import Past, clock_s
from acd.simulate.schema import Empirical, Group, Habits, Replay, Scenario, Stream, Table


class ReadScenario(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario without a mistake, with what stands in the files that it names."""

    scenario: Scenario
    values: dict[str, tuple[float, ...]] = {}
    """Of empirical durations: seconds, by file."""
    pasts: dict[str, tuple[Past, ...]] = {}
    """Of replayed streams: callers in the order of coming, by file."""

    @property
    def carries_company(self) -> bool:
        """Whether it has queues and agents of its own, and wants no company file."""
        return bool(self.scenario.queues)


class FileTrouble(Exception):
    """A file that a scenario names cannot be used. The message says what is wrong."""


def load(file: Path) -> ReadScenario | list[Mistake]:
    """The scenario in a file, or all its mistakes. Never raises."""
    mistakes = Mistakes()
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        mistakes.add(TOP, (), f"cannot be read: {error.strerror}", "name a readable file")
        return mistakes.in_order()
    tree = read(content, mistakes, example="examples/scenarios/textbook.yaml")
    if isinstance(tree, Mapping) and "company" in tree.entries and "scenario" not in tree.entries:
        remedy = "name the scenario last: acd simulate COMPANY SCENARIO"
        mistakes.add(TOP, (), "this is a company file and no scenario", remedy)
        return mistakes.in_order()
    scenario, marks = shape_as(tree, Scenario, mistakes) if tree is not None else (None, {})
    if scenario is None or mistakes:
        return mistakes.in_order()
    meaning = _Meaning(scenario, marks, mistakes, file.parent)
    meaning.check()
    if mistakes:
        return mistakes.in_order()
    return ReadScenario(scenario=scenario, values=meaning.values, pasts=meaning.pasts)


class _Meaning:
    """What types cannot say: that names exist, that times follow one another, that files can be read."""

    def __init__(
        self, scenario: Scenario, marks: dict[Steps, Mark], mistakes: Mistakes, folder: Path
    ) -> None:
        self._scenario = scenario
        self._marks = marks
        self._mistakes = mistakes
        self._folder = folder
        self.values: dict[str, tuple[float, ...]] = {}
        self.pasts: dict[str, tuple[Past, ...]] = {}

    def check(self) -> None:
        scenario = self._scenario
        try:
            datetime.strptime(scenario.starts, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - only whether it can be
        except ValueError:
            self._wrong(("starts",), "is no day of the calendar", "write such as 2026-01-05 08:00")
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

    def _wrong(self, steps: Steps, message: str, remedy: str) -> None:
        known = steps
        while known and known not in self._marks:
            known = known[:-1]
        self._mistakes.add(self._marks.get(known, TOP), steps, message, remedy)

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

    def _queue_named(self, steps: Steps, queue: str | None) -> None:
        queues = self._scenario.queues
        if queue is None:
            self._wrong(steps, '"queue" is missing', "say in which queue these callers wait")
        elif queue not in queues:
            remedy = self._mistakes.instead_of(queue, queues, "add it under `queues`")
            self._wrong(steps, f'there is no queue "{queue}"', remedy)

    def _group(self, steps: Steps, group: Group) -> None:
        for place, queue in enumerate(group.queues or ()):
            self._queue_named((*steps, "queues", place), queue)

    def _habits(self, steps: Steps, habits: Habits) -> None:
        for kind, spans in (("shifts", habits.shifts or ()), ("breaks", habits.breaks)):
            for place, span in enumerate(spans):
                begin, end = (clock_s(clock) for clock in span.split("-"))
                if begin >= end:
                    where = (*steps, kind, place)
                    self._wrong(where, "ends before it begins", "write what runs past midnight as two")
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
