"""P4: what a call costs in CPU, at a hundred calls a second with agents to spare.

The CPU seconds of each program over the measured time, divided by the calls that ended in it. What a program
does between calls is in it. The messages on the ARI connection are counted in a lap of their own, through a
proxy, because counting them costs time.
"""

from bench.options import Options
from bench.report import Aim, Figure, Row
from bench.rig.contest import APP_QUEUE, BARE, OURS, Laps, laps
from bench.rig.phones import Phones
from bench.rig.rig import rig_for
from bench.rows.told import beside, per_call, spreads, what_was_seen
from bench.rows.traffic import Traffic, counted

AGENTS = 150
CALLS_PER_S = 100.0
PICK_UP_S = 0.1
TALK_S = (0.5, 0.8)
SETTLE_S, MEASURE_S = 4.0, 12.0


def measure(options: Options) -> Row:
    """Let us, app_queue and a bare ARI client carry the same calls, in turn."""
    agents = options.people(AGENTS)
    per_s = CALLS_PER_S * agents / AGENTS

    def load(phones: Phones, number: str) -> None:
        phones.work(talk_s=TALK_S, pick_up_s=PICK_UP_S)
        phones.at_rate(number, per_s, at_most=2 * agents)

    with rig_for(agents) as rig:
        found = laps(
            rig, options, name="P4", agents=agents, load=load, settle_s=SETTLE_S, measure_s=MEASURE_S
        )
        options.tell("P4: counting messages")
        traffic = {who: counted(rig, who, options.people(20)) for who in (OURS, BARE)}
    return row(found, traffic, options)


def row(found: Laps, traffic: dict[str, Traffic], options: Options) -> Row:
    """What a call costs."""
    asterisk = spreads(found, lambda lap: lap.cpu_per_call_ms("Asterisk"))
    service = spreads({OURS: found[OURS]}, lambda lap: lap.cpu_per_call_ms("service"))[OURS]
    postgres = spreads({OURS: found[OURS]}, lambda lap: lap.cpu_per_call_ms("PostgreSQL"))[OURS]
    client = spreads({BARE: found[BARE]}, lambda lap: lap.cpu_per_call_ms("bare client"))[BARE]
    ratio = asterisk[OURS].median / asterisk[APP_QUEUE].median
    return Row(
        id="P4",
        title="CPU for each call",
        rival=APP_QUEUE,
        figures=(
            beside("asterisk_cpu_per_call_ms", asterisk),
            Figure(name="service_cpu_per_call_ms", ours=service, floor=client),
            Figure(name="postgresql_cpu_per_call_ms", ours=postgres),
            beside("carried_per_s", spreads(found, lambda lap: lap.carried_per_s)),
        ),
        ratio=1 / ratio,
        aims=(
            Aim(text=f"Asterisk at most 1.2 times app_queue ({ratio:.2f})", met=ratio <= 1.2),
            Aim(text="service at most 4 ms", met=service.median <= 4.0),
            Aim(text="PostgreSQL at most 1.5 ms", met=postgres.median <= 1.5),
        ),
        settings={
            "agents": options.people(AGENTS),
            "calls_per_s": CALLS_PER_S * options.people(AGENTS) / AGENTS,
            "pick_up_s": PICK_UP_S,
            "talk_s": TALK_S,
            "rounds": options.rounds,
            "measured_s": options.seconds(MEASURE_S),
        },
        notes=(
            *(line for who, seen in traffic.items() for line in seen.sentences(who)),
            *per_call(found),
            *what_was_seen(found),
        ),
    )
