"""Options of the tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

from acd.testing.docker.engine import why_no_engine, why_no_images

# How quick an example is says more about what else the machine does than about the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


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


def pytest_collection_finish(session: pytest.Session) -> None:
    """Build the images before the first test: its time is limited, and the first time takes minutes."""
    if session.config.option.collectonly:
        return
    if any(item.get_closest_marker("docker") for item in session.items) and not why_no_engine():
        why_no_images()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests in containers need an engine; where there has to be one (CI), its absence is a failure."""
    if item.get_closest_marker("docker") is None:
        return
    missing = why_no_engine() or why_no_images()
    if missing and os.environ.get("ACD_DOCKER_REQUIRED") == "yes":
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)
