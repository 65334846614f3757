"""What can keep prompts from becoming sounds, each with its remedy."""

from pathlib import Path

import msgspec

from acd.model.ids import PromptId


class SpeechError(Exception):
    """Prompts could not be made into sounds."""


class ProgramMissing(SpeechError):
    """A program that is needed is not installed."""

    def __init__(self, program: str, package: str) -> None:
        super().__init__(f"the program {program} is not installed; install the package {package}")
        self.program = program
        self.package = package


class FolderUnusable(SpeechError):
    """The folder of the sounds cannot be written to."""

    def __init__(self, folder: Path, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(
            f"sounds cannot be kept in {folder}: {reason}; make it writable and see that it is not full"
        )


class PromptProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Why one prompt cannot be heard."""

    prompt: PromptId
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"prompt {self.prompt}: {self.message}; {self.remedy}"


class PromptsUnusable(SpeechError):
    """Some prompts cannot be heard; all of them are named at once."""

    def __init__(self, problems: tuple[PromptProblem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
