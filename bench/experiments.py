"""What a change of Asterisk's configuration gains: with and without it in turn, at the load of P4.

    python -m bench.experiments [NAME …] [--rounds 5] [--calls-per-s 50]

A change stays here when it was tried, and goes into the templates when it is worth it. What came of each
stands in docs/performance.md.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from acd.lab.stack import RenderRequest
from bench.ending import end_in_order_when_told
from bench.numbers import amount, count
from bench.report import Spread, percentile
from bench.rig.contest import Lap, lap
from bench.rig.rig import Rig
from bench.rows.p4 import AGENTS, PICK_UP_S, TALK_S

SETTLE_S, MEASURE_S = 3.0, 10.0
AS_IT_IS = "as it is"


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something else in Asterisk's configuration."""

    words: str
    render: Callable[[RenderRequest], None]


def decline(*types: str) -> Callable[[RenderRequest], None]:
    """Messages that Asterisk does not even make, for anybody."""

    def render(request: RenderRequest) -> None:
        lines = "".join(f"decline = {name}\n" for name in types)
        (request.etc / "stasis.conf").write_text(f"[declined_message_types]\n{lines}", encoding="utf-8")

    return render


def _as_it_is(_request: RenderRequest) -> None:
    """Nothing else."""


CHANGES: Mapping[str, Change] = {
    "varset": Change(
        words="a message whenever a channel variable is set, as Asterisk makes it by itself",
        render=decline(),
    ),
    "quiet": Change(
        words="no such message, and none about security and RTCP either",
        render=decline(
            "ast_channel_varset_type",
            "ast_security_event_type",
            "ast_rtp_rtcp_sent_type",
            "ast_rtp_rtcp_received_type",
        ),
    ),
}

FIGURES: Mapping[str, Callable[[Lap], float]] = {
    "Asterisk, ms of CPU a call": lambda lap: lap.cpu_per_call_ms("Asterisk"),
    "service, ms of CPU a call": lambda lap: lap.cpu_per_call_ms("service"),
    "PostgreSQL, ms of CPU a call": lambda lap: lap.cpu_per_call_ms("PostgreSQL"),
    "calls a second": lambda lap: lap.carried_per_s,
    "caller's INVITE → agent's, p50 ms": lambda lap: percentile(lap.tape.offer_delays_ms(), 50),
}


def compare(
    names: Sequence[str], *, rounds: int, calls_per_s: float, console: Console
) -> dict[str, list[Lap]]:
    """Laps of our service without a change and with each, in turn."""
    renders = {AS_IT_IS: _as_it_is} | {name: CHANGES[name].render for name in names}
    found: dict[str, list[Lap]] = {name: [] for name in renders}
    with tempfile.TemporaryDirectory(prefix="acd-bench-") as folder, ExitStack() as open_rigs:
        Path(folder).chmod(0o755)
        rigs = {
            name: open_rigs.enter_context(
                Rig(Path(folder) / name.replace(" ", "-"), agents=AGENTS, also_render=render)
            )
            for name, render in renders.items()
        }
        for round_ in range(rounds):
            for name, rig in rigs.items():
                console.print(f"round {round_ + 1} of {rounds}: {name}")
                with rig.ours(AGENTS) as number:
                    rig.phones.work(talk_s=TALK_S, pick_up_s=PICK_UP_S)
                    rig.phones.at_rate(number, calls_per_s, at_most=2 * AGENTS)
                    time.sleep(SETTLE_S)
                    found[name].append(lap(rig, MEASURE_S))
    return found


def table(found: Mapping[str, Sequence[Lap]]) -> Table:
    """Medians, in brackets the least and the most."""
    drawn = Table(title="Median of the rounds (least … most)")
    drawn.add_column("")
    for name in found:
        drawn.add_column(name, justify="right")
    for words, look in FIGURES.items():
        spreads = (Spread.of([look(one) for one in laps]) for laps in found.values())
        cells = (f"{spread.median:.2f} ({spread.least:.2f} … {spread.most:.2f})" for spread in spreads)
        drawn.add_row(words, *cells)
    return drawn


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.experiments",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which changes: {', '.join(CHANGES)}")
    parser.add_argument("--rounds", type=count, default=5)
    parser.add_argument("--calls-per-s", type=amount, default=50.0)
    chosen = parser.parse_args(arguments)
    names = chosen.names or list(CHANGES)
    if unknown := [name for name in names if name not in CHANGES]:
        parser.error(f"there is no change {', '.join(unknown)}; there are {', '.join(CHANGES)}")
    console = Console()
    found = compare(names, rounds=chosen.rounds, calls_per_s=chosen.calls_per_s, console=console)
    console.print(table(found))
    for name in names:
        console.print(f"{name}: {CHANGES[name].words}")
    return 0


if __name__ == "__main__":
    end_in_order_when_told()
    sys.exit(main())
