"""Options of the tests."""

import pytest


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
