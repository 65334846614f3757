"""P3: how long it takes until a phone rings for a caller, when agents are free.

From the INVITE that a caller sends to the INVITE that the agent's phone receives. In between we answer the
call, ask the service's opinion twice, and write down every decision before it is carried out.
"""

from bench.options import Options
from bench.report import Aim, Row, Spread, percentile
from bench.rig.contest import APP_QUEUE, OURS, Laps, all_values, laps
from bench.rig.phones import Phones
from bench.rig.rig import rig_for
from bench.rig.tape import Tape
from bench.rows.told import beside, per_call, spreads, what_was_seen

AGENTS = 20
CALLS_PER_S = 10.0
TALK_S = (0.3, 0.5)
SETTLE_S, MEASURE_S = 2.0, 15.0


def measure(options: Options) -> Row:
    """Let callers ring up so seldom that somebody is always free."""
    agents = options.people(AGENTS)
    per_s = CALLS_PER_S * agents / AGENTS

    def load(phones: Phones, number: str) -> None:
        phones.work(talk_s=TALK_S)
        phones.at_rate(number, per_s, at_most=agents)

    with rig_for(agents) as rig:
        found = laps(
            rig, options, name="P3", agents=agents, load=load, settle_s=SETTLE_S, measure_s=MEASURE_S
        )
    return row(found, options)


def row(found: Laps, options: Options) -> Row:
    """What the delays come to."""
    p50, p99 = delays_at(found, 50), delays_at(found, 99)
    return Row(
        id="P3",
        title="caller's INVITE → agent's INVITE, agents idle",
        rival=APP_QUEUE,
        figures=(beside("p50_ms", p50), beside("p99_ms", p99)),
        ratio=p50[APP_QUEUE].median / p50[OURS].median,
        aims=(
            Aim(text="p50 at most 8 ms", met=p50[OURS].median <= 8.0),
            Aim(text="p99 at most 25 ms", met=p99[OURS].median <= 25.0),
        ),
        settings={
            "agents": options.people(AGENTS),
            "calls_per_s": CALLS_PER_S * options.people(AGENTS) / AGENTS,
            "talk_s": TALK_S,
            "rounds": options.rounds,
            "measured_s": options.seconds(MEASURE_S),
        },
        notes=(*per_call(found), *what_was_seen(found)),
        samples={who: all_values(rounds, Tape.offer_delays_ms) for who, rounds in found.items()},
    )


def delays_at(found: Laps, percent: float) -> dict[str, Spread]:
    """How long it took until a desk rang: this percentile of each lap."""
    return spreads(found, lambda lap: percentile(lap.tape.offer_delays_ms(), percent))
