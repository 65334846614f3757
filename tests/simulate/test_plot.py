"""The plot speaks the language of people: percent, seconds, minutes; and whose box is whose."""

import re
from pathlib import Path

import pytest

from acd.simulate.figures import RunFigures
from acd.simulate.plot import draw


def run(number: int, **figures: float) -> RunFigures:
    known = {name.replace("__", "."): value for name, value in figures.items()}
    return RunFigures(
        run=number,
        calls=1,
        overall=dict(known),
        streams={"calls": dict(known)},
        agents={},
        fairness={},
        rings={},
        meant={},
    )


def texts_in(file: Path) -> list[str]:
    """What is written in the picture; matplotlib draws letters as shapes, and notes what they say."""
    return re.findall(r"<!-- (.*?) -->", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("waits_s", "ticks"),
    [
        ((4.0, 11.0), ["0 s", "2 s", "4 s", "6 s", "8 s", "10 s"]),
        ((200.0, 500.0), ["0 s", "2:00 min", "4:00 min", "6:00 min", "8:00 min"]),
        ((9000.0, 112134.0), ["0 s", "10:00:00 h", "20:00:00 h", "30:00:00 h"]),
    ],
)
def test_waits_have_round_ticks_in_their_own_unit(
    tmp_path: Path, waits_s: tuple[float, ...], ticks: list[str]
) -> None:
    file = tmp_path / "plot.svg"
    draw(file, "A test", {"one": [run(number, wait_s__mean=wait_s) for number, wait_s in enumerate(waits_s)]})
    found = [text for text in texts_in(file) if re.search(r" (s|min|h)$", text)]
    assert found[: len(ticks)] == ticks


def test_shares_are_percent_and_the_two_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "plot.svg"
    a = [run(number, wait_s__mean=5.0, abandoned=0.0, occupancy=0.6 + number / 50) for number in range(4)]
    b = [run(number, wait_s__mean=3.0, abandoned=0.0, occupancy=0.5 + number / 50) for number in range(4)]
    draw(file, "A: few   B: many", {"A": a, "B": b})
    found = texts_in(file)
    assert [text for text in found if text.endswith(" %")] == ["0 %", "0 %", "20 %", "40 %", "60 %"]
    assert found[-2:] == ["A", "B"]
    assert {"A: few   B: many", "Mean wait of the answered"} <= set(found)
