"""The plots of a bench, as SVG: how the single values are spread, and what a call costs in CPU."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from bench.report import Row, in_words, percentile

WIDTH, HEIGHT = 720, 340
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 50, 50
COLOURS = ("#1b6ca8", "#d1495b", "#8d8d8d", "#3a7d44", "#edae49", "#6f4a8e")
PERCENTS = (*range(1, 100), 99.5, 99.9)
BAR = 28


def write(rows: Sequence[Row], folder: Path) -> list[Path]:
    """Draw what can be drawn of these rows; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    drawings: dict[str, str] = {}
    for row in rows:
        if any(len(values) > 1 for values in row.samples.values()) and row.samples_unit == "ms":
            drawings[row.id] = distribution(row)
        if any(figure.name.endswith("cpu_per_call_ms") for figure in row.figures):
            drawings[f"{row.id}-cpu"] = cpu_per_call(row)
    written = []
    for name, drawing in drawings.items():
        path = folder / f"{name.lower()}.svg"
        path.write_text(drawing, encoding="utf-8")
        written.append(path)
    return written


def distribution(row: Row) -> str:
    """For each contestant: which share of the values is at most so large. Milliseconds, on a log scale."""
    known = {who: sorted(values) for who, values in row.samples.items() if values}
    least = 10 ** math.floor(math.log10(max(0.1, min(values[0] for values in known.values()))))
    most = 10 ** math.ceil(math.log10(max(1.0, *(values[-1] for values in known.values()))))

    def across(value: float) -> float:
        share = math.log10(max(value, least) / least) / math.log10(most / least)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def down(percent: float) -> float:
        return HEIGHT - BOTTOM - percent / 100 * (HEIGHT - TOP - BOTTOM)

    parts = list(_frame(f"{row.id}: {row.title}"))
    for power in range(round(math.log10(least)), round(math.log10(most)) + 1):
        x = across(10.0**power)
        parts.append(_line(x, TOP, x, HEIGHT - BOTTOM, "#dddddd"))
        parts.append(_text(x, HEIGHT - BOTTOM + 18, f"{10.0**power:g} ms", "middle"))
    for percent in (0, 50, 90, 100):
        parts.append(_line(LEFT, down(percent), WIDTH - RIGHT, down(percent), "#dddddd"))
        parts.append(_text(LEFT - 8, down(percent) + 4, f"{percent} %", "end"))
    for place, values in enumerate(known.values()):
        colour = COLOURS[place % len(COLOURS)]
        points = " ".join(
            f"{across(percentile(values, percent)):.1f},{down(percent):.1f}" for percent in PERCENTS
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
    parts += _legend(known)
    return "\n".join((*parts, "</svg>\n"))


def cpu_per_call(row: Row) -> str:
    """A bar for each contestant, made of what each program costs for a call."""
    costs: dict[str, dict[str, float]] = {}
    for figure in row.figures:
        if figure.name.endswith("_cpu_per_call_ms"):
            program = in_words(figure.name.removesuffix("_cpu_per_call_ms"))[0]
            contestants = (
                ("ours", figure.ours),
                (row.rival or "", figure.rival),
                ("bare client", figure.floor),
            )
            for who, spread in contestants:
                if spread is not None and not math.isnan(spread.median):
                    costs.setdefault(who, {})[program] = spread.median
    most = max((sum(parts.values()) for parts in costs.values()), default=1.0)
    programs = list(dict.fromkeys(program for parts in costs.values() for program in parts))
    begin = LEFT + 60.0
    wide = WIDTH - RIGHT - begin
    drawn = list(_frame(f"{row.id}: {row.title}, milliseconds"))
    for turn, (who, parts) in enumerate(costs.items()):
        x, y = begin, TOP + 20 + turn * 2 * BAR
        drawn.append(_text(x - 8, y + BAR * 0.65, who, "end"))
        for program, cost in parts.items():
            width = cost / most * wide
            colour = COLOURS[programs.index(program) % len(COLOURS)]
            drawn.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>'
                + _text(x + width / 2, y + BAR * 0.65, f"{cost:.1f}", "middle", "#ffffff")
            )
            x += width
    drawn += _legend(programs)
    return "\n".join((*drawn, "</svg>\n"))


def _frame(title: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
    )
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield f'<text x="{LEFT}" y="26" font-size="15">{escape(title)}</text>'


def _legend(names: Sequence[str] | Mapping[str, object]) -> Iterator[str]:
    x = float(LEFT)
    for place, name in enumerate(names):
        colour = COLOURS[place % len(COLOURS)]
        yield f'<rect x="{x:.0f}" y="{HEIGHT - 20}" width="12" height="12" fill="{colour}"/>'
        yield _text(x + 18, HEIGHT - 10, name, "start")
        x += 40 + 7 * len(name)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'
