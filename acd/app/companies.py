"""Company files on their way into force: checked, spoken, compiled."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from acd.company.check import CheckedCompany, check
from acd.company.compile import policy_of
from acd.company.prompts import prompts_of
from acd.model.policy import Policy
from acd.settings import Settings
from acd.speech.errors import SpeechError
from acd.speech.synthesis import synthesise
from acd.store.policies import CompanyFile


class CompanyUnusable(Exception):
    """The company file has mistakes or a prompt that cannot be heard; each with its remedy."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class Companies:
    """Turns company files into policies: checked, spoken and compiled."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.company.parent
        self._sounds_dir = settings.sounds_dir

    def check(self, content: bytes, path: Path) -> CheckedCompany:
        """The company in a file.

        Raises:
            CompanyUnusable: with every mistake.
        """
        found = check(content, path.parent)
        if isinstance(found, CheckedCompany):
            return found
        raise CompanyUnusable(tuple(mistake.told(path.name) for mistake in found))

    async def check_aside(self, content: bytes, path: Path) -> CheckedCompany:
        """The same in a thread of its own: a large file takes seconds, and a leader must not fall silent.

        Raises:
            CompanyUnusable: with every mistake.
        """
        return await asyncio.to_thread(self.check, content, path)

    async def policy(self, checked: CheckedCompany, version: int) -> Policy:
        """The policy of a company, with all its prompts made.

        Raises:
            CompanyUnusable: a prompt cannot be made.
        """
        company = checked.company
        try:
            sounds = await synthesise(prompts_of(company), self._sounds_dir)
        except SpeechError as error:
            raise CompanyUnusable((str(error),)) from error
        return policy_of(company, version=version, sounds=sounds, year=datetime.now(UTC).year)

    async def stored(self, file: CompanyFile) -> Policy:
        """The policy of a version that was applied before."""
        checked = await self.check_aside(file.company.encode(), self._folder / f"version {file.version}")
        return await self.policy(checked, file.version)
