"""Plots: waits of each run, so that one sees at a glance how far chance goes. Written as SVG or PNG.

Matplotlib draws them; it is not needed for anything else and is loaded when something is to be drawn.
"""

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from acd.simulate.figures import RunFigures

KINDS = (".svg", ".png")
FIGURES = {
    "wait_s.mean": "mean wait, seconds",
    "abandoned": "hung up, share",
    "occupancy": "occupancy, share",
}


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
    figure = matplotlib.Figure(figsize=(10, 3.5 * len(FIGURES)), layout="constrained")
    figure.suptitle(title)
    for axes, (name, label) in zip(figure.subplots(len(FIGURES), 1), FIGURES.items(), strict=True):
        _boxes(axes, name, contestants)
        axes.set_ylabel(label)
    try:
        figure.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)
    except OSError as error:
        raise CannotDraw(f"{file} cannot be written: {error.strerror}") from error


def _boxes(axes: Any, name: str, contestants: Mapping[str, Sequence[RunFigures]]) -> None:
    values: list[list[float]] = []
    labels: list[str] = []
    streams = dict.fromkeys(stream for runs in contestants.values() for stream in runs[0].streams)
    for stream in streams:
        for who, runs in contestants.items():
            figures = [run.streams.get(stream, {}).get(name) for run in runs]
            values.append([value for value in figures if value is not None])
            labels.append(stream if len(contestants) == 1 else f"{stream}\n{who}")
    axes.boxplot(values, tick_labels=labels, whis=(0, 100))
    axes.set_ylim(bottom=0)
    axes.grid(axis="y", alpha=0.3)
