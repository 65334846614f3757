"""P7: the service is killed with 1,000 callers waiting and 200 talks going on; when does it offer again?

Real calls on the real Asterisk, without sound. `kill -9`, and in the same moment an agent hangs up. Measured
is from the signal until that agent's phone gets its next INVITE: in between a new service has to start (as
systemd would start it, a tenth of a second after the end), take the leadership, read the books, look at all
channels and bridges of Asterisk, and see that one talk is over and who is next. Then once more with a second
service that stands by.

After each crash everybody is asked whether anything was lost: every caller still waiting in the same order,
every other talk going on, nobody hung up on, nobody rung twice.
"""

import signal
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from acd.lab.service import ServiceProcess
from bench.faults.services import RESTART_S, Services, Supervised
from bench.options import Options
from bench.report import Aim, Figure, Row, Spread
from bench.rig.tape import Tape
from bench.scale.company import NUMBER, LargeCompany
from bench.scale.crash import Books, LogFrom, losses, steps_of
from bench.scale.house import House
from bench.waiting import wait_until

WAITING, TALKING = 1_000, 200
SHORT_WAITING, SHORT_TALKING = 20, 5
ARRIVE_PER_S = 60.0
FILL_S = 180.0
OFFER_S = 60.0
SETTLE_S = 2.0
AIM_S = 2.0
RESTART, STAND_BY = "restart", "stand-by"


@dataclass(frozen=True, kw_only=True)
class Crash:
    """What came of one kill."""

    offered_s: float
    """From the signal to the first INVITE."""
    steps: Sequence[tuple[str, float]]
    """What the new leader did, each with its seconds."""
    lost: Sequence[str]
    """Sentences; none if all is well."""


def measure(options: Options) -> Row:
    """Kill a lone service, and the leader of two, in turn."""
    talking, waiting = (SHORT_TALKING, SHORT_WAITING) if options.short else (TALKING, WAITING)
    crashes: dict[str, list[Crash]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="acd-p7-") as folder:
        Path(folder).chmod(0o755)
        company = LargeCompany(agents=talking, working=talking)
        with House(company=company, folder=Path(folder), settings={"ACD_LOG": "info"}) as house:
            house.log_in(house.workers)
            house.be_ready(house.workers)
            with _supervised(house) as services:
                for round_ in range(options.rounds):
                    for kind, number in ((RESTART, 1), (STAND_BY, 2)):
                        options.tell(f"P7: round {round_ + 1} of {options.rounds}, {kind}")
                        services.be(number, {})
                        wait_until(lambda: services.active, OFFER_S, "a service that serves")
                        if kind == STAND_BY:
                            wait_until(
                                lambda: any(one.stands_by for one in services.all), OFFER_S, "a stand-by"
                            )
                        _fill(house, talking=talking, waiting=waiting)
                        crashes[kind].append(_crash(house, services))
                house.phones.clear(within_s=FILL_S)
    return row(crashes, talking=talking, waiting=waiting, options=options)


@contextmanager
def _supervised(house: House) -> Iterator[Services]:
    """From now on the service is started again whenever it ends."""
    stack = house.centre.stack
    stack.service.stop()
    http_port = stack.ports.http
    first = ServiceProcess(stack.service.environment, http_port=http_port, log=stack.service.log)
    services = Services(first, first_http_port=http_port, second_http_port=http_port + 1)
    try:
        yield services
    finally:
        services.close()


def _fill(house: House, *, talking: int, waiting: int) -> None:
    """Until so many talk and so many wait, as the books say."""
    phones = house.phones
    phones.work(talk_s=None)
    phones.at_rate(NUMBER, ARRIVE_PER_S, at_most=talking + waiting)

    wait_until(lambda: phones.up() == talking + waiting, FILL_S, f"{talking + waiting} calls")
    phones.stop()

    def is_full() -> bool:
        books = Books.of(house.centre)
        return (len(books.talking), len(books.waiting)) == (talking, waiting)

    wait_until(is_full, FILL_S, f"{talking} talks and {waiting} callers waiting")


def _crash(house: House, services: Services) -> Crash:
    """Kill whoever leads while an agent hangs up, and see what becomes of everybody."""
    centre, phones = house.centre, house.phones
    leader = services.active
    assert leader is not None, "somebody serves"
    before = Books.of(centre)
    logs = {id(one): LogFrom(one.service.log) for one in services.all}
    phones.take()
    killed_ns = time.time_ns()
    leader.send(signal.SIGKILL)
    phones.agents_hang_up(1)
    tape = _until_offered(house, killed_ns)
    rang_ns = min(ring.rang_ns for ring in tape.rings if ring.rang_ns > killed_ns)
    wait_until(lambda: services.active, OFFER_S, "a service that serves")
    time.sleep(SETTLE_S)
    after = Books.of(centre)
    new = _leads(services)
    return Crash(
        offered_s=(rang_ns - killed_ns) / 1e9,
        steps=steps_of(logs[id(new)].lines(), killed_at=killed_ns / 1e9, rang_at=rang_ns / 1e9),
        lost=losses(before, after, _together(tape, phones.take()), hung_up=1),
    )


def _leads(services: Services) -> Supervised:
    found = services.active
    assert found is not None, "one has just said that it does"
    return found


def _until_offered(house: House, killed_ns: int) -> Tape:
    """The tape until a phone has rung anew."""
    tapes: list[Tape] = []

    def has_rung() -> bool:
        tapes.append(house.phones.take())
        return any(ring.rang_ns > killed_ns for tape in tapes for ring in tape.rings)

    wait_until(has_rung, OFFER_S, "an offer after the crash")
    whole = tapes[0]
    for tape in tapes[1:]:
        whole = _together(whole, tape)
    return whole


def _together(first: Tape, second: Tape) -> Tape:
    """Two tapes as one; what was going on at the end of the first is told by the second."""
    rings = {(ring.desk, ring.rang_ns): ring for tape in (first, second) for ring in tape.rings}
    calls = {call.caller: call for tape in (first, second) for call in tape.calls}
    return Tape(
        began_ns=first.began_ns,
        ended_ns=second.ended_ns,
        rings=list(rings.values()),
        calls=list(calls.values()),
        resent=first.resent + second.resent,
        cpu_s=first.cpu_s + second.cpu_s,
        held_back=first.held_back + second.held_back,
    )


def row(crashes: Mapping[str, Sequence[Crash]], *, talking: int, waiting: int, options: Options) -> Row:
    """What the crashes come to."""
    taken = {kind: Spread.of([crash.offered_s for crash in found]) for kind, found in crashes.items()}
    lost = [f"{kind}: {words}" for kind, found in crashes.items() for one in found for words in one.lost]
    number = sum(map(len, crashes.values()))
    return Row(
        id="P7",
        title=f"kill -9 with {waiting:,} waiting and {talking} talking → first new offer",
        figures=(
            Figure(name="restarted_first_offer_s", ours=taken[RESTART]),
            Figure(name="stand_by_first_offer_s", ours=taken[STAND_BY]),
        ),
        aims=(
            Aim(text=f"started again: ≤ {AIM_S:g} s", met=taken[RESTART].median <= AIM_S),
            Aim(text=f"with a stand-by: ≤ {AIM_S:g} s", met=taken[STAND_BY].median <= AIM_S),
            Aim(text=f"nothing lost in {number} crashes", met=not lost),
        ),
        settings={
            "waiting": waiting,
            "talking": talking,
            "rounds": options.rounds,
            "restarted_after_s": RESTART_S,
        },
        notes=(
            *(_where_time_goes(kind, found) for kind, found in crashes.items()),
            *map("LOST: {}".format, lost),
        ),
        samples={kind: [crash.offered_s for crash in found] for kind, found in crashes.items()},
        samples_unit="s",
    )


def _where_time_goes(kind: str, crashes: Sequence[Crash]) -> str:
    by_step: dict[str, list[float]] = defaultdict(list)
    for crash in crashes:
        for words, took_s in crash.steps:
            by_step[words].append(took_s)
    told = "; ".join(f"{words} {statistics.median(took) * 1000:.0f} ms" for words, took in by_step.items())
    return f"{kind}, medians: {told}."
