"""What all rows say in the same words."""

from collections.abc import Callable, Iterator, Mapping
from statistics import median

from bench.report import Figure, Spread, percentile
from bench.rig.contest import APP_QUEUE, BARE, OURS, Lap, Laps
from bench.rig.usage import CORES


def beside(name: str, found: Mapping[str, Spread]) -> Figure:
    """A figure of all three contestants."""
    return Figure(name=name, ours=found[OURS], rival=found[APP_QUEUE], floor=found[BARE])


def spreads(found: Laps, look: Callable[[Lap], float]) -> dict[str, Spread]:
    """Something about each lap, by contestant."""
    return {who: Spread.of([look(lap) for lap in rounds]) for who, rounds in found.items()}


def gaps_at(found: Laps, percent: float) -> dict[str, Spread]:
    """How long agents sat idle between two calls: this percentile of each lap."""
    return spreads(found, lambda lap: percentile(lap.tape.idle_gaps_ms(), percent))


def per_call(found: Laps) -> Iterator[str]:
    """What a call of ours is worth to the database."""
    rounds = [lap for lap in found[OURS] if lap.tape.carried()]
    if rounds:
        commits, facts, log_bytes = (
            median(lap.books.commits / lap.tape.carried() for lap in rounds),
            median(lap.books.facts / lap.tape.carried() for lap in rounds),
            median(lap.books.log_bytes / lap.tape.carried() for lap in rounds),
        )
        yield (
            f"ours wrote {commits:.1f} commits, {facts:.1f} rows of facts and {log_bytes / 1000:.1f} kB of "
            "write-ahead log for each call"
        )


def what_was_seen(found: Laps) -> Iterator[str]:
    """The limit of each contestant, and everything that should not have been."""
    for who, rounds in found.items():
        slowest = min(rounds, key=lambda lap: lap.carried_per_s)
        yield f"{who}: {slowest.usage.limit()}"
        wrong = {
            "calls refused": sum(lap.tape.refused() for lap in rounds),
            "talks that were over before caller and agent were brought together": sum(
                lap.tape.in_vain() for lap in rounds
            ),
            "calls offered to a busy desk": sum(lap.tape.misdirected() for lap in rounds),
            "messages sent again by the phones": sum(lap.tape.resent for lap in rounds),
        }
        for what, number in wrong.items():
            if number:
                yield f"{who}: {what}: {number}"
    noise = max(lap.usage.others for rounds in found.values() for lap in rounds)
    if noise * CORES > 0.2:
        yield (
            f"others on this machine took up to {noise * CORES:.1f} of its {CORES} cores meanwhile: "
            "these figures are not worth much"
        )
