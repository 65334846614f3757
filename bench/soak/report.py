"""What a soak came to: a table of its promises, and a plot of memory and open files over time."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bench.soak.promises import Course, Promise
from bench.soak.samples import Sample

WIDTH, PANEL, LEFT, RIGHT, TOP, GAP = 760, 120, 70, 20, 40, 34
COLOUR = "#1b6ca8"
BARS = "▁▂▃▄▅▆▇█"
SPARKS = 60

QUANTITIES: dict[str, Callable[[Sample], float]] = {
    "service, MiB": lambda one: one.service_mib,
    "service, open files": lambda one: one.service_files,
    "Asterisk, MiB": lambda one: one.asterisk_mib,
    "Asterisk, open files": lambda one: one.asterisk_files,
    "Asterisk, threads": lambda one: one.asterisk_threads,
    "PostgreSQL, MiB of its own": lambda one: one.postgres_mib,
    "PostgreSQL, processes": lambda one: one.postgres_processes,
}


def table(course: Course, found: Sequence[Promise]) -> RenderableType:
    """For people."""
    drawn = Table(
        title=f"{course.length_s / 60:.1f} minutes, {course.calls['ended']:,} calls", header_style="bold"
    )
    for heading in ("", "promise", "seen"):
        drawn.add_column(heading)
    for promise in found:
        word, colour = {True: ("kept", "green"), False: ("BROKEN", "red"), None: ("open", "yellow")}[
            promise.kept
        ]
        drawn.add_row(Text(word, style=f"bold {colour}"), Text(promise.words), Text(promise.evidence))
    over_time = Table(header_style="bold")
    for heading in ("", "first", "last", "over time"):
        over_time.add_column(heading)
    for name, quantity in QUANTITIES.items():
        values = [quantity(one) for one in course.samples]
        over_time.add_row(name, f"{values[0]:g}", f"{values[-1]:g}", spark(values))
    sizes = Table(header_style="bold")
    for heading in ("table", "MiB", "kB a call"):
        sizes.add_column(heading, justify="left" if heading == "table" else "right")
    for name, mib in sorted(course.after.tables_mib.items()):
        grown = mib - course.before.tables_mib.get(name, 0.0)
        sizes.add_row(name, f"{mib:.2f}", f"{grown * 1024 / max(1, course.calls['ended']):.2f}")
    return Group(drawn, over_time, sizes)


def spark(values: Sequence[float]) -> str:
    """A line of bars, from the least to the greatest."""
    size = max(1, len(values) // SPARKS)
    means = [sum(part) / len(part) for part in (values[at : at + size] for at in range(0, len(values), size))]
    least, most = min(means), max(means)
    if most == least:
        return BARS[0] * len(means)
    return "".join(BARS[round((value - least) / (most - least) * (len(BARS) - 1))] for value in means)


def chart(course: Course) -> str:
    """The same as SVG: one panel for each quantity, all from 0."""
    height = TOP + len(QUANTITIES) * (PANEL + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        'font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">{course.calls["ended"]:,} calls in '
        f"{course.length_s / 60:.0f} minutes</text>",
    ]
    for place, (name, quantity) in enumerate(QUANTITIES.items()):
        parts += _panel(
            TOP + place * (PANEL + GAP), name, [(one.at_s, quantity(one)) for one in course.samples]
        )
    return "\n".join((*parts, "</svg>\n"))


def _panel(top: float, name: str, points: Sequence[tuple[float, float]]) -> list[str]:
    most_x, most_y = max(1.0, points[-1][0]), max(1.0, *(y for _, y in points)) * 1.1
    bottom = top + PANEL
    line = " ".join(
        f"{LEFT + x / most_x * (WIDTH - LEFT - RIGHT):.1f},{bottom - y / most_y * PANEL:.1f}"
        for x, y in points
    )
    return [
        f'<rect x="{LEFT}" y="{top}" width="{WIDTH - LEFT - RIGHT}" height="{PANEL}" fill="none" '
        'stroke="#dddddd"/>',
        f'<polyline points="{line}" fill="none" stroke="{COLOUR}" stroke-width="2"/>',
        f'<text x="{LEFT + 6}" y="{top + 16}">{escape(name)}</text>',
        f'<text x="{LEFT - 6}" y="{top + 10}" text-anchor="end">{most_y:.0f}</text>',
        f'<text x="{LEFT - 6}" y="{bottom}" text-anchor="end">0</text>',
        f'<text x="{WIDTH - RIGHT}" y="{bottom + 16}" text-anchor="end">{most_x / 60:.0f} min</text>',
    ]
