"""Phones as pytest fixtures. Under a failed test that used them stands their story.

The fixture `phones` needs one named `sip_server_port`, which the project that is tested defines: the UDP port
on loopback where its SIP server listens.
"""

from collections.abc import Generator, Iterator

import pytest

from acd.testing.rack import PhoneRack


@pytest.fixture
def phones(sip_server_port: int) -> Iterator[PhoneRack]:
    """A rack of phones for one test; all are closed after it."""
    with PhoneRack(sip_server_port) as rack:
        yield rack


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the story of the phones to the report of a failed test."""
    report = yield
    if report.when == "call" and report.failed:
        for rack in getattr(item, "funcargs", {}).values():
            if isinstance(rack, PhoneRack):
                report.sections.append(("SIP phones", rack.story()))
    return report
