"""Releases that take requests over the event WebSocket, and the others."""

import pytest

from acd.asterisk.release import new_enough


@pytest.mark.parametrize(
    "version",
    ["20.14.0", "20.15.2", "21.9.0", "21.9.1", "22.4.0", "22.10.1~dfsg+~cs6.15.60671435-1", "23.0.0"],
)
def test_versions_with_rest_over_websocket_are_taken(version: str) -> None:
    assert new_enough(version)


@pytest.mark.parametrize(
    "version",
    ["", "18.24.0", "20.13.9", "21.8.0", "22.3.0", "certified/20.7-cert5", "certified-20.7-cert6", "GIT-x"],
)
def test_other_versions_are_not(version: str) -> None:
    assert not new_enough(version)
