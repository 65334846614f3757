"""The page of the faults says what came of each lap: nothing is averaged away, and no loss is passed over."""

from bench.faults.catalogue import MIXED, SINGLE, Fault
from bench.faults.deeds import nothing
from bench.faults.fates import Fate, Outcome
from bench.faults.house import House
from bench.faults.lap import Result
from bench.faults.people import State
from bench.faults.report import Row, cell, page


def calm(_house: House) -> None:
    """The storm is over."""


FAULT = Fault(name="storm", words="A storm", strike=nothing, mend=calm)
QUAKE = Fault(name="quake", words="A quake", strike=nothing)


def fate(outcome: Outcome, seconds: float = 0.0, state: State = State.TALKING, reason: str = "") -> Fate:
    return Fate(state=state, who=f"{state} 4711", outcome=outcome, seconds=seconds, reason=reason)


def written(*rows: Row, not_run: dict[str, str] | None = None) -> str:
    return page(
        rows,
        not_run=not_run or {},
        command="python -m bench.faults",
        when="today",
        versions="The code was new",
        scene="all talk",
        laps=1,
    )


def test_a_cell_counts_each_outcome_and_tells_the_longest_time() -> None:
    fates = [fate(Outcome.GAP, 0.5), fate(Outcome.UNTOUCHED), fate(Outcome.GAP, 2.25), fate(Outcome.LOST)]
    assert cell(fates) == "1 untouched, 2 gap ≤ 2.2 s, 1 **lost**"
    assert cell([]) == ""


def test_a_row_has_a_cell_for_each_state_and_the_median_of_its_laps() -> None:
    laps = [
        Result(fates=[fate(Outcome.UNTOUCHED, state=state) for state in State], away_s=1, served_s=served_s)
        for served_s in (9.0, 2.0, 3.0)
    ]
    row = Row(fault=FAULT, results=laps)
    assert row.cells == ["A storm", *["3 untouched"] * len(State), "1.0 s", "3.0 s", "0"]


def test_what_comes_back_by_itself_is_not_kept_away() -> None:
    row = Row(fault=QUAKE, results=[Result(away_s=1, served_s=2)])
    assert row.cells[-3:] == ["", "2.0 s", "0"]


def test_a_lap_in_which_nobody_was_served_again_says_so() -> None:
    assert "never" in Row(fault=FAULT, results=[Result()]).cells


def test_every_loss_is_named_those_of_calls_and_those_of_the_house() -> None:
    results = [
        Result(fates=[fate(Outcome.LOST, reason="left in silence"), fate(Outcome.UNTOUCHED)]),
        Result(wrong=["agent 201 is stuck"]),
    ]
    row = Row(fault=FAULT, results=results)
    assert row.losses == ["talking 4711: left in silence", "agent 201 is stuck"]
    assert row.cells[-1] == "**2**"
    told = written(row)
    assert "- A storm: talking 4711: left in silence" in told
    assert "- A storm: agent 201 is stuck" in told
    assert "Nothing, of" not in told


def test_a_page_without_losses_says_so_and_names_what_was_not_tried() -> None:
    rows = [Row(fault=FAULT, results=[Result(fates=[fate(Outcome.UNTOUCHED)])])]
    told = written(*rows, not_run={"A flood": "needs water"})
    assert "Nothing, of 1 calls and agents." in told
    assert "- A flood: needs water" in told


def test_each_line_of_the_table_has_as_many_cells_as_its_head() -> None:
    told = written(Row(fault=FAULT, results=[Result(fates=[fate(Outcome.GAP, 1.0)])]))
    table = [line for line in told.splitlines() if line.startswith("| ") and line.count("|") > 3]
    assert len(table) == 3
    assert len({line.count("|") for line in table}) == 1


def test_faults_can_be_told_apart() -> None:
    faults = [*SINGLE, *MIXED]
    assert len({fault.name for fault in faults}) == len({fault.words for fault in faults}) == len(faults)
