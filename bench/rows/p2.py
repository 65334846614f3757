"""P2: how many calls a second are carried.

Two hundred calls a second are offered to agents who together could just take as many, and more callers than
agents are let in, so that somebody waits whenever an agent is free. Nobody sends sound; Asterisk sends music
to those who wait. A call counts when its agent has hung up.
"""

from bench.options import Options
from bench.report import Aim, Row
from bench.rig.contest import APP_QUEUE, OURS, Laps, laps
from bench.rig.phones import Phones
from bench.rig.rig import rig_for
from bench.rows.told import beside, gaps_at, per_call, spreads, what_was_seen

AGENTS = 150
OFFERED_PER_S = 200.0
PICK_UP_S = 0.1
TALK_S = (0.5, 0.8)
WAITING = 50
"""Callers beyond the agents who are let in; more are not, or their music would be what is measured."""
SETTLE_S, MEASURE_S = 4.0, 12.0


def measure(options: Options) -> Row:
    """Let us, app_queue and a bare ARI client carry what they can, in turn."""
    agents = options.people(AGENTS)
    per_s = OFFERED_PER_S * agents / AGENTS

    def load(phones: Phones, number: str) -> None:
        phones.work(talk_s=TALK_S, pick_up_s=PICK_UP_S)
        phones.at_rate(number, per_s, at_most=agents + WAITING)

    with rig_for(agents) as rig:
        found = laps(
            rig, options, name="P2", agents=agents, load=load, settle_s=SETTLE_S, measure_s=MEASURE_S
        )
    return row(found, options)


def row(found: Laps, options: Options) -> Row:
    """What was carried."""
    carried = spreads(found, lambda lap: lap.carried_per_s)
    ratio = carried[OURS].median / carried[APP_QUEUE].median
    return Row(
        id="P2",
        title="calls carried, saturated",
        rival=APP_QUEUE,
        figures=(
            beside("carried_per_s", carried),
            beside("idle_p50_ms", gaps_at(found, 50)),
            beside("idle_p99_ms", gaps_at(found, 99)),
        ),
        ratio=ratio,
        aims=(
            Aim(text="150 calls a second", met=None if options.short else carried[OURS].median >= 150.0),
            Aim(text="1.5 times app_queue", met=ratio >= 1.5),
        ),
        settings={
            "agents": options.people(AGENTS),
            "offered_per_s": OFFERED_PER_S * options.people(AGENTS) / AGENTS,
            "pick_up_s": PICK_UP_S,
            "talk_s": TALK_S,
            "callers_at_most": options.people(AGENTS) + WAITING,
            "rounds": options.rounds,
            "measured_s": options.seconds(MEASURE_S),
        },
        notes=(*per_call(found), *what_was_seen(found)),
        samples={who: [lap.carried_per_s for lap in rounds] for who, rounds in found.items()},
        samples_unit="calls/s",
    )
