"""What is said, made of sounds: a prompt in the languages it is spoken in, with blanks for numbers.

The media of a prompt is what Asterisk is told to play: one sound, or several separated by commas. A blank
among them, such as ``{position:de}``, stands for the sound of a number in that language.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from acd.model.ids import PromptId

MOST_IN_LINE = 50
"""Who stands farther behind is not told how far."""


class Blank(StrEnum):
    """A number that is only known when the prompt is spoken."""

    POSITION = "position"
    """The place in the line, from 1."""
    LOW = "low"
    """The least that is expected of the wait, in whole minutes."""
    HIGH = "high"
    """The most, likewise."""
    NUMBER = "number"
    """The telephone number at which the customer would be called back, digit by digit."""
    TIME = "time"
    """The time at which the customer wants to be called, hour and minute, digit by digit."""


_BLANK = re.compile(r"\{(\w+):([^}]+)\}")


def in_language(prompt: PromptId, language: str) -> PromptId:
    """A prompt as it is spoken in a language that is not its own."""
    return PromptId(f"{prompt}:{language}")


def in_tongue(sounds: Mapping[PromptId, str], prompt: PromptId, language: str) -> str | None:
    """The media of a prompt in a language; in its own if it is not spoken in that one. None: there is no such
    prompt.
    """
    return sounds.get(in_language(prompt, language), sounds.get(prompt))


def number_in(language: str, number: int) -> PromptId:
    """A number as it is spoken in a language."""
    return PromptId(f"#{number}:{language}")


def blank_in(language: str, blank: Blank) -> str:
    """What stands in a prompt's media for a number."""
    return f"{{{blank}:{language}}}"


def blanks_in(media: str) -> frozenset[Blank]:
    """Which numbers a prompt needs."""
    return frozenset(Blank(found[1]) for found in _BLANK.finditer(media))


def filled(media: str, numbers: Mapping[Blank, int], sounds: Mapping[PromptId, str]) -> str | None:
    """The media with all its blanks filled; None: one of them has no number, or its number no sound."""
    missing = False

    def fill(found: re.Match[str]) -> str:
        nonlocal missing
        number = numbers.get(Blank(found[1]))
        sound = sounds.get(number_in(found[2], number)) if number is not None else None
        missing = missing or sound is None
        return sound or ""

    whole = _BLANK.sub(fill, media)
    return None if missing else whole


def read_out(media: str, digits: Mapping[Blank, str], sounds: Mapping[PromptId, str]) -> str:
    """The media with these in its blanks, digit by digit; a digit without a sound is left out."""

    def fill(found: re.Match[str]) -> str:
        said = (sounds.get(number_in(found[2], int(digit))) for digit in digits.get(Blank(found[1]), ""))
        return ",".join(filter(None, said))

    return ",".join(filter(None, (_BLANK.sub(fill, part) for part in media.split(","))))
