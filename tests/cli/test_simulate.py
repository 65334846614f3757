"""`acd simulate`, as somebody types it."""

import json
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from click.testing import CliRunner, Result
from matplotlib.image import imread

from acd.cli.root import main
from acd.model.fact import OverlayBegan
from acd.model.ids import AgentId, OverlayId
from acd.model.overlay import Absence
from acd.runtime.ports import Entry
from acd.simulate.schema import Habits
from acd.simulate.world import Setting
from tests.simulate.floors import lived, peak_day

TEXTBOOK = "examples/scenarios/textbook.yaml"
UTILITY, PEAK_DAY = "examples/utility.yaml", "examples/scenarios/peak-day.yaml"
NEW_PRICES = "examples/scenarios/new-prices.yaml"
COLLEAGUE_AWAY = "examples/scenarios/colleague-away.yaml"

WHAT_IF = "examples/what-if.yaml"
PAST = ("--from-history", "2026-01-07", "--facts")


def simulate(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["simulate", *map(str, words)])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The textbook model, for an hour."""
    file = tmp_path / "small.yaml"
    text = Path(TEXTBOOK).read_text(encoding="utf-8")
    file.write_text(text.replace("hours: 100 ", "hours: 1 "), encoding="utf-8")
    return file


def as_it_was() -> Setting:
    """The example company on the example day; but that Ilona was away."""
    made = peak_day()
    scenario = msgspec.structs.replace(
        made.scenario, habits={**made.scenario.habits, "209": Habits(shifts=())}
    )
    return msgspec.structs.replace(made, scenario=scenario)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The facts of that day."""
    facts = tmp_path_factory.mktemp("past") / "facts.jsonl"
    entries, _ = lived(as_it_was())
    facts.write_bytes(b"\n".join(map(msgspec.json.encode, entries)))
    return facts


def test_a_scenario_of_its_own_needs_no_company(small: Path) -> None:
    told = simulate(small, "--runs", "2", "--jobs", "1")
    assert told.exit_code == 0
    assert "M/M/8: 2 runs of 1 h after 2 h of warm-up" in told.output
    assert "clerks-8" in told.output
    assert simulate("-", small, "--runs", "2", "--jobs", "1").output == told.output


def test_json_has_each_figure_with_its_half_width(small: Path) -> None:
    told = json.loads(simulate(small, "--runs", "3", "--jobs", "1", "--seed", "5", "--json").output)
    assert (told["seed"], told["runs"], told["confidence"]) == (5, 3, 0.95)
    for figures in (told["overall"], told["streams"]["calls"]):
        for name in (
            "offered",
            "delayed",
            "abandoned",
            "still_waiting",
            "blocked",
            "time_in_queue_s",
            "occupancy",
        ):
            assert set(figures[name]) == {"mean", "half_width"}
        assert set(figures["wait_s"]) == {"mean", "p50", "p90", "p99"}
        assert set(figures["service_level"]) == {"20"}
    assert len(told["agents"]) == 8


def test_the_example_company_on_a_busy_day() -> None:
    told = simulate(UTILITY, PEAK_DAY, "--runs", "1", "--jobs", "1")
    assert told.exit_code == 0
    for stream in ("electricity", "bills", "german", "hungarian", "business", "faults"):
        assert f"\n{stream}" in told.output
    assert "Answered in: ring 1" in told.output


def test_calls_that_came_to_no_queue_are_pointed_out(tmp_path: Path) -> None:
    file = tmp_path / "night.yaml"
    file.write_text(
        'scenario: At night\nhours: 1\nstarts: "2026-01-07 02:00"\nstreams:\n  bills:\n    number: "5200"\n'
        "    arrivals: {kind: poisson, per_hour: 60}\n    handle: {kind: fixed, seconds: 60}\n",
        encoding="utf-8",
    )
    told = simulate(UTILITY, file, "--runs", "1", "--jobs", "1")
    assert "bills: 100.00 % of the calls came to no queue" in told.output


def test_callers_who_wait_for_ever_came_to_a_queue_and_are_pointed_out(small: Path) -> None:
    text = small.read_text(encoding="utf-8").replace("calls: {}", "calls: {needs: {german: 7}}")
    small.write_text(text.replace("count: 8", "count: 8, skills: {german: 5}"), encoding="utf-8")
    told = simulate(small, "--runs", "1", "--jobs", "1")
    assert "M/M/8: 1 run of 1 h" in told.output
    assert "calls: 100.00 % of those who entered a queue still waited when the run ended" in told.output
    assert "came to no queue" not in told.output


def test_two_scenarios_side_by_side_and_a_plot(small: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    more.write_text(small.read_text(encoding="utf-8").replace("count: 8", "count: 12"), encoding="utf-8")
    plot = tmp_path / "plot.svg"
    told = simulate("--compare", small, more, "--runs", "4", "--jobs", "1", "--plot", plot)
    assert told.exit_code == 0
    assert "less: real" in told.output
    drawn = plot.read_text(encoding="utf-8")
    assert drawn.lstrip().startswith("<?xml")
    assert "A: small.yaml   B: more.yaml" in drawn


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name a company file and a scenario"),
        ((UTILITY, TEXTBOOK), "leave the company file out"),
        ((PEAK_DAY,), "has no queues of its own"),
        ((TEXTBOOK, "--runs", "1", "--jobs", "1", "--plot", "x.pdf"), "a plot ends in .svg or .png"),
        (("none.yaml",), "cannot be read"),
        ((TEXTBOOK, "--plot", "nowhere/x.svg"), "there is no folder nowhere"),
        ((UTILITY, "--from-history", "2026-01-07", "--facts", "none"), "none cannot be read"),
        ((TEXTBOOK, "--facts", "none"), "add --from-history DAY"),
        ((UTILITY, PEAK_DAY, *PAST, "facts"), "a past day brings its own callers; leave it out"),
        ((UTILITY, WHAT_IF), "this is a change to a past day and no scenario; add --from-history DAY"),
        ((PEAK_DAY, UTILITY), "this is a company file and no scenario; name the scenario last"),
    ],
)
def test_a_wish_that_cannot_be_had_ends_with_2_and_a_remedy(
    words: tuple[str, ...], said: str, small: Path
) -> None:
    told = simulate(*(str(small) if word == TEXTBOOK and "--plot" in words else word for word in words))
    assert told.exit_code == 2
    assert said in told.output


def test_keys_that_no_menu_has_are_told_before_anything_is_simulated(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    text = Path(PEAK_DAY).read_text(encoding="utf-8").replace('keys: "3"', 'keys: "4"')
    file.write_text(text.replace('number: "5600"', 'number: "5600"\n    keys: "2"'), encoding="utf-8")
    told = simulate(UTILITY, file)
    assert told.exit_code == 2
    assert told.output.splitlines() == [
        f'{file}: streams.bills.keys: 4 has no meaning in the menu "menu" of the flow "main", '
        "which has 1, 2, 3",
        f'{file}: streams.business.keys: no menu asks for 2: the flow "business" has none before its "desk"',
        "2 mistakes.",
    ]


def test_the_page_shows_the_absence_of_the_example_and_substitutes_take_her_calls() -> None:
    absent = Path(COLLEAGUE_AWAY).read_text(encoding="utf-8")
    _, _, shown = absent.partition("\nabsences:")
    assert f"```yaml\nabsences:{shown}```" in Path("docs/simulation.md").read_text(encoding="utf-8")
    told = simulate(UTILITY, COLLEAGUE_AWAY, "--runs", "1", "--jobs", "1")
    assert told.exit_code == 0, told.output
    assert re.search(r"Callers for one person: .*answered by a substitute [1-9]", told.output), told.output


def test_the_page_shows_the_callers_of_the_example() -> None:
    told = Path(NEW_PRICES).read_text(encoding="utf-8")
    begin = told.index("    callback:")
    shown = told[begin : told.index("  preise:")]
    assert f"```yaml\n{shown}```" in Path("docs/simulation.md").read_text(encoding="utf-8")


def _of_page(scenario: str) -> list[str]:
    """The words of the command on the page that compares under this scenario."""
    page = Path("docs/simulation.md").read_text(encoding="utf-8")
    found = re.search(rf"^    acd simulate (--compare .*{scenario} --without-callbacks)$", page, re.MULTILINE)
    assert found is not None
    return found[1].split()


def test_with_callbacks_fewer_hang_up_on_a_busy_day_and_the_losses_are_printed_too() -> None:
    told = simulate(*_of_page(NEW_PRICES), "--runs", "3", "--jobs", "1")
    assert told.exit_code == 0, told.output
    assert f"A: {UTILITY}, without callbacks\nB: {UTILITY}\n" in told.output
    assert re.search(r"all +abandoned .* B has .* less: real", told.output), told.output
    assert re.search(r"all +wait_s.mean .* B has .* more: real", told.output), told.output
    assert re.search(r"callbacks +agreed +0.00 % .* B has .* more: real", told.output), told.output
    assert re.search(r"callbacks +on_the_line_s.mean .* B has .* less: real", told.output), told.output


def test_what_became_of_callbacks_is_told_and_without_them_that_nobody_asked() -> None:
    words = (UTILITY, PEAK_DAY, "--runs", "1", "--jobs", "1")
    told = simulate(*words).output
    assert re.search(
        r"Callbacks: agreed with [1-9]\.\d\d % of those who entered a queue\. Of these were", told
    )
    assert re.search(
        r"Mean wait of those who were called back \d+:\d\d min, of those answered on the line", told
    )
    assert re.search(r"Calls made for each callback [1-3]\.\d; agents waited for customers 0\.0\d %", told)
    without = simulate(*words, "--without-callbacks").output
    assert "Callbacks: nobody asked for one. Look whether the queues call back" in without
    found = json.loads(simulate(*words, "--json").stdout)["callbacks"]
    assert set(found) == {
        "agreed",
        "reached",
        "given_up",
        "still_waiting",
        "dials",
        "fetching",
        "reached_s",
        "on_the_line_s",
    }


def test_absences_and_incidents_of_what_the_company_does_not_have_are_told(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(
        Path(PEAK_DAY).read_text(encoding="utf-8")
        + 'absences: [{from: 2026-01-07 08:00, agent: "299", reason: ill}]\n'
        + "incidents: [{from: 2026-01-07 08:00, reason: Storm, head_start_s: 60, when: {region: [eats]}}]\n",
        encoding="utf-8",
    )
    told = simulate(UTILITY, file)
    assert told.exit_code == 2
    assert f"{file}: absences[0]: The company has no agent 299" in told.output
    assert f"{file}: incidents[0]: The company has no region eats; did you mean east?" in told.output
    assert told.output.endswith("\n2 mistakes.\n")


def test_a_past_day_comes_back_from_its_facts(day: Path) -> None:
    _, tally = lived(as_it_was())
    told = simulate(UTILITY, *PAST, day, "--runs", "1", "--jobs", "1", "--json")
    assert (told.exit_code, told.stderr) == (0, ""), told.output
    again = json.loads(told.output)
    # Those of the evening, who called after the measuring, are among them.
    assert again["overall"]["offered"]["mean"] == tally.calls
    assert set(again["streams"]) == {"5200", "5300", "5400", "5600", "5900"}


def test_an_absence_of_that_day_comes_again_and_what_the_company_no_longer_has_is_warned_of(
    day: Path, tmp_path: Path
) -> None:
    at = datetime(2026, 1, 7, 0, 1, tzinfo=ZoneInfo("Europe/Vienna")).timestamp()
    away = [
        OverlayBegan(
            overlay=OverlayId(agent), edit=Absence(agent=AgentId(agent)), reason=f"{agent} is ill", until=None
        )
        for agent in ("211", "299")
    ]
    facts = tmp_path / "facts.jsonl"
    began = msgspec.json.encode(Entry(at=at, facts=tuple(away)))
    facts.write_bytes(b"\n".join([began, day.read_bytes()]))
    told = simulate(UTILITY, *PAST, facts, "--runs", "1", "--jobs", "1", "--json")
    assert told.stderr.startswith(
        f"warning: {UTILITY}: 299 is ill, of 2026-01-07, is left out: The company has no agent 299"
    )
    was = json.loads(simulate(UTILITY, *PAST, day, "--runs", "1", "--jobs", "1", "--json").stdout)
    again = json.loads(told.stdout)
    contacts = [each["agents"].get("211", {}).get("contacts", {}).get("mean") for each in (was, again)]
    assert contacts[0]
    assert not contacts[1]


def test_the_page_shows_what_the_file_says() -> None:
    _, _, shown = Path(WHAT_IF).read_text(encoding="utf-8").partition("\n\n")
    assert f"```yaml\n{shown}```" in Path("docs/simulation.md").read_text(encoding="utf-8")


def test_somebody_who_was_away_comes_in_and_somebody_stays_longer(day: Path) -> None:
    told = simulate(UTILITY, WHAT_IF, *PAST, day, "--runs", "1", "--jobs", "1", "--json")
    assert told.exit_code == 0, told.output
    planned = json.loads(told.stdout)
    was = json.loads(simulate(UTILITY, *PAST, day, "--runs", "1", "--jobs", "1", "--json").stdout)
    assert planned["scenario"] == "2026-01-07 as it was, but: Ilona comes in, Greta stays until five"
    assert planned["overall"]["offered"] == was["overall"]["offered"]
    assert was["agents"]["209"]["contacts"]["mean"] == 0.0
    assert planned["agents"]["209"]["contacts"]["mean"] > 10
    assert planned["agents"]["207"]["contacts"]["mean"] > was["agents"]["207"]["contacts"]["mean"]
    assert planned["overall"]["time_in_queue_s"]["mean"] < was["overall"]["time_in_queue_s"]["mean"]


def test_side_by_side_what_is_different_holds_for_b(day: Path) -> None:
    told = simulate("--compare", UTILITY, UTILITY, WHAT_IF, *PAST, day, "--runs", "4", "--jobs", "1")
    assert told.exit_code == 0, told.output
    assert f"A: {UTILITY}\nB: {UTILITY}, but: what-if.yaml\n" in told.output
    assert re.search(r"all +delayed .* B has .* less: real", told.output), told.output


def test_two_companies_on_a_past_day_with_a_picture(day: Path, tmp_path: Path) -> None:
    planned, plot = tmp_path / "planned.yaml", tmp_path / "plot.png"
    text = Path(UTILITY).read_text(encoding="utf-8")
    assert "wrap_up_s: 30" in text
    planned.write_text(text.replace("wrap_up_s: 30", "wrap_up_s: 1"), encoding="utf-8")
    words = ("--compare", UTILITY, planned, *PAST, day, "--runs", "3", "--jobs", "1")
    told = simulate(*words, "--plot", plot, "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout)
    assert (found["scenario"], found["a"], found["b"]) == ("2026-01-07 as it was", UTILITY, str(planned))
    assert found["overall"]["offered"]["verdict"] == "no difference"
    assert found["overall"]["occupancy"]["real"]
    assert found["overall"]["occupancy"]["verdict"].endswith("less: real")
    # Both companies are in the picture, each in its colour.
    drawn = {tuple(pixel) for row in (imread(plot)[:, :, :3] * 255).round().astype(int) for pixel in row}
    assert {(0x4C, 0x8B, 0xBF), (0xE8, 0x94, 0x3A)} <= drawn


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("habits: {}", ":2:9: habits: is empty"),
        ('habits: {"209": {shifts: ["17:00-08:00"]}}', ":2:27: habits.209.shifts[0]: ends before it begins"),
        ('habits: {"299": {shifts: []}}', f": habits.299: {UTILITY} has no agent 299"),
        ('habits: {"209": {answer: 3}}', 'habits.209.answer: "answer" is not known here'),
    ],
)
def test_a_mistake_in_what_is_different_is_told(day: Path, tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "what-if.yaml"
    file.write_text(f"what_if: A test\n{text}\n", encoding="utf-8")
    told = simulate(UTILITY, file, *PAST, day)
    assert told.exit_code == 2
    assert complaint in told.output
    assert told.output.endswith("\n1 mistake.\n")


def test_keys_of_a_past_day_that_a_menu_has_no_more_are_warned_of(day: Path, tmp_path: Path) -> None:
    planned = tmp_path / "planned.yaml"
    text = Path(UTILITY).read_text(encoding="utf-8")
    assert text.count('"3": {next: billing') == 1
    planned.write_text(text.replace('"3": {next: billing', '"4": {next: billing'), encoding="utf-8")
    told = simulate(planned, *PAST, day, "--runs", "1", "--jobs", "1", "--json")
    assert told.exit_code == 0, told.output
    found = re.fullmatch(
        rf"warning: {planned}: (\d+) callers of (\d+) of 5200: "
        r'3 has no meaning in the menu "menu" of the flow "main", which has 1, 2, 4\n',
        told.stderr,
    )
    assert found is not None, told.stderr
    assert 0 < int(found[1]) < int(found[2])
    assert json.loads(told.stdout)["streams"]["5200"]["offered"]["mean"] == int(found[2])
