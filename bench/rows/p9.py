"""P9: how wrong the promised wait is, beside the delay of the last to enter service and app_queue's average.

Simulated calls on the engine that routes live ones: all three say at entry how long the caller will wait, of
the same calls, and learn from the answers as they come. Nothing is known beforehand and nothing is left out:
the first calls of a run count as well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from bench.waits.contest import OURS, Score, contest
from bench.waits.scenarios import WITH_SKILLS, scenarios

HOURS, SHORT_HOURS = 48.0, 4.0
LAST_ENTERED, APP_QUEUE = "last entered", "app_queue"
AIM = 0.55

Scores = Mapping[str, Sequence[Score]]
"""By scenario, one for each round."""


def measure(options: Options) -> Row:
    """Run every scenario once a round, each round with other callers."""
    hours = SHORT_HOURS if options.short else HOURS
    found: dict[str, list[Score]] = {}
    for name, scenario in scenarios(hours).items():
        for seed in range(options.rounds):
            options.tell(f"P9: {name}, round {seed + 1} of {options.rounds}")
            found.setdefault(name, []).append(contest(scenario, seed=seed))
    return row(found, hours)


def row(found: Scores, hours: float) -> Row:
    """What it comes to."""
    shares = {
        (name, rival): Spread.of([score.relative_to(rival) for score in scores])
        for name, scores in found.items()
        for rival in (LAST_ENTERED, APP_QUEUE)
    }
    too_early = sum(score.too_early for scores in found.values() for score in scores)
    return Row(
        id="P9",
        title="how wrong the promised wait is, for callers who had to wait",
        rival=LAST_ENTERED,
        ratio=1.0 / median(shares[name, LAST_ENTERED].median for name in WITH_SKILLS),
        figures=tuple(_figures(found, shares)),
        aims=(
            *(
                Aim(
                    text=f"with skills, at most {AIM:g} of the squared error of {rival} "
                    f"(the worst: {max(shares[name, rival].median for name in WITH_SKILLS):.2f})",
                    met=all(shares[name, rival].median <= AIM for name in WITH_SKILLS),
                )
                for rival in (LAST_ENTERED, APP_QUEUE)
            ),
            Aim(text="never a promise where data are thin", met=not too_early),
        ),
        settings={
            "hours": hours,
            "calls": {name: [score.calls for score in scores] for name, scores in found.items()},
        },
        notes=tuple(_notes(found, too_early)),
    )


def _figures(found: Scores, shares: Mapping[tuple[str, str], Spread]) -> Iterator[Figure]:
    for name in found:
        for rival in (LAST_ENTERED, APP_QUEUE):
            words = f"{name}: squared error as a share of that of {rival}"
            yield Figure(name=words.replace(" ", "_"), ours=shares[name, rival])
    for name, scores in found.items():
        yield Figure(
            name=f"{name.replace(' ', '_')}:_usual_error_s",
            ours=Spread.of([score.error_s(OURS) for score in scores]),
            rival=Spread.of([score.error_s(LAST_ENTERED) for score in scores]),
        )


def _notes(found: Scores, too_early: int) -> Iterator[str]:
    for name, scores in found.items():
        waits = sum(score.waits for score in scores)
        if not waits:
            yield f"{name}: nobody had to wait"
            continue
        mean_s = sum(score.waited_s for score in scores) / waits
        within = sum(score.in_range for score in scores) / waits
        unsaid: Counter[str] = Counter()
        for score in scores:
            unsaid += score.unsaid
        reasons = (f"{reason.replace('_', ' ')} {number}" for reason, number in sorted(unsaid.items()))
        nothing = ", ".join(reasons) or "nobody"
        yield (
            f"{name}: {waits:,} waits of {mean_s:.0f} s on average; {within:.0%} came out within what was "
            f"told; nothing was said to: {nothing}"
        )
    if too_early:
        yield f"{too_early} promises were made before ten calls of the queue had been handled"
