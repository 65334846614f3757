"""Options of the tests."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from acd.testing.docker.engine import why_no_engine, why_no_images

# How quick an example is says more about what else the machine does than about the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


HERE = Path(__file__).parent
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two at a time (`pytest -n 2 --dist loadgroup`): what has programs of its own running goes one after the
    other, in three rows; all else fills the gaps.
    """
    for item in items:
        row = _row(item)
        if row is not None:
            item.add_marker(pytest.mark.xdist_group(row))


def _row(item: pytest.Item) -> str | None:
    if item.get_closest_marker("docker"):
        return "containers"
    if HERE / "system" in item.path.parents:
        return "calls"
    if item.get_closest_marker("system") or HERE not in item.path.parents:
        return "programs"
    folder = item.path.relative_to(HERE).parts[0]
    return "programs" if folder in {"asterisk", "contract", "store"} else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Give way to those who listen, and see that there is an engine for who needs one."""
    if "PYTEST_XDIST_WORKER" in os.environ and _row(item) is None:
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
