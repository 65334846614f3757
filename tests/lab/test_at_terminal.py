"""What the environment says of the service reaches the service of `make run`."""

import pytest
from rich.console import Console

from acd.lab import at_terminal


def test_the_program_that_writes_messages_down_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def session(_console: Console, **told: object) -> None:
        asked.update(told)

    monkeypatch.setattr(at_terminal, "Session", session)
    monkeypatch.setenv("ACD_TRANSCRIBE", '["/bin/echo"]')
    assert at_terminal.at_terminal(Console(quiet=True), lambda _: None) == 0
    settings = asked["settings"]
    assert isinstance(settings, dict)
    assert settings["ACD_TRANSCRIBE"] == '["/bin/echo"]'
