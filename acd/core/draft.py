"""The draft of an outcome, while one message goes from machine to machine."""

from typing import Any

from acd.core.machine import Step
from acd.model.command import Command
from acd.model.fact import Fact
from acd.model.outcome import Outcome, Record, Reply


class Draft:
    """All that one message has brought about so far, in order."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.commands: list[Command] = []
        self.reply: Reply | None = None
        self._rows: dict[tuple[type, str], Record] = {}

    def put(self, record: Record) -> None:
        """A record is new or has changed."""
        self._rows[type(record), record.id] = record

    def note(self, step: Step[Any]) -> tuple[Fact, ...]:
        """What a step has brought about besides; returns the facts to carry on. The first reply counts."""
        if step.facts:
            self.facts.extend(step.facts)
        if step.commands:
            self.commands.extend(step.commands)
        if step.reply is not None and self.reply is None:
            self.reply = step.reply
        return step.facts

    def outcome(self, at: float) -> Outcome:
        """The whole."""
        return Outcome(
            at=at,
            rows=tuple(self._rows.values()),
            facts=tuple(self.facts),
            commands=tuple(self.commands),
            reply=self.reply,
        )
