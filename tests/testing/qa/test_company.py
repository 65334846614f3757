"""Variants of a company file that tests ask for."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acd.company.schema import Company
from acd.lab.from_company import read_company
from acd.testing.errors import MistakeInTest
from acd.testing.qa.company import (
    TELEPHONE,
    as_text,
    changed,
    closed_now,
    is_open,
    moved,
    opened_now,
    telephone_of,
    with_telephone,
)

UTILITY = Path(__file__).parents[3] / "examples" / "utility.yaml"
A_MONDAY = datetime(2026, 11, 2)  # noqa: DTZ001 - of the company's clock


@pytest.fixture(scope="module")
def utility() -> Company:
    return read_company(UTILITY)


def test_text_of_a_company_is_a_file_that_means_the_same(utility: Company, tmp_path: Path) -> None:
    file = tmp_path / "company.yaml"
    file.write_text(as_text(utility), encoding="utf-8")
    assert read_company(file) == utility


def test_company_that_only_a_carrier_calls_gets_a_telephone_and_one_that_has_one_stays(
    utility: Company,
) -> None:
    assert with_telephone(utility) is utility
    without = changed(utility, {"trunks": {"caller": None}})
    completed = with_telephone(without)
    assert telephone_of(completed) == TELEPHONE
    assert completed.trunks.keys() == {"carrier", TELEPHONE}


def test_recordings_move_with_their_translations(utility: Company, tmp_path: Path) -> None:
    bell, folder = tmp_path / "bell.wav", tmp_path / "there"
    bell.write_bytes(b"ding")
    folder.mkdir()
    recorded = {"file": str(bell), "translations": {"de": {"file": str(bell)}}}
    prompt = moved(changed(utility, {"prompts": {"bell": recorded}}), folder).prompts["bell"]
    assert {prompt.file, prompt.translations["de"].file} == {
        str(folder / "prompt-bell.wav"),
        str(folder / "prompt-bell-de.wav"),
    }
    assert [file.read_bytes() for file in folder.iterdir()] == [b"ding", b"ding"]


def test_change_touches_what_it_names_and_nothing_else(utility: Company) -> None:
    after = changed(utility, {"queues": {"faults": {"wrap_up_s": 0}}})
    assert after.queues["faults"].wrap_up_s == 0
    assert after.queues["faults"].ring_s == utility.queues["faults"].ring_s
    assert changed(after, {"queues": {"faults": {"wrap_up_s": 5}}}) == utility


def test_change_that_makes_the_file_wrong_is_told_with_the_place_and_the_remedy(utility: Company) -> None:
    with pytest.raises(MistakeInTest, match=r"queues\.faults\.ring_s: .*cannot be found unreachable"):
        changed(utility, {"queues": {"faults": {"ring_s": 1}}})


@pytest.mark.parametrize("days", range(7))
@pytest.mark.parametrize("clock", ["00:00", "12:00", "23:59"])
def test_hours_can_be_open_and_closed_at_every_moment_of_the_week(
    utility: Company, days: int, clock: str
) -> None:
    hour, minute = map(int, clock.split(":"))
    now = A_MONDAY + timedelta(days=days, hours=hour, minutes=minute)
    assert is_open(opened_now(utility, "hungary"), "5400", now)
    assert not is_open(closed_now(utility, "hungary", now), "5400", now)
    assert not is_open(closed_now(utility, "hungary", now), "5400", now + timedelta(hours=23))


def test_calendar_of_a_number_is_known_without_a_call(utility: Company) -> None:
    assert is_open(utility, "5100", A_MONDAY)  # always open
    assert not is_open(utility, "5400", A_MONDAY + timedelta(hours=12, minutes=30))  # lunch in Budapest
    assert is_open(utility, "5400", datetime.fromisoformat("2026-11-02T12:30+00:00"))  # 13:30 there


def test_what_the_company_does_not_have_is_told_with_what_it_has(utility: Company) -> None:
    with pytest.raises(MistakeInTest, match=r"no opening hours 'austira'. It has: austria, hungary"):
        opened_now(utility, "austira")
