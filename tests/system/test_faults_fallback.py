"""No service comes within the company's `after_s`: a desk phone rings, by the dialplan alone."""

from collections.abc import Iterator

import pytest

from acd.testing.call_centre import CallCentre
from tests.system.trouble import talk, wait_ready

SUPPORT = "7300"
AFTER_S = 4.0
"""As tests/system/company.yaml says."""


@pytest.fixture
def alone(centre: CallCentre) -> Iterator[CallCentre]:
    """The call centre without its service, which comes back afterwards."""
    centre.stack.service.stop()
    yield centre
    centre.stack.service.start()
    wait_ready(centre)


def test_the_fallback_rings_and_its_call_is_left_alone_when_the_service_is_back(alone: CallCentre) -> None:
    desk, caller = alone.phone("desk4"), alone.caller()
    calling = caller.call(SUPPORT)
    holds_since = calling.wait_answered(10)
    ringing = desk.wait_for_ring(30)
    assert (ringing.began_at.mono_ns - holds_since.mono_ns) / 1e9 > AFTER_S - 1.1  # whole seconds
    talk(calling, ringing.answer())
    alone.stack.service.start()
    talk(calling, ringing)
    assert alone.status()["contacts"] == []
    calling.hang_up()
    ringing.wait_ended()


def test_a_caller_whom_nobody_takes_is_told_so(alone: CallCentre) -> None:
    desk, caller = alone.phone("desk4"), alone.caller()
    desk.auto_reject()
    calling = caller.call(SUPPORT)
    calling.wait_ended(40)
    assert calling.ended_by == "them"
    assert desk.calls
