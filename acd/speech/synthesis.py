"""Makes the sounds of all prompts, each once, several at a time."""

import asyncio
import errno
import os
import shutil
import tempfile
import wave
from collections.abc import Callable, Mapping
from pathlib import Path

from acd.model.ids import PromptId
from acd.model.policy import Prompt
from acd.speech import recipe
from acd.speech.errors import FolderUnusable, PromptProblem, PromptsUnusable, SpeechError
from acd.speech.program import run

FOLDER = "acd"
"""Below the folder of sounds."""

LEAST_ROOM_BYTES = 64 * 1024
"""With less than this left on the disk, a sound that was just made may not be whole."""

SHORTEST_S = 0.05
"""A sound shorter than this is nothing that anybody hears."""

Progress = Callable[[int, int], None]
"""Called with how many prompts are done, and how many there are."""


class _Unusable(Exception):
    """A prompt that cannot be made into a sound."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def media_of(folder: Path, digest: str) -> str:
    """What Asterisk calls the sound with this digest in this folder.

    The path is whole: it is found whatever Asterisk's own folder of sounds is.
    """
    return f"sound:{folder.absolute() / digest}"


async def synthesise(
    prompts: Mapping[PromptId, Prompt],
    sounds_dir: Path,
    *,
    at_once: int = 2,
    progress: Progress | None = None,
) -> dict[PromptId, str]:
    """Make what is not there yet, and say the media of every prompt.

    `sounds_dir` is a folder that Asterisk reads at the same path; ours come into its subfolder ``acd``.
    Running it again, or in two processes at once, is harmless. `at_once` is how many prompts are worked on
    together.

    Raises:
        ProgramMissing: espeak-ng or sox is not installed, and there is something to make.
        FolderUnusable: the folder cannot be written to.
        PromptsUnusable: names every prompt that cannot be heard; the others have been made.
    """
    bench = _Bench(_prepared(sounds_dir / FOLDER), at_once)
    done = 0

    async def make(prompt: Prompt) -> str | PromptProblem | SpeechError:
        nonlocal done
        outcome = await bench.make(prompt)
        done += 1
        if progress is not None:
            progress(done, len(prompts))
        return outcome

    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(make(prompt)) for name, prompt in prompts.items()}
    outcomes = {name: task.result() for name, task in tasks.items()}
    for outcome in outcomes.values():
        if isinstance(outcome, SpeechError):
            raise outcome
    problems = tuple(outcome for outcome in outcomes.values() if isinstance(outcome, PromptProblem))
    if problems:
        raise PromptsUnusable(problems)
    return {name: str(outcome) for name, outcome in outcomes.items()}


def _prepared(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
    except OSError as error:
        raise FolderUnusable(folder, error) from error
    return folder


class _Bench:
    """Where sounds are made: so many at once, and each of them once."""

    def __init__(self, folder: Path, places: int) -> None:
        self._folder = folder
        self._places = asyncio.Semaphore(places)
        # Two prompts of the same content share one sound; making it twice at the same time would be a waste.
        self._making: dict[str, asyncio.Lock] = {}

    async def make(self, prompt: Prompt) -> str | PromptProblem | SpeechError:
        """The media of a prompt, or what keeps it from having one."""
        try:
            async with self._places:
                digest = await asyncio.to_thread(_digest, prompt)
                async with self._making.setdefault(digest, asyncio.Lock()):
                    await self._sound(prompt, self._folder / f"{digest}.wav")
        except _Unusable as error:
            return PromptProblem(prompt=prompt.id, message=error.message, remedy=error.remedy)
        except SpeechError as error:
            return error
        except OSError as error:
            return FolderUnusable(self._folder, error)
        return media_of(self._folder, digest)

    async def _sound(self, prompt: Prompt, target: Path) -> None:
        """Make the sound beside its place and move it there when it is whole: no one ever sees half of it."""
        if await asyncio.to_thread(target.exists):
            return
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self._folder) as made_in:
            made = Path(made_in) / "line.wav"
            try:
                if prompt.file is not None:
                    await _convert(Path(prompt.file), made)
                else:
                    spoken = Path(made_in) / "spoken.wav"
                    await _speak(prompt, spoken)
                    await _convert(spoken, made)
            finally:
                await asyncio.to_thread(_check_room, self._folder)
            await asyncio.to_thread(_finish, made, target)


def _digest(prompt: Prompt) -> str:
    try:
        return recipe.digest(prompt)
    except OSError as error:
        raise _Unusable(
            f"{prompt.file} cannot be read: {error.strerror}", "put a readable file there"
        ) from error


async def _speak(prompt: Prompt, target: Path) -> None:
    ended = await run(recipe.speak(prompt, target), given=(prompt.text or "").encode())
    if not ended.ok:
        raise _Unusable(
            f"espeak-ng cannot speak it as {recipe.voice_of(prompt)}: {ended.complaint}",
            "choose a language of 'espeak-ng --voices', or record a file",
        )


async def _convert(source: Path, target: Path) -> None:
    form = recipe.FORMATS.get(source.suffix.lower())
    if form is None:
        raise _Unusable(f"{source.name} has no known form", f"use one of {', '.join(recipe.FORMATS)}")
    ended = await run(recipe.convert(source, form, target))
    if not ended.ok:
        raise _Unusable(
            f"sox cannot read {source.name}: {ended.complaint}",
            "is it really such a file? For mp3 install libsox-fmt-mp3, or save it as .wav",
        )


def _check_room(folder: Path) -> None:
    """The programs end without a word when the disk fills up under them, and leave half a sound."""
    if shutil.disk_usage(folder).free < LEAST_ROOM_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _finish(made: Path, target: Path) -> None:
    with wave.open(str(made), "rb") as sound:
        length_s = sound.getnframes() / sound.getframerate()
        silent = not any(sound.readframes(sound.getnframes()))
    if silent or length_s < SHORTEST_S:
        raise _Unusable("there is nothing to hear in it", "write words, or choose another recording")
    made.chmod(0o644)  # Asterisk reads it as another user
    with made.open("rb") as opened:
        os.fsync(opened.fileno())
    made.replace(target)
