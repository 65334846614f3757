"""Options of the tests."""

import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from acd.testing.docker.engine import why_no_engine, why_no_images
from tests.rows import Rows, row_of

# How quick an example is says more about what else the machine does than about the code. Examples are new
# ones each time; where a run judges a commit they are the same, so that what has passed passes again.
settings.register_profile(
    "ours",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="ACD_SAME_EXAMPLES" in os.environ,
)
settings.load_profile("ours")


BESIDE_REAL_PHONES = 10
"""How nice a test is that only computes while, with two at a time, others listen to phones: what they hear
must not be late because of us."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kill-laps",
        type=int,
        default=1,
        help="how often tests/system/test_kill.py goes through its instants",
    )
    parser.addoption(
        "--takeovers",
        type=int,
        default=1,
        help="how often tests/system/test_stand_by.py kills a leader; how long it took is told at the end",
    )
    parser.addoption(
        "--all-mutants",
        action="store_true",
        help="let tests/mutations break the service in every way on its list, not only in every tenth",
    )
    parser.addoption(
        "--system-on",
        choices=["some", "embedded", "docker", "both"],
        default="some",
        help="what tests/system runs on: all of it embedded, and in Docker the files that its "
        "conftest.py names (some); or all of it on one, or on both",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Rows:
    """With several at a time, what has programs of its own running goes one after the other, in rows."""
    return Rows(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Give way to those who listen, and see that there is an engine for who needs one."""
    if "PYTEST_XDIST_WORKER" in os.environ and row_of(item.nodeid) is None:
        os.setpriority(os.PRIO_PROCESS, 0, BESIDE_REAL_PHONES)
    _needs_engine(item)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Build the images before the first test: its time is limited, and the first time takes minutes."""
    another_does = os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0"
    if session.config.option.collectonly or another_does:
        return
    if any(item.get_closest_marker("docker") for item in session.items) and not why_no_engine():
        why_no_images()


def _needs_engine(item: pytest.Item) -> None:
    """Tests in containers need an engine; where there has to be one (CI), its absence is a failure."""
    if item.get_closest_marker("docker") is None:
        return
    missing = why_no_engine() or why_no_images()
    if missing and os.environ.get("ACD_DOCKER_REQUIRED") == "yes":
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)
