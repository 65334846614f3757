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


def draw(file: Path, title: str, contestants: Mapping[str, Sequence[RunFigures]]) -> None:
    """For each figure and stream a box over the runs, those of contestants side by side.

    Raises CannotDraw without matplotlib, for other endings than .svg and .png, and where nothing can be
    written.
    """
    if file.suffix not in KINDS:
        raise CannotDraw(f"{file}: a plot ends in {' or '.join(KINDS)}")
    try:
        matplotlib: Any = importlib.import_module("matplotlib.figure")
    except ImportError as error:
        raise CannotDraw("Plots need matplotlib: pip install 'acd[plots]'") from error
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
    for who, runs in contestants.items():
        for stream in runs[0].streams:
            known = [value for run in runs if (value := run.streams[stream].get(name)) is not None]
            values.append(known)
            labels.append(stream if len(contestants) == 1 else f"{stream}\n{who}")
    axes.boxplot(values, tick_labels=labels, whis=(0, 100))
    axes.set_ylim(bottom=0)
    axes.grid(axis="y", alpha=0.3)
