"""The plots: well-formed, with a curve for everybody, the quicker one further left."""

import re
from pathlib import Path
from xml.etree import ElementTree

from bench import plot
from bench.report import Figure, Row, Spread

COST = Spread.of([5.0])


def row(**samples: list[float]) -> Row:
    return Row(id="P1", title="a wait & more", figures=(), aims=(), samples=samples)


def curves(drawing: str) -> list[list[float]]:
    """How far to the right each curve goes at each of its points."""
    found = re.findall(r'polyline points="([^"]*)"', drawing)
    return [[float(point.split(",")[0]) for point in points.split()] for points in found]


def test_everybody_has_a_curve_and_who_is_quicker_is_further_left() -> None:
    drawing = plot.distribution(row(ours=[1.0, 2.0, 5.0], app_queue=[300.0, 400.0, 900.0]))
    ElementTree.fromstring(drawing)  # noqa: S314 - we have just made it
    ours, rival = curves(drawing)
    assert max(ours) < min(rival)
    assert ours == sorted(ours)


def test_the_bars_are_as_long_as_the_costs() -> None:
    costly = Row(
        id="P4",
        title="cost",
        figures=(
            Figure(name="asterisk_cpu_per_call_ms", ours=COST, rival=Spread.of([2.5])),
            Figure(name="service_cpu_per_call_ms", ours=COST),
        ),
        aims=(),
        rival="app_queue",
    )
    widths = [
        float(width) for width in re.findall(r'width="([\d.]+)" height="28"', plot.cpu_per_call(costly))
    ]
    assert widths[0] == widths[1] == 2 * widths[2]


def test_files_are_written_for_what_can_be_drawn(tmp_path: Path) -> None:
    nothing = Row(id="P7", title="", figures=(Figure(name="p50_s", ours=COST),), aims=())
    assert [path.name for path in plot.write([row(ours=[1.0, 2.0]), nothing], tmp_path)] == ["p1.svg"]
