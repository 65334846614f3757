"""One office for all tests here: they follow each other, as the days of its administrator do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.testing.plugin import pytest_runtest_makereport
from tests.attach.office import Office

__all__ = ["pytest_runtest_makereport"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)
            item.add_marker(pytest.mark.timeout(300))  # whichever is first sets up the office


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office as it is without us: its Asterisk runs, and a database that nobody uses yet."""
    office = Office(tmp_path_factory.mktemp("o"))
    try:
        office.stack.start_postgres()
        office.stack.start_asterisk()
        office.before = office.files()
        yield office
    finally:
        office.close()


@pytest.fixture(scope="session")
def attached(untouched: Office) -> Office:
    """The office after its administrator has followed docs/attach.md; the service runs."""
    office = untouched
    office.follow("1. Say who your phones are")
    office.follow("2. Write the files")
    office.follow("3. Include them")
    office.add_our_lines()
    office.follow("4. Send calls to it")
    office.follow("5. Ask the doctor")
    office.stack.service.start()
    return office


@pytest.fixture
def office(attached: Office) -> Iterator[Office]:
    """The same; after each test all phones are put away, and Anna has gone home."""
    yield attached
    attached.rack.close()
    if attached.stack.service.running:
        with attached.control() as service:
            service.log_out("201")
