"""What only looks like a mistake, and what a mistake must not hide."""

from pathlib import Path

import pytest

from acd.company.check import CheckedCompany, check
from tests.company.small import FOLDER, MINIMAL, ROUTING, changed, company_in, mistakes_in


def test_a_number_that_no_trunk_lets_in() -> None:
    text = changed(
        ("host: 192.0.2.1}", 'host: 192.0.2.1, numbers: ["5200"]}'),
        ("{name: Caller}", "{name: Caller, numbers: []}"),
        ("hours:\n  office", '  "5200": {name: Back, flow: main}\nhours:\n  office'),
    )
    (found,) = mistakes_in(text)
    assert (found.path, found.line, found.message) == ("numbers.5100", 5, "no trunk lets calls to it in")


def test_the_same_trunk_may_name_its_host_again() -> None:
    assert mistakes_in(changed(("host: 192.0.2.1}", "host: 192.0.2.1, addresses: [192.0.2.1]}"))) == []


@pytest.mark.parametrize(
    "open_", ['{mon-sun: "00:00-24:00"}', '{fri-mon: "22:00-06:00"}', '{mon: "08:00-12:00, 12:00-18:00"}']
)
def test_hours_that_only_look_wrong(open_: str) -> None:
    assert mistakes_in(changed(('{mon-fri: "08:00-18:00", sat: "09:00-13:00"}', open_))) == []


def test_a_menu_may_lead_back_by_a_key() -> None:
    """Only a caller who presses nothing must come to an end; one who presses keys decides for himself."""
    again = '{next: sales, needs: {selling: 3}}\n          "9": {next: hello}'
    assert mistakes_in(changed(("{next: sales, needs: {selling: 3}}", again))) == []


@pytest.mark.parametrize("section", ["skills", "queues", "agents"])
def test_a_slip_in_the_name_of_a_section_is_one_mistake(section: str) -> None:
    """And not one more for each name that is defined under it."""
    (found,) = mistakes_in(changed((f"\n{section}:", f"\n{section[:-2]}s:")))
    assert (found.path, found.remedy) == (f"{section[:-2]}s", f'did you mean "{section}"?')


def test_what_is_told_about_one_section_is_not_told_again_about_others() -> None:
    """With the queues unreadable nobody can say which queue exists, and nothing is said about it."""
    text = changed(("  sales: {name: Sales, needs: {selling: 1}, ring_s: 15}", "  - sales"))
    assert [found.path for found in mistakes_in(text)] == ["queues"]


def test_a_broken_entry_still_exists_for_those_who_refer_to_it() -> None:
    text = changed(("{name: Sales, needs: {selling: 1}, ring_s: 15}", "Sales"))
    assert [found.path for found in mistakes_in(text)] == ["queues.sales"]


def test_files_become_absolute(tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "bell.wav").write_bytes(b"")
    text = changed(("queues:\n", "music:\n  soft: {folder: sounds}\nqueues:\n"))
    found = check(text.encode(), tmp_path)
    assert isinstance(found, CheckedCompany)
    assert found.company.prompts["bell"].file == str(tmp_path / "sounds" / "bell.wav")
    assert found.company.music["soft"].folder == str(tmp_path / "sounds")


def test_a_checked_company_keeps_its_text() -> None:
    assert company_in(MINIMAL).text == MINIMAL


def test_the_folder_of_the_small_company_is_absolute() -> None:
    assert FOLDER.is_absolute()


def test_a_broken_part_hides_no_mistake_beside_it() -> None:
    """What could not be read is kept apart from what could, down to single fields."""
    text = changed(
        ("name: Front, flow: main, hours: office, closed_flow: closed", "flow: main, hours: office"),
        ("otherwise: sales", "otherwise: hello\n        wait_s: long"),
        ("english: 2}}", "english: 10}}"),
        ('desk2], voicemail: "100"', 'desk3], ring_s: 0, voicemail: "1"'),
    )
    assert [found.path for found in mistakes_in(text)] == [
        "numbers.5100",
        "numbers.5100.hours",
        "flows.main.nodes.hello",
        "flows.main.nodes.menu.wait_s",
        "flows.main.nodes.sales",
        "extensions.150.phones[1]",
        "extensions.150.ring_s",
        "extensions.150.voicemail",
    ]


def test_warnings_are_told_as_compilers_tell_them() -> None:
    (found,) = company_in(
        changed(("  english: {name: English}\n", "  english: {name: English}\n  x: {name: X}\n"))
    ).warnings
    assert found.told("f.yaml", warning=True) == (
        "f.yaml:36:3: skills.x: warning: nobody has this skill; give it to an agent, or remove it"
    )


def test_the_file_itself_is_beyond_reproach() -> None:
    assert company_in(ROUTING).warnings == ()
    assert company_in(MINIMAL).warnings == ()
