"""Which company file is in force: what an administrator applies, and what a restart makes of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.stacks import On

COMPANY = Path(__file__).parent / "company.yaml"


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A company file that a test may change; what it names is counted from where it lies."""
    folder = tmp_path / "company"
    shutil.copytree(COMPANY.parent / "sounds", folder / "sounds")
    return Path(shutil.copy(COMPANY, folder))


@pytest.fixture
def own_centre(tmp_path: Path, own_file: Path, on: On) -> Iterator[CallCentre]:
    with CallCentre(tmp_path / "centre", own_file, on=on) as centre:
        yield centre


def renamed(file: Path, name: str) -> Path:
    """The same company with another name for its sales line."""
    other = file.with_name(f"{name}.yaml")
    other.write_text(file.read_text(encoding="utf-8").replace("Sales line", name), encoding="utf-8")
    return other


def sales_line(centre: CallCentre) -> str:
    return str(next(queue["name"] for queue in centre.status()["queues"] if queue["id"] == "sales"))


def test_what_was_applied_survives_a_restart_until_the_file_itself_changes(
    own_centre: CallCentre, own_file: Path
) -> None:
    status, said, complained = own_centre.stack.acd("apply", renamed(own_file, "Shop"))
    assert status == 0, complained
    assert "queues.sales.name" in said
    assert sales_line(own_centre) == "Shop"

    own_centre.stack.service.stop()
    own_centre.stack.service.start()
    assert sales_line(own_centre) == "Shop"

    own_file.write_text(renamed(own_file, "Store").read_text(encoding="utf-8"), encoding="utf-8")
    own_centre.stack.service.stop()
    own_centre.stack.service.start()
    assert sales_line(own_centre) == "Store"


def test_a_queue_in_which_somebody_waits_cannot_be_dropped(own_centre: CallCentre, own_file: Path) -> None:
    call = own_centre.caller().call("7300")
    call.wait_answered()
    own_centre.wait_fact("PlaceTaken")
    text = own_file.read_text(encoding="utf-8").replace("queue: support", "queue: helpdesk")
    own_file.write_text(text.replace("  support: {name:", "  helpdesk: {name:"), encoding="utf-8")

    status, _, complained = own_centre.stack.acd("apply", own_file)
    assert status == 2
    assert "queues.support: 1 wait in it" in complained

    call.hang_up()
    own_centre.wait_fact("ContactEnded")
    status, _, complained = own_centre.stack.acd("apply", own_file)
    assert status == 0, complained
