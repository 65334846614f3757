"""`acd check` and `acd apply`: mistakes with their places, and what changes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Acd, run_acd
from tests.support.rehearsal import COMPANY, Rehearsal

FILES = Path(__file__).parents[1] / "company" / "files"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the rehearsal company, to be changed."""
    path = tmp_path / "edited.yaml"
    path.write_text(COMPANY.read_text())
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_good_file_is_summed_up() -> None:
    ran = run_acd("check", str(COMPANY))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{COMPANY}: no mistakes. Rehearsal: 2 numbers, 2 flows, 2 queues, 3 agents, 2 phones, 2 prompts.\n"
        f"Next: acd apply {COMPANY}\n"
    )


def test_every_mistake_is_named_with_its_place_and_remedy_and_counted() -> None:
    file = FILES / "twenty.yaml"
    ran = run_acd("check", str(file))
    assert (ran.code, ran.out) == (2, "")
    *lines, count = ran.err.splitlines()
    mistakes = [line for line in lines if not line.startswith("    ")]
    assert (
        mistakes[0]
        == f'{file}:2:11: timezone: there is no time zone "Europe/Wienn"; did you mean "Europe/Vienna"?'
    )
    assert all(line.startswith(f"{file}:") for line in mistakes)
    assert (len(mistakes), count) == (20, "20 mistakes.")
    below = lines[lines.index(next(line for line in mistakes if "prompts.menu.txt" in line)) + 1]
    assert below == "    known here: text, file, language, translations"


def test_a_warning_is_told_and_the_file_is_good_all_the_same(edited: Path) -> None:
    rule = "{name: Heat, when: {product: [heat]}, head_start_s: 5}"
    with edited.open("a") as file:
        file.write(f"products:\n  heat: {{name: Heating}}\nrules:\n  - {rule}\n")
    lines = edited.read_text().splitlines()
    ran = run_acd("check", str(edited))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        f"{edited}:{len(lines)}:34: rules[0].when.product: warning: no number and no key of a menu says that"
    )
    assert "no mistakes" in ran.out
    read = run_acd("check", str(edited), "--json").json
    assert [warning["path"] for warning in read["warnings"]] == ["rules[0].when.product"]
    assert read["mistakes"] == []


def test_for_scripts_mistakes_and_summary() -> None:
    bad = run_acd("check", str(FILES / "twenty.yaml"), "--json")
    assert (bad.code, bad.err) == (2, "")
    assert len(bad.json["mistakes"]) == 20
    assert bad.json["mistakes"][0] == {
        "path": "timezone",
        "line": 2,
        "column": 11,
        "message": 'there is no time zone "Europe/Wienn"',
        "remedy": 'did you mean "Europe/Vienna"?',
    }
    good = run_acd("check", str(COMPANY), "--json")
    assert (good.code, good.json["mistakes"], good.json["summary"]["agent"]) == (0, [], 3)


@pytest.mark.parametrize("command", ["check", "apply"])
def test_a_file_that_is_not_there_is_a_mistake_too(command: str, tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        ran = run_acd(command, str(path))
        assert ran.code == 2
        assert f"{path}:1:1: cannot be read: " in ran.err


def test_applying_shows_what_has_changed(acd: Acd, edited: Path) -> None:
    edit(edited, "ring_s: 15}\n  repairs", "ring_s: 20}\n  repairs")
    edit(edited, "name: Ben", "name: Benjamin")
    ran = acd("apply", str(edited))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Version 2 is in force.",
        "~ queues.sales.ring_s: 15 → 20",
        "~ agents.202.name: Ben → Benjamin",
        "heard by the rehearsal",
    ]
    assert "Benjamin" in acd("agent", "list").out


def test_applying_the_same_again_changes_nothing(acd: Acd) -> None:
    assert acd("apply", str(COMPANY)).out.splitlines() == [
        "Version 1 is in force.",
        "It is the same as before: nothing has changed.",
        "heard by the rehearsal",
    ]


def test_what_asterisk_must_learn_is_pointed_out(acd: Acd, edited: Path) -> None:
    edit(edited, '  desk2: {extension: "102"}', '  desk2: {extension: "103"}')
    told = acd("apply", str(edited)).out.splitlines()[-1]
    assert all(way in told for way in ("`acd render`", "`make up`", "`make run`"))


def test_for_scripts_the_version_and_the_changes(acd: Acd, edited: Path) -> None:
    edit(edited, "name: Ben", "name: Benjamin")
    assert acd("apply", str(edited), "--json").json == {
        "version": 2,
        "changes": ["~ agents.202.name: Ben → Benjamin"],
        "notes": ["heard by the rehearsal"],
    }


def test_a_bad_file_is_refused_before_anybody_is_asked(acd: Acd, edited: Path) -> None:
    edit(edited, "queue: repairs", "queue: repars")
    ran = acd("apply", str(edited))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == "1 mistake."
    assert acd("status", "--json").json["readiness"]["company_version"] == 1


def test_without_the_database_nothing_is_applied_and_that_is_not_the_users_mistake(
    acd: Acd, rehearsal: Rehearsal
) -> None:
    rehearsal.service.journal.away = True
    ran = acd("apply", str(COMPANY))
    assert (ran.code, ran.err) == (1, "The database does not answer; ask again when it does.\n")
