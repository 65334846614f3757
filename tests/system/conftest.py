"""One call centre for all tests of a file, tidied up between them; some make one of their own to break."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.books import live_rows, untruths

COMPANY = Path(__file__).parent / "company.yaml"
BEGAN_AT = pytest.StashKey[int]()
LOG_LINES = 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CallCentre]:
    with CallCentre(tmp_path_factory.mktemp("centre"), COMPANY) as centre:
        yield centre


@pytest.fixture
def centre(running: CallCentre, request: pytest.FixtureRequest) -> Iterator[CallCentre]:
    """The call centre, empty; and empty again afterwards, with true books, whatever the test did."""
    request.node.stash[BEGAN_AT] = running.last_seq()
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under a failed test: what the service concluded and said, and what the phones did."""
    report = yield
    found = getattr(item, "funcargs", {}).get("centre") or getattr(item, "funcargs", {}).get("running")
    if report.failed and isinstance(found, CallCentre):
        log = found.stack.service.log.read_text().splitlines()[-LOG_LINES:]
        report.sections.append(("Facts", found.story(item.stash.get(BEGAN_AT, 0))))
        report.sections.append(("The service's last words", "\n".join(log)))
        report.sections.append(("SIP phones", found.phones.story()))
    return report
