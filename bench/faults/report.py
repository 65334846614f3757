"""The table of faults, states and outcomes, as a page of docs/."""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.faults.catalogue import Fault
from bench.faults.deeds import nothing
from bench.faults.fates import Fate, Outcome
from bench.faults.lap import Result
from bench.faults.people import State

HEAD = (Path(__file__).parent / "page.md").read_text(encoding="utf-8")
STATES = tuple(State)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A fault and all its laps."""

    fault: Fault
    results: Sequence[Result]

    @property
    def losses(self) -> list[str]:
        """What was lost, as sentences."""
        return [
            sentence
            for result in self.results
            for sentence in (
                *(f"{fate.who}: {fate.reason}" for fate in result.fates if fate.outcome is Outcome.LOST),
                *result.wrong,
            )
        ]

    @property
    def cells(self) -> list[str]:
        """Its line in the table."""
        fates = [fate for result in self.results for fate in result.fates]
        away = [result.away_s for result in self.results]
        served = [result.served_s for result in self.results if result.served_s is not None]
        return [
            self.fault.words,
            *(cell([fate for fate in fates if fate.state is state]) for state in STATES),
            "" if self.fault.mend is nothing else f"{statistics.median(away):.1f} s",
            f"{statistics.median(served):.1f} s" if served else "never",
            f"**{len(self.losses)}**" if self.losses else "0",
        ]


def cell(fates: Sequence[Fate]) -> str:
    """How many fared how, the worst last."""
    counts = Counter(fate.outcome for fate in fates)
    longest = {outcome: max(f.seconds for f in fates if f.outcome is outcome) for outcome in counts}
    return ", ".join(
        f"{counts[outcome]} {'**lost**' if outcome is Outcome.LOST else outcome}"
        + (f" ≤ {longest[outcome]:.1f} s" if longest[outcome] else "")
        for outcome in Outcome
        if outcome in counts
    )


def page(
    rows: Sequence[Row],
    *,
    not_run: Mapping[str, str],
    command: str,
    when: str,
    versions: str,
    scene: str,
    laps: int,
) -> str:
    """The whole page. `not_run`: words of faults, and why they could not be tried."""
    how_often = f"Each fault was tried {laps} times." if laps > 1 else "Each fault was tried once."
    lines = [HEAD.format(command=command, when=when, versions=versions, scene=scene, laps=how_often)]
    titles = ["Fault", *(state.capitalize() for state in STATES), "Away", "Served again", "Lost"]
    lines += [_line(titles), _line(["---"] * len(titles)), *(_line(row.cells) for row in rows), ""]
    losses = [f"- {row.fault.words}: {loss}" for row in rows for loss in row.losses]
    calls = sum(len(result.fates) for row in rows for result in row.results)
    lines += ["## What was lost", "", *(losses or [f"Nothing, of {calls} calls and agents."]), ""]
    if not_run:
        lines += ["## What was not tried", "", *(f"- {words}: {why}" for words, why in not_run.items()), ""]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
