"""What the rows make of the tapes: gaps, delays, calls, cost, and whether the aims were met."""

import pytest

from bench.options import Options
from bench.report import Row
from bench.rig.books import FlushTime
from bench.rig.tape import End
from bench.rig.usage import Usage
from bench.rows import p1, p2, p3, p4
from bench.rows.traffic import Traffic
from tests.bench.made_up import call, lap, laps, ring, tape, waiting_ms

OPTIONS = Options(rounds=1)
FLUSH = FlushTime(p50_ms=1.0, p99_ms=2.0)


def verdicts(row: Row) -> list[bool | None]:
    return [aim.met for aim in row.aims]


def test_a_gap_is_from_an_agents_bye_to_the_same_desks_next_invite() -> None:
    made = tape([ring(1, 1500, 1900), ring(0, 1010, 1400), ring(0, 0, 1000), ring(1, 20, 1000)])
    assert sorted(made.idle_gaps_ms()) == [10.0, 500.0]


def test_no_gap_begins_with_a_call_that_the_caller_ended() -> None:
    made = tape([ring(0, 0, 1000, end=End.CALLER_GONE), ring(0, 1500, 1600), ring(0, 1700, 0, end=End.OPEN)])
    assert list(made.idle_gaps_ms()) == [100.0]


def test_a_delay_is_from_the_callers_invite_to_the_first_desk_that_rings() -> None:
    rings = [ring(3, 109, 300, caller="9"), ring(2, 104, 300, caller="9"), ring(1, 50, 60, caller="8")]
    assert list(tape(rings, [call("9", 100), call("7", 100)]).offer_delays_ms()) == [4.0]


def test_a_call_is_carried_when_an_agent_has_hung_up_and_the_caller_is_let_go() -> None:
    ends = (End.AGENT_HUNG_UP, End.CALLER_GONE, End.CANCELLED, End.BUSY, End.OPEN, End.AGENT_HUNG_UP)
    rings = [ring(0, 1, 2, caller=str(place), end=end) for place, end in enumerate(ends)]
    calls = [call(str(place), 0) for place in range(5)]
    made = tape(rings, [*calls, call("5", 0, over_ms=0.0), call("6", 0, status=503)])
    assert (made.carried(), made.misdirected(), made.refused()) == (1, 1, 1)


def test_a_caller_who_was_connected_twice_counts_once() -> None:
    made = tape([ring(0, 1, 2, caller="1"), ring(1, 3, 4, caller="1")], [call("1", 0)])
    assert (made.carried(), made.in_vain()) == (1, 1)


@pytest.mark.parametrize(
    ("ours_ms", "rival_ms", "met"),
    [
        (4, 400, [True, True, True, True]),
        (7, 500, [False, True, True, False]),
        (25, 400, [False, False, False, False]),
    ],
)
def test_p1_meets_its_aims_or_says_that_it_does_not(ours_ms: float, rival_ms: float, met: list[bool]) -> None:
    found = laps(lap(waiting_ms(ours_ms)), lap(waiting_ms(rival_ms)), lap(waiting_ms(3)))
    row = p1.row(found, FLUSH, OPTIONS)
    assert verdicts(row) == met
    assert row.ratio == rival_ms / ours_ms
    assert row.samples["ours"] == [ours_ms] * 9


def test_p2_counts_calls_by_the_second() -> None:
    ours, rival = (
        tape(
            [ring(0, turn, turn + 1, caller=str(turn)) for turn in range(calls)],
            [call(str(turn), turn) for turn in range(calls)],
            length_s=1.0,
        )
        for calls in (160, 100)
    )
    row = p2.row(laps(lap(ours), lap(rival), lap(ours)), OPTIONS)
    assert row.figures[0].ours.median == 160.0
    assert verdicts(row) == [True, True]
    assert verdicts(p2.row(laps(lap(rival), lap(ours), lap(ours)), OPTIONS)) == [False, False]


def test_p3_is_a_loss_when_the_rival_is_quicker() -> None:
    def after(delay_ms: float) -> tuple[float, float]:
        return 100.0, 100.0 + delay_ms

    made = [
        lap(tape([ring(0, rang, 900, caller="1")], [call("1", began)]))
        for began, rang in map(after, (6, 2, 3))
    ]
    row = p3.row(laps(*made), OPTIONS)
    assert row.ratio == pytest.approx(1 / 3)
    assert verdicts(row) == [True, True]


def test_p4_divides_the_cpu_of_each_program_by_the_calls() -> None:
    ours, rival = lap(waiting_ms(1), asterisk_s=0.09, service_s=0.05), lap(waiting_ms(1), asterisk_s=0.06)
    traffic = Traffic(
        events={"Dial": 3.0, "StasisStart": 2.0},
        requests={"POST channels/create": 1.0},
        event_bytes=2000.0,
        request_bytes=300.0,
        answer_bytes=100.0,
    )
    row = p4.row(laps(ours, rival, rival), {"ours": traffic}, OPTIONS)
    assert [figure.ours.median for figure in row.figures[:3]] == pytest.approx([9.0, 5.0, 1.25])
    assert verdicts(row) == [False, False, True]
    assert (
        "ours: 5.0 events of 2.0 kB in all, 1.0 requests of 0.3 kB, answers 0.1 kB for each call" in row.notes
    )
    assert (
        "ours wrote 4.0 commits, 8.0 rows of facts and 2.0 kB of write-ahead log for each call" in row.notes
    )


def test_what_should_not_have_been_is_said() -> None:
    noisy = tape([ring(0, 0, 1), ring(0, 0, 0, end=End.BUSY)], [call("1", 0, status=503)])
    row = p2.row(laps(lap(noisy), lap(waiting_ms(1), others=0.5), lap(waiting_ms(1))), OPTIONS)
    assert "ours: calls refused: 1" in row.notes
    assert "ours: calls offered to a busy desk: 1" in row.notes
    assert any("others on this machine took up to" in note for note in row.notes)


@pytest.mark.parametrize(
    ("busiest", "idle", "said"),
    [
        ({"service": 0.97, "Asterisk": 0.5}, 0.3, "one thread of service had a core for itself"),
        ({"service": 0.5}, 0.04, "cores were full"),
        ({"service": 0.5}, 0.4, "no core was full"),
    ],
)
def test_the_limit_is_named(busiest: dict[str, float], idle: float, said: str) -> None:
    usage = Usage(wall_s=10.0, cpu_s={"service": 5.0}, busiest_thread=busiest, idle=idle, others=0.0)
    assert said in usage.limit()
    assert "service 0.50" in usage.limit()
