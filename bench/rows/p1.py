"""P1: how long an agent sits idle while callers wait.

Every agent talks for about a second and hangs up, and twice as many callers as agents wait all the time. A
gap is from the BYE that a desk phone sends to the next INVITE that the same phone receives.
"""

from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from bench.rig.books import FlushTime
from bench.rig.contest import APP_QUEUE, BARE, OURS, Laps, all_values, laps
from bench.rig.phones import Phones
from bench.rig.rig import rig_for
from bench.rig.tape import Tape
from bench.rows.told import beside, gaps_at, per_call, spreads, what_was_seen

AGENTS = 20
CALLERS_FOR_EACH = 3
TALK_S = (0.8, 1.2)
SETTLE_S, MEASURE_S = 2.0, 15.0


def measure(options: Options) -> Row:
    """Let us, app_queue and a bare ARI client serve the same callers, in turn."""
    agents = options.people(AGENTS)

    def load(phones: Phones, number: str) -> None:
        phones.work(talk_s=TALK_S)
        phones.keep(number, at_once=CALLERS_FOR_EACH * agents)

    with rig_for(agents) as rig:
        flush = FlushTime.measured(rig.centre.stack.directory)
        found = laps(
            rig, options, name="P1", agents=agents, load=load, settle_s=SETTLE_S, measure_s=MEASURE_S
        )
    return row(found, flush, options)


def row(found: Laps, flush: FlushTime, options: Options) -> Row:
    """What the gaps come to."""
    p50, p99 = gaps_at(found, 50), gaps_at(found, 99)
    ratio = p50[APP_QUEUE].median / p50[OURS].median
    reach_ms = p50[BARE].median + flush.p50_ms + 2.0
    return Row(
        id="P1",
        title="agent hangs up → same agent's next INVITE, saturated",
        rival=APP_QUEUE,
        figures=(
            beside("p50_ms", p50),
            beside("p99_ms", p99),
            beside("carried_per_s", spreads(found, lambda lap: lap.carried_per_s)),
            Figure(name="flush_to_disk_p50_ms", ours=Spread.of([flush.p50_ms])),
            Figure(name="flush_to_disk_p99_ms", ours=Spread.of([flush.p99_ms])),
        ),
        ratio=ratio,
        aims=(
            Aim(text="p50 at most 6 ms", met=p50[OURS].median <= 6.0),
            Aim(text="p99 at most 20 ms", met=p99[OURS].median <= 20.0),
            Aim(text="60 times app_queue", met=ratio >= 60.0),
            Aim(text=f"bare ARI client + flush + 2 ms ({reach_ms:.1f} ms)", met=p50[OURS].median <= reach_ms),
        ),
        settings={
            "agents": options.people(AGENTS),
            "callers_at_once": CALLERS_FOR_EACH * options.people(AGENTS),
            "talk_s": TALK_S,
            "rounds": options.rounds,
            "measured_s": options.seconds(MEASURE_S),
        },
        notes=(*per_call(found), *what_was_seen(found)),
        samples={who: all_values(rounds, Tape.idle_gaps_ms) for who, rounds in found.items()},
    )
