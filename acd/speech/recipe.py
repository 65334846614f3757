"""How a prompt is made into a sound, and the digest that stands for all that goes into it.

Asterisk's plain `.wav` is 16-bit mono at 8 kHz, which is what a telephone line carries. Every sound is
brought to the same peak, so that a spoken text and a recording follow each other without a jump.
"""

import hashlib
from pathlib import Path

from acd.model.policy import Prompt

VOICES = {"en": "en-gb", "no": "nb", "zh": "cmn-latn-pinyin"}
"""Where espeak-ng calls a language something else. Its plain ``cmn`` spells Chinese out in English."""

WORDS_PER_MINUTE = "155"
PEAK_DB = "-3"
LINE_FORMAT = ("-r", "8000", "-b", "16", "-c", "1", "-e", "signed-integer", "-t", "wav")

FORMATS = {
    ".aiff": "aiff",
    ".au": "au",
    ".flac": "flac",
    ".gsm": "gsm",
    ".mp3": "mp3",
    ".ogg": "ogg",
    ".wav": "wav",
}
"""What sox is told to expect. Left to guess, it would also follow play lists and open pipes."""


def voice_of(prompt: Prompt) -> str:
    """The espeak-ng voice that speaks a prompt."""
    return VOICES.get(prompt.language, prompt.language)


def speak(prompt: Prompt, target: Path) -> tuple[str, ...]:
    """The command that speaks the text on its standard input into a file."""
    return (
        "espeak-ng",
        "--stdin",
        "-b",
        "1",
        "-v",
        voice_of(prompt),
        "-s",
        WORDS_PER_MINUTE,
        "-w",
        str(target),
    )


def convert(source: Path, form: str, target: Path) -> tuple[str, ...]:
    """The command that brings a sound of the given form to the level and format of the line."""
    return ("sox", "-R", "-V1", f"--norm={PEAK_DB}", "-t", form, str(source), *LINE_FORMAT, str(target))


def digest(prompt: Prompt) -> str:
    """Stands for everything that goes into the sound of a prompt: text and voice or the file, and the recipe.

    Raises OSError when the file cannot be read.
    """
    nowhere = Path("-")
    ingredients = hashlib.sha256(repr(convert(nowhere, "", nowhere)).encode())
    if prompt.file is not None:
        with Path(prompt.file).open("rb") as opened:
            ingredients.update(b"file" + hashlib.file_digest(opened, "sha256").digest())
            ingredients.update(Path(prompt.file).suffix.encode())
    else:
        ingredients.update(repr(speak(prompt, nowhere)).encode())
        ingredients.update((prompt.text or "").encode())
    return ingredients.hexdigest()[:32]
