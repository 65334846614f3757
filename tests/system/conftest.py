"""One call centre for all tests of a file, tidied up between them; some make one of their own to break."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre

COMPANY = Path(__file__).parent / "company.yaml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY) as centre:
        yield centre


@pytest.fixture
def centre(running: CallCentre) -> Iterator[CallCentre]:
    """The call centre, empty; and empty again afterwards, whatever the test did."""
    before = running.last_seq()
    yield running
    running.phones.close()
    running.phones.phones.clear()
    for agent in running.status()["agents"]:
        if agent["presence"] != "logged_out":
            running.order(agent["id"], "logout")
    running.until(lambda: not running.channels() or None, 10, "no channel left")
    running.until(lambda: not running.status()["contacts"] or None, 10, "no contact left")
    assert running.facts("Surprise", after=before) == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under a failed test: what the service concluded and what the phones did."""
    report = yield
    found = getattr(item, "funcargs", {}).get("centre") or getattr(item, "funcargs", {}).get("running")
    if report.when == "call" and report.failed and isinstance(found, CallCentre):
        report.sections.append(("Facts", found.story()))
        report.sections.append(("SIP phones", found.phones.story()))
    return report
