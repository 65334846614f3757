"""One office for all tests here: they follow each other, as the days of its administrator do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from acd.doctor import Level
from acd.testing.plugin import pytest_runtest_makereport
from tests.attach.office import Office, bad

__all__ = ["pytest_runtest_makereport"]

MENDED = (
    ("ari.conf", "enabled = yes\n", "enabled = yes\nwebsocket_write_timeout = 3000\n"),
    (
        "pjsip.conf",
        "direct_media = no\nlanguage = en\n",
        "direct_media = no\nlanguage = en\nallow_transfer = no\nrtp_timeout = 60\nrtp_timeout_hold = 600\n",
    ),
    (
        "pjsip.conf",
        "direct_media = no\naors = carrier\n",
        "direct_media = no\naors = carrier\nallow_transfer = no\nrtp_timeout = 60\nrtp_timeout_hold = 600\n",
    ),
    (
        "pjsip.conf",
        "max_contacts = 2\n",
        "max_contacts = 1\nremove_existing = yes\nqualify_frequency = 15\n",
    ),
)
"""What the doctor's warnings about the office ask for."""


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


@pytest.fixture(scope="module")
def healthy(attached: Office) -> Iterator[Office]:
    """The office, after its administrator has done what the doctor's warnings asked for."""
    warned = bad(attached.ask_doctor())
    assert {finding.level for finding in warned} == {Level.WARNING}
    asked = " ".join(finding.remedy for finding in warned)
    for name, old, new in MENDED:
        for line in new.splitlines():
            assert line in old or line in asked, f"{line} is not what was asked for: {asked}"
        attached.edit(name, old, new)
    attached.reload("res_ari.so", "res_pjsip.so")
    yield attached
    for name, old, new in MENDED:
        attached.edit(name, new, old)
    attached.reload("res_ari.so", "res_pjsip.so")
