"""What was found, and what to do about it."""

import enum

import msgspec


class Level(enum.StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    """Calls are served; something will be worse than it could be."""
    PROBLEM = "problem"
    """Calls are not served, or what is promised does not hold."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    level: Level
    where: str
    """The part: Machine, PostgreSQL, Asterisk, Dialplan, Phones or Service."""
    found: str
    """What is the case."""
    remedy: str = ""
    """What to change, with the line or the command; empty when all is well."""


class Notes:
    """Collects what is found in one part."""

    def __init__(self, where: str) -> None:
        self._where = where
        self.findings: list[Finding] = []

    def ok(self, found: str) -> None:
        """All is well."""
        self.findings.append(Finding(level=Level.OK, where=self._where, found=found))

    def warn(self, found: str, remedy: str) -> None:
        """It could be better."""
        self.findings.append(Finding(level=Level.WARNING, where=self._where, found=found, remedy=remedy))

    def problem(self, found: str, remedy: str) -> None:
        """It does not work."""
        self.findings.append(Finding(level=Level.PROBLEM, where=self._where, found=found, remedy=remedy))
