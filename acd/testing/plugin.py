"""A call centre and its phones as pytest fixtures. Under a failed test that used them stands their story.

`running` is a whole call centre for the tests of one file: PostgreSQL, Asterisk and the service, with the
company file that the fixture `acd_company` names; the project that is tested defines it. `phones` is a rack
of SIP phones for any SIP server; it needs a fixture `sip_server_port`, the UDP port on loopback where that
server listens.
"""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from acd.testing.call_centre import CallCentre
from acd.testing.rack import PhoneRack

LOG_LINES = 30
"""How much of the service's log stands under a failed test."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, acd_company: Path) -> Iterator[CallCentre]:
    """A call centre for all tests of a file; it is for them to leave it as they found it."""
    with CallCentre(tmp_path_factory.mktemp("centre"), acd_company) as centre:
        yield centre


@pytest.fixture
def phones(sip_server_port: int) -> Iterator[PhoneRack]:
    """A rack of phones for one test; all are closed after it."""
    with PhoneRack(sip_server_port) as rack:
        yield rack


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to the report of a failed test what the service concluded and said, and what the phones did."""
    report = yield
    if report.failed:
        # A call centre can be behind several fixtures of one test.
        told = {id(used): used for used in getattr(item, "funcargs", {}).values()}
        for used in told.values():
            if isinstance(used, PhoneRack):
                report.sections.append(("SIP phones", used.story()))
            if isinstance(used, CallCentre):
                report.sections.extend(_words_of(used))
    return report


def _words_of(centre: CallCentre) -> Iterator[tuple[str, str]]:
    log = centre.stack.service.log
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    yield "Facts", centre.story()
    yield "The service's last words", "\n".join(lines[-LOG_LINES:])
    yield "SIP phones", centre.phones.story()
