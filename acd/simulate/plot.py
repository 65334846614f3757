"""Plots: waits of each run, so that one sees at a glance how far chance goes. Written as SVG or PNG.

Matplotlib draws them; it is not needed for anything else and is loaded when something is to be drawn.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from acd.simulate.figures import RunFigures
from acd.simulate.words import seconds, unit_of

KINDS = (".svg", ".png")
FIGURES = {
    "wait_s.mean": "Mean wait of the answered",
    "abandoned": "Hung up, of those who entered a queue",
    "occupancy": "Occupancy: share of all agents' time",
}
COLOURS = ("#4c8bbf", "#e8943a")
"""Of the contestants; they can be told apart by the colour-blind, and in print."""

ROUND_TIMES_S = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000, 86_400)
"""Between two ticks."""

MOST_TICKS = 6
FEWEST_STREAMS = 3
"""One stream alone does not get all the width."""

LEGEND = "Box: the middle half of the runs, with their median. Whiskers: the least and the most."


class CannotDraw(Exception):
    """Nothing can be drawn here. The message says what to do."""


def canvas(file: Path) -> Any:
    """What draws, after a look at whether `file` can be drawn: better before a long simulation than after it.

    Raises CannotDraw without matplotlib, for other endings than .svg and .png, and without the folder.
    """
    if file.suffix not in KINDS:
        raise CannotDraw(f"{file}: a plot ends in {' or '.join(KINDS)}")
    if not file.parent.is_dir():
        raise CannotDraw(f"{file} cannot be written: there is no folder {file.parent}")
    try:
        return importlib.import_module("matplotlib.figure")
    except ImportError as error:
        raise CannotDraw("Plots need matplotlib: pip install 'acd[plots]'") from error


def draw(file: Path, title: str, contestants: Mapping[str, Sequence[RunFigures]]) -> None:
    """For each figure and stream a box over the runs, those of contestants side by side.

    Raises CannotDraw as `canvas` does, and where nothing can be written.
    """
    matplotlib = canvas(file)
    streams = list(dict.fromkeys(stream for runs in contestants.values() for stream in runs[0].streams))
    width = max(7.0, 1.5 + 0.7 * len(streams) * (1 + len(contestants)))
    figure = matplotlib.Figure(figsize=(width, 3.0 * len(FIGURES) + 1.0), layout="constrained")
    figure.suptitle(title, fontsize="x-large")
    for axes, (name, heading) in zip(figure.subplots(len(FIGURES), 1), FIGURES.items(), strict=True):
        drawn = _boxes(axes, name, streams, contestants)
        axes.set_title(heading, loc="left", fontsize="medium")
        _furnish(axes, unit_of(name))
    if len(contestants) > 1:
        figure.legend([each["boxes"][0] for each in drawn], list(contestants), loc="outside upper right")
    figure.supxlabel(LEGEND, fontsize="small", color="dimgray")
    try:
        figure.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)
    except OSError as error:
        raise CannotDraw(f"{file} cannot be written: {error.strerror}") from error


def _boxes(
    axes: Any, name: str, streams: Sequence[str], contestants: Mapping[str, Sequence[RunFigures]]
) -> list[Any]:
    """Those of a contestant stand in one colour, beside those of the other one."""
    drawn = []
    for place, (runs, colour) in enumerate(zip(contestants.values(), cycle(COLOURS), strict=False)):
        values = [[run.streams.get(stream, {}).get(name) for run in runs] for stream in streams]
        shift = (place - (len(contestants) - 1) / 2) * 0.35
        drawn.append(
            axes.boxplot(
                [[value for value in of_stream if value is not None] for of_stream in values],
                positions=[number + shift for number in range(len(streams))],
                widths=0.3,
                whis=(0, 100),
                manage_ticks=False,
                patch_artist=True,
                boxprops={"facecolor": colour, "edgecolor": "black", "linewidth": 0.8},
                medianprops={"color": "black", "linewidth": 1.6},
            )
        )
    axes.set_xticks(range(len(streams)), streams)
    beside = max(FEWEST_STREAMS - len(streams), 0) / 2 + 0.5
    axes.set_xlim(-beside, len(streams) - 1 + beside)
    return drawn


def _furnish(axes: Any, told: Callable[[float], str]) -> None:
    """From zero, with ticks that people read: where nothing is above zero, only that one."""
    highest = max((max(line.get_ydata(), default=0.0) for line in axes.lines), default=0.0)
    top = axes.get_ylim()[1] if highest > 0.0 else 1.0
    axes.set_ylim(0.0, top)
    if told is seconds:
        step_s = next((step for step in ROUND_TIMES_S if top <= MOST_TICKS * step), ROUND_TIMES_S[-1])
        axes.set_yticks(range(0, int(top) + 1, step_s))
    elif highest > 0.0:
        axes.yaxis.get_major_locator().set_params(nbins=MOST_TICKS)
    else:
        axes.set_yticks([0.0])
    axes.yaxis.set_major_formatter(lambda value, _place: _shortly(told(value)))
    axes.grid(axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="x", length=0)


def _shortly(amount: str) -> str:
    """``10.00 %`` → ``10 %``, ``2.50 s`` → ``2.5 s``: ticks are round."""
    number, _, unit = amount.partition(" ")
    return f"{number.rstrip('0').rstrip('.') if '.' in number else number} {unit}"
