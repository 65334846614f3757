"""One call centre for all tests of a file, tidied up between them; some make one of their own to break."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.books import live_rows, untruths

COMPANY = Path(__file__).parent / "company.yaml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was measured on the way."""
    measured: dict[str, list[float]] = {}
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            measured.setdefault(name, []).append(float(str(value)))
    for name, values in measured.items():
        terminalreporter.write_line(
            f"{name}: median {median(values):.2f} s, longest {max(values):.2f} s, of {len(values)}"
        )


@pytest.fixture(scope="module")
def acd_company() -> Path:
    return COMPANY


@pytest.fixture
def centre(running: CallCentre) -> Iterator[CallCentre]:
    """The call centre, empty; and empty again afterwards, with true books, whatever the test did."""
    running.told_from = running.last_seq()
    running.phones.phones.clear()
    yield running
    tidy_up(running)


def tidy_up(centre: CallCentre) -> None:
    """Everybody goes home; then nothing may be left, and the books must add up."""
    for agent in centre.status()["agents"]:
        if agent["presence"] != "logged_out":
            centre.order(agent["id"], "logout")
    centre.phones.close()
    centre.until(lambda: not centre.channels() or None, 10, "no channel left")
    centre.until(lambda: not live_rows(centre) or None, 10, "nothing open in the books")
    assert untruths(centre) == []
