"""What the bench says: one row for each measurement, as a table for people and as a file of JSON.

Every figure stands beside that of its rival in the same run. A loss is printed as a loss.
"""

import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


def percentile(values: Iterable[float], percent: float) -> float:
    """The least of the values that is not exceeded by `percent` of them. Not a number without values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else math.nan


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One figure over all rounds."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, rounds: Sequence[float]) -> Self:
        """Of the figure's value in each round; rounds in which there was none do not count."""
        known = [value for value in rounds if not math.isnan(value)] or [math.nan]
        return cls(median=statistics.median(known), least=min(known), most=max(known))


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A quantity, as it was for us, for the rival, and for the bare ARI client that is the floor."""

    name: str
    """With the unit last: `p50_ms`, `asterisk_cpu_per_call_ms`."""
    ours: Spread
    rival: Spread | None = None
    floor: Spread | None = None


@dataclass(frozen=True, kw_only=True)
class Aim:
    """What was aimed at, in words, and whether it was met; None: it cannot be told on this host."""

    text: str
    met: bool | None


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one measurement came to."""

    id: str
    title: str
    """What is measured, in a few words."""
    figures: tuple[Figure, ...]
    """The most important one first."""
    aims: tuple[Aim, ...]
    rival: str | None = None
    ratio: float | None = None
    """How many times better than the rival: more than 1 is a gain, whichever way the quantity counts."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """What somebody needs who wants to measure the same again."""
    notes: tuple[str, ...] = ()
    """What explains the figures: which core was the limit, what a call cost. Sentences."""
    samples: Mapping[str, Sequence[float]] = field(default_factory=dict)
    """By contestant: every single value of the first figure, for the plot."""
    samples_unit: str = "ms"

    @property
    def met(self) -> bool | None:
        """Whether all aims were met; None when one of them cannot be told and none was missed."""
        verdicts = {aim.met for aim in self.aims}
        return False if False in verdicts else None if None in verdicts else True

    def as_json(self) -> dict[str, object]:
        """The row of a results file: `p50_ms`, `rival_p50_ms`, `floor_p50_ms`, and how each was spread."""
        told: dict[str, object] = {"id": self.id, "title": self.title, "rival": self.rival}
        for figure in self.figures:
            for who, spread in (("", figure.ours), ("rival_", figure.rival), ("floor_", figure.floor)):
                if spread is not None:
                    told[f"{who}{figure.name}"] = _number(spread.median)
                    told[f"{who}least_{figure.name}"] = _number(spread.least)
                    told[f"{who}most_{figure.name}"] = _number(spread.most)
        return told | {
            "ratio": None if self.ratio is None else _number(self.ratio),
            "aim": "; ".join(aim.text for aim in self.aims),
            "met": self.met,
            "aims": [{"aim": aim.text, "met": aim.met} for aim in self.aims],
            "settings": dict(self.settings),
            "notes": list(self.notes),
        }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)


def write(rows: Sequence[Row], folder: Path) -> list[Path]:
    """Write the results of this moment, as JSON and as a piece of a document; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now().astimezone():%Y-%m-%dT%H-%M-%S}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode([row.as_json() for row in rows]), indent=2))
    document = path.with_suffix(".md")
    document.write_text(markdown(rows), encoding="utf-8")
    return [path, document]


def show(rows: Sequence[Row], console: Console) -> None:
    """Print each row: its figures beside the rival's, its aims, and what explains it."""
    for row in rows:
        console.print()
        console.print(Text(f"{row.id}  {row.title}", style="bold"))
        drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for heading in ("median of the rounds (least … most)", *_contestants(row)):
            drawn.add_column(heading, justify="right" if drawn.columns else "left")
        for cells in _lines(row):
            drawn.add_row(*map(Text, cells))  # as it is: `[s]` would be markup
        console.print(drawn)
        for verdict, text in _verdicts(row):
            colour = {MET: "green", MISSED: "red", OPEN: "yellow"}.get(verdict, "default")
            console.print(Text(f"{verdict}: ", style=f"bold {colour}").append(text, style="default"))
        for note in row.notes:
            console.print(Text(f"  {note}", style="dim"))


def markdown(rows: Sequence[Row]) -> str:
    """The same for a document."""
    parts = []
    for row in rows:
        heading = ("median of the rounds (least … most)", *_contestants(row))
        lines = [heading, ("---", *("--:" for _ in heading[1:])), *_lines(row)]
        parts += [f"### {row.id}: {row.title}", ""]
        parts += [f"| {' | '.join(cells)} |" for cells in lines]
        parts += ["", *(f"- **{verdict}**: {text}" for verdict, text in _verdicts(row))]
        parts += [*(f"- {note}" for note in row.notes), ""]
    return "\n".join(parts)


MET, MISSED, OPEN = "met", "MISSED", "not to be told here"


def _contestants(row: Row) -> tuple[str, ...]:
    """The columns that any figure of the row fills."""
    rival = any(figure.rival for figure in row.figures)
    floor = any(figure.floor for figure in row.figures)
    return ("ours", *([row.rival or "rival"] if rival else []), *(["bare ARI client"] if floor else []))


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    wide = len(_contestants(row))
    for figure in row.figures:
        name, unit = in_words(figure.name)
        spreads = (figure.ours, figure.rival, figure.floor)
        yield (f"{name} [{unit}]", *(_cell(spread) for spread in spreads[:wide]))


def _verdicts(row: Row) -> Iterator[tuple[str, str]]:
    for aim in row.aims:
        yield {True: MET, False: MISSED, None: OPEN}[aim.met], aim.text
    if row.ratio is not None and not math.isnan(row.ratio):
        yield "ratio", f"{_short(row.ratio)} times {row.rival}"


_UNITS = {"ms", "s", "us", "per_s", "per_call", "MiB", "bytes", "percent", "kB"}


def in_words(name: str) -> tuple[str, str]:
    """A figure's name without its unit, for people, and the unit."""
    for unit in sorted(_UNITS, key=len, reverse=True):
        if name.endswith(f"_{unit}"):
            return name.removesuffix(f"_{unit}").replace("_", " "), unit.replace("per_", "1/")
    return name.replace("_", " "), "1"


def _cell(spread: Spread | None) -> str:
    if spread is None or math.isnan(spread.median):
        return "-"
    return f"{_short(spread.median)} ({_short(spread.least)} … {_short(spread.most)})"


def _short(value: float) -> str:
    """Three digits that count, and never an exponent."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
